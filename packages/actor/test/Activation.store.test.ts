import { assert } from "@effect/vitest"
import { Activations } from "@loopdrive/actor/Activations"
import { ActorUnavailable } from "@loopdrive/actor/ActorUnavailable"
import { Limits, defaults } from "@loopdrive/actor/Limits"
import { describeStores } from "@loopdrive/testkit/TestDatabase"
import * as Effect from "effect/Effect"
import * as Exit from "effect/Exit"
import * as Fiber from "effect/Fiber"
import * as SqlClient from "effect/sql/SqlClient"
import * as CounterTables from "./example/CounterTables.ts"
import { counter, load } from "./example/Counter.ts"
import { add, client, committed, identity, layerSql, rpcClient } from "./Counters.ts"

const many = (n: number) => Array.from({ length: n }, (_, i) => i)
const sums = (n: number) => many(n).map((i) => (i * (i + 1)) / 2)

describeStores(
  "an actor asked by messages",
  (it) => {
    it.effect("keeps the order in which the commands were sent", () =>
      Effect.gen(function* () {
        const { take } = yield* rpcClient
        const replies = yield* Effect.forEach(many(300), (i) => take("sent", add(i), identity(`sent-${i}`)), {
          concurrency: "unbounded"
        })
        assert.deepStrictEqual(
          replies.map(({ total }) => total),
          sums(300)
        )
      }).pipe(Effect.provide(layerSql))
    )

    it.effect("finishes the command of a caller that hung up", () =>
      Effect.gen(function* () {
        const { take } = yield* rpcClient
        // The first answer shows that messages arrive: what is sent next is on its way when the caller hangs up.
        yield* take("rpc-gone", add(1), identity("rpc-gone-first"))
        const fibers = yield* Effect.forEach(many(30), (i) =>
          Effect.forkChild(take("rpc-gone", add(1), identity(`rpc-gone-${i}`)), { startImmediately: true })
        )
        yield* Effect.yieldNow
        yield* Fiber.interruptAll(fibers.filter((_, i) => i % 3 === 0))
        yield* Fiber.awaitAll(fibers)
        const repeated = yield* Effect.forEach(many(30), (i) => take("rpc-gone", add(1), identity(`rpc-gone-${i}`)), {
          concurrency: "unbounded"
        })
        assert.strictEqual(new Set(repeated.map(({ total }) => total)).size, 30)
        const rows = yield* committed("rpc-gone")
        assert.deepInclude(rows, { total: 31, version: 31, receipts: 31 })
      }).pipe(Effect.provide(layerSql))
    )

    it.effect("answers a defect to its own caller and goes on for the others", () =>
      Effect.gen(function* () {
        const { take } = yield* rpcClient
        const exits = yield* Effect.forEach(
          many(60),
          (i) =>
            Effect.exit(take("rpc-defect", i % 20 === 10 ? { _tag: "Break" } : add(1), identity(`rpc-defect-${i}`))),
          { concurrency: "unbounded" }
        )
        const failed = exits.flatMap((exit, i) => (Exit.isFailure(exit) ? [i] : []))
        assert.deepStrictEqual(failed, [10, 30, 50])
        const defect = yield* Effect.flip(take("rpc-defect", { _tag: "Break" }, identity("rpc-defect-last")))
        assert.deepInclude(defect, new ActorUnavailable({ entity: "rpc-defect", reason: "defect" }))
        assert.deepInclude(yield* committed("rpc-defect"), { total: 57, version: 57, receipts: 57 })
      }).pipe(Effect.provide(layerSql))
    )
  },
  { clock: "live" }
)

describeStores(
  "an activation",
  (it) => {
    it.effect("that goes idle all the time with work in flight loses nothing and reorders nothing", () =>
      Effect.gen(function* () {
        const { take } = yield* client
        const actors = many(8)
        yield* Effect.forEach(
          actors,
          (actor) =>
            Effect.gen(function* () {
              for (const round of many(10)) {
                const replies = yield* Effect.forEach(
                  many(12),
                  (i) => take(`idle-${actor}`, add(1), identity(`idle-${actor}-${round}-${i}`)),
                  { concurrency: "unbounded" }
                )
                assert.deepStrictEqual(
                  replies.map(({ total }) => total),
                  many(12).map((i) => round * 12 + i + 1)
                )
                // Long past its time: it leaves memory between the rounds.
                yield* Effect.sleep("5 millis")
              }
            }),
          { concurrency: "unbounded" }
        )
        for (const actor of actors)
          assert.deepInclude(yield* committed(`idle-${actor}`), { total: 120, version: 120, receipts: 120 })
      }).pipe(Effect.provide(layerSql), Effect.provideService(Limits, { ...defaults, idle: 1 }))
    )

    it.effect("that is evicted with work in flight, and wanted again at once, is one writer all the same", () =>
      Effect.gen(function* () {
        yield* CounterTables.create
        const residents = yield* (yield* Activations).register(counter, yield* load)
        const takes = many(200).map((i) =>
          residents.take(`evicted-${i % 2}`, add(1), identity(`evicted-${i}`)).pipe(
            // As when a shard is lost and comes back while the journal writes.
            Effect.tap(() => Effect.sync(() => residents.evict(() => i % 5 === 0)))
          )
        )
        const replies = yield* Effect.all(takes, { concurrency: 30 })
        assert.strictEqual(replies.length, 200)
        for (const actor of [0, 1]) {
          const rows = yield* committed(`evicted-${actor}`)
          assert.deepInclude(rows, { total: 100, version: 100, receipts: 100 })
          assert.deepStrictEqual(
            rows.steps.map(({ total }) => total),
            many(100).map((i) => i + 1)
          )
        }
      }).pipe(Effect.scoped, Effect.provide(layerSql))
    )

    it.effect("shares its journal with another of the same actor, and neither loses or doubles anything", () =>
      Effect.gen(function* () {
        yield* CounterTables.create
        const activations = yield* Activations
        const [one, two] = [
          yield* activations.register(counter, yield* load),
          yield* activations.register(counter, yield* load)
        ]
        const replies = yield* Effect.forEach(
          many(120),
          (i) => (i % 3 === 0 ? one : two).take("twice", add(1), identity(`twice-${i}`)),
          { concurrency: 12 }
        )
        assert.strictEqual(new Set(replies.map(({ total }) => total)).size, 120)
        assert.deepInclude(yield* committed("twice"), { total: 120, version: 120, receipts: 120 })
      }).pipe(Effect.scoped, Effect.provide(layerSql))
    )

    it.effect("whose row another writer changed throws its state away and decides again on what is there", () =>
      Effect.gen(function* () {
        const { take } = yield* client
        const sql = yield* SqlClient.SqlClient
        yield* take("bumped", add(100), identity("bumped-0"))
        const meanwhile = Effect.forEach(
          many(20),
          () => sql`update counters set version = version + 1, total = total + 100 where id = 'bumped'`
        )
        const spent = Effect.forEach(many(20), (i) => take("bumped", add(-5), identity(`bumped-${i + 1}`)))
        yield* Effect.all([meanwhile, spent], { concurrency: "unbounded" })
        const rows = yield* committed("bumped")
        assert.deepInclude(rows, { total: 100 + 2000 - 100, version: 41, receipts: 21 })
        assert.isTrue(rows.steps.every(({ total }) => total >= 0))
      }).pipe(Effect.provide(layerSql))
    )
  },
  { clock: "live" }
)
