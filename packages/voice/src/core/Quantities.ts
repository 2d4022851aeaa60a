/** Numbers in English text: sums of money, shares, counts, in digits or in words. */

export interface Quantity {
  readonly start: number
  readonly end: number
  readonly kind: "money" | "percent" | "number"
  readonly value: number
  /** ISO 4217, of money. */
  readonly currency?: string
}

const currencies: Readonly<Record<string, string>> = {
  $: "USD",
  us$: "USD",
  usd: "USD",
  dollar: "USD",
  dollars: "USD",
  bucks: "USD",
  buck: "USD",
  "€": "EUR",
  eur: "EUR",
  euro: "EUR",
  euros: "EUR",
  "£": "GBP",
  gbp: "GBP",
  pound: "GBP",
  pounds: "GBP",
  quid: "GBP",
  "¥": "JPY",
  jpy: "JPY",
  yen: "JPY",
  chf: "CHF",
  franc: "CHF",
  francs: "CHF",
  "₹": "INR",
  inr: "INR",
  rupees: "INR",
  cad: "CAD",
  aud: "AUD"
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
const spelled = `(?:a (?=hundred|thousand|million|billion|dozen))?(?:${words})(?:(?:[ -]| and )(?:${words}))*|(?:hundreds|thousands|millions|billions|dozens)`
const digits = "\\d{1,3}(?:[,.'\\u00a0\\u202f ]\\d{3})+(?:[.,]\\d{1,2})?(?!\\d)|\\d+(?:[.,]\\d+)?"
const symbol = "us\\$|[$€£¥₹]|(?:usd|eur|gbp|jpy|chf|inr|cad|aud)\\s?"
const name =
  "usd|eur|gbp|jpy|chf|inr|cad|aud|dollars?|bucks?|euros?|pounds?(?! (?:of|in weight|lighter|heavier))|quid|yen|francs?|rupees|[€£$]"
const pattern = new RegExp(
  `(?<![\\p{L}\\p{N}_])(${symbol})?(?:(${digits})(?:st|nd|rd|th)?(?:\\s?(k|m|bn|thousand|million|billion)(?![\\p{L}\\p{N}]))?|(${spelled})(?![\\p{L}\\p{N}]))(?:\\s?(%|percent|per cent)|(?:\\s|-)?(${name})(?![\\p{L}\\p{N}]))?(?![\\p{N}])`,
  "giu"
)

const magnitudes: Readonly<Record<string, number>> = { k: 1000, m: 1_000_000, bn: 1_000_000_000, ...scales }

/** 1,200.50 and 1.200,50 and 1 200: a last group of three digits is thousands, any other is a fraction. */
const ofDigits = (text: string): number => {
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
  return total + part
}

/** Said without counting: one of us, a word or two, the two of you, zero doubt. */
const isIdiom = (text: string, before: string, after: string): boolean =>
  /^(?:one|zero|a dozen|dozen)$/i.test(text) ||
  /\bor\s+$/i.test(before) ||
  (/^(?:two|three)$/i.test(text) && /\b(?:the|us|you)\s+$/i.test(before)) ||
  (/^(?:two|three)$/i.test(text) && /^\s+of\s+(?:us|you|them)\b/i.test(after))

export const quantitiesIn = (text: string): ReadonlyArray<Quantity> =>
  Array.from(text.matchAll(pattern)).flatMap((match): ReadonlyArray<Quantity> => {
    const [whole, sign, figure, magnitude, written, percent, unit] = match
    const [start, end] = [match.index, match.index + whole.length]
    const before = text.slice(Math.max(0, start - 8), start)
    const sum = sign !== undefined || unit !== undefined
    if (written !== undefined && !sum && percent === undefined && isIdiom(written, before, text.slice(end))) return []
    // The number of a list's line.
    if (figure !== undefined && !sum && /(?:^|\n)\s*$/.test(text.slice(0, start)) && /^[.)]\s/.test(text.slice(end)))
      return []
    const value =
      (figure === undefined ? ofWords(written ?? "") : ofDigits(figure)) *
      (magnitudes[magnitude?.toLowerCase() ?? ""] ?? 1)
    const currency = currencies[(sign ?? unit ?? "").trim().toLowerCase()]
    const kind = percent !== undefined ? "percent" : currency !== undefined ? "money" : "number"
    return [{ start, end, kind, value, ...(kind === "money" && currency !== undefined ? { currency } : {}) }]
  })
