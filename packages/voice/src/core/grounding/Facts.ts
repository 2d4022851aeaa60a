/** What a text says of days, times, numbers and addresses, in the language that it is in. Used by `Grounding`. */
import * as Dates from "./Dates.ts"
import { easternDays, easternTimesIn } from "./EasternDates.ts"
import { easternQuantitiesIn } from "./EasternNumbers.ts"
import { isEastern } from "./EasternScripts.ts"
import * as ForeignDates from "./ForeignDates.ts"
import * as Handles from "./Handles.ts"
import type { Language } from "./languages/Language.ts"
import { isEnglish, languageOf } from "./languages/Languages.ts"
import { linksIn } from "../text/Links.ts"
import * as Ordinals from "./Ordinals.ts"
import { plainForms } from "./PlainForms.ts"
import * as Quantities from "./Quantities.ts"
import * as Romans from "./Romans.ts"

export interface Stretch {
  readonly start: number
  readonly end: number
}

export const addressOf = ({ host, path }: { readonly host: string; readonly path: string }): string => `${host}${path}`

/** The same length with the stretches blanked, so that a date is not also three numbers. */
export const blanked = (text: string, stretches: ReadonlyArray<Stretch>): string => {
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

/** Turkish writes the sign of a share first. */
const percentFirst = /(?<=^|[\s(])%(\d{1,3}(?:[.,]\d{1,2})?)(?![\p{L}\p{N}%])/gu

export const plainOf = (text: string): string =>
  Ordinals.withFigures(Romans.withDigits(plainForms(text).replace(percentFirst, "$1%"))).replace(idle, (idiom) =>
    " ".repeat(idiom.length)
  )

const timesIn = (text: string, language: Language | undefined): ReadonlyArray<Dates.FoundTime> => {
  const found = [...easternTimesIn(text), ...(language === undefined ? [] : ForeignDates.timesIn(text, language))]
  return [...found, ...Dates.timesIn(blanked(text, found))]
}

export const quantitiesIn = (text: string, language: Language | undefined): ReadonlyArray<Quantities.Quantity> => {
  const found = easternQuantitiesIn(text)
  return [...found, ...Quantities.quantitiesIn(blanked(text, found), language)]
}

export const addressesIn = (text: string) => {
  const links = linksIn(text)
  const mailboxes = Handles.mailboxesIn(text)
  return { links, mailboxes, linkless: blanked(text, [...links, ...mailboxes]) }
}

/** What a text is in: not English, its nouns are not known. */
export interface Spoken {
  readonly english: boolean
  readonly language: Language | undefined
  readonly locale: string | undefined
}

export const spokenIn = (locale: string | undefined): Spoken => ({
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
export const datesIn = (linkless: string, spoken: Spoken) => {
  const days = Dates.daysIn(linkless, dayFormsFor(linkless, spoken))
  const dayless = blanked(linkless, days)
  const times = [...Dates.stampedTimesIn(linkless), ...timesIn(dayless, spoken.language)]
  return { days, times, rest: blanked(dayless, times) }
}

/** What is no number although it has digits, and the text without it. */
export const factsIn = (text: string, spoken: Spoken) => {
  const addresses = addressesIn(text)
  return { ...addresses, ...datesIn(addresses.linkless, spoken) }
}
