/**
 * The port through which money moves: payments taken from a workspace's card, transfers to connected accounts, and the
 * truth about both read back. Used by the wallet, which owns retries and bookkeeping. Implemented by `Stripe.ts` (the
 * vendor) and `SandboxPayments.ts` (a table of our own); both pass the same contract test.
 *
 * Amounts are integer cents of the currency; instants are `Date`s with the vendor's resolution of one second.
 */
import { Context, Schema, Stream } from "effect"
import type { Effect, Option } from "effect"

/** Cents: eight digits, the most that Stripe takes in USD (https://docs.stripe.com/currencies#minimum-and-maximum-charge-amounts). */
export const amountMax = 99_999_999

/** Why a payment is made; travels in its metadata. */
export const PaymentPurpose = Schema.Literals(["top_up", "auto_reload"])
export type PaymentPurpose = typeof PaymentPurpose.Type

/**
 * A payment's way through Stripe (https://docs.stripe.com/payments/paymentintents/lifecycle). Money has arrived in
 * `succeeded` only; `succeeded` and `canceled` are final, `requires_payment_method` also follows a decline.
 */
export const PaymentStatus = Schema.Literals([
  "requires_payment_method",
  "requires_confirmation",
  "requires_action",
  "processing",
  "requires_capture",
  "canceled",
  "succeeded"
])
export type PaymentStatus = typeof PaymentStatus.Type

/**
 * Stripe's states of a dispute (https://docs.stripe.com/api/disputes/object#dispute_object-status). Under the
 * `warning_…` ones, an inquiry, no money has moved; `prevented` never took any; from `needs_response` on the amount is
 * withheld, which `won` gives back and `lost` keeps.
 */
export const DisputeStatus = Schema.Literals([
  "warning_needs_response",
  "warning_under_review",
  "warning_closed",
  "needs_response",
  "under_review",
  "appeal_needs_response",
  "appeal_under_review",
  "prevented",
  "won",
  "lost"
])
export type DisputeStatus = typeof DisputeStatus.Type

/** A payment method the customer agreed to be charged with while away, as a succeeded payment left it. */
export interface SavedMethod {
  readonly customerId: string
  readonly paymentMethodId: string
}

/** Asks for a payment. Every field is part of what the key stands for. */
export interface CreatePayment {
  readonly workspaceId: string
  readonly walletId: string
  /** Our own name for the payment; found again in its metadata. */
  readonly paymentId: string
  readonly purpose: PaymentPurpose
  /** Cents, 1 to `amountMax`. The vendor's minimum is higher: 50 in USD. */
  readonly amount: number
  /** ISO 4217 in lower case. */
  readonly currency: string
  /** 1 to 255 characters of visible ASCII. */
  readonly idempotencyKey: string
  /** The workspace's customer from an earlier payment. One is made where neither this nor `saved` is given. */
  readonly customerId?: string
  /** Given: charged at once, the customer being away. Absent: the customer confirms with the client secret. */
  readonly saved?: SavedMethod
}

/** A payment exists. Only `status` `succeeded` means money. `customerId` is to be kept and given the next time. */
export interface CreatedPayment {
  readonly paymentIntentId: string
  readonly clientSecret: string
  readonly status: PaymentStatus
  readonly customerId?: string
}

/** A dispute about a payment: there may be several, one after the other or over parts of it. */
export interface Dispute {
  readonly id: string
  readonly status: DisputeStatus
  /** Cents under dispute, which may be less than the payment. */
  readonly amount: number
}

/** A payment as the provider knows it now. */
export interface Payment {
  readonly paymentIntentId: string
  /** What the customer confirms it with, as when it was made. */
  readonly clientSecret?: string
  readonly status: PaymentStatus
  /** Cents asked for. */
  readonly amount: number
  /** Cents that arrived; refunds do not lower it. */
  readonly amountReceived: number
  /** Cents given back in all refunds together. Money withheld by a dispute is not a refund. */
  readonly amountRefunded: number
  readonly currency: string
  readonly customerId?: string
  /** What was, or would be, charged; with `setup_future_usage` reusable as `SavedMethod` once `succeeded`. */
  readonly paymentMethodId?: string
  /** Of a payment of ours: `workspaceId`, `walletId`, `paymentId`, `purpose`. */
  readonly metadata: Readonly<Record<string, string>>
  /** Of the last attempt, where it failed: the decline code where there is one, otherwise the error code. */
  readonly failureCode?: string
  readonly failureMessage?: string
  readonly receiptUrl?: string
  /** When its customer confirmed it, once it has succeeded. */
  readonly paidAt?: Date
  /** All there ever were. */
  readonly disputes: ReadonlyArray<Dispute>
  readonly created: Date
}

/** Asks for money to be moved to a connected account. Every field is part of what the key stands for. */
export interface CreateTransfer {
  /** Our own name for the payout; the transfer can be found by it. */
  readonly payoutId: string
  readonly workspaceId: string
  readonly connectAccountId: string
  /** Cents, 1 to `amountMax`. */
  readonly amount: number
  /** ISO 4217 in lower case. */
  readonly currency: string
  readonly description: string
  /** 1 to 255 characters of visible ASCII. */
  readonly idempotencyKey: string
}

