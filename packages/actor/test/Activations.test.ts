import { assert, layer } from "@effect/vitest"
import { Activations } from "@loopdrive/actor/Activations"
import { ActorUnavailable } from "@loopdrive/actor/ActorUnavailable"
import { FactSource } from "@loopdrive/actor/Facts"
import { Journal } from "@loopdrive/actor/Journal"
import { Limits, defaults } from "@loopdrive/actor/Limits"
import * as MemoryJournalStore from "@loopdrive/actor/MemoryJournalStore"
import { MemoryTables } from "@loopdrive/actor/MemoryTables"
import * as Effect from "effect/Effect"
import * as Exit from "effect/Exit"
import * as Layer from "effect/Layer"
import * as Queue from "effect/Queue"
import * as Scope from "effect/Scope"
import { add, identity } from "./Counters.ts"
import { counter } from "./example/Counter.ts"

/** A process of its own over nothing, with these limits. */
const actors = (limits: Partial<typeof defaults>) =>
  Activations.layer.pipe(
    Layer.provideMerge(Journal.layer),
    Layer.provide([MemoryJournalStore.layer.pipe(Layer.provide(MemoryTables.layer)), FactSource.layer]),
    Layer.provideMerge(Layer.succeed(Limits, { ...defaults, ...limits }))
  )

const names = (n: number) => Array.from({ length: n }, (_, i) => `counter-${i}`)

layer(Layer.empty)("the actors of a process", (it) => {
  it.effect("are read in groups no larger than the limit, each once", () =>
    Effect.gen(function* () {
      const groups: Array<ReadonlyArray<string>> = []
      const { register } = yield* Activations
      const residents = yield* register(counter, (ids) =>
        Effect.sync(() => {
          groups.push(ids)
          return new Map()
        })
      )
      yield* Effect.forEach(names(7), (id) => residents.take(id, add(1), identity(id)), { concurrency: "unbounded" })
      assert.deepStrictEqual(groups.flat().toSorted(), names(7))
      assert.isAtMost(Math.max(...groups.map((ids) => ids.length)), 2)
    }).pipe(Effect.provide(actors({ load: 2 })))
  )

  it.effect("are read before they are asked where somebody says that they will be, and once all the same", () =>
    Effect.gen(function* () {
      const read = yield* Queue.unbounded<ReadonlyArray<string>>()
      const { register } = yield* Activations
      const residents = yield* register(counter, (ids) => Effect.as(Queue.offer(read, ids), new Map()))
      residents.prepare("soon")
      assert.deepStrictEqual(yield* Queue.take(read), ["soon"])
      residents.prepare("soon")
      assert.deepStrictEqual(yield* residents.take("soon", add(1), identity("soon")), { total: 1 })
      assert.strictEqual(yield* Queue.size(read), 0)
    }).pipe(Effect.provide(actors({})))
  )

  it.effect("make room at the cap by a hundredth of it, the oldest first", () =>
    Effect.gen(function* () {
      const { register } = yield* Activations
      const residents = yield* register(counter, () => Effect.succeed(new Map()))
      for (const id of names(300)) yield* residents.take(id, add(1), identity(id))
      assert.strictEqual(residents.size(), 300)
      yield* residents.take("one more", add(1), identity("one more"))
      assert.strictEqual(residents.size(), 298)
      const old = new Set(names(3))
      residents.evict((id) => old.has(id))
      assert.strictEqual(residents.size(), 298)
    }).pipe(Effect.provide(actors({ residents: 300 })))
  )

  it.effect("take nothing more when their scope has closed", () =>
    Effect.gen(function* () {
      const { register } = yield* Activations
      const scope = yield* Scope.make()
      const residents = yield* Scope.provide(
        register(counter, () => Effect.succeed(new Map())),
        scope
      )
      assert.deepStrictEqual(yield* residents.take("late", add(1), identity("in time")), { total: 1 })
      yield* Scope.close(scope, Exit.void)
      residents.prepare("never asked")
      assert.strictEqual(residents.size(), 1)
      const error = yield* Effect.flip(residents.take("late", add(1), identity("too late")))
      assert.instanceOf(error, ActorUnavailable)
      assert.deepInclude(error, { entity: "late", reason: "closing" })
    }).pipe(Effect.provide(actors({})))
  )
})
