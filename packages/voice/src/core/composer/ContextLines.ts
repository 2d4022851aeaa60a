/**
 * Sentences from what the caller knows: a text as it is, a record by its keys. What belongs together is said together
 * ("You can have Oven Plus for €49."), and what only steers or measures is not said at all.
 */
import { momentsIn, moneyOf, said } from "./ContextValues.ts"
import { alone, askKeys, headings, parts, prose, silent, together } from "./phrases/ContextFrames.ts"
import type { Part } from "./phrases/ContextFrames.ts"
import { dayOf, discountOf, forPrice, isSentence, offerOf, placeOf, priceOf, spanOf } from "./Offers.ts"
import { proseOf } from "./Prose.ts"
import { toSecondPerson } from "./SecondPerson.ts"
import { capital, sentencesOf } from "../text/Sentences.ts"

const words = (key: string): string =>
  key
    .replace(/([a-z\d])([A-Z])/g, "$1 $2")
    .replace(/[_-]+/g, " ")
    .trim()
    .toLowerCase()

const stopped = (text: string): string => (/[.!?…]$/.test(text) ? text : `${text}.`)

interface Told {
  readonly name: string
  readonly text: string
  /** Whether the value is a sentence or the greater part of one, not a word or a list of them. */
  readonly isPhrase: boolean
  readonly isList?: boolean
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

const frameOf = (name: string): string | undefined => alone.find(([pattern]) => pattern.test(name))?.[1]

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
  return typeof value === "number" && frameOf(name) === undefined ? undefined : said(value)
}

/** Whether a key addresses, steers, identifies or measures: nobody misses its value. */
export const isSteering = (key: string): boolean => silent.test(words(key).replaceAll(" ", "_"))

/** What can be said of a record, by the names of its keys. */
const toldOf = (context: Readonly<Record<string, unknown>>): ReadonlyArray<Told> => {
  const entries = flat(context)
  const currency = entries.find(([key]) => words(key).endsWith("currency"))?.[1]
  return entries.flatMap(([key, value]): ReadonlyArray<Told> => {
    const name = words(key)
    if (isSteering(key) || askKeys.test(name)) return []
    const text = measured(name, value, typeof currency === "string" ? currency : undefined)
    if (text === undefined) return []
    const isPhrase = typeof value === "string" && (prose.test(name) || text.split(" ").length > 4)
    const isList = Array.isArray(value)
    return [{ name: name.replace(/ (?:in )?(?:cents|minor)$/, ""), text: text.replace(/\.+$/, ""), isPhrase, isList }]
  })
}

const noun = (name: string): string => name.replace(/ (?:names?|title|at|on)$/, "")

/** "The workshop “Bread at home”", "The Autumn Workshop". */
const titled = ({ name, text }: Told): string => {
  if (/^(?:the|our|a|an) /i.test(text)) return text
  return text.toLowerCase().includes(noun(name)) ? `The ${text}` : `The ${noun(name)} “${text}”`
}

/** "oven X200" and "Pro plan" want their article; "Oven X200", a title and a list of things do not. */
const articled = ({ name, text }: Pick<Told, "name" | "text">): string => {
  if (/^(?:plan|subscription)\b/.test(name) && !/\b(?:plan|subscription|membership)\b/i.test(text) && !/ /.test(text))
    return `the ${text} plan`
  const isThing = !/^(?:subject|topic|theme|items|products)/.test(name) && !/ and |,/.test(text)
  const isCommon = /^\p{Ll}{3,}/u.test(text) || /^\p{Lu}[\p{L}-]*(?: \p{Ll}[\p{L}-]{2,})+$/u.test(text)
  const isOpen = /^(?:the|our|your|this|that|all|any|every|some|two|three|four|more|free)\b/i.test(text)
  return isThing && isCommon && !isOpen ? `the ${text}` : text
}

const inSentence = (part: Part, told: Told): string => {
  if (part === "event") return titled(told)
  if (part === "booked") return /^(?:the|your|our|an?) /i.test(told.text) ? capital(told.text) : `Your ${told.text}`
  if (part === "about") return articled(told)
  // "on 1 December", "on Friday", and yet "tomorrow".
  return part === "date" ? dayOf(told.text) : told.text
}

