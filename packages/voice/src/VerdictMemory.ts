/**
 * Verdicts on texts that were judged lately: a campaign sends one text to many people. A verdict rests on nothing but the
 * text and what it is held to, so one that was given is one that would be given.
 */
import { digestOf } from "@loopdrive/domain/Digest"
import type { Policy, Verdict } from "./core/Check.ts"
import * as Guardrail from "./core/guardrail/Guardrail.ts"

/** Texts under way at one time are few; a verdict is some kilobytes. */
const rememberedMost = 256

const voices = new WeakMap<object, string>()

/** A voice is held to by many texts before it changes: it is digested once. */
const digestOfVoice = (voice: Policy["voice"]): string => {
  const known = voices.get(voice)
  if (known !== undefined) return known
  const made = digestOf(voice)
  voices.set(voice, made)
  return made
}

/** The same for the same text and policy, and for no other. */
const keyOf = (text: string, { voice, ...rest }: Policy): string =>
  JSON.stringify([digestOfVoice(voice), Object.entries(rest).toSorted(([a], [b]) => (a < b ? -1 : 1)), text])

export const make = (judge: typeof Guardrail.guard = Guardrail.guard): typeof Guardrail.guard => {
  const remembered = new Map<string, Verdict>()
  return (text: string, policy: Policy): Verdict => {
    const asked = keyOf(text, policy)
    const known = remembered.get(asked)
    // Those that are asked for again stay longest.
    remembered.delete(asked)
    const verdict = known ?? judge(text, policy)
    remembered.set(asked, verdict)
    const [oldest] = remembered.size > rememberedMost ? remembered.keys() : []
    if (oldest !== undefined) remembered.delete(oldest)
    return verdict
  }
}
