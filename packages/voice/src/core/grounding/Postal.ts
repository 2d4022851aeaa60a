/**
 * Postal addresses that were supplied: their numbers count nothing, so that "12 Garden Way" is no ground for twelve of
 * anything. A text may say each beside the word that stands beside it there. Used by `Supplied` and `Grounding`.
 */

interface Stretch {
  readonly start: number
  readonly end: number
}

/** What stands in one record: the parts of an address, or the whole of it. */
export interface Postal {
  readonly parts: ReadonlyArray<string>
}

/** Words, numbers, and numbers with signs in between as postal codes and houses have them. */
const token = /\p{L}[\p{L}\p{M}.'’]*|\d+(?:[-/]\d+)*/gu
const numeral = /^\d/

/** By each number the words, in lower case, that may stand before or behind it. */
type Neighbours = ReadonlyMap<string, ReadonlySet<string>>

const plain = (word: string): string => word.toLowerCase().replace(/\.$/, "")

const besidesIn = (part: string): ReadonlyArray<readonly [number: string, word: string]> => {
  const tokens = part.match(token) ?? []
  return tokens.flatMap((one, at) =>
    numeral.test(one)
      ? [tokens[at - 1], tokens[at + 1]].flatMap((word) =>
          word === undefined || numeral.test(word) ? [] : [[one, plain(word)] as const]
        )
      : []
  )
}

/** A number that is a part by itself, such as a postal code, may stand beside the first or the last word of any other part. */
const besidesOf = ({ parts }: Postal): ReadonlyArray<readonly [number: string, word: string]> => {
  const lone = parts.filter((part) => /^\d+(?:[-/]\d+)*$/.test(part.trim()))
  const ends = parts.flatMap((part) => {
    const words = part.match(/\p{L}[\p{L}\p{M}.'’]*/gu) ?? []
    return [words[0], words.at(-1)].flatMap((word) => (word === undefined ? [] : [plain(word)]))
  })
  return [...parts.flatMap(besidesIn), ...lone.flatMap((one) => ends.map((end) => [one.trim(), end] as const))]
}

export const neighboursIn = (addresses: ReadonlyArray<Postal>): Neighbours => {
  const found = new Map<string, Set<string>>()
  for (const [number, word] of addresses.flatMap(besidesOf))
    found.set(number, (found.get(number) ?? new Set()).add(word))
  return found
}

const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]$/u
/** Longer than any word of an address. */
const reach = 40

/** Where a text writes such a number beside its word: the numbers alone. */
export const mentionsIn = (text: string, neighbours: Neighbours): ReadonlyArray<Stretch> =>
  neighbours.size === 0
    ? []
    : Array.from(text.matchAll(/(?<!\d[\d.,:]{0,12})\d+(?:[-/]\d+)*/gu)).flatMap(({ 0: number, index: start }) => {
        const words = neighbours.get(number)
        const end = start + number.length
        if (words === undefined) return []
        const [, before = ""] =
          /(\p{L}[\p{L}\p{M}'’]*)\.?[,\s]{0,3}$/u.exec(text.slice(Math.max(0, start - reach), start)) ?? []
        const [, behind = ""] = /^[,\s]{0,3}(\p{L}[\p{L}\p{M}.'’]*)/u.exec(text.slice(end, end + reach)) ?? []
        const isBeside = [...words].some(
          (word) =>
            plain(before) === word ||
            plain(behind) === word ||
            (unspaced.test(word) && (plain(before).endsWith(word) || plain(behind).startsWith(word)))
        )
        return isBeside ? [{ start, end }] : []
      })

/** Whether a text that stands under `key` is where somebody lives or works. */
export const isPostal = (key: ReadonlyArray<string>, text: string): boolean =>
  key.some((word) => /^(?:post)?address(?:es)?$/.test(word)) &&
  !key.some((word) => /^(?:e?mail|mailbox|web|ip|url|link|site|website)$/.test(word)) &&
  !/@|:\/\/|www\./.test(text)
