import { assert, describe, it } from "@effect/vitest"
import * as Effect from "effect/Effect"
import * as Fiber from "effect/Fiber"
import * as Latch from "effect/Latch"
import * as Batch from "@loopdrive/actor/Batch"

/** A read that waits for the latch and notes what it was asked. */
const gated = () => {
  const asked: Array<ReadonlyArray<number>> = []
  const gate = Latch.makeUnsafe(false)
  const read = (keys: ReadonlyArray<number>) => {
    asked.push(keys)
    return Effect.as(
      gate.await,
      keys.map((key) => key * 10)
    )
  }
  return { asked, gate, read }
}
const askAll = (ask: (key: number) => Effect.Effect<number, string>, keys: ReadonlyArray<number>) =>
  Effect.forEach(keys, (key) => Effect.forkChild(ask(key), { startImmediately: true }))

describe("a batch", () => {
  it.effect("lets the first go alone and gathers the rest while it runs", () =>
    Effect.gen(function* () {
      const { asked, gate, read } = gated()
      const fibers = yield* askAll(Batch.make({ read, most: 100, lanes: 1 }), [1, 2, 3])
      yield* gate.open
      const answers = yield* Effect.forEach(fibers, Fiber.join)
      assert.deepStrictEqual(answers, [10, 20, 30])
      assert.deepStrictEqual(asked, [[1], [2, 3]])
    })
  )

  it.effect("is never larger than it may be, and runs in as many lanes as it may", () =>
    Effect.gen(function* () {
      const { asked, gate, read } = gated()
      const fibers = yield* askAll(Batch.make({ read, most: 2, lanes: 2 }), [1, 2, 3, 4, 5])
      assert.deepStrictEqual(asked, [[1], [2]])
      yield* gate.open
      yield* Effect.forEach(fibers, Fiber.join)
      assert.deepStrictEqual(asked, [[1], [2], [3, 4], [5]])
    })
  )

  it.effect("fails for everybody in it and for nobody after it", () =>
    Effect.gen(function* () {
      let down = true
      const read = (keys: ReadonlyArray<number>) => (down ? Effect.fail("down") : Effect.succeed(keys))
      const ask = Batch.make({ read, most: 10, lanes: 1 })
      assert.strictEqual(yield* Effect.flip(ask(1)), "down")
      down = false
      assert.strictEqual(yield* ask(2), 2)
    })
  )

  it.effect("leaves nobody waiting whose key was not answered", () =>
    Effect.gen(function* () {
      const ask = Batch.make({ read: () => Effect.succeed<ReadonlyArray<number>>([]), most: 10, lanes: 1 })
      const exit = yield* Effect.exit(ask(1))
      assert.include(String(exit), "fewer keys")
    })
  )

  it.effect("goes on when a caller hangs up", () =>
    Effect.gen(function* () {
      const { gate, read } = gated()
      const ask = Batch.make({ read, most: 10, lanes: 1 })
      const [gone, stays] = yield* askAll(ask, [1, 2])
      yield* Fiber.interrupt(gone as Fiber.Fiber<number, string>)
      yield* gate.open
      assert.strictEqual(yield* Fiber.join(stays as Fiber.Fiber<number, string>), 20)
    })
  )
})
