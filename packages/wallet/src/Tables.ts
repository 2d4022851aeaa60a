/** The tables of the wallet as the journal writes them. */
import type { Row } from "@loopdrive/actor/Behavior"
import type { Head, Table } from "@loopdrive/actor/Table"
import * as Ids from "@loopdrive/domain/Ids"
import type { Facts } from "./core/Facts.ts"
import type { Entry, Fact } from "./core/Event.ts"
import * as Review from "./core/Review.ts"
import type { Hold, Wallet } from "./core/State.ts"

export const wallets: Head = {
  name: "wallets",
  columns: {
    workspace_id: "text",
    organization_id: "text",
    currency: "text",
    balance: "bigint",
    held: "bigint",
    overdraft: "bigint",
    frozen: "bool",
    entries: "bigint",
    auto_reload: "jsonb",
    saved: "jsonb",
    watch: "jsonb",
    review_at: "timestamptz",
    created_at: "timestamptz",
    updated_at: "timestamptz"
  },
  immutable: ["workspace_id", "organization_id", "currency", "created_at"]
}

const owned = { id: "text", workspace_id: "text", wallet_id: "text" }

export const transactions: Table = {
  name: "wallet_transactions",
  columns: {
    ...owned,
    number: "bigint",
    type: "text",
    amount: "bigint",
    balance: "bigint",
    source: "text",
    reference_id: "text",
    description: "text",
    corrects: "text",
    hold_id: "text",
    metadata: "jsonb",
    created_at: "timestamptz"
  },
  mode: "append"
}

export const holds: Table = {
  name: "wallet_holds",
  columns: {
    ...owned,
    purpose: "text",
    amount: "bigint",
    captured: "bigint",
    released: "bigint",
    status: "text",
    reference_id: "text",
    description: "text",
    metadata: "jsonb",
    expires_at: "timestamptz",
    created_at: "timestamptz",
    updated_at: "timestamptz"
  },
  mode: "replace",
  key: ["id"],
  immutable: ["workspace_id", "wallet_id", "purpose", "amount", "created_at"]
}

export const payments: Table = {
  name: "stripe_payments",
  columns: {
    ...owned,
    purpose: "text",
    amount: "bigint",
    currency: "text",
    status: "text",
    credited: "bigint",
    refunded: "bigint",
    disputed: "bigint",
    step: "int",
    created_at: "timestamptz",
    updated_at: "timestamptz"
  },
  mode: "append"
}
const attached: Table = {
  name: "stripe_payments",
  alias: "stripe_payments_attached",
  columns: { id: "text", payment_intent_id: "text", updated_at: "timestamptz" },
  mode: "update",
  key: ["id"]
}
const settled: Table = {
  name: "stripe_payments",
  alias: "stripe_payments_settled",
  columns: {
    id: "text",
    status: "text",
    credited: "bigint",
    refunded: "bigint",
    disputed: "bigint",
    step: "int",
    payment_method: "text",
    receipt_url: "text",
    failure_reason: "text",
    updated_at: "timestamptz"
  },
  mode: "update",
  key: ["id"]
}

export const payouts: Table = {
  name: "stripe_payouts",
  columns: {
    ...owned,
    recipient_id: "text",
    connect_account_id: "text",
    hold_id: "text",
    amount: "bigint",
    currency: "text",
    status: "text",
    recipient_type: "text",
    recipient_name: "text",
    description: "text",
    created_at: "timestamptz",
    updated_at: "timestamptz"
  },
  mode: "append"
}
const paid: Table = {
  name: "stripe_payouts",
  alias: "stripe_payouts_ended",
  columns: {
    id: "text",
    transfer_id: "text",
    status: "text",
    failure_reason: "text",
    updated_at: "timestamptz",
    paid_at: "timestamptz"
  },
  mode: "update",
  key: ["id"]
}

export const budgetLedger: Table = {
  name: "budget_ledger",
  columns: {
    id: "text",
    workspace_id: "text",
    channel: "text",
    amount: "bigint",
    type: "text",
    category: "text",
    external_id: "text",
    description: "text",
    metadata: "jsonb",
    created_at: "timestamptz"
  },
  mode: "append"
}

export const alerts: Table = {
  name: "alerts",
  columns: {
    ...owned,
    type: "text",
    severity: "text",
    message: "text",
    current_spend: "bigint",
    threshold_spend: "bigint",
    recommended_action: "text",
    created_at: "timestamptz"
  },
  mode: "append"
}

// Parents before children: an entry's wallet is the head, a payout's hold is its own.
export const all: ReadonlyArray<Table> = [
  transactions,
  holds,
  payments,
  attached,
  settled,
  payouts,
  paid,
  budgetLedger,
  alerts
]

const iso = (millis: number | undefined): string | null =>
  millis === undefined ? null : new Date(millis).toISOString()

