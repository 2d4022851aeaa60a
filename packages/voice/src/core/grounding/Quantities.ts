/** Numbers in a text: sums of money, shares, counts, in digits or in words. */
import * as Currencies from "./Currencies.ts"
import { unitOf } from "./Durations.ts"
import type { Unit } from "./Durations.ts"
import * as ForeignNumbers from "./ForeignNumbers.ts"
import type { Language } from "./languages/Language.ts"

export interface Quantity {
  readonly start: number
  readonly end: number
  readonly kind: "money" | "percent" | "number"
  readonly value: number
  /** ISO 4217, of money: the likeliest one that is meant. */
  readonly currency?: string
  /** Others that are written the same: a dollar may be Canadian. */
  readonly alike?: ReadonlyArray<string>
  /** Of money: that it is said in hundredths. */
  readonly parts?: true
  /** What is counted, if it is time. */
  readonly unit?: Unit
  /** What is counted, if it is anything else: the word behind. */
  readonly noun?: string
  /** Which one of a row: third, 29th. */
  readonly ordinal?: true
  /** Said of what was spoken of: the two lamps. */
  readonly definite?: true
}

const units: Readonly<Record<string, number>> = Object.fromEntries(
  "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
    .split(" ")
    .map((word, value) => [word, value])
)
const tens: Readonly<Record<string, number>> = {
  twenty: 20,
  thirty: 30,
  forty: 40,
  fifty: 50,
  sixty: 60,
  seventy: 70,
  eighty: 80,
  ninety: 90
}
const scales: Readonly<Record<string, number>> = {
  hundred: 100,
  thousand: 1000,
  million: 1_000_000,
  billion: 1_000_000_000,
  dozen: 12
}
const simple: Readonly<Record<string, number>> = { ...units, ...tens }
const words = [...Object.keys(simple), ...Object.keys(scales)].join("|")
const spelled = `half[ -](?:an?[ -])?dozen|(?:a (?=hundred|thousand|million|billion|dozen))?(?:${words})(?:(?:[ -]| and )(?:${words}))*|(?:hundreds|thousands|millions|billions|dozens)`
const digits = "\\d{1,3}(?:[,.'\\u00a0\\u202f ]\\d{3})+(?:[.,]\\d{1,2})?(?!\\d)|\\d+(?:[.,]\\d+)?"
const percent =
  "%|percent|prozent|pour ?cent|por ciento|por cento|per cento|per cent|procent(?:o|u|s|ow\\p{L}+)?|prosent(?:tia|in|ti|er)?|процент\\p{L}{0,3}|відсот\\p{L}{0,4}|százalék"
const patternWith = (numberWords: string): RegExp =>
  new RegExp(
    `(?<![\\p{L}\\p{N}_])(${Currencies.before})?(?:(${digits})(st|nd|rd|th)?(?:\\s?(k|m|bn|thousand|million|billion)(?![\\p{L}\\p{N}]))?|(${numberWords})(?![\\p{L}\\p{N}]))(?:\\s?(${percent})|(?:\\s|-)?(${Currencies.behind})(?![\\p{L}\\p{N}]))?(?![\\p{N}])`,
    "giu"
  )
const inEnglish = patternWith(spelled)
/** Of other languages `ForeignNumbers` knows the words. */
const inFigures = patternWith("(?!)")

const magnitudes: Readonly<Record<string, number>> = { k: 1000, m: 1_000_000, bn: 1_000_000_000, ...scales }

