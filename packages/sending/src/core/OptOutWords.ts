/**
 * Whether a message is one of the commands every recipient has: stop, help, start. Only as the whole message: whoever
 * writes "can't stop smiling" wrote a reply. Case, punctuation, accents, emoji and mail signatures do not count, nor do
 * courtesies around the command.
 */
import * as OptOutLexicon from "./OptOutLexicon.ts"

export type Keyword = "stop" | "help" | "start"

/** Nobody writes a command of more words; a long text is not searched. */
const wordsMost = 16
const lettersMost = 400

/** What mail programs put below a text. */
const signatures =
  /\n\s*(?:-- ?\n|[_-]{2,}|sent (?:from|via)|get outlook|envoye (?:de|depuis)|enviado (?:desde|de|do|a partir)|von mein|gesendet (?:von|mit)|inviato da)[\s\S]*$/u

/** One word with a hyphen, which is not "non, stop". */
const hyphenated = /\bnon-stop\b/u

/** The words of a text: lower case, no accents, no punctuation, no signature; letters spelt one by one are joined. */
export const wordsOf = (text: string): ReadonlyArray<string> => {
  const plain = text
    .normalize("NFKC")
    .replace(/\p{Cf}/gu, "")
    .toLowerCase()
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .trim()
    .replace(signatures, "")
    .replace(hyphenated, "nonstop")
    // Somebody in a rage holds the key down.
    .replace(/([a-z])\1{2,}/gu, "$1")
  const words = plain.match(/[\p{L}\p{N}]+/gu) ?? []
  const spelt = words.length > 2 && words.every((word) => word.length === 1)
  return spelt ? [words.join("")] : words
}

const phrasesOf = (lines: ReadonlyArray<string>): ReadonlyArray<string> => lines.flatMap((line) => line.split("|"))

const place = (text: string): string => {
  const missing = text.endsWith("?")
  const words = (missing ? text.slice(0, -1) : text).replaceAll("_", " ").replaceAll("/", "|")
  return `(?:(?:${words}) )${missing ? "?" : ""}`
}

/** Over the words of a message, each followed by a blank. */
const compile = (pattern: string): RegExp => new RegExp(`^${pattern.split(" ").map(place).join("")}$`, "u")

const matcher = (phrases: OptOutLexicon.Phrases): ((words: string) => boolean) => {
  const known = new Set(phrasesOf(phrases.words))
  const patterns = phrases.patterns.map(compile)
  return (words) => known.has(words) || patterns.some((pattern) => pattern.test(`${words} `))
}

const inEach = (phrases: OptOutLexicon.ByLanguage) => {
  const matchers = OptOutLexicon.languages.map((language) => [language, matcher(phrases[language])] as const)
  return (words: string): ReadonlyArray<OptOutLexicon.Language> =>
    matchers.flatMap(([language, matches]) => (matches(words) ? [language] : []))
}

/** In this order: where a word could be both, stopping is what must not be missed. */
const commands: ReadonlyArray<readonly [Keyword, ReturnType<typeof inEach>]> = [
  ["stop", inEach(OptOutLexicon.stop)],
  ["help", inEach(OptOutLexicon.help)],
  ["start", inEach(OptOutLexicon.start)]
]

const international = new Set(OptOutLexicon.international.split("|"))

const courtesies = phrasesOf(OptOutLexicon.courtesies)

/** The same without a courtesy at its beginning or its end, once for each that is there. */
const shortened = (words: string): ReadonlyArray<string> =>
  courtesies.flatMap((courtesy) => [
    ...(words.startsWith(`${courtesy} `) ? [words.slice(courtesy.length + 1)] : []),
    ...(words.endsWith(` ${courtesy}`) ? [words.slice(0, -courtesy.length - 1)] : [])
  ])

/** "Stop stop STOP" is stop. */
const once = (words: ReadonlyArray<string>): ReadonlyArray<string> =>
  words.every((word) => word === words[0]) ? words.slice(0, 1) : words

/** French numbers for short messages are told "STOP 36111". */
const withoutNumber = (words: string): string => words.replace(/ \d{4,6}$/u, "")

export interface Command {
  readonly keyword: Keyword
  /** Those it is said so in; none: it is said so in all. */
  readonly languages: ReadonlyArray<OptOutLexicon.Language>
}

const commandOf = (words: string): Command | undefined => {
  for (const [keyword, languagesOf] of commands) {
    const languages = languagesOf(words)
    if (languages.length > 0) return { keyword, languages: international.has(words) ? [] : languages }
  }
  return undefined
}

/** The command and its languages, or undefined for every other message. */
export const recognise = (text: string): Command | undefined => {
  if (text.length > lettersMost) return undefined
  const words = once(wordsOf(text))
  if (words.length === 0 || words.length > wordsMost) return undefined
  const seen = new Set<string>([withoutNumber(words.join(" "))])
  for (const candidate of seen) {
    const found = commandOf(candidate)
    if (found !== undefined) return found
    for (const shorter of shortened(candidate)) seen.add(shorter)
  }
  return undefined
}

/** The command, or undefined for every other message. */
export const read = (text: string): Keyword | undefined => recognise(text)?.keyword
