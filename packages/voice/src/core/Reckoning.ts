/**
 * What follows from supplied figures by arithmetic, where the text says which: what somebody saves between an old price and
 * a new one, two seats at 49 in total, twice as long, three for the price of two. Exactly, or not at all.
 */
import type { Figure } from "./Figures.ts"

export interface Sums {
  readonly figures: ReadonlyArray<Figure>
  /** Every text and key that was supplied, in lower case. */
  readonly said: string
}

/** What stands beside a number in the text. */
export interface Beside {
  readonly before: string
  readonly behind: string
}

const isEqual = (a: number, b: number): boolean => Math.abs(a - b) < 1e-6

const distinct = <A>(values: ReadonlyArray<A>): ReadonlyArray<A> => [...new Set(values)]

/** Sums of money, each once. */
const amountsIn = (figures: ReadonlyArray<Figure>): ReadonlyArray<number> =>
  distinct(figures.flatMap(({ kind, value }) => (kind === "money" ? [value] : [])))

const changed =
  /\bfrom\b|\binstead of\b|\bwas\b|\bwere\b|\bnow\b|\bdown\b|\bdrop|\breduc|\bregular|\busual|\bold\b|\bbefore\b|\boriginal|\blist ?price|\br\.?r\.?p\b|\bmsrp\b|\bsale\b|statt|vorher|au lieu|antes|invece/
const lowered = /^\s(?:less|off|cheaper|lower|in savings|saved)\b/i
const saving = /\bsav(?:e|es|ed|ing)\s(?:you\s)?$/i

/** The old and the new price, if the sources speak of a change and of two prices only: of more nobody knows which. */
const changeOf = ({ figures, said }: Sums): readonly [number, number] | undefined => {
  const [one, other, ...more] = amountsIn(figures)
  if (one === undefined || other === undefined || more.length > 0 || !changed.test(said)) return undefined
  return one > other ? [one, other] : [other, one]
}

const isSaid = ({ before, behind }: Beside): boolean => lowered.test(behind) || saving.test(before)

const totalled =
  /^\s(?:in (?:total|all)|altogether|all told|all together|combined|for (?:both|the (?:two|three|four|lot)|all))\b/i
const totalling = /\b(?:total(?:s|ling)?(?: of| is|:)?|altogether)\s$/i

const isWhole = ({ kind, ordinal, value }: Figure): boolean =>
  kind === "number" && ordinal !== true && Number.isInteger(value) && value > 1

/** So many at one price, or all that was priced. */
const isTotal = (wanted: number, { figures }: Sums): boolean => {
  const amounts = amountsIn(figures)
  const counts = distinct(figures.filter(isWhole).map(({ value }) => value))
  return (
    amounts.some((amount) => counts.some((count) => isEqual(amount * count, wanted))) ||
    (amounts.length > 1 &&
      isEqual(
        amounts.reduce((sum, amount) => sum + amount, 0),
        wanted
      ))
  )
}

/** A sum of money; `known` has none in another currency. */
export const isReckonedSum = (wanted: number, known: Sums, beside: Beside): boolean => {
  const change = isSaid(beside) ? changeOf(known) : undefined
  if (change !== undefined && isEqual(change[0] - change[1], wanted)) return true
  return (totalled.test(beside.behind) || totalling.test(beside.before)) && isTotal(wanted, known)
}

/** A share off, between two prices in one currency. */
export const isReckonedShare = (wanted: number, known: Sums, beside: Beside): boolean => {
  if (!isSaid(beside)) return false
  const currencies = distinct(known.figures.flatMap(({ currency }) => currency ?? []))
  const change = currencies.length > 1 ? undefined : changeOf(known)
  return change !== undefined && isEqual((1 - change[1] / change[0]) * 100, wanted)
}

const lengthOf = ({ unit, value }: Figure): number => value * (unit?.length ?? 1)

/** Two figures of one kind, the one so many times the other; one of them may be without its unit: "60 days, it was 30". */
const isRatio = (factor: number, figures: ReadonlyArray<Figure>): boolean =>
  figures.some((one) =>
    figures.some((other) => {
      const bare = other.unit === undefined && other.noun === undefined
      const inUnit = bare ? { ...other, unit: one.unit } : other
      return (
        (bare || (other.unit?.scale === one.unit?.scale && other.noun === one.noun)) &&
        other.value > 0 &&
        one.value > 0 &&
        (isEqual(lengthOf(one), factor * lengthOf(inUnit)) || isEqual(lengthOf(inUnit), factor * lengthOf(one)))
      )
    })
  )

const lasting = /^\s?(?:as )?long(?:er)?\b|^\s(?:the|more|as much) time\b/i
const counting = /^\s?(?:as )?many (\p{L}+)|^\sthe (?:number of )?(\p{L}+)/iu

/** Behind "twice as", "three times as", "double": whether such a pair was supplied, of time or of what is counted. */
export const isMultiple = (factor: number, behind: string, figures: ReadonlyArray<Figure>): boolean => {
  const numbers = figures.filter(({ kind, ordinal }) => kind === "number" && ordinal !== true)
  if (lasting.test(behind)) return numbers.some(({ unit }) => unit !== undefined) && isRatio(factor, ofTime(numbers))
  const [, many, the] = counting.exec(behind) ?? []
  const noun = (many ?? the)?.toLowerCase()
  return (
    noun !== undefined &&
    isRatio(
      factor,
      numbers.filter((one) => one.noun === noun)
    )
  )
}

const ofTime = (numbers: ReadonlyArray<Figure>): ReadonlyArray<Figure> =>
  numbers.filter(({ noun, unit }) => unit !== undefined || noun === undefined)

const words = "zero one two three four five six seven eight nine ten".split(" ")
const number = `(\\d{1,2}|${words.slice(1).join("|")})`
const bundle = new RegExp(
  `\\bbuy ${number}\\b[^.!?\\n]{0,60}?\\bget ${number}\\b[^.!?\\n]{0,20}?\\b(?:free|for nothing|on us)\\b`,
  "g"
)

const numberOf = (said = ""): number => (/^\d/.test(said) ? Number(said) : words.indexOf(said.toLowerCase()))

const paid = new RegExp(`\\b(?:for|pay)\\b[^.!?\\n]{0,30}\\b${number}\\b`, "i")

/** "Three ... for two", where who buys two gets one free. */
export const isBundle = (wanted: number, { said }: Sums, { behind }: Beside): boolean => {
  const price = numberOf(paid.exec(behind)?.[1])
  return Array.from(said.matchAll(bundle)).some(
    ([, bought, more]) => numberOf(bought) === price && numberOf(bought) + numberOf(more) === wanted
  )
}
