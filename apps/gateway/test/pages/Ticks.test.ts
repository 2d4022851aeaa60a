import { assert, describe, it } from "@effect/vitest"
import * as fc from "fast-check"
import * as Ticks from "../../pages/Ticks.js"

const hour = 3_600_000
const day = 24 * hour

describe("ticks of money", () => {
  it.each([
    [0, 1000, { step: 500, at: [0, 500, 1000] }],
    [-300, 700, { step: 500, at: [-500, 0, 500, 1000] }],
    [0, 3, { step: 1, at: [0, 1, 2, 3] }]
  ])("from %i to %i are round", (least, most, ticks) => {
    assert.deepStrictEqual(Ticks.ofMoney(least, most, 4), ticks)
  })

  it("always enclose what is shown, in few and equal steps", () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e12, max: 0 }), fc.integer({ min: 1, max: 1e12 }), (least, most) => {
        const { at } = Ticks.ofMoney(least, most, 4)
        assert.isTrue((at[0] ?? 1) <= least && (at.at(-1) ?? 0) >= most)
        assert.isTrue(at.length >= 2 && at.length <= 7, `${at.length}`)
      })
    )
  })
})

describe("ticks of time", () => {
  const from = new Date(2026, 0, 31, 10, 20).getTime()

  it.each([
    ["a minute", 60_000, "clock"],
    ["an hour", hour, "clock"],
    ["a day", day, "clock"],
    ["a week", 7 * day, "day"],
    ["thirty days", 30 * day, "day"],
    ["a year", 365 * day, "month"],
    ["ten years", 3650 * day, "month"],
    ["a thousand years", 365_000 * day, "month"]
  ])("of %s are few, ordered, inside, and on the calendar", (_, span, unit) => {
    for (const count of [3, 6, 12]) {
      const ticks = Ticks.ofTime(from, from + span, count)
      if (count === 6) assert.strictEqual(ticks.unit, unit)
      assert.isAtMost(ticks.at.length, count + 1)
      for (const [n, at] of ticks.at.entries()) {
        assert.isTrue(at >= from && at <= from + span)
        if (n > 0) assert.isAbove(at, ticks.at[n - 1] ?? 0)
        if (ticks.unit !== "clock") assert.strictEqual(new Date(at).getHours(), 0)
        if (ticks.unit === "month") assert.strictEqual(new Date(at).getDate(), 1)
      }
    }
  })
})
