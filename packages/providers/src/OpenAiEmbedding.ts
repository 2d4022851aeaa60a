/**
 * Embeddings by OpenAI, over `OpenAiAccount.ts`.
 */
import { Effect, Layer, Option, Schema } from "effect"
import type { Config } from "effect"
import { batches, isBlank, truncate } from "./core/EmbeddingInput.ts"
import * as Vector from "./core/Vector.ts"
import * as Credential from "./Credential.ts"
import { dimensions, Embedding, EmbeddingUnavailable } from "./Embedding.ts"
import type { Service } from "./Embedding.ts"
import type { ModelUnavailable } from "./ModelFailure.ts"
import { ModelUsage } from "./ModelUsage.ts"
import * as OpenAiAccount from "./OpenAiAccount.ts"

/** `model`: one that can answer 1536 dimensions. */
export type Options = OpenAiAccount.Options

/** One batch with its retries ends within 40 s; a single request within ten. */
const defaults: OpenAiAccount.Limits = {
  concurrency: 4,
  timeout: "40 seconds",
  requestTimeout: "10 seconds",
  failures: 5,
  openFor: "30 seconds"
}

const Answer = Schema.Struct({
  data: Schema.Array(Schema.Struct({ index: Schema.Int, embedding: Schema.Array(Schema.Finite) })),
  usage: Schema.optionalKey(Schema.Struct({ total_tokens: Schema.Int }))
})
const decodeAnswer = Schema.decodeUnknownOption(Answer)

interface Batch {
  readonly vectors: ReadonlyArray<Float32Array>
  readonly tokens: number
}

/** The vectors in the order of the inputs; each input exactly once and of the right length. */
const readVectors = (raw: unknown, count: number): Effect.Effect<Batch, ModelUnavailable> => {
  const answer = decodeAnswer(raw)
  if (Option.isNone(answer)) return OpenAiAccount.invalidAnswer
  const sorted = [...answer.value.data].toSorted((a, b) => a.index - b.index)
  const complete =
    sorted.length === count && sorted.every((row, i) => row.index === i && row.embedding.length === dimensions)
  if (!complete) return OpenAiAccount.invalidAnswer
  return Effect.succeed({
    vectors: sorted.map(({ embedding }) => Vector.normalise(Float64Array.from(embedding))),
    tokens: answer.value.usage?.total_tokens ?? 0
  })
}

const toUnavailable = ({ code, reason, retryAfterMillis, status }: ModelUnavailable): EmbeddingUnavailable =>
  new EmbeddingUnavailable({
    source: "openai",
    // An account never answers the first two; both would be answered again.
    reason: reason === "not_configured" || reason === "usage_unknown" ? "rejected" : reason,
    ...(status === undefined ? {} : { status }),
    ...(code === undefined ? {} : { code }),
    ...(retryAfterMillis === undefined ? {} : { retryAfterMillis })
  })

/** The service for one account. */
export const make = Effect.fnUntraced(function* (options: Options) {
  const model = options.model ?? "text-embedding-3-small"
  const call = yield* OpenAiAccount.make(options, defaults)
  const usage = yield* ModelUsage

  const batch = (input: ReadonlyArray<string>, workspaceId: string | undefined) =>
    call(
      (client, signal) => client.embeddings.create({ model, dimensions, input: [...input] }, { signal }),
      (raw) => readVectors(raw, input.length)
    ).pipe(
      Effect.mapError(toUnavailable),
      Effect.tap(({ tokens }) =>
        workspaceId === undefined
          ? Effect.void
          : usage.note({
              workspaceId,
              purpose: "embedding",
              model,
              inputTokens: tokens,
              outputTokens: 0,
              failed: false
            })
      ),
      Effect.map(({ vectors }) => vectors)
    )

  const embed: Service["embed"] = Effect.fn("OpenAiEmbedding.embed")(function* (texts, workspaceId) {
    // The vendor refuses empty inputs, and has nothing to say on blank ones.
    const asked = texts.filter((text) => !isBlank(text)).map(truncate)
    const vectors = (yield* Effect.forEach(batches(asked), (some) => batch(some, workspaceId))).flat()
    let next = 0
    return texts.map((text) => (isBlank(text) ? undefined : vectors[next++]) ?? Vector.firstAxis(dimensions))
  })

  return Embedding.of({ model, source: "openai", dimensions, embed })
})

/** The layer for given options. */
export const layerWith = (options: Options): Layer.Layer<Embedding, never, ModelUsage> =>
  Layer.effect(Embedding, make(options))

/** The layer from `OPENAI_API_KEY` (required) and `OPENAI_BASE_URL`. */
export const layer: Layer.Layer<Embedding, Config.ConfigError | Credential.MissingCredential, ModelUsage> =
  Layer.effect(
    Embedding,
    Effect.gen(function* () {
      const apiKey = yield* Credential.required("OPENAI_API_KEY")
      return yield* make({ apiKey, baseUrl: yield* OpenAiAccount.baseUrl })
    })
  )
