/** What the wallet writes: its head for a state, and the rows of its events. */
import type { Row } from "@loopdrive/actor/Behavior"
import * as Ids from "@loopdrive/domain/Ids"
import type { Facts } from "./core/Facts.ts"
import type { Entry, Event, Fact } from "./core/Event.ts"
import * as Review from "./core/Review.ts"
import type { Hold, Wallet } from "./core/State.ts"

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
type Of<Tag extends Event["_tag"]> = Extract<Event, { readonly _tag: Tag }>

const startedPayment = (event: Of<"PaymentStarted">, { currency }: Wallet, now: string | null): Values => ({
  id: event.paymentId,
  purpose: event.purpose,
  amount: event.amount,
  currency,
  status: "pending",
  credited: 0,
  refunded: 0,
  disputed: 0,
  step: 0,
  created_at: now,
  updated_at: now
})

const settledPayment = (event: Of<"PaymentSettled">, now: string | null): Values => ({
  id: event.paymentId,
  status: event.status,
  ...event.settled,
  step: event.step,
  payment_method: event.paymentMethodId,
  receipt_url: event.receiptUrl,
  failure_reason: event.failure,
  updated_at: now
})

const startedPayout = (event: Of<"PayoutStarted">, { currency }: Wallet, now: string | null): Values => ({
  id: event.payoutId,
  recipient_id: event.recipientId,
  connect_account_id: event.connectAccountId,
  hold_id: event.holdId,
  amount: event.amount,
  currency,
  status: "pending",
  recipient_type: event.recipientType,
  recipient_name: event.recipientName,
  description: event.description,
  created_at: now,
  updated_at: now
})

const endedPayout = (event: Of<"PayoutPaid"> | Of<"PayoutFailed">, now: string | null): Values =>
  event._tag === "PayoutPaid"
    ? { id: event.payoutId, transfer_id: event.transferId, status: "paid", updated_at: now, paid_at: now }
    : { id: event.payoutId, status: "failed", failure_reason: event.reason, updated_at: now }

/** What a payout was spent on, in the books of the budget. */
const creatorRow = (event: Of<"PayoutPaid">, facts: Facts, now: string | null): Values => ({
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

const alertRow = ({ alert }: Of<"AlertRaised">, now: string | null): Values => ({
  id: alert.id,
  type: alert.type,
  severity: alert.severity,
  message: alert.message,
  current_spend: alert.currentSpend,
  threshold_spend: alert.thresholdSpend,
  recommended_action: alert.recommendedAction,
  created_at: now
})

/** The rows an event adds or changes. What only changes the wallet itself is in its head. */
export const rowsOf = ({ at, event }: Fact, wallet: Wallet, facts: Facts): ReadonlyArray<Row> => {
  const now = iso(at)
  const mine = { workspace_id: wallet.workspaceId, wallet_id: wallet.id }
  const row = (table: string, values: Values): Row => ({ table, values: { ...mine, ...values } })
  switch (event._tag) {
    case "Posted":
      return [row("wallet_transactions", entryRow(event.entry, now))]
    case "HoldOpened":
    case "HoldChanged":
      return [row("wallet_holds", holdRow(event.hold, "open", now))]
    case "HoldEnded":
      return [row("wallet_holds", holdRow(event.hold, event.status, now))]
    case "PaymentStarted":
      return [row("stripe_payments", startedPayment(event, wallet, now))]
    case "PaymentAttached": {
      const { paymentId, paymentIntentId } = event
      return [row("stripe_payments_attached", { id: paymentId, payment_intent_id: paymentIntentId, updated_at: now })]
    }
    case "PaymentSettled":
      return [row("stripe_payments_settled", settledPayment(event, now))]
    case "PayoutStarted":
      return [row("stripe_payouts", startedPayout(event, wallet, now))]
    case "PayoutPaid":
      return [row("stripe_payouts_ended", endedPayout(event, now)), row("budget_ledger", creatorRow(event, facts, now))]
    case "PayoutFailed":
      return [row("stripe_payouts_ended", endedPayout(event, now))]
    case "AlertRaised":
      return [row("alerts", alertRow(event, now))]
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
