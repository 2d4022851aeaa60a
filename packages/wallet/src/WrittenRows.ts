/** What the wallet writes: its head for a state, and the rows of its events. */
import type { Row } from "@loopdrive/actor/Behavior"
import * as Ids from "@loopdrive/domain/Ids"
import type { Facts } from "./core/Facts.ts"
import type { Entry, Event, Fact } from "./core/Event.ts"
import * as Pause from "./core/Pause.ts"
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
  customer: wallet.customer,
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

/** A top-up is made by whoever asked for it, and only left to us after a day; a reload is ours from the start. */
const startedPayment = (event: Of<"PaymentStarted">, { currency }: Wallet, at: number): Values => ({
  id: event.paymentId,
  purpose: event.purpose,
  amount: event.amount,
  currency,
  status: "pending",
  credited: 0,
  refunded: 0,
  disputed: 0,
  step: 0,
  asked: event.asked,
  check_at: iso(event.purpose === "top_up" ? at + Pause.topUpWaits : at),
  created_at: iso(at),
  updated_at: iso(at)
})

const settledPayment = (event: Of<"PaymentSettled">, at: number): Values => ({
  id: event.paymentId,
  status: event.status,
  ...event.settled,
  dispute_open: event.disputeOpen,
  step: event.step,
  check_at: event.isOver ? null : iso(at + Pause.atFirst),
  payment_method: event.paymentMethodId,
  receipt_url: event.receiptUrl,
  failure_reason: event.failure,
  updated_at: iso(at)
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
  check_at: now,
  created_at: now,
  updated_at: now
})

const settledPayout = (event: Of<"PayoutSettled">, at: number): Values => ({
  id: event.payoutId,
  transfer_id: event.transferId,
  status: event.status,
  ...event.booked,
  step: event.step,
  failure_reason: event.failure,
  check_at: iso(at + Pause.atFirst),
  updated_at: iso(at)
})

/** What a payout was spent on, in the books of the budget; what came back is taken off again. */
const creatorRow = (event: Of<"PayoutSettled">, entry: Entry, facts: Facts, now: string | null): Values => ({
  id: Ids.fresh("ledger", facts, entry.number),
  channel: "creator",
  amount: -entry.amount,
  type: entry.amount < 0 ? "actual" : "adjustment",
  category: "creator",
  external_id: event.transferId,
  description: entry.description,
  metadata: { payoutId: event.payoutId, transactionId: entry.id },
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
      return [row("stripe_payments", startedPayment(event, wallet, at))]
    case "PaymentAttached": {
      const { paymentId, paymentIntentId } = event
      const values = {
        id: paymentId,
        payment_intent_id: paymentIntentId,
        check_at: iso(at + Pause.atFirst),
        updated_at: now
      }
      return [row("stripe_payments_attached", values)]
    }
    case "PaymentSettled":
      return [row("stripe_payments_settled", settledPayment(event, at))]
    case "PayoutStarted":
      return [row("stripe_payouts", startedPayout(event, wallet, now))]
    case "PayoutSettled": {
      const settled = settledPayout(event, at)
      const isPaid = event.entries.some(({ type }) => type === "debit")
      return [
        isPaid ? row("stripe_payouts_paid", { ...settled, paid_at: now }) : row("stripe_payouts_settled", settled),
        ...event.entries.map((entry) => row("budget_ledger", creatorRow(event, entry, facts, now)))
      ]
    }
    case "AlertRaised":
      return [row("alerts", alertRow(event, now))]
    case "Opened":
    case "FrozenChanged":
    case "OverdraftChanged":
    case "ReloadConfigured":
    case "MethodSaved":
    case "MethodForgotten":
    case "CustomerKnown":
    case "ReloadEnded":
    case "AlertCleared":
    case "LowSince":
    case "Reviewed":
      return []
  }
}