/** A transfer as the provider knows it now. It exists: the money has left our balance, less what was reversed. */
export interface Transfer {
  readonly transferId: string
  /** Absent on transfers that are not ours. */
  readonly payoutId?: string
  readonly connectAccountId: string
  readonly amount: number
  readonly amountReversed: number
  readonly currency: string
  readonly metadata: Readonly<Record<string, string>>
  readonly created: Date
}

/** From `createdFrom` (inclusive) to `createdTo` (exclusive). */
export interface CreatedRange {
  readonly createdFrom: Date
  readonly createdTo: Date
}

/**
 * The provider said no and would say no again, under this key for certain: a 4xx other than 401, 403, 409, 424 and 429. `type`,
 * `code` and `declineCode` are Stripe's (https://docs.stripe.com/api/errors), `message` is its text, cut at 500
 * characters. `paymentIntentId` is set where the refused call left a payment behind: a declined charge of a saved
 * method, which may still be confirmed by the customer or be given up.
 */
export class PaymentRejected extends Schema.TaggedError<PaymentRejected>()("PaymentRejected", {
  status: Schema.Int,
  type: Schema.String,
  code: Schema.optionalKey(Schema.String),
  declineCode: Schema.optionalKey(Schema.String),
  message: Schema.String,
  paymentIntentId: Schema.optionalKey(Schema.String)
}) {}

/** Why the provider could not be asked, or did not say what became of the request. */
export const PaymentUnavailableReason = Schema.Literals([
  "rate_limited",
  "in_progress",
  "not_authorized",
  "key_reused",
  "timeout",
  "network",
  "server",
  "invalid_answer",
  "circuit_open",
  "store"
])

/**
 * A failure that time may cure, or an operator: `not_authorized` says that the provider does not take our credentials. `outcome` is `not_done` only where that is certain; `unknown` means money may move or
 * have moved: repeat with the same key, and where that keeps failing (Stripe repeats a stored 500 for as long as it
 * keeps the key) look with `findPayment` or `findTransfer`. `retryAfterMillis` is the provider's (or the open
 * circuit's) own request to wait, absent where it named none.
 */
export class PaymentProviderUnavailable extends Schema.TaggedError<PaymentProviderUnavailable>()(
  "PaymentProviderUnavailable",
  {
    reason: PaymentUnavailableReason,
    outcome: Schema.Literals(["not_done", "unknown"]),
    status: Schema.optionalKey(Schema.Int),
    code: Schema.optionalKey(Schema.String),
    retryAfterMillis: Schema.optionalKey(Schema.Number)
  }
) {}

export type PaymentFailure = PaymentRejected | PaymentProviderUnavailable

/**
 * What the service does. Guarantee: a create repeated under the same key within 24 hours (Stripe keeps keys at least
 * that long, https://docs.stripe.com/api/idempotent_requests) makes nothing new and is answered as at first, refusals
 * included; another request under the same key is `key_reused`, which says nothing of what became of the first. Later
 * than that, look first.
 */
export interface Service {
  /** Which implementation answers. */
  readonly name: "stripe" | "sandbox"
  /** Who a workspace is for the provider: made where there is none yet. Keep it: asked much later it may be another. */
  readonly customer: (workspaceId: string) => Effect.Effect<string, PaymentFailure>
  readonly createPayment: (request: CreatePayment) => Effect.Effect<CreatedPayment, PaymentFailure>
  /** A payment that is not there is `PaymentRejected` with status 404 and code `resource_missing`. */
  readonly getPayment: (paymentIntentId: string) => Effect.Effect<Payment, PaymentFailure>
  /** All payments of the account created in the range, newest first, those of others in the account included. */
  readonly listPayments: (range: CreatedRange) => Stream.Stream<Payment, PaymentFailure>
  /**
   * Our payment of that name among those created in the range: after an unknown outcome. Reads the whole range, of the
   * customer where one is named.
   */
  readonly findPayment: (
    request: CreatedRange & { readonly paymentId: string; readonly customerId?: string | undefined }
  ) => Effect.Effect<Option.Option<Payment>, PaymentFailure>
  readonly createTransfer: (request: CreateTransfer) => Effect.Effect<{ readonly transferId: string }, PaymentFailure>
  /** A transfer that is not there is `PaymentRejected` with status 404 and code `resource_missing`. */
  readonly getTransfer: (transferId: string) => Effect.Effect<Transfer, PaymentFailure>
  /** The transfer of a payout, however old: after an unknown outcome. Should there be several, the first. */
  readonly findTransfer: (payoutId: string) => Effect.Effect<Option.Option<Transfer>, PaymentFailure>
  /** All transfers of the account created in the range, newest first. */
  readonly listTransfers: (range: CreatedRange) => Stream.Stream<Transfer, PaymentFailure>
}

export class PaymentProvider extends Context.Service<PaymentProvider, Service>()(
  "@loopdrive/providers/PaymentProvider"
) {}

/** `findPayment` for an implementation that can list. */
export const findIn =
  (
    listPayments: (
      range: CreatedRange & { readonly customerId?: string | undefined }
    ) => Stream.Stream<Payment, PaymentFailure>
  ): Service["findPayment"] =>
  ({ paymentId, ...range }) =>
    Stream.runHead(
      Stream.filter(
        listPayments(range),
        ({ customerId, metadata }) =>
          metadata["paymentId"] === paymentId && (range.customerId === undefined || customerId === range.customerId)
      )
    )
