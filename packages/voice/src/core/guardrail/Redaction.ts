/** What is left of a text when all that must not leave is taken out. */
import type { Finding } from "../Check.ts"
import { sentencesOf } from "../text/Sentences.ts"

/** What redacting asks about a candidate. `Guardrail` answers. */
export interface Judge {
  readonly safe: (text: string) => boolean
  /** Whether it is short enough, and says something. */
  readonly length: (text: string) => boolean
  /** 0..1 */
  readonly spam: (text: string) => number
  /** Whether it is still worth sending where only the words go; of an insult, what is left still is one. */
  readonly maskable: (text: string) => boolean
  /** What costs the sentence it stands in, and what is only put another way. */
  readonly findings: (text: string) => {
    readonly spoiling: ReadonlyArray<Finding>
    readonly mendable: ReadonlyArray<Finding>
  }
}

const overlaps = (
  a: { readonly start: number; readonly end: number },
  b: { readonly start: number; readonly end: number }
) => a.start < b.end && b.start < a.end

/** The text without some of its stretches, with the space they leave closed. */
const without = (text: string, stretches: ReadonlyArray<{ readonly start: number; readonly end: number }>): string => {
  let kept = ""
  let from = 0
  for (const { end, start } of stretches.toSorted((a, b) => a.start - b.start)) {
    if (start > from) kept += text.slice(from, start)
    from = Math.max(from, end)
  }
  return `${kept}${text.slice(from)}`
    .replace(/[ \t]{2,}/g, " ")
    .replace(/ *\n */g, "\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim()
}

const mended = (text: string, findings: ReadonlyArray<Finding>): string => {
  let written = text
  let before = Number.POSITIVE_INFINITY
  for (const { end, replacement, start } of findings.toSorted((a, b) => b.start - a.start || b.end - a.end)) {
    if (end > before) continue
    const capital = /^\p{Lu}/u.test(text.slice(start, end)) && !replacement.startsWith("[")
    const word = capital ? `${replacement.slice(0, 1).toUpperCase()}${replacement.slice(1)}` : replacement
    written = `${written.slice(0, start)}${word}${written.slice(end)}`
    before = start
  }
  return written
}

/** Whole sentences from the front, as many as fit. */
const shortened = (text: string, fits: (text: string) => boolean): string => {
  const sentences = sentencesOf(text)
  const ends = [0, ...sentences.map(({ end }) => end)]
  let [low, high] = [0, sentences.length]
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if (fits(text.slice(0, ends[middle]))) low = middle
    else high = middle - 1
  }
  return text.slice(0, ends[low])
}

/** The sentences most like spam go first, a quarter of them at a time, until the rest is not. */
const calmed = (text: string, judge: Judge): string => {
  let left = text.replace(/([!?])[!?]+/g, "$1")
  while (left !== "" && !judge.safe(left)) {
    const worst = sentencesOf(left)
      .map((sentence) => ({ sentence, spam: judge.spam(sentence.text) }))
      .toSorted((a, b) => b.spam - a.spam)
    left = without(
      left,
      worst.slice(0, Math.max(1, Math.floor(worst.length / 4))).map(({ sentence }) => sentence)
    )
  }
  return left
}

/** What stands where something was that has no better word. */
const removed = "[removed]"

/** Only what was found taken out of its sentence: for a text that has no other. */
const masked = (text: string, judge: Judge): string => {
  let left = text
  for (let round = 0; round < 5 && !judge.safe(left); round++) {
    const { mendable, spoiling } = judge.findings(left)
    const marked = spoiling.map((finding) => ({ ...finding, replacement: removed }))
    if (marked.length + mendable.length === 0) break
    left = mended(left, merged([...marked, ...mendable]))
  }
  return left
}

/** Findings that overlap are one, from the first's start to the last's end. */
const merged = (findings: ReadonlyArray<Finding>): ReadonlyArray<Finding> => {
  const joined: Array<Finding> = []
  for (const finding of findings.toSorted((a, b) => a.start - b.start)) {
    const last = joined.at(-1)
    if (last === undefined || finding.start >= last.end) joined.push(finding)
    else joined[joined.length - 1] = { ...last, end: Math.max(last.end, finding.end) }
  }
  return joined
}

/** Whether something is said besides that something was taken out. */
const sayable = (text: string): boolean =>
  (text.replaceAll(/\[[a-z ]*removed\]/g, "").match(/\p{L}{2,}/gu)?.length ?? 0) >= 2

/**
 * A text that `judge` calls safe, or undefined when nothing sayable is left. Sentences that are spoiled go; where that
 * leaves nothing, only the words do, where that leaves something fit to be read.
 */
export const redact = (text: string, judge: Judge): string | undefined => {
  const whole = ofSentences(text, judge)
  if (whole !== undefined) return whole
  if (!judge.maskable(text)) return undefined
  const left = masked(text, judge).replace(/\b(Hi|Hello|Hey|Dear) \[removed\]/g, "$1")
  const short = judge.length(left) ? left : shortened(left, judge.length)
  return sayable(short) && judge.safe(short) ? short : undefined
}

const ofSentences = (text: string, judge: Judge): string | undefined => {
  let left = text
  // Taking something out can bring two halves of something else together; each round only shortens or replaces.
  for (let round = 0; round < 5 && left !== "" && !judge.safe(left); round++) {
    const { mendable, spoiling } = judge.findings(left)
    if (spoiling.length + mendable.length === 0) break
    const lost = sentencesOf(left).filter((sentence) => spoiling.some((finding) => overlaps(finding, sentence)))
    left = lost.length > 0 ? without(left, lost) : mended(left, mendable)
  }
  const short = judge.length(left) ? left : shortened(left, judge.length)
  const calm = judge.safe(short) ? short : calmed(short, judge)
  return calm.trim() !== "" && judge.safe(calm) ? calm : undefined
}
