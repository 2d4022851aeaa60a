/** What the runtime promises on any store of its journal. */
import { assert } from "@effect/vitest"
import type { Vitest } from "@effect/vitest"
import { ActorUnavailable } from "@loopdrive/actor/ActorUnavailable"
import { Limits, defaults } from "@loopdrive/actor/Limits"
import { IdempotencyConflict } from "@loopdrive/actor/Receipt"
import * as Effect from "effect/Effect"
import * as Exit from "effect/Exit"
import * as Fiber from "effect/Fiber"
import * as Layer from "effect/Layer"
import type * as Scope from "effect/Scope"
import { add, identity } from "../Counters.ts"
import type { Committed, CounterClient } from "../Counters.ts"

/** A store under the suite. `Outer` is what the tests are given, `Inner` what `layer` adds to it. */
export interface Subject<Outer, Inner> {
  readonly layer: Layer.Layer<Inner, never, Outer>
  readonly client: Effect.Effect<CounterClient, unknown, Outer | Inner | Scope.Scope>
  readonly committed: (id: string) => Effect.Effect<Committed, unknown, Outer>
  /** Ends the windows of an actor's receipts. */
  readonly expire: (id: string) => Effect.Effect<unknown, unknown, Outer>
  /** A commit takes time, and rows are refused for what they hold. */
  readonly database: boolean
}

const many = (n: number) => Array.from({ length: n }, (_, i) => i)

