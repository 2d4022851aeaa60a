import { describe, expect, it } from "vitest"
import { agrees, daysIn, timesIn } from "../../../src/core/grounding/Dates.ts"
import { quantitiesIn } from "../../../src/core/grounding/Quantities.ts"

describe("days", () => {
  it.each([
    ["2026-06-05T10:00:00.000Z", [{ year: 2026, month: 6, day: 5 }]],
    ["5th of June, 2026", [{ year: 2026, month: 6, day: 5 }]],
    ["Jun. 5", [{ month: 6, day: 5 }]],
    [
      "6/5/26",
      [
        { year: 2026, month: 6, day: 5 },
        { year: 2026, month: 5, day: 6 }
      ]
    ],
    ["25/12", [{ month: 12, day: 25 }]],
    ["05.06.", [{ month: 6, day: 5 }]],
    ["June 2026", [{ year: 2026, month: 6 }]],
    ["in May", [{ month: 5 }]],
    ["September", [{ month: 9 }]],
    ["Wednesday", [{ weekday: 3 }]],
    ["Thu", [{ weekday: 4 }]]
  ])("%s", (text, readings) => expect(daysIn(`Well, ${text} it is`).map((found) => found.readings)).toEqual([readings]))

  it.each(["You may go", "we sat in the sun", "13/13", "to mar it", "4.5 stars", "half past"])("not %s", (text) =>
    expect(daysIn(text)).toEqual([])
  )

  it("agree in what is said of them", () => {
    const none = new Set<number>()
    const known = { year: 2026, month: 6, day: 5 }
    expect(agrees({ month: 6 }, known, none)).toBe(true)
    expect(agrees({ month: 6, day: 6 }, known, none)).toBe(false)
    expect(agrees({ weekday: 5 }, known, none)).toBe(true)
    expect(agrees({ weekday: 4 }, known, none)).toBe(false)
    expect(agrees({ weekday: 4 }, { month: 6 }, none)).toBe(false)
    expect(agrees({ year: 2027, month: 6 }, known, none)).toBe(false)
    expect(agrees({ year: 2026, month: 6 }, { month: 6 }, new Set([2026]))).toBe(true)
  })
})

describe("times", () => {
  it.each([
    ["10:30", [630, 1350]],
    ["17:05", [1025]],
    ["5 p.m.", [1020]],
    ["12 AM", [0]],
    ["9.15am", [555]],
    ["7 o'clock", [420, 1140]],
    ["midnight", [0]],
    ["noon", [720]]
  ])("%s", (text, minutes) => expect(timesIn(`At ${text} sharp`).map((found) => found.minutes)).toEqual([minutes]))

  it("not what no clock shows", () => expect(timesIn("25:99 and 4:3")).toEqual([]))
})

describe("quantities", () => {
  it.each([
    ["$1,200.50", "money", 1200.5, "USD"],
    ["1.200,50 euros", "money", 1200.5, "EUR"],
    ["CHF 1'200", "money", 1200, "CHF"],
    ["US$5", "money", 5, "USD"],
    ["$2.5m", "money", 2_500_000, "USD"],
    ["three hundred dollars", "money", 300, "USD"],
    ["12.5 %", "percent", 12.5, undefined],
    ["forty per cent", "percent", 40, undefined],
    ["10k", "number", 10_000, undefined],
    ["two thousand and five", "number", 2005, undefined],
    ["one million two hundred thousand", "number", 1_200_000, undefined],
    ["a hundred", "number", 100, undefined],
    ["5 pounds of flour", "number", 5, undefined],
    ["3rd", "number", 3, undefined],
    ["1.23456", "number", 1.23456, undefined]
  ])("%s", (text, kind, value, currency) => {
    const [found] = quantitiesIn(`Well, ${text} it is`)
    expect(found).toMatchObject({ kind, value })
    expect(found?.currency).toBe(currency)
  })

  it.each(["one", "a word or two", "the two of us", "you two", "someone often", "B2B", "x200"])(
    "nothing in %s",
    (text) => expect(quantitiesIn(text)).toEqual([])
  )
})
