import { assert, describe, it } from "@effect/vitest"
import * as fc from "fast-check"
import { batchBytesMax, batches, batchInputsMax, inputBytesMax, isBlank, truncate } from "../src/core/EmbeddingInput.ts"

const bytes = (text: string): number => new TextEncoder().encode(text).length

describe("EmbeddingInput", () => {
  it("leaves what fits as it is", () => {
    assert.strictEqual(truncate("a".repeat(inputBytesMax)), "a".repeat(inputBytesMax))
    assert.strictEqual(truncate("short"), "short")
  })

  it("cuts between characters, never within one", () => {
    const text = "a" + "🎂".repeat(inputBytesMax)
    assert.strictEqual(truncate(text), "a" + "🎂".repeat(Math.floor((inputBytesMax - 1) / 4)))
    assert.strictEqual(truncate("é".repeat(inputBytesMax)), "é".repeat(inputBytesMax / 2))
  })

  it("calls white space blank", () => {
    assert.deepStrictEqual(["", " \n\t", "a"].map(isBlank), [true, true, false])
  })

  it("groups in order within both limits, whatever the texts", () => {
    const text = fc
      .tuple(fc.constantFrom("a", "é", "🎂"), fc.integer({ min: 0, max: inputBytesMax }))
      .map(([unit, count]) => truncate(unit.repeat(count)))
    fc.assert(
      fc.property(fc.array(text, { maxLength: 300 }), (texts) => {
        const groups = batches(texts)
        assert.deepStrictEqual(groups.flat(), texts)
        for (const group of groups) {
          assert.isAbove(group.length, 0)
          assert.isAtMost(group.length, batchInputsMax)
          assert.isAtMost(
            group.reduce((sum, each) => sum + bytes(each), 0),
            batchBytesMax
          )
        }
      }),
      { numRuns: 30 }
    )
  })

  it("fills a group before it starts another", () => {
    const sizes = batches(Array.from({ length: 300 }, (_, n) => `text ${n}`)).map((group) => group.length)
    assert.deepStrictEqual(sizes, [128, 128, 44])
  })
})
