/**
 * Embeddings by OpenAI, with the vendor's own client. Its retries are off; ours are at most two, on 429 and 5xx, after
 * the wait the vendor asks for (errors: https://platform.openai.com/docs/guides/error-codes).
 */
import { Clock, Config, Duration, Effect, Layer, Option, Redacted, Schedule, Schema } from "effect"
import OpenAI, { APIConnectionError, APIError } from "openai"
import { batches, isBlank, truncate } from "./core/EmbeddingInput.ts"
import * as RetryAfter from "./core/RetryAfter.ts"
import * as Vector from "./core/Vector.ts"
import * as Credential from "./Credential.ts"
import { dimensions, Embedding, EmbeddingUnavailable } from "./Embedding.ts"
import type { Service } from "./Embedding.ts"
import * as VendorCircuit from "./VendorCircuit.ts"

export interface Options {
  readonly apiKey: Redacted.Redacted<string>
  readonly baseUrl: string
  /** A model that can answer 1536 dimensions. */
  readonly model?: string
  readonly limits?: Partial<VendorCircuit.Limits>
}

/** One batch with its retries ends within 40 s; a single request within `requestTimeout`. */
const defaults: VendorCircuit.Limits = { concurrency: 4, timeout: "40 seconds", failures: 5, openFor: "30 seconds" }
const requestTimeout = "10 seconds"
const retriesMax = 2
/** A vendor that asks for a longer wait gets the failure passed on: the caller can plan, a held fiber cannot. */
const waitMillisMax = 10_000

const Answer = Schema.Struct({
  data: Schema.Array(Schema.Struct({ index: Schema.Int, embedding: Schema.Array(Schema.Finite) }))
})
const decodeAnswer = Schema.decodeUnknownOption(Answer)

const failed = (
  reason: EmbeddingUnavailable["reason"],
  more: { readonly status?: number; readonly code?: string; readonly retryAfterMillis?: number } = {}
) => new EmbeddingUnavailable({ source: "openai", reason, ...more })

const reasonOf = (status: number, code: string | undefined): EmbeddingUnavailable["reason"] => {
  // A spent budget is answered with 429 too, and does not pass by waiting.
  if (status === 429) return code === "insufficient_quota" ? "rejected" : "rate_limited"
  return status >= 500 ? "server" : "rejected"
}

/** Milliseconds from `retry-after-ms`, the vendor's own header, else from `Retry-After`. */
const waitOf = (headers: Headers | undefined, nowMillis: number): number | undefined => {
  const millis = headers?.get("retry-after-ms")?.trim()
  if (millis !== undefined && /^\d+(\.\d+)?$/.test(millis))
    return RetryAfter.parse(String(Number(millis) / 1000), nowMillis)
  return RetryAfter.parse(headers?.get("retry-after"), nowMillis)
}

const toFailure = (cause: unknown, nowMillis: number): EmbeddingUnavailable => {
  if (cause instanceof APIConnectionError) return failed("network")
  if (!(cause instanceof APIError) || cause.status === undefined) return failed("invalid_answer")
  const status: number = cause.status
  const code = typeof cause.code === "string" ? cause.code : undefined
  const retryAfterMillis = waitOf(cause.headers, nowMillis)
  return failed(reasonOf(status, code), {
    status,
    ...(code === undefined ? {} : { code }),
    ...(retryAfterMillis === undefined ? {} : { retryAfterMillis })
  })
}

/** The vectors in the order of the inputs; each input exactly once and of the right length. */
const readVectors = (raw: unknown, count: number): Effect.Effect<ReadonlyArray<Float32Array>, EmbeddingUnavailable> => {
  const answer = decodeAnswer(raw)
  if (Option.isNone(answer)) return Effect.fail(failed("invalid_answer"))
  const sorted = [...answer.value.data].toSorted((a, b) => a.index - b.index)
  const complete =
    sorted.length === count && sorted.every((row, i) => row.index === i && row.embedding.length === dimensions)
  if (!complete) return Effect.fail(failed("invalid_answer"))
  return Effect.succeed(sorted.map(({ embedding }) => Vector.normalise(Float64Array.from(embedding))))
}

const isPassing = (failure: EmbeddingUnavailable): boolean =>
  (failure.reason === "rate_limited" || failure.reason === "server") && (failure.retryAfterMillis ?? 0) <= waitMillisMax

const backoff = Schedule.exponential("250 millis").pipe(
  Schedule.jittered,
  Schedule.modifyDelay(({ duration, input }) =>
    Effect.succeed(
      input instanceof EmbeddingUnavailable && input.retryAfterMillis !== undefined
        ? Duration.max(duration, Duration.millis(input.retryAfterMillis))
        : duration
    )
  )
)

const counts = (failure: EmbeddingUnavailable): boolean | undefined => {
  if (failure.reason === "rejected") return false
  return failure.reason === "rate_limited" ? undefined : true
}

/** The service for one account. */
export const make = Effect.fnUntraced(function* (options: Options) {
  const model = options.model ?? "text-embedding-3-small"
  const circuit = yield* VendorCircuit.make("openai", { ...defaults, ...options.limits })
  const client = new OpenAI({
    apiKey: Redacted.value(options.apiKey),
    baseURL: options.baseUrl,
    maxRetries: 0,
    // Null keeps the client from reading them from the environment behind our back.
    adminAPIKey: null,
    organization: null,
    project: null,
    webhookSecret: null
  })

  const request = Effect.fnUntraced(function* (input: ReadonlyArray<string>) {
    const nowMillis = yield* Clock.currentTimeMillis
    const raw = yield* Effect.tryPromise({
      try: (signal) => client.embeddings.create({ model, dimensions, input: [...input] }, { signal }),
      catch: (cause) => toFailure(cause, nowMillis)
    })
    return yield* readVectors(raw, input.length)
  })

  const batch = (input: ReadonlyArray<string>) =>
    circuit.run(
      request(input).pipe(
        Effect.timeoutOrElse({ duration: requestTimeout, orElse: () => Effect.fail(failed("timeout")) }),
        Effect.retry({ schedule: backoff, times: retriesMax, while: isPassing })
      ),
      {
        onTimeout: () => failed("timeout"),
        onRefused: ({ retryAfterMillis }) => failed("circuit_open", { retryAfterMillis }),
        counts
      }
    )

  const embed: Service["embed"] = Effect.fn("OpenAiEmbedding.embed")(function* (texts) {
    // The vendor refuses empty inputs, and has nothing to say on blank ones.
    const asked = texts.filter((text) => !isBlank(text)).map(truncate)
    const vectors = (yield* Effect.forEach(batches(asked), batch)).flat()
    let next = 0
    return texts.map((text) => (isBlank(text) ? undefined : vectors[next++]) ?? Vector.firstAxis(dimensions))
  })

  return Embedding.of({ model, source: "openai", dimensions, embed })
})

/** `OPENAI_BASE_URL`, by default the vendor's address. */
export const baseUrl = Config.NonEmptyString("OPENAI_BASE_URL").pipe(Config.withDefault("https://api.openai.com/v1"))

/** The layer for given options. */
export const layerWith = (options: Options): Layer.Layer<Embedding> => Layer.effect(Embedding, make(options))

/** The layer from `OPENAI_API_KEY` (required) and `OPENAI_BASE_URL`. */
export const layer: Layer.Layer<Embedding, Config.ConfigError | Credential.MissingCredential> = Layer.effect(
  Embedding,
  Effect.gen(function* () {
    const apiKey = yield* Credential.required("OPENAI_API_KEY")
    return yield* make({ apiKey, baseUrl: yield* baseUrl })
  })
)
