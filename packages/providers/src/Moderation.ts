/**
 * The port that judges whether a text may offend or harm. Used by the guardrails. Implemented by `OpenAiModeration.ts`;
 * where no key is set, `NoModel.ts` says so, and whoever asks must judge otherwise.
 */
import { Context } from "effect"
import type { Effect } from "effect"
import type { ModelUnavailable } from "./ModelFailure.ts"

export interface Judged {
  readonly flagged: boolean
  /** 0 to 1, of the category that scored highest. */
  readonly score: number
  /** Those that flagged the text, worst first, as the vendor names them. */
  readonly categories: ReadonlyArray<string>
}

export interface Service {
  readonly source: "openai" | "none"
  /** One judgement per text, in their order. */
  readonly judge: (
    workspaceId: string,
    texts: ReadonlyArray<string>
  ) => Effect.Effect<ReadonlyArray<Judged>, ModelUnavailable>
}

export class Moderation extends Context.Service<Moderation, Service>()("@loopdrive/providers/Moderation") {}
