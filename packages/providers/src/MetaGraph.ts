/**
 * Meta's Graph API: authentication, versions, errors. Used by the connectors of Messenger, Instagram and WhatsApp
 * (https://developers.facebook.com/docs/graph-api/overview).
 */
import { Effect, Option, Redacted, Result, Schema } from "effect"
import type { Scope } from "effect"
import type { HttpClient } from "effect/http"
import * as GraphError from "./core/GraphError.ts"
import * as RetryAfter from "./core/RetryAfter.ts"
import * as Signature from "./core/Signature.ts"
import { invalidAnswer, ofVerdict } from "./MessageFailure.ts"
import type { MessageFailure } from "./MessageFailure.ts"
import type * as VendorCircuit from "./VendorCircuit.ts"
import * as VendorHttp from "./VendorHttp.ts"
import type * as VendorQuota from "./VendorQuota.ts"

export interface Credentials {
  /** Of the page, or of the system user that owns it. */
  readonly accessToken: Redacted.Redacted<string>
  /** Where it is known, requests carry a proof of it (https://developers.facebook.com/docs/graph-api/guides/secure-requests). */
  readonly appSecret?: Redacted.Redacted<string> | undefined
  readonly baseUrl: string
  readonly limits?: Partial<VendorCircuit.Limits> | undefined
  /** Its part of the account's quota, where several processes share it. Absent: all of it. */
  readonly windows?: ReadonlyArray<VendorQuota.Window> | undefined
}

export interface MetaGraph {
  readonly get: <A>(
    path: string,
    query: Readonly<Record<string, string>>,
    schema: Schema.ConstraintDecoder<A>
  ) => Effect.Effect<A, MessageFailure>
  readonly post: <A>(
    path: string,
    json: unknown,
    schema: Schema.ConstraintDecoder<A>
  ) => Effect.Effect<A, MessageFailure>
}

/** A version lives about two years: https://developers.facebook.com/docs/graph-api/changelog. */
const version = "v23.0"

const Failed = Schema.Struct({
  error: Schema.Struct({
    message: Schema.optional(Schema.String),
    code: Schema.optional(Schema.Int),
    error_subcode: Schema.optional(Schema.Int),
    error_data: Schema.optional(Schema.Struct({ details: Schema.optional(Schema.String) }))
  })
})
const decodeFailed = Schema.decodeUnknownOption(Failed)

const failure = ({ body, headers, nowMillis, status }: VendorHttp.Answer): MessageFailure => {
  const failed = Option.getOrUndefined(decodeFailed(body))?.error
  const { code, error_subcode: subcode } = failed ?? {}
  const name = code === undefined ? `http_${status}` : subcode === undefined ? `${code}` : `${code}/${subcode}`
  const message = failed?.error_data?.details ?? failed?.message ?? ""
  const retryAfterMillis = RetryAfter.parse(headers["retry-after"], nowMillis)
  return ofVerdict(GraphError.verdict(status, code, subcode), { status, name, message, retryAfterMillis })
}

const reader = <A>(schema: Schema.ConstraintDecoder<A>): VendorHttp.Read<A> => {
  const decode = Schema.decodeUnknownOption(schema)
  return (answer) => {
    // Graph answers some errors with 200.
    const failed = answer.status < 200 || answer.status > 299 || Option.isSome(decodeFailed(answer.body))
    if (failed) return Result.fail(failure(answer))
    return Option.match(decode(answer.body), { onNone: () => Result.fail(invalidAnswer()), onSome: Result.succeed })
  }
}

/** For one account, under its own quota. */
export const make = Effect.fnUntraced(function* (
  account: string,
  credentials: Credentials,
  windows: ReadonlyArray<VendorQuota.Window>
): Effect.fn.Return<MetaGraph, never, HttpClient.HttpClient | Scope.Scope> {
  const { accessToken, appSecret, baseUrl, limits } = credentials
  const http = yield* VendorHttp.make({ vendor: account, windows: credentials.windows ?? windows, limits })
  const token = Redacted.value(accessToken)
  const secret = appSecret === undefined ? "" : Redacted.value(appSecret)
  const proof: Readonly<Record<string, string>> =
    secret === "" ? {} : { appsecret_proof: Signature.hmac("sha256", "hex", secret, token) }
  const headers = { authorization: `Bearer ${token}` }
  const urlOf = (path: string, query: Readonly<Record<string, string>>): string => {
    const search = new URLSearchParams({ ...query, ...proof }).toString()
    return `${baseUrl.replace(/\/$/, "")}/${version}/${path}${search === "" ? "" : `?${search}`}`
  }
  return {
    get: (path, query, schema) => http.call({ method: "GET", url: urlOf(path, query), headers }, reader(schema)),
    post: (path, json, schema) => http.call({ method: "POST", url: urlOf(path, {}), headers, json }, reader(schema))
  }
})
