/**
 * Webhooks from Stripe: whether one is genuine, and what it is about. Used by the HTTP layer, which passes the raw body
 * as it arrived.
 *
 * Events arrive late, twice, in any order or not at all (https://docs.stripe.com/webhooks#event-ordering), so one is
 * only a hint to look: nothing but the names in it is passed on, and the object is read back.
 */
import { Context, Schema } from "effect"
import type { Effect } from "effect"

/** A genuine event. `objectType` is Stripe's word, `objectId` the object's id: `payment_intent` and `pi_…`. */
export interface WebhookEvent {
  /** Stripe's name for the event, the same in every delivery of it. */
  readonly id: string
  readonly type: string
  /** When it happened, which is not when it arrived. */
  readonly created: Date
  readonly objectId: string
  readonly objectType: string
  /** The payment to look at: for events about payments, their charges, refunds and disputes. */
  readonly paymentIntentId?: string
  /** The transfer to look at: for `transfer.*`. */
  readonly transferId?: string
}

/**
 * The webhook is not to be believed. `too_old` has a good signature, made more than 300 seconds ago; `malformed` is
 * signed well and is no event. None of them is cured by another delivery of the same request.
 */
export class WebhookRefused extends Schema.TaggedError<WebhookRefused>()("WebhookRefused", {
  reason: Schema.Literals(["missing_header", "bad_signature", "too_old", "malformed"])
}) {}

/** What the service does. */
export interface Service {
  /** `body` is every byte of the request as received; `signature` the value of its `Stripe-Signature` header. */
  readonly verify: (
    body: string | Uint8Array,
    signature: string | undefined
  ) => Effect.Effect<WebhookEvent, WebhookRefused>
}

export class StripeWebhook extends Context.Service<StripeWebhook, Service>()("@loopdrive/providers/StripeWebhook") {}
