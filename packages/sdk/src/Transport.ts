/**
 * One HTTP call and its repeats: a key per logical call that all its attempts share, `Retry-After` honoured, a timeout
 * that ends the attempt. Uses nothing but what browsers and Node have alike.
 */
import { ConnectionError, LoopDriveError, TimeoutError, fromResponse } from "./Errors.ts"

export interface Options {
  /** Where the server is, with or without a path. Default `http://localhost:3001`. */
  readonly baseURL?: string
  /** A key of the workspace. */
  readonly apiKey?: string
  /** Another bearer token; used where there is no `apiKey`. */
  readonly accessToken?: string
  /** How long one attempt may take, ms. Default 30,000. */
  readonly timeout?: number
  /** How often a call is repeated after the first attempt. Default 3; 0 is 0. */
  readonly maxRetries?: number
  /** Added to every request. */
  readonly headers?: Readonly<Record<string, string>>
  /** Another `fetch`. */
  readonly fetch?: typeof fetch
  /** Another way to wait between attempts, ms; it rejects with the signal's reason when the signal is aborted. */
  readonly pause?: (millis: number, signal: AbortSignal | undefined) => Promise<void>
}

/** For one call: wins over the client's options. */
export interface CallOptions {
  readonly timeout?: number
  readonly maxRetries?: number
  /** The key of this call where the caller has one of its own, e.g. the id of an order. */
  readonly idempotencyKey?: string
  readonly signal?: AbortSignal
}

type Scalar = string | number | boolean | Date
export type Query = Readonly<Record<string, Scalar | ReadonlyArray<Scalar> | null | undefined>>

export interface Call {
  readonly method: "GET" | "POST" | "PATCH"
  readonly path: string
  readonly query?: Query | undefined
  readonly body?: unknown
}

const pauseFirst = 250
const pauseMost = 8_000
/** A server that asks for more than this is not waited for; the error says so. */
const waitMost = 60_000

const textOf = (value: Scalar): string => (value instanceof Date ? value.toISOString() : String(value))

const queryOf = (query: Query | undefined): string => {
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(query ?? {})) {
    if (value === null || value === undefined) continue
    for (const one of Array.isArray(value) ? value : [value]) search.append(name, textOf(one))
  }
  const text = search.toString()
  return text === "" ? "" : `?${text}`
}

/** Seconds, or a date (RFC 9110 section 10.2.3), as milliseconds from now. */
export const retryAfterMillis = (header: string | null, now: number): number | undefined => {
  if (header === null || header.trim() === "") return undefined
  const seconds = Number(header)
  if (Number.isFinite(seconds)) return seconds < 0 ? undefined : seconds * 1000
  const date = Date.parse(header)
  return Number.isNaN(date) ? undefined : Math.max(0, date - now)
}

/** Doubling, with full jitter so that many clients do not come back together. */
const pauseOf = (attempt: number): number => Math.random() * Math.min(pauseMost, pauseFirst * 2 ** attempt)

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value)

type Outcome =
  | { readonly _tag: "Answer"; readonly value: unknown }
  | {
      readonly _tag: "Error"
      readonly error: LoopDriveError
      readonly again: boolean
      readonly after?: number | undefined
    }

const keyBytes = 16

/** Not `randomUUID`, which browsers have on secure origins only. */
const freshKey = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(keyBytes)), (byte) => byte.toString(16).padStart(2, "0")).join("")

/** One spelling each, so that none stands beside one of ours. */
const lowered = (headers: Readonly<Record<string, string>> = {}): Record<string, string> =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]))

const noAnswer = { status: 0, requestId: undefined, details: {} }

export class Transport {
  readonly #base: string
  readonly #options: Options
  readonly #fetch: typeof fetch
  readonly #pause: NonNullable<Options["pause"]>

