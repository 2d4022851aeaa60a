import { assert, describe, it } from "@effect/vitest"
import * as fc from "fast-check"
import * as UsageRows from "../src/core/UsageRows.ts"

const use = fc.record({
  workspaceId: fc.constantFrom("ws_a", "ws_b"),
  day: fc.constantFrom("2030-01-01", "2030-01-02"),
  purpose: fc.constantFrom("completion", "moderation"),
  model: fc.constantFrom("gpt-5.4-mini", "a-model-of-tomorrow"),
  inputTokens: fc.nat(10_000),
  outputTokens: fc.nat(10_000),
  failed: fc.boolean()
})

describe("uses of a model, added up", () => {
  it("are the same calls and tokens in fewer rows, each place once and in one order", () => {
    fc.assert(
      fc.property(fc.array(use), (uses) => {
        const rows = UsageRows.of(uses)
        const sum = (numbers: ReadonlyArray<number>): number => numbers.reduce((total, one) => total + one, 0)
        assert.strictEqual(sum(rows.map(({ calls }) => calls)), uses.length)
        assert.strictEqual(sum(rows.map(({ failures }) => failures)), uses.filter(({ failed }) => failed).length)
        assert.strictEqual(sum(rows.map((row) => row.input_tokens)), sum(uses.map(({ inputTokens }) => inputTokens)))
        assert.strictEqual(sum(rows.map((row) => row.output_tokens)), sum(uses.map(({ outputTokens }) => outputTokens)))
        const places = rows.map((row) => JSON.stringify([row.workspace_id, row.day, row.purpose, row.model]))
        assert.deepStrictEqual(places, [...new Set(places)].toSorted())
      })
    )
  })

  it("cost what each of them costs, and nothing is said of a model without a price", () => {
    const one = { workspaceId: "ws_a", day: "2030-01-01", purpose: "completion", failed: false }
    const tokens = { inputTokens: 1000, outputTokens: 100 }
    const rows = UsageRows.of([
      { ...one, ...tokens, model: "gpt-5.4-mini" },
      { ...one, ...tokens, model: "gpt-5.4-mini" },
      { ...one, ...tokens, model: "a-model-of-tomorrow" },
      { ...one, ...tokens, model: "a-model-of-tomorrow" }
    ])
    assert.deepStrictEqual(
      rows.map(({ cost_micros, model }) => [model, cost_micros]),
      [
        ["a-model-of-tomorrow", null],
        ["gpt-5.4-mini", 2400]
      ]
    )
  })
})
