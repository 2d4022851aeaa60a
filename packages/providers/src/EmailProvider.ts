/**
 * The port through which an email leaves the house: one call, one receipt, two kinds of failure.
 *
 * Used by the email queue worker, which owns retries. Implemented by `Resend.ts` (the vendor) and `SandboxEmail.ts`
 * (an outbox in our own store); both pass the same contract test.
 */
import { Context, Schema } from "effect"
import type { Effect } from "effect"

/** One email to one recipient. Addresses are as they go into the header: `a@b.example` or `Name <a@b.example>`. */
export const EmailMessage = Schema.Struct({
  sendId: Schema.String,
  workspaceId: Schema.String,
  from: Schema.String,
  to: Schema.String,
  subject: Schema.String,
  text: Schema.String,
  html: Schema.optionalKey(Schema.String),
  replyTo: Schema.optionalKey(Schema.String),
  headers: Schema.optionalKey(Schema.Record(Schema.String, Schema.String))
})
export type EmailMessage = typeof EmailMessage.Type

/** The provider took the message over. `externalId` is the provider's name for it, quoted again by its webhooks. */
export const EmailReceipt = Schema.Struct({ externalId: Schema.String })
export type EmailReceipt = typeof EmailReceipt.Type

/**
 * The provider said no and would say no again: a 4xx other than 429 and other than a 409 for a request still running.
 * Nothing was sent by this call; with the name `invalid_idempotent_request` an earlier, different message under the
 * same key may have been. `name` is the provider's own error name, `message` its text, cut at 500 characters.
 */
export class EmailRejected extends Schema.TaggedError<EmailRejected>()("EmailRejected", {
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
 * have accepted the message, so only a repeat with the same idempotency key is safe. `retryAfterMillis` is the
 * provider's (or the open circuit's) own request to wait, absent where it named none.
 */
export class EmailProviderUnavailable extends Schema.TaggedError<EmailProviderUnavailable>()(
  "EmailProviderUnavailable",
  {
    reason: UnavailableReason,
    outcome: Schema.Literals(["not_sent", "unknown"]),
    status: Schema.optionalKey(Schema.Int),
    name: Schema.optionalKey(Schema.String),
    retryAfterMillis: Schema.optionalKey(Schema.Number)
  }
) {}

/** What the service does. Guarantee: the same message under the same key, repeated within 24 hours, leaves once. */
export interface Service {
  /** Which implementation answers; kept as `metadata.provider` of the send. */
  readonly name: "resend" | "sandbox"
  readonly send: (
    message: EmailMessage,
    idempotencyKey: string
  ) => Effect.Effect<EmailReceipt, EmailRejected | EmailProviderUnavailable>
}

export class EmailProvider extends Context.Service<EmailProvider, Service>()("@loopdrive/providers/EmailProvider") {}
