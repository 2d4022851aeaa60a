import { assert, describe, it } from "@effect/vitest"
import { FactSource } from "@loopdrive/actor/Facts"
import { EventStore } from "@loopdrive/events/EventStore"
import { PersonClient } from "@loopdrive/person/Client"
import type { Ask } from "@loopdrive/person/Published"
import type { Arrival } from "../src/core/Happening.ts"
import type { Told } from "../src/core/Told.ts"
import { PersonStore } from "@loopdrive/person/Store"
import * as MemorySuppressionStore from "@loopdrive/sending/MemorySuppressionStore"
import { NoticeStore, keep } from "@loopdrive/sending/NoticeStore"
import { Outcomes } from "@loopdrive/sending/Outcomes"
import type { Send } from "@loopdrive/sending/SendStore"
import { SuppressionStore } from "@loopdrive/sending/SuppressionStore"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import { someSend } from "./SomeSend.ts"

const ada = "ada@example.com"
const told = (part: Partial<Told>): Told => ({
  vendor: "resend",
  channel: "email",
  eventId: "evt_1",
  kind: "delivered",
  at: 1000,
  to: ada,
  ...part
})

/** What one notice comes to, where `send` is what it speaks of. */
const outcomeOf = (
  notice: Told,
  send: Send | undefined,
  known: {
    readonly arrivals?: ReadonlyArray<Arrival>
    readonly sentTo?: ReadonlyArray<Send>
    readonly dead?: true
  } = {}
) => {
  const asked: Array<Ask> = []
  const events: Array<string> = []
  const notices = Layer.mock(NoticeStore, {
    sendOf: () => Effect.succeed(send),
    sentTo: () => Effect.succeed(known.sentTo ?? []),
    arrivals: () => Effect.succeed(known.arrivals ?? [])
  })
  const people = Layer.mock(PersonClient, {
    ask: (_workspaceId, _personId, ask) => {
      asked.push(ask)
      return Effect.succeed({ _tag: "Recorded", id: "evt_1" })
    }
  })
  const log = Layer.mock(EventStore, {
    append: (fresh) => Effect.sync(() => void events.push(...fresh.map(({ sendId, type }) => `${type} ${sendId}`)))
  })
  const suppressions = MemorySuppressionStore.layer.pipe(
    Layer.provide([FactSource.layerCounting, Layer.mock(PersonStore, {})])
  )
  return Effect.gen(function* () {
    const store = yield* SuppressionStore
    if (known.dead)
      yield* store.add({ workspaceId: "ws_1", type: "email", value: ada, reason: "soft_bounces", source: "resend" })
    const acted = yield* (yield* Outcomes).take(keep(notice))
    const { suppressions: kept } = yield* store.list("ws_1", { limit: 10, offset: 0 })
    return {
      acted,
      events,
      settled: asked.map((ask) => (ask._tag === "SettleSend" ? ask.outcome : ask)),
      suppressed: kept.map(({ reason, type, value }) => `${reason} ${type} ${value}`)
    }
  }).pipe(Effect.provide(Outcomes.layer.pipe(Layer.provideMerge(suppressions), Layer.provide([notices, people, log]))))
}

const bounces = (many: number): ReadonlyArray<Arrival> =>
  Array.from({ length: many }, (_, at) => ({ kind: "bounced_soft", at }))

describe("a send of which nobody knows whether it left", () => {
  it.effect.each([
    [{ code: "30003", detail: "Unreachable" }, "30003 Unreachable"],
    [{ detail: "Unreachable" }, "Unreachable"],
    [{ code: "30003" }, "30003"],
    [{}, "failed"]
  ] as const)("has failed when the vendor says so, with what it says: %o", ([said, error]) =>
    Effect.gen(function* () {
      const { acted, settled } = yield* outcomeOf(told({ kind: "failed", ...said }), someSend({ state: "unknown" }))
      assert.deepStrictEqual(settled, [{ _tag: "Failed", provider: "resend", reason: "provider_rejected", error }])
      assert.deepStrictEqual(acted, { outcome: "applied", workspaceId: "ws_1" })
    })
  )

  it.effect("was sent when the vendor speaks of it by its name", () =>
    Effect.gen(function* () {
      const { settled } = yield* outcomeOf(told({ externalId: "re_1" }), someSend({ state: "leaving" }))
      assert.deepStrictEqual(settled, [{ _tag: "Sent", provider: "resend", externalId: "re_1" }])
    })
  )

  it.effect("stays unknown where the vendor names no message, and one that has ended stays as it ended", () =>
    Effect.gen(function* () {
      assert.deepStrictEqual((yield* outcomeOf(told({}), someSend({ state: "unknown" }))).settled, [])
      const ended = yield* outcomeOf(told({ kind: "failed" }), someSend({ state: "sent" }))
      assert.deepStrictEqual(ended.settled, [])
      assert.deepStrictEqual(ended.events, ["email.failed send_1"])
    })
  )
})