export const walletRow = (wallet: Wallet): Readonly<Record<string, unknown>> => ({
  workspace_id: wallet.workspaceId,
  organization_id: wallet.organizationId,
  currency: wallet.currency,
  balance: wallet.balance,
  held: wallet.held,
  overdraft: wallet.overdraft,
  frozen: wallet.frozen,
  entries: wallet.entries,
  auto_reload: wallet.autoReload,
  saved: wallet.saved,
  watch: wallet.watch,
  review_at: iso(Review.dueAt(wallet)),
  created_at: iso(wallet.createdAt),
  updated_at: iso(wallet.updatedAt)
})

const entryRow = (entry: Entry, now: string | null) => ({
  id: entry.id,
  number: entry.number,
  type: entry.type,
  amount: entry.amount,
  balance: entry.balance,
  source: entry.source,
  reference_id: entry.referenceId,
  description: entry.description,
  corrects: entry.corrects,
  hold_id: entry.holdId,
  metadata: entry.metadata,
  created_at: now
})

const holdRow = (hold: Hold, status: string, now: string | null) => ({
  id: hold.id,
  purpose: hold.purpose,
  amount: hold.amount,
  captured: hold.captured,
  released: hold.released,
  status,
  reference_id: hold.referenceId,
  description: hold.description,
  metadata: hold.metadata,
  expires_at: iso(hold.expiresAt),
  created_at: iso(hold.createdAt),
  updated_at: now
})

type Values = Readonly<Record<string, unknown>>

/** The rows an event adds or changes. What only changes the wallet itself is in its head. */
export const rowsOf = ({ at, event }: Fact, wallet: Wallet, facts: Facts): ReadonlyArray<Row> => {
  const now = iso(at)
  const mine = { workspace_id: wallet.workspaceId, wallet_id: wallet.id }
  const row = (table: string, values: Values): ReadonlyArray<Row> => [{ table, values: { ...mine, ...values } }]
  switch (event._tag) {
    case "Posted":
      return row("wallet_transactions", entryRow(event.entry, now))
    case "HoldOpened":
    case "HoldChanged":
      return row("wallet_holds", holdRow(event.hold, "open", now))
    case "HoldEnded":
      return row("wallet_holds", holdRow(event.hold, event.status, now))
    case "PaymentStarted":
      return row("stripe_payments", {
        id: event.paymentId,
        purpose: event.purpose,
        amount: event.amount,
        currency: wallet.currency,
        status: "pending",
        credited: 0,
        refunded: 0,
        disputed: 0,
        step: 0,
        created_at: now,
        updated_at: now
      })
    case "PaymentAttached":
      return row("stripe_payments_attached", {
        id: event.paymentId,
        payment_intent_id: event.paymentIntentId,
        updated_at: now
      })
    case "PaymentSettled":
      return row("stripe_payments_settled", {
        id: event.paymentId,
        status: event.status,
        ...event.settled,
        step: event.step,
        payment_method: event.paymentMethodId,
        receipt_url: event.receiptUrl,
        failure_reason: event.failure,
        updated_at: now
      })
    case "PayoutStarted":
      return row("stripe_payouts", {
        id: event.payoutId,
        recipient_id: event.recipientId,
        connect_account_id: event.connectAccountId,
        hold_id: event.holdId,
        amount: event.amount,
        currency: wallet.currency,
        status: "pending",
        recipient_type: event.recipientType,
        recipient_name: event.recipientName,
        description: event.description,
        created_at: now,
        updated_at: now
      })
    case "PayoutPaid":
      return [
        ...row("stripe_payouts_ended", {
          id: event.payoutId,
          transfer_id: event.transferId,
          status: "paid",
          updated_at: now,
          paid_at: now
        }),
        ...row("budget_ledger", {
          id: Ids.fresh("ledger", facts),
          channel: "creator",
          amount: -event.entry.amount,
          type: "actual",
          category: "creator",
          external_id: event.transferId,
          description: event.entry.description,
          metadata: { payoutId: event.payoutId, transactionId: event.entry.id },
          created_at: now
        })
      ]
    case "PayoutFailed":
      return row("stripe_payouts_ended", {
        id: event.payoutId,
        status: "failed",
        failure_reason: event.reason,
        updated_at: now
      })
    case "AlertRaised":
      return row("alerts", {
        id: event.alert.id,
        type: event.alert.type,
        severity: event.alert.severity,
        message: event.alert.message,
        current_spend: event.alert.currentSpend,
        threshold_spend: event.alert.thresholdSpend,
        recommended_action: event.alert.recommendedAction,
        created_at: now
      })
    case "Opened":
    case "FrozenChanged":
    case "OverdraftChanged":
    case "ReloadConfigured":
    case "MethodSaved":
    case "ReloadEnded":
    case "AlertCleared":
    case "LowSince":
    case "Reviewed":
      return []
  }
}