const isPart = (part: Part, { name }: Pick<Told, "name">): boolean =>
  parts.some(([one, pattern]) => one === part && pattern.test(name))

/** What nobody says in a sentence is not said: "Sizes: S and M" is a list, "Duration: long" a label. */
const sentenceOf = ({ isList, isPhrase, name, text }: Told, objective: string): string | undefined => {
  if (/^discount(?: percent| percentage| pct)?$/.test(name)) return discountOf(text)
  if (isPart("offer", { name })) return offerOf(text)
  if (/^price$/.test(name)) return priceOf(text)
  if (isPart("hours", { name }) && /^(?:open|closed)\b/i.test(text))
    return `We are ${text.slice(0, 1).toLowerCase()}${text.slice(1)}`
  const frame = frameOf(name)
  if (frame !== undefined)
    return frame
      .replace(/^This is about/, isThing.test(name) ? tellingOf(objective) : "This is about")
      .replace("#", () => noun(name))
      .replace("@", () =>
        frame.startsWith("This is about") || frame.startsWith("You bought") ? articled({ name, text }) : text
      )
  if (isList) return `${capital(name)}: ${text}`
  if (!isPhrase) return undefined
  if (headings.test(name) || isSentence(text)) return capital(text)
  return isGain.test(text) ? `It ${text.slice(0, 1).toLowerCase()}${text.slice(1)}` : undefined
}

const isThing = /^(?:product|item|recommendation|recommended|suggestion|feature|book)(?: names?| title)?$/
const isGain = /^(?:saves|cuts|brings|keeps|gives|helps|makes|takes|adds|halves|doubles|frees|lets|comes with|fits) /i

/** How a thing is spoken of: what is to be sold is told about, anything else is what the message is about. */
const tellingOf = (objective: string): string =>
  /demo/i.test(objective)
    ? "Have a look with us at"
    : /^(?:upsell|cross_sell|winback|nurture)$|sell|promot|launch|recommend/i.test(objective)
      ? "We would like to tell you about"
      : "This is about"

/** What a day is the day of, where nothing else in the record says so. */
const dated: ReadonlyArray<readonly [RegExp, string]> = [
  [/launch|release|\bsale\b/, "It starts"],
  [/renew/, "Your renewal is due"],
  [/trial/, "Your trial ends"],
  [/expir/, "It expires"],
  [/deliver|shipp?|dispatch/, "It is due"],
  [/appointment|\bvisit|check-?up/, "Your appointment is"],
  [/booking|reservation|table/, "Your booking is"],
  [
    /invit|event|webinar|workshop|tasting|concert|course|class|party|meet|ticket|conference|launch|open day|show|rsvp/,
    "It takes place"
  ]
]

type Line = readonly [place: number, text: string]