describe("an address", () => {
  const sent = someSend({ state: "sent", recipient: ada })

  it.effect("is written to no more after a hard bounce or a complaint", () =>
    Effect.gen(function* () {
      const bounced = yield* outcomeOf(told({ kind: "bounced_hard" }), sent)
      assert.deepStrictEqual(bounced.suppressed, [`hard_bounce email ${ada}`])
      const complained = yield* outcomeOf(told({ kind: "complained" }), sent)
      assert.deepStrictEqual(complained.suppressed, [`complaint email ${ada}`])
    })
  )

  it.effect("is dead after five soft bounces in a row, alive again once something shows that they were not", () =>
    Effect.gen(function* () {
      const soft = told({ kind: "bounced_soft" })
      assert.deepStrictEqual((yield* outcomeOf(soft, sent, { arrivals: bounces(4) })).suppressed, [])
      assert.deepStrictEqual((yield* outcomeOf(soft, sent, { arrivals: bounces(5) })).suppressed, [
        `soft_bounces email ${ada}`
      ])
      // A fourth bounce of those that still count says nothing for the address.
      const still = yield* outcomeOf(soft, sent, { arrivals: bounces(4), dead: true })
      assert.lengthOf(still.suppressed, 1)
      const alive = yield* outcomeOf(told({}), sent, {
        arrivals: [...bounces(4), { kind: "delivered", at: 2 }],
        dead: true
      })
      assert.deepStrictEqual(alive.suppressed, [])
    })
  )

  it.effect("is left alone by an open, and by a bounce of a send that names none", () =>
    Effect.gen(function* () {
      assert.deepStrictEqual(
        (yield* outcomeOf(told({ kind: "opened" }), sent, { arrivals: bounces(9) })).suppressed,
        []
      )
      const nameless = yield* outcomeOf(told({ kind: "bounced_hard" }), someSend({ state: "sent" }))
      assert.deepStrictEqual([nameless.suppressed, nameless.events], [[], ["email.bounced send_1"]])
    })
  )
})

describe("what a vendor tells", () => {
  const read = told({
    channel: "whatsapp",
    vendor: "meta",
    kind: "read",
    from: "14155550100",
    upTo: 900,
    to: undefined
  })
  const messages = [someSend({ id: "send_1", channel: "whatsapp" }), someSend({ id: "send_2", channel: "whatsapp" })]

  it.effect("of everything up to an instant is told of each message before it", () =>
    Effect.gen(function* () {
      const { acted, events } = yield* outcomeOf(read, undefined, { sentTo: messages })
      assert.deepStrictEqual(events, ["dm.read send_1", "dm.read send_2"])
      assert.deepStrictEqual(acted, { outcome: "applied", workspaceId: undefined })
    })
  )

  it.effect("is nobody's where nothing was sent, though not where it names a send of ours", () =>
    Effect.gen(function* () {
      assert.strictEqual((yield* outcomeOf(read, undefined)).acted?.outcome, "unclaimed")
      assert.strictEqual((yield* outcomeOf(read, messages[0])).acted?.outcome, "applied")
    })
  )

  it.effect("waits until the send is known that it speaks of, and adds nothing where the send says it itself", () =>
    Effect.gen(function* () {
      assert.isUndefined((yield* outcomeOf(told({}), undefined)).acted)
      const { events } = yield* outcomeOf(told({ kind: "sent" }), someSend({ state: "sent" }))
      assert.deepStrictEqual(events, [])
    })
  )
})
