/**
 * What follows from supplied figures by arithmetic, where the text says which: what somebody saves between an old price and
 * a new one, two seats at 49 in total, twice as long, three for the price of two. Exactly, or not at all.
 */
import { suppliedDeals } from "./Deals.ts"
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

/** Of more figures nobody reckons with any two: one of the many sums would fit by chance. */
const figuresMost = 100

const isEqual = (a: number, b: number): boolean => Math.abs(a - b) < 1e-6

const distinct = <A>(values: ReadonlyArray<A>): ReadonlyArray<A> => [...new Set(values)]

/** Sums of money, each once. */
const amountsIn = (figures: ReadonlyArray<Figure>): ReadonlyArray<number> =>
  distinct(figures.flatMap(({ kind, value }) => (kind === "money" ? [value] : [])))

const changed =
  /\bfrom\b|\binstead of\b|\bwas\b|\bwere\b|\bnow\b|\bdown\b|\bdrop|\breduc|\bregular|\busual|\bold\b|\bbefore\b|\boriginal|\blist ?price|\br\.?r\.?p\b|\bmsrp\b|\bsale\b|statt|vorher|früher|jetzt|au lieu|avant|maintenant|antes|ahora|agora|invece|prima\b|teraz|zamiast|\bnu\b|→|->/
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
const totalling =
  /\b(?:total(?:s|ling)?(?: of| is|:)?|altogether|(?:that|this|it|which|and) makes|comes to|adds up to)\s$/i

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

/** Whether the text says that a sum was worked out. */
export const isReckoned = (beside: Beside): boolean =>
  isSaid(beside) || totalled.test(beside.behind) || totalling.test(beside.before)

/** A sum of money; `known` has none in another currency. */
export const isReckonedSum = (wanted: number, known: Sums, beside: Beside): boolean => {
  if (known.figures.length > figuresMost) return false
  const change = isSaid(beside) ? changeOf(known) : undefined
  if (change !== undefined && isEqual(change[0] - change[1], wanted)) return true
  return (totalled.test(beside.behind) || totalling.test(beside.before)) && isTotal(wanted, known)
}

/** How many percent less the new price is, of prices in one currency. */
const shareOfChange = (known: Sums): number | undefined => {
  if (known.figures.length > figuresMost) return undefined
  const currencies = distinct(known.figures.flatMap(({ currency }) => currency ?? []))
  const change = currencies.length > 1 ? undefined : changeOf(known)
  return change === undefined ? undefined : (1 - change[1] / change[0]) * 100
}

/** A share off, between two prices in one currency. */
export const isReckonedShare = (wanted: number, known: Sums, beside: Beside): boolean => {
  const share = isSaid(beside) ? shareOfChange(known) : undefined
  return share !== undefined && isEqual(share, wanted)
}

/** "A third" may be any of its `percents`, which are rounded. */
export const isShareOfChange = (percents: ReadonlyArray<number>, known: Sums): boolean => {
  const share = percents.length === 0 ? undefined : shareOfChange(known)
  return share !== undefined && percents.some((one) => Math.abs(share - one) < 0.04)
}

const lengthOf = ({ unit, value }: Figure): number => value * (unit?.length ?? 1)

/** Of any two, the one so many times the other. */
const isRatio = (factor: number, ones: ReadonlyArray<Figure>, others: ReadonlyArray<Figure>): boolean =>
  ones.some((one) =>
    others.some(({ unit = one.unit, value }) => {
      const [mine, its] = [lengthOf(one), value * (unit?.length ?? 1)]
      const isOneKind = unit?.scale === one.unit?.scale && mine > 0 && its > 0
      return isOneKind && (isEqual(mine, factor * its) || isEqual(its, factor * mine))
    })
  )

const lasting = /^\s?(?:as )?long(?:er)?\b|^\s(?:the|more|as much) time\b/i
const counting = /^\s?(?:as )?many (\p{L}+)|^\sthe (?:number of )?(\p{L}+)/iu

/**
 * Behind "twice as", "three times as", "double": whether something of the kind, long or counted, was changed to so many
 * times what it was. One of the two may be without its unit: "now 60 days, it was 30".
 */
export const isMultiple = (factor: number, behind: string, { figures, said }: Sums): boolean => {
  if (figures.length > figuresMost || !changed.test(said)) return false
  const numbers = figures.filter(({ kind, ordinal }) => kind === "number" && ordinal !== true)
  if (lasting.test(behind)) {
    const long = numbers.filter(({ unit }) => unit !== undefined)
    return isRatio(factor, long, [
      ...long,
      ...numbers.filter(({ noun, unit }) => unit === undefined && noun === undefined)
    ])
  }
  const [, many, the] = counting.exec(behind) ?? []
  const noun = (many ?? the)?.toLowerCase()
  const counted = noun === undefined ? [] : numbers.filter((one) => one.noun === noun)
  return isRatio(factor, counted, counted)
}

const words = "zero one two three four five six seven eight nine ten".split(" ")
const number = `(\\d{1,2}|${words.slice(1).join("|")})`

const numberOf = (said = ""): number => (/^\d/.test(said) ? Number(said) : words.indexOf(said.toLowerCase()))

const paid = new RegExp(
  `\\b(?:for|pay)(?: \\w{1,10}){0,4}? ${number}\\b(?!\\s(?:\\w+\\s)?(?:minutes?|hours?|days?|nights?|weeks?|months?|years?|people|persons|adults|guests)\\b)`,
  "i"
)

/** "Three ... for two", where who buys two gets one free. */
export const isBundle = (wanted: number, { said }: Sums, { behind }: Beside): boolean => {
  const price = paid.exec(behind)?.[1]
  return (
    price !== undefined && suppliedDeals(said).some(({ all, bought }) => bought === numberOf(price) && all === wanted)
  )
}
