/**
 * Numbers that are said without a numeral: half the price, by a third, tenfold, twice as fast, every second, a decade. Each
 * stands on a number that means the same, or on the same words.
 */
import type { Figure } from "./Figures.ts"
import type { Language } from "./languages/Language.ts"
import { perLanguage } from "./languages/Languages.ts"
import { isMultiple, isShareOfChange } from "./Reckoning.ts"

interface Portion {
  readonly said: RegExp
  /** In what was supplied, in lower case. */
  readonly words: RegExp
  readonly percents?: ReadonlyArray<number>
  readonly counts?: ReadonlyArray<number>
  /** So many times something else: two supplied figures may stand in that ratio. */
  readonly factor?: number
  /** Whether other languages write these words, too, and mean less by them. */
  readonly onlyEnglish?: true
}

export interface FoundPortion {
  readonly start: number
  readonly end: number
  readonly supported: boolean
}

const change = "by|cut|cuts|save|saves|over|about|nearly|almost|than|up to|lose|gain|one|two"

const fraction = (name: string, sign: string, percents: ReadonlyArray<number>): Portion => ({
  said: new RegExp(
    `\\b(?:${change}) (?:(?:a|an|one|two|three)[- ])?${name}s?\\b(?! (?:part(?:y|ies)|person|way))|\\b(?:a|one|two|three)[- ]${name}s? (?:of|off|less|more|fewer|cheaper|faster)\\b|[${sign}]`,
    "giu"
  ),
  words: new RegExp(`\\b${name}s?\\b|[${sign}]`, "u"),
  percents
})

const multiple = (said: string, words: string, factor: number): Portion => ({
  said: new RegExp(`\\b(?:${said})`, "gi"),
  words: new RegExp(`\\b(?:${words})`),
  percents: [(factor - 1) * 100, factor * 100],
  counts: [factor],
  factor,
  onlyEnglish: true
})

const portions: ReadonlyArray<Portion> = [
  {
    said: /(?<!\b(?:other|better|second|first|last) )\bhalf[- ](?:price|off|of|the|all|our|your|as|their)\b(?! (?:battle|fun)\b)|\b(?:by|in|cut|cuts|save|saves|over|about|nearly|almost|up to|more than|less than) half\b(?! (?:an?|past)\b)|\bhal(?:ve[sd]?|ving)\b|½/gi,
    words: /\bhalf\b|\bhalv|½/,
    percents: [50],
    counts: [0.5]
  },
  fraction("third", "⅓⅔", [33, 33.3, 33.33, 66, 66.6, 66.7, 67]),
  fraction("quarter", "¼¾", [25, 75]),
  fraction("fifth", "⅕⅖⅗⅘", [20, 40, 60, 80]),
  fraction("tenth", "⅒", [10, 30, 70, 90]),
  multiple(
    "(?:double[sd]?|doubling)\\b(?![- ](?:check|click|tap|room|bed|espresso|shot|chocolate|cream|glaz|sided|opt))|twofold\\b|twice (?:as|the|your|a|an|per|more|daily|weekly)\\b",
    "doubl|twice|twofold",
    2
  ),
  multiple("(?:triple[sd]?|tripling)\\b|threefold\\b|thrice\\b", "tripl|threefold|thrice", 3),
  multiple("(?:quadruple[sd]?|quadrupling)\\b|fourfold\\b", "quadrupl|fourfold", 4),
  multiple("fivefold\\b", "fivefold", 5),
  multiple("tenfold\\b", "tenfold", 10),
  multiple("hundredfold\\b", "hundredfold", 100),
  {
    said: /\bevery (?:second|third|fourth|fifth|tenth) (?!counts?\b|matters\b)\p{L}/giu,
    words: /\bevery (?:second|third|fourth|fifth|tenth)\b/
  },
  { said: /\b(?:a|one|the (?:last|past|next)) decade\b|\bdecades\b/gi, words: /\bdecades?\b/, counts: [10, 120] },
  { said: /\b(?:a|one|the (?:last|past)) century\b|\bcenturies\b/gi, words: /\bcentur/, counts: [100] }
]

/** Without one of these a text has none of them, and need not be searched for each. */
const hint =
  /hal[fv]|third|quarter|fifth|tenth|[½⅓⅔¼¾⅕⅖⅗⅘⅒]|doubl|tripl|quadrupl|fold|twice|thrice|every|decade|centur/i

const isSupported = ({ counts = [], percents = [], words }: Portion, figures: ReadonlyArray<Figure>, text: string) =>
  words.test(text) ||
  figures.some(({ kind, value }) =>
    kind === "percent" ? percents.includes(value) : kind === "number" && counts.includes(value)
  )

const portionsOf = perLanguage((language) =>
  language.portions.map(([source, percents]): Portion => {
    const said = new RegExp(`(?<![\\p{L}\\p{N}])(?:${source})(?!\\p{L})`, "giu")
    return { said, words: new RegExp(said.source, "iu"), percents }
  })
)

/** "the" of "twice the seats" belongs to the portion as it was found, and to what it is of. */
const behindOf = ({ end, start }: { readonly start: number; readonly end: number }, text: string): string => {
  const the = /\sthe$/i.exec(text.slice(start, end))?.[0] ?? ""
  return text.slice(end - the.length, end + 32)
}

/** Of a price, and not of customers or an hour. */
const ofPrice =
  /\b(?:off|less|lower|cheaper|price|cut|cuts|saves?|saved)\b|descuento|menos|barat|precio|rebaja|weniger|günstiger|billiger|preis|rabatt|réduction|moins|remise|prix|sconto|meno|prezzo|desconto|preço|korting|goedkoper|minder|prijs|taniej|zniżk|rabat|ceny|\brea\b|lägre|billigare|pris/iu

const several =
  /\b(?:two|three|zwei|drei|deux|trois|dos|tres|due|tre|dois|duas|três|twee|drie|dwie|trzy|två)(?!\p{L})|[⅔¾⅖⅗⅘]/iu

/** Of the percents that a fraction may stand for: one third, or two. */
const meantBy = (said: string, percents: ReadonlyArray<number>): ReadonlyArray<number> => {
  const one = Math.min(...percents) + 1
  return percents.filter((percent) => percent > one === several.test(said))
}

/** `english`: whether the text is; `language`: what else it is in, where that is known. */
export const portionsIn = (
  text: string,
  { figures, said }: { readonly figures: ReadonlyArray<Figure>; readonly said: string },
  { english, language }: { readonly english: boolean; readonly language: Language | undefined }
): ReadonlyArray<FoundPortion> =>
  [
    ...(hint.test(text) ? portions.filter(({ onlyEnglish }) => english || onlyEnglish !== true) : []),
    ...(language === undefined ? [] : portionsOf(language))
  ].flatMap((portion) => {
    const found = Array.from(text.matchAll(portion.said), ({ 0: whole, index }) => ({
      start: index,
      end: index + whole.trimEnd().length
    }))
    if (found.length === 0) return []
    const supported = isSupported(portion, figures, said)
    const { factor, percents = [] } = portion
    const follows = (one: (typeof found)[number]): boolean =>
      factor === undefined
        ? ofPrice.test(text.slice(one.start, one.end + 16)) &&
          isShareOfChange(meantBy(text.slice(one.start, one.end), percents), { figures, said })
        : isMultiple(factor, behindOf(one, text), { figures, said })
    return found.map((one) => ({ ...one, supported: supported || follows(one) }))
  })
