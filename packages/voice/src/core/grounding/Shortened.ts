/**
 * What people shorten when they write an address or a name: Alder St for Alder Street, Hauptstr. for Hauptstraße, S. Okafor
 * for Samuel Okafor, Ada L. for Ada Lovelace. Used by `Grounding`.
 */

interface Stretch {
  readonly start: number
  readonly end: number
}

const ways: ReadonlyArray<ReadonlyArray<string>> = [
  ["street", "st"],
  ["road", "rd"],
  ["avenue", "ave", "av"],
  ["lane", "ln"],
  ["square", "sq"],
  ["boulevard", "blvd", "bd"],
  ["drive", "dr"],
  ["place", "pl"],
  ["court", "ct"],
  ["highway", "hwy"],
  ["parkway", "pkwy"],
  ["terrace", "ter", "terr"],
  ["straße", "strasse", "str"],
  ["avenida", "avda", "av"],
  ["plaza", "pza"],
  ["ulica", "ul"],
  ["aleja", "al"]
]
const endings = ["straße", "strasse", "str"]

/** Those of `words` in the other forms that they are written in. */
export const otherForms = (words: ReadonlySet<string>): ReadonlyArray<string> => [
  ...ways.flatMap((forms) => (forms.some((form) => words.has(form)) ? forms : [])),
  ...Array.from(words).flatMap((word) => {
    const ending = word.length > 5 ? endings.find((one) => word.endsWith(one)) : undefined
    return ending === undefined ? [] : endings.map((other) => word.slice(0, -ending.length) + other)
  })
]

const titles =
  "(?:prof(?:essor(?:in)?)?|doctor|dr|mr|mrs|ms|mx|miss|sir|herrn?|frau|monsieur|madame|mme|señora?|signora?|senhora?|mevrouw|meneer|pani?|fru)"
const surname = "\\p{Lu}[\\p{L}\\p{M}]+(?:['’-]\\p{Lu}\\p{L}+)*"
const initialFirst = new RegExp(`(?<![\\p{L}\\p{N}.])((?:\\p{Lu}\\. ?){1,3})(${surname})`, "gu")
const initialLast = new RegExp(`(?<![\\p{L}\\p{N}])(${surname}) (\\p{Lu})(?=\\.|['’]s\\b|[,!?:\\n]|$)`, "gu")

const escaped = (word: string): string => word.toLowerCase().replace(/[.*+?^${}()|[\]\\-]/g, "\\$&")
const startingWith = (letter: string): string =>
  `(?<![\\p{L}])(?!${titles}(?!\\p{L}))${escaped(letter)}[\\p{L}\\p{M}]+\\.?`

/** Initials of names that were supplied in full. `said`: what was, in lower case; `names`: those of its words that are names. */
export const initialsIn = (text: string, said: string, isName: (word: string) => boolean): ReadonlyArray<Stretch> => [
  ...Array.from(text.matchAll(initialFirst)).flatMap((match) => {
    const [initials, last] = [String(match[1]), String(match[2])]
    const firsts = Array.from(initials.matchAll(/\p{L}/gu), ([letter]) => startingWith(letter)).join(" ")
    const full = new RegExp(`(${firsts}) (?:[\\p{L}\\p{M}]+\\.? )?${escaped(last)}(?![\\p{L}])`, "u").exec(said)?.[1]
    const isKnown = full?.split(" ").every((word) => isName(word.replace(/\.$/, ""))) === true
    return isKnown ? [{ start: match.index, end: match.index + initials.length }] : []
  }),
  ...Array.from(text.matchAll(initialLast)).flatMap((match) => {
    const [first, initial] = [String(match[1]), String(match[2])]
    const full = new RegExp(
      `(?<![\\p{L}])${escaped(first)} (?:[\\p{L}\\p{M}]+\\.? )?(${startingWith(initial)})`,
      "u"
    ).exec(said)?.[1]
    const end = match.index + match[0].length
    return full !== undefined && isName(full.replace(/\.$/, "")) ? [{ start: end - initial.length, end }] : []
  })
]
