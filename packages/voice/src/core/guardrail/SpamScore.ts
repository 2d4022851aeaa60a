/**
 * How much a text looks like spam, 0..1, and why. The parts are those that filters have long weighed (the tests of
 * Apache SpamAssassin's ruleset name the same: capitals, exclamation marks, links, money phrases).
 */
import { readings } from "../text/Folding.ts"
import { find } from "../text/Lookup.ts"
import type { Folded } from "../text/Folding.ts"
import { linksIn } from "../text/Links.ts"
import { wordsOf } from "../text/Sentences.ts"
import { phrases } from "./SpamPhrases.ts"

export interface Spam {
  readonly score: number
  /** Each 0..1. */
  readonly parts: {
    readonly linkDensity: number
    readonly capitals: number
    readonly exclamationMarks: number
    readonly triggerWords: number
    readonly repetition: number
  }
  readonly triggers: ReadonlyArray<string>
}

/** At this a text is spam ... */
export const blockedFrom = 0.6
/** ... and at this it is worth another look. */
export const warnedFrom = 0.35

/** How far each part alone can take the score. */
const reach = { linkDensity: 0.7, capitals: 0.65, exclamationMarks: 0.5, triggerWords: 0.95, repetition: 0.65 } as const

const share = (value: number): number => Math.min(1, Math.max(0, value))

/** One link is what a message is for; three in a few words are a list of bait. */
const linkDensity = (text: string, words: number): number => {
  const links = linksIn(text).length
  return links < 2 ? 0 : share(((links - 1) / 3) * share((links * 25) / Math.max(1, words)))
}

const capitals = (text: string): number => {
  const words = wordsOf(text.replace(/(?:https?:\/\/|www\.)\S+/g, "")).filter((word) => /\p{L}/u.test(word))
  const loud = words.filter((word) => word.length > 1 && /\p{Lu}/u.test(word) && word === word.toUpperCase())
  // Acronyms are capitals that nobody shouts.
  return loud.length < 3 ? 0 : share((loud.length / words.length - 0.3) / 0.4)
}

const exclamationMarks = (text: string, words: number): number => {
  const marks = text.match(/[!！¡❗]/gu)?.length ?? 0
  const runs = text.match(/[!！❗]{2,}/gu)?.length ?? 0
  return share((Math.max(0, marks - 2) / Math.max(8, words)) * 2 + runs * 0.3)
}

/** The same words again and again, or signs of money in a row. Numbers repeat by themselves: 0.0.0.0. */
const repetition = (text: string): number => {
  const words = wordsOf(text.toLowerCase()).filter((word) => /\p{L}/u.test(word))
  const doubled = words.filter(
    (word, index) =>
      index > 1 &&
      ((word === words[index - 1] && word === words[index - 2]) ||
        (word === words[index - 2] && words[index - 1] === words[index - 3]))
  ).length
  return share(doubled / 3 + (text.match(/[$€£]{2,}/gu)?.length ?? 0) * 0.4)
}

export const spamOf = (text: string, folded: ReadonlyArray<Folded> = readings(text)): Spam => {
  const words = wordsOf(text).length
  const heard = phrases.flatMap(({ pattern, weight }) => {
    const found = find(folded, pattern)
    return found.length === 0 ? [] : [{ weight, text: found[0]?.text ?? "" }]
  })
  const parts = {
    linkDensity: linkDensity(text, words),
    capitals: capitals(text),
    exclamationMarks: exclamationMarks(text, words),
    triggerWords: 1 - heard.reduce((left, { weight }) => left * (1 - weight), 1),
    repetition: repetition(text)
  }
  const left = (Object.keys(parts) as Array<keyof typeof parts>).reduce(
    (product, name) => product * (1 - parts[name] * reach[name]),
    1
  )
  return { score: 1 - left, parts, triggers: heard.map(({ text: phrase }) => phrase) }
}
