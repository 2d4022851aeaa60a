/** What every store of the use of models promises, as one suite. */
import { assert } from "@effect/vitest"
import type { Vitest } from "@effect/vitest"
import { Effect } from "effect"
import type { Layer } from "effect"
import { TestClock } from "effect/testing"
import { ModelUsage } from "../src/ModelUsage.ts"
import type { Use } from "../src/ModelUsage.ts"

const use = (more: Partial<Use>): Use => ({
  workspaceId: "ws_usage",
  purpose: "completion",
  model: "gpt-5.4-mini",
  inputTokens: 1000,
  outputTokens: 100,
  failed: false,
  ...more
})

export const modelUsageContract = <Outer>(
  it: Vitest.MethodsNonLive<Outer>,
  layer: Layer.Layer<ModelUsage, never, Outer>,
  workspace: (id: string) => Effect.Effect<unknown, unknown, Outer>
): void => {
  it.effect("adds up calls, failures, tokens and cost by day, purpose and model, for one workspace", () =>
    Effect.gen(function* () {
      yield* workspace("ws_usage")
      yield* workspace("ws_other")
      const usage = yield* ModelUsage
      const notes = [use({}), use({}), use({ failed: true, outputTokens: 0 }), use({ purpose: "classification" })]
      yield* Effect.all(notes.map(usage.note), { concurrency: "unbounded" })
      yield* usage.note(use({ workspaceId: "ws_other" }))
      assert.strictEqual(yield* usage.tokensToday("ws_usage"), 4300)
      yield* TestClock.adjust("1 day")
      assert.strictEqual(yield* usage.tokensToday("ws_usage"), 0)
      yield* usage.note(use({ model: "a-model-of-tomorrow-2031-01-01" }))
      const rows = yield* usage.report("ws_usage", { from: "1970-01-01", to: "1970-01-02" })
      assert.deepStrictEqual(
        rows.map((row) => [row.day, row.purpose, row.calls, row.failures, row.inputTokens, row.costMicros]),
        [
          ["1970-01-02", "completion", 1, 0, 1000, null],
          ["1970-01-01", "classification", 1, 0, 1000, 1200],
          ["1970-01-01", "completion", 3, 1, 3000, 3150]
        ]
      )
      assert.lengthOf(yield* usage.report("ws_usage", { from: "1970-01-02", to: "1970-01-02" }), 1)
    }).pipe(Effect.provide(layer))
  )

  it.effect("carries on the tokens of the day with every use, whenever they were last read", () =>
    Effect.gen(function* () {
      yield* workspace("ws_day")
      const usage = yield* ModelUsage
      const today = usage.tokensToday("ws_day")
      assert.strictEqual(yield* today, 0)
      yield* usage.note(use({ workspaceId: "ws_day" }))
      assert.strictEqual(yield* today, 1100)
      yield* TestClock.adjust("3 seconds")
      assert.strictEqual(yield* today, 1100)
      yield* usage.note(use({ workspaceId: "ws_day" }))
      assert.strictEqual(yield* today, 2200)
      yield* TestClock.adjust("1 day")
      assert.strictEqual(yield* today, 0)
    }).pipe(Effect.provide(layer))
  )
}
