/** Payouts: set aside first, transferred by a worker, booked when the transfer exists. */
import * as Ids from "@loopdrive/domain/Ids"
import * as Result from "effect/Result"
import type { ObservedPayout, SettlePayout, StartPayout } from "./Command.ts"
import type { Event } from "./Event.ts"
import type { Facts } from "./Facts.ts"
import * as Holds from "./Holds.ts"
import * as Ledger from "./Ledger.ts"
import type { Booking } from "./Ledger.ts"
import { after, changed, unchanged } from "./Outcome.ts"
import type { Outcome } from "./Outcome.ts"
import { remaining } from "./State.ts"
import type { Hold, Wallet } from "./State.ts"

export const start = (wallet: Wallet, ask: typeof StartPayout.Type, facts: Facts): Outcome => {
  const refusal = Holds.unreservable(wallet, ask.amount)
  if (refusal !== undefined) return Result.fail(refusal)
  const payoutId = Ids.fresh("payout", facts)
  const hold: Hold = {
    id: Ids.fresh("hold", facts),
    purpose: "payout",
    amount: ask.amount,
    captured: 0,
    released: 0,
    referenceId: payoutId,
    description: ask.description,
    metadata: undefined,
    expiresAt: undefined,
    createdAt: facts.now
  }
  return Result.succeed({
    events: [
      { _tag: "HoldOpened", hold },
      { ...ask, _tag: "PayoutStarted", payoutId, holdId: hold.id }
    ],
    reply: { _tag: "PayoutStarted", payoutId, holdId: hold.id }
  })
}

/** No transfer: the hold gives back what it kept. A payout whose hold has ended was settled before. */
const refused = (wallet: Wallet, ask: typeof SettlePayout.Type, reason: string): Outcome => {
  const hold = wallet.holds.find(({ id }) => id === ask.holdId)
  if (hold === undefined) return unchanged
  return changed(
    { _tag: "HoldEnded", hold: Holds.emptied(hold), status: "released" },
    {
      _tag: "PayoutSettled",
      payoutId: ask.payoutId,
      step: ask.step + 1,
      status: "failed",
      booked: ask.booked,
      transferId: undefined,
      failure: reason,
      entries: []
    }
  )
}

/** What left since the books were last brought up to date, and what came back. */
const movements = (
  { booked, description, holdId, payoutId }: typeof SettlePayout.Type,
  { amount, reversed, transferId }: Extract<ObservedPayout, { readonly _tag: "Transferred" }>
): ReadonlyArray<Booking> => {
  const left = Math.max(0, amount - booked.transferred)
  const returned = Math.max(0, reversed - booked.reversed)
  const bookings: ReadonlyArray<Booking> = [
    {
      type: "debit",
      amount: -left,
      source: "manual",
      referenceId: transferId,
      description,
      holdId,
      metadata: { cause: "payout", payoutId }
    },
    {
      type: "refund",
      amount: returned,
      source: "refund",
      referenceId: transferId,
      description: "Payout reversed",
      metadata: { cause: "payout_reversal", payoutId }
    }
  ]
  return bookings.filter((booking) => booking.amount !== 0)
}

/** Brings the books to what was observed. Money that has left is booked frozen or not, on hold or not. */
export const settle = (wallet: Wallet, ask: typeof SettlePayout.Type, facts: Facts): Outcome => {
  const { observed } = ask
  if (observed._tag === "Refused") return refused(wallet, ask, observed.reason)
  const hold = wallet.holds.find(({ id }) => id === ask.holdId)
  const ended: ReadonlyArray<Event> =
    hold === undefined
      ? []
      : [{ _tag: "HoldEnded", hold: { ...hold, captured: hold.captured + remaining(hold) }, status: "captured" }]
  const booked = {
    transferred: Math.max(observed.amount, ask.booked.transferred),
    reversed: Math.max(observed.reversed, ask.booked.reversed)
  }
  const entries = Ledger.book(after(wallet, ended, facts.now), movements(ask, observed), facts)
  return changed(...ended, ...entries.map(Ledger.posted), {
    _tag: "PayoutSettled",
    payoutId: ask.payoutId,
    step: ask.step + 1,
    status: booked.reversed >= booked.transferred ? "canceled" : "paid",
    booked,
    transferId: observed.transferId,
    failure: undefined,
    entries
  })
}
