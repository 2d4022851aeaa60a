/** A brand's own words: those it must not say, those it says instead, and the names of its competitors. */
import type { BrandVoice } from "@loopdrive/domain/Voice"
import type { Finding } from "./Check.ts"
import { readings } from "./text/Folding.ts"
import { find } from "./text/Lookup.ts"
import type { Folded } from "./text/Folding.ts"

const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/-]/g, String.raw`\$&`)

/** Simple English endings: plural and possessive, past, -ing, comparison, -ly; with the e or y they change. */
const inflected = (word: string): string => {
  const safe = escaped(word)
  if (!/^[a-z]{3,}$/.test(word)) return `${safe}(?:'s|s)?`
  if (/[^aeiou]y$/.test(word)) return `(?:${safe}(?:'s|ing)?|${escaped(word.slice(0, -1))}(?:ies|ied|ier|iest|ily))`
  if (word.endsWith("ee")) return `${safe}(?:'s|s|d|ing|r|rs)?`
  if (word.endsWith("e")) return `(?:${safe}(?:'s|s|d|r|rs|st|ly)?|${escaped(word.slice(0, -1))}(?:ing|ings|able))`
  const last = word.slice(-1)
  const doubled = /[^aeiou][aeiou][bdgklmnprt]$/.test(word) ? `|${last}(?:ed|ing|er|ers|est)` : ""
  return `${safe}(?:'s|s|es|ed|ing|ings|er|ers|est|ly${doubled})?`
}

/** Joints of a term of several words: white space, hyphens, a dot between letters, or nothing. */
const joint = "(?:[\\s\\u2010-\\u2015_-]*|[.\\u00b7\\u2022](?=[\\p{L}\\p{N}]))"

/** A pattern for a term in its inflections, on folded text; undefined for a term without letters. */
const patternOf = (term: string): RegExp | undefined => {
  const words = readings(term)[0]?.text.match(/[^\s\u2010-\u2015_-]+/g)
  if (words === null || words === undefined || !/[\p{L}\p{N}]/u.test(term)) return undefined
  const body = words.map((word, index) => (index === words.length - 1 ? inflected(word) : escaped(word)))
  return new RegExp(body.join(joint), "gu")
}

interface Term {
  readonly term: string
  readonly pattern: RegExp
}

/** Where a name goes on with a capital, so that it is heard as several words: PlantHub, GreenThumb Co, ABCGarden. */
const hump = /(?<=\p{Ll})(?=\p{Lu})|(?<=\p{Lu})(?=\p{Lu}\p{Ll})/gu

/** Behind these a name stands, even in small letters. */
const compared =
  /\b(?:than|vs\.?|versus|unlike|from|at|compared (?:to|with)|like|als|bei|von|statt|chez|que|de|en|contre|contra)\s+$/iu

/** "Plant Hub", "plant-hub" and "plant.hub" are the name; "a plant hub" and "are linked in the app" are words. */
const isName = (text: string, start: number, end: number): boolean => {
  const found = text.slice(start, end)
  if (!/\s/u.test(found)) return true
  const [, ...words] = found.split(/[\s_\u2010-\u2015-]+/u)
  return words.every((word) => !/^\p{Ll}/u.test(word)) || compared.test(text.slice(Math.max(0, start - 20), start))
}

const compiled = new WeakMap<object, ReadonlyArray<Term>>()

/** Patterns of a list of a voice, made once for each. `list` is the voice's own array or dictionary. */
const termsOf = (list: ReadonlyArray<string> | Readonly<Record<string, string>>): ReadonlyArray<Term> => {
  const known = compiled.get(list)
  if (known !== undefined) return known
  const made = (Array.isArray(list) ? (list as ReadonlyArray<string>) : Object.keys(list)).flatMap((term) => {
    const pattern = patternOf(term)
    return pattern === undefined ? [] : [{ term, pattern }]
  })
  compiled.set(list, made)
  return made
}

const closed = new WeakMap<Folded, Folded>()

/** The same without hyphens between letters, which may stand anywhere in a word. */
const closedUp = (folded: Folded): Folded => {
  const known = closed.get(folded)
  if (known !== undefined) return known
  const { ends, starts, text } = folded
  const kept = Array.from(
    text.matchAll(/(?<!\p{L})[-\u2010-\u2015]|[-\u2010-\u2015](?!\p{L})|[^\u2010-\u2015-]/gu)
  ).flatMap(({ 0: character, index }) => Array.from(character, (_, at) => index + at))
  const made: Folded = {
    text: kept.map((at) => text.charAt(at)).join(""),
    starts: kept.map((at) => Number(starts[at])),
    ends: kept.map((at) => Number(ends[at])),
    runs: []
  }
  closed.set(folded, made)
  return made
}

