/**
 * The port that reads what somebody wrote back: what they want and how they feel. Implemented by
 * `OpenAiClassification.ts`; where no key is set, `NoModel.ts` says so.
 */
import { Context, Schema } from "effect"
import type { Effect } from "effect"
import type { ModelFailure } from "./ModelFailure.ts"

export const Intent = Schema.Literals([
  "interested",
  "meeting",
  "question",
  "objection",
  "not_now",
  "unsubscribe",
  "complaint",
  "out_of_office",
  "other"
])
export type Intent = typeof Intent.Type

export const Sentiment = Schema.Literals(["positive", "neutral", "negative"])

export const Classified = Schema.Struct({
  intent: Intent,
  sentiment: Sentiment,
  /** 0 to 1, the model's own. */
  confidence: Schema.Finite.check(Schema.isBetween({ minimum: 0, maximum: 1 }))
})
export type Classified = typeof Classified.Type

export interface Service {
  readonly source: "openai" | "none"
  readonly classify: (workspaceId: string, text: string) => Effect.Effect<Classified, ModelFailure>
}

export class Classification extends Context.Service<Classification, Service>()("@loopdrive/providers/Classification") {}
