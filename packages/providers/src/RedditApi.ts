/**
 * Reddit's API in the name of our own account: the password grant of a script application, a token that is renewed
 * before it ends and after a 401, errors and limits (https://github.com/reddit-archive/reddit/wiki/OAuth2,
 * https://support.reddithelp.com/hc/en-us/articles/16160319875092).
 */
import { Clock, Effect, Option, Redacted, Result, Schema, Semaphore } from "effect"
import type { Scope } from "effect"
import type { HttpClient } from "effect/http"
import * as RedditError from "./core/RedditError.ts"
import * as RetryAfter from "./core/RetryAfter.ts"
import { ofStatus } from "./core/VendorVerdict.ts"
import { invalidAnswer, ofVerdict } from "./MessageFailure.ts"
import type { MessageFailure } from "./MessageFailure.ts"
import type * as VendorCircuit from "./VendorCircuit.ts"
import * as VendorHttp from "./VendorHttp.ts"

export interface Options {
  readonly clientId: string
  readonly clientSecret: Redacted.Redacted<string>
  readonly username: string
  readonly password: Redacted.Redacted<string>
  /** In the place of both of the vendor's addresses; without it tokens come from `www` and the rest is asked of `oauth`. */
  readonly baseUrl?: string | undefined
  readonly limits?: Partial<VendorCircuit.Limits> | undefined
}

export interface RedditApi {
  readonly call: <A>(
    method: "GET" | "POST",
    path: string,
    schema: Schema.ConstraintDecoder<A>,
    form?: Readonly<Record<string, string>>
  ) => Effect.Effect<A, MessageFailure>
}

/** Platform limits of the documents, which are the vendor's for OAuth clients: 60 requests a minute. */
const windows = [{ limit: 60, window: "1 minute" }] as const

/** Renewed this long before its end, so that no request travels with a token that ends on the way. */
const renewMillis = 60_000

const Token = Schema.Struct({ access_token: Schema.NonEmptyString, expires_in: Schema.Finite })

/** A refused grant is answered with 200 and this. */
const Refused = Schema.Struct({ error: Schema.Union([Schema.String, Schema.Finite]) })
const decodeRefused = Schema.decodeUnknownOption(Refused)

/** Errors of an answer that is otherwise a success: name, words, field. */
const Errors = Schema.Struct({
  json: Schema.Struct({
    errors: Schema.NonEmptyArray(Schema.Array(Schema.NullOr(Schema.String))),
    /** Seconds. */
    ratelimit: Schema.optional(Schema.Finite)
  })
})
const decodeErrors = Schema.decodeUnknownOption(Errors)

const ofErrors = ({ json }: typeof Errors.Type, status: number): MessageFailure => {
  const [name, message] = json.errors[0]
  const retryAfterMillis = json.ratelimit === undefined ? undefined : Math.round(json.ratelimit * 1000)
  return ofVerdict(RedditError.verdict(name ?? ""), {
    status,
    name: name ?? "",
    message: message ?? "",
    retryAfterMillis
  })
}

const ofAnswer = ({ body, headers, nowMillis, status }: VendorHttp.Answer): MessageFailure => {
  const refused = Option.getOrUndefined(decodeRefused(body))?.error
  const name = typeof refused === "string" ? refused : `http_${status}`
  const wait = status === 429 ? (headers["retry-after"] ?? headers["x-ratelimit-reset"]) : headers["retry-after"]
  const verdict = status < 300 && typeof refused === "string" ? RedditError.verdict(refused) : ofStatus(status)
  return ofVerdict(verdict, { status, name, message: "", retryAfterMillis: RetryAfter.parse(wait, nowMillis) })
}

const reader = <A>(schema: Schema.ConstraintDecoder<A>): VendorHttp.Read<A> => {
  const decode = Schema.decodeUnknownOption(schema)
  return (answer) => {
    const bad = answer.status < 200 || answer.status > 299 || Option.isSome(decodeRefused(answer.body))
    if (bad) return Result.fail(ofAnswer(answer))
    const errors = decodeErrors(answer.body)
    if (Option.isSome(errors)) return Result.fail(ofErrors(errors.value, answer.status))
    return Option.match(decode(answer.body), { onNone: () => Result.fail(invalidAnswer()), onSome: Result.succeed })
  }
}

const isStale = (failure: MessageFailure): boolean => failure._tag === "MessageRejected" && failure.status === 401

export const make = Effect.fnUntraced(function* (
  options: Options
): Effect.fn.Return<RedditApi, never, HttpClient.HttpClient | Scope.Scope> {
  const http = yield* VendorHttp.make({ vendor: "reddit", windows, limits: options.limits })
  const turn = yield* Semaphore.make(1)
  const base = options.baseUrl?.replace(/\/$/, "")
  // Its rules ask for a name that is no browser's, with the account's.
  const agent = { "user-agent": `server:loopdrive:v1 (by /u/${options.username})` }
  let held: { readonly token: string; readonly endsAt: number } | undefined

  const grant = Effect.gen(function* () {
    const nowMillis = yield* Clock.currentTimeMillis
    if (held !== undefined && held.endsAt - renewMillis > nowMillis) return held.token
    const basic = Buffer.from(`${options.clientId}:${Redacted.value(options.clientSecret)}`).toString("base64")
    const form = { grant_type: "password", username: options.username, password: Redacted.value(options.password) }
    const url = `${base ?? "https://www.reddit.com"}/api/v1/access_token`
    const headers = { ...agent, authorization: `Basic ${basic}` }
    const { access_token, expires_in } = yield* http.call({ method: "POST", url, headers, form }, reader(Token))
    held = { token: access_token, endsAt: nowMillis + expires_in * 1000 }
    return access_token
  }).pipe(turn.withPermits(1))

  const forget = (token: string) =>
    Effect.sync(() => {
      if (held?.token === token) held = undefined
    })

  const call: RedditApi["call"] = (method, path, schema, form) => {
    const url = `${base ?? "https://oauth.reddit.com"}${path}`
    const once = (token: string) => {
      const headers = { ...agent, authorization: `Bearer ${token}` }
      return http.call({ method, url, headers, ...(form === undefined ? {} : { form }) }, reader(schema))
    }
    // A 401 was not carried out, so this one request may be made again, under a new token.
    const again = (token: string) => Effect.andThen(forget(token), Effect.flatMap(grant, once))
    return Effect.flatMap(grant, (token) => Effect.catchIf(once(token), isStale, () => again(token)))
  }
  return { call }
})
