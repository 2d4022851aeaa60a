import { assert, describe, it } from "@effect/vitest"
import { MemoryTables, rowsOf } from "@loopdrive/actor/MemoryTables"
import * as MemoryQueue from "@loopdrive/sending/MemoryQueue"
import * as Queue from "@loopdrive/sending/Queue"
import { QueueStore } from "@loopdrive/sending/QueueStore"
import * as Workers from "@loopdrive/sending/Workers"
import * as Deferred from "effect/Deferred"
import * as Effect from "effect/Effect"
import * as Exit from "effect/Exit"
import * as Fiber from "effect/Fiber"
import * as Layer from "effect/Layer"
import * as Schedule from "effect/Schedule"
import { TestClock } from "effect/testing"

const queues = Layer.mergeAll(MemoryQueue.layer, MemoryQueue.layerStore).pipe(
  Layer.provideMerge(MemoryTables.layer),
  Layer.provideMerge(Layer.succeed(Queue.Backoff, Schedule.spaced("1 minute")))
)

/** The send that an item stands for is this workspace's. */
const known = (sendId: string, workspaceId: string) =>
  Effect.map(MemoryTables, (tables) => rowsOf(tables, "sends").set(sendId, { id: sendId, workspace_id: workspaceId }))

const statsOf = Effect.fnUntraced(function* (name: Queue.QueueName) {
  const { stats } = yield* QueueStore
  return (yield* stats()).find((each) => each.name === name)
})

describe("the durable queues in memory", () => {
  it.effect("hand an item out once, however often it was offered under its id, the one due longest first", () =>
    Effect.gen(function* () {
      const queue = yield* Queue.make("email.send")
      yield* queue.offer({ sendId: "b" }, { id: "b" })
      yield* TestClock.adjust("1 second")
      yield* queue.offer({ sendId: "a" }, { id: "a" })
      yield* queue.offer({ sendId: "b, again" }, { id: "b" })
      const seen = [yield* queue.take(Effect.succeed), yield* queue.take(Effect.succeed)]
      assert.deepStrictEqual(
        seen.map(({ sendId }) => sendId),
        ["b", "a"]
      )
      assert.deepInclude(yield* statsOf("email.send"), { depth: 0, completedLastMinute: 2 })
      yield* TestClock.adjust("2 minutes")
      assert.deepInclude(yield* statsOf("email.send"), { completedLastMinute: 0 })
    }).pipe(Effect.provide(queues))
  )

  it.effect(
    "hand out again what failed after its back-off, and at once what was interrupted, which is no attempt",
    () =>
      Effect.gen(function* () {
        const queue = yield* Queue.make("sms.send")
        yield* queue.offer({ sendId: "a" }, { id: "a" })
        const attempt = (handle: Effect.Effect<void, string>) =>
          queue.take((_, { attempts }) => Effect.as(handle, attempts))
        assert.isTrue(Exit.isFailure(yield* Effect.exit(attempt(Effect.fail("no")))))
        assert.deepInclude(yield* statsOf("sms.send"), { depth: 0, delayed: 1 })
        yield* TestClock.adjust("1 minute")
        const held = yield* Deferred.make<void>()
        const fiber = yield* Effect.forkChild(attempt(Effect.andThen(Deferred.succeed(held, undefined), Effect.never)))
        yield* TestClock.adjust("1 second")
        yield* Deferred.await(held)
        assert.deepInclude(yield* statsOf("sms.send"), { depth: 1, oldestMillis: 1000 })
        yield* Fiber.interrupt(fiber)
        const again = yield* Effect.forkChild(attempt(Effect.void))
        yield* TestClock.adjust("1 second")
        assert.strictEqual(yield* Fiber.join(again), 2)
      }).pipe(Effect.provide(queues))
  )

  it.effect("keep what cannot be handled for its own workspace to look at and to hand out again", () =>
    Effect.gen(function* () {
      yield* known("send_1", "ws_1")
      const queue = yield* Queue.make("email.send")
      const store = yield* QueueStore
      const broken = Workers.run("email.send", () => Effect.die(new Error("a defect"))).pipe(
        Effect.provideService(Workers.Options, { concurrency: 1, attemptsMost: 1, failuresMost: 2 })
      )
      yield* queue.offer({ sendId: "send_1" }, { id: "send_1" })
      yield* broken
      yield* TestClock.adjust("2 minutes")
      assert.deepInclude(yield* statsOf("email.send"), { depth: 0, dead: 1 })
      const page = { limit: 10, offset: 0 }
      const { items, total } = yield* store.dead("email.send", "ws_1", page)
      assert.strictEqual(total, 1)
      assert.include(items[0]?.error, "a defect")
      assert.deepStrictEqual(yield* store.dead("email.send", "ws_2", page), { items: [], total: 0 })

      for (const [workspaceId, id] of [
        ["ws_2", "send_1"],
        ["ws_1", "send_2"]
      ] as const) {
        const error = yield* Effect.flip(store.requeue("email.send", workspaceId, id))
        assert.deepInclude(error, { _tag: "ItemNotFound", queue: "email.send", id })
      }
      yield* store.requeue("email.send", "ws_1", "send_1")
      assert.deepInclude(yield* statsOf("email.send"), { depth: 1, dead: 0 })
      // Buried twice or buried unknown, nothing else happens.
      yield* store.bury("email.send", "nobody", "gone")
      assert.deepInclude(yield* statsOf("email.send"), { dead: 0 })
    }).pipe(Effect.scoped, Effect.provide(queues))
  )
})
