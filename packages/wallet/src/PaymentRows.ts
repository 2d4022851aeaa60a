/** Rows of payments and payouts as the database returns them, and what they are on the wire. */
import { compact, optional } from "@loopdrive/domain/Json"
import * as Wire from "@loopdrive/domain/Wallet"
import * as Schema from "effect/Schema"
import { pauseOf } from "./core/Pause.ts"

const Text = Schema.NullOr(Schema.String)
const Instant = Schema.Date
const Cents = Schema.Int

export const PaymentRow = Schema.Struct({
  id: Schema.String,
  workspace_id: Schema.String,
  wallet_id: Schema.String,
  payment_intent_id: Text,
  purpose: Schema.Literals(["top_up", "auto_reload"]),
  amount: Cents,
  currency: Schema.String,
  status: Wire.PaymentStatus,
  credited: Cents,
  refunded: Cents,
  disputed: Cents,
  dispute_open: Schema.Boolean,
  step: Schema.Int,
  /** What the provider is asked for, the same in every repeat. */
  asked: Schema.NullOr(
    Schema.Struct({
      customerId: Schema.optional(Schema.String),
      saved: Schema.optional(Schema.Struct({ customerId: Schema.String, paymentMethodId: Schema.String }))
    })
  ),
  payment_method: Text,
  receipt_url: Text,
  failure_reason: Text,
  created_at: Instant,
  updated_at: Instant
})
export type PaymentRow = typeof PaymentRow.Type

/** A payment with what is needed to act for its wallet. */
export const OwnedPayment = Schema.Struct({ ...PaymentRow.fields, organization_id: Schema.String })
export type OwnedPayment = typeof OwnedPayment.Type

/** It was not made, and is looked for all the same. */
export const isGivenUp = ({ payment_intent_id, status }: PaymentRow): boolean =>
  payment_intent_id === null && status !== "pending"

/** Milliseconds until a payment that has not changed is asked about again. */
export const pauseOfPayment = (row: PaymentRow, now: number): number => {
  const isUnderWay = row.status === "pending" || row.status === "processing"
  return pauseOf({
    age: now - row.created_at.getTime(),
    isGivenUp: isGivenUp(row),
    isOpen: row.dispute_open || (row.purpose === "auto_reload" && isUnderWay)
  })
}

export const toPayment = (row: PaymentRow): Wire.StripePayment =>
  compact({
    id: row.id,
    workspaceId: row.workspace_id,
    walletId: row.wallet_id,
    paymentIntentId: row.payment_intent_id ?? "",
    amount: row.amount,
    currency: row.currency,
    status: row.status,
    paymentMethod: optional(row.payment_method),
    receiptUrl: optional(row.receipt_url),
    failureReason: optional(row.failure_reason),
    metadata: { purpose: row.purpose, credited: row.credited, refunded: row.refunded, disputed: row.disputed },
    createdAt: row.created_at.toISOString(),
    updatedAt: row.updated_at.toISOString()
  })

export const RecipientRow = Schema.Struct({
  id: Schema.String,
  workspace_id: Schema.String,
  connect_account_id: Schema.String,
  type: Wire.RecipientType,
  name: Schema.String,
  created_at: Instant
})

export const toRecipient = (row: typeof RecipientRow.Type): Wire.PayoutRecipient => ({
  id: row.id,
  workspaceId: row.workspace_id,
  connectAccountId: row.connect_account_id,
  type: row.type,
  name: row.name,
  createdAt: row.created_at.toISOString()
})

export const PayoutRow = Schema.Struct({
  id: Schema.String,
  workspace_id: Schema.String,
  wallet_id: Schema.String,
  recipient_id: Schema.String,
  connect_account_id: Schema.String,
  hold_id: Schema.String,
  transfer_id: Text,
  amount: Cents,
  currency: Schema.String,
  status: Wire.PayoutStatus,
  recipient_type: Wire.RecipientType,
  recipient_name: Schema.String,
  description: Schema.String,
  transferred: Cents,
  reversed: Cents,
  step: Schema.Int,
  failure_reason: Text,
  created_at: Instant,
  paid_at: Schema.NullOr(Instant)
})
export type PayoutRow = typeof PayoutRow.Type

export const OwnedPayout = Schema.Struct({ ...PayoutRow.fields, organization_id: Schema.String })
export type OwnedPayout = typeof OwnedPayout.Type

/** The same for a payout: a failed one was given up. */
export const pauseOfPayout = (row: PayoutRow, now: number): number =>
  pauseOf({
    age: now - row.created_at.getTime(),
    isGivenUp: row.status === "failed",
    isOpen: row.status === "pending"
  })

export const toPayout = (row: PayoutRow): Wire.StripePayout =>
  compact({
    id: row.id,
    workspaceId: row.workspace_id,
    connectAccountId: row.connect_account_id,
    transferId: row.transfer_id ?? "",
    amount: row.amount,
    currency: row.currency,
    status: row.status,
    recipientType: row.recipient_type,
    recipientName: row.recipient_name,
    description: row.description,
    metadata: compact({
      recipientId: row.recipient_id,
      failureReason: optional(row.failure_reason),
      reversed: row.reversed === 0 ? undefined : row.reversed
    }),
    createdAt: row.created_at.toISOString(),
    paidAt: row.paid_at?.toISOString()
  })
