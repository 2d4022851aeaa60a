/** Whether what a text counts follows from what was supplied: by a number of the same kind, not by the same digits alone. */
import { isAnniversaryOf } from "./Anniversaries.ts"
import type { Day } from "./Dates.ts"
import { isSameLength } from "./Durations.ts"
import type { Figure } from "./Figures.ts"
import { wordsOf } from "./Names.ts"
import type { Quantity } from "./Quantities.ts"
import * as Reckoning from "./Reckoning.ts"

export interface Known extends Reckoning.Sums {
  readonly currencies: ReadonlySet<string>
  readonly days: ReadonlyArray<Day>
  /** On which something is open, where one stretch of the week is known. */
  readonly openDays: ReadonlySet<number> | undefined
  /** Minutes since midnight. */
  readonly times: ReadonlySet<number>
  readonly words: ReadonlySet<string>
}

/** What stands around a number in the text. */
export interface Around extends Reckoning.Beside {
  /** Of other languages no nouns are known, so that none can be the wrong one. */
  readonly english: boolean
}

const isEqual = (a: number, b: number): boolean => Math.abs(a - b) < 1e-6

const isMoneySupported = (wanted: Quantity, known: Known, around: Around): boolean => {
  const { currencies, figures } = known
  const meant = [wanted.currency ?? "", ...(wanted.alike ?? [])]
  const isOpen = currencies.size === 0 || meant.some((code) => currencies.has(code))
  const isMeant = ({ currency, kind }: Figure): boolean =>
    kind !== "money" || (currency === undefined ? isOpen : meant.includes(currency))
  return (
    figures.some((figure) => figure.kind === "money" && isEqual(figure.value, wanted.value) && isMeant(figure)) ||
    (Reckoning.isReckoned(around) &&
      Reckoning.isReckonedSum(wanted.value, { ...known, figures: figures.filter(isMeant) }, around))
  )
}

/** "89 francs instead of 127": the currency was said already. */
const isFormerPrice = ({ noun, ordinal, unit }: Quantity, { before }: Around): boolean =>
  noun === undefined &&
  unit === undefined &&
  ordinal === undefined &&
  /\b(?:instead of|rather than|down from)\s$/i.test(before)

const isCountSupported = (wanted: Quantity, known: Figure, around: Around): boolean => {
  const { english } = around
  if (known.kind === "money") return (!english || isFormerPrice(wanted, around)) && isEqual(known.value, wanted.value)
  if (known.kind === "percent") return false
  if (wanted.unit !== undefined) {
    if (known.unit !== undefined)
      return isSameLength({ value: known.value, unit: known.unit }, { value: wanted.value, unit: wanted.unit })
    return known.noun === undefined && isEqual(known.value, wanted.value)
  }
  return isEqual(known.value, wanted.value) && (known.unit === undefined || wanted.noun === undefined || !english)
}

/** "on the 29th", and not "the 3rd visit". */
const isDayOfMonth = (wanted: Quantity, { before }: Around): boolean =>
  wanted.ordinal === true && wanted.noun === undefined && wanted.unit === undefined && /\bthe\s+$/i.test(before)

/** "8x faster", "eight times as many": eight seats are no ground for it. */
const isFactor = ({ behind }: Around): boolean => /^(?:\s?[x×](?![\p{L}\p{N}])|\stimes\s|-?fold\b)/iu.test(behind)

const isPlain = ({ kind, noun, unit }: Figure): boolean =>
  kind === "number" && unit === undefined && (noun === undefined || noun === "times" || noun === "x")

/** The third visit of somebody who made `visits: 3`; eight seats are no ground for an eighth bakery. */
const isRankOf = (noun: string, known: Figure): boolean => {
  const { kind, noun: of, ordinal, unit } = known
  return (
    ordinal === true ||
    isAnniversaryOf(noun, known) ||
    (kind === "number" &&
      unit === undefined &&
      (of === undefined || of.replace(/s$/, "") === noun || (of === "age" && noun === "birthday")))
  )
}

