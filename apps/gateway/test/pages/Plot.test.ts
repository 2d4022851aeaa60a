import { assert, describe, it } from "@effect/vitest"
import * as fc from "fast-check"
import * as Plot from "../../pages/Plot.js"

const day = 86_400_000
const frame = { from: 0, to: 10 * day, width: 474, height: 238 }
// Of that, 400 by 200 pixels are left for the line: 62 to 462 across, 12 to 212 down.
const plotOf = (levels: ReadonlyArray<Plot.Level>, opening = 0) => Plot.make({ ...frame, levels, opening })

describe("the plot of a balance", () => {
  it("is a step line: level between entries, and a jump at each", () => {
    const plot = plotOf([
      { at: 2.5 * day, balance: 1000 },
      { at: 5 * day, balance: 500 }
    ])
    assert.strictEqual(plot.line, "M62 212H162V12H262V112H462")
    assert.strictEqual(plot.area, `${plot.line}V212H62Z`)
    assert.deepStrictEqual(plot.money.ticks.at(-1), { cents: 1000, y: 12 })
  })

  it("begins with what stood before", () => {
    assert.strictEqual(plotOf([], 1000).line, "M62 12H462")
  })

  it("of nothing has an axis all the same", () => {
    const plot = plotOf([])
    assert.strictEqual(plot.line, "M62 212H462")
    assert.isAbove(plot.money.ticks.length, 1)
  })

  it("shows what is below zero below its zero line", () => {
    const plot = plotOf([{ at: day, balance: -700 }], 300)
    assert.isAbove(plot.points[0]?.y ?? 0, plot.zero)
    assert.isBelow(plot.money.ticks[0]?.cents ?? 0, -699)
  })

  it("keeps every entry inside, and its path as short as it is wide", () => {
    const level = fc.record({ at: fc.integer({ min: 0, max: 10 * day }), balance: fc.integer({ min: -1e9, max: 1e9 }) })
    fc.assert(
      fc.property(
        fc.array(level, { maxLength: 3000, size: "max" }),
        fc.integer({ min: -1e9, max: 1e9 }),
        (all, opening) => {
          const plot = plotOf(
            all.toSorted((left, right) => left.at - right.at),
            opening
          )
          for (const { x, y } of plot.points) {
            assert.isTrue(x >= 62 && x <= 462 && y >= 12 && y <= 212, `${x} ${y}`)
          }
          assert.isBelow(plot.line.length, 401 * 30)
          assert.notInclude(plot.line, "NaN")
        }
      ),
      { numRuns: 50 }
    )
  })

  it("draws of a crowded pixel how low and how high it went, and where it ended", () => {
    const crowd = [500, 100, 1000, 600].map((balance, n) => ({ at: 5 * day + n, balance }))
    assert.strictEqual(plotOf(crowd).line, "M62 212H262V12V192V92H462")
  })

  it("finds the nearest entry, of several at once the last, and none where there is none", () => {
    const points = [10, 20, 20, 40].map((x) => ({ x, y: 0 }))
    assert.deepStrictEqual(
      [0, 14, 16, 20, 31, 99].map((x) => Plot.nearest(points, x)),
      [0, 0, 2, 2, 3, 3]
    )
    assert.strictEqual(Plot.nearest([], 5), -1)
  })

  it("of everything begins shortly before the first entry, and shows a minute at least", () => {
    assert.strictEqual(Plot.beginning([{ at: 60 * day, balance: 1 }], 100 * day), 59 * day)
    assert.strictEqual(Plot.beginning([{ at: 100 * day, balance: 1 }], 100 * day), 100 * day - 60_000)
    assert.strictEqual(Plot.beginning([], 100 * day), 99 * day - day / 40)
  })
})
