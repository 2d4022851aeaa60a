/** The tables of the wallet as the journal writes them. */
import type { Head, Table } from "@loopdrive/actor/Table"

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
    customer: "text",
    saved: "jsonb",
    watch: "jsonb",
    review_at: "timestamptz",
    created_at: "timestamptz",
    updated_at: "timestamptz"
  },
  immutable: ["workspace_id", "organization_id", "currency", "created_at"],
  usual: ["balance", "entries", "watch", "review_at", "updated_at"]
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
  mode: "append",
  seldom: ["corrects", "hold_id", "metadata"]
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
    asked: "jsonb",
    check_at: "timestamptz",
    created_at: "timestamptz",
    updated_at: "timestamptz"
  },
  mode: "append"
}
const attached: Table = {
  name: "stripe_payments",
  alias: "stripe_payments_attached",
  columns: { id: "text", payment_intent_id: "text", check_at: "timestamptz", updated_at: "timestamptz" },
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
    dispute_open: "bool",
    step: "int",
    check_at: "timestamptz",
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
    check_at: "timestamptz",
    created_at: "timestamptz",
    updated_at: "timestamptz"
  },
  mode: "append"
}
const payoutSettled = {
  id: "text",
  transfer_id: "text",
  status: "text",
  transferred: "bigint",
  reversed: "bigint",
  step: "int",
  failure_reason: "text",
  check_at: "timestamptz",
  updated_at: "timestamptz"
}
const settledPayouts: Table = {
  name: "stripe_payouts",
  alias: "stripe_payouts_settled",
  columns: payoutSettled,
  mode: "update",
  key: ["id"]
}
/** When its money leaves, which is once. */
const paidPayouts: Table = {
  name: "stripe_payouts",
  alias: "stripe_payouts_paid",
  columns: { ...payoutSettled, paid_at: "timestamptz" },
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
  settledPayouts,
  paidPayouts,
  budgetLedger,
  alerts
]
