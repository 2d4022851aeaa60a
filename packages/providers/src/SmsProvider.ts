/**
 * The port through which an SMS leaves the house. Used by the SMS queue worker, which owns repeats and settles unknown
 * outcomes by look-up. Implemented by `Twilio.ts` (the vendor) and `SandboxSms.ts`.
 */
import { Context, Schema } from "effect"
import type { Effect } from "effect"
import type { MessageFailure } from "./MessageFailure.ts"

/** One SMS to one number. Numbers are E.164; without `from` the account's own number sends. */
export const SmsMessage = Schema.Struct({
  sendId: Schema.String,
  workspaceId: Schema.String,
  from: Schema.optionalKey(Schema.String),
  to: Schema.String,
  text: Schema.String,
  /** Where the vendor reports what becomes of the message: the webhook's public address. */
  statusCallback: Schema.optionalKey(Schema.String)
})
export type SmsMessage = typeof SmsMessage.Type

/** The provider took the message over, as so many segments, which is what it charges for. */
export interface SmsReceipt {
  readonly externalId: string
  readonly segments: number
}

/** What the provider knows of a message it took over. */
export interface SmsState {
  readonly externalId: string
  readonly status: "queued" | "sent" | "delivered" | "failed"
  readonly segments: number
  readonly to: string
  readonly text: string
  /** When the provider took it over, epoch milliseconds. */
  readonly at: number
  /** The provider's code for a failure. */
  readonly errorCode?: string
}

/** What to look for after an unknown outcome: messages taken over from `since` on (epoch milliseconds). */
export interface SmsSought {
  readonly from?: string
  readonly to: string
  readonly text: string
  readonly since: number
}

export interface Service {
  readonly name: "twilio" | "sandbox"
  /**
   * Whether a send may be repeated after an unknown outcome and still leaves one message. Twilio knows no idempotency
   * key, so there it may not: look for it with `find`.
   */
  readonly idempotent: boolean
  /** Makes at most one request. */
  readonly send: (message: SmsMessage) => Effect.Effect<SmsReceipt, MessageFailure>
  /** The messages with this text to this number, newest first; equal texts cannot be told apart by the vendor. */
  readonly find: (sought: SmsSought) => Effect.Effect<ReadonlyArray<SmsState>, MessageFailure>
  /** Undefined where the provider knows no such message. */
  readonly get: (externalId: string) => Effect.Effect<SmsState | undefined, MessageFailure>
}

export class SmsProvider extends Context.Service<SmsProvider, Service>()("@loopdrive/providers/SmsProvider") {}
