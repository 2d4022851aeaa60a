/**
 * What a text claims that nobody said: names, numbers, prices, shares, dates, times and links which stand in none of its
 * sources. Forms do not count: $1,200 is 1200 dollars, June 5 is 5th of June, twenty percent is 20 %.
 */
import * as Dates from "./Dates.ts"
import type { Day } from "./Dates.ts"
import { linksIn } from "./Links.ts"
import * as Names from "./Names.ts"
import * as Quantities from "./Quantities.ts"
import type { Quantity } from "./Quantities.ts"

export interface Ungrounded {
  readonly kind: "link" | "date" | "time" | "money" | "percent" | "number" | "name"
  /** As it stands in the text. */
  readonly text: string
}

/** All that a text may draw on, read once. */
export interface Ground {
  readonly links: ReadonlySet<string>
  readonly days: ReadonlyArray<Day>
  readonly times: ReadonlySet<number>
  readonly quantities: ReadonlyArray<Quantity>
  readonly words: ReadonlySet<string>
}

const addressOf = ({ host, path }: { readonly host: string; readonly path: string }): string => `${host}${path}`

/** The same length with the stretches blanked, so that a date is not also three numbers. */
const blanked = (text: string, stretches: ReadonlyArray<{ readonly start: number; readonly end: number }>): string => {
  let left = text
  for (const { end, start } of stretches) left = left.slice(0, start) + " ".repeat(end - start) + left.slice(end)
  return left
}

interface Facts {
  readonly links: ReturnType<typeof linksIn>
  readonly days: ReturnType<typeof Dates.daysIn>
  readonly times: ReturnType<typeof Dates.timesIn>
  readonly quantities: ReadonlyArray<Quantity>
}

const factsIn = (text: string): Facts => {
  const links = linksIn(text)
  const linkless = blanked(text, links)
  const days = Dates.daysIn(linkless)
  const dayless = blanked(linkless, days)
  const times = Dates.timesIn(dayless)
  return { links, days, times, quantities: Quantities.quantitiesIn(blanked(dayless, times)) }
}

/** Strings and numbers anywhere in a document, its keys among them. At most a few thousand, however deep. */
const flattened = (source: unknown, depth = 0): ReadonlyArray<string> => {
  if (typeof source === "string") return [source]
  if (typeof source === "number" || typeof source === "bigint") return [String(source)]
  if (typeof source !== "object" || source === null || depth > 8) return []
  if (Array.isArray(source)) return source.slice(0, 1000).flatMap((item) => flattened(item, depth + 1))
  return Object.entries(source)
    .slice(0, 1000)
    .flatMap(([key, value]) => {
      const inner = flattened(value, depth + 1)
      // A number alone says little; its key may say that it is a price or a share.
      return [key.replace(/([a-z\d])([A-Z])/g, "$1 $2").replace(/[_-]+/g, " "), ...inner]
    })
}

/** Of strings, records, arrays: whatever was supplied, remembered, configured. */
export const groundOf = (sources: ReadonlyArray<unknown>): Ground => {
  // Read as one text: a line for each string.
  const text = sources.flatMap((source) => flattened(source)).join("\n")
  const { days, links, quantities, times } = factsIn(text)
  return {
    links: new Set(links.map(addressOf)),
    days: days.flatMap(({ readings }) => readings),
    times: new Set(times.flatMap(({ minutes }) => minutes)),
    quantities,
    words: new Set(Names.wordsOf(text))
  }
}

const isGrounded = (wanted: Quantity, { days, quantities }: Ground): boolean =>
  quantities.some((known) => {
    if (known.value !== wanted.value) return false
    if (wanted.kind === "money") {
      // A bare number may be a price, but not where the sources speak of another currency.
      if (known.kind === "money") return known.currency === wanted.currency
      return (
        known.kind === "number" &&
        !quantities.some(({ currency }) => currency !== undefined && currency !== wanted.currency)
      )
    }
    if (wanted.kind === "percent") return known.kind !== "money"
    return true
  }) ||
  (wanted.kind === "number" && days.some(({ day, year }) => year === wanted.value || day === wanted.value))

/** What in `text` has no ground, in the order of its kinds; each once. */
export const ungroundedIn = (text: string, ground: Ground): ReadonlyArray<Ungrounded> => {
  const { days, links, quantities, times } = factsIn(text)
  const years = new Set(ground.quantities.filter(({ kind }) => kind === "number").map(({ value }) => value))
  const found: Array<Ungrounded> = []
  for (const link of links) if (!ground.links.has(addressOf(link))) found.push({ kind: "link", text: link.text })
  for (const day of days) {
    if (!day.readings.some((reading) => ground.days.some((known) => Dates.agrees(reading, known, years))))
      found.push({ kind: "date", text: text.slice(day.start, day.end) })
  }
  for (const time of times) {
    if (!time.minutes.some((minute) => ground.times.has(minute)))
      found.push({ kind: "time", text: text.slice(time.start, time.end) })
  }
  for (const quantity of quantities) {
    if (!isGrounded(quantity, ground))
      found.push({ kind: quantity.kind, text: text.slice(quantity.start, quantity.end) })
  }
  const nameable = blanked(text, [...links, ...days, ...times, ...quantities])
  for (const name of Names.namesIn(nameable)) {
    if (!Names.wordsOf(name).every((word) => ground.words.has(word))) found.push({ kind: "name", text: name })
  }
  return found.filter(
    (one, index) => found.findIndex((other) => other.kind === one.kind && other.text === one.text) === index
  )
}
