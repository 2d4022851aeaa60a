/**
 * The port through which an email leaves the house: one call, one receipt, two kinds of failure.
 *
 * Used by the email queue worker, which owns retries. Implemented by `Resend.ts` (the vendor) and `SandboxEmail.ts`
 * (an outbox in our own store); both pass the same contract test.
 */
import { Context, Schema } from "effect"
import type { Effect } from "effect"
import type { MessageFailure } from "./MessageFailure.ts"

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

/** What the service does. Guarantee: the same message under the same key, repeated within 24 hours, leaves once. */
export interface Service {
  /** Which implementation answers; kept as `metadata.provider` of the send. */
  readonly name: "resend" | "sandbox"
  readonly send: (message: EmailMessage, idempotencyKey: string) => Effect.Effect<EmailReceipt, MessageFailure>
}

export class EmailProvider extends Context.Service<EmailProvider, Service>()("@loopdrive/providers/EmailProvider") {}