/** Behind "the two", until something else than what they are begins. */
const namedBehind = /^(?:\s\p{Ll}[\p{L}'’-]*){1,3}/u
const ends =
  /^(?:a|an|and|are|at|but|by|can|come|comes|do|for|from|go|has|have|if|in|is|made|not|of|on|or|so|still|that|to|wait|waiting|was|were|which|will|with|you|your|we)$/
/** Whatever they are. */
const generic =
  /^(?:things?|items?|pieces?|ones?|others?|options?|ways?|sides?|ends?|halves|parts?|words?|minutes?|hours?|days?|nights?|weeks?|months?|years?|times?|steps?|points?|reasons?|questions?|together|most|main|\p{Ll}+est)$/u

/** "The two lamps" of somebody who has lamps in the cart; two of what nobody spoke of are made up. */
const isSpokenOf = ({ definite }: Quantity, { words }: Known, { behind, english }: Around): boolean => {
  if (definite !== true) return false
  const all = (namedBehind.exec(behind)?.[0] ?? "").trim().split(/\s+/)
  const end = all.findIndex((word) => ends.test(word))
  const named = (end < 0 ? all : all.slice(0, end)).filter((word) => word !== "")
  const last = named.at(-1)
  if (last === undefined || !english || named.some((word) => generic.test(word))) return true
  return named.some((word) => wordsOf(word).some((one) => words.has(one) || isKnownInOtherNumber(one, words)))
}

const isKnownInOtherNumber = (word: string, words: ReadonlySet<string>): boolean =>
  [`${word}s`, `${word}es`, word.replace(/s$/, ""), word.replace(/es$/, ""), word.replace(/ies$/, "y")].some((form) =>
    words.has(form)
  )

/** Two evenings a week, of what is on Mondays and Thursdays; six days a week, of what is open from Monday to Saturday. */
const weekly =
  /^\s(?:(?:mornings?|afternoons?|evenings?|nights?|days?|times|sessions?|classes)\s(?:a|per|each|every)\sweek|tage (?:die|pro|in der) woche|jours par semaine|días (?:a la|por) semana|giorni (?:a|alla) settimana|dias (?:por|na) semana|dagen (?:per|in de) week|dni w tygodniu|dagar i veckan)(?!\p{L})/iu

const recurring =
  /\b(?:mon|tues|wednes|thurs|fri|satur|sun)days\b|\b(?:every|each) (?:mon|tue|wed|thu|fri|sat|sun)|\bweekly\b/

export const isWeekly = ({ unit, value }: Quantity, { days, openDays, said }: Known, { behind }: Around): boolean =>
  weekly.test(behind) &&
  ((unit !== undefined && openDays?.size === value) ||
    (recurring.test(said) && new Set(days.flatMap(({ weekday }) => weekday ?? [])).size === value))

/** "from eight to six" of a shop that opens at 8:00. */
const isHourSupported = (wanted: Quantity, { times }: Known, { before, behind }: Around): boolean =>
  Number.isInteger(wanted.value) &&
  wanted.value <= 24 &&
  wanted.unit === undefined &&
  (/\b(?:from|at|by|until|till|to|between|before|after)\s+$|\d\s?[-–]\s?$/i.test(before) ||
    /^\s*(?:to|till|until|[-–])\s/i.test(behind)) &&
  [wanted.value, (wanted.value % 12) + 12].some((hour) => times.has((hour * 60) % 1440))

export const isSupported = (wanted: Quantity, known: Known, around: Around): boolean => {
  if (wanted.kind === "money") return isMoneySupported(wanted, known, around)
  if (wanted.kind === "percent")
    return (
      known.figures.some(({ kind, value }) => kind === "percent" && isEqual(value, wanted.value)) ||
      Reckoning.isReckonedShare(wanted.value, known, around)
    )
  if (isFactor(around))
    return (
      known.figures.some((figure) => isPlain(figure) && isEqual(figure.value, wanted.value)) ||
      Reckoning.isMultiple(wanted.value, around.behind.replace(/^\stimes/, ""), known)
    )
  if (wanted.ordinal === true && known.days.some(({ day }) => day === wanted.value)) return true
  if (wanted.ordinal === true && wanted.noun !== undefined)
    return known.figures.some((figure) => isEqual(figure.value, wanted.value) && isRankOf(wanted.noun ?? "", figure))
  if (isDayOfMonth(wanted, around))
    return known.figures.some(({ ordinal, value }) => ordinal === true && value === wanted.value)
  return (
    known.figures.some((figure) => isCountSupported(wanted, figure, around)) ||
    (wanted.unit === undefined && known.days.some(({ year }) => year === wanted.value)) ||
    isHourSupported(wanted, known, around) ||
    isSpokenOf(wanted, known, around) ||
    Reckoning.isBundle(wanted.value, known, around)
  )
}
