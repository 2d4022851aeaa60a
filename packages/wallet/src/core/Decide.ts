/** The one decision function of the Wallet: pure, synchronous, total. */
import { currencyDefault } from "@loopdrive/domain/Money"
import * as Result from "effect/Result"
import * as Alerts from "./Alerts.ts"
import type { Ask, Command, Owner } from "./Command.ts"
import type { Event, Fact } from "./Event.ts"
import type { Facts } from "./Facts.ts"
import * as Holds from "./Holds.ts"
import * as Ledger from "./Ledger.ts"
import { after, changed, unchanged } from "./Outcome.ts"
import type { Outcome } from "./Outcome.ts"
import * as Payments from "./Payments.ts"
import * as Payouts from "./Payouts.ts"
import type { Refusal } from "./Refusal.ts"
import type { Reply } from "./Reply.ts"
import * as Reload from "./Reload.ts"
import * as Review from "./Review.ts"
import type { Wallet } from "./State.ts"

/** A wallet exists from its first command on. */
const birth = (wallet: Wallet, { organizationId, workspaceId }: Owner): ReadonlyArray<Event> =>
  wallet.exists ? [] : [{ _tag: "Opened", workspaceId, organizationId, currency: currencyDefault }]

const of = (wallet: Wallet, ask: Ask, facts: Facts): Outcome => {
  switch (ask._tag) {
    case "Open":
      return unchanged
    case "Post":
      return Ledger.post(wallet, ask, facts)
    case "Freeze":
      return wallet.frozen ? unchanged : changed({ _tag: "FrozenChanged", frozen: true })
    case "Unfreeze":
      return wallet.frozen ? changed({ _tag: "FrozenChanged", frozen: false }) : unchanged
    case "SetOverdraft":
      return wallet.overdraft === ask.limit ? unchanged : changed({ _tag: "OverdraftChanged", limit: ask.limit })
    case "Reserve":
      return Holds.reserve(wallet, ask, facts)
    case "Capture":
      return Holds.capture(wallet, ask, facts)
    case "Release":
      return Holds.release(wallet, ask, facts)
    case "StartTopUp":
      return Payments.start(wallet, ask, facts)
    case "KnowCustomer":
      return wallet.customer === ask.instead
        ? changed({ _tag: "CustomerKnown", customerId: ask.customerId })
        : unchanged
    case "AttachPayment":
      return changed({ ...ask, _tag: "PaymentAttached" })
    case "SettlePayment":
      return Payments.settle(wallet, ask, facts)
    case "AbandonPayment":
      return Payments.abandon(wallet, ask)
    case "ReconsiderReload":
      return Result.succeed({
        events: [],
        reply: { _tag: "Reconsidered", wanted: Reload.isWanted(wallet, ask.paymentId, facts.now) }
      })
    case "ConfigureReload":
      return Payments.configure(wallet, ask)
    case "StartPayout":
      return Payouts.start(wallet, ask, facts)
    case "SettlePayout":
      return Payouts.settle(wallet, ask, facts)
    case "Review":
      return Review.isDue(wallet, facts.now) ? changed({ _tag: "Reviewed" }) : unchanged
  }
}

const lowness = (wallet: Wallet, now: number): ReadonlyArray<Event> => {
  const low = Reload.isLow(wallet)
  if (low === (wallet.watch.lowSince !== undefined)) return []
  return [{ _tag: "LowSince", since: low ? now : undefined }]
}

/** What the wallet does about itself once a command has changed it: it notes that it is low, reloads, and tells. */
const watch = (wallet: Wallet, facts: Facts): ReadonlyArray<Event> => {
  const noted = lowness(wallet, facts.now)
  const lowered = after(wallet, noted, facts.now)
  const reload = Reload.begin(lowered, facts)
  return [...noted, ...reload, ...Alerts.crossings(after(lowered, reload, facts.now), facts)]
}

/** A wallet's time never goes back, whichever process decides and whatever its clock says: entries stand in time's order. */
const inOrder = (wallet: Wallet, facts: Facts): Facts =>
  facts.now < wallet.updatedAt ? { ...facts, now: wallet.updatedAt } : facts

export const decide = (
  wallet: Wallet,
  { ask, owner }: Command,
  given: Facts
): Result.Result<{ readonly events: ReadonlyArray<Fact>; readonly reply: Reply }, Refusal> => {
  const facts = inOrder(wallet, given)
  const born = birth(wallet, owner)
  const alive = after(wallet, born, facts.now)
  const expired = Holds.overdue(alive, facts.now)
  const ready = after(alive, expired, facts.now)
  return Result.map(of(ready, ask, facts), ({ events, reply }) => {
    const settled = [...born, ...expired, ...events]
    const watched = settled.length === 0 ? [] : watch(after(ready, events, facts.now), facts)
    return { events: [...settled, ...watched].map((event) => ({ at: facts.now, event })), reply }
  })
}
