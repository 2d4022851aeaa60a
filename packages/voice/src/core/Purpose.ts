/** What an objective means to the local composer: one of the eight, an occasion near to one, or anything at all. */
import { ObjectiveType } from "@loopdrive/domain/Voice"
import * as Schema from "effect/Schema"
import { occasions, themes } from "./phrases/Occasions.ts"
import type { Purpose, Theme } from "./phrases/Purposes.ts"
import { purposes } from "./phrases/Purposes.ts"

const isObjective = Schema.is(ObjectiveType)

/** What can be said for `objective`, which may be any text. */
export const purposeOf = (objective: string): Purpose => {
  const words = objective.trim().toLowerCase()
  if (isObjective(words)) return purposes[words]
  const plain = words.replace(/[^\p{L}\p{N}]+/gu, " ")
  const occasion = occasions.find(({ named }) => named.test(plain))
  const theme: Theme = occasion?.near ?? themes.find(([pattern]) => pattern.test(plain))?.[1] ?? "general"
  const near = purposes[theme]
  if (occasion === undefined) return near
  const {
    bodies = near.bodies,
    openings = near.openings,
    questions = near.asks.question,
    subjects = near.subjects
  } = occasion
  // A near theme's direct calls may speak of something else; its questions are the occasion's own.
  return { subjects, openings, bodies, asks: { ...purposes.general.asks, question: questions } }
}
