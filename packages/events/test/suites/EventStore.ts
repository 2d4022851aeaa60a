/** What the log of events answers on any store. */
import { assert } from "@effect/vitest"
import type { Vitest } from "@effect/vitest"
import type { Event } from "@loopdrive/domain/Timeline"
import { EventStore } from "@loopdrive/events/EventStore"
import type { TimelineFilter } from "@loopdrive/events/EventStore"
import * as Effect from "effect/Effect"
import type * as Layer from "effect/Layer"

/** An event as a test writes it. */
export interface Written {
  readonly id: string
  readonly workspaceId: string
  readonly personId: string
  readonly type: string
  readonly channel: string | null
  /** Epoch milliseconds. */
  readonly at: number
}

/** Writes a person's events; the payload of each is `{"n":1}`. */
export type Write<R> = (workspaceId: string, events: ReadonlyArray<Written>) => Effect.Effect<unknown, unknown, R>

/** A store under the suite. `Outer` is what the tests are given. */
export interface Subject<Outer> {
  readonly layer: Layer.Layer<EventStore, never, Outer>
  readonly write: Write<Outer>
}

const day = (n: number): number => Date.UTC(2030, 0, n)
const all: TimelineFilter = { channels: [], types: [], from: undefined, to: undefined, limit: 100, after: undefined }

/** A workspace with one person and one event a day; three at the same moment on the third. */
export const log = Effect.fnUntraced(function* <R>(write: Write<R>, name: string) {
  const ws = `ws_${name}`
  const person = `per_${name}`
  const event = (id: string, type: string, channel: string | null, at: number): Written => ({
    id: `${name}_${id}`,
    workspaceId: ws,
    personId: person,
    type,
    channel,
    at
  })
  yield* write(ws, [
    event("4", "email.clicked", "email", day(4)),
    event("1", "email.sent", "email", day(1)),
    event("2", "email.opened", "email", day(2)),
    event("3b", "page.viewed", null, day(3)),
    event("3c", "page.left", null, day(3)),
    event("3a", "sms.sent", "sms", day(3))
  ])
  return {
    ws,
    person,
    short: (ids: ReadonlyArray<{ readonly id: string }>) => ids.map(({ id }) => id.split("_").at(-1))
  }
})

export const suite = <Outer>(it: Vitest.MethodsNonLive<Outer>, { layer, write }: Subject<Outer>): void => {
  it.effect("takes an event that joins it once, with its metadata", () =>
    Effect.gen(function* () {
      const { person, ws } = yield* log(write, "append")
      const store = yield* EventStore
      const event = {
        id: "append_9",
        workspaceId: ws,
        organizationId: undefined,
        personId: person,
        sendId: undefined,
        type: "sms.replied",
        channel: "sms",
        source: "twilio",
        payload: { text: "yes" },
        metadata: { intent: "interested" },
        ts: day(9)
      }
      yield* store.append([])
      yield* store.append([event])
      yield* store.append([{ ...event, payload: { text: "no" } }])
      const [first, second] = yield* store.timeline(ws, [person], all)
      assert.deepInclude(first, { id: "append_9", payload: { text: "yes" }, metadata: { intent: "interested" } })
      assert.strictEqual(second?.type, "email.clicked")
    }).pipe(Effect.provide(layer))
  )

  it.effect("shows a person's timeline newest first, filtered by channel, type and time", () =>
    Effect.gen(function* () {
      const { person, short, ws } = yield* log(write, "filters")
      const { timeline } = yield* EventStore
      const ids = (filter: Partial<TimelineFilter>) => Effect.map(timeline(ws, [person], { ...all, ...filter }), short)
      assert.deepStrictEqual(yield* ids({}), ["4", "3c", "3b", "3a", "2", "1"])
      assert.deepStrictEqual(yield* ids({ channels: ["email"] }), ["4", "2", "1"])
      assert.deepStrictEqual(yield* ids({ types: ["email.sent", "sms.sent"] }), ["3a", "1"])
      assert.deepStrictEqual(yield* ids({ from: day(2), to: day(3) }), ["3c", "3b", "3a", "2"])
      assert.deepStrictEqual(yield* ids({ channels: ["sms"], types: ["page.viewed"] }), [])
      const [first] = yield* timeline(ws, [person], { ...all, limit: 1 })
      assert.deepInclude(first, { workspaceId: ws, personId: person, channel: "email", ts: "2030-01-04T00:00:00.000Z" })
      assert.deepStrictEqual(first?.payload, { n: 1 })
    }).pipe(Effect.provide(layer))
  )

  it.effect("goes on exactly where a page ended, in the middle of a moment too", () =>
    Effect.gen(function* () {
      const { person, short, ws } = yield* log(write, "pages")
      const { timeline } = yield* EventStore
      const seen: Array<string | undefined> = []
      let after: TimelineFilter["after"] = undefined
      for (;;) {
        const found: ReadonlyArray<Event> = yield* timeline(ws, [person], { ...all, limit: 2, after })
        const last = found.at(-1)
        if (last === undefined) break
        seen.push(...short(found))
        after = { ts: last.ts, id: last.id }
      }
      assert.deepStrictEqual(seen, ["4", "3c", "3b", "3a", "2", "1"])
    }).pipe(Effect.provide(layer))
  )

  it.effect("shows a workspace its own events only", () =>
    Effect.gen(function* () {
      const ours = yield* log(write, "ours")
      const theirs = yield* log(write, "theirs")
      const { kindsOf, ofSend, timeline } = yield* EventStore
      assert.deepStrictEqual(yield* timeline(ours.ws, [theirs.person], all), [])
      assert.deepStrictEqual(yield* ofSend(ours.ws, "send_none"), [])
      assert.strictEqual((yield* kindsOf(ours.ws, ["send_none"])).size, 0)
      assert.strictEqual((yield* kindsOf(ours.ws, [])).size, 0)
    }).pipe(Effect.provide(layer))
  )
}
