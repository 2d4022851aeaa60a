/** What an objective means to the local composer: one of the eight, another occasion, or anything at all. */
import { ObjectiveType } from "@loopdrive/domain/Voice"
import * as Schema from "effect/Schema"
import { occasions, themes } from "../phrases/Occasions.ts"
import type { Purpose, Theme } from "../phrases/Purposes.ts"
import { purposes } from "../phrases/Purposes.ts"

/** The objective under which words stand that go with any. */
export const general = "general"

const isObjective = Schema.is(ObjectiveType)

/** What can be said for `objective`, which may be any text. */
export const purposeOf = (objective: string): Purpose => {
  const words = objective.trim().toLowerCase()
  if (isObjective(words)) return purposes[words]
  const plain = words.replace(/[^\p{L}\p{N}]+/gu, " ")
  // "Annual review invitation" invites; what it invites to comes second.
  const last = /\binvit\w*$/.exec(plain.trim())?.[0]
  const found = occasions.find(({ named }) => named.test(last ?? plain))
  // Who is reminded of an event is invited already.
  const isReminded = found?.named.test("event") === true && /\bremind/.test(plain)
  const occasion = isReminded ? occasions.find(({ named }) => named.test("reminder")) : found
  if (occasion === undefined) {
    const theme: Theme = themes.find(([pattern]) => pattern.test(plain))?.[1] ?? "general"
    return purposes[theme]
  }
  const { bodies, direct, isTransactional = false, openings, questions, subjects } = occasion
  // Direct calls that fit every occasion; what it asks, gently or not, is its own.
  return {
    isOccasion: true,
    isTransactional,
    subjects,
    openings,
    bodies,
    asks: {
      ...purposes.general.asks,
      ...(direct === undefined ? {} : { direct, value: direct }),
      soft: questions,
      question: questions
    }
  }
}