/** A day, an hour and a place of what the objective, an offer or a product is about. */
const whenAndWhere = (
  all: ReadonlyArray<Told>,
  isFree: (place: number) => boolean,
  objective: string
): { readonly lines: ReadonlyArray<Line>; readonly taken: ReadonlyArray<number> } => {
  const placeOfPart = (part: Part): number => all.findIndex((told, place) => isFree(place) && isPart(part, told))
  const [date, time, where] = [placeOfPart("date"), placeOfPart("time"), placeOfPart("place")]
  const purpose = objective.toLowerCase()
  const text = all[date]?.text ?? ""
  const own = /^(.+) (?:date|day|date ?time)$/.exec(all[date]?.name ?? "")?.[1]
  const span = spanOf(text)
  const at = all[time] === undefined ? "" : ` at ${all[time].text}`
  const isOffered = all.some((told) => isPart("offer", told) || isPart("discount", told) || isPart("code", told))
  const what =
    own !== undefined && !/^(?:start|end|due)$/.test(own)
      ? `Your ${own} is`
      : dated.find(([pattern]) => pattern.test(purpose))?.[1]
  const places = all[where] === undefined ? [] : [where]
  const close = all[where] === undefined ? "" : ` ${placeOf(all[where].text)}`
  const one = (line: string, ...taken: ReadonlyArray<number>) => ({
    lines: [[Math.min(...taken), line]] as ReadonlyArray<Line>,
    taken
  })
  const times = all[time] === undefined ? [] : [time]
  if (span === "until")
    return one(`${isOffered || what === undefined ? "It is valid" : "It lasts"} ${dayOf(text)}`, date)
  if (span === "by") return one(`You have time until ${text.slice(3)}`, date)
  if (span === "from") return one(`It starts on ${dayOf(text).slice(5)}${at}`, date, ...times)
  if (span !== undefined && span !== "before" && what !== undefined)
    return one(`${what} ${dayOf(text)}${at}${close}`, date, ...times, ...places)
  if (
    span === undefined &&
    date === -1 &&
    times.length > 0 &&
    /^It takes place|^Your (?:appointment|booking)/.test(what ?? "")
  )
    return one(`It begins${at}${close}`, ...times, ...places)
  if (places.length === 0) return { lines: [], taken: [] }
  const isMeeting = what === "It takes place" || all.some((told) => isPart("event", told) || isPart("booked", told))
  return one(isMeeting ? `It takes place${close}` : `You will find us${close}`, ...places)
}

/** The sentences that several parts make, and the places of those parts. */
const combined = (
  all: ReadonlyArray<Told>,
  objective: string
): { readonly lines: ReadonlyArray<Line>; readonly taken: Set<number> } => {
  const lines: Array<Line> = []
  const taken = new Set<number>()
  for (const [wanted, frame] of together) {
    const found = wanted.map((part) => all.findIndex((told, place) => isPart(part, told) && !taken.has(place)))
    if (found.includes(-1)) continue
    const date = all[found[wanted.indexOf("date")] ?? -1]?.text
    const span = date === undefined ? undefined : spanOf(date)
    if (date !== undefined && span === undefined) continue
    // A thing is for sale until some day, or from then on.
    if (wanted[0] === "about" && date !== undefined && (span === "on" || span === "range" || span === "loose")) continue
    // What begins some day is open from then on; any other day is a single one.
    if (wanted[0] === "hours" && spanOf(date ?? "") !== "from" && !/\bto\b|-|–/.test(all[found[0] ?? -1]?.text ?? ""))
      continue
    const isTheirs =
      wanted[0] === "about" && /renew|expir|trial|invoice|payment|order|appointment|booking/i.test(objective)
    let line = (isTheirs ? frame.replace("You can have @about @cost", "@about costs @price") : frame).replace(
      "@cost",
      () => forPrice(all[found[wanted.indexOf("price")] ?? -1]?.text ?? "")
    )
    line = line.replace("@day", () => dayOf(date ?? "").replace(/^(?:on|from) /, ""))
    wanted.forEach((part, index) => {
      const told = all[found[index] ?? -1]
      if (told !== undefined) line = line.replace(`@${part}`, () => inSentence(part, told))
    })
    for (const place of found) taken.add(place)
    lines.push([Math.min(...found), capital(line)])
  }
  const more = whenAndWhere(all, (place) => !taken.has(place), objective)
  for (const place of more.taken) taken.add(place)
  return { lines: [...lines, ...more.lines], taken }
}

const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/-]/g, String.raw`\$&`)

const thirdPerson = /\b(?:he|she|him|his|hers?|himself|herself)\b/i

/** Said to whom it is about: "she ordered 3 boxes" of a summary becomes "You ordered 3 boxes"; undefined where it cannot. */
const addressed = (line: string, names: ReadonlyArray<string>): string | undefined => {
  const isNamed = names.some(
    (name) => name.trim() !== "" && new RegExp(`^${escaped(name.trim())}(?=['’\\s])`, "i").test(line)
  )
  const isAbout =
    isNamed ||
    /^(?:he|she|they|his|her|their|(?:the |this )?(?:customer|client|user|lead|prospect|subscriber))\b/i.test(line)
  if (!isAbout) return thirdPerson.test(line) ? undefined : line
  const spoken = toSecondPerson(line, names)
  return spoken?.kind === "said" && !thirdPerson.test(spoken.text) ? proseOf(spoken.text) : undefined
}

