/** Whether what a text counts follows from what was supplied: by a number of the same kind, not by the same digits alone. */
import type { Day } from "./Dates.ts"
import { isSameLength } from "./Durations.ts"
import type { Figure } from "./Figures.ts"
import type { Quantity } from "./Quantities.ts"

export interface Known {
  readonly figures: ReadonlyArray<Figure>
  readonly currencies: ReadonlySet<string>
  readonly days: ReadonlyArray<Day>
  /** Minutes since midnight. */
  readonly times: ReadonlySet<number>
}

/** What stands around a number in the text. */
export interface Around {
  readonly before: string
  readonly behind: string
  /** Of other languages no nouns are known, so that none can be the wrong one. */
  readonly english: boolean
}

const isEqual = (a: number, b: number): boolean => Math.abs(a - b) < 1e-6

const isMoneySupported = (wanted: Quantity, { currencies, figures }: Known): boolean => {
  const meant = [wanted.currency ?? "", ...(wanted.alike ?? [])]
  const isOpen = currencies.size === 0 || meant.some((code) => currencies.has(code))
  return figures.some(
    ({ currency, kind, value }) =>
      kind === "money" && isEqual(value, wanted.value) && (currency === undefined ? isOpen : meant.includes(currency))
  )
}

const isCountSupported = (wanted: Quantity, known: Figure, english: boolean): boolean => {
  if (known.kind === "money") return !english && isEqual(known.value, wanted.value)
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
const isRankOf = (noun: string, { kind, noun: of, ordinal, unit }: Figure): boolean =>
  ordinal === true ||
  (kind === "number" &&
    unit === undefined &&
    (of === undefined || of.replace(/s$/, "") === noun || (of === "age" && noun === "birthday")))

/** "from eight to six" of a shop that opens at 8:00. */
const isHourSupported = (wanted: Quantity, { times }: Known, { before, behind }: Around): boolean =>
  Number.isInteger(wanted.value) &&
  wanted.value <= 24 &&
  wanted.unit === undefined &&
  (/\b(?:from|at|by|until|till|to|between|before|after)\s+$|\d\s?[-–]\s?$/i.test(before) ||
    /^\s*(?:to|till|until|[-–])\s/i.test(behind)) &&
  [wanted.value, (wanted.value % 12) + 12].some((hour) => times.has((hour * 60) % 1440))

export const isSupported = (wanted: Quantity, known: Known, around: Around): boolean => {
  if (wanted.kind === "money") return isMoneySupported(wanted, known)
  if (wanted.kind === "percent")
    return known.figures.some(({ kind, value }) => kind === "percent" && isEqual(value, wanted.value))
  if (isFactor(around)) return known.figures.some((figure) => isPlain(figure) && isEqual(figure.value, wanted.value))
  if (wanted.ordinal === true && known.days.some(({ day }) => day === wanted.value)) return true
  if (wanted.ordinal === true && wanted.noun !== undefined)
    return known.figures.some((figure) => isEqual(figure.value, wanted.value) && isRankOf(wanted.noun ?? "", figure))
  if (isDayOfMonth(wanted, around))
    return known.figures.some(({ ordinal, value }) => ordinal === true && value === wanted.value)
  return (
    known.figures.some((figure) => isCountSupported(wanted, figure, around.english)) ||
    (wanted.unit === undefined && known.days.some(({ year }) => year === wanted.value)) ||
    isHourSupported(wanted, known, around)
  )
}
