/** Reads whatever was supplied, remembered or configured: its texts, and its numbers as what they are by their keys. */
import { currenciesOf } from "./Currencies.ts"
import { currencyInKey, figuresOf, keyWords } from "./Figures.ts"
import type { Figure, Place } from "./Figures.ts"
import { plainForms } from "./PlainForms.ts"
import { isPostal } from "./Postal.ts"
import type { Postal } from "./Postal.ts"
import { ofDigits } from "./Quantities.ts"

export interface Supplied {
  /** Every text, key and number, a line for each: what words may be taken from. */
  readonly words: string
  /** The texts alone, in which numbers mean what stands beside them. */
  readonly texts: string
  readonly figures: ReadonlyArray<Figure>
  /** ISO 4217, of every currency that is named beside a number. */
  readonly currencies: ReadonlySet<string>
  /** Their words are in `words`; their numbers count nothing. */
  readonly addresses: ReadonlyArray<Postal>
}

/** Deeper is nothing that somebody wrote. */
const depthMost = 8
/** Of a longer list the beginning is read. */
const membersMost = 1000
/** Between two texts, so that a number at the end of one and a word at the beginning of the next make no sum. */
const gap = "\n\0\n"

/** Lists of what a reader may count; how many memories there are is nothing to be told. */
const things = new Set(
  "items products articles books cart basket order orders tickets guests attendees speakers".split(" ")
)

/** What is free where it costs 0. A price of 0 would make everything beside it free, too. */
const sent = new Set("shipping delivery postage".split(" "))

/** A number and nothing else: 27.11.2026 and 2.1.3 are none. */
const numeral = /^[+-]?\d+(?:[.,' \u00a0\u202f]\d{3})*(?:[.,]\d+)?$/
/** Written as programs do, where the dot is no sign of thousands. */
const plainNumeral = /^[+-]?\d+(?:\.\d+)?$/

const numberOf = (text: string): number | undefined => {
  const trimmed = text.length > 24 ? "" : text.trim()
  if (!numeral.test(trimmed)) return undefined
  return plainNumeral.test(trimmed) ? Number(trimmed) : ofDigits(trimmed.replace(/^[+-]/, ""))
}

const isCurrencyKey = (key: ReadonlyArray<string>): boolean => key.includes("currency")

/** The currency that a record names for the numbers in it. */
const currencyOf = (record: object): string | undefined => {
  for (const [key, value] of Object.entries(record)) {
    if (typeof value !== "string" || !isCurrencyKey(keyWords(key))) continue
    return /^[A-Za-z]{3}$/.test(value) ? value.toUpperCase() : currenciesOf(value)[0]
  }
  return undefined
}

class Reading {
  readonly words: Array<string> = []
  readonly texts: Array<string> = []
  readonly figures: Array<Figure> = []
  readonly currencies = new Set<string>()
  readonly addresses: Array<Postal> = []
  /** Of the address that is being read. */
  private parts: Array<string> | undefined

  read(value: unknown, place: Place, depth = 0): void {
    if (typeof value === "string") this.text(plainForms(value), place)
    else if (typeof value === "number" || typeof value === "bigint") this.number(Number(value), place)
    else if (typeof value !== "object" || value === null || depth > depthMost) return
    else if (Array.isArray(value)) {
      // Three things are in the cart, whatever each of them is called.
      const noun = place.key.findLast((word) => things.has(word))
      if (noun !== undefined) this.figures.push({ kind: "number", value: value.length, noun })
      for (const item of value.slice(0, membersMost)) this.read(item, place, depth + 1)
    } else this.record(value, place, depth)
  }

  private text(text: string, place: Place): void {
    this.words.push(text)
    if (this.address(text, place)) return
    const number = numberOf(text)
    if (number === undefined) this.texts.push(text)
    else this.number(number, place)
  }

  private address(text: string, { around, key }: Place): boolean {
    if (!isPostal(key, text) && !(this.parts !== undefined && isPostal(around, text))) return false
    if (this.parts === undefined) this.addresses.push({ parts: [text] })
    else this.parts.push(text)
    return true
  }

  private number(value: number, place: Place): void {
    this.words.push(String(value))
    if (this.parts !== undefined && this.address(String(value), place)) return
    if (value === 0 && place.key.some((word) => sent.has(word))) this.words.push("free")
    if (Number.isFinite(value)) this.figures.push(...figuresOf(value, place))
  }

  private record(record: object, place: Place, depth: number): void {
    const outer = this.parts
    this.parts = isPostal(place.key, "") ? [] : undefined
    this.members(record, place, depth)
    if (this.parts !== undefined) this.addresses.push({ parts: this.parts })
    this.parts = outer
  }

  private members(record: object, { currency, key: above }: Place, depth: number): void {
    const own = currencyOf(record)
    if (own !== undefined) this.currencies.add(own)
    for (const [name, value] of Object.entries(record).slice(0, membersMost)) {
      // What is said not to be is no ground for saying it.
      if (value === false || value === null || value === undefined) continue
      const key = keyWords(name)
      this.words.push(key.join(" "))
      if (/\d/.test(name)) this.texts.push(name)
      const inKey = currencyInKey(key)
      if (inKey !== undefined) this.currencies.add(inKey)
      const place = { key, around: above, currency: inKey ?? own ?? currency, isBesideCurrency: own !== undefined }
      this.read(value, place, depth + 1)
    }
  }
}

export const suppliedIn = (sources: ReadonlyArray<unknown>): Supplied => {
  const reading = new Reading()
  const nowhere: Place = { key: [], around: [], currency: undefined, isBesideCurrency: false }
  for (const source of sources) reading.read(source, nowhere)
  const { addresses, currencies, figures, texts, words } = reading
  return { words: words.join("\n"), texts: texts.join(gap), figures, currencies, addresses }
}
