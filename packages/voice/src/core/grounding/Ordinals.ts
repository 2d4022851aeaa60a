/**
 * Days of the month that English says in words, as figures: the fourteenth of May is May 14th. Of other languages
 * `ForeignDates` knows the words. Used by `Grounding`.
 */

const below20 =
  "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth".split(
    " "
  )
const words = new Map<string, number>([
  ...below20.map((word, n): [string, number] => [word, n + 1]),
  ["twentieth", 20],
  ["thirtieth", 30],
  ["thirty first", 31],
  ...below20.slice(0, 9).map((word, n): [string, number] => [`twenty ${word}`, n + 21])
])

const said = [...words.keys()]
  .toSorted((a, b) => b.length - a.length)
  .map((word) => word.replace(" ", "[- ]"))
  .join("|")
/** May and march are other words without their capital. */
const month =
  "(?:[Jj]an(?:uary)?|[Ff]eb(?:ruary)?|Mar(?:ch)?|[Aa]pr(?:il)?|May|[Jj]une?|[Jj]uly?|[Aa]ug(?:ust)?|[Ss]ept?(?:ember)?|[Oo]ct(?:ober)?|[Nn]ov(?:ember)?|[Dd]ec(?:ember)?)"
const ordinal = `(${said.replace(/(?<![a-z])[a-z]/g, (letter) => `[${letter}${letter.toUpperCase()}]`)})`

const before = new RegExp(`\\b${ordinal}(?: day)?(?: of)?(?=,? (?:${month}|may|march)\\b)`, "g")
const behind = new RegExp(`\\b(${month} )(?:the )?${ordinal}\\b(?! \\p{Ll}+(?:s|ing|er)\\b)`, "gu")
/** Of no month: with nothing behind that would be the fourth of something. */
const alone = new RegExp(
  `(?<=\\b(?:[Oo]n|[Uu]ntil|[Tt]ill|[Bb]y|[Bb]efore|[Aa]fter|[Ff]rom|[Ss]ince) the )${ordinal}(?=[.,;!?)\\n]|$| (?:at|from|to|until|in)\\b)`,
  "gu"
)

const suffixes: Readonly<Record<number, string>> = { 1: "st", 2: "nd", 3: "rd", 21: "st", 22: "nd", 23: "rd", 31: "st" }
const valueOf = (word: string): number => words.get(word.toLowerCase().replace("-", " ")) ?? 0
const figureOf = (value: number): string => `${value}${suffixes[value] ?? "th"}`

/** The first, second and third are more often of a list than of a month. */
const listed = 3

export const withFigures = (text: string): string =>
  text
    .replace(before, (_, word: string) => figureOf(valueOf(word)))
    .replace(behind, (_, name: string, word: string) => `${name}${figureOf(valueOf(word))}`)
    .replace(alone, (_, word: string) => (valueOf(word) > listed ? figureOf(valueOf(word)) : word))
