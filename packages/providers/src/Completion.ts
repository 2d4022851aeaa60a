/**
 * The port that asks a language model for an answer of a given shape. Used by whatever composes. Implemented by
 * `OpenAiCompletion.ts`; where no key is set, `NoModel.ts` says so.
 */
import { Context } from "effect"
import type { Effect, Schema } from "effect"
import type { ModelFailure } from "./ModelFailure.ts"

export interface CompletionRequest<A> {
  /** On whose account. */
  readonly workspaceId: string
  /** What the answer is called, in letters, digits and underscores. */
  readonly name: string
  /** The shape of the answer; its root is a struct. */
  readonly answer: Schema.ConstraintCodec<A, unknown>
  /** Instructions. */
  readonly system: string
  /** What to work on. */
  readonly user: string
  /** The answer is cut off here, and then a failure. */
  readonly outputTokensMost: number
}

export interface Completed<A> {
  readonly value: A
  /** As the vendor names it. */
  readonly model: string
  readonly inputTokens: number
  readonly outputTokens: number
}

export interface Service {
  /** `none`: there is no model, and every call fails with `not_configured`. */
  readonly source: "openai" | "none"
  readonly model: string
  readonly complete: <A>(request: CompletionRequest<A>) => Effect.Effect<Completed<A>, ModelFailure>
}

export class Completion extends Context.Service<Completion, Service>()("@loopdrive/providers/Completion") {}
