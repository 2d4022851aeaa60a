/** Which way of speaking a voice has: the slider that stands out most. */
import type { BrandVoice } from "@loopdrive/domain/Voice"
import type { Register } from "./phrases/Manners.ts"

/** A slider must be at least this far up to colour what is said. */
const heardFrom = 65

export const registerOf = ({ tone }: BrandVoice): Register => {
  const candidates: ReadonlyArray<readonly [Register, number]> = [
    ["formal", tone.formal],
    ["playful", tone.playful],
    ["warm", tone.empathetic],
    ["confident", tone.confident],
    ["technical", tone.technical]
  ]
  const loudest = candidates.reduce((best, one) => (one[1] > best[1] ? one : best))
  return loudest[1] >= heardFrom ? loudest[0] : "plain"
}

/** Whether the voice contracts its verbs: we're, don't. */
export const contracts = ({ tone }: BrandVoice): boolean => tone.formal < 50
