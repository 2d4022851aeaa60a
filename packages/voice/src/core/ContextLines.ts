/**
 * Sentences from what the caller knows: a text as it is, a record by its keys. What belongs together is said together
 * ("You can have Oven Plus for €49."), and what only steers or measures is not said at all.
 */
import { moneyOf, said } from "./ContextValues.ts"
import { sentencesOf } from "./Sentences.ts"

/** Keys whose values are sentences of their own. */
const prose =
  /^(?:message|text|notes?|summary|details?|description|context|body|content|offer|reason|announcement|headline|tagline|benefits?|highlights?|promotion|news|why)$/

/** Keys that address, steer, identify or measure, and are not meant to be read out. */
const silent = new RegExp(
  `(?:^|_)(?:${[
    "id|ids|key|token|slug|sku|hash|url|link|links|href|image|email|phone|handle|locale|language|lang|timezone|country|currency",
    "channel|segment|audience|persona|cohort|stage|lifecycle|tier|source|medium|campaign|utm\\w*|tags?|variant|experiment|template",
    "score|rank|priority|weight|probability|confidence|sentiment|intent|mood|urgency|ltv|mrr|arr|age|gender|industry|company|role",
    "internal|test|debug|version|objective|tone|style|type|kind|status|state|action|trigger|metadata",
    "instructions?|prompt|system|created|updated|(?:created|updated|sent|seen|opened|clicked|purchased)_at|count|visits|sessions|logins"
  ].join(
    "|"
  )})$|^(?:(?:first|last|full|user|customer|contact|nick)_)?name$|^(?:last|previous|days|weeks|months|num|number_of|total_orders|is|has|should|can|max|min|avg)_|^(?:days|weeks|months|hours|minutes)(?:_|$)|_(?:days|weeks|months)$`
)

/** What the message is to ask, in the caller's words. */
const askKeys = /^(?:cta|call to action|cta text|cta label|button|button text|button label)$/

const words = (key: string): string =>
  key
    .replace(/([a-z\d])([A-Z])/g, "$1 $2")
    .replace(/[_-]+/g, " ")
    .trim()
    .toLowerCase()

const stopped = (text: string): string => (/[.!?…]$/.test(text) ? text : `${text}.`)

const capital = (text: string): string => `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`

/** What may be said together with something else. */
type Part = "about" | "price" | "formerPrice" | "code" | "discount" | "event" | "date" | "time"

const what = "product|plan|items?|products|service|subject|topic|theme|book|article|feature|subscription"
const occasion = "event|webinar|workshop|class|course|concert|meeting|demo"

const parts: ReadonlyArray<readonly [Part, RegExp]> = [
  ["about", new RegExp(`^(?:${what})(?: names?| title)?$`)],
  ["event", new RegExp(`^(?:${occasion})(?: name| title)?$`)],
  ["price", /^(?:(?:new|current|special|sale|monthly|annual|product|item|ticket) )?price$/],
  ["formerPrice", /^(?:regular|old|former|original|list|full|usual) price$/],
  ["code", /^(?:(?:discount|coupon|promo|promotion|voucher|offer) )?code$/],
  ["discount", /^discount(?: percent| percentage| pct)?$/],
  [
    "date",
    new RegExp(
      `^(?:(?:${occasion}|start) )?(?:date|day|date ?time)$|^(?:(?:${occasion}) )?(?:starts?|begins?)(?: at| on)?$|^when$`
    )
  ],
  ["time", new RegExp(`^(?:(?:${occasion}|start) )?time$`)]
]

/** Said together where all of them are known, the first of these that can be. */
const together: ReadonlyArray<readonly [ReadonlyArray<Part>, string]> = [
  [["about", "price", "formerPrice"], "You can have @about for @price instead of @formerPrice"],
  [["about", "price"], "You can have @about for @price"],
  [["price", "formerPrice"], "The price is @price instead of @formerPrice"],
  [["event", "date", "time"], "@event is @date at @time"],
  [["event", "date"], "@event is @date"],
  [["discount", "code"], "You get @discount off with the code @code"]
]

/** Said alone: `#` is the key, `@` the value. */
const alone: ReadonlyArray<readonly [RegExp, string]> = [
  [new RegExp(`^(?:${what})(?: names?| title)?$`), "It is about @"],
  [/^discount(?: percent| percentage| pct)?$/, "You get @ off"],
  [/(?:^| )code$|(?:^| )(?:number|reference)$/, "Your # is @"],
  [/^(?:cart|basket)(?: items| contents| products)?$/, "In your cart: @"],
  [/^(?:valid until|expires(?: at| on)?|ends(?: at| on)?|offer ends)$/, "It ends on @"],
  [/^(?:starts?|begins?)(?: at| on)?$/, "It begins on @"],
  [/ (?:ends|expires|starts|begins|renews|closes|opens)(?: at| on)?$/, "The # on @"],
  [/^(?:eta|expected delivery|estimated delivery)$/, "It is due on @"],
  [/(?:^| )(?:price|amount|total|due|date|time|day)$/, "The # is @"],
  [
    new RegExp(`^(?:${occasion})(?: name| title)?$|^(?:place|location|venue|deadline|budget|goal|host|speaker)$`),
    "The # is @"
  ]
]