export interface Fact {
  readonly name: string
  readonly text: string
}

/** What a record says under the first key of that name. */
export const factOf = (context: unknown, key: RegExp): Fact | undefined =>
  isRecord(context) ? toldOf(context).find(({ name }) => key.test(name)) : undefined

/** What the message is for, and the keys that it says already. */
interface Said {
  readonly objective?: string
  readonly except?: ReadonlyArray<string>
}

/** At most four sentences, said to the person whose `names` those are. */
export const contextLinesOf = (
  context: unknown,
  names: ReadonlyArray<string> = [],
  { except = [], objective = "" }: Said = {}
): ReadonlyArray<string> => {
  const told = (lines: ReadonlyArray<string>): ReadonlyArray<string> =>
    lines.map((line) => addressed(line, names)).filter((line) => line !== undefined)
  if (typeof context === "string")
    return told(
      sentencesOf(momentsIn(context))
        .slice(0, 4)
        .map(({ text }) => stopped(capital(text)))
    )
  if (!isRecord(context)) return []
  const all = toldOf(context).filter(({ name }) => !except.includes(name))
  const { lines, taken } = combined(all, objective)
  const single = all.flatMap((one, place): ReadonlyArray<Line> => {
    // A day, an hour or a place that belongs to nothing is no sentence.
    const isLoose = isPart("date", one) || isPart("time", one) || isPart("place", one)
    const line = taken.has(place) || isLoose ? undefined : sentenceOf(one, objective)
    // What it is about comes before what else there is to say of it.
    return line === undefined ? [] : [[isPart("about", one) && one.isList !== true ? -1 : place, line]]
  })
  return told(
    [...lines, ...single]
      .toSorted(([left], [right]) => left - right)
      .slice(0, 4)
      .map(([, text]) => stopped(text))
  )
}

const unarticled = (text: string): string => capital(text.replace(/^(?:the|our|your|an?) /i, ""))

/** What a subject line may say of it: the offer, the thing and its price. */
export const headingsOf = (context: unknown): ReadonlyArray<string> => {
  if (!isRecord(context)) return []
  const all = toldOf(context).filter(({ text }) => text.length <= 45)
  const of = (part: Part): string | undefined => {
    const found = all.find((told) => isPart(part, told))
    return found !== undefined && part === "about" ? articled(found) : found?.text
  }
  const [offer, thing, price] = [of("offer"), of("about") ?? of("event"), of("price")]
  const told: Array<string> = []
  if (offer !== undefined && offerOf(offer) !== undefined)
    told.push(/^(?:an?|one|two|free) /i.test(offer) ? `${capital(offer)} for you` : capital(offer))
  if (thing !== undefined && price !== undefined) told.push(`${unarticled(thing)} ${forPrice(price)}`)
  if (thing !== undefined) told.push(unarticled(thing), `About ${articled({ name: "product", text: thing })}`)
  return told.filter((heading) => heading.length <= 60)
}

const firstText = (context: unknown, key: RegExp, value: RegExp): string | undefined => {
  if (!isRecord(context)) return undefined
  return flat(context).flatMap(([name, text]) =>
    key.test(words(name)) && typeof text === "string" && value.test(text) ? [text] : []
  )[0]
}

/** The first address that the caller gave under a key that means one. */
export const linkOf = (context: unknown): string | undefined =>
  firstText(
    context,
    /^(?!.*\b(?:image|img|logo|avatar|photo|picture|icon|thumbnail|unsubscribe|opt ?out|pixel|webhook|callback|tracking pixel|linkedin|privacy|imprint)\b).*\b(?:url|link|href)/,
    /^https?:\/\/\S+$/
  )

/** What the caller wants to be asked, as a sentence. */
export const askIn = (context: unknown): string | undefined => {
  const text = firstText(context, askKeys, /\p{L}/u)?.replace(/\s+/g, " ").trim()
  return text === undefined || text.length > 80 ? undefined : stopped(capital(text))
}
