/**
 * The port that turns texts into vectors. Used by whatever remembers and searches texts. Implemented by
 * `OpenAiEmbedding.ts` and by `LocalEmbedding.ts`, which needs no vendor.
 *
 * Vectors of different `model`s are not comparable; whoever stores one stores the model's name with it.
 */
import { Context, Schema } from "effect"
import type { Effect } from "effect"

/** The length of every vector, and of the `vector(1536)` columns that hold them. */
export const dimensions = 1536

/**
 * No vectors. `rejected` would be rejected again (a wrong key, a spent budget, an invalid request); everything else
 * may pass. `retryAfterMillis` is the source's own request to wait.
 */
export class EmbeddingUnavailable extends Schema.TaggedError<EmbeddingUnavailable>()("EmbeddingUnavailable", {
  source: Schema.Literals(["openai", "local"]),
  reason: Schema.Literals([
    "rejected",
    "rate_limited",
    "timeout",
    "network",
    "server",
    "invalid_answer",
    "circuit_open"
  ]),
  status: Schema.optionalKey(Schema.Int),
  /** The vendor's error code. */
  code: Schema.optionalKey(Schema.String),
  retryAfterMillis: Schema.optionalKey(Schema.Number)
}) {}

export interface Service {
  readonly model: string
  readonly source: "openai" | "local"
  readonly dimensions: typeof dimensions
  /**
   * One vector of unit length per text, in the same order. Any string is allowed: of a long text the beginning counts
   * (`EmbeddingInput.inputBytesMax`), a blank one is the first axis. `workspaceId`: on whose account, where the source
   * costs something.
   */
  readonly embed: (
    texts: ReadonlyArray<string>,
    workspaceId?: string
  ) => Effect.Effect<ReadonlyArray<Float32Array>, EmbeddingUnavailable>
}

export class Embedding extends Context.Service<Embedding, Service>()("@loopdrive/providers/Embedding") {}
