/**
 * How Stripe says no: its error envelope, types and codes (https://docs.stripe.com/api/errors,
 * https://docs.stripe.com/error-codes), and which of its test cards are declined (https://docs.stripe.com/testing).
 */
import type { StripeIntent } from "./StripeObjects.ts"

export interface StripeRefusal {
  readonly status: number
  readonly error: {
    readonly type: string
    readonly code?: string
    readonly decline_code?: string
    readonly message: string
    readonly param?: string
    readonly payment_intent?: StripeIntent
  }
  /** Execution had begun, so the refusal is kept under the request's key. */
  readonly executed: boolean
}

export const refuse = (status: number, type: string, code: string | undefined, message: string): StripeRefusal => ({
  status,
  error: { type, message, ...(code === undefined ? {} : { code }) },
  executed: false
})

export const invalid = (code: string | undefined, message: string): StripeRefusal =>
  refuse(400, "invalid_request_error", code, message)

/** 404 where the path names it, 400 where a parameter does. */
export const missing = (what: string, id: string, status: 400 | 404 = 404): StripeRefusal =>
  refuse(status, "invalid_request_error", "resource_missing", `No such ${what}: '${id}'`)

/** What a payment method does when it is charged; undefined: it pays. */
export interface Decline {
  readonly code: string
  readonly decline_code: string
}

const card = (decline_code: string): Decline => ({ code: "card_declined", decline_code })

/** Stripe's names for test cards. `later`: declined only when charged with the customer away. */
export const cards: Readonly<Record<string, { readonly now?: Decline; readonly later?: Decline }>> = {
  pm_card_visa: {},
  pm_card_mastercard: {},
  pm_card_chargeCustomerFail: { later: card("generic_decline") },
  pm_card_authenticationRequired: {
    later: { code: "authentication_required", decline_code: "authentication_required" }
  },
  pm_card_visa_chargeDeclined: { now: card("generic_decline"), later: card("generic_decline") },
  // Saved well by a confirmed payment, as by Stripe's setup of it; without funds from then on.
  pm_card_visa_chargeDeclinedInsufficientFunds: { later: card("insufficient_funds") },
  pm_card_visa_chargeDeclinedExpiredCard: { now: { code: "expired_card", decline_code: "expired_card" } }
}

/** The bank's answer once the customer has told it to pay no more (https://docs.stripe.com/declines/codes). */
export const revoked: Decline = card("revocation_of_authorization")

export const declined = (decline: Decline, intent: StripeIntent): StripeRefusal => ({
  status: 402,
  error: {
    type: "card_error",
    ...decline,
    message: "Your card was declined.",
    payment_intent: structuredClone(intent)
  },
  executed: true
})
