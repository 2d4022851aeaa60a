import { describe, expect, it } from "vitest"
import { timesIn } from "../../../src/core/grounding/Dates.ts"
import { easternTimesIn } from "../../../src/core/grounding/EasternDates.ts"
import { easternQuantitiesIn } from "../../../src/core/grounding/EasternNumbers.ts"
import { isSameTelephone } from "../../../src/core/grounding/Handles.ts"

const hours = (found: ReadonlyArray<{ readonly minutes: ReadonlyArray<number> }>) =>
  found.map(({ minutes }) => minutes.map((minute) => minute / 60))

describe("a clock", () => {
  it.each([
    ["Come at nine in the evening.", [[21]]],
    ["Come at 12 at night.", [[0]]],
    ["Come at half past seven.", [[7.5, 19.5]]],
    ["Come at quarter to 9.", [[8.75, 20.75]]],
    ["Count from five to ten.", []],
    ["Open till noon.", [[12]]],
    ["At 25:10 nobody comes.", []]
  ])("%s", (text, read) => expect(hours(timesIn(text))).toEqual(read))

  it.each([
    ["午後3時に開店します。", [[15]]],
    ["午前9時30分に開きます。", [[9.5]]],
    ["25時です。", []],
    ["오후 2시에 만나요.", [[14]]],
    ["no such signs at 3", []]
  ])("%s", (text, read) => expect(hours(easternTimesIn(text))).toEqual(read))
})

it.each([
  ["二時間かかります。", 2],
  ["20名様まで", 20],
  ["四千九百円です。", 4900]
])("%s counts", (text, value) => {
  expect(easternQuantitiesIn(text).map((one) => one.value)).toContain(value)
})

it("one thing is no number there", () => {
  expect(easternQuantitiesIn("プレゼント一つ")).toEqual([])
})

it("a telephone is the same with and without the country before it", () => {
  expect(isSameTelephone("015550100", "+1 55 55 50 10 0".replace(/\D/g, ""))).toBe(false)
  expect(isSameTelephone("0215550100", "351215550100")).toBe(true)
  expect(isSameTelephone("351215550100", "0215550100")).toBe(true)
  expect(isSameTelephone("100", "5550100")).toBe(false)
})
