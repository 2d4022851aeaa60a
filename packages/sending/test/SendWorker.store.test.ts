import { assert } from "@effect/vitest"
import { Dressing } from "@loopdrive/sending/Dressing"
import type { Worded } from "@loopdrive/sending/Dressing"
import * as Queue from "@loopdrive/sending/Queue"
import * as ResendEmulator from "@loopdrive/testkit/ResendEmulator"
import { describeStores } from "@loopdrive/testkit/TestDatabase"
import type { VendorFault } from "@loopdrive/testkit/VendorFault"
import * as Effect from "effect/Effect"
import * as Exit from "effect/Exit"
import * as Latch from "effect/Latch"
import * as Schedule from "effect/Schedule"
import * as Scope from "effect/Scope"
import * as SqlClient from "effect/sql/SqlClient"
import { consent, layer, settled, submit, subscriber, work, workspace } from "./Mail.ts"

const status = (code: number, name: string, retryAfter?: string): VendorFault => ({
  kind: "status",
  status: code,
  name,
  ...(retryAfter === undefined ? {} : { retryAfter })
})

/** One subscriber and one send, with these faults in the way of its attempts. */
const oneSend = Effect.fnUntraced(function* (name: string, faults: ReadonlyArray<VendorFault>, attemptsMost?: number) {
  const vendor = yield* ResendEmulator.make()
  for (const fault of faults) yield* vendor.fault.next(fault)
  const tenant = yield* workspace(name)
  const person = yield* subscriber(tenant, "ada")
  const { send } = yield* submit(tenant, person)
  yield* work(vendor, attemptsMost)
  const end = yield* settled(tenant, send.id)
  return { ...end, accepted: yield* vendor.accepted, attempts: yield* vendor.attempts }
}, Effect.provide(layer))

