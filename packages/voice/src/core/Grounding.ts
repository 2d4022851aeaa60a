/**
 * What a text claims that nobody said: names, numbers, prices, shares, dates, times, links and promises which stand in none
 * of its sources. Forms do not count: $1,200 is 1200 dollars, June 5 is 5th of June, twenty percent is 20 %. Kinds do: a
 * price of 29 is no ground for 29 % or 29 seats.
 */
import { anniversariesIn } from "./Anniversaries.ts"
import * as Dates from "./Dates.ts"
import type { Day } from "./Dates.ts"
import { easternDays, easternTimesIn } from "./EasternDates.ts"
import { easternQuantitiesIn } from "./EasternNumbers.ts"
import { isEastern, withoutEastern } from "./EasternScripts.ts"
import type { Figure } from "./Figures.ts"
import * as ForeignDates from "./ForeignDates.ts"
import * as Handles from "./Handles.ts"
import { idiomsIn } from "./Idioms.ts"
import * as Inflections from "./Inflections.ts"
import type { Language } from "./languages/Language.ts"
import { isEnglish, languageOf } from "./languages/Languages.ts"
import { linksIn } from "./Links.ts"
import * as Names from "./Names.ts"
import { openingTimesIn } from "./Openings.ts"
import * as Ordinals from "./Ordinals.ts"
import * as Places from "./Places.ts"
import { plainForms } from "./PlainForms.ts"
import { portionsIn } from "./Portions.ts"
import { unfoundedIn } from "./PromiseGrounds.ts"
import { promisesIn, unsaidPeriod } from "./Promises.ts"
import * as Quantities from "./Quantities.ts"
import * as Romans from "./Romans.ts"
import * as Spans from "./Spans.ts"
import { suppliedIn } from "./Supplied.ts"
import { isSupported, isWeekly } from "./Support.ts"

export interface Ungrounded {
  readonly kind: "link" | "date" | "time" | "money" | "percent" | "number" | "claim" | "name"
  /** As it stands in the text, its digits in plain. */
  readonly text: string
}

/** All that a text may draw on, read once. */
export interface Ground {
  /** Links, hosts and mailboxes. */
  readonly addresses: ReadonlySet<string>
  /** Digits alone. */
  readonly telephones: ReadonlyArray<string>
  readonly days: ReadonlyArray<Day>
  /** Minutes since midnight. */
  readonly times: ReadonlySet<number>
  readonly figures: ReadonlyArray<Figure>
  readonly currencies: ReadonlySet<string>
  readonly words: ReadonlySet<string>
  /** Those that are names. */
  readonly names: ReadonlySet<string>
  /** Of the words, and of what the places are called, where names have cases. */
  readonly stems: ReadonlySet<string>
  /** As `Places` tells them apart. */
  readonly places: ReadonlySet<string>
  /** Every text and key, in lower case. */
  readonly said: string
}

interface Stretch {
  readonly start: number
  readonly end: number
}

const addressOf = ({ host, path }: { readonly host: string; readonly path: string }): string => `${host}${path}`

/** The same length with the stretches blanked, so that a date is not also three numbers. */
const blanked = (text: string, stretches: ReadonlyArray<Stretch>): string => {
  const pieces: Array<string> = []
  let at = 0
  for (const { end, start } of stretches.toSorted((a, b) => a.start - b.start)) {
    if (end <= at) continue
    pieces.push(text.slice(at, Math.max(at, start)), " ".repeat(end - Math.max(at, start)))
    at = end
  }
  return pieces.join("") + text.slice(at)
}

/** Figures of speech that count nothing; of a version's `v` only the number is compared. */
const idle = /\b24\/7(?:\/365)?\b|\b1:1\b|\bv(?=\d)/gi

const plainOf = (text: string): string =>
  Ordinals.withFigures(Romans.withDigits(plainForms(text))).replace(idle, (idiom) => " ".repeat(idiom.length))

const timesIn = (text: string, language: Language | undefined): ReadonlyArray<Dates.FoundTime> => {
  const found = [...easternTimesIn(text), ...(language === undefined ? [] : ForeignDates.timesIn(text, language))]
  return [...found, ...Dates.timesIn(blanked(text, found))]
}

const quantitiesIn = (text: string, language: Language | undefined): ReadonlyArray<Quantities.Quantity> => {
  const found = easternQuantitiesIn(text)
  return [...found, ...Quantities.quantitiesIn(blanked(text, found), language)]
}

const addressesIn = (text: string) => {
  const links = linksIn(text)
  const mailboxes = Handles.mailboxesIn(text)
  return { links, mailboxes, linkless: blanked(text, [...links, ...mailboxes]) }
}

/** What a text is in: not English, its nouns are not known. */
interface Spoken {
  readonly english: boolean
  readonly language: Language | undefined
  readonly locale: string | undefined
}

