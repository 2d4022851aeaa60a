/**
 * Payments: money that comes in from outside, and may be taken back. The provider knows what happened; the wallet only
 * brings its books to that, however often and in whatever order it is told.
 */
import * as Ids from "@loopdrive/domain/Ids"
import type { PaymentStatus } from "@loopdrive/domain/Wallet"
import * as Result from "effect/Result"
import type { AbandonPayment, ConfigureReload, Observed, Settled, SettlePayment, StartTopUp } from "./Command.ts"
import type { Event } from "./Event.ts"
import type { Facts } from "./Facts.ts"
import * as Ledger from "./Ledger.ts"
import type { Booking } from "./Ledger.ts"
import { changed, unchanged } from "./Outcome.ts"
import type { Outcome } from "./Outcome.ts"
import { NoPaymentMethod, ReloadCeiling, ReloadIncomplete } from "./Refusal.ts"
import { usualReload } from "./State.ts"
import type { AutoReload, SavedMethod, Wallet } from "./State.ts"

export const start = ({ customer }: Wallet, { amount }: typeof StartTopUp.Type, facts: Facts): Outcome => {
  const paymentId = Ids.fresh("payment", facts)
  return Result.succeed({
    events: [{ _tag: "PaymentStarted", paymentId, purpose: "top_up", amount, asked: { customerId: customer } }],
    reply: { _tag: "PaymentStarted", paymentId }
  })
}

/** What the books should say. A payment that arrived once has arrived; what was given back or is withheld may change. */
const target = (settled: Settled, observed: Observed): Settled => {
  const credited = observed.state === "succeeded" ? Math.max(settled.credited, observed.received) : settled.credited
  return { credited, refunded: observed.refunded, disputed: observed.withheld }
}

const difference = (before: Settled, next: Settled, ask: typeof SettlePayment.Type): ReadonlyArray<Booking> => {
  const referenceId = ask.observed.paymentIntentId
  const arrived = ask.purpose === "auto_reload" ? "auto_reload" : "stripe_payment"
  const bookings: ReadonlyArray<Booking> = [
    {
      type: "credit",
      amount: next.credited - before.credited,
      source: arrived,
      referenceId,
      description: ask.purpose === "auto_reload" ? "Auto-reload" : "Top-up",
      metadata: { cause: "payment", paymentId: ask.paymentId }
    },
    {
      type: next.refunded > before.refunded ? "debit" : "adjustment",
      amount: before.refunded - next.refunded,
      source: "refund",
      referenceId,
      description: next.refunded > before.refunded ? "Payment refunded" : "Refund of the payment failed",
      metadata: { cause: "refund", paymentId: ask.paymentId }
    },
    {
      type: next.disputed > before.disputed ? "debit" : "credit",
      amount: before.disputed - next.disputed,
      source: "stripe_payment",
      referenceId,
      description: next.disputed > before.disputed ? "Payment disputed" : "Dispute decided for us",
      metadata: { cause: "dispute", paymentId: ask.paymentId }
    }
  ]
  return bookings.filter(({ amount }) => amount !== 0)
}

const statusOf = (next: Settled, { state }: Observed): PaymentStatus => {
  if (next.credited > 0) return next.refunded >= next.credited ? "refunded" : "succeeded"
  switch (state) {
    case "declined":
      return "failed"
    case "canceled":
      return "canceled"
    case "processing":
      return "processing"
    case "open":
    case "succeeded":
      return "pending"
  }
}

const isFinalForReload = (status: PaymentStatus): boolean => status !== "pending" && status !== "processing"

/** The card that a top-up leaves, unless one that was confirmed later has left its own already. */
const left = ({ saved }: Wallet, paymentId: string, observed: Observed): SavedMethod | undefined => {
  const { confirmedAt, customerId, paymentMethodId } = observed
  if (customerId === undefined || paymentMethodId === undefined) return undefined
  const known = saved?.confirmedAt ?? -Infinity
  const own = confirmedAt ?? 0
  // The provider counts in seconds; of two in the same one the payment that began later counts.
  if (own < known || (own === known && paymentId < (saved?.paymentId ?? ""))) return undefined
  return { customerId, paymentMethodId, paymentId, confirmedAt: own }
}

/**
 * Whoever disputes a payment, or was given all of it back, does not expect the same card to be charged again: the wallet
 * is low then, and would reload itself at once.
 */
