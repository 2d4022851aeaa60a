/**
 * Stretches of time that are said without a numeral, or with a part of one: a week, three quarters of an hour, an hour and a
 * half, two and a half days. What is no more than a manner of speaking ("half an hour of quiet") asks for no ground.
 */
import { isSameLength, unitOf } from "./Durations.ts"
import type { Unit } from "./Durations.ts"
import type { Figure } from "./Figures.ts"

export interface Span {
  readonly start: number
  readonly end: number
  readonly value: number
  readonly unit: Unit
  /** Whether it says so exactly how long something is that it must have been supplied. */
  readonly exact: boolean
}

const parts: Readonly<Record<string, number>> = { half: 0.5, quarter: 0.25, "three quarter": 0.75 }
const counts = "one two three four five six seven eight nine ten eleven twelve".split(" ")
const unit = "(hour|day|week|month|year|decade)"
const part = "((?:three[- ])?quarters?|half)"
const count = `(an?|${counts.join("|")}|\\d{1,3})`

/** Of three quarters, a half, a quarter. */
const partOf = (said: string): number => parts[said.toLowerCase().replace("-", " ").replace(/s$/, "")] ?? 0

const countOf = (said: string): number =>
  /^an?$/i.test(said) ? 1 : /^\d/.test(said) ? Number(said) : counts.indexOf(said.toLowerCase()) + 1

const ofOne = new RegExp(`\\b${part}(?: of)? an? ${unit}\\b`, "gi")
const behindUnit = new RegExp(`\\b${count} ${unit}s? and (?:an? |one )?${part}\\b(?! of\\b)`, "gi")
const beforeUnit = new RegExp(`\\b${count} and (?:an? |one )?${part} ${unit}s?\\b`, "gi")

const span = (match: RegExpExecArray, value: number, name: string, exact: boolean): ReadonlyArray<Span> => {
  const known = unitOf(name.toLowerCase())
  return known === undefined || value === 0
    ? []
    : [{ start: match.index, end: match.index + match[0].length, value, unit: known, exact }]
}

/** Parts of an hour as one word of other languages, or few. */
const abroad: ReadonlyArray<readonly [RegExp, number]> = [
  [
    /(?<!\p{L})(?:trois quarts d['’]heure|drei ?viertelstunden?|tres cuartos de hora|tre quarti d['’]ora|três quartos de hora|drie kwartier|trzy kwadranse|tre kvart(?:ar|s timme)?)(?!\p{L})/giu,
    0.75
  ],
  [
    /(?<!\p{L})(?:un quart d['’]heure|(?:eine |ein |einer )?viertelstunde|un cuarto de hora|un quarto d['’]ora|um quarto de hora|een kwartier(?:tje)?|kwadrans|en kvart(?= (?:lång|timme)|[.,!?]|$))(?!\p{L})/giu,
    0.25
  ]
]

const hours = [unitOf("hour")].filter((one) => one !== undefined)

const abroadIn = (text: string): ReadonlyArray<Span> =>
  hours.flatMap((hour) =>
    abroad.flatMap(([said, value]) =>
      Array.from(text.matchAll(said), ({ 0: whole, index }) => ({
        start: index,
        end: index + whole.length,
        value,
        unit: hour,
        // Somebody is asked whether he has a quarter of an hour.
        exact: value !== 0.25 || !/^[^.!?\n]{0,60}\?/.test(text.slice(index))
      }))
    )
  )

/** Those with a part of a unit. */
export const spansIn = (text: string): ReadonlyArray<Span> => [
  ...abroadIn(text),
  ...Array.from(text.matchAll(ofOne)).flatMap((match) =>
    span(match, partOf(String(match[1])), String(match[2]), partOf(String(match[1])) !== 0.5)
  ),
  ...Array.from(text.matchAll(behindUnit)).flatMap((match) =>
    span(match, countOf(String(match[1])) + partOf(String(match[3])), String(match[2]), true)
  ),
  ...Array.from(text.matchAll(beforeUnit)).flatMap((match) =>
    span(match, countOf(String(match[1])) + partOf(String(match[2])), String(match[3]), true)
  )
]

/** Whether nothing was supplied that is as long. */
export const isUnheardOf = ({ exact, unit: of, value }: Span, figures: ReadonlyArray<Figure>): boolean =>
  exact &&
  !figures.some(
    (known) => known.unit !== undefined && isSameLength({ value: known.value, unit: known.unit }, { value, unit: of })
  )

/** What a source says of time without a numeral: "a week" is seven days, too. */
export const figuresOfSpans = (text: string): ReadonlyArray<Figure> => [
  ...Array.from(
    text.matchAll(
      /\b(?:one|(?:for|within|in|lasts?|takes?|after|of|is) an?) (hour|day|week|fortnight|month|year|decade)\b/gi
    ),
    ([, word = ""]): Figure => ({ kind: "number", value: 1, unit: unitOf(word.toLowerCase()) })
  ),
  ...spansIn(text).map((one): Figure => ({ kind: "number", value: one.value, unit: one.unit }))
]
