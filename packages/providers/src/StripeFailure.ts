/**
 * What Stripe's client throws, in the port's words. Used by `Stripe.ts` alone. Which status means what:
 * https://docs.stripe.com/api/errors and https://docs.stripe.com/error-low-level.
 */
import { Option, Schema } from "effect"
import * as RetryAfter from "./core/RetryAfter.ts"
import { PaymentProviderUnavailable, PaymentRejected } from "./PaymentProvider.ts"
import type { PaymentFailure } from "./PaymentProvider.ts"

const longestMessage = 500

const text = Schema.optional(Schema.NullOr(Schema.String))

/** The client's errors by their fields: its classes would have to be loaded with it. */
const VendorError = Schema.Struct({
  type: Schema.String,
  rawType: text,
  statusCode: Schema.optional(Schema.Int),
  code: text,
  decline_code: text,
  message: Schema.String,
  headers: Schema.optional(Schema.Record(Schema.String, Schema.Unknown)),
  payment_intent: Schema.optional(Schema.NullOr(Schema.Struct({ id: Schema.String }))),
  detail: Schema.optional(Schema.Unknown)
})
type VendorError = typeof VendorError.Type

const decode = Schema.decodeUnknownOption(VendorError)
const decodeSystemError = Schema.decodeUnknownOption(Schema.Struct({ code: Schema.String }))

/** No connection came about, so the request did not leave. */
const unconnected = ["ECONNREFUSED", "ENOTFOUND", "EAI_AGAIN", "EHOSTUNREACH", "ENETUNREACH"]

const ofConnection = (detail: unknown): PaymentProviderUnavailable => {
  const code = Option.getOrUndefined(decodeSystemError(detail))?.code
  const outcome = code !== undefined && unconnected.includes(code) ? "not_done" : "unknown"
  return new PaymentProviderUnavailable({ reason: code === "ETIMEDOUT" ? "timeout" : "network", outcome })
}

const passing = (error: VendorError, status: number, nowMillis: number): PaymentProviderUnavailable | undefined => {
  const retryAfter = error.headers?.["retry-after"]
  const retryAfterMillis = typeof retryAfter === "string" ? RetryAfter.parse(retryAfter, nowMillis) : undefined
  const base = {
    status,
    ...(typeof error.code === "string" ? { code: error.code } : {}),
    ...(retryAfterMillis === undefined ? {} : { retryAfterMillis })
  }
  // Limits, locks too, are checked before anything is done.
  if (status === 429) return new PaymentProviderUnavailable({ reason: "rate_limited", outcome: "not_done", ...base })
  // The key is wrong, was revoked, or may not do this: ours to mend, and no fault of what was asked.
  if (status === 401 || status === 403) {
    return new PaymentProviderUnavailable({ reason: "not_authorized", outcome: "not_done", ...base })
  }
  // The first request under this key is still running, and may yet succeed.
  if (status === 409) return new PaymentProviderUnavailable({ reason: "in_progress", outcome: "unknown", ...base })
  // 424: a party behind Stripe failed it.
  if (status >= 500 || status === 424) {
    return new PaymentProviderUnavailable({ reason: "server", outcome: "unknown", ...base })
  }
  return undefined
}

/** Another request had the key first; what became of that one is open. */
const isKeyReused = (error: VendorError): boolean => (error.rawType ?? error.type) === "idempotency_error"

const rejected = (error: VendorError, status: number): PaymentRejected =>
  new PaymentRejected({
    status,
    type: error.rawType ?? error.type,
    ...(typeof error.code === "string" ? { code: error.code } : {}),
    ...(typeof error.decline_code === "string" ? { declineCode: error.decline_code } : {}),
    message: error.message.slice(0, longestMessage),
    ...(error.payment_intent ? { paymentIntentId: error.payment_intent.id } : {})
  })

/** An answer outside the documented shapes: a proxy's page, an empty body. What became of the request is open. */
export const invalidAnswer = new PaymentProviderUnavailable({ reason: "invalid_answer", outcome: "unknown" })

export const toFailure = (cause: unknown, nowMillis: number): PaymentFailure => {
  const error = Option.getOrUndefined(decode(cause))
  if (error === undefined) return invalidAnswer
  if (error.type === "StripeConnectionError") return ofConnection(error.detail)
  const status = error.statusCode
  // Below 400 an error is no error of Stripe's.
  if (status === undefined || status < 400) return invalidAnswer
  const temporary = passing(error, status, nowMillis)
  if (temporary !== undefined) return temporary
  return isKeyReused(error)
    ? new PaymentProviderUnavailable({ reason: "key_reused", outcome: "unknown", status })
    : rejected(error, status)
}

const answered = ["not_authorized", "key_reused"]

/** Whether a failure speaks against the vendor's health, see `VendorCircuit`. */
export const counts = (failure: PaymentFailure): boolean | undefined => {
  if (failure._tag === "PaymentRejected" || answered.includes(failure.reason)) return false
  return failure.reason === "rate_limited" || failure.reason === "in_progress" ? undefined : true
}
