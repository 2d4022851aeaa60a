/** Payouts: set aside first, transferred by a worker, booked when the transfer exists. */
import * as Ids from "@loopdrive/domain/Ids"
import * as Result from "effect/Result"
import type { SettlePayout, StartPayout } from "./Command.ts"
import type { Facts } from "./Facts.ts"
import * as Holds from "./Holds.ts"
import * as Ledger from "./Ledger.ts"
import { changed, unchanged } from "./Outcome.ts"
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

/** A payout whose hold has ended was settled before: nothing happens twice. Money that has left is booked frozen or not. */
export const settle = (wallet: Wallet, ask: typeof SettlePayout.Type, facts: Facts): Outcome => {
  const hold = wallet.holds.find(({ id }) => id === ask.holdId)
  if (hold === undefined) return unchanged
  if (ask.outcome._tag === "Failed")
    return changed(
      { _tag: "HoldEnded", hold: Holds.emptied(hold), status: "released" },
      { _tag: "PayoutFailed", payoutId: ask.payoutId, reason: ask.outcome.reason }
    )
  const { transferId } = ask.outcome
  const cents = remaining(hold)
  const entry = Ledger.entry(
    wallet,
    {
      type: "debit",
      amount: -cents,
      source: "manual",
      referenceId: transferId,
      description: hold.description,
      holdId: hold.id,
      metadata: { cause: "payout", payoutId: ask.payoutId }
    },
    facts
  )
  return changed(
    { _tag: "HoldEnded", hold: { ...hold, captured: hold.captured + cents }, status: "captured" },
    Ledger.posted(entry),
    { _tag: "PayoutPaid", payoutId: ask.payoutId, transferId, entry }
  )
}