interface Told {
  readonly name: string
  readonly text: string
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value)

type Entries = ReadonlyArray<readonly [string, unknown]>

/** A record and those in it that have a name: `{ product: { name, price } }` is a product and a price. */
const flat = (context: Readonly<Record<string, unknown>>): Entries =>
  Object.entries(context).flatMap(([key, value]): Entries => {
    if (!isRecord(value)) return [[key, value]]
    const { name, title = name, ...others } = value
    return title === undefined ? [] : [[key, title], ...Object.entries(others)]
  })

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
  // A figure that no sentence is known for says nothing to anybody: "Duration minutes: 45".
  return typeof value === "number" && !/(?: |^)(?:number|reference|code)$/.test(name) ? undefined : said(value)
}

/** What can be said of a record, by the names of its keys. */
const toldOf = (context: Readonly<Record<string, unknown>>): ReadonlyArray<Told> => {
  const entries = flat(context)
  const currency = entries.find(([key]) => words(key).endsWith("currency"))?.[1]
  return entries.flatMap(([key, value]): ReadonlyArray<Told> => {
    const name = words(key)
    if (silent.test(name.replaceAll(" ", "_")) || askKeys.test(name)) return []
    const text = measured(name, value, typeof currency === "string" ? currency : undefined)
    return text === undefined
      ? []
      : [{ name: name.replace(/ (?:in )?(?:cents|minor)$/, ""), text: text.replace(/\.+$/, "") }]
  })
}

const noun = (name: string): string => name.replace(/ (?:names?|title|at|on)$/, "")

/** "The workshop “Bread at home”", "The Autumn Workshop". */
const titled = ({ name, text }: Told): string => {
  if (/^(?:the|our|a|an) /i.test(text)) return text
  return text.toLowerCase().includes(noun(name)) ? `The ${text}` : `The ${noun(name)} “${text}”`
}

const inSentence = (part: Part, told: Told): string => {
  if (part === "event") return titled(told)
  // "on 1 December", "on Friday", and yet "tomorrow".
  return part === "date" && /\d|^(?:mon|tues|wednes|thurs|fri|satur|sun)day/i.test(told.text)
    ? `on ${told.text}`
    : told.text
}

const partOf = ({ name }: Told): Part | undefined => parts.find(([, pattern]) => pattern.test(name))?.[0]

const sentenceOf = ({ name, text }: Told): string => {
  const frame = alone.find(([pattern]) => pattern.test(name))?.[1]
  if (frame !== undefined) return frame.replace("#", () => noun(name)).replace("@", () => text)
  return prose.test(name) || text.split(" ").length > 3 ? capital(text) : `${capital(name)}: ${text}`
}

type Line = readonly [place: number, text: string]

/** The sentences that several parts make, and the places of those parts. */
const combined = (all: ReadonlyArray<Told>): { readonly lines: ReadonlyArray<Line>; readonly taken: Set<number> } => {
  const lines: Array<Line> = []
  const taken = new Set<number>()
  for (const [wanted, frame] of together) {
    const found = wanted.map((part) => all.findIndex((told, place) => partOf(told) === part && !taken.has(place)))
    if (found.includes(-1)) continue
    let line = frame
    wanted.forEach((part, index) => {
      const told = all[found[index] ?? -1]
      if (told !== undefined) line = line.replace(`@${part}`, () => inSentence(part, told))
    })
    for (const place of found) taken.add(place)
    lines.push([Math.min(...found), line])
  }
  return { lines, taken }
}

/** At most four sentences. */
export const contextLinesOf = (context: unknown): ReadonlyArray<string> => {
  if (typeof context === "string")
    return sentencesOf(context)
      .slice(0, 4)
      .map(({ text }) => stopped(capital(text)))
  if (!isRecord(context)) return []
  const all = toldOf(context)
  const { lines, taken } = combined(all)
  const single = all.flatMap((told, place): ReadonlyArray<Line> =>
    taken.has(place) ? [] : [[place, sentenceOf(told)]]
  )
  return [...lines, ...single]
    .toSorted(([left], [right]) => left - right)
    .slice(0, 4)
    .map(([, text]) => stopped(text))
}

const firstText = (context: unknown, key: RegExp, value: RegExp): string | undefined => {
  if (!isRecord(context)) return undefined
  return flat(context).flatMap(([name, text]) =>
    key.test(words(name)) && typeof text === "string" && value.test(text) ? [text] : []
  )[0]
}

/** The first address that the caller gave under a key that means one. */
export const linkOf = (context: unknown): string | undefined => firstText(context, /url|link|href/, /^https?:\/\/\S+$/)

/** What the caller wants to be asked, as a sentence. */
export const askIn = (context: unknown): string | undefined => {
  const text = firstText(context, askKeys, /\p{L}/u)?.replace(/\s+/g, " ").trim()
  return text === undefined || text.length > 80 ? undefined : stopped(capital(text))
}