/** 1,200.50 and 1.200,50 and 1 200: a last group of three digits is thousands, any other is a fraction. */
export const ofDigits = (text: string): number => {
  const plain = text.replace(/['\u00a0\u202f ]/g, "")
  const fraction = /[.,](\d{1,2}|\d{4,})$/.exec(plain)
  const whole = (fraction === null ? plain : plain.slice(0, fraction.index)).replace(/[.,]/g, "")
  return Number(`${whole}.${fraction?.[1] ?? "0"}`)
}

const ofWords = (text: string): number => {
  let [total, part] = [0, 0]
  for (const word of text.toLowerCase().match(/[a-z]+/g) ?? []) {
    const scale = scales[word.replace(/s$/, "")]
    if (scale !== undefined && scale >= 1000) {
      total += Math.max(1, part) * scale
      part = 0
    } else if (scale !== undefined) part = Math.max(1, part) * scale
    else part += simple[word] ?? 0
  }
  return /^half/i.test(text) ? (total + part) / 2 : total + part
}

/** Said without counting: one of us, a word or two, the two of you, zero doubt. */
const isIdiom = (text: string, before: string, after: string): boolean =>
  /^(?:one|zero)$/i.test(text) ||
  (/^(?:two|three)$/i.test(text) && /\b(?:or|us|you)\s+$/i.test(before)) ||
  (/^(?:two|three)$/i.test(text) && /^\s+of\s+(?:us|you|them)\b/i.test(after))

/** "The two lamps" are some that were spoken of; two of something new are not. */
const isDefinite = (text: string, before: string): boolean => /^(?:two|three)$/i.test(text) && /\bthe\s+$/i.test(before)

/** Behind these no noun of the number follows. */
const apart = new Set(
  "a an the and or of to in at on for from by with per each every until till off left is are was were has have more than last this next only now as that which who we you it if so when but not up".split(
    " "
  )
)

/** The same in other languages: 200 loaves "am Tag" are no 200 days. */
const apartAbroad = new Set(
  "a à ai al am an au aux az da das de del della den der des di die do dos du e el em en et i il im in la las le les los mit na no o och of om op ou para par per pro por på sur u und uit van voor von w y z för".split(
    " "
  )
)

/** What is counted, by the words behind the number: 14 days, 14 free days, 14-day; 8 seats. */
const countedIn = (behind: string, language: Language | undefined): Pick<Quantity, "unit" | "noun"> => {
  const [first, ...more] =
    /^(?:[\s-]{1,2}\p{L}+){1,3}/u
      .exec(behind)?.[0]
      .toLowerCase()
      .match(/\p{L}+/gu) ?? []
  const isApart = (word: string): boolean => apart.has(word) || (language !== undefined && apartAbroad.has(word))
  if (first === undefined || isApart(first)) return {}
  for (const word of [first, ...more]) {
    if (isApart(word)) break
    const unit = language === undefined ? unitOf(word) : ForeignNumbers.unitIn(language, word)
    if (unit !== undefined) return { unit }
  }
  return { noun: first }
}

/** Longer than three words. */
const nounReach = 40

/** Nineteen dollars and fifty cents are one sum, and so are six dollars fifty and vier Euro fünfzig. */
const withCents = (quantities: ReadonlyArray<Quantity>, text: string): ReadonlyArray<Quantity> => {
  const joined: Array<Quantity> = []
  for (const next of quantities) {
    const last = joined.at(-1)
    const between = last === undefined ? "" : text.slice(last.end, next.start)
    const parts = last === undefined ? undefined : restOf(last, next, between)
    if (last === undefined || parts === undefined) joined.push(next)
    else joined.splice(-1, 1, { ...last, end: next.end, value: Math.round((last.value + parts) * 100) / 100 })
  }
  return joined
}

/** What a number behind a whole sum adds to it. */
const restOf = (whole: Quantity, part: Quantity, between: string): number | undefined => {
  if (whole.kind !== "money" || whole.parts === true || !Number.isInteger(whole.value)) return undefined
  if (part.parts === true) {
    const isOfIt = [part.currency, ...(part.alike ?? [])].includes(whole.currency)
    return isOfIt && part.value < 1 && /^,? (?:and )?$/.test(between) ? part.value : undefined
  }
  const isBare = part.kind === "number" && part.noun === undefined && part.unit === undefined && part.ordinal !== true
  const isHundredths = Number.isInteger(part.value) && part.value >= 5 && part.value < 100
  return isBare && isHundredths && /^ (?:(?:e|y|con|en) )?$/.test(between) ? part.value / 100 : undefined
}

/** `language`: what the text is in; English where it is left out. */
export const quantitiesIn = (original: string, language?: Language): ReadonlyArray<Quantity> =>
  withCents(allIn(original, language), original)

const allIn = (original: string, language: Language | undefined): ReadonlyArray<Quantity> => {
  if (language === undefined) return foundIn(original, language)
  const inWords = ForeignNumbers.spelledIn(original, language)
  // A number in words begins where its words do.
  return foundIn(ForeignNumbers.inDigits(original, inWords), language).map((found) => {
    const whole = inWords.find(({ end, start }) => start <= found.start && found.start < end)
    return whole === undefined ? found : { ...found, start: whole.start }
  })
}

const foundIn = (text: string, language: Language | undefined): ReadonlyArray<Quantity> =>
  Array.from(text.matchAll(language === undefined ? inEnglish : inFigures)).flatMap(
    (match): ReadonlyArray<Quantity> => {
      const [whole, sign, figure, ordinal, magnitude, written, share, unit] = match
      const [start, end] = [match.index, match.index + whole.length]
      const [before, behind] = [text.slice(Math.max(0, start - 8), start), text.slice(end, end + nounReach)]
      const sum = sign ?? unit
      const isBare = sum === undefined && share === undefined
      if (written !== undefined && isBare && isIdiom(written, before, behind)) return []
      // The number of a list's line.
      if (figure !== undefined && sum === undefined && /(?:^|\n)\s*$/.test(before) && /^[.)]\s/.test(behind)) return []
      const value =
        (figure === undefined ? ofWords(written ?? "") : ofDigits(figure)) *
        (magnitudes[magnitude?.toLowerCase() ?? ""] ?? 1)
      if (share !== undefined) return [{ start, end, kind: "percent", value }]
      if (sum === undefined) {
        const counted = countedIn(behind, language)
        const count = value + (language === undefined ? 0 : ForeignNumbers.halfBehind(language, behind))
        const manner = {
          ...(ordinal === undefined ? {} : { ordinal: true as const }),
          ...(written !== undefined && isDefinite(written, before) ? { definite: true as const } : {})
        }
        return [{ start, end, kind: "number", value: count, ...counted, ...manner }]
      }
      const [currency = "", ...alike] = Currencies.currenciesOf(sum)
      const parts = Currencies.partsOf(sum)
      const small = parts > 1 ? { parts: true as const } : {}
      return [{ start, end, kind: "money", value: value / parts, currency, alike, ...small }]
    }
  )
