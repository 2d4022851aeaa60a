/**
 * Calls to OpenAI, with the vendor's own client. Its retries are off; ours are at most two, on 429 and 5xx, where
 * nothing answers and where the answer says nothing, after the wait the vendor asks for (errors: https://platform.openai.com/docs/guides/error-codes). Used by every layer that calls
 * OpenAI; each has a circuit of its own, for one of the vendor's services may be down alone.
 */
import { Clock, Config, Duration, Effect, Redacted, Schedule } from "effect"
import OpenAI, { APIConnectionError, APIError } from "openai"
import * as RetryAfter from "./core/RetryAfter.ts"
import { ModelUnavailable } from "./ModelFailure.ts"
import * as VendorCircuit from "./VendorCircuit.ts"
import * as VendorFetch from "./VendorFetch.ts"

export interface Options {
  readonly apiKey: Redacted.Redacted<string>
  readonly baseUrl: string
  readonly model?: string
  readonly limits?: Partial<Limits>
}

export interface Limits extends VendorCircuit.Limits {
  /** Of a single request; `timeout` is of a call with its retries. */
  readonly requestTimeout: Duration.Input
}

const retriesMax = 2
/** A vendor that asks for a longer wait gets the failure passed on: the caller can plan, a held fiber cannot. */
const waitMillisMax = 10_000

const unavailable = (
  reason: ModelUnavailable["reason"],
  more: { readonly status?: number; readonly code?: string; readonly retryAfterMillis?: number } = {}
) => new ModelUnavailable({ reason, ...more })

/** An answer that says nothing. Speaks against the vendor's health. */
export const invalidAnswer: Effect.Effect<never, ModelUnavailable> = Effect.fail(unavailable("invalid_answer"))

const reasonOf = (status: number, code: string | undefined): ModelUnavailable["reason"] => {
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

const toFailure = (cause: unknown, nowMillis: number): ModelUnavailable => {
  if (cause instanceof APIConnectionError) return unavailable("network")
  if (!(cause instanceof APIError) || cause.status === undefined) return unavailable("invalid_answer")
  const status: number = cause.status
  const code = typeof cause.code === "string" ? cause.code : undefined
  const retryAfterMillis = waitOf(cause.headers, nowMillis)
  return unavailable(reasonOf(status, code), {
    status,
    ...(code === undefined ? {} : { code }),
    ...(retryAfterMillis === undefined ? {} : { retryAfterMillis })
  })
}

/** One that took all its time leaves none to try again in. */
const passing: ReadonlySet<ModelUnavailable["reason"]> = new Set([
  "rate_limited",
  "server",
  "network",
  "invalid_answer"
])

const isPassing = (failure: ModelUnavailable): boolean =>
  passing.has(failure.reason) && (failure.retryAfterMillis ?? 0) <= waitMillisMax

const backoff = Schedule.exponential("250 millis").pipe(
  Schedule.jittered,
  Schedule.modifyDelay(({ duration, input }) =>
    Effect.succeed(
      input instanceof ModelUnavailable && input.retryAfterMillis !== undefined
        ? Duration.max(duration, Duration.millis(input.retryAfterMillis))
        : duration
    )
  )
)

const counts = (failure: ModelUnavailable): boolean | undefined => {
  if (failure.reason === "rejected") return false
  return failure.reason === "rate_limited" ? undefined : true
}

/** `ask` makes one request; `read` takes from its answer what is wanted, or fails with `invalidAnswer`. */
export type Call = <A>(
  ask: (client: OpenAI, signal: AbortSignal) => Promise<unknown>,
  read: (raw: unknown) => Effect.Effect<A, ModelUnavailable>
) => Effect.Effect<A, ModelUnavailable>

/** The way to one account. */
export const make = Effect.fnUntraced(function* (options: Options, defaults: Limits) {
  const limits: Limits = { ...defaults, ...options.limits }
  const circuit = yield* VendorCircuit.make("openai", limits)
  const vendorFetch = yield* VendorFetch.make
  const client = new OpenAI({
    fetch: vendorFetch,
    apiKey: Redacted.value(options.apiKey),
    baseURL: options.baseUrl,
    maxRetries: 0,
    // Null keeps the client from reading them from the environment behind our back.
    adminAPIKey: null,
    organization: null,
    project: null,
    webhookSecret: null
  })

  const call: Call = (ask, read) =>
    Effect.flatMap(Clock.currentTimeMillis, (nowMillis) =>
      Effect.tryPromise({
        try: (signal) => ask(client, signal),
        catch: (cause) => toFailure(cause, nowMillis)
      })
    ).pipe(
      Effect.flatMap(read),
      Effect.timeoutOrElse({
        duration: limits.requestTimeout,
        orElse: () => Effect.fail(unavailable("timeout"))
      }),
      Effect.retry({ schedule: backoff, times: retriesMax, while: isPassing }),
      (attempts) =>
        circuit.run(attempts, {
          onTimeout: () => unavailable("timeout"),
          onRefused: ({ retryAfterMillis }) => unavailable("circuit_open", { retryAfterMillis }),
          counts
        })
    )
  return call
})

/** `OPENAI_BASE_URL`, by default the vendor's address. */
export const baseUrl = Config.NonEmptyString("OPENAI_BASE_URL").pipe(Config.withDefault("https://api.openai.com/v1"))
