import { assert, describe, it } from "@effect/vitest"
import * as Deferred from "effect/Deferred"
import * as Effect from "effect/Effect"
import * as Fiber from "effect/Fiber"
import * as WorkspaceMemory from "../src/WorkspaceMemory.ts"

const remembering = () => {
  const looks: Array<string> = []
  let now = 0
  const look = (id: string) =>
    Effect.suspend(() => {
      looks.push(id)
      return id === "ws_none" ? Effect.fail("nobody") : Effect.succeed(looks.length)
    })
  return {
    memory: WorkspaceMemory.make(look, () => now),
    looks,
    pass: (millis: number) => {
      now += millis
    }
  }
}

describe("a workspace that is remembered", () => {
  it.effect("is looked up once in a moment, and again after it", () =>
    Effect.gen(function* () {
      const { looks, memory, pass } = remembering()
      assert.strictEqual(yield* memory.get("a"), 1)
      assert.strictEqual(yield* memory.get("a"), 1)
      assert.strictEqual(yield* memory.get("b"), 2)
      pass(1_000)
      assert.strictEqual(yield* memory.get("a"), 3)
      assert.deepStrictEqual(looks, ["a", "b", "a"])
    })
  )

  it.effect("is looked up again at once after it was changed here", () =>
    Effect.gen(function* () {
      const { looks, memory } = remembering()
      yield* memory.get("a")
      yield* memory.get("b")
      memory.forget("a")
      yield* memory.get("a")
      yield* memory.get("b")
      assert.deepStrictEqual(looks, ["a", "b", "a"])
    })
  )

  it.effect("is not remembered as it was before a change that came while it was looked up", () =>
    Effect.gen(function* () {
      const answer = yield* Deferred.make<string>()
      let looks = 0
      const memory = WorkspaceMemory.make(
        () =>
          Effect.suspend(() => {
            looks++
            return Deferred.await(answer)
          }),
        () => 0
      )
      const reading = yield* Effect.forkChild(memory.get("a"), { startImmediately: true })
      memory.forget("a")
      yield* Deferred.succeed(answer, "old")
      assert.strictEqual(yield* Fiber.join(reading), "old")
      yield* memory.get("a")
      assert.strictEqual(looks, 2)
    })
  )

  it.effect("is asked for again if it was not there", () =>
    Effect.gen(function* () {
      const { looks, memory } = remembering()
      yield* Effect.flip(memory.get("ws_none"))
      yield* Effect.flip(memory.get("ws_none"))
      assert.strictEqual(looks.length, 2)
    })
  )

  it.effect("takes no more room than there is", () =>
    Effect.gen(function* () {
      const { looks, memory } = remembering()
      for (let n = 0; n <= 10_000; n++) yield* memory.get(`ws_${n}`)
      yield* memory.get("ws_10000")
      assert.strictEqual(looks.length, 10_001)
      yield* memory.get("ws_0")
      assert.strictEqual(looks.length, 10_002)
    })
  )
})
