/** The models of the wallet as they stand on the wire (contract section 7.4). Money is in integer cents. */
import * as Schema from "effect/Schema"
import { Metadata, Timestamp } from "./Json.ts"

export const WalletStatus = Schema.Literals(["active", "frozen", "depleted"])
export type WalletStatus = typeof WalletStatus.Type

/**
 * `balance` is what is posted: the sum of the entries. Of `metadata`, `held` is on hold, `overdraft` may be spent beyond
 * the balance, and `available` = balance - held + overdraft is what can be spent.
 */
export const Wallet = Schema.Struct({
  id: Schema.String,
  workspaceId: Schema.String,
  organizationId: Schema.String,
  balance: Schema.Int,
  currency: Schema.String,
  status: WalletStatus,
  autoReloadEnabled: Schema.Boolean,
  autoReloadThreshold: Schema.optionalKey(Schema.Int),
  autoReloadAmount: Schema.optionalKey(Schema.Int),
  metadata: Metadata,
  createdAt: Timestamp,
  updatedAt: Timestamp
}).annotate({ identifier: "Wallet" })
export type Wallet = typeof Wallet.Type

export const TransactionType = Schema.Literals(["credit", "debit", "refund", "adjustment"])
export type TransactionType = typeof TransactionType.Type
export const TransactionSource = Schema.Literals([
  "stripe_payment",
  "campaign_spend",
  "refund",
  "manual",
  "auto_reload"
])
export type TransactionSource = typeof TransactionSource.Type

/** One entry of the ledger. `amount` carries its sign, `balance` is the wallet's after it. */
export const WalletTransaction = Schema.Struct({
  id: Schema.String,
  walletId: Schema.String,
  type: TransactionType,
  amount: Schema.Int,
  balance: Schema.Int,
  source: TransactionSource,
  referenceId: Schema.optionalKey(Schema.String),
  description: Schema.String,
  metadata: Schema.optionalKey(Metadata),
  timestamp: Timestamp
}).annotate({ identifier: "WalletTransaction" })
export type WalletTransaction = typeof WalletTransaction.Type

export const HoldStatus = Schema.Literals(["open", "captured", "released", "expired"])
export type HoldStatus = typeof HoldStatus.Type

/** Money set aside: `amount` = `captured` + `released` + `remaining`. Only an open one has anything remaining. */
export const Hold = Schema.Struct({
  id: Schema.String,
  walletId: Schema.String,
  amount: Schema.Int,
  captured: Schema.Int,
  released: Schema.Int,
  remaining: Schema.Int,
  status: HoldStatus,
  referenceId: Schema.optionalKey(Schema.String),
  description: Schema.String,
  metadata: Schema.optionalKey(Metadata),
  expiresAt: Schema.optionalKey(Timestamp),
  createdAt: Timestamp,
  updatedAt: Timestamp
}).annotate({ identifier: "Hold" })
export type Hold = typeof Hold.Type

export const PaymentStatus = Schema.Literals(["pending", "processing", "succeeded", "failed", "canceled", "refunded"])
export type PaymentStatus = typeof PaymentStatus.Type

/** Of `metadata`: `purpose`, and what was `credited`, `refunded` and taken back by a dispute (`disputed`) so far. */
export const StripePayment = Schema.Struct({
  id: Schema.String,
  workspaceId: Schema.String,
  walletId: Schema.String,
  paymentIntentId: Schema.String,
  amount: Schema.Int,
  currency: Schema.String,
  status: PaymentStatus,
  paymentMethod: Schema.optionalKey(Schema.String),
  receiptUrl: Schema.optionalKey(Schema.String),
  failureReason: Schema.optionalKey(Schema.String),
  metadata: Metadata,
  createdAt: Timestamp,
  updatedAt: Timestamp
}).annotate({ identifier: "StripePayment" })
export type StripePayment = typeof StripePayment.Type

export const RecipientType = Schema.Literals(["creator", "freelancer", "partner", "vendor"])
export type RecipientType = typeof RecipientType.Type

/** Somebody who can be paid: registered before the first payout. */
export const PayoutRecipient = Schema.Struct({
  id: Schema.String,
  workspaceId: Schema.String,
  connectAccountId: Schema.String,
  type: RecipientType,
  name: Schema.String,
  createdAt: Timestamp
}).annotate({ identifier: "PayoutRecipient" })
export type PayoutRecipient = typeof PayoutRecipient.Type

export const PayoutStatus = Schema.Literals(["pending", "in_transit", "paid", "failed", "canceled"])
export type PayoutStatus = typeof PayoutStatus.Type

/** `transferId` is empty until the transfer exists. */
export const StripePayout = Schema.Struct({
  id: Schema.String,
  workspaceId: Schema.String,
  connectAccountId: Schema.String,
  transferId: Schema.String,
  amount: Schema.Int,
  currency: Schema.String,
  status: PayoutStatus,
  recipientType: RecipientType,
  recipientName: Schema.String,
  description: Schema.String,
  metadata: Schema.optionalKey(Metadata),
  createdAt: Timestamp,
  paidAt: Schema.optionalKey(Timestamp)
}).annotate({ identifier: "StripePayout" })
export type StripePayout = typeof StripePayout.Type

export const AlertType = Schema.Literals(["threshold_exceeded", "pace_high", "pace_low", "anomaly_detected"])
export type AlertType = typeof AlertType.Type
export const AlertSeverity = Schema.Literals(["info", "warning", "critical"])
export type AlertSeverity = typeof AlertSeverity.Type

export const SpendAlert = Schema.Struct({
  id: Schema.String,
  workspaceId: Schema.String,
  type: AlertType,
  severity: AlertSeverity,
  message: Schema.String,
  currentSpend: Schema.Int,
  thresholdSpend: Schema.optionalKey(Schema.Int),
  recommendedAction: Schema.optionalKey(Schema.String),
  acknowledged: Schema.Boolean,
  acknowledgedBy: Schema.optionalKey(Schema.String),
  acknowledgedAt: Schema.optionalKey(Timestamp),
  createdAt: Timestamp
}).annotate({ identifier: "SpendAlert" })
export type SpendAlert = typeof SpendAlert.Type

/** An entry of the budget's books: what was planned and what was spent, and on what. */
export const BudgetLedger = Schema.Struct({
  id: Schema.String,
  workspaceId: Schema.String,
  allocationId: Schema.optionalKey(Schema.String),
  channel: Schema.String,
  amount: Schema.Int,
  type: Schema.Literals(["planned", "actual", "adjustment"]),
  category: Schema.Literals(["send", "ad", "creator", "service"]),
  externalId: Schema.optionalKey(Schema.String),
  description: Schema.optionalKey(Schema.String),
  metadata: Schema.optionalKey(Metadata),
  timestamp: Timestamp
}).annotate({ identifier: "BudgetLedger" })
export type BudgetLedger = typeof BudgetLedger.Type
