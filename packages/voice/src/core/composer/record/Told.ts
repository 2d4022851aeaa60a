/** What can be said of a record that the caller gave, by the names of its keys; what steers or measures is not. */
import { dateOf, moneyOf, said } from "./ContextValues.ts"
import { spanOf } from "./Offers.ts"
import { alone, askKeys, counted, dueBy, parts, plain, prose, silent } from "../phrases/ContextFrames.ts"
import type { Part } from "../phrases/ContextFrames.ts"

export const words = (key: string): string =>
  key
    .replace(/([a-z\d])([A-Z])/g, "$1 $2")
    .replace(/[_-]+/g, " ")
    .trim()
    .toLowerCase()

export interface Told {
  readonly name: string
  readonly text: string
  /** Whether the value is a sentence or the greater part of one, not a word or a list of them. */
  readonly isPhrase: boolean
  readonly isList?: boolean
}

export const isPart = (part: Part, { name }: Pick<Told, "name">): boolean =>
  parts.some(([one, pattern]) => one === part && pattern.test(name))

/** Whether no sentence is known for a key. */
export const isUnknown = (name: string): boolean =>
  frameOf(name) === undefined &&
  !parts.some(([, pattern]) => pattern.test(name)) &&
  ![counted, dueBy, plain, prose].some((pattern) => pattern.test(name))

export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value)

type Entries = ReadonlyArray<readonly [string, unknown]>

/** A record and those in it that have a name: `{ product: { name, price } }` is a product and a price. */
export const flat = (context: Readonly<Record<string, unknown>>): Entries =>
  Object.entries(context).flatMap(([key, value]): Entries => {
    if (!isRecord(value)) return [[key, value]]
    const { name, title = name, ...others } = value
    return title === undefined ? [] : [[key, title], ...Object.entries(others)]
  })

export const frameOf = (name: string): string | undefined => alone.find(([pattern]) => pattern.test(name))?.[1]

/** With its unit, where a key says which. */
const measured = (name: string, value: unknown, currency: string | undefined): string | undefined => {
  const amount = typeof value === "string" && /^\d+(?:\.\d+)?$/.test(value.trim()) ? Number(value) : value
  if (typeof amount !== "number") return said(value)
  if (/ (?:cents|minor)$/.test(name)) return currency === undefined ? undefined : moneyOf(amount / 100, currency)
  if (/(?:percent|percentage|pct)$/.test(name)) return `${amount}%`
  // Without its currency an amount is nothing to be told, and a discount may be a share as well.
  if (name === "discount") return undefined
  if (/(?:^| )(?:price|amount|total|budget|due)$/.test(name))
    return currency === undefined ? undefined : moneyOf(amount, currency)
  const lasting = /^duration(?: in)? (minutes|hours|days|weeks)$/.exec(name)?.[1]
  if (lasting !== undefined) return `${amount} ${amount === 1 ? lasting.slice(0, -1) : lasting}`
  // A figure that no sentence is known for says nothing to anybody: "Tier depth: 45".
  const isTelling = frameOf(name) !== undefined || counted.test(name)
  return typeof value === "number" && !isTelling ? undefined : said(value)
}

/** A weight of 1.9 kg measures a thing; one of 0.7 measures somebody. */
const isOfAThing = (name: string, value: unknown): boolean =>
  name === "weight" && typeof value === "string" && /\d\s?\p{L}/u.test(value)

/** Words of a program's that people say, too, of what they are told: "only 40 left", "nothing to do", "fixed". */
const outcome =
  /^(?:fixed|resolved|solved|done|repaired|shipped|delivered|dispatched|ready|confirmed|cancelled|canceled|postponed|delayed|approved|completed|paid|refunded|booked|in progress|on its way)$/i

const isSaidByPeople = (name: string, value: unknown): boolean => {
  if (typeof value !== "string") return false
  if (name === "from") return spanOf(value) !== undefined || dateOf(value) !== undefined
  if (name === "status" || name === "state") return outcome.test(value.trim())
  return /^(?:stock|availability|action)$/.test(name) && /\p{L} |\d /u.test(value)
}

/** Whether a key addresses, steers, identifies or measures: nobody misses its value. */
export const isSteering = (key: string, value: unknown): boolean =>
  silent.test(words(key).replaceAll(" ", "_")) && !isOfAThing(words(key), value) && !isSaidByPeople(words(key), value)

/** What can be said of a record, by the names of its keys. */
export const toldOf = (context: Readonly<Record<string, unknown>>): ReadonlyArray<Told> => {
  const entries = flat(context)
  const currency = entries.find(([key]) => words(key).endsWith("currency"))?.[1]
  return entries.flatMap(([key, value]): ReadonlyArray<Told> => {
    const name = words(key)
    if (isSteering(key, value) || askKeys.test(name)) return []
    const text = measured(name, value, typeof currency === "string" ? currency : undefined)
    if (text === undefined) return []
    const isPhrase = typeof value === "string" && (prose.test(name) || text.split(" ").length > 4)
    const isList = Array.isArray(value)
    // "startsAt: 17:00" is an hour, and no day.
    const isHour = /^\d{1,2}[.:]\d{2}(?: ?[ap]\.?m\.?)?$/i.test(text) && isPart("date", { name })
    const plainName = isHour ? "time" : name.replace(/ (?:in )?(?:cents|minor)$/, "")
    return [{ name: plainName, text: text.replace(/\.+$/, ""), isPhrase, isList }]
  })
}

/** One thing that a record says. */
export interface Fact {
  readonly name: string
  readonly text: string
}

/** What a record says under the first key of that name. */
export const factOf = (context: unknown, key: RegExp): Fact | undefined =>
  isRecord(context) ? toldOf(context).find(({ name }) => key.test(name)) : undefined
