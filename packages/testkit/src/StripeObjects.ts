/**
 * Stripe's objects on the wire, so far as anybody here reads them (https://docs.stripe.com/api). Times are epoch seconds,
 * amounts cents. An account changes them in place; what leaves it is a copy.
 */
export interface StripeObject {
  readonly id: string
  readonly object: string
  readonly created: number
}

export type Metadata = Readonly<Record<string, string>>

export interface StripeCustomer extends StripeObject {
  readonly metadata: Metadata
}

export interface StripeMethod extends StripeObject {
  readonly type: "card"
  readonly customer: string
}

export type IntentStatus = "requires_payment_method" | "succeeded" | "canceled"

export interface PaymentError {
  readonly type: "card_error"
  readonly code: string
  readonly decline_code: string
  readonly message: string
  readonly charge: string
}

export interface StripeIntent extends StripeObject {
  readonly amount: number
  amount_received: number
  readonly currency: string
  readonly customer: string | null
  readonly client_secret: string
  readonly metadata: Metadata
  readonly setup_future_usage: string | null
  readonly livemode: false
  status: IntentStatus
  payment_method: string | null
  latest_charge: string | null
  last_payment_error: PaymentError | null
  canceled_at: number | null
}

export interface StripeCharge extends StripeObject {
  readonly amount: number
  amount_refunded: number
  readonly currency: string
  readonly customer: string | null
  readonly payment_intent: string
  readonly payment_method: string
  readonly paid: boolean
  readonly status: "succeeded" | "failed"
  readonly failure_code: string | null
  readonly receipt_url: string | null
  disputed: boolean
  refunded: boolean
}

export interface StripeRefund extends StripeObject {
  readonly amount: number
  readonly currency: string
  readonly charge: string
  readonly payment_intent: string
  readonly status: "succeeded"
}

export interface StripeDispute extends StripeObject {
  readonly amount: number
  readonly currency: string
  readonly charge: string
  readonly payment_intent: string
  readonly reason: string
  status: string
}

export interface StripeTransfer extends StripeObject {
  readonly amount: number
  amount_reversed: number
  readonly currency: string
  readonly destination: string
  readonly description: string | null
  readonly metadata: Metadata
  readonly transfer_group: string | null
}

export interface StripeEvent extends StripeObject {
  readonly type: string
  readonly api_version: string | null
  readonly livemode: false
  readonly data: { readonly object: StripeObject }
}

type Asked = Pick<StripeIntent, "amount" | "currency" | "customer" | "metadata" | "setup_future_usage">

/** A payment as it begins. */
export const newIntent = (id: string, secret: string, asked: Asked, at: number): StripeIntent => ({
  id,
  object: "payment_intent",
  created: at,
  ...asked,
  amount_received: 0,
  client_secret: secret,
  livemode: false,
  status: "requires_payment_method",
  payment_method: null,
  latest_charge: null,
  last_payment_error: null,
  canceled_at: null
})

/** An attempt to charge a method for a payment. `failure` is the bank's code, null where it paid. */
export const newCharge = (
  id: string,
  intent: StripeIntent,
  method: string,
  failure: string | null,
  at: number
): StripeCharge => ({
  id,
  object: "charge",
  created: at,
  amount: intent.amount,
  amount_refunded: 0,
  currency: intent.currency,
  customer: intent.customer,
  payment_intent: intent.id,
  payment_method: method,
  paid: failure === null,
  status: failure === null ? "succeeded" : "failed",
  failure_code: failure,
  receipt_url: failure === null ? `https://pay.stripe.example/receipts/${id}` : null,
  disputed: false,
  refunded: false
})