const matching = (
  folded: ReadonlyArray<Folded>,
  list: ReadonlyArray<string> | Readonly<Record<string, string>>,
  replacementOf: (term: string) => string
): ReadonlyArray<Finding> => {
  const all = folded.flatMap((reading) =>
    /\p{L}[-\u2010-\u2015]\p{L}/u.test(reading.text) ? [reading, closedUp(reading)] : [reading]
  )
  return termsOf(list).flatMap(({ pattern, term }) =>
    find(all, pattern).map(({ end, start }) => ({ start, end, label: term, replacement: replacementOf(term) }))
  )
}

/** Which of the terms of a list the text uses. */
export const usedIn = (folded: ReadonlyArray<Folded>, list: ReadonlyArray<string>): ReadonlyArray<string> => [
  ...new Set(matching(folded, list, () => "").map(({ label }) => label))
]

/** What a brand says instead of `term`; empty where it does not say. */
const insteadOf = ({ replacements }: BrandVoice["vocabulary"], term: string): string => {
  const wanted = term.toLowerCase()
  return Object.entries(replacements).find(([bad]) => bad.toLowerCase() === wanted)?.[1] ?? ""
}

export const forbiddenIn = (
  text: string,
  { vocabulary }: BrandVoice,
  folded = readings(text)
): ReadonlyArray<Finding> => matching(folded, vocabulary.forbidden, (term) => insteadOf(vocabulary, term))

interface Parted {
  /** As they read in several words. */
  readonly terms: ReadonlyArray<string>
  /** What each of them is. */
  readonly names: ReadonlyMap<string, string>
}

const parted = new WeakMap<ReadonlyArray<string>, Parted>()

/** The names that are one word of several capitals. */
const partedOf = (names: ReadonlyArray<string>): Parted => {
  const known = parted.get(names)
  if (known !== undefined) return known
  const spelled = new Map(
    names.flatMap((name) => (name.search(hump) < 0 ? [] : [[name.replace(hump, " "), name] as const]))
  )
  const made = { terms: [...spelled.keys()], names: spelled }
  parted.set(names, made)
  return made
}

export const competitorsIn = (
  text: string,
  { competitors }: BrandVoice,
  folded = readings(text)
): ReadonlyArray<Finding> => {
  const whole = matching(folded, competitors, () => "")
  const { names, terms } = partedOf(competitors)
  const apart = matching(folded, terms, () => "")
    .filter(({ end, start }) => isName(text, start, end))
    .filter(({ end, start }) => !whole.some((other) => other.start < end && start < other.end))
    .map((finding) => ({ ...finding, label: names.get(finding.label) ?? finding.label }))
  return [...whole, ...apart]
}

/** Words that have a better one. */
export const replaceableIn = (
  text: string,
  { vocabulary }: BrandVoice,
  folded = readings(text)
): ReadonlyArray<Finding> => matching(folded, vocabulary.replacements, (term) => insteadOf(vocabulary, term))

/** `word` with the capitals of what it stands for. */
const likewise = (word: string, original: string): string => {
  if (original.length > 1 && original === original.toUpperCase()) return word.toUpperCase()
  return /^\p{Lu}/u.test(original) ? `${word.slice(0, 1).toUpperCase()}${word.slice(1)}` : word
}

const address = /\bhttps?:\/\/\S+|\bwww\.\S+|\S+@\S+\.\S+/gi

/** `word` in the number of what it stands for: "demos" are "tastings". */
const inNumber = (word: string, found: string, term: string): string =>
  found.toLowerCase() === `${term.toLowerCase()}s` && /[a-z]$/i.test(word) && !/(?:s|x|z|ch|sh|[^aeiou]y)$/i.test(word)
    ? `${word}s`
    : word

/** The article before a word that begins with another sound now. */
const withArticle = (before: string, word: string): string =>
  before.replace(
    /\b(a)n?(\s+)$/i,
    (_, article: string, space: string) => `${article}${/^[aeiou]/i.test(word) ? "n" : ""}${space}`
  )

/** The text in the brand's words: what has a replacement is replaced, everything else stays, addresses among it. */
export const inOwnWords = (text: string, voice: BrandVoice): string => {
  const addresses = [...text.matchAll(address)].map(({ 0: found, index }) => [index, index + found.length] as const)
  let written = text
  let edge = text.length
  for (const { end, label, replacement, start } of [...replaceableIn(text, voice)].toSorted(
    (a, b) => b.start - a.start
  )) {
    if (replacement === "" || end > edge || addresses.some(([from, to]) => from < end && start < to)) continue
    const found = written.slice(start, end)
    const word = likewise(inNumber(replacement, found, label), found)
    const before =
      /^[aeiou]/i.test(found) === /^[aeiou]/i.test(word)
        ? written.slice(0, start)
        : withArticle(written.slice(0, start), word)
    written = before + word + written.slice(end)
    edge = start
  }
  return written
}
