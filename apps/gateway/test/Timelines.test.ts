import { assert, describe, it } from "@effect/vitest"
import type { Event } from "@loopdrive/domain/Timeline"
import { EventStore } from "@loopdrive/events/EventStore"
import type { TimelineFilter } from "@loopdrive/events/EventStore"
import { PersonStore } from "@loopdrive/person/Store"
import { SendStore } from "@loopdrive/sending/SendStore"
import type { Send } from "@loopdrive/sending/SendStore"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import { Timelines } from "../src/Timelines.ts"

const instant = (second: number): string => new Date(Date.UTC(2026, 0, 1, 0, 0, second)).toISOString()

const happened = (id: string, second: number): Event => ({
  id,
  workspaceId: "ws_1",
  personId: "per_old",
  type: "email.opened",
  channel: "email",
  source: "resend",
  payload: {},
  ts: instant(second)
})

const waiting = (n: number, second: number, channel: Send["channel"] = "email"): Send => ({
  id: `send_${n}`,
  workspaceId: "ws_1",
  personId: "per_a",
  channel,
  purpose: "marketing",
  recipient: "ada@example.com",
  subject: undefined,
  text: "Hello",
  html: undefined,
  from: undefined,
  replyTo: undefined,
  brandId: undefined,
  objective: undefined,
  jobId: undefined,
  metadata: undefined,
  state: "queued",
  reason: undefined,
  error: undefined,
  provider: undefined,
  externalId: undefined,
  attempts: 0,
  eventId: `evt_${n}`,
  notBefore: undefined,
  queuedAt: new Date(instant(second)),
  sentAt: undefined,
  updatedAt: new Date(instant(second))
})

/** The ids on a timeline of these, and whether there is more. */
const timeline = (events: ReadonlyArray<Event>, sends: ReadonlyArray<Send>, filter: Partial<TimelineFilter> = {}) =>
  Effect.gen(function* () {
    const timelines = yield* Timelines
    const page = yield* timelines.of("ws_1", "per_old", { ...Timelines.everything, limit: 50, ...filter })
    return { ids: page.events.map(({ id }) => id), next: page.next, events: page.events }
  }).pipe(
    Effect.provide(Timelines.layer),
    Effect.provide(
      Layer.mergeAll(
        Layer.mock(EventStore, { timeline: (_ws, _ids, { limit }) => Effect.succeed(events.slice(0, limit)) }),
        Layer.mock(SendStore, { waiting: () => Effect.succeed(sends) }),
        Layer.mock(PersonStore, { lineage: () => Effect.succeed(["per_a", "per_old"]) })
      )
    )
  )

describe("a timeline", () => {
  it.effect("puts what waits among what happened, newest first, all of it the survivor's", () =>
    Effect.gen(function* () {
      const { events, ids, next } = yield* timeline(
        [happened("evt_9", 9), happened("evt_3", 3)],
        [waiting(6, 6), waiting(1, 1)]
      )
      assert.deepStrictEqual(ids, ["evt_9", "evt_6", "evt_3", "evt_1"])
      assert.deepStrictEqual([...new Set(events.map(({ personId }) => personId))], ["per_a"])
      assert.strictEqual(events[1]?.payload["state"], "queued")
      assert.isUndefined(next)
    })
  )

  it.effect("shows a send once that left while it was read", () =>
    Effect.gen(function* () {
      assert.deepStrictEqual((yield* timeline([happened("evt_6", 7)], [waiting(6, 6)])).ids, ["evt_6"])
    })
  )

  it.effect("orders what happened at one instant by id", () =>
    Effect.gen(function* () {
      assert.deepStrictEqual((yield* timeline([happened("evt_2", 5)], [waiting(3, 5), waiting(1, 5)])).ids, [
        "evt_3",
        "evt_2",
        "evt_1"
      ])
    })
  )

  it.effect.each([
    [{ channels: ["email"] }, ["evt_2", "evt_1"]],
    [{ channels: ["sms"] }, ["evt_3"]],
    [{ types: ["sms.sent"] }, ["evt_3"]],
    [{ from: Date.parse(instant(2)) }, ["evt_3", "evt_2"]],
    [{ to: Date.parse(instant(2)) }, ["evt_2", "evt_1"]],
    [{ after: { ts: instant(3), id: "evt_3" } }, ["evt_2", "evt_1"]],
    [{ after: { ts: instant(2), id: "evt_2" } }, ["evt_1"]],
    [{ after: { ts: instant(2), id: "evt_9" } }, ["evt_2", "evt_1"]]
  ] as const)("holds what waits to the filter %j", ([filter, expected]) =>
    Effect.gen(function* () {
      const sends = [waiting(3, 3, "sms"), waiting(2, 2), waiting(1, 1)]
      assert.deepStrictEqual((yield* timeline([], sends, filter)).ids, [...expected])
    })
  )

  it.effect("says where to go on when there is more", () =>
    Effect.gen(function* () {
      const { ids, next } = yield* timeline([happened("evt_9", 9)], [waiting(6, 6), waiting(5, 5)], { limit: 2 })
      assert.deepStrictEqual(ids, ["evt_9", "evt_6"])
      assert.deepStrictEqual(next, { ts: instant(6), id: "evt_6" })
    })
  )
})
