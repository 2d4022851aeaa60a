/**
 * The guardrails of `core/guardrail/Guardrail.ts` with a moderation service where there is one. One that does not answer is not
 * passed over: marketing is blocked until it does.
 */
import { Moderation } from "@loopdrive/providers/Moderation"
import type { Judged } from "@loopdrive/providers/Moderation"
import * as Context from "effect/Context"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import type { Policy, Verdict } from "./core/Check.ts"
import * as Guardrail from "./core/guardrail/Guardrail.ts"
import * as VerdictMemory from "./VerdictMemory.ts"

/** What a text is held to, apart from what a moderation service thinks of it. */
export type Rules = Omit<Policy, "moderation">

export interface Examined {
  readonly text: string
  readonly rules: Rules
}

/** What the vendor flagged blocks, however sure it was. */
const flaggedScore = 0.9

const scoreOf = ({ flagged, score }: Judged): number => (flagged ? Math.max(score, flaggedScore) : score)

export class Guarding extends Context.Service<
  Guarding,
  {
    /** One verdict per text, in their order. */
    readonly check: (workspaceId: string, texts: ReadonlyArray<Examined>) => Effect.Effect<ReadonlyArray<Verdict>>
    /** By the lexicon, for words of our own composing: no service is asked. */
    readonly checkHere: (text: string, rules: Rules) => Verdict
  }
>()("@loopdrive/voice/Guarding") {
  static readonly layer: Layer.Layer<Guarding, never, Moderation> = Layer.effect(
    Guarding,
    Effect.map(Moderation, (moderation) => {
      const guard = VerdictMemory.make()
      const judged = Effect.fnUntraced(function* (workspaceId: string, texts: ReadonlyArray<Examined>) {
        const words = texts.map(({ text }) => text)
        const scores = yield* moderation.judge(workspaceId, words).pipe(
          Effect.map((all) => all.map(scoreOf)),
          Effect.catch((failure) =>
            Effect.as(Effect.logWarning("the moderation service did not answer", failure), undefined)
          )
        )
        return texts.map(({ rules, text }, n) => guard(text, { ...rules, moderation: scores?.[n] ?? "unavailable" }))
      })
      return Guarding.of({
        check: Effect.fn("Guarding.check")(function* (workspaceId, texts) {
          if (moderation.source === "none") return texts.map(({ rules, text }) => guard(text, rules))
          const verdicts = yield* judged(workspaceId, texts)
          const left = texts.flatMap(({ rules }, n) => {
            const text = verdicts[n]?.redacted
            return text === undefined ? [] : [{ text, rules }]
          })
          // What was left of a text was chosen by the lexicon; it must pass the service, too.
          const again = left.length === 0 ? [] : yield* judged(workspaceId, left)
          const passing = new Set(left.filter((_, n) => again[n]?.safe === true).map(({ text }) => text))
          return verdicts.map(({ redacted, ...verdict }) =>
            redacted !== undefined && passing.has(redacted) ? { ...verdict, redacted } : verdict
          )
        }),
        checkHere: (text, rules) => Guardrail.guard(text, rules)
      })
    })
  )
}
