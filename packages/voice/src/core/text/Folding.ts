/**
 * A text as a reader hears it, whatever it was spelled with: for looking words up, never for showing. Each character
 * knows where it came from, so that what is found can be cut out of the original.
 *
 * Undone are: compatibility forms and accents (Unicode NFKD), invisible characters, letters of other alphabets that look
 * Latin (after Unicode UTS #39's confusables), digits and signs that stand for letters within a word, and single letters
 * set apart (`f u c k`, `m.o.r.o.n`).
 */
import { lookalikeOf } from "./Lookalikes.ts"
import { memo } from "@loopdrive/domain/Memo"

export interface Folded {
  readonly text: string
  /** UTF-16 offsets into the original, one for each character of `text`. */
  readonly starts: ReadonlyArray<number>
  readonly ends: ReadonlyArray<number>
  /** Stretches of letters that were set apart, from and to: there a word may begin and end anywhere. */
  readonly runs: ReadonlyArray<readonly [number, number]>
}

interface Letter {
  readonly character: string
  readonly start: number
  readonly end: number
  readonly apart: boolean
}

/** Seen as nothing: format characters, variation selectors, marks on letters. */
const invisible = /^[\p{Cf}\p{Mn}\p{Me}\u115f\u1160\u3164]$/u

/**
 * Letters read of a text. Some characters stand for a dozen, so that a text of no great length could unfold into one of
 * any; whoever must know all of a text asks `isCut`.
 */
const lettersMost = 12_000

/** Whether there was more of the text than was read. */
export const isCut = ({ text }: Folded): boolean => text.length >= lettersMost

const narrowed = (text: string): ReadonlyArray<Letter> => {
  const letters: Array<Letter> = []
  let start = 0
  for (const original of text) {
    if (letters.length >= lettersMost) break
    const end = start + original.length
    if (original <= "\u007e") {
      letters.push({ character: original.toLowerCase(), start, end, apart: false })
      start = end
      continue
    }
    for (const character of original.normalize("NFKD").toLowerCase()) {
      if (!invisible.test(character)) letters.push({ character, start, end, apart: false })
    }
    start = end
  }
  return letters
}

/** No word and no phrase is longer; a longer run is read in pieces, so that reading takes time in proportion. */
const longestRun = 80

const runsOf = (units: ReadonlyArray<Letter>): ReadonlyArray<readonly [number, number]> => {
  const runs: Array<readonly [number, number]> = []
  let from: number | undefined
  for (let at = 0; at <= units.length; at++) {
    const apart = units[at]?.apart === true
    if (from !== undefined && (!apart || at - from === longestRun)) {
      runs.push([from, at])
      from = undefined
    }
    if (apart) from ??= at
  }
  return runs
}

const view = (letters: ReadonlyArray<Letter>): Folded => {
  let text = ""
  const starts: Array<number> = []
  const ends: Array<number> = []
  const units: Array<Letter> = []
  for (const letter of letters) {
    text += letter.character
    // A letter outside the basic plane takes two units of the text.
    for (let unit = 0; unit < letter.character.length; unit++) {
      starts.push(letter.start)
      ends.push(letter.end)
      units.push(letter)
    }
  }
  return { text, starts, ends, runs: runsOf(units) }
}

/** Only compatibility forms, accents, case and invisible characters undone: for addresses and numbers. */
export const narrow = (text: string): Folded => view(narrowed(text))

const isLetter = (letter: Letter | undefined): boolean => {
  if (letter === undefined) return false
  const { character } = letter
  if (character <= "\u007e") return character >= "a" && character <= "z"
  return /^\p{L}$/u.test(character)
}
const isDigit = (letter: Letter | undefined): boolean =>
  letter !== undefined && letter.character >= "0" && letter.character <= "9"

const disguises: Readonly<Record<string, string>> = {
  "0": "o",
  "1": "i",
  "3": "e",
  "4": "a",
  "5": "s",
  "7": "t",
  "8": "b",
  "9": "g",
  "@": "a",
  $: "s",
  "!": "i",
  "|": "i",
  "€": "e",
  "+": "t",
  "¡": "i"
}

