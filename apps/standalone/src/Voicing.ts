/** The voice of a brand as the ports of sending know it: who writes, and who reads what is to leave. */
import { Composer, Guardrails, NotChecked, NotComposed } from "@loopdrive/sending/Composer"
import type { Checked, Wanted } from "@loopdrive/sending/Composer"
import * as Legible from "@loopdrive/sending/Legible"
import { SpamScore } from "@loopdrive/sending/LintFacts"
import type { ComposeFailure } from "@loopdrive/voice/Composing"
import { spamOf } from "@loopdrive/voice/Published"
import type { BadRequest } from "@loopdrive/voice/Published"
import { Voice } from "@loopdrive/voice/Voice"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"

/** What passes, and what would be said again. */
const failureOf = (failure: ComposeFailure | BadRequest): NotComposed => {
  switch (failure._tag) {
    case "SqlError":
    case "IdempotencyConflict":
      return new NotComposed({ error: failure._tag, again: true })
    case "NothingSafe":
      return new NotComposed({ error: `nothing safe: ${failure.violations.join("; ")}`, again: false })
    case "BadRequest":
      return new NotComposed({ error: `${failure.field} ${failure.reason}`, again: false })
    default:
      return new NotComposed({ error: failure._tag, again: false })
  }
}

const composer = Layer.effect(
  Composer,
  Effect.map(Voice, (voice) => ({
    compose: (wanted: Wanted) =>
      voice
        .compose({
          workspaceId: wanted.workspaceId,
          personId: wanted.personId,
          brandId: wanted.brandId,
          channel: wanted.channel,
          objective: wanted.objective,
          constraints: wanted.channel === "email" ? {} : { maxChars: wanted.charactersMost },
          context: { ...wanted.context, ...(wanted.violations.length === 0 ? {} : { avoid: wanted.violations }) },
          draft: undefined
        })
        .pipe(
          Effect.map(({ body, htmlVariants, meta, metadata, subjectLines }) => ({
            subject: wanted.subject ?? subjectLines[0],
            text: body,
            html: htmlVariants[0],
            trail: { ...meta, snippetsUsed: metadata.snippetsUsed }
          })),
          Effect.mapError(failureOf)
        )
  }))
)

const guardrails = Layer.effect(
  Guardrails,
  Effect.map(Voice, (voice) => ({
    check: Effect.fnUntraced(
      function* ({ brandId, channel, charactersMost, purpose, workspaceId, ...said }: Checked) {
        const asked = {
          channel,
          purpose,
          // What the law asks for beside the words is added as it leaves.
          stage: "draft" as const,
          maxChars: channel === "sms" ? charactersMost : undefined
        }
        const read = ({ text, weighed }: Legible.Piece) =>
          voice.guard(workspaceId, { ...asked, text, brandId }).pipe(
            // A brand that is not known here has no rules of its own: the default one's hold.
            Effect.catchTag("BrandNotFound", () => voice.guard(workspaceId, { ...asked, text, brandId: undefined })),
            Effect.map(({ violations }) => violations.filter((one) => weighed || !one.startsWith("spam_score")))
          )
        const found = yield* Effect.forEach(Legible.pieces(said), read, { concurrency: 4 })
        const violations = [...new Set(found.flat())]
        return { safe: violations.length === 0, violations }
      },
      Effect.mapError((error) => new NotChecked({ error: error._tag }))
    )
  }))
)

/** Filters weigh the beginning of a message; nobody reads a book's worth of it. */
const spamLettersMost = 20_000

/** The messages of a campaign have one text. Texts of which the score is remembered, at most. */
const scoresMost = 256

/** The guardrails' score, over the subject as well: that is what filters read first. */
export const spamScore = Layer.sync(SpamScore, () => {
  const scores = new Map<string, number>()
  const scoreOf = (text: string): number => {
    const known = scores.get(text)
    if (known !== undefined) return known
    const { score } = spamOf(text)
    if (scores.size >= scoresMost) scores.clear()
    scores.set(text, score)
    return score
  }
  return {
    of: ({ subject = "", text }) => Effect.sync(() => scoreOf(`${subject}\n${text}`.slice(0, spamLettersMost)))
  }
})

export const layer = Layer.merge(composer, guardrails)
