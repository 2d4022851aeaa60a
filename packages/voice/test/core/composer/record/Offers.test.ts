import { describe, expect, it } from "vitest"
import {
  costOf,
  dayOf,
  discountOf,
  forPrice,
  offerOf,
  placeOf,
  priceOf,
  spanOf
} from "../../../../src/core/composer/record/Offers.ts"

describe("an offer in a sentence", () => {
  it.each([
    ["A free week", "You get a free week"],
    ["free tickets for two", "You get free tickets for two"],
    ["free scoop", "You get a free scoop"],
    ["free delivery", "There is free delivery"],
    ["20% off your next order", "20% off your next order"],
    ["£15 off your next service.", "£15 off your next service"],
    ["20% nonprofit discount", "You get a 20% nonprofit discount"],
    ["20% of something", undefined],
    ["the first month is free", "The first month is free"],
    ["First month free", "Your first month is free"],
    ["half price drinks", "There is a half-price offer drinks"],
    ["we bring the cake", "We bring the cake"],
    ["Order before noon, the doors open early", "Order before noon, the doors open early"],
    ["a second pair", "You get a second pair"],
    ["pastry", undefined],
    ["terms: see below; ask us", undefined],
    ["one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen", undefined]
  ])("%s: %s", (value, said) => expect(offerOf(value)).toBe(said))

  it.each([
    ["15%", "You get 15% off"],
    ["€20", "You get €20 off"],
    ["two for one", "You get two for one"]
  ])("of a discount of %s: %s", (value, said) => expect(discountOf(value)).toBe(said))
})

describe("a price", () => {
  it.each([
    ["free", "free", "It is free of charge", "free of charge"],
    ["€0.00", "free", "It is free of charge", "free of charge"],
    ["from £25", "from", "Prices start at £25", "from £25"],
    ["starting at £25", "from", "Prices start at £25", "from £25"],
    ["€39 a month", "amount", "It costs €39 a month", "for €39 a month"],
    ["$85 for 500", "amount", "It costs $85 for 500", "at $85 for 500"],
    ["on request", "amount", undefined, "for on request"]
  ])("of %s is %s: %s; %s", (price, kind, said, behind) => {
    expect(costOf(price)).toBe(kind)
    expect(priceOf(price)).toBe(said)
    expect(forPrice(price)).toBe(behind)
  })
})

describe("a day", () => {
  it.each([
    ["until 15 December", "until", "until 15 December"],
    ["by Friday", "by", "by Friday"],
    ["before noon", "before", "before noon"],
    ["on 5 May", "on", "on 5 May"],
    ["5 May", "on", "on 5 May"],
    ["tomorrow", "loose", "tomorrow"],
    ["from 1 December", "from", "from 1 December"],
    ["from 1 to 5 December", "range", "from 1 to 5 December"],
    ["8-12 December", "range", "from 8 to 12 December"],
    ["soon", undefined, "soon"],
    ["2026-12-01", undefined, "2026-12-01"]
  ])("%s is meant as %s: %s", (date, span, said) => {
    expect(spanOf(date)).toBe(span)
    expect(dayOf(date)).toBe(said)
  })
})

it.each([
  ["our workshop", "at our workshop"],
  ["The Great Hall", "at the Great Hall"],
  ["In the garden", "in the garden"],
  ["Zoom", "on Zoom"],
  ["online", "online"]
])("the place %s is told as: %s", (place, said) => expect(placeOf(place)).toBe(said))
