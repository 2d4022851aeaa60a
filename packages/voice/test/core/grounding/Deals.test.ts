import { describe, expect, it } from "vitest"
import { dealsIn, isDealKnown, isGiftKnown, suppliedDeals } from "../../../src/core/grounding/Deals.ts"
import { groundOf, inventedIn } from "../../../src/Invented.ts"

const found = (source: unknown, text: string, locale?: string) =>
  inventedIn(text, groundOf([source], locale), locale).map((one) => one.text)

const pairs = (deals: ReadonlyArray<{ readonly bought: number; readonly all: number }>) =>
  deals.map(({ all, bought }) => `${bought} of ${all}`)

describe("one deal in other words", () => {
  it.each([
    ["en", "two tickets for the price of one every Tuesday", "Tuesdays are two-for-one. They are 2-for-1."],
    ["en", "Buy one get one free", "Two for one on all pots."],
    ["en", "Buy any pot and get another for nothing", "Buy one pot, get one free."],
    ["en", "BOGO on pots", "Buy one pot and get one free. Two pots for the price of one!"],
    ["en", "two for one", "BOGO, on every pot"],
    ["en", "Buy two bags, get one free", "Three for two on bags"],
    ["en", "Stay 3 nights, pay for 2", "Three nights for the price of two."],
    ["en", "Pay for two and get three pots", "Three for two on pots."],
    ["en", "Get one free when you buy one", "Two pots for the price of one."],
    ["en", "the second pot is free", "Buy one, get the second free."],
    ["en", "every third pot free", "Buy two pots, get a third free."],
    ["en", "another free pot with each", "Two-for-one on pots. Get one free!"],
    ["en", "zwei zum Preis von einem", "Buy one, get one free."],
    ["en", "买一送一", "Two for one."],
    ["ko", "1+1 행사", "BOGO"],
    ["de", "two-for-one on pots", "Zwei zum Preis von einem."],
    ["de", "2 gekauft, 1 gratis", "Drei zum Preis von zwei."],
    ["fr", "1 acheté = 1 offert sur les savons", "Deux savons pour le prix d'un."],
    ["es", "2x1 en macetas", "Dos por uno, y dos al precio de una."],
    ["es", "Compra 2 macetas y 1 gratis", "Tres por dos."],
    ["it", "prendi 3, paghi 2", "Tre al prezzo di due."],
    ["pl", "two for one", "Dwa w cenie jednego."]
  ])("%s: %s: %s", (locale, source, text) =>
    expect(found(source, text, locale === "en" ? undefined : locale)).toEqual([])
  )
})

describe("another deal", () => {
  it.each([
    ["en", "two-for-one on pots", "Three for two on pots.", "Three for two"],
    ["en", "three for the price of two pots", "Two for one on pots.", "Two for one"],
    ["en", "Buy two bags, get one free", "Buy one bag, get one free.", "Buy one bag, get one free"],
    ["en", "pots of 5 EUR", "BOGO on pots!", "BOGO"],
    ["en", "pots of 5 EUR", "Buy one pot, get the second free", "Buy one pot, get the second free"],
    ["en", "three for two", "Buy four, get three free", "get three free"],
    ["de", "two-for-one on pots", "Drei zum Preis von zwei.", "Drei zum Preis von zwei"],
    ["fr", "deux pour un", "Trois pour le prix de deux", "Trois pour le prix de deux"]
  ])("%s: %s, and not: %s", (locale, source, text, claim) =>
    expect(found(source, text, locale === "en" ? undefined : locale)).toContain(claim)
  )
})

describe("no deal", () => {
  it.each([
    "A table for two for one night.",
    "Two for 1 € and three for 2.50",
    "Two for one euro",
    "Buy one, get one half price, free of worry",
    "One for two of you",
    "BOGO half off",
    "Nine for two",
    "One pot for the price of two",
    "Buy one, get the third free",
    "Nothing of that kind"
  ])("%s", (text) => expect(dealsIn(text)).toEqual([]))

  it("is a size or a sum", () => {
    expect(pairs(suppliedDeals("3x2 m, 2 x 1 x 4, 12+1%, 4x2"))).toEqual([])
    expect(pairs(suppliedDeals("2x1, 2+1"))).toEqual(["1 of 2", "2 of 3"])
  })
})

it("a gift alone is of any deal that gives as many", () => {
  expect(isGiftKnown("one", "three for two")).toBe(true)
  expect(isGiftKnown("two", "three for two")).toBe(false)
  expect(isGiftKnown("one", "one free with each")).toBe(true)
  expect(isDealKnown({ bought: 1, all: 2 }, "get one for nothing")).toBe(true)
  expect(isDealKnown({ bought: 2, all: 3 }, "get one for nothing")).toBe(false)
})

describe("what costs nothing", () => {
  it.each([
    ["en", "Guided tour, 0 EUR", "The tour is free of charge."],
    ["en", "Shipping is 0 USD on orders over 40 USD", "Shipping is free above $40."],
    ["es", "Guided tour, 0.00 EUR", "La visita es gratis."],
    ["it", "seconda pallina a 0 EUR", "La seconda pallina è gratis."],
    ["de", "Versand 0 €", "Der Versand ist kostenlos."],
    ["ja", "送料0円", "送料無料です。"],
    ["zh", "photo show, 0 CNY", "免费参观。"]
  ])("is free in %s: %s: %s", (locale, source, text) =>
    expect(found(source, text, locale === "en" ? undefined : locale)).toEqual([])
  )

  it.each([
    ["Guided tour, 10 EUR"],
    ["Your balance: 0 EUR"],
    ["You owe 0 EUR"],
    [{ price: 0, currency: "EUR" }],
    ["0 seats left, 5 EUR"]
  ])("makes nothing else free: %j", (source) =>
    expect(found(source, "The tour is free of charge.")).toContain("free of charge")
  )
})
