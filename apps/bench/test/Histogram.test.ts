import { assert, describe, it } from "@effect/vitest"
import * as fc from "fast-check"
import { Histogram } from "../src/Histogram.ts"

describe("a histogram", () => {
  it("is empty before anything is recorded", () => {
    assert.strictEqual(new Histogram().quantile(0.5), 0)
  })

  it("names every quantile of what was recorded within 2 %", () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 1, max: 1e8, noNaN: true }), { minLength: 1 }),
        fc.double({ min: 0.01, max: 1, noNaN: true }),
        (durations, part) => {
          const histogram = new Histogram()
          for (const duration of durations) histogram.record(duration)
          const exact = (durations.toSorted((a, b) => a - b)[Math.ceil(part * durations.length) - 1] ?? 0) / 1000
          assert.closeTo(histogram.quantile(part) / exact, 1, 0.02)
          assert.strictEqual(histogram.max, Math.max(...durations) / 1000)
        }
      )
    )
  })
})