export const suite = <Outer, Inner>(it: Vitest.MethodsNonLive<Outer>, subject: Subject<Outer, Inner>): void => {
  const { client, committed, database, expire, layer } = subject
  it.effect("applies the commands of one actor in the order they came", () =>
    Effect.gen(function* () {
      const { take } = yield* client
      const totals = yield* Effect.forEach(many(1000), (i) => take("order", add(i), identity(`order-${i}`)), {
        concurrency: "unbounded"
      })
      const expected = many(1000).map((i) => (i * (i + 1)) / 2)
      assert.deepStrictEqual(
        totals.map((reply) => reply.total),
        expected
      )
      const rows = yield* committed("order")
      assert.deepStrictEqual(
        rows.steps.map((step) => step.total),
        expected
      )
      assert.strictEqual(rows.version, 1000)
    }).pipe(Effect.provide(layer))
  )

  it.effect("answers a refusal by what was committed before it", () =>
    Effect.gen(function* () {
      const { take } = yield* client
      const exits = yield* Effect.forEach(
        many(300),
        (i) => Effect.exit(take("spend", add(i === 0 ? 100 : -1), identity(`spend-${i}`))),
        { concurrency: "unbounded" }
      )
      assert.strictEqual(exits.filter(Exit.isSuccess).length, 101)
      assert.strictEqual((yield* committed("spend")).total, 0)
    }).pipe(Effect.provide(layer))
  )

  it.effect("gives one key one effect and one answer, a hundred times at once and afterwards", () =>
    Effect.gen(function* () {
      const { take } = yield* client
      const same = () => take("once", add(7), identity("once"))
      const replies = yield* Effect.forEach(many(100), same, { concurrency: "unbounded" })
      assert.deepStrictEqual([...new Set(replies.map((reply) => reply.total))], [7])
      assert.strictEqual((yield* same()).total, 7)
      assert.strictEqual((yield* committed("once")).total, 7)
      const other = yield* Effect.flip(take("once", add(8), identity("once", "other")))
      assert.instanceOf(other, IdempotencyConflict)
    }).pipe(Effect.provide(layer))
  )

  it.effect("refuses a key that is under way with another payload", () =>
    Effect.gen(function* () {
      const { take } = yield* client
      const both = [take("way", add(1), identity("way", "a")), Effect.flip(take("way", add(2), identity("way", "b")))]
      const [first, second] = yield* Effect.all(both, { concurrency: "unbounded" })
      assert.deepStrictEqual(first, { total: 1 })
      assert.instanceOf(second, IdempotencyConflict)
      assert.strictEqual((yield* committed("way")).total, 1)
    }).pipe(Effect.provide(layer))
  )

  it.effect("refuses a key that another actor used with another payload", () =>
    Effect.gen(function* () {
      const { take } = yield* client
      yield* take("key-a", add(1), identity("shared-key", "a"))
      const other = yield* Effect.flip(take("key-b", add(1), identity("shared-key", "b")))
      assert.instanceOf(other, IdempotencyConflict)
      assert.strictEqual((yield* committed("key-b")).version, 0)
    }).pipe(Effect.provide(layer))
  )

  it.effect("answers a repeat from its receipt even when it would be refused now", () =>
    Effect.gen(function* () {
      const { take } = yield* client
      yield* take("last", add(5), identity("last-5"))
      const spent = yield* take("last", add(-5), identity("last-spend"))
      const again = yield* take("last", add(-5), identity("last-spend"))
      assert.deepStrictEqual(again, spent)
    }).pipe(Effect.provide(layer))
  )

  it.effect("lets a key be used anew once its window is over", () =>
    Effect.gen(function* () {
      const { take } = yield* client
      const windowed = { ...identity("windowed"), windowMillis: 30_000 }
      yield* take("window", add(1), windowed)
      assert.strictEqual((yield* take("window", add(1), windowed)).total, 1)
      yield* expire("window")
      assert.strictEqual((yield* take("window", add(1), windowed)).total, 2)
    }).pipe(Effect.provide(layer))
  )

  if (database)
    it.effect("lets a poisoned command fail alone", () =>
      Effect.gen(function* () {
        const { take } = yield* client
        const exits = yield* Effect.forEach(
          many(60),
          (i) =>
            Effect.exit(
              take(
                i % 2 === 0 ? "poison-a" : `poison-${i}`,
                i === 20 ? { _tag: "Poison" } : add(1),
                identity(`poison-${i}`)
              )
            ),
          { concurrency: "unbounded" }
        )
        const failed = exits.flatMap((exit, i) => (Exit.isFailure(exit) ? [i] : []))
        assert.deepStrictEqual(failed, [20])
        const rows = yield* committed("poison-a")
        assert.strictEqual(rows.total, 29)
        assert.strictEqual(rows.steps.length, 29)
      }).pipe(Effect.provide(layer))
    )

  it.effect("lets a defect in a decision fail its own command and nothing else", () =>
    Effect.gen(function* () {
      const { take } = yield* client
      const exits = yield* Effect.forEach(
        many(40),
        (i) => Effect.exit(take("defect", i === 10 ? { _tag: "Break" } : add(1), identity(`defect-${i}`))),
        { concurrency: "unbounded" }
      )
      assert.deepStrictEqual(
        exits.flatMap((exit, i) => (Exit.isFailure(exit) ? [i] : [])),
        [10]
      )
      assert.strictEqual((yield* committed("defect")).total, 39)
    }).pipe(Effect.provide(layer))
  )

  it.effect("keeps two writers of one actor from losing or doubling anything", () =>
    Effect.gen(function* () {
      const writer = Effect.flatMap(Layer.build(Layer.fresh(layer)), (services) =>
        Effect.provideContext(client, services)
      )
      const [one, two] = yield* Effect.all([writer, writer])
      const replies = yield* Effect.forEach(
        many(400),
        (i) => (i % 2 === 0 ? one : two).take("stale", add(1), identity(`stale-${i}`)),
        { concurrency: 16 }
      )
      assert.strictEqual(new Set(replies.map((reply) => reply.total)).size, 400)
      const rows = yield* committed("stale")
      assert.strictEqual(rows.total, 400)
      assert.strictEqual(rows.receipts, 400)
    }).pipe(Effect.scoped)
  )

  it.effect("takes an actor for a new one where the caller says so, and finds out where that is wrong", () =>
    Effect.gen(function* () {
      const presumedNew = { presumedNew: true }
      const { take } = yield* client
      assert.strictEqual((yield* take("presumed", add(2), identity("presumed-1"), presumedNew)).total, 2)
      // Another process, which was told wrong: it adds to what is there, refuses what is not covered, answers a repeat.
      const services = yield* Layer.build(Layer.fresh(layer))
      const other = yield* Effect.provideContext(client, services)
      assert.strictEqual((yield* other.take("presumed", add(3), identity("presumed-2"), presumedNew)).total, 5)
      const third = yield* Effect.provideContext(client, yield* Layer.build(Layer.fresh(layer)))
      assert.strictEqual((yield* third.take("presumed", add(2), identity("presumed-1"), presumedNew)).total, 2)
      const last = yield* Effect.provideContext(client, yield* Layer.build(Layer.fresh(layer)))
      assert.strictEqual((yield* last.take("presumed", add(-4), identity("presumed-3"), presumedNew)).total, 1)
      assert.deepInclude(yield* committed("presumed"), { total: 1, receipts: 3 })
    }).pipe(Effect.scoped, Effect.provide(layer))
  )

  if (database)
    it.effect("refuses what overflows the mailbox, and keeps what it took", () =>
      Effect.gen(function* () {
        const { take } = yield* client
        // More than four attempts of each can bring through, however quick the commits are.
        const exits = yield* Effect.forEach(
          many(1000),
          (i) => Effect.exit(take("full", add(1), identity(`full-${i}`))),
          {
            concurrency: "unbounded"
          }
        )
        const refused = exits.filter(Exit.isFailure)
        assert.isAbove(refused.length, 0)
        const rows = yield* committed("full")
        assert.strictEqual(rows.total, exits.length - refused.length)
      }).pipe(Effect.provide(layer), Effect.provideService(Limits, { ...defaults, mailbox: 10 }))
    )

  it.effect("finishes the command of a caller that hung up", () =>
    Effect.gen(function* () {
      const { take } = yield* client
      // Before shards are assigned a command waits, and one that waits can still be withdrawn.
      yield* take("gone", add(0), identity("gone-first"))
      const fibers = yield* Effect.forEach(many(20), (i) =>
        Effect.forkChild(take("gone", add(1), identity(`gone-${i}`)), { startImmediately: true })
      )
      yield* Fiber.interruptAll(fibers.filter((_, i) => i % 2 === 0))
      yield* Fiber.awaitAll(fibers)
      const last = yield* take("gone", add(1), identity("gone-last"))
      assert.strictEqual(last.total, 21)
    }).pipe(Effect.provide(layer))
  )

  it.effect("makes room for newcomers by dropping idle actors and loses nothing by it", () =>
    Effect.gen(function* () {
      const { take } = yield* client
      for (const round of many(3)) {
        yield* Effect.forEach(many(60), (i) => take(`room-${i}`, add(1), identity(`room-${round}-${i}`)), {
          concurrency: 5
        })
      }
      const totals = yield* Effect.forEach(many(60), (i) => committed(`room-${i}`))
      assert.deepStrictEqual([...new Set(totals.map((rows) => rows.total))], [3])
    }).pipe(Effect.provide(layer), Effect.provideService(Limits, { ...defaults, residents: 10 }))
  )

  if (database)
    it.effect("says that no room is left when every actor is busy", () =>
      Effect.gen(function* () {
        const { take } = yield* client
        const exits = yield* Effect.forEach(
          many(40),
          (i) => Effect.exit(take(`busy-${i}`, add(1), identity(`busy-${i}`))),
          {
            concurrency: "unbounded"
          }
        )
        const failures = exits.flatMap((exit) => (Exit.isFailure(exit) ? [exit.cause.reasons[0]] : []))
        assert.isAbove(failures.length, 0)
        for (const reason of failures) {
          assert.isTrue(reason?._tag === "Fail" && reason.error instanceof ActorUnavailable)
        }
      }).pipe(Effect.provide(layer), Effect.provideService(Limits, { ...defaults, residents: 4 }))
    )
}
