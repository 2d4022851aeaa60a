/**
 * A Resend account as its API lets one see it: credentials, remembered idempotency keys, limits, accepted emails. The
 * rules behind `ResendEmulator.ts`, which names their sources.
 */
import { Schema } from "effect"
import { HttpServerResponse } from "effect/http"
import { randomUUID } from "node:crypto"

export interface Options {
  /** Keys that are let in. By default every `re_…`. */
  readonly apiKeys?: ReadonlyArray<string>
  /** Requests a second before 429 `rate_limit_exceeded`; unlimited by default. */
  readonly requestsPerSecond?: number
  /** Emails in 24 hours before 429 `daily_quota_exceeded`; unlimited by default. */
  readonly dailyQuota?: number
}

const Recipients = Schema.Union([Schema.String, Schema.Array(Schema.String)])

/** https://resend.com/docs/dashboard/emails/tags */
const TagText = Schema.String.check(Schema.isPattern(/^[A-Za-z0-9_-]{1,256}$/))

const Email = Schema.Struct({
  from: Schema.String,
  to: Recipients,
  subject: Schema.String,
  text: Schema.optionalKey(Schema.String),
  html: Schema.optionalKey(Schema.String),
  reply_to: Schema.optionalKey(Recipients),
  headers: Schema.optionalKey(Schema.Record(Schema.String, Schema.String)),
  tags: Schema.optionalKey(Schema.Array(Schema.Struct({ name: TagText, value: TagText })))
})
export type Email = typeof Email.Type

/** An email the emulator took over. */
export interface Accepted {
  readonly id: string
  readonly idempotencyKey: string | undefined
  readonly email: Email
  readonly acceptedAtMillis: number
}

/** What a key stands for; `running` until its first request is answered. */
export interface Remembered {
  readonly body: string
  readonly id: string
  readonly atMillis: number
  running: boolean
}

const dayMillis = 24 * 60 * 60 * 1000
const mostRecipients = 50
const addressPattern = /^(?:[^<>]*<[^\s@<>]+@[^\s@<>]+>|[^\s@<>]+@[^\s@<>]+)$/

type Response = HttpServerResponse.HttpServerResponse

/** The vendor's error shape. */
export const refuse = (status: number, name: string, message: string, headers: Record<string, string> = {}): Response =>
  HttpServerResponse.jsonUnsafe({ statusCode: status, name, message }, { status, headers })

const parseJson = Schema.decodeUnknownOption(Schema.fromJsonString(Schema.Record(Schema.String, Schema.Unknown)))
const decodeEmail = Schema.decodeUnknownOption(Email)

/** The email, or the vendor's refusal of it. */
export const readEmail = (text: string): Email | Response => {
  const json = parseJson(text)
  if (json._tag === "None") return refuse(422, "validation_error", "The request body is not a JSON object.")
  for (const field of ["from", "to", "subject"]) {
    if (json.value[field] === undefined) return refuse(422, "missing_required_field", `Missing \`${field}\` field.`)
  }
  if (json.value["text"] === undefined && json.value["html"] === undefined) {
    return refuse(422, "missing_required_field", "Missing `html` or `text` field.")
  }
  const email = decodeEmail(json.value)
  if (email._tag === "None") return refuse(422, "validation_error", "A field has the wrong type.")
  if (!addressPattern.test(email.value.from)) return refuse(422, "invalid_from_address", "Invalid `from` field.")
  const to = typeof email.value.to === "string" ? [email.value.to] : email.value.to
  if (to.length === 0 || to.length > mostRecipients || !to.every((address) => addressPattern.test(address))) {
    return refuse(422, "validation_error", "Invalid `to` field.")
  }
  return email.value
}

/** What it accepted, which keys it remembers, how much of its limits is used. Times are epoch milliseconds. */
export class ResendAccount {
  readonly accepted: Array<Accepted> = []
  attempts = 0
  private readonly options: Options
  private readonly keys = new Map<string, Remembered>()
  private window = { startMillis: 0, used: 0 }

  constructor(options: Options) {
    this.options = options
  }

  authorize(header: string | undefined): Response | undefined {
    const token = header?.match(/^Bearer (\S+)$/i)?.[1]
    if (token === undefined) return refuse(401, "missing_api_key", "Missing API key in the authorization header.")
    const known = this.options.apiKeys?.includes(token) ?? token.startsWith("re_")
    return known ? undefined : refuse(403, "invalid_api_key", "API key is invalid.")
  }

  limit(nowMillis: number): Response | undefined {
    const most = this.options.requestsPerSecond
    if (most === undefined) return undefined
    if (nowMillis - this.window.startMillis >= 1000) this.window = { startMillis: nowMillis, used: 0 }
    this.window.used += 1
    if (this.window.used <= most) return undefined
    return refuse(429, "rate_limit_exceeded", "Too many requests.", {
      "ratelimit-limit": String(most),
      "ratelimit-remaining": "0",
      "ratelimit-reset": "1",
      "retry-after": "1"
    })
  }

  /** The remembered answer for this key, a refusal, or undefined where the request is new. */
  recall(key: string | undefined, body: string, nowMillis: number): Remembered | Response | undefined {
    if (key === undefined) return undefined
    if (key.length < 1 || key.length > 256) {
      return refuse(400, "invalid_idempotency_key", "The key must be between 1-256 chars.")
    }
    const earlier = this.keys.get(key)
    if (earlier === undefined || nowMillis - earlier.atMillis >= dayMillis) return undefined
    if (earlier.body !== body) {
      return refuse(409, "invalid_idempotent_request", "Same idempotency key used with a different request payload.")
    }
    if (earlier.running) {
      return refuse(
        409,
        "concurrent_idempotent_requests",
        "Same idempotency key used while original request is in progress."
      )
    }
    return earlier
  }

  /** Takes the email over, or refuses it for want of quota. */
  accept(email: Email, key: string | undefined, body: string, nowMillis: number): Remembered | Response {
    const { dailyQuota } = this.options
    const today = () => this.accepted.filter((earlier) => nowMillis - earlier.acceptedAtMillis < dayMillis).length
    if (dailyQuota !== undefined && today() >= dailyQuota) {
      return refuse(429, "daily_quota_exceeded", "You have reached your daily email sending quota.")
    }
    const id = randomUUID()
    const remembered: Remembered = { body, id, atMillis: nowMillis, running: true }
    this.accepted.push({ id, idempotencyKey: key, email, acceptedAtMillis: nowMillis })
    if (key !== undefined) this.keys.set(key, remembered)
    return remembered
  }
}
