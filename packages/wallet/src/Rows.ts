/** Rows of the wallet as the database returns them, and what they are on the wire. */
import { Metadata, compact, optional } from "@loopdrive/domain/Json"
import * as Wire from "@loopdrive/domain/Wallet"
import * as Schema from "effect/Schema"
import { metadataOf } from "./core/Ledger.ts"
import { alertKeys } from "./core/State.ts"
import type { Wallet } from "./core/State.ts"
import type { ToReview } from "./WalletStore.ts"

const Text = Schema.NullOr(Schema.String)
const Instant = Schema.Date
const Cents = Schema.Int

const AutoReload = Schema.Struct({
  enabled: Schema.Boolean,
  threshold: Cents,
  amount: Cents,
  dailyCeiling: Schema.optional(Cents),
  monthlyCeiling: Schema.optional(Cents)
})
const Watch = Schema.Struct({
  days: Schema.Array(Schema.Struct({ day: Schema.String, spent: Cents, reloaded: Cents })),
  raised: Schema.Array(Schema.Literals(alertKeys)),
  reloading: Schema.optional(
    Schema.Struct({
      paymentId: Schema.String,
      amount: Cents,
      startedAt: Schema.Finite,
      paymentMethodId: Schema.optional(Schema.String)
    })
  ),
  reloads: Schema.Array(Schema.Finite),
  declines: Schema.Int,
  retryAt: Schema.optional(Schema.Finite),
  lowSince: Schema.optional(Schema.Finite),
  reloadsSince: Schema.optional(Schema.Finite),
  reviewedAt: Schema.Finite
})

export const WalletRow = Schema.Struct({
  id: Schema.String,
  workspace_id: Schema.String,
  organization_id: Schema.String,
  currency: Schema.String,
  balance: Cents,
  held: Cents,
  overdraft: Cents,
  frozen: Schema.Boolean,
  entries: Schema.Int,
  auto_reload: Schema.NullOr(AutoReload),
  customer: Text,
  saved: Schema.NullOr(
    Schema.Struct({
      customerId: Schema.String,
      paymentMethodId: Schema.String,
      paymentId: Schema.optional(Schema.String),
      confirmedAt: Schema.optional(Schema.Finite)
    })
  ),
  watch: Watch,
  created_at: Instant,
  updated_at: Instant
})

export const HoldRow = Schema.Struct({
  id: Schema.String,
  wallet_id: Schema.String,
  purpose: Schema.Literals(["campaign", "payout"]),
  amount: Cents,
  captured: Cents,
  released: Cents,
  status: Wire.HoldStatus,
  reference_id: Text,
  description: Schema.String,
  metadata: Schema.NullOr(Metadata),
  expires_at: Schema.NullOr(Instant),
  created_at: Instant,
  updated_at: Instant
})

/** The state that rows are: the wallet and its open holds. */
export const stateOf = (row: typeof WalletRow.Type, holds: ReadonlyArray<typeof HoldRow.Type>): Wallet => ({
  id: row.id,
  exists: true,
  workspaceId: row.workspace_id,
  organizationId: row.organization_id,
  currency: row.currency,
  balance: row.balance,
  held: row.held,
  overdraft: row.overdraft,
  frozen: row.frozen,
  entries: row.entries,
  refunds: { before: row.entries, latest: [] },
  holds: holds.map((hold) => ({
    id: hold.id,
    purpose: hold.purpose,
    amount: hold.amount,
    captured: hold.captured,
    released: hold.released,
    referenceId: optional(hold.reference_id),
    description: hold.description,
    metadata: optional(hold.metadata),
    expiresAt: hold.expires_at?.getTime(),
    createdAt: hold.created_at.getTime()
  })),
  autoReload:
    row.auto_reload === null ? undefined : { dailyCeiling: undefined, monthlyCeiling: undefined, ...row.auto_reload },
  customer: optional(row.customer),
  saved: optional(row.saved),
  watch: { reloading: undefined, retryAt: undefined, lowSince: undefined, reloadsSince: undefined, ...row.watch },
  createdAt: row.created_at.getTime(),
  updatedAt: row.updated_at.getTime()
})

const statusOf = (row: typeof WalletRow.Type, available: number): Wire.WalletStatus => {
  if (row.frozen) return "frozen"
  return available <= 0 ? "depleted" : "active"
}

