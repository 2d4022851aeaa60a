/**
 * Sentences by what they do, not by one phrase: a rule names what must be heard together (who, does what, to whom), in
 * any order, and what would make it harmless. Patterns meet folded text and stay within a sentence, or two.
 */
import { mayMatch } from "../text/Anchors.ts"
import { readings } from "../text/Folding.ts"
import type { Folded } from "../text/Folding.ts"
import { sentencesOf } from "../text/Sentences.ts"

export interface Meaning<Label extends string = string> {
  readonly label: Label
  /** All of them are heard. */
  readonly all: ReadonlyArray<RegExp>
  /** And this is not. */
  readonly unless?: RegExp
  /** How many neighbouring sentences they may stand in. */
  readonly reach: 1 | 2
}

export interface Heard<Label extends string> {
  readonly start: number
  readonly end: number
  readonly label: Label
}

const made = new Map<string, RegExp>()

/** Rules that listen for the same share its pattern: it is looked up once in a text. */
const shared = (source: string): RegExp => {
  const known = made.get(source)
  if (known !== undefined) return known
  const pattern = new RegExp(`\\b(?:${source})(?![a-z0-9])`)
  made.set(source, pattern)
  return pattern
}

/** Words in between, at most so many. */
export const some = (most: number): string => `(?: [^ .!?]{1,24}){0,${most}}?`

/** Rules of one label; what is to be heard is bounded by words. */
export const meaning = <Label extends string>(
  label: Label,
  reach: 1 | 2,
  all: ReadonlyArray<string>,
  unless?: string
): Meaning<Label> => ({
  label,
  reach,
  all: all.map(shared),
  ...(unless === undefined ? {} : { unless: new RegExp(`(?:${unless})`) })
})

const means = ({ all, unless }: Meaning, text: string): boolean =>
  all.every((part) => part.test(text)) && unless?.test(text) !== true

/** Longer than any sentence somebody reads: the rest of it is a sentence of its own. */
const longest = 400

interface Stretch {
  readonly start: number
  readonly end: number
  readonly text: string
}

const stretchesOf = (text: string): ReadonlyArray<Stretch> =>
  sentencesOf(text).flatMap((sentence) => {
    if (sentence.text.length <= longest) return [sentence]
    const pieces: Array<Stretch> = []
    for (let at = 0; at < sentence.text.length; at += longest) {
      const piece = sentence.text.slice(at, at + longest)
      pieces.push({ start: sentence.start + at, end: sentence.start + at + piece.length, text: piece })
    }
    return pieces
  })

/** Looked for only where all the words stand that are needed. */
const couldMean = (all: ReadonlyArray<RegExp>, reading: Folded): boolean =>
  all.every((part) => mayMatch(reading, part)) && all.every((part) => part.test(reading.text))

/** Where the text means one of the rules: whole sentences, in the original's offsets. */
export const meaningsIn = <Label extends string>(
  text: string,
  folded: ReadonlyArray<Folded>,
  rules: ReadonlyArray<Meaning<Label>>
): ReadonlyArray<Heard<Label>> => {
  const heard = rules.filter(({ all }) => folded.some((reading) => couldMean(all, reading)))
  if (heard.length === 0) return []
  const stretches = stretchesOf(text)
  const folds = stretches.map((stretch) => readings(stretch.text).map((reading) => reading.text))
  return stretches.flatMap(({ end, start }, index) => {
    const own = folds[index] ?? []
    const next = folds[index + 1] ?? []
    const wide = next.length === 0 ? own : [`${own[0]} ${next[0]}`, `${own.at(-1)} ${next.at(-1)}`]
    return heard.flatMap((rule) => {
      if (own.some((reading) => means(rule, reading))) return [{ start, end, label: rule.label }]
      if (rule.reach === 1 || !wide.some((reading) => means(rule, reading))) return []
      // Either sentence would be enough on its own: then it is that one's.
      return next.some((reading) => means(rule, reading))
        ? []
        : [{ start, end: stretches[index + 1]?.end ?? end, label: rule.label }]
    })
  })
}
