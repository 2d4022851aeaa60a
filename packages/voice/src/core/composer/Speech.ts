/**
 * Our own phrases as one message says them: in the brand's words, as simple as was asked, of nothing that is not there, and
 * none that repeats what the message says already.
 */
import { contracted } from "./phrases/Manners.ts"
import { gradeOf } from "../text/Readability.ts"
import { contracts } from "./Register.ts"
import { sentencesOf } from "../text/Sentences.ts"
import type { BrandVoice } from "../BrandVoice.ts"
import { competitorsIn, forbiddenIn, inOwnWords } from "../Vocabulary.ts"

/** What a message has that a phrase can speak of. */
export interface Manner {
  readonly voice: BrandVoice
  /** What the turns begin with. */
  readonly seed: number
  /** The highest grade that is asked for, where one is. */
  readonly grade: number | undefined
  /** Whether something was given that "it" and "this" can mean. */
  readonly isAboutSomething: boolean
  readonly hasLink: boolean
}

export interface Speech {
  /** The `turn`-th of the pool, or the next of it that can be said. */
  readonly say: (pool: ReadonlyArray<string>, turn: number) => string | undefined
  /** Takes note of what the message says. */
  readonly hear: (text: string) => void
  /** Whether four words in a row have been heard. */
  readonly repeats: (text: string) => boolean
  /** How many of the subjects of a text have been spoken of. */
  readonly echoes: (text: string) => number
}

/** Up to this grade the simplest phrases are taken, from the other on the richest. */
const simpleTo = 8
const richFrom = 12
/** So many of a pool are left to choose from at least: three variants differ. */
const choiceLeast = 3

const bare = (phrase: string): string => phrase.replace(/^\+{1,2}/, "")

const isSayable = (phrase: string, { hasLink, isAboutSomething }: Manner): boolean =>
  phrase.startsWith("++") ? hasLink : !phrase.startsWith("+") || isAboutSomething || hasLink

const graded = (pool: ReadonlyArray<string>, grade: number): ReadonlyArray<string> => {
  const rising = pool
    .map((phrase) => ({ phrase, grade: gradeOf(phrase) }))
    .toSorted((left, right) => left.grade - right.grade || left.phrase.length - right.phrase.length)
  const most = Math.max(choiceLeast, Math.ceil(pool.length * 0.6))
  const within = rising.filter((one) => one.grade <= grade)
  const kept = grade >= richFrom ? rising.slice(-most) : within.length === 0 ? rising.slice(0, 1) : within
  return (grade <= simpleTo ? kept.slice(0, most) : grade >= richFrom ? kept.toReversed() : kept).map(
    ({ phrase }) => phrase
  )
}

const chosen = new WeakMap<ReadonlyArray<string>, Map<string, ReadonlyArray<string>>>()

/** Those of a pool that can be said at all; the pools are few and last as long as the program. */
const choiceOf = (pool: ReadonlyArray<string>, manner: Manner): ReadonlyArray<string> => {
  const known = chosen.get(pool) ?? new Map<string, ReadonlyArray<string>>()
  chosen.set(pool, known)
  const key = `${manner.isAboutSomething} ${manner.hasLink} ${manner.grade ?? ""}`
  const found = known.get(key)
  if (found !== undefined) return found
  const there = pool.filter((phrase) => isSayable(phrase, manner)).map(bare)
  const made = manner.grade === undefined ? there : graded(there, manner.grade)
  known.set(key, made)
  return made
}

const long: ReadonlyArray<readonly [RegExp, string]> = [
  [/\bwon't\b/g, "will not"],
  [/\bcan't\b/g, "can not"],
  [/\bcannot\b/g, "can not"],
  [/\blet's\b/g, "let us"],
  [/n't\b/g, " not"],
  [/'re\b/g, " are"],
  [/'ve\b/g, " have"],
  [/'ll\b/g, " will"],
  [/'d\b/g, " would"],
  [/(?<=\b(?:it|that|there|here|what))'s\b/g, " is"]
]

const wordsOf = (text: string): ReadonlyArray<string> =>
  long
    .reduce((written, [short, whole]) => written.replace(short, whole), text.toLowerCase().replaceAll("’", "'"))
    .match(/[\p{L}\p{N}']+/gu) ?? []

/** Every four words in a row of one sentence. */
const rowsOf = (text: string): ReadonlyArray<string> =>
  sentencesOf(text).flatMap(({ text: sentence }) => {
    const words = wordsOf(sentence)
    return words.slice(3).map((_, at) => words.slice(at, at + 4).join(" "))
  })

/** Words that every message has. */
const common = new Set(
  "about answer anything because could does ever first from glad good have here just know like look make more much need nothing only other over right send simply some something than that their them then there these they thing things this time want what whatever when where whether which will with would write your".split(
    " "
  )
)
const subjectsOf = (text: string): ReadonlyArray<string> =>
  wordsOf(text)
    .filter((word) => word.length > 3 && !common.has(word))
    .map((word) => word.replace(/s$/, "").slice(0, 5))

/** As the voice says a phrase, or undefined where it must not; remembered for as long as the voice is. */
const worded = new WeakMap<BrandVoice, Map<string, string | undefined>>()

const inVoice = (phrase: string, voice: BrandVoice): string | undefined => {
  const known = worded.get(voice) ?? new Map<string, string | undefined>()
  worded.set(voice, known)
  if (known.has(phrase)) return known.get(phrase)
  // Replaced first: who says "the team" instead of "we" does not say "the team've".
  const own = inOwnWords(phrase, voice)
  const spoken = contracts(voice) ? contracted(own) : own
  const isAllowed = forbiddenIn(spoken, voice).length === 0 && competitorsIn(spoken, voice).length === 0
  const made = spoken !== "" && isAllowed ? spoken : undefined
  known.set(phrase, made)
  return made
}

export const make = (manner: Manner): Speech => {
  const rows = new Set<string>()
  const subjects = new Set<string>()
  const repeats = (text: string): boolean => rowsOf(text).some((row) => rows.has(row))
  const hear = (text: string): void => {
    for (const row of rowsOf(text)) rows.add(row)
    for (const subject of subjectsOf(text)) subjects.add(subject)
  }
  return {
    repeats,
    hear,
    echoes: (text) => subjectsOf(text).filter((subject) => subjects.has(subject)).length,
    say: (pool, turn) => {
      const from = choiceOf(pool, manner)
      // Where a level is asked for, the first message has what suits it best.
      const isRanked = manner.grade !== undefined && (manner.grade <= simpleTo || manner.grade >= richFrom)
      const first = isRanked ? turn - manner.seed : turn
      for (let step = 0; step < from.length; step++) {
        const phrase = inVoice(from[(first + step) % from.length] ?? "", manner.voice)
        if (phrase === undefined || repeats(phrase)) continue
        hear(phrase)
        return phrase
      }
      return undefined
    }
  }
}
