/**
 * Embeddings computed in this process, for installations without a vendor key: near means written alike, see
 * `core/FeatureHashing.ts`. Never fails.
 */
import { Effect, Layer } from "effect"
import { truncate } from "./core/EmbeddingInput.ts"
import * as FeatureHashing from "./core/FeatureHashing.ts"
import { dimensions, Embedding } from "./Embedding.ts"

/** Texts embedded before other fibers get a turn: a few milliseconds at most. */
const turnSize = 16

/** The name changes whenever the same text would get another vector. */
export const model = "feature-hashing-1"

export const layer: Layer.Layer<Embedding> = Layer.succeed(Embedding, {
  model,
  source: "local",
  dimensions,
  embed: Effect.fn("LocalEmbedding.embed")(function* (texts) {
    const vectors: Array<Float32Array> = []
    for (const text of texts) {
      if (vectors.length > 0 && vectors.length % turnSize === 0) yield* Effect.yieldNow
      vectors.push(FeatureHashing.embed(truncate(text), dimensions))
    }
    return vectors
  })
})
