/**
 * Verdicts on texts that were judged lately: a campaign sends one text to many people. A verdict rests on nothing but the
 * text and what it is held to, so one that was given is one that would be given.
 */
import { digestOf } from "@loopdrive/domain/Digest"
import type { Policy, Verdict } from "./core/Check.ts"
import * as Guardrail from "./core/Guardrail.ts"

/** Texts under way at one time are few; a verdict is some kilobytes. */
const rememberedMost = 256

export const make = (judge: typeof Guardrail.guard = Guardrail.guard): typeof Guardrail.guard => {
  const remembered = new Map<string, Verdict>()
  return (text: string, policy: Policy): Verdict => {
    const asked = digestOf([text, policy])
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
