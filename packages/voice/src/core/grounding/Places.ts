/**
 * Places by whatever they are called: who spoke of Lisbon may be told of Lisbonne, Lizbona and Lissabon, and not of Porto.
 * Cities stand in `Cities`; the names of countries, and of languages, are those of CLDR (`Intl`). Used by `Grounding`.
 */
import { memo } from "@loopdrive/domain/Memo"
import { cities } from "./Cities.ts"
import { easternCities, easternCitiesIn } from "./EasternCities.ts"
import { isEastern } from "./EasternScripts.ts"

export interface FoundPlace {
  readonly start: number
  readonly end: number
  /** Places, and languages, that may be meant. */
  readonly ids: ReadonlyArray<string>
}

/** Names in lower case, each with what it may stand for. */
type Index = ReadonlyMap<string, ReadonlyArray<string>>

const letters = "abcdefghijklmnopqrstuvwxyz"
const codes = [...letters].flatMap((first) => [...letters].map((second) => first + second))

const plainOf = (name: string): string => name.toLowerCase().replaceAll("’", "'").replace(/\s+/g, " ")

type Names = ReadonlyArray<readonly [name: string, id: string]>

const inTable: Names = [...cities, ...easternCities].flatMap((forms) =>
  forms.map((form): readonly [string, string] => [form, forms[0] ?? ""])
)

/** What CLDR calls countries and languages in one language. */
const inCldr = (language: string): Names => {
  const [countries, languages] = [
    new Intl.DisplayNames(language, { type: "region", fallback: "none" }),
    new Intl.DisplayNames(language, { type: "language", fallback: "none" })
  ]
  return codes.flatMap((code): Names => {
    const [country, tongue] = [countries.of(code.toUpperCase()), languages.of(code)]
    return [
      ...(country === undefined ? [] : [[country, `country ${code}`] as const]),
      ...(tongue === undefined ? [] : [[tongue, `language ${code}`] as const])
    ]
  })
}

interface Atlas {
  readonly names: Index
  /** The first word of each name. */
  readonly firsts: ReadonlySet<string>
}

const atlasWith = (names: Names): Atlas => {
  const index = new Map<string, ReadonlyArray<string>>()
  for (const [name, id] of names) {
    const plain = plainOf(name)
    index.set(plain, [...new Set([...(index.get(plain) ?? []), id])])
  }
  return { names: index, firsts: new Set(Array.from(index.keys(), (name) => /^[^\s.]+/.exec(name)?.[0] ?? name)) }
}

/** By language, of which there are not many. */
const made = new Map<string, Atlas>()

const languageOf = memo(100, (locale) => {
  const code = /^[a-z]{2}(?![a-z])/i.exec(locale)?.[0].toLowerCase() ?? "en"
  return Intl.DisplayNames.supportedLocalesOf(code).length === 0 ? "en" : code
})

const atlasOf = (locale: string | undefined): Atlas => {
  const language = languageOf(locale ?? "en")
  const known = made.get(language)
  if (known !== undefined) return known
  const atlas = atlasWith([
    ...inTable,
    ...inCldr("en"),
    ...(language === "en" ? [] : inCldr(language)),
    // CLDR has Brazil's names under the plain tag.
    ...(language === "pt" ? inCldr("pt-PT") : [])
  ])
  made.set(language, atlas)
  return atlas
}

/** Other words as well, so that only a capital makes them places. */
const homonyms = new Set(
  "nice split cork turkey china chad jordan georgia mali posen haag porto lima bergen cannes oman rom lile parma valence grenade vienne alger alpen asie palma sofia florence florencia charlotte pise rodas haga argel gent gante bern berna luik kair split".split(
    " "
  )
)

/** Whether its words may have been supplied without the place. */
export const isHomonym = (name: string): boolean => homonyms.has(plainOf(name))

const word = /[\p{L}\p{M}]+(?:['’-][\p{L}\p{M}]+)*/gu
const longest = 4

/** What stands at `at`, the longest name of it; a genitive of Germanic languages has an s. */
const placeAt = (
  words: ReadonlyArray<{ readonly text: string; readonly start: number; readonly end: number }>,
  at: number,
  text: string,
  { firsts, names }: Atlas
): (FoundPlace & { readonly words: number }) | undefined => {
  const first = words[at]
  if (first === undefined) return undefined
  const isGenitive = first.text.endsWith("s") && firsts.has(first.text.slice(0, -1))
  if (!isGenitive && !firsts.has(first.text)) return undefined
  for (let count = longest; count > 0; count--) {
    const last = words[at + count - 1]
    if (last === undefined) continue
    const said = text.slice(first.start, last.end)
    if (/[^\p{L}\p{M}'’. -]/u.test(said)) continue
    const name = plainOf(said)
    const ids = names.get(name) ?? names.get(name.replace(/(?<=[^s])s$/, ""))
    if (ids === undefined || (/^\p{Ll}/u.test(said) && homonyms.has(name))) continue
    return { start: first.start, end: last.end, ids, words: count }
  }
  return undefined
}

/** Places that a text names, in English, in the language of `locale`, of cities in any. */
export const placesIn = (text: string, locale: string | undefined): ReadonlyArray<FoundPlace> => {
  const atlas = atlasOf(locale)
  const words = Array.from(text.matchAll(word), ({ 0: found, index: start }) => ({
    text: found.toLowerCase(),
    start,
    end: start + found.length
  }))
  const found: Array<FoundPlace> = []
  for (let at = 0; at < words.length; at++) {
    const place = placeAt(words, at, text, atlas)
    if (place === undefined) continue
    found.push(place)
    at += place.words - 1
  }
  return [...found, ...(isEastern(text) ? nativeIn(text, atlas) : [])]
}

/** Cities in scripts without capitals, where no space need stand beside them. */
const nativeIn = (text: string, { names }: Atlas): ReadonlyArray<FoundPlace> =>
  easternCitiesIn(text).map(({ end, name, start }) => ({
    start,
    end,
    ids: [names.get(name)].flatMap((of) => of).filter((id) => id !== undefined)
  }))

/**
 * Those that a text in another language than English says something of: cities and countries by their capitals, and cities
 * in scripts that have none.
 */
export const claimedIn = (text: string, locale: string): ReadonlyArray<FoundPlace> => [
  ...(isEastern(text) ? nativeIn(text, atlasOf(locale)) : []),
  ...withCapitals(text, locale)
]

const withCapitals = (text: string, locale: string): ReadonlyArray<FoundPlace> =>
  placesIn(text, locale).filter(({ end, ids, start }) => {
    const name = text.slice(start, end)
    if (!/^\p{Lu}/u.test(name) || ids.every((id) => id.startsWith("language "))) return false
    return (
      !isHomonym(name) ||
      /(?<!\p{L})(?:in|nach|aus|bei|à|a|en|em|naar|uit|w|do|i|från|till)\s$/u.test(
        text.slice(Math.max(0, start - 5), start)
      )
    )
  })

/** What the places `ids` are called in the language of `locale` and in English, in single words: of what may be inflected. */
export const wordsFor = (ids: ReadonlySet<string>, locale: string | undefined): ReadonlyArray<string> =>
  Array.from(atlasOf(locale).names).flatMap(([name, of]) => (of.some((id) => ids.has(id)) ? name.split(" ") : []))
