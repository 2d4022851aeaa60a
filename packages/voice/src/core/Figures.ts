/**
 * What a supplied number is, by the key that it stands under: `price` is money, `discountPercent` a share, `trialDays`
 * days, `seats` seats. Where a key leaves it open, each reading that is usual is one; a reading that is not would let a
 * text say eight per cent of eight seats.
 */
import { currenciesOf, isWhole } from "./Currencies.ts"
import { pluralUnitOf } from "./Durations.ts"
import type { Unit } from "./Durations.ts"

export interface Figure {
  readonly kind: "money" | "percent" | "number"
  readonly value: number
  /** Of money: ISO 4217; where nobody said, any that the sources do not contradict. */
  readonly currency?: string | undefined
  readonly unit?: Unit | undefined
  readonly noun?: string | undefined
  readonly ordinal?: true | undefined
}

/** Where a number stands. */
export interface Place {
  /** Words of its key in lower case; of an unnamed one those of what it stands in. */
  readonly key: ReadonlyArray<string>
  /** Words of the keys around it. */
  readonly around: ReadonlyArray<string>
  /** By its key, by what stands beside it or around it. */
  readonly currency: string | undefined
  /** Whether the currency stands right beside it. */
  readonly isBesideCurrency: boolean
}

const set = (words: string): ReadonlySet<string> => new Set(words.split(" "))

const prices = set(
  "price prices cost costs fee fees amount amounts total subtotal balance budget salary revenue spend spent saving savings deposit rent rate charge charges tariff mrr arr msrp rrp payment refund bill invoice fare msrp wage income turnover credit"
)
const minor = set("cent cents minor pence pennies")
const percents = set("percent percents percentage pct percentoff")
/** A discount may be of either kind, as may a tax. */
const reductions = set("discount discounts off reduction rebate vat tax cashback commission interest markdown")
const rates = set("tax vat discount interest growth conversion open click churn response commission success bounce win")
const counts = set("quantity qty count number id age size version points score index rank position level units stock")
/** What a sum is called where its currency stands beside it. */
const sums = set("amount value unit total")

/** Words of a key: `trialDays`, `trial_days` and `trial-days` are the same. */
export const keyWords = (key: string): ReadonlyArray<string> =>
  key
    .replace(/([a-z\d])([A-Z])/g, "$1 $2")
    .toLowerCase()
    .match(/[\p{L}\p{M}]+|\p{N}+/gu) ?? []

/** The code in a key such as `priceEur`. Words would mislead: a `try` is no lira there, and a `cent` no dollar. */
export const currencyInKey = (key: ReadonlyArray<string>): string | undefined => {
  const code = key.findLast(
    (word) => word.length === 3 && word !== "try" && currenciesOf(word)[0] === word.toUpperCase()
  )
  return code?.toUpperCase()
}

const some = (words: ReadonlyArray<string>, of: ReadonlySet<string>): boolean => words.some((word) => of.has(word))

const isShareOnly = (key: ReadonlyArray<string>): boolean =>
  some(key, percents) || (key.includes("rate") && some(key, rates))

/** Days, seats, loaves. */
const isPlural = (word: string): boolean => /[^s]s$/.test(word) && word.length > 3

const round = (value: number): number => Math.round(value * 1e6) / 1e6

const moneyOf = (value: number, { currency, isBesideCurrency, key }: Place): ReadonlyArray<Figure> => {
  const part: Figure = { kind: "money", value: round(value / 100), currency }
  if (some(key, minor)) return [part]
  const whole: Figure = { kind: "money", value, currency }
  // Payment services write amounts in hundredths, shops in units; nothing tells which this is.
  const either = isBesideCurrency && some(key, sums) && Number.isInteger(value) && value >= 100 && !isWhole(currency)
  return either ? [whole, part] : [whole]
}

const sharesOf = (value: number, key: ReadonlyArray<string>): ReadonlyArray<Figure> => {
  const share: Figure = { kind: "percent", value }
  if (value <= 0 || value >= 1) return [share]
  const fraction: Figure = { kind: "percent", value: round(value * 100) }
  return some(key, percents) ? [fraction, share] : [fraction]
}

export const figuresOf = (value: number, place: Place): ReadonlyArray<Figure> => {
  const { around, currency, isBesideCurrency, key } = place
  const last = key.at(-1) ?? ""
  if (isShareOnly(key)) return sharesOf(value, key)
  if (some(key, reductions)) {
    const isFraction = value > 0 && value < 1
    return [...sharesOf(value, key), ...(isFraction ? [] : moneyOf(value, place))]
  }
  if (some(key, minor)) return moneyOf(value, place)
  const unit = key.map(pluralUnitOf).find((one) => one !== undefined)
  if (unit !== undefined && !some(key, prices)) return [{ kind: "number", value, unit }]
  if (isPlural(last) && !prices.has(last)) return [{ kind: "number", value, noun: last }]
  if (counts.has(last)) return [{ kind: "number", value, noun: last }]
  if (some(key, prices) || currencyInKey(key) !== undefined) return moneyOf(value, place)
  if (some(around, prices)) return moneyOf(value, place)
  const plain: Figure = { kind: "number", value }
  return isBesideCurrency && currency !== undefined ? [plain, ...moneyOf(value, place)] : [plain]
}
