import { assert, describe, it } from "@effect/vitest"
import { MemoryTables } from "@loopdrive/actor/MemoryTables"
import * as MemoryNoticeStore from "@loopdrive/sending/MemoryNoticeStore"
import { NoticeStore, keep } from "@loopdrive/sending/NoticeStore"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import type { Told } from "../src/core/Told.ts"

const phone = "+14155550100"
const kept = (eventId: string, at: number, part: Partial<Told> = {}) =>
  keep({ vendor: "twilio", channel: "sms", eventId, kind: "inbound", at, from: phone, text: "Hello", ...part })
const idsOf = (all: ReadonlyArray<{ readonly told: Told }>) => all.map(({ told }) => told.eventId)

const store = Layer.fresh(MemoryNoticeStore.layer.pipe(Layer.provide(MemoryTables.layer)))

describe("the inbox in memory", () => {
  it.effect("hands out what is due, by when it is due and then by when it happened", () =>
    Effect.gen(function* () {
      const { due, postpone, receive, settle } = yield* NoticeStore
      const [late, early, done] = [kept("late", 9), kept("early", 1), kept("done", 2)] as const
      yield* receive([late, early, done], 100)
      assert.deepStrictEqual(idsOf(yield* due(100, 9)), ["early", "done", "late"])
      yield* postpone(early, 200)
      yield* settle(done, "applied", "ws_1", 100)
      assert.deepStrictEqual(idsOf(yield* due(199, 9)), ["late"])
      assert.deepStrictEqual(idsOf(yield* due(200, 9)), ["late", "early"])
      // What is settled stays so.
      yield* postpone(done, 0)
      yield* postpone(kept("nobody's", 0), 0)
      assert.deepStrictEqual(idsOf(yield* due(200, 9)), ["late", "early"])
    }).pipe(Effect.provide(store))
  )

  it.effect("counts a workspace's own bounces of an address until they are forgotten", () =>
    Effect.gen(function* () {
      const { arrivals, forget, receive, settle } = yield* NoticeStore
      const bounce = (eventId: string, at: number) =>
        kept(eventId, at, { vendor: "resend", channel: "email", kind: "bounced_soft", to: "ada@example.com" })
      const [mine, theirs] = [bounce("mine", 1), bounce("theirs", 2)] as const
      const arrived = {
        ...bounce("arrived", 3),
        told: { ...mine.told, eventId: "arrived", kind: "delivered" as const }
      }
      yield* receive([mine, theirs, arrived], 100)
      yield* settle(mine, "applied", "ws_1", 100)
      yield* settle(theirs, "applied", "ws_2", 100)
      yield* settle(arrived, "applied", "ws_1", 100)
      const kindsOf = (ws: string) =>
        Effect.map(arrivals(ws, "email", "ada@example.com"), (all) => all.map(({ kind }) => kind).toSorted())
      assert.deepStrictEqual(yield* kindsOf("ws_1"), ["bounced_soft", "delivered"])
      yield* forget("ws_1", "email", "ada@example.com")
      assert.deepStrictEqual([yield* kindsOf("ws_1"), yield* kindsOf("ws_2")], [["delivered"], ["bounced_soft"]])
    }).pipe(Effect.provide(store))
  )

  it.effect("knows the commands among what came from an address, newest first", () =>
    Effect.gen(function* () {
      const { commands, receive } = yield* NoticeStore
      yield* receive([kept("a", 1, { text: "STOP" }), kept("b", 2), kept("c", 3, { text: "START" })], 100)
      assert.deepStrictEqual(yield* commands("sms", phone), [
        { keyword: "start", at: 3 },
        { keyword: "stop", at: 1 }
      ])
    }).pipe(Effect.provide(store))
  )
})
