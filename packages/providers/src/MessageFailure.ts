/**
 * How handing a message to a provider can fail: two kinds, the same for every channel. Used by the queue workers, which
 * decide from it whether to repeat, to look up, or to give up.
 */
import { Schema } from "effect"
import { rejections } from "./core/VendorVerdict.ts"
import type { VendorVerdict } from "./core/VendorVerdict.ts"

/**
 * Why the provider said no. `credential`: ours is wrong or may not do this, for the operator to mend. `unsubscribed`: the
 * recipient told the provider so. `recipient`: cannot be reached, or does not exist. `outside_window`: only an approved
 * template, or nothing, may be sent now. `content`: this text may not be sent. `request`: everything else.
 */
export const RejectedReason = Schema.Literals(rejections)

/**
 * The provider said no and would say no again; nothing was sent. `name` is the provider's own error name or code,
 * `message` its text, cut at 500 characters, `status` that of HTTP.
 */
export class MessageRejected extends Schema.TaggedError<MessageRejected>()("MessageRejected", {
  reason: RejectedReason,
  status: Schema.Int,
  name: Schema.String,
  message: Schema.String
}) {}

/** Why the provider could not be asked, or did not say what became of the message. */
export const UnavailableReason = Schema.Literals([
  "rate_limited",
  "in_progress",
  "timeout",
  "network",
  "server",
  "invalid_answer",
  "circuit_open",
  "store"
])
export type UnavailableReason = typeof UnavailableReason.Type

/**
 * A failure that time may cure. `outcome` is `not_sent` only where that is certain; `unknown` means the provider may
 * have accepted the message, so only a repeat under the same idempotency key is safe, and where the vendor has none,
 * only a look-up. `retryAfterMillis` is the provider's (or the open circuit's, or our own limit's) request to wait,
 * absent where it named none.
 */
export class MessageProviderUnavailable extends Schema.TaggedError<MessageProviderUnavailable>()(
  "MessageProviderUnavailable",
  {
    reason: UnavailableReason,
    outcome: Schema.Literals(["not_sent", "unknown"]),
    status: Schema.optionalKey(Schema.Int),
    name: Schema.optionalKey(Schema.String),
    retryAfterMillis: Schema.optionalKey(Schema.Number)
  }
) {}

export type MessageFailure = MessageRejected | MessageProviderUnavailable

/** The most of a provider's words that is kept. */
export const longestMessage = 500

/** What the vendor said with its refusal; `status` that of HTTP. */
export interface Said {
  readonly status: number
  readonly name: string
  readonly message: string
  readonly retryAfterMillis?: number | undefined
}

/** The failure behind a vendor's refusal. */
export const ofVerdict = (verdict: VendorVerdict, said: Said): MessageFailure => {
  const { message, name, retryAfterMillis, status } = said
  if (verdict !== "rate_limited" && verdict !== "server")
    return new MessageRejected({ reason: verdict, status, name, message: message.slice(0, longestMessage) })
  const base = { status, name, ...(retryAfterMillis === undefined ? {} : { retryAfterMillis }) }
  return verdict === "rate_limited"
    ? new MessageProviderUnavailable({ reason: "rate_limited", outcome: "not_sent", ...base })
    : new MessageProviderUnavailable({ reason: "server", outcome: "unknown", ...base })
}

/** The failures that a circuit makes of its own. */
export const ofCircuit = {
  onTimeout: (): MessageFailure => new MessageProviderUnavailable({ reason: "timeout", outcome: "unknown" }),
  onRefused: ({ retryAfterMillis }: { readonly retryAfterMillis: number }): MessageFailure =>
    new MessageProviderUnavailable({ reason: "circuit_open", outcome: "not_sent", retryAfterMillis }),
  counts: (failure: MessageFailure): boolean | undefined => {
    if (failure._tag === "MessageRejected") return false
    return failure.reason === "rate_limited" || failure.reason === "in_progress" ? undefined : true
  }
}

/** An answer outside the vendor's documented shapes: a proxy's page, an empty body. What became of the message is open. */
export const invalidAnswer = (): MessageFailure =>
  new MessageProviderUnavailable({ reason: "invalid_answer", outcome: "unknown" })