const isForgotten = (saved: SavedMethod, ask: typeof SettlePayment.Type, next: Settled): boolean => {
  const { observed, paymentId, settled } = ask
  const isItsCard = saved.paymentMethodId === observed.paymentMethodId
  const isDisputed = next.disputed > settled.disputed && (isItsCard || saved.paymentId === paymentId)
  const isGivenBack =
    next.refunded > settled.refunded && next.refunded >= next.credited && saved.paymentId === paymentId
  return isDisputed || isGivenBack
}

/** Brings the books to what was observed. Money that came or went outside is posted whatever the wallet's own state. */
export const settle = (wallet: Wallet, ask: typeof SettlePayment.Type, facts: Facts): Outcome => {
  const { observed, paymentId, purpose, settled } = ask
  const next = target(settled, observed)
  const status = statusOf(next, observed)
  const posted = Ledger.book(wallet, difference(settled, next, ask), facts).map(Ledger.posted)
  const arrived = next.credited > settled.credited
  const method = arrived && purpose === "top_up" ? left(wallet, paymentId, observed) : undefined
  const card = method ?? wallet.saved
  const saved: ReadonlyArray<Event> = method === undefined ? [] : [{ _tag: "MethodSaved", saved: method }]
  const forgotten: ReadonlyArray<Event> =
    card !== undefined && isForgotten(card, ask, next) ? [{ _tag: "MethodForgotten" }] : []
  const ended: ReadonlyArray<Event> =
    purpose === "auto_reload" && isFinalForReload(status) && (arrived || settled.credited === 0)
      ? [{ _tag: "ReloadEnded", paymentId, outcome: arrived ? "succeeded" : "declined", amount: next.credited }]
      : []
  return changed(...posted, ...saved, ...forgotten, ...ended, {
    _tag: "PaymentSettled",
    paymentId,
    step: ask.step + 1,
    status,
    settled: next,
    disputeOpen: observed.disputeOpen,
    isOver: status === "canceled",
    paymentMethodId: observed.paymentMethodId,
    receiptUrl: observed.receiptUrl,
    failure: observed.failure
  })
}

/** It is not going to be made: nothing moved. Should it turn up all the same, it is settled like any other. */
export const abandon = (wallet: Wallet, ask: typeof AbandonPayment.Type): Outcome => {
  const withdrawn = ask.withdrawn === true
  const failed: Event = {
    _tag: "PaymentSettled",
    paymentId: ask.paymentId,
    step: ask.step + 1,
    status: withdrawn ? "canceled" : "failed",
    disputeOpen: false,
    isOver: false,
    settled: { credited: 0, refunded: 0, disputed: 0 },
    paymentMethodId: undefined,
    receiptUrl: undefined,
    failure: ask.failure
  }
  return wallet.watch.reloading?.paymentId === ask.paymentId
    ? changed(
        { _tag: "ReloadEnded", paymentId: ask.paymentId, outcome: withdrawn ? "withdrawn" : "declined", amount: 0 },
        failed
      )
    : changed(failed)
}

const ceilings = ["dailyCeiling", "monthlyCeiling"] as const

/** What is not given stays as it is; a ceiling that is `null` is the usual one again. */
export const configure = (wallet: Wallet, ask: typeof ConfigureReload.Type): Outcome => {
  const known = wallet.autoReload
  const threshold = ask.threshold ?? known?.threshold
  const amount = ask.amount ?? known?.amount
  const ceilingOf = (field: (typeof ceilings)[number]) =>
    ask[field] === null ? undefined : (ask[field] ?? known?.[field])
  if (!ask.enabled && known === undefined && threshold === undefined && amount === undefined) return unchanged
  if (ask.enabled) {
    if (threshold === undefined || threshold === 0) return Result.fail(new ReloadIncomplete({ field: "threshold" }))
    if (amount === undefined || amount === 0) return Result.fail(new ReloadIncomplete({ field: "amount" }))
    if (wallet.saved === undefined) return Result.fail(new NoPaymentMethod())
    const least = usualReload({ amount, threshold })
    const low = ceilings.find((field) => (ceilingOf(field) ?? least) < least)
    if (low !== undefined) return Result.fail(new ReloadCeiling({ field: low, least }))
  }
  const autoReload: AutoReload = {
    enabled: ask.enabled,
    threshold: threshold ?? 0,
    amount: amount ?? 0,
    dailyCeiling: ceilingOf("dailyCeiling"),
    monthlyCeiling: ceilingOf("monthlyCeiling")
  }
  return JSON.stringify(autoReload) === JSON.stringify(known)
    ? unchanged
    : changed({ _tag: "ReloadConfigured", autoReload })
}
