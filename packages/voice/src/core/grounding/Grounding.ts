/**
 * What a text claims that nobody said: names, numbers, prices, shares, dates, times, links and promises which stand in none
 * of its sources. Forms do not count: $1,200 is 1200 dollars, June 5 is 5th of June, twenty percent is 20 %. Kinds do: a
 * price of 29 is no ground for 29 % or 29 seats.
 */
import { anniversariesIn } from "./Anniversaries.ts"
import * as Dates from "./Dates.ts"
import type { Day } from "./Dates.ts"
import { dealsIn, isDealKnown } from "./Deals.ts"
import { withoutEastern } from "./EasternScripts.ts"
import { addressesIn, addressOf, blanked, datesIn, factsIn, plainOf, quantitiesIn, spokenIn } from "./Facts.ts"
import type { Spoken, Stretch } from "./Facts.ts"
import type { Figure } from "./Figures.ts"
import * as Handles from "./Handles.ts"
import * as Implied from "./Implied.ts"
import { idiomsIn } from "./Idioms.ts"
import * as Inflections from "./Inflections.ts"
import { isEnglish } from "./languages/Languages.ts"
import * as Names from "./Names.ts"
import * as OpenDays from "./OpenDays.ts"
import { openingTimesIn } from "./Openings.ts"
import * as Places from "./Places.ts"
import { portionsIn } from "./Portions.ts"
import * as Postal from "./Postal.ts"
import { unfoundedIn } from "./PromiseGrounds.ts"
import { promisesIn, unsaidPeriod } from "./Promises.ts"
import type { Quantity } from "./Quantities.ts"
import * as Shortened from "./Shortened.ts"
import * as Spans from "./Spans.ts"
import { suppliedIn } from "./Supplied.ts"
import { namesOf, once, placesOf } from "./SuppliedNames.ts"
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
  /** On which something is open, 0 is Sunday: where one stretch of the week is known. */
  readonly openDays: ReadonlySet<number> | undefined
  /** By each number of an address the words beside it. */
  readonly postal: ReturnType<typeof Postal.neighboursIn>
  /** Minutes since midnight. */
  readonly times: ReadonlySet<number>
  readonly figures: ReadonlyArray<Figure>
  readonly currencies: ReadonlySet<string>
  readonly words: ReadonlySet<string>
  /** Those that are names, for a text in another script: looked for when it is asked. */
  readonly names: () => ReadonlySet<string>
  /** Of the words, and of what the places are called, where names have cases. */
  readonly stems: ReadonlySet<string>
  /** As `Places` tells them apart. */
  readonly places: ReadonlySet<string>
  /** Every text and key, in lower case. */
  readonly said: string
}

const figureOf = ({ currency, kind, noun, ordinal, unit, value }: Quantity): Figure => ({
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
  const counted = read.map((one) => ({ rest: one.rest, quantities: quantitiesIn(one.rest, one.language) }))
  const quantities = counted.flatMap((one) => one.quantities)
  const western = withoutEastern(supplied.words)
  const words = new Set([
    ...Names.wordsOf(supplied.words),
    ...(western === supplied.words ? [] : Names.wordsOf(western))
  ])
  const places = placesOf(supplied.words, locale)
  const ranges = read.flatMap((one) => OpenDays.rangesIn(one.days, linkless))
  const isFree = counted.some((one) => Implied.isGiven(one.quantities, one.rest))
  const stampedInUtc = /T\d{2}:\d{2}[\d:.]*Z/.test(text) ? ["utc", "gmt"] : []
  return {
    addresses: new Set([...links.map(addressOf), ...handles.map(({ address }) => address)]),
    telephones: Handles.telephonesIn(supplied.words).map(({ address }) => address),
    days: [
      ...days.flatMap(({ readings }) => readings),
      ...Implied.daysOfWeeksIn(linkless),
      ...OpenDays.daysOfRanges(ranges)
    ],
    openDays: OpenDays.openDaysOf(ranges),
    postal: Postal.neighboursIn(supplied.addresses),
    times: new Set([...times.flatMap(({ minutes }) => minutes), ...openingTimesIn(linkless)]),
    figures: [
      ...supplied.figures,
      ...quantities.map(figureOf),
      ...read.flatMap((one) => Spans.figuresOfSpans(one.rest)),
      ...counted.flatMap((one) => Implied.pricesBeside(one.quantities, one.rest)),
      ...Implied.sharesIn(linkless),
      ...anniversariesIn(linkless)
    ],
    currencies: new Set([
      ...supplied.currencies,
      ...quantities.flatMap(({ currency }) => (currency === undefined ? [] : [currency]))
    ]),
    words: new Set([...words, ...Shortened.otherForms(words), ...stampedInUtc]),
    names: once(() => namesOf(supplied.words)),
    stems: Inflections.isInflecting(locale)
      ? Inflections.stemsIn([...words, ...Places.wordsFor(places, locale)])
      : new Set(),
    places,
    said: supplied.words.toLowerCase().replaceAll("_", " ") + (isFree ? "\nfree" : "")
  }
}

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

const unknownTimes = ({ days, linkless, times }: Facts, ground: Ground): ReadonlyArray<Finding> => {
  const years = new Set(ground.figures.filter(({ kind }) => kind === "number").map(({ value }) => value))
  const isKnownDay = (said: Day): boolean => ground.days.some((known) => Dates.agrees(said, known, years))
  return [
    ...of(
      "date",
      days.filter((day) => !day.readings.some(isKnownDay) && !OpenDays.isClosedOn(day, linkless, ground.openDays))
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
  ...dealsIn(linkless).flatMap((deal) => (isDealKnown(deal, ground.said) ? deal.numbers : [])),
  ...Handles.accountsIn(linkless),
  ...Handles.telephonesIn(linkless).filter(({ address }) =>
    ground.telephones.some((known) => Handles.isSameTelephone(known, address))
  )
]

const unknownQuantities = (
  quantities: ReadonlyArray<Quantity>,
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
  const facts = factsIn(blanked(text, [...idioms, ...Postal.mentionsIn(text, ground.postal)]), spoken)
  const { days, links, mailboxes, rest, times } = facts
  const { others, portions, spans } = settledIn(facts, ground, spoken)
  const counted = quantitiesIn(blanked(rest, [...others, ...portions, ...spans]), language)
  const quantities = Implied.withPricesBehind(counted, rest)
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
  const initials = Shortened.initialsIn(text, ground.said, (word) => ground.names().has(word))
  const nameable = blanked(text, [
    ...places,
    ...initials,
    ...idioms,
    ...links,
    ...mailboxes,
    ...days,
    ...times,
    ...quantities
  ])
  const names = Names.namesIn(withoutEastern(nameable))
    .filter((name) => !isWordsKnown(name, ground))
    .map((name): Ungrounded => ({ kind: "name", text: name }))
  return [...new Map([...found, ...names].map((one) => [`${one.kind} ${one.text}`, one])).values()]
}