  constructor(options: Options) {
    this.#base = (options.baseURL ?? "http://localhost:3001").replace(/\/+$/, "")
    if (this.#base === "") throw new TypeError("baseURL must not be empty")
    this.#options = options
    this.#fetch = options.fetch ?? globalThis.fetch.bind(globalThis)
    this.#pause = options.pause ?? pause
  }

  /** The decoded JSON of the answer. Throws a `LoopDriveError`, or the signal's reason where the caller gave up. */
  async call(call: Call, options: CallOptions = {}): Promise<unknown> {
    const retries = options.maxRetries ?? this.#options.maxRetries ?? 3
    const headers = this.#headers(call, options.idempotencyKey)
    for (let attempt = 0; ; attempt++) {
      const outcome = await this.#attempt(call, headers, options)
      if (outcome._tag === "Answer") return outcome.value
      const wait = outcome.after ?? pauseOf(attempt)
      if (!outcome.again || attempt >= retries || wait > waitMost) throw outcome.error
      await this.#pause(wait, options.signal)
    }
  }

  /** Between two looks at something that takes its time. */
  wait(millis: number, signal?: AbortSignal): Promise<void> {
    return this.#pause(millis, signal)
  }

  #headers(call: Call, key: string | undefined): Record<string, string> {
    const token = this.#options.apiKey ?? this.#options.accessToken
    return {
      ...lowered(this.#options.headers),
      accept: "application/json",
      "content-type": "application/json",
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      ...(call.method === "GET" ? {} : { "idempotency-key": key ?? freshKey() })
    }
  }

  async #attempt(call: Call, headers: Record<string, string>, options: CallOptions): Promise<Outcome> {
    const limit = options.timeout ?? this.#options.timeout ?? 30_000
    const late = new AbortController()
    const timer = setTimeout(() => late.abort(), limit)
    const abort = () => late.abort()
    if (options.signal?.aborted === true) abort()
    options.signal?.addEventListener("abort", abort, { once: true })
    try {
      const response = await this.#fetch(this.#base + call.path + queryOf(call.query), {
        method: call.method,
        headers,
        signal: late.signal,
        ...(call.body === undefined ? {} : { body: JSON.stringify(call.body) })
      })
      return await this.#read(response)
    } catch (cause) {
      if (options.signal?.aborted === true) throw options.signal.reason
      const error = late.signal.aborted
        ? new TimeoutError(`No answer within ${limit} ms`, { code: "timeout", ...noAnswer }, cause)
        : new ConnectionError("The server could not be reached", { code: "connection", ...noAnswer }, cause)
      return { _tag: "Error", error, again: true }
    } finally {
      clearTimeout(timer)
      options.signal?.removeEventListener("abort", abort)
    }
  }

  async #read(response: Response): Promise<Outcome> {
    const requestId = response.headers.get("x-request-id") ?? undefined
    const body = await response.text()
    let value: unknown
    try {
      value = JSON.parse(body)
    } catch (cause) {
      if (response.ok) {
        const details = { code: "invalid_answer", status: response.status, requestId, details: {} }
        return { _tag: "Error", error: new ConnectionError("The answer is no JSON", details, cause), again: true }
      }
      value = {}
    }
    if (response.ok) return { _tag: "Answer", value }
    const error = fromResponse(response.status, requestId, isRecord(value) ? value : {})
    const again = response.status === 429 || response.status >= 500
    return { _tag: "Error", error, again, after: retryAfterMillis(response.headers.get("retry-after"), Date.now()) }
  }
}

const pause = (millis: number, signal: AbortSignal | undefined): Promise<void> =>
  new Promise((resolve, reject) => {
    if (signal?.aborted === true) return reject(signal.reason)
    const abort = () => {
      clearTimeout(timer)
      reject(signal?.reason)
    }
    const timer = setTimeout(() => {
      signal?.removeEventListener("abort", abort)
      resolve()
    }, millis)
    signal?.addEventListener("abort", abort, { once: true })
  })
