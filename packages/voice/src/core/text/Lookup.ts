/** Looking words up in the readings of a text: whole words only, but for letters that were set apart. */
import { mayMatch } from "./Anchors.ts"
import { spanOf } from "./Folding.ts"
import type { Folded } from "./Folding.ts"

export interface Found {
  /** Offsets into the original. */
  readonly start: number
  readonly end: number
  readonly text: string
}

const letter = "[\\p{L}\\p{N}]"
const bounded = new WeakMap<RegExp, RegExp>()

/** The pattern, from the beginning of a word to the end of one. Made once for each. */
const wordwise = (pattern: RegExp): RegExp => {
  const known = bounded.get(pattern)
  if (known !== undefined) return known
  const made = new RegExp(`(?<!${letter})(?:${pattern.source})(?!${letter})`, "gu")
  bounded.set(pattern, made)
  return made
}

const closed = new WeakMap<RegExp, RegExp>()

/** The pattern for text without gaps between its words. Made once for each. */
const gapless = (pattern: RegExp): RegExp => {
  const known = closed.get(pattern)
  if (known !== undefined) return known
  const made = new RegExp(pattern.source.replaceAll(" ", " ?"), pattern.flags)
  closed.set(pattern, made)
  return made
}

interface Match {
  readonly from: number
  readonly text: string
}

/** Among letters that were set apart the gaps between words are lost. */
const inside = ({ runs, text }: Folded, pattern: RegExp): ReadonlyArray<Match> =>
  runs.flatMap(([from, to]) =>
    Array.from(text.slice(from, to).matchAll(gapless(pattern)), (match) => ({
      from: from + match.index,
      text: match[0]
    }))
  )

/** Where `pattern` (global) matches as words of their own, in any of the readings, in the original's offsets. */
export const find = (folded: ReadonlyArray<Folded>, pattern: RegExp): ReadonlyArray<Found> => {
  const found = new Map<string, Found>()
  for (const reading of folded) {
    if (reading.runs.length === 0 && !mayMatch(reading, pattern)) continue
    const matches: Array<Match> = Array.from(reading.text.matchAll(wordwise(pattern)), (match) => ({
      from: match.index,
      text: match[0]
    }))
    if (reading.runs.length > 0) matches.push(...inside(reading, pattern))
    for (const { from, text } of matches) {
      if (text === "") continue
      const span = spanOf(reading, from, from + text.length)
      found.set(`${span.start}-${span.end}`, { ...span, text })
    }
  }
  return [...found.values()]
}
