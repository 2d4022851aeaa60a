/** Currencies as people write them: signs, words and ISO 4217 codes. */

const dollars = ["USD", "CAD", "AUD", "NZD", "SGD", "HKD", "MXN"]
const crowns = ["SEK", "NOK", "DKK", "CZK"]

const codes =
  "usd eur gbp jpy chf inr cad aud nzd sgd hkd mxn sek nok dkk czk pln huf ron bgn brl cny krw ils try uah rub zar aed sar thb ngn kes idr myr php vnd clp cop ars"

/** What each stands for, the likeliest first. */
const signs: Readonly<Record<string, ReadonlyArray<string>>> = {
  us$: ["USD"],
  a$: ["AUD"],
  au$: ["AUD"],
  c$: ["CAD"],
  ca$: ["CAD"],
  nz$: ["NZD"],
  r$: ["BRL"],
  $: dollars,
  "€": ["EUR"],
  "£": ["GBP"],
  "¥": ["JPY", "CNY"],
  "₹": ["INR"],
  "₩": ["KRW"],
  "₽": ["RUB"],
  "₺": ["TRY"],
  "₪": ["ILS"],
  "₴": ["UAH"],
  "฿": ["THB"],
  zł: ["PLN"],
  kr: crowns
}

const words: Readonly<Record<string, ReadonlyArray<string>>> = {
  dollar: dollars,
  dollars: dollars,
  dólares: dollars,
  buck: dollars,
  bucks: dollars,
  euro: ["EUR"],
  euros: ["EUR"],
  pound: ["GBP"],
  pounds: ["GBP"],
  quid: ["GBP"],
  yen: ["JPY"],
  yuan: ["CNY"],
  franc: ["CHF"],
  francs: ["CHF"],
  franken: ["CHF"],
  rupees: ["INR"],
  pesos: ["MXN", "PHP", "CLP", "COP", "ARS"],
  reais: ["BRL"],
  zloty: ["PLN"],
  zlotys: ["PLN"],
  złoty: ["PLN"],
  złote: ["PLN"],
  złotych: ["PLN"],
  dolarów: dollars,
  funtów: ["GBP"],
  rand: ["ZAR"],
  kronor: ["SEK"],
  kroner: ["NOK", "DKK"]
}

/** Hundredths, and of which currencies. */
const hundredths: Readonly<Record<string, ReadonlyArray<string>>> = {
  cent: [...dollars, "EUR"],
  cents: [...dollars, "EUR"],
  "¢": dollars,
  pence: ["GBP"],
  penny: ["GBP"]
}

const known = new Map<string, ReadonlyArray<string>>([
  ...Object.entries({ ...signs, ...words, ...hundredths }),
  ...codes.split(" ").map((code): [string, ReadonlyArray<string>] => [code, [code.toUpperCase()]])
])

const alternatives = (forms: ReadonlyArray<string>): string =>
  forms.map((form) => form.replaceAll("$", "\\$")).join("|")

/** Patterns for before and behind a number. Five pounds of flour are no money. */
export const before = `(?:${alternatives(Object.keys(signs).filter((sign) => !/^\p{L}+$/u.test(sign)))}|${codes.replaceAll(" ", "|")})\\s?`
export const behind = [
  alternatives(codes.split(" ")),
  "pounds?(?! (?:of|in weight|lighter|heavier))",
  alternatives(Object.keys(words).filter((word) => !word.startsWith("pound"))),
  alternatives(Object.keys(signs)),
  alternatives(Object.keys(hundredths))
].join("|")

/** Codes of the currencies that something written may stand for, the likeliest first. */
export const currenciesOf = (written: string): ReadonlyArray<string> => known.get(written.trim().toLowerCase()) ?? []

/** How many of what is written make one of the currency. */
export const partsOf = (written: string): number => (Object.hasOwn(hundredths, written.trim().toLowerCase()) ? 100 : 1)

/** Currencies without hundredths in use (ISO 4217: exponent 0). */
export const isWhole = (code: string | undefined): boolean =>
  code !== undefined && ["JPY", "KRW", "VND", "CLP"].includes(code)
