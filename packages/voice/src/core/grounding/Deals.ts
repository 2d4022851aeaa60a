/**
 * Deals in which who pays for some gets more: buy one get one free, two for the price of one, two-for-one and BOGO are one
 * deal, three for two is another. Used by `Promises`, by `Reckoning` and by `Grounding`.
 */
import { memo } from "@loopdrive/domain/Memo"

interface Stretch {
  readonly start: number
  readonly end: number
}

export interface Deal extends Stretch {
  readonly bought: number
  readonly all: number
  /** Where its numbers stand. */
  readonly numbers: ReadonlyArray<Stretch>
}

/** From one on, in the languages of `languages/`. */
const words: ReadonlyArray<string> = [
  "one ein eine einen einem einer eins un une una uno um uma één een jeden jedną jednego jednej en ett",
  "two zwei deux dos due dois duas twee dwa dwie dwóch två",
  "three drei trois tres tre três drie trzy",
  "four vier quatre cuatro quattro quatro cztery fyra",
  "five fünf cinq cinco cinque vijf pięć fem",
  "six",
  "seven",
  "eight",
  "nine",
  "ten"
]
const values = new Map([
  ...words.flatMap((forms, at) => forms.split(" ").map((form): [string, number] => [form, at + 1])),
  ...["a", "an", "any", "another"].map((form): [string, number] => [form, 1]),
  ...Array.from("一二三", (sign, at): [string, number] => [sign, at + 1])
])
const nth: Readonly<Record<string, number>> = { second: 2, "2nd": 2, third: 3, "3rd": 3, fourth: 4, "4th": 4 }

const number = `(\\d{1,2}|${words.flatMap((forms) => forms.split(" ")).join("|")})(?![\\p{L}\\p{N}])`
const inEnglish = `(\\d{1,2}|${words.map((forms) => forms.split(" ")[0]).join("|")})(?![\\p{L}\\p{N}])`
const begin = "(?<![\\p{L}\\p{N}.,])"
const nothing = "(?:free|for nothing|on us|on the house)(?!\\p{L})"
/** What is half price is not free. */
const near = (most: number): string => `(?:(?!half|%|off\\b)[^.!?\\n]){0,${most}}?`
/** Two for one euro is a price, two for one night a stay. */
const uncounted =
  "(?![.,:]\\d|\\s?(?:\\p{Sc}|%|[A-Z]{3}\\b)|\\s(?:\\p{L}+\\s)?(?:minutes?|hours?|days?|nights?|weeks?|months?|years?|people|persons?|adults?|guests?|kids?|moments?|euros?|dollars?|pounds?|cents?|bucks?|of)\\b)"
/** Bought and for nothing in other languages. */
const gifts =
  "(?:gratis|gratuit\\p{L}{0,2}|offert\\p{L}{0,2}|geschenkt|kostenlos|umsonst|omaggio|grátis|regalo|za darmo|på köpet)(?!\\p{L})"
const buying = "(?:kauf|kaufe|kaufen|compra|compre|koop|kup|köp|acquista|achetez)"
const boughtOnes = "(?:acheté|gekauft|comprad|acquistat|gekocht|kupion|köpt)\\p{L}{0,3}"
const priceOf =
  "(?:for the price of |zum preis von |(?:pour le|au) prix d(?:e |['’])|(?:al|por el) precio de |al prezzo di |(?:pelo|ao) preço de |voor de prijs van |w cenie |(?:till|för) priset av )"

type Numbers = readonly [first: number, second: number]
/** What the two numbers of a form say; undefined where they make no deal. */
type Form = readonly [pattern: RegExp, read: (numbers: Numbers) => Pick<Deal, "bought" | "all"> | undefined]

const plus = ([bought, more]: Numbers) => ({ bought, all: bought + more })
const outOf = ([all, bought]: Numbers) => (bought < all ? { bought, all } : undefined)
const small = ([all, bought]: Numbers) => (all <= 5 ? outOf([all, bought]) : undefined)
const upTo = ([bought, last]: Numbers) => (last === bought + 1 ? { bought, all: last } : undefined)

const form = (source: string): RegExp => new RegExp(source, "giud")

/** Such as a text promises. */
const promised: ReadonlyArray<Form> = [
  [
    form(
      `${begin}buy (\\d{1,2}|an?|any|${words.map((forms) => forms.split(" ")[0]).join("|")})(?!\\p{L})${near(60)}(?<!\\p{L})get (\\d{1,2}|another|one|two|three|four|five)(?!\\p{L})${near(20)}${nothing}`
    ),
    plus
  ],
  [
    form(
      `${begin}buy ${inEnglish}${near(40)}(?<!\\p{L})(?:the|an?|your) (${Object.keys(nth).join("|")})(?!\\p{L})${near(20)}${nothing}`
    ),
    upTo
  ],
  [form(`${begin}${number}(?: [\\p{L}'’-]+){0,4}? ${priceOf}${number}`), outOf],
  [
    form(
      `(?<!\\b(?:for|of|at|from) |\\p{Sc}\\s?)${begin}${inEnglish}[- ](?:for|4)[- ]${inEnglish}${uncounted}(?! ?[-–/])`
    ),
    small
  ],
  [form(`${begin}${number} (?:für|pour|por|per|voor|za|för) ${number}(?=\\s*(?:[.,;!?)\\n]|$))`), small],
  [/(?<!\p{L})bogo(?!\p{L}|\s(?:50|half))/giu, () => ({ bought: 1, all: 2 })]
]

