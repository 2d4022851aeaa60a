import { NodeServices } from "@effect/platform-node"
import { assert, layer } from "@effect/vitest"
import * as Console from "effect/Console"
import * as Effect from "effect/Effect"
import * as Latch from "effect/Latch"
import * as Gate from "../src/Gate.ts"
import * as Steps from "../src/Steps.ts"

/** Lets an effect print into a list. */
const printed = <A, E, R>(effect: Effect.Effect<A, E, R>) =>
  Effect.gen(function* () {
    const lines: Array<string> = []
    const log = (...texts: ReadonlyArray<unknown>) => {
      lines.push(...texts.join(" ").split("\n"))
    }
    const answer = yield* Effect.provideService(effect, Console.Console, { ...globalThis.console, log })
    return { answer, lines }
  })

const gate = (name: string, verdict: Gate.Verdict): Gate.Gate => ({ name, check: () => Effect.succeed(verdict) })
const good: Gate.Verdict = { passed: true, output: "hidden", note: "7 files" }

layer(NodeServices.layer)("Steps", (it) => {
  it.effect("runs every gate although one fails, in their order, and shows what the failing one said", () =>
    Effect.gen(function* () {
      const gates = [gate("first", good), gate("second", Gate.failed("line 1 is wrong")), gate("third", good)]
      const { answer, lines } = yield* printed(Steps.runGates(gates, "/"))
      assert.deepStrictEqual(answer, { passed: 2, failed: 1 })
      assert.deepStrictEqual(
        lines.map((line) => line.replaceAll(/ +/gu, " ")),
        ["ok first 0.0 s 7 files", "FAIL second 0.0 s", "line 1 is wrong", "ok third 0.0 s 7 files"]
      )
    })
  )

  it.effect("reports in order what ends out of order, two at once", () =>
    Effect.gen(function* () {
      const latch = yield* Latch.make()
      const slow: Gate.Gate = { name: "slow", check: () => Effect.as(latch.await, good) }
      const quick: Gate.Gate = { name: "quick", check: () => Effect.as(latch.open, good) }
      const { lines } = yield* printed(Steps.runGates([slow, quick], "/"))
      assert.deepStrictEqual(
        lines.map((line) => line.split(/ +/u)[1]),
        ["slow", "quick"]
      )
    })
  )

  it.effect("shows what failing tests said, and how many were left out", () =>
    Effect.gen(function* () {
      const counts = { passed: 3, failed: 1, skipped: 2, output: "expected 1 to be 2" }
      const { answer, lines } = yield* printed(Steps.runTests(Effect.succeed(counts)))
      assert.deepStrictEqual(answer, { passed: 3, failed: 1 })
      assert.match(lines[0] ?? "", /^FAIL tests .* 3 passed, 1 failed, 2 skipped$/u)
      assert.strictEqual(lines[1], "expected 1 to be 2")
    })
  )
})
