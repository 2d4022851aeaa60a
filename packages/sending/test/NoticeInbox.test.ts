import { assert, describe, it } from "@effect/vitest"
import { MemoryTables } from "@loopdrive/actor/MemoryTables"
import { DmProvider } from "@loopdrive/providers/DmProvider"
import type { Connector } from "@loopdrive/providers/DmProvider"
import type { Notice } from "@loopdrive/providers/Notice"
import * as MemoryNoticeStore from "@loopdrive/sending/MemoryNoticeStore"
import * as NoticeInbox from "@loopdrive/sending/NoticeInbox"
import { Outcomes } from "@loopdrive/sending/Outcomes"
import * as RedditPoll from "@loopdrive/sending/RedditPoll"
import { Replies } from "@loopdrive/sending/Replies"
import type { Acted } from "@loopdrive/sending/Replies"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import { TestClock } from "effect/testing"

const notice = (n: number, more: Partial<Notice> = {}): Notice => ({
  vendor: "reddit",
  channel: "reddit",
  eventId: `t4_${n}`,
  kind: "inbound",
  at: n,
  from: "ada",
  text: "Hello",
  ...more
})

const applied: Acted = { outcome: "applied", workspaceId: "ws" }

/** An inbox that notes in which order it acted; `act` says what came of it. */
const inboxOf = (act: (n: number) => Effect.Effect<Acted | undefined>) => {
  const seen: Array<string> = []
  const taken = (eventId: string) =>
    Effect.suspend(() => {
      seen.push(eventId)
      return act(seen.length)
    })
  const layer = NoticeInbox.NoticeInbox.layerNoDeps.pipe(
    Layer.provide(MemoryNoticeStore.layer.pipe(Layer.provide(MemoryTables.layer))),
    Layer.provide(Layer.succeed(Outcomes, { take: ({ told }) => taken(told.eventId) })),
    Layer.provide(
      Layer.succeed(Replies, { take: ({ told }) => Effect.map(taken(told.eventId), (acted) => acted ?? applied) })
    )
  )
  return { seen, layer }
}

describe("NoticeInbox", () => {
  it.effect("acts once on each, those of one address in the order of what happened", () => {
    const { layer, seen } = inboxOf(() => Effect.succeed(applied))
    return Effect.gen(function* () {
      const inbox = yield* NoticeInbox.NoticeInbox
      assert.strictEqual(yield* inbox.receive([notice(3), notice(1), notice(3), notice(2)]), 3)
      assert.strictEqual(yield* inbox.receive([notice(2)]), 0)
      assert.deepStrictEqual(seen, ["t4_1", "t4_2", "t4_3"])
      assert.strictEqual(yield* inbox.round, 0)
    }).pipe(Effect.provide(layer))
  })

  it.effect("waits longer each time for what nobody knows yet, and in the end lets it go", () => {
    const { layer, seen } = inboxOf(() => Effect.succeed(undefined))
    return Effect.gen(function* () {
      const inbox = yield* NoticeInbox.NoticeInbox
      yield* inbox.receive([notice(1, { kind: "delivered", externalId: "x" })])
      yield* TestClock.adjust("999 millis")
      assert.strictEqual(yield* inbox.round, 0)
      yield* TestClock.adjust("1 millis")
      assert.strictEqual(yield* inbox.round, 1)
      yield* TestClock.adjust("1 second")
      assert.strictEqual(yield* inbox.round, 0)
      for (let n = 0; n < 60; n++) {
        yield* TestClock.adjust("1 minute")
        yield* inbox.round
      }
      assert.strictEqual(seen.length, 16)
    }).pipe(Effect.provide(layer))
  })

  it.effect("acts again on what failed, and keeps the vendor from waiting for it", () => {
    const { layer, seen } = inboxOf((n) => (n === 1 ? Effect.die("gone") : Effect.succeed(applied)))
    return Effect.gen(function* () {
      const inbox = yield* NoticeInbox.NoticeInbox
      assert.strictEqual(yield* inbox.receive([notice(1)]), 1)
      yield* TestClock.adjust("1 second")
      assert.strictEqual(yield* inbox.round, 1)
      assert.strictEqual(yield* inbox.round, 0)
      assert.strictEqual(seen.length, 2)
    }).pipe(Effect.provide(layer))
  })

  it.effect("tells Reddit that its messages are kept once they are", () => {
    const { layer, seen } = inboxOf(() => Effect.succeed(applied))
    let acknowledged = 0
    let waiting = [notice(1), notice(2)]
    const reddit = {
      poll: Effect.suspend(() => {
        const notices = waiting
        return Effect.succeed({
          notices,
          acknowledge: Effect.sync(() => {
            acknowledged += 1
            waiting = []
          })
        })
      })
    }
    const provider = Layer.succeed(DmProvider, { connector: () => reddit as unknown as Connector })
    return Effect.gen(function* () {
      const look = yield* RedditPoll.make
      assert.strictEqual(yield* look, 2)
      assert.strictEqual(yield* look, 0)
      assert.deepStrictEqual([acknowledged, seen.length], [1, 2])
    }).pipe(Effect.provide(Layer.merge(layer, provider)))
  })
})