const spokenIn = (locale: string | undefined): Spoken => ({
  english: isEnglish(locale),
  language: languageOf(locale),
  locale
})

const dayFormsFor = (text: string, { english, language, locale = "" }: Spoken): ReadonlyArray<Dates.DayForm> => [
  ...(isEastern(text) ? easternDays : []),
  ...(language === undefined ? Dates.inEnglish : Dates.inFigures),
  ...(language === undefined ? (english ? [] : ForeignDates.namedForms(locale)) : ForeignDates.dayForms(language))
]

/** Days and times, and the text without them. */
const datesIn = (linkless: string, spoken: Spoken) => {
  const days = Dates.daysIn(linkless, dayFormsFor(linkless, spoken))
  const dayless = blanked(linkless, days)
  const times = [...Dates.stampedTimesIn(linkless), ...timesIn(dayless, spoken.language)]
  return { days, times, rest: blanked(dayless, times) }
}

/** What is no number although it has digits, and the text without it. */
const factsIn = (text: string, spoken: Spoken) => {
  const addresses = addressesIn(text)
  return { ...addresses, ...datesIn(addresses.linkless, spoken) }
}

const figureOf = ({ currency, kind, noun, ordinal, unit, value }: Quantities.Quantity): Figure => ({
  kind,
  value,
  currency,
  noun,
  ordinal,
  unit
})

/**
 * Of strings, records, arrays: whatever was supplied, remembered, configured. `locale`: the language in which it will be
 * spoken of, in which some of it may stand.
 */
export const groundOf = (sources: ReadonlyArray<unknown>, locale?: string): Ground => {
  const supplied = suppliedIn(sources)
  const text = plainOf(supplied.texts)
  const { linkless, links, mailboxes } = addressesIn(text)
  // English keys and words stand beside those of the person's language.
  const read = (isEnglish(locale) ? [undefined] : [undefined, locale]).map(spokenIn).map((one) => ({
    ...datesIn(linkless, one),
    language: one.language
  }))
  const [days, times] = [read.flatMap((one) => one.days), read.flatMap((one) => one.times)]
  const handles = [...mailboxes, ...Handles.disguisedHostsIn(linkless)]
  const quantities = read.flatMap((one) => quantitiesIn(one.rest, one.language))
  const words = new Set([...Names.wordsOf(supplied.words), ...Names.wordsOf(withoutEastern(supplied.words))])
  const places = placesOf(supplied.words, locale)
  const stampedInUtc = /T\d{2}:\d{2}[\d:.]*Z/.test(text) ? ["utc", "gmt"] : []
  return {
    addresses: new Set([...links.map(addressOf), ...handles.map(({ address }) => address)]),
    telephones: Handles.telephonesIn(supplied.words).map(({ address }) => address),
    days: days.flatMap(({ readings }) => readings),
    times: new Set([...times.flatMap(({ minutes }) => minutes), ...openingTimesIn(linkless)]),
    figures: [
      ...supplied.figures,
      ...quantities.map(figureOf),
      ...read.flatMap((one) => Spans.figuresOfSpans(one.rest)),
      ...anniversariesIn(linkless)
    ],
    currencies: new Set([
      ...supplied.currencies,
      ...quantities.flatMap(({ currency }) => (currency === undefined ? [] : [currency]))
    ]),
    words: new Set([...words, ...stampedInUtc]),
    names: namesOf(supplied.words),
    stems: Inflections.isInflecting(locale)
      ? Inflections.stemsIn([...words, ...Places.wordsFor(places, locale)])
      : new Set(),
    places,
    said: supplied.words.toLowerCase().replaceAll("_", " ")
  }
}

/** More words than these are a sentence, which begins with a capital. */
const nameMost = 3

const namesOf = (supplied: string): ReadonlySet<string> =>
  new Set(
    supplied.split("\n").flatMap((line) => {
      const isName = line.split(" ", nameMost + 1).length <= nameMost
      return (isName ? (line.match(Names.capital) ?? []) : Names.namesIn(line)).flatMap(Names.wordsOf)
    })
  )

/** By name, or by the code of a country that stands alone. */
const placesOf = (supplied: string, locale: string | undefined): ReadonlySet<string> =>
  new Set([
    ...Places.placesIn(supplied, locale).flatMap(({ ids }) => ids),
    ...Array.from(supplied.matchAll(/^[A-Z]{2}$/gm), ([code]) => `country ${code.toLowerCase()}`)
  ])

/** Enough of what stands around a number to tell what it counts. */
const around = (text: string, { end, start }: Stretch) => ({
  before: text.slice(Math.max(0, start - 12), start),
  behind: text.slice(end, end + 64)
})

export const isWordKnown = (word: string, { stems, words }: Ground): boolean =>
  words.has(word) || (stems.size > 0 && Inflections.isFormOf(word, stems))

