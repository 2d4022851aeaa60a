import { assert } from "@effect/vitest"
import * as Express from "@loopdrive/sending/Express"
import * as Queue from "@loopdrive/sending/Queue"
import { SendStore, toAccepted } from "@loopdrive/sending/SendStore"
import * as ResendEmulator from "@loopdrive/testkit/ResendEmulator"
import { describeStores } from "@loopdrive/testkit/TestDatabase"
import * as Effect from "effect/Effect"
import * as Exit from "effect/Exit"
import * as Latch from "effect/Latch"
import * as Layer from "effect/Layer"
import * as Schedule from "effect/Schedule"
import * as Scope from "effect/Scope"
import * as SqlClient from "effect/sql/SqlClient"
import { layer, settled, submit, submitAs, subscriber, work, workspace } from "./Mail.ts"

const expresses = layer.pipe(
  Layer.provideMerge(Express.layer),
  Layer.provide(Layer.succeed(Queue.Locks, { refresh: "500 millis", expire: "1 second" }))
)

const itemOf = Effect.fnUntraced(function* (sendId: string) {
  const sql = yield* SqlClient.SqlClient
  const [row] = yield* sql`select state, attempts::int as attempts from queue_items where id = ${sendId}`
  return row
})

describeStores(
  "a message that a free worker waits for",
  (it) => {
    it.effect("leaves in the turn that admits it, and is on record as every other", () =>
      Effect.gen(function* () {
        const vendor = yield* ResendEmulator.make()
        const tenant = yield* workspace("express")
        const ada = yield* subscriber(tenant, "ada")
        const sends = yield* SendStore
        yield* work(vendor)
        const { send } = yield* submitAs(tenant, ada, { metadata: { season: "spring" }, replyTo: "a@b.example" }, "one")
        const end = yield* settled(tenant, send.id)
        assert.deepInclude(end.send, { state: "sent", provider: "resend", attempts: 1, metadata: { season: "spring" } })
        assert.deepStrictEqual(end.events, [{ id: send.eventId, type: "email.sent", reason: undefined }])
        assert.deepStrictEqual(toAccepted(end.send), toAccepted(send))
        const steps = yield* sends.steps(tenant.workspaceId, send.id)
        assert.deepStrictEqual(
          steps.map(({ step }) => step),
          ["admitted", "leaving", "sent"]
        )
        assert.strictEqual(steps[0]?.at, steps[1]?.at)
        assert.deepInclude(yield* sends.left(send.id), { text: "There is some." })
        assert.deepStrictEqual(yield* itemOf(send.id), { state: "completed", attempts: 1 })
        // A repeat is answered as the first, and nobody goes a second time.
        const again = yield* submitAs(tenant, ada, {}, "one")
        assert.strictEqual(again.send.id, send.id)
        assert.strictEqual(yield* vendor.attempts, 1)
        const [accepted] = yield* vendor.accepted
        assert.deepInclude(accepted, { idempotencyKey: send.id })
      }).pipe(Effect.scoped, Effect.provide(expresses))
    )

    it.effect("is tried again by its queue where the vendor did not take it, and is there once", () =>
      Effect.gen(function* () {
        const vendor = yield* ResendEmulator.make()
        const tenant = yield* workspace("express_again")
        const ada = yield* subscriber(tenant, "ada")
        yield* vendor.fault.next({ kind: "status", status: 429, name: "rate_limit_exceeded" })
        yield* vendor.fault.next({ kind: "accept-then-drop" })
        yield* work(vendor)
        const { send } = yield* submit(tenant, ada)
        assert.deepInclude((yield* settled(tenant, send.id)).send, { state: "sent", attempts: 3 })
        assert.strictEqual((yield* vendor.accepted).length, 1)
      }).pipe(Effect.scoped, Effect.provide(expresses))
    )

    it.effect("is failed where the vendor rejects it, and its queue has nothing left to do", () =>
      Effect.gen(function* () {
        const vendor = yield* ResendEmulator.make()
        const tenant = yield* workspace("express_rejected")
        yield* vendor.fault.next({ kind: "status", status: 422, name: "validation_error" })
        yield* work(vendor)
        const { send } = yield* submit(tenant, yield* subscriber(tenant, "ada"))
        assert.deepInclude((yield* settled(tenant, send.id)).send, { state: "failed", reason: "provider_rejected" })
        assert.deepStrictEqual(yield* itemOf(send.id), { state: "completed", attempts: 1 })
      }).pipe(Effect.scoped, Effect.provide(expresses))
    )

    it.effect("is not taken a second time while its vendor takes long, and not lost where its worker ends", () =>
      Effect.gen(function* () {
        const vendor = yield* ResendEmulator.make()
        const latch = yield* Latch.make()
        const laid = yield* vendor.fault.next({ kind: "slow", latch })
        const tenant = yield* workspace("express_slow")
        const sql = yield* SqlClient.SqlClient
        const first = yield* Scope.make()
        yield* Scope.provide(work(vendor), first)
        const { send } = yield* submit(tenant, yield* subscriber(tenant, "ada"))
        yield* laid.reached
        // Its queue hands it out meanwhile.
        yield* Effect.repeat(sql`select 1 from queue_items where id = ${send.id} and attempts > 0`, {
          until: (rows) => rows.length > 0,
          schedule: Schedule.spaced("20 millis")
        })
        assert.strictEqual(yield* vendor.attempts, 1)
        yield* Scope.close(first, Exit.void)
        yield* latch.open
        yield* work(vendor)
        assert.strictEqual((yield* settled(tenant, send.id)).send.state, "sent")
        assert.strictEqual((yield* vendor.accepted).length, 1)
      }).pipe(Effect.scoped, Effect.provide(expresses))
    )
  },
  { clock: "live" }
)
