import { assert } from "@effect/vitest"
import { Merging } from "@loopdrive/person/Merging"
import * as Queue from "@loopdrive/sending/Queue"
import { QueueStore } from "@loopdrive/sending/QueueStore"
import { SendAlertStore } from "@loopdrive/sending/SendAlertStore"
import { SendStore } from "@loopdrive/sending/SendStore"
import { Sending } from "@loopdrive/sending/Sending"
import * as SendSweep from "@loopdrive/sending/SendSweep"
import * as SmsCarrier from "@loopdrive/sending/SmsCarrier"
import { SuppressionStore } from "@loopdrive/sending/SuppressionStore"
import * as ResendEmulator from "@loopdrive/testkit/ResendEmulator"
import { describeStores } from "@loopdrive/testkit/TestDatabase"
import * as TwilioEmulator from "@loopdrive/testkit/TwilioEmulator"
import * as Effect from "effect/Effect"
import * as Schedule from "effect/Schedule"
import * as SqlClient from "effect/sql/SqlClient"
import { cancelRaces } from "./CancelRaces.ts"
import { layer, settled, submit, subscriber, text, twilio, work, workspace } from "./Mail.ts"

const soon = Schedule.spaced("20 millis")
const numbered = (count: number) => Array.from({ length: count }, (_, n) => n)