/** Other ways in which sources put them, which may say something else in a text. */
const supplied: ReadonlyArray<Form> = [
  [
    /(?<![\d.,x×])([2-5])\s?[x×]\s?([1-4])(?![.,]?\d|\s?(?:[x×]|[cmk]?m\b|ft\b|in\b|px))/giu,
    ([all, bought]) => upTo([bought, all])
  ],
  [
    form(
      `${begin}(?:take|stay|get|nimm|nehmt|prendi|leve|lleva|llévate|neem|weź|ta|prenez)(?: \\p{L}+)? ${number}[^.!?\\n]{0,30}?(?<!\\p{L})(?:pay|zahl|bezahl|paghi|pague|paga|betaa?l|zapłać|płać|payez)\\p{L}{0,4}(?: \\p{L}+){0,3}? ${number}${uncounted}`
    ),
    outOf
  ],
  [
    form(`${begin}pay(?: \\p{L}+){0,3}? ${inEnglish}${near(30)}(?<!\\p{L})(?:get|take|stay|receive) ${inEnglish}`),
    upTo
  ],
  [
    form(
      `${begin}get (an?|another|one|two|three)(?!\\p{L})${near(20)}${nothing}${near(30)}(?<!\\p{L})(?:buy|order|purchase) ${inEnglish}`
    ),
    ([more, bought]) => ({ bought, all: bought + more })
  ],
  [form(`${begin}${buying} (?:sie )?${number}${near(30)}${begin}${number}${near(20)}${gifts}`), plus],
  [form(`${begin}${number} (?:\\p{L}+ )?${boughtOnes}${near(30)}${begin}${number}${near(20)}${gifts}`), plus],
  [/[买買]([一二三])[送赠贈]([一二三])/gu, plus],
  [/(?<![\d.,+])([1-3])\s?\+\s?([12])(?![.,]?\d|[+%])/gu, plus]
]

const nextFree = new RegExp(`(?<!\\p{L})(${Object.keys(nth).join("|")}) (?:\\p{L}+ ){0,2}${nothing}`, "giu")

const valueOf = (said = ""): number =>
  /^\d+$/.test(said) ? Number(said) : (values.get(said.toLowerCase()) ?? nth[said.toLowerCase()] ?? 0)

const read = (text: string, forms: ReadonlyArray<Form>): ReadonlyArray<Deal> =>
  forms.flatMap(([pattern, of]) =>
    Array.from(text.matchAll(pattern)).flatMap((match): ReadonlyArray<Deal> => {
      const [whole, first, second] = match
      const deal = of([valueOf(first), valueOf(second)])
      if (deal === undefined || deal.bought < 1) return []
      const numbers = (match.indices ?? [])
        .slice(1)
        .filter((at) => at !== undefined)
        .map(([start, end]) => ({ start, end }))
      return [{ start: match.index, end: match.index + whole.length, ...deal, numbers }]
    })
  )

/** Without one of these there is none, in the languages that are read. */
const hint = /buy|bogo|pr[ei]|w cenie|\b(?:for|4|für|pour|por|per|voor|za|för)\b/iu

/** Those that a text promises. */
export const dealsIn = (text: string): ReadonlyArray<Deal> => (hint.test(text) ? read(text, promised) : [])

/** Pairs that follow from what was supplied. */
export const suppliedDeals = memo(20, (said): ReadonlyArray<Pick<Deal, "bought" | "all">> => [
  ...read(said, [...promised, ...supplied]),
  ...Array.from(said.matchAll(nextFree), (match) => {
    const all = valueOf(match[1])
    return { bought: all - 1, all }
  })
])

/** Said without how many are to be bought. */
const oneFree = /\b(?:one|another) free\b|\bget [^.!?\n]{0,40}for nothing/

/** `said`: what was supplied, in lower case. */
export const isDealKnown = ({ all, bought }: Pick<Deal, "bought" | "all">, said: string): boolean => {
  const known = suppliedDeals(said)
  return known.length === 0
    ? bought === 1 && all === 2 && oneFree.test(said)
    : known.some((one) => one.bought === bought && one.all === all)
}

/** "Get one free" alone: of any deal that gives as many. */
export const isGiftKnown = (more: string, said: string): boolean =>
  oneFree.test(said) || suppliedDeals(said).some(({ all, bought }) => all - bought === valueOf(more))