/** Signs and digits read as letters where letters stand on both sides, or where a word begins with one. */
const undisguised = (letters: ReadonlyArray<Letter>, one: "i" | "l"): ReadonlyArray<Letter> => {
  if (!letters.some(({ character }) => Object.hasOwn(disguises, character))) return letters
  const inWord = (letter: Letter | undefined): boolean =>
    isLetter(letter) || (letter !== undefined && Object.hasOwn(disguises, letter.character))
  const result = [...letters]
  for (let from = 0; from < letters.length; from++) {
    if (!inWord(letters[from])) continue
    let to = from
    while (inWord(letters[to])) to++
    // Signs at the end of a word are punctuation, and a sum of money is not a word.
    let last = to
    while (last > from && !isLetter(letters[last - 1]) && !isDigit(letters[last - 1])) last--
    const word = letters.slice(from, last)
    const count = word.filter(isLetter).length
    if (count > 0 && count < word.length) {
      for (const [index, letter] of word.entries()) {
        const plain = letter.character === "1" ? one : disguises[letter.character]
        if (plain !== undefined) result[from + index] = { ...letter, character: plain }
      }
    }
    from = to
  }
  return result
}

/** A digit as the letter it stands for. */
const asLetter = (letter: Letter, one: "i" | "l"): Letter => {
  if (!isDigit(letter)) return letter
  return { ...letter, character: letter.character === "1" ? one : (disguises[letter.character] ?? letter.character) }
}

/** Two letters on their own, one after the other: without them no word is set apart. */
const apartTwice = /(?<![\p{L}\p{N}])[\p{L}\p{N}][\s._\-*,/\\~]{1,3}[\p{L}\p{N}](?![\p{L}\p{N}])/u

/** Runs of three or more single letters with the same kind of gap between them are one word. */
const together = (letters: ReadonlyArray<Letter>, one: "i" | "l"): ReadonlyArray<Letter> => {
  if (!apartTwice.test(letters.map(({ character }) => character).join(""))) return letters
  /** A digit on its own among letters on their own stands for one, too. */
  const stands = (index: number): boolean => isLetter(letters[index]) || isDigit(letters[index])
  const single = (index: number): boolean => stands(index) && !stands(index - 1) && !stands(index + 1)
  const gap = (index: number): number => {
    let end = index
    while (end < letters.length && end - index < 3 && /^[\s._\-*,/\\~]$/u.test(letters[end]?.character ?? "")) end++
    return end
  }
  const isSpace = (index: number): boolean => /^\s$/u.test(letters[index]?.character ?? "")
  const result: Array<Letter> = []
  for (let index = 0; index < letters.length;) {
    const run: Array<number> = []
    for (let at = index; single(at); at = gap(at + 1)) {
      run.push(at)
      if (gap(at + 1) === at + 1) break
    }
    // "a l.o.s.e.r": the article is no part of the word.
    if (run.length > 3 && isSpace(Number(run[0]) + 1) && !isSpace(Number(run[1]) + 1)) run.shift()
    const [first = index, last = index] = [run[0], run.at(-1)]
    const apart = run.length >= 3 && run.filter((at) => isLetter(letters[at])).length * 2 > run.length
    result.push(...letters.slice(index, apart ? first : last + 1))
    if (apart) for (const at of run) result.push({ ...asLetter(letters[at] as Letter, one), apart: true })
    index = last + 1
  }
  return result
}

const alike = (letters: ReadonlyArray<Letter>): ReadonlyArray<Letter> =>
  letters.map((letter) => {
    const plain = lookalikeOf(letter.character)
    return plain === undefined ? letter : { ...letter, character: plain }
  })

/**
 * The readings of a text: as it stands, and, where they differ, with its disguises taken off. A `1` may be an i or an l.
 */
export const readings = memo(1000, (text): ReadonlyArray<Folded> => {
  const plain = alike(narrowed(text))
  const asI = together(undisguised(plain, "i"), "i")
  const all = text.includes("1") ? [plain, asI, together(undisguised(plain, "l"), "l")] : [plain, asI]
  const views = all.filter((letters, index) => index === 0 || letters !== plain).map(view)
  return views.filter((one, index) => views.findIndex((other) => other.text === one.text) === index)
})

/** Where the characters `from` to `to` of a folded text stand in the original. */
export const spanOf = (
  { ends, starts }: Folded,
  from: number,
  to: number
): { readonly start: number; readonly end: number } => ({
  start: Number(starts[from]),
  end: Number(ends[to - 1])
})