describeStores(
  "sends",
  (it) => {
    it.effect("of 200 at once to one person under a cap of three, three leave, and the best is among them", () =>
      Effect.gen(function* () {
        const vendor = yield* ResendEmulator.make()
        const tenant = yield* workspace("capped")
        const person = yield* subscriber(tenant, "ada")
        yield* work(vendor)
        const submitted = yield* Effect.forEach(
          numbered(200),
          (n) => submit(tenant, person, { text: `Campaign ${n % 50}, message ${n}`, priority: n === 120 ? 9 : 0 }),
          { concurrency: "unbounded" }
        )
        const sends = yield* SendStore
        const look = Effect.map(sends.history(tenant.workspaceId, [person], [], { limit: 1000, offset: 0 }), (found) =>
          found.sends.map(({ state }) => state)
        )
        const states = yield* Effect.repeat(look, {
          until: (seen) => seen.every((state) => state === "sent" || state === "deferred"),
          schedule: soon
        })
        assert.strictEqual(states.filter((state) => state === "sent").length, 3)
        const accepted = yield* vendor.accepted
        assert.strictEqual(accepted.length, 3)
        assert.include(
          accepted.map(({ idempotencyKey }) => idempotencyKey),
          submitted[120]?.send.id
        )
      }).pipe(Effect.scoped, Effect.provide(layer))
    )

    it.effect("that are taken back as they leave are exactly one of the two", () =>
      Effect.gen(function* () {
        const vendor = yield* ResendEmulator.make()
        const tally = yield* cancelRaces(yield* workspace("races"), vendor, { count: 150, people: 15 })
        assert.deepInclude(tally, { both: 0, neither: 0, strangers: 0 })
        assert.strictEqual(tally.sent + tally.cancelled, 150)
      }).pipe(Effect.scoped, Effect.provide(layer))
    )

    it.effect("are never repeated at a vendor that knows no keys: what may have left is looked for", () =>
      Effect.gen(function* () {
        const vendor = yield* TwilioEmulator.make()
        yield* vendor.fault.next({ kind: "accept-then-drop" })
        const tenant = yield* workspace("unknown")
        const to = (n: number) => ({
          channel: "sms" as const,
          purpose: "transactional" as const,
          to: `+1415555010${n}`
        })
        const first = yield* submit(tenant, "", { ...to(1), personId: undefined, text: "Code 1" })
        yield* text(vendor)
        assert.deepInclude((yield* settled(tenant, first.send.id)).send, {
          state: "unknown",
          reason: "unknown_outcome"
        })
        yield* vendor.fault.next({ kind: "drop-before" })
        const second = yield* submit(tenant, "", { ...to(2), personId: undefined, text: "Code 2" })
        assert.strictEqual((yield* settled(tenant, second.send.id)).send.state, "unknown")
        const sweep = (settleAfter: number) =>
          Effect.flatMap(SmsCarrier.make, (carrier) => SendSweep.make([carrier])).pipe(
            Effect.flatten,
            Effect.provide(twilio(vendor)),
            Effect.provideService(SendSweep.Options, { settleAfter, alertAfter: 0, lostAfter: 60_000 })
          )
        const alerts = yield* SendAlertStore
        const told = Effect.map(alerts.list(tenant.workspaceId, undefined, { limit: 10, offset: 0 }), (found) =>
          found.alerts.map(({ open, total }) => ({ open, total }))
        )
        yield* sweep(60_000)
        yield* sweep(60_000)
        assert.deepStrictEqual(yield* told, [{ open: 2, total: 2 }])
        yield* sweep(0)
        assert.deepStrictEqual(yield* told, [{ open: 0, total: 2 }])
        const { events, send } = yield* settled(tenant, first.send.id)
        assert.strictEqual(send.state, "sent")
        assert.deepStrictEqual(
          events.map(({ type }) => type),
          ["sms.sent"]
        )
        // The vendor does not have the second: it was put back, and leaves.
        const sends = yield* SendStore
        yield* Effect.repeat(sends.get(tenant.workspaceId, second.send.id), {
          until: ({ state }) => state === "sent",
          schedule: soon
        })
        assert.deepStrictEqual(
          (yield* vendor.accepted).map(({ body }) => body),
          ["Code 1", "Code 2"]
        )
      }).pipe(Effect.scoped, Effect.provide(layer))
    )

    it.effect("that nobody can handle are put aside where they can be looked at, and handed out again", () =>
      Effect.gen(function* () {
        const vendor = yield* ResendEmulator.make()
        const tenant = yield* workspace("dead")
        const sql = yield* SqlClient.SqlClient
        const queues = yield* QueueStore
        const { send } = yield* submit(tenant, yield* subscriber(tenant, "ada"))
        yield* sql`update sends set body_text = null where id = ${send.id}`
        yield* work(vendor)
        const dead = queues.dead("email.send", tenant.workspaceId, { limit: 10, offset: 0 })
        const { items } = yield* Effect.repeat(dead, { until: ({ total }) => total === 1, schedule: soon })
        assert.deepInclude(items[0]?.element, { sendId: send.id })
        assert.include(items[0]?.error, "without words")
        const stats = yield* queues.stats()
        assert.deepStrictEqual(
          stats.map(({ name }) => name),
          [...Queue.names]
        )
        assert.strictEqual(stats.find(({ name }) => name === "email.send")?.dead, 1)
        assert.strictEqual((yield* queues.dead("email.send", "ws_other", { limit: 10, offset: 0 })).total, 0)
        assert.strictEqual((yield* Effect.flip(queues.requeue("email.send", "ws_other", send.id)))._tag, "ItemNotFound")
        yield* sql`update sends set body_text = 'There is some.' where id = ${send.id}`
        yield* queues.requeue("email.send", tenant.workspaceId, items[0]?.id ?? "")
        assert.strictEqual((yield* settled(tenant, send.id)).send.state, "sent")
      }).pipe(Effect.scoped, Effect.provide(layer))
    )

    it.effect("to two people who turn out to be one are decided again for it, and what is the same leaves once", () =>
      Effect.gen(function* () {
        const vendor = yield* ResendEmulator.make()
        const tenant = yield* workspace("merged")
        const [ada, lovelace] = [yield* subscriber(tenant, "ada"), yield* subscriber(tenant, "lovelace")]
        const [one, two] = [
          yield* submit(tenant, ada, { jobId: "bulk_1" }),
          yield* submit(tenant, lovelace, { jobId: "bulk_1" })
        ]
        yield* (yield* Merging).merge(tenant.workspaceId, lovelace, ada, "test")
        yield* work(vendor)
        assert.strictEqual((yield* settled(tenant, one.send.id)).send.state, "sent")
        assert.deepInclude((yield* settled(tenant, two.send.id)).send, { state: "failed", reason: "merged_duplicate" })
        assert.strictEqual((yield* vendor.accepted).length, 1)
      }).pipe(Effect.scoped, Effect.provide(layer))
    )

    it.effect("do not go to an address that was suppressed while they waited, for as long as it is", () =>
      Effect.gen(function* () {
        const vendor = yield* ResendEmulator.make()
        const tenant = yield* workspace("suppressed")
        const { workspaceId } = tenant
        const suppressions = yield* SuppressionStore
        const person = yield* subscriber(tenant, "ada")
        const address = { type: "email" as const, value: "ada@example.com" }
        const { send } = yield* submit(tenant, person)
        const added = { ...address, workspaceId, reason: "hard_bounce" as const, source: "test" }
        const kept = yield* suppressions.add(added)
        assert.strictEqual((yield* suppressions.add(added)).id, kept.id)
        yield* suppressions.add({ ...added, reason: "unsubscribe" })
        yield* work(vendor)
        assert.deepInclude((yield* settled(tenant, send.id)).send, { state: "failed", reason: "suppressed" })
        assert.strictEqual((yield* submit(tenant, person)).refusedFor, "suppressed")
        yield* suppressions.remove(workspaceId, kept.id)
        assert.strictEqual((yield* Effect.flip(suppressions.remove(workspaceId, kept.id)))._tag, "SuppressionNotFound")
        assert.isUndefined((yield* submit(tenant, person, { purpose: "transactional" })).refusedFor)
        assert.isTrue(yield* suppressions.lift(workspaceId, address, "unsubscribe"))
        assert.isFalse(yield* suppressions.lift(workspaceId, address, "unsubscribe"))
        const page = { limit: 10, offset: 0 }
        assert.strictEqual((yield* suppressions.list(workspaceId, page)).total, 0)
        assert.isUndefined((yield* submit(tenant, person, { text: "Once more" })).refusedFor)
      }).pipe(Effect.scoped, Effect.provide(layer))
    )

    it.effect("can be taken back by whoever knows them, in their own workspace", () =>
      Effect.gen(function* () {
        const tenant = yield* workspace("cancelled")
        const sending = yield* Sending
        const { send } = yield* submit(tenant, yield* subscriber(tenant, "ada"))
        assert.strictEqual((yield* Effect.flip(sending.cancel("ws_other", send.id)))._tag, "SendNotFound")
        yield* sending.cancel(tenant.workspaceId, send.id)
        const { events, send: ended } = yield* settled(tenant, send.id)
        assert.deepInclude(ended, { state: "cancelled", reason: "cancelled" })
        assert.deepStrictEqual(
          events.map(({ reason, type }) => [type, reason]),
          [["email.failed", "cancelled"]]
        )
      }).pipe(Effect.provide(layer))
    )
  },
  { clock: "live" }
)