export const toWallet = (row: typeof WalletRow.Type): Wire.Wallet => {
  const available = row.balance - row.held + row.overdraft
  const reload = optional(row.auto_reload)
  const ceilings = { dailyCeiling: reload?.dailyCeiling, monthlyCeiling: reload?.monthlyCeiling }
  return compact({
    id: row.id,
    workspaceId: row.workspace_id,
    organizationId: row.organization_id,
    balance: row.balance,
    currency: row.currency,
    status: statusOf(row, available),
    autoReloadEnabled: reload?.enabled ?? false,
    autoReloadThreshold: reload?.threshold,
    autoReloadAmount: reload?.amount,
    metadata: compact({
      held: row.held,
      available,
      overdraft: row.overdraft,
      paymentMethodSaved: row.saved !== null,
      ...ceilings
    }),
    createdAt: row.created_at.toISOString(),
    updatedAt: row.updated_at.toISOString()
  })
}

export const ReviewRow = Schema.Struct({
  workspace_id: Schema.String,
  organization_id: Schema.String,
  review_at: Instant
})

export const toReview = (row: typeof ReviewRow.Type): ToReview => ({
  workspaceId: row.workspace_id,
  organizationId: row.organization_id,
  dueAt: row.review_at.getTime()
})

export const TransactionRow = Schema.Struct({
  id: Schema.String,
  wallet_id: Schema.String,
  number: Schema.Int,
  type: Wire.TransactionType,
  amount: Cents,
  balance: Cents,
  source: Wire.TransactionSource,
  reference_id: Text,
  description: Schema.String,
  corrects: Text,
  hold_id: Text,
  metadata: Schema.NullOr(Metadata),
  created_at: Instant
})

export const toTransaction = (row: typeof TransactionRow.Type): Wire.WalletTransaction =>
  compact({
    id: row.id,
    walletId: row.wallet_id,
    type: row.type,
    amount: row.amount,
    balance: row.balance,
    source: row.source,
    referenceId: optional(row.reference_id),
    description: row.description,
    metadata: metadataOf({
      corrects: optional(row.corrects),
      holdId: optional(row.hold_id),
      metadata: optional(row.metadata)
    }),
    timestamp: row.created_at.toISOString()
  })

export const toHold = (row: typeof HoldRow.Type): Wire.Hold =>
  compact({
    id: row.id,
    walletId: row.wallet_id,
    amount: row.amount,
    captured: row.captured,
    released: row.released,
    remaining: row.amount - row.captured - row.released,
    status: row.status,
    referenceId: optional(row.reference_id),
    description: row.description,
    metadata: optional(row.metadata),
    expiresAt: row.expires_at?.toISOString(),
    createdAt: row.created_at.toISOString(),
    updatedAt: row.updated_at.toISOString()
  })

export const AlertRow = Schema.Struct({
  id: Schema.String,
  workspace_id: Schema.String,
  type: Wire.AlertType,
  severity: Wire.AlertSeverity,
  message: Schema.String,
  current_spend: Cents,
  threshold_spend: Schema.NullOr(Cents),
  recommended_action: Text,
  acknowledged_by: Text,
  acknowledged_at: Schema.NullOr(Instant),
  created_at: Instant
})

export const toAlert = (row: typeof AlertRow.Type): Wire.SpendAlert =>
  compact({
    id: row.id,
    workspaceId: row.workspace_id,
    type: row.type,
    severity: row.severity,
    message: row.message,
    currentSpend: row.current_spend,
    thresholdSpend: optional(row.threshold_spend),
    recommendedAction: optional(row.recommended_action),
    acknowledged: row.acknowledged_at !== null,
    acknowledgedBy: optional(row.acknowledged_by),
    acknowledgedAt: row.acknowledged_at?.toISOString(),
    createdAt: row.created_at.toISOString()
  })

export const BudgetRow = Schema.Struct({
  id: Schema.String,
  workspace_id: Schema.String,
  channel: Schema.String,
  amount: Cents,
  type: Schema.Literals(["planned", "actual", "adjustment"]),
  category: Schema.Literals(["send", "ad", "creator", "service"]),
  external_id: Text,
  description: Text,
  metadata: Schema.NullOr(Metadata),
  created_at: Instant
})

export const toBudgetLedger = (row: typeof BudgetRow.Type): Wire.BudgetLedger =>
  compact({
    id: row.id,
    workspaceId: row.workspace_id,
    channel: row.channel,
    amount: row.amount,
    type: row.type,
    category: row.category,
    externalId: optional(row.external_id),
    description: optional(row.description),
    metadata: optional(row.metadata),
    timestamp: row.created_at.toISOString()
  })
