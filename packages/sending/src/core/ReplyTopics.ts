/** What a reply says about a person's interests: topics it names, and the one that it answers. Only where that is clear. */
import type { Reading } from "./ReplyIntent.ts"
import * as OptOutWords from "./OptOutWords.ts"

export interface Weighed {
  readonly name: string
  /** 0 to 1. */
  readonly weight: number
}

/** How far one reply moves a weight towards everything or nothing. */
const step = 0.25

const moved = (weight: number, { intent, sentiment }: Reading): number | undefined => {
  if (intent === "interested" || (intent === "question" && sentiment !== "negative"))
    return weight + (1 - weight) * step
  if (intent === "objection" || intent === "opt_out") return weight * (1 - step)
  return undefined
}

/** At least three letters: shorter names stand in every sentence. */
const names = (text: string, topic: string): boolean => {
  const words = OptOutWords.wordsOf(topic).join(" ")
  return words.length >= 3 && ` ${OptOutWords.wordsOf(text).join(" ")} `.includes(` ${words} `)
}

/** `known`: the person's topics; `answered`: the topic of the message it answers. */
export const weigh = (
  text: string,
  reading: Reading,
  known: ReadonlyArray<Weighed>,
  answered: unknown
): ReadonlyArray<Weighed> => {
  const topic = typeof answered === "string" && answered.trim() !== "" ? answered.trim().slice(0, 200) : undefined
  const isKnown = known.some(({ name }) => name.toLowerCase() === topic?.toLowerCase())
  const all = topic === undefined || isKnown ? known : [...known, { name: topic, weight: 0.5 }]
  return all.flatMap(({ name, weight }) => {
    if (name.toLowerCase() !== topic?.toLowerCase() && !names(text, name)) return []
    const next = moved(weight, reading)
    return next === undefined ? [] : [{ name, weight: Math.round(next * 100) / 100 }]
  })
}
