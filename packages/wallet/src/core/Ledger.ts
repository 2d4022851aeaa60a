/** Entries: the only way a balance changes. */
import * as Ids from "@loopdrive/domain/Ids"
import { compact } from "@loopdrive/domain/Json"
import { balanceMax } from "@loopdrive/domain/Money"
import type { WalletTransaction } from "@loopdrive/domain/Wallet"
import * as Result from "effect/Result"
import type { Post } from "./Command.ts"
import type { Entry, Event } from "./Event.ts"
import type { Facts } from "./Facts.ts"
import type { Outcome } from "./Outcome.ts"
import { BalanceLimit, InsufficientFunds, RefundExceeded, RefundOutrun, WalletFrozen } from "./Refusal.ts"
import type { Refusal } from "./Refusal.ts"
import { available } from "./State.ts"
import type { Wallet } from "./State.ts"

/** What an entry says besides its place in the ledger. */
export interface Booking {
  readonly type: Entry["type"]
  /** With its sign. */
  readonly amount: number
  readonly source: Entry["source"]
  readonly referenceId?: string | undefined
  readonly description: string
  readonly corrects?: string | undefined
  readonly holdId?: string | undefined
  readonly metadata?: Entry["metadata"]
}

/** The next entry of a wallet. One decision may make several, each of the wallet after the one before. */
export const entry = (wallet: Wallet, booking: Booking, facts: Facts): Entry => ({
  id: Ids.fresh("transaction", facts, wallet.entries),
  number: wallet.entries + 1,
  type: booking.type,
  amount: booking.amount,
  balance: wallet.balance + booking.amount,
  source: booking.source,
  referenceId: booking.referenceId,
  description: booking.description,
  corrects: booking.corrects,
  holdId: booking.holdId,
  metadata: booking.metadata
})

export const posted = (made: Entry): Event => ({ _tag: "Posted", entry: made })

/** Entries one after the other, each of the wallet as the one before leaves it. */
export const book = (wallet: Wallet, bookings: ReadonlyArray<Booking>, facts: Facts): ReadonlyArray<Entry> => {
  let { balance, entries } = wallet
  return bookings.map((booking) => {
    const made = entry({ ...wallet, balance, entries }, booking, facts)
    balance = made.balance
    entries = made.number
    return made
  })
}

/** The metadata of an entry on the wire: the caller's own, and what the entry refers to. */
export const metadataOf = ({ corrects, holdId, metadata }: Pick<Entry, "corrects" | "holdId" | "metadata">) =>
  metadata === undefined && corrects === undefined && holdId === undefined
    ? undefined
    : compact({ ...metadata, corrects, holdId })

/** An entry as it stands on the wire. */
export const transaction = (wallet: Wallet, made: Entry, at: number): WalletTransaction => {
  const { referenceId } = made
  const metadata = metadataOf(made)
  return {
    id: made.id,
    walletId: wallet.id,
    type: made.type,
    amount: made.amount,
    balance: made.balance,
    source: made.source,
    ...(referenceId === undefined ? {} : { referenceId }),
    description: made.description,
    ...(metadata === undefined ? {} : { metadata }),
    timestamp: new Date(at).toISOString()
  }
}

/** Why `amount` cents may not leave the wallet now, if they may not. */
export const unspendable = (wallet: Wallet, amount: number): Refusal | undefined => {
  if (wallet.frozen) return new WalletFrozen()
  const most = available(wallet)
  // As the wallet shows it: below zero where more is owed than the overdraft allows.
  return amount > most ? new InsufficientFunds({ requested: amount, available: most }) : undefined
}

const outOfBounds = (wallet: Wallet, amount: number): Refusal | undefined =>
  Math.abs(wallet.balance + amount) > balanceMax ? new BalanceLimit({ limit: balanceMax }) : undefined

/** What is given back of an entry is at most what it took. */
const unrefundable = (wallet: Wallet, { amount, corrects, original, type }: typeof Post.Type): Refusal | undefined => {
  if (type !== "refund" || corrects === undefined || original === undefined) return undefined
  const { before, latest } = wallet.refunds
  const isOutrun = original.upTo < before || latest.some((r) => r.corrects === corrects && r.number > original.upTo)
  if (isOutrun) return new RefundOutrun({ corrects })
  const refundable = -original.amount - original.refunded
  return amount > refundable ? new RefundExceeded({ corrects, requested: amount, refundable }) : undefined
}

/** The signed cents of what was asked: a debit takes, an adjustment says itself. */
const signed = ({ amount, type }: typeof Post.Type): number => (type === "debit" ? -Math.abs(amount) : amount)

export const post = (wallet: Wallet, ask: typeof Post.Type, facts: Facts): Outcome => {
  const amount = signed(ask)
  const refusal =
    (amount < 0 ? unspendable(wallet, -amount) : undefined) ?? outOfBounds(wallet, amount) ?? unrefundable(wallet, ask)
  if (refusal !== undefined) return Result.fail(refusal)
  const made = entry(wallet, { ...ask, amount }, facts)
  return Result.succeed({
    events: [posted(made)],
    reply: { _tag: "Posted", transaction: transaction(wallet, made, facts.now) }
  })
}
