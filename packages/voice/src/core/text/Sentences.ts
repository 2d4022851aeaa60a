/** Where the sentences of a text begin and end. */

export interface Sentence {
  /** UTF-16 offsets; the white space after it belongs to none. */
  readonly start: number
  readonly end: number
  readonly text: string
}

/** Words with a dot that end nothing. */
const abbreviation = /(?:^|[\s(])(?:mr|mrs|ms|dr|prof|st|no|vs|e\.g|i\.e|etc|inc|ltd|jr|sr|approx|fig|\p{L})\.$/iu

/** Ended by . ! ? or … before white space, and by every line break. */
export const sentencesOf = (text: string): ReadonlyArray<Sentence> => {
  const sentences: Array<Sentence> = []
  let start = 0
  const take = (end: number): void => {
    const whole = text.slice(start, end)
    const trimmed = whole.trim()
    if (trimmed !== "") {
      const from = start + whole.indexOf(trimmed)
      sentences.push({ start: from, end: from + trimmed.length, text: trimmed })
    }
    start = end
  }
  for (const match of text.matchAll(/(?<![.!?…])[.!?…]+["'”’)]*(?=\s|$)|\n+/gu)) {
    const end = match.index + match[0].length
    if (match[0] === "." && abbreviation.test(text.slice(Math.max(start, end - 12), end)) && end < text.length) continue
    take(end)
  }
  take(text.length)
  return sentences
}

/** With the capital that a sentence begins with. */
export const capital = (text: string): string => `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`

/** Words: letters and digits, with apostrophes and hyphens inside. */
export const wordsOf = (text: string): ReadonlyArray<string> =>
  text.match(/[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*/gu) ?? []