const isWordsKnown = (text: string, ground: Ground): boolean =>
  Names.wordsOf(text.replaceAll("_", " ")).every((word) => isWordKnown(word, ground))

type Finding = Stretch & { readonly kind: Ungrounded["kind"] }

const of = (kind: Ungrounded["kind"], stretches: ReadonlyArray<Stretch>): ReadonlyArray<Finding> =>
  stretches.map(({ end, start }) => ({ kind, start, end }))

type Facts = ReturnType<typeof factsIn>

const unknownAddresses = ({ linkless, links, mailboxes }: Facts, ground: Ground): ReadonlyArray<Finding> => {
  const handles = [...mailboxes, ...Handles.disguisedHostsIn(linkless)]
  const accounts = Handles.accountsIn(linkless)
  return of("link", [
    ...links.filter((link) => !ground.addresses.has(addressOf(link))),
    ...handles.filter(({ address }) => !ground.addresses.has(address)),
    ...accounts.filter(({ address }) => !isWordsKnown(address, ground))
  ])
}

const unknownTimes = ({ days, times }: Facts, ground: Ground): ReadonlyArray<Finding> => {
  const years = new Set(ground.figures.filter(({ kind }) => kind === "number").map(({ value }) => value))
  const isKnownDay = (said: Day): boolean => ground.days.some((known) => Dates.agrees(said, known, years))
  return [
    ...of(
      "date",
      days.filter(({ readings }) => !readings.some(isKnownDay))
    ),
    ...of(
      "time",
      times.filter(({ minutes }) => !minutes.some((minute) => ground.times.has(minute)))
    )
  ]
}

/** Telephones that are known, and numbers without a numeral: their digits and words are no numbers of their own. */
const settledIn = ({ linkless, rest }: Facts, ground: Ground, spoken: Spoken) => {
  const spans = Spans.spansIn(rest)
  const portions = portionsIn(blanked(rest, spans), ground, spoken)
  return { spans, portions, others: othersIn(linkless, ground) }
}

const othersIn = (linkless: string, ground: Ground): ReadonlyArray<Stretch> => [
  ...Handles.accountsIn(linkless),
  ...Handles.telephonesIn(linkless).filter(({ address }) =>
    ground.telephones.some((known) => Handles.isSameTelephone(known, address))
  )
]

const unknownQuantities = (
  quantities: ReadonlyArray<Quantities.Quantity>,
  text: string,
  ground: Ground,
  english: boolean
): ReadonlyArray<Finding> =>
  quantities.flatMap((quantity): ReadonlyArray<Finding> => {
    const beside = { ...around(text, quantity), english }
    if (isWeekly(quantity, ground, beside)) return []
    if (!isSupported(quantity, ground, beside)) return of(quantity.kind, [quantity])
    if (quantity.unit !== undefined) return []
    const period = unsaidPeriod(beside.behind, ground.said)
    return period === undefined ? [] : of(quantity.kind, [{ start: quantity.start, end: quantity.end + period }])
  })

const isLacking = ({ supported }: { readonly supported: boolean }): boolean => !supported

/** What in `original` has no ground, in the order of its kinds; each once. `locale`: what it is written in. */
export const ungroundedIn = (original: string, ground: Ground, locale?: string): ReadonlyArray<Ungrounded> => {
  const text = plainOf(original)
  const spoken = spokenIn(locale)
  const { english, language } = spoken
  const idioms = idiomsIn(text, ground.words)
  const facts = factsIn(blanked(text, idioms), spoken)
  const { days, links, mailboxes, rest, times } = facts
  const { others, portions, spans } = settledIn(facts, ground, spoken)
  const quantities = quantitiesIn(blanked(rest, [...others, ...portions, ...spans]), language)
  const found = [
    ...unknownAddresses(facts, ground),
    ...unknownTimes(facts, ground),
    ...unknownQuantities(quantities, rest, ground, english),
    ...of(
      "number",
      spans.filter((span) => Spans.isUnheardOf(span, ground.figures))
    ),
    ...of("number", portions.filter(isLacking)),
    ...of("claim", promisesIn(text, ground.said).filter(isLacking)),
    ...of("claim", unfoundedIn(text, ground.said, language))
  ].map(({ end, kind, start }): Ungrounded => ({ kind, text: text.slice(start, end) }))
  const places = Places.placesIn(text, locale).filter(({ ids }) => ids.some((id) => ground.places.has(id)))
  const nameable = blanked(text, [...places, ...idioms, ...links, ...mailboxes, ...days, ...times, ...quantities])
  const names = Names.namesIn(withoutEastern(nameable))
    .filter((name) => !isWordsKnown(name, ground))
    .map((name): Ungrounded => ({ kind: "name", text: name }))
  return [...new Map([...found, ...names].map((one) => [`${one.kind} ${one.text}`, one])).values()]
}