describeStores(
  "a worker that sends",
  (it) => {
    it.effect("hands an email over once, under the id of its send", () =>
      Effect.gen(function* () {
        const { accepted, events, send } = yield* oneSend("sent", [])
        assert.deepInclude(send, { state: "sent", provider: "resend", attempts: 1 })
        assert.deepStrictEqual(
          accepted.map(({ id, idempotencyKey }) => ({ id, idempotencyKey })),
          [{ id: send.externalId ?? "", idempotencyKey: send.id }]
        )
        assert.deepInclude(accepted[0]?.email, {
          from: "Acme <hello@acme.example>",
          to: "ada@example.com",
          subject: "News",
          text: "There is some."
        })
        assert.deepStrictEqual(events, [{ id: send.eventId, type: "email.sent", reason: undefined }])
      }).pipe(Effect.scoped)
    )

    it.effect("tells the vendor where answers are to go", () =>
      Effect.gen(function* () {
        const vendor = yield* ResendEmulator.make()
        const tenant = yield* workspace("reply_to")
        const { send } = yield* submit(tenant, yield* subscriber(tenant, "ada"), { replyTo: "desk@acme.example" })
        yield* work(vendor)
        yield* settled(tenant, send.id)
        const [accepted] = yield* vendor.accepted
        assert.deepInclude(accepted?.email, { reply_to: "desk@acme.example" })
      }).pipe(Effect.scoped, Effect.provide(layer))
    )

    it.effect("lets go of what has left already, and of what nobody has a record of", () =>
      Effect.gen(function* () {
        const vendor = yield* ResendEmulator.make()
        const tenant = yield* workspace("handed_out_again")
        const sql = yield* SqlClient.SqlClient
        const { send } = yield* submit(tenant, yield* subscriber(tenant, "ada"))
        yield* work(vendor)
        yield* settled(tenant, send.id)
        const queue = yield* Queue.make("email.send")
        yield* queue.offer({ sendId: send.id }, { id: "handed_out_again" })
        yield* queue.offer({ sendId: "send_none" }, { id: "handed_out_none" })
        const done = sql`select id from queue_items where id like 'handed_out%' and state = 'completed'`
        yield* Effect.repeat(done, { until: (rows) => rows.length === 2, schedule: Schedule.spaced("20 millis") })
        assert.strictEqual(yield* vendor.attempts, 1)
        assert.strictEqual((yield* settled(tenant, send.id)).events.length, 1)
      }).pipe(Effect.scoped, Effect.provide(layer))
    )

    const passing: ReadonlyArray<readonly [string, ReadonlyArray<VendorFault>]> = [
      ["asks it to slow down", [status(429, "rate_limit_exceeded", "1"), status(429, "rate_limit_exceeded")]],
      ["answers with errors of its own", [status(500, "internal_server_error"), status(503, "application_error")]],
      ["drops the request", [{ kind: "drop-before" }]],
      ["accepts and drops the answer", [{ kind: "accept-then-drop" }]],
      ["refuses the credential for a while", [status(401, "missing_api_key"), status(403, "invalid_api_key")]]
    ]
    for (const [what, faults] of passing) {
      it.effect(`tries again when the vendor ${what}, and the message is there once`, () =>
        Effect.gen(function* () {
          const { accepted, attempts, events, send } = yield* oneSend(what.replaceAll(" ", "_"), faults)
          assert.deepInclude(send, { state: "sent", attempts: faults.length + 1 })
          assert.strictEqual(attempts, faults.length + 1)
          assert.strictEqual(accepted.length, 1)
          assert.deepStrictEqual(
            events.map(({ type }) => type),
            ["email.sent"]
          )
        }).pipe(Effect.scoped)
      )
    }

    it.effect("repeats a request in the words of the first, whatever would be said by now", () =>
      Effect.gen(function* () {
        const vendor = yield* ResendEmulator.make()
        for (const kind of ["accept-then-drop", "drop-before", "accept-then-drop"] as const)
          yield* vendor.fault.next({ kind })
        const tenant = yield* workspace("same_words")
        const { send } = yield* submit(tenant, yield* subscriber(tenant, "ada"))
        let said = 0
        const dress = (words: Worded) =>
          Effect.sync(() => ({ ...words, text: `${words.text} ${++said}`, headers: { "x-said": String(said) } }))
        yield* Effect.provideService(work(vendor), Dressing, { dress })
        const end = yield* settled(tenant, send.id)
        assert.deepInclude(end.send, { state: "sent", attempts: 3 })
        assert.deepStrictEqual(
          (yield* vendor.accepted).map(({ email }) => [email.text, email.headers]),
          [["There is some. 1", { "x-said": "1" }]]
        )
      }).pipe(Effect.scoped, Effect.provide(layer))
    )

    it.effect("does not try again what the vendor rejects, and says so", () =>
      Effect.gen(function* () {
        const { accepted, attempts, events, send } = yield* oneSend("rejected", [status(422, "validation_error")])
        assert.deepInclude(send, { state: "failed", reason: "provider_rejected", attempts: 1 })
        assert.include(send.error, "validation_error")
        assert.deepStrictEqual([accepted.length, attempts], [0, 1])
        assert.deepStrictEqual(events, [{ id: send.eventId, type: "email.failed", reason: "provider_rejected" }])
      }).pipe(Effect.scoped)
    )

    it.effect("gives up after the last attempt, and tells what certainly did not leave from what may have", () =>
      Effect.gen(function* () {
        const slow = status(429, "rate_limit_exceeded")
        const limited = yield* oneSend("given_up", [slow, slow, slow], 3)
        assert.deepInclude(limited.send, { state: "failed", reason: "provider_unavailable", attempts: 3 })
        assert.include(limited.send.error, "3 attempts")
        const broken = status(500, "internal_server_error")
        const unknown = yield* oneSend("given_up_unknown", [broken, broken, broken], 3)
        assert.deepInclude(unknown.send, { state: "unknown", reason: "unknown_outcome", attempts: 3 })
        assert.deepStrictEqual([limited.accepted.length, limited.attempts, unknown.attempts], [0, 3, 3])
        assert.deepStrictEqual(
          limited.events.map(({ type }) => type),
          ["email.failed"]
        )
        // Nobody knows, so nothing is said to have happened.
        assert.isEmpty(unknown.events)
      }).pipe(Effect.scoped)
    )

    it.effect("does not send what lost its consent while it waited", () =>
      Effect.gen(function* () {
        const vendor = yield* ResendEmulator.make()
        const tenant = yield* workspace("withdrawn")
        const person = yield* subscriber(tenant, "ada")
        const marketing = yield* submit(tenant, person)
        const transactional = yield* submit(tenant, person, { purpose: "transactional", subject: "Your order" })
        yield* consent(tenant, person, "revoked")
        yield* work(vendor)
        const { events, send } = yield* settled(tenant, marketing.send.id)
        assert.deepInclude(send, { state: "failed", reason: "consent_revoked", attempts: 0 })
        assert.deepStrictEqual(events, [{ id: send.eventId, type: "email.failed", reason: "consent_revoked" }])
        assert.strictEqual((yield* settled(tenant, transactional.send.id)).send.state, "sent")
        assert.deepStrictEqual(
          (yield* vendor.accepted).map(({ email }) => email.subject),
          ["Your order"]
        )
      }).pipe(Effect.scoped, Effect.provide(layer))
    )

    it.effect("leaves what it was sending when it stopped to the next worker, and the vendor sees it once", () =>
      Effect.gen(function* () {
        const vendor = yield* ResendEmulator.make()
        const latch = yield* Latch.make()
        const laid = yield* vendor.fault.next({ kind: "slow", latch })
        const tenant = yield* workspace("stopped")
        const { send } = yield* submit(tenant, yield* subscriber(tenant, "ada"))
        const first = yield* Scope.make()
        yield* Scope.provide(work(vendor), first)
        yield* laid.reached
        yield* Scope.close(first, Exit.void)
        yield* latch.open
        yield* work(vendor)
        const { events, send: ended } = yield* settled(tenant, send.id)
        assert.strictEqual(ended.state, "sent")
        assert.strictEqual((yield* vendor.accepted).length, 1)
        assert.strictEqual(events.length, 1)
      }).pipe(Effect.scoped, Effect.provide(layer))
    )

    it.effect("shares a queue with other workers, and nothing is sent twice", () =>
      Effect.gen(function* () {
        const vendor = yield* ResendEmulator.make()
        const tenant = yield* workspace("shared")
        const people = yield* Effect.forEach(
          Array.from({ length: 30 }, (_, n) => `reader-${n}`),
          (name) => subscriber(tenant, name),
          { concurrency: 10 }
        )
        yield* Effect.all([work(vendor), work(vendor)])
        const submitted = yield* Effect.forEach(people, (person) => submit(tenant, person), { concurrency: 10 })
        for (const { send } of submitted) assert.strictEqual((yield* settled(tenant, send.id)).send.state, "sent")
        const keys = (yield* vendor.accepted).map(({ idempotencyKey }) => idempotencyKey)
        assert.deepStrictEqual(keys.toSorted(), submitted.map(({ send }) => send.id).toSorted())
        assert.strictEqual(yield* vendor.attempts, 30)
      }).pipe(Effect.scoped, Effect.provide(layer))
    )
  },
  { clock: "live" }
)
