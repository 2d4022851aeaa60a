/**
 * What a reply wants and how it feels, by its words alone: what is known of it where no model is asked. A guess with
 * its confidence; commands of recipients are read before (`OptOutWords`), for they are no matter of opinion.
 */
import * as OptOutWords from "./OptOutWords.ts"
import * as ReplyLexicon from "./ReplyLexicon.ts"
import type { Intent } from "./ReplyLexicon.ts"

export type Sentiment = "positive" | "neutral" | "negative"

export interface Reading {
  readonly intent: Intent
  readonly sentiment: Sentiment
  /** 0 to 1: how far the intent stands out among the others. */
  readonly confidence: number
}

/** Enough of a reply to know what it wants; what is quoted below it is ours. */
const lettersMost = 2_000
const quoted = /\n\s*(?:>|on .{5,80} wrote:|le .{5,80} a ecrit|el .{5,80} escribio|am .{5,80} schrieb|-{3,})[\s\S]*$/iu

/** A negation reaches over the three words after it. */
const reach = 3

/** From about -1 to 1: valences of the words, turned by negations, over the root of their number (as VADER sums them). */
const moodOf = (text: string, words: ReadonlyArray<string>): number => {
  let sum = 0
  let negated = 0
  let factor = 1
  for (const word of words) {
    if (ReplyLexicon.negations.has(word)) {
      negated = reach
      continue
    }
    const value = ReplyLexicon.valence.get(word) ?? 0
    sum += (negated > 0 ? -value : value) * factor
    factor = ReplyLexicon.intensifiers.has(word) ? 1.5 : 1
    negated -= 1
  }
  sum += 2 * (text.match(ReplyLexicon.gladSigns)?.length ?? 0) - 2 * (text.match(ReplyLexicon.sadSigns)?.length ?? 0)
  return sum / Math.sqrt(sum * sum + 15)
}

const sentimentOf = (mood: number): Sentiment => (mood > 0.2 ? "positive" : mood < -0.2 ? "negative" : "neutral")

/** "Not interested" is found by its own cue, and must not count for its opposite too. */
const isNegated = (words: string, cue: ReplyLexicon.Cue): boolean => {
  const before = words.slice(0, words.search(cue.pattern)).trim().split(" ").slice(-2)
  return before.some((word) => ReplyLexicon.negations.has(word) || word === "t")
}

/** At equal weight the first one holds: what must not be overlooked before what is pleasant to hear. */
const order: ReadonlyArray<Intent> = [
  "opt_out",
  "wrong_person",
  "objection",
  "not_now",
  "question",
  "interested",
  "thanks"
]

const weigh = (text: string, joined: string): ReadonlyMap<Intent, number> => {
  const weights = new Map<Intent, number>()
  const add = (intent: Intent, weight: number) => weights.set(intent, (weights.get(intent) ?? 0) + weight)
  for (const cue of ReplyLexicon.cues) {
    if (!cue.pattern.test(joined)) continue
    if (cue.intent === "interested" && isNegated(joined, cue)) continue
    add(cue.intent, cue.weight)
  }
  if (text.includes("?") || text.includes("？")) add("question", 3)
  return weights
}

/** Reads a reply; an empty one is `other` and neutral, with no confidence. */
export const read = (reply: string): Reading => {
  const text = reply.slice(0, lettersMost).replace(quoted, "")
  const words = OptOutWords.wordsOf(text)
  const sentiment = sentimentOf(moodOf(text, words))
  if (OptOutWords.read(text) === "stop") return { intent: "opt_out", sentiment, confidence: 1 }
  const weights = weigh(text, ` ${words.join(" ")} `)
  let total = 0
  for (const weight of weights.values()) total += weight
  let best: readonly [Intent, number] = ["other", 0]
  for (const intent of order) {
    const weight = weights.get(intent) ?? 0
    if (weight > best[1]) best = [intent, weight]
  }
  return { intent: best[0], sentiment, confidence: Math.round((best[1] / (total + 1)) * 100) / 100 }
}
