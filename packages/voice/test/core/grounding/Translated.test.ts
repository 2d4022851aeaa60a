/** What was supplied in English and is said in the language of the reader, and what is made up there. */
import { describe, expect, it } from "vitest"
import { groundOf, inventedIn } from "../../../src/Invented.ts"
import * as Eastern from "../fixtures/Eastern.ts"
import { supplied, translated } from "../fixtures/Translated.ts"

const found = (text: string, locale: string): ReadonlyArray<string> =>
  inventedIn(text, groundOf([supplied], locale), locale).map((claim) => claim.text)
const each = (table: typeof Eastern.claims) =>
  table.flatMap(([locale, texts]) => texts.map((text) => [locale, text] as const))

describe("what was supplied, in the language of the reader", () => {
  it.each(translated.flatMap(({ honest, locale }) => honest.map((text) => [locale, text] as const)))(
    "passes in %s: %s",
    (locale, text) => expect(found(text, locale)).toEqual([])
  )
  it.each(each(Eastern.none))("has nothing made up in %s: %s", (locale, text) =>
    expect(found(text, locale)).toEqual([])
  )
})

describe("one fact that nobody gave", () => {
  it.each(translated.flatMap(({ invented, locale }) => invented.map(([text, fact]) => [locale, text, fact] as const)))(
    "is found in %s: %s",
    (locale, text, fact) => {
      expect(found(text, locale)).not.toEqual([])
      for (const claim of found(text, locale)) expect(fact.includes(claim) || claim.includes(fact)).toBe(true)
    }
  )
  it.each(each(Eastern.claims))("is found in %s: %s", (locale, text) => expect(found(text, locale)).not.toEqual([]))
})

describe("a name in another script", () => {
  it.each([
    ["ja", "Anna", "アンナさんへ"],
    ["ja", "Miguel", "ミゲル様"],
    ["ko", "Minsu", "민수 님, 안녕하세요"],
    ["hi", "Maria", "मारिया जी"],
    ["ar", "Leila", "السيدة ليلى"],
    ["ru", "Maria", "Здравствуйте, Мария!"]
  ])("is the same in %s: %s, %s", (locale, firstName, text) => {
    expect(inventedIn(text, groundOf([{ firstName }], locale), locale)).toEqual([])
    expect(inventedIn(text, groundOf([{ firstName: "Roberto" }], locale), locale)).not.toEqual([])
  })
})

it("lets every message be said of itself", () => {
  const texts = translated.flatMap(({ honest, invented, locale }) =>
    [...honest, ...invented.map(([text]) => text)].map((text) => [locale, text] as const)
  )
  const wrong = texts.filter(([locale, text]) => inventedIn(text, groundOf([{ text }], locale), locale).length > 0)
  expect(wrong).toEqual([])
})

it("takes time in proportion to the length", () => {
  const timed = (unit: string, locale: string, length: number) => {
    const text = unit.repeat(Math.ceil(length / unit.length))
    const before = process.cpuUsage()
    inventedIn(text, groundOf([text.slice(0, 200)], locale), locale)
    const { system, user } = process.cpuUsage(before)
    return user + system
  }
  const units =
    "一|十|王|田|5月|三割|カ|김|3|周|न|a·|ask for |maria will |twenty first |May the |san |New York |o |halv |가|1,".split(
      "|"
    )
  const slow = units.flatMap((unit) =>
    ["ja", "pl", "en"]
      .filter((locale) => [0, 1, 2].every(() => timed(unit, locale, 9600) > 8 * timed(unit, locale, 2400) + 50_000))
      .map((locale) => `${locale} ${unit}`)
  )
  expect(slow).toEqual([])
})
