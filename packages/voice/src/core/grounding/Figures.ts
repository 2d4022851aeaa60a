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
  "price prices cost costs fee fees amount amounts total subtotal balance budget salary revenue spend spent deposit rent charge charges tariff mrr arr msrp rrp payment refund bill invoice fare msrp wage income turnover credit"
)
const minor = set("cent cents minor pence pennies")
const percents = set("percent percents percentage pct percentoff")
/** These may be of either kind. */
const reductions = set(
  "discount discounts off reduction rebate vat tax cashback commission interest markdown rate saving savings"
)
const rates = set("tax vat discount interest growth conversion open click churn response commission success bounce win")
const counts = set("quantity qty count number id age size version points score index rank position level units stock")
/** What a sum is called where something beside or around it says of what. */
const sums = set("amount value unit total")
/** Sums of money, or of anything. */
const totals = set("total balance credit amount")

/** Words of a key: `trialDays`, `trial_days` and `trial-days` are the same. */
export const keyWords = (key: string): ReadonlyArray<string> =>
  key
    .replace(/([a-z\d])([A-Z])/g, "$1 $2")
    .toLowerCase()
    .match(/[\p{L}\p{M}]+|\p{N}+/gu) ?? []

/** The currency in a key such as `priceEur` or `priceInEuros`. A `try` is no lira there, and pounds may be a weight. */
export const currencyInKey = (key: ReadonlyArray<string>): string | undefined => {
  const name = key.findLast((word) => /^(?:dollars?|euros?|francs|yen|yuan|rupees)$/.test(word))
  if (name !== undefined) return currenciesOf(name)[0]
  const code = key.findLast(
    (word) => word.length === 3 && !/^(?:try|php|cop)$/.test(word) && currenciesOf(word)[0] === word.toUpperCase()
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

/** A share by its key, or the value of something that is one. */
const sharesBy = (value: number, place: Place): ReadonlyArray<Figure> | undefined => {
  const { around, key } = place
  const said = some(key, sums) ? [...key, ...around] : key
  if (isShareOnly(said)) return sharesOf(value, said)
  if (!some(said, reductions)) return undefined
  return value > 0 && value < 1 ? sharesOf(value, said) : [...sharesOf(value, said), ...moneyOf(value, place)]
}

export const figuresOf = (value: number, place: Place): ReadonlyArray<Figure> => {
  const { around, currency, isBesideCurrency, key } = place
  const last = key.at(-1) ?? ""
  if (some(key, minor)) return moneyOf(value, place)
  const shares = sharesBy(value, place)
  if (shares !== undefined) return shares
  const isPriced = some(key, prices) || currencyInKey(key) !== undefined
  const unit = key.map(pluralUnitOf).find((one) => one !== undefined)
  if (unit !== undefined && !isPriced) return [{ kind: "number", value, unit }]
  const isMoneyWord = prices.has(last) || currencyInKey([last]) !== undefined
  if ((isPlural(last) && !isMoneyWord) || counts.has(last)) return [{ kind: "number", value, noun: last }]
  const plain: Figure = { kind: "number", value }
  if (totals.has(last) && currency === undefined && !some(around, prices)) return [plain, ...moneyOf(value, place)]
  if (isPriced || some(around, prices)) return moneyOf(value, place)
  return isBesideCurrency && currency !== undefined ? [plain, ...moneyOf(value, place)] : [plain]
}
