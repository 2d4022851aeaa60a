/** Holds: money set aside before it is spent, so that what was promised can be paid. */
import * as Ids from "@loopdrive/domain/Ids"
import { compact } from "@loopdrive/domain/Json"
import type { Hold as WireHold, HoldStatus } from "@loopdrive/domain/Wallet"
import * as Result from "effect/Result"
import type { Capture, Release, Reserve } from "./Command.ts"
import type { Event } from "./Event.ts"
import type { Facts } from "./Facts.ts"
import * as Ledger from "./Ledger.ts"
import type { Outcome } from "./Outcome.ts"
import { HoldExceeded, HoldExpired, HoldNotOpen, TooManyHolds, WalletFrozen } from "./Refusal.ts"
import type { Refusal } from "./Refusal.ts"
import { remaining } from "./State.ts"
import type { Hold, Wallet } from "./State.ts"

/** Open holds of one wallet: a campaign takes one for each channel, so this is hundreds of campaigns at once. */
export const holdsMost = 1_000

/** A hold as it stands on the wire. */
export const shown = (walletId: string, hold: Hold, status: HoldStatus, updatedAt: number): WireHold =>
  compact({
    id: hold.id,
    walletId,
    amount: hold.amount,
    captured: hold.captured,
    released: hold.released,
    remaining: remaining(hold),
    status,
    referenceId: hold.referenceId,
    description: hold.description,
    metadata: hold.metadata,
    expiresAt: hold.expiresAt === undefined ? undefined : new Date(hold.expiresAt).toISOString(),
    createdAt: new Date(hold.createdAt).toISOString(),
    updatedAt: new Date(updatedAt).toISOString()
  })

/** The holds whose time is over, as they end. */
export const overdue = (wallet: Wallet, now: number): ReadonlyArray<Event> =>
  wallet.holds
    .filter(({ expiresAt }) => expiresAt !== undefined && expiresAt <= now)
    .map((hold) => ({ _tag: "HoldEnded", hold: emptied(hold), status: "expired" }))

/** With all that remains of it given back. */
export const emptied = (hold: Hold): Hold => ({ ...hold, released: hold.released + remaining(hold) })

/** Why no hold of `amount` may be opened now, if it may not. */
export const unreservable = (wallet: Wallet, amount: number): Refusal | undefined =>
  Ledger.unspendable(wallet, amount) ??
  (wallet.holds.length >= holdsMost ? new TooManyHolds({ limit: holdsMost }) : undefined)

export const reserve = (wallet: Wallet, ask: typeof Reserve.Type, facts: Facts): Outcome => {
  const over = ask.expiresAt !== undefined && ask.expiresAt <= facts.now ? new HoldExpired() : undefined
  const refusal = over ?? unreservable(wallet, ask.amount)
  if (refusal !== undefined) return Result.fail(refusal)
  const hold: Hold = {
    id: Ids.fresh("hold", facts),
    purpose: "campaign",
    amount: ask.amount,
    captured: 0,
    released: 0,
    referenceId: ask.referenceId,
    description: ask.description,
    metadata: ask.metadata,
    expiresAt: ask.expiresAt,
    createdAt: facts.now
  }
  return Result.succeed({
    events: [{ _tag: "HoldOpened", hold }],
    reply: { _tag: "Held", hold: shown(wallet.id, hold, "open", facts.now) }
  })
}

/** The caller's hold, with enough remaining: `amount`, or all of it. */
const part = (
  wallet: Wallet,
  holdId: string,
  amount: number | undefined
): Result.Result<{ readonly hold: Hold; readonly cents: number }, Refusal> => {
  const hold = wallet.holds.find(({ id, purpose }) => id === holdId && purpose === "campaign")
  if (hold === undefined) return Result.fail(new HoldNotOpen({ holdId }))
  const cents = amount ?? remaining(hold)
  return cents > remaining(hold)
    ? Result.fail(new HoldExceeded({ holdId, requested: cents, remaining: remaining(hold) }))
    : Result.succeed({ hold, cents })
}

const settled = (hold: Hold): { readonly event: Event; readonly status: HoldStatus } => {
  if (remaining(hold) > 0) return { event: { _tag: "HoldChanged", hold }, status: "open" }
  const status = hold.captured > 0 ? "captured" : "released"
  return { event: { _tag: "HoldEnded", hold, status }, status }
}

export const capture = (wallet: Wallet, ask: typeof Capture.Type, facts: Facts): Outcome => {
  if (wallet.frozen) return Result.fail(new WalletFrozen())
  return Result.map(part(wallet, ask.holdId, ask.amount), ({ cents, hold }) => {
    const captured = { ...hold, captured: hold.captured + cents }
    const { event, status } = settled(ask.final ? emptied(captured) : captured)
    const made = Ledger.entry(
      wallet,
      {
        type: "debit",
        amount: -cents,
        source: "campaign_spend",
        referenceId: hold.referenceId,
        description: ask.description ?? hold.description,
        holdId: hold.id,
        metadata: hold.metadata
      },
      facts
    )
    return {
      events: [event, Ledger.posted(made)],
      reply: {
        _tag: "Held",
        hold: shown(wallet.id, ask.final ? emptied(captured) : captured, status, facts.now),
        transaction: Ledger.transaction(wallet, made, facts.now)
      }
    }
  })
}

export const release = (wallet: Wallet, ask: typeof Release.Type, facts: Facts): Outcome =>
  Result.map(part(wallet, ask.holdId, ask.amount), ({ cents, hold }) => {
    const released = { ...hold, released: hold.released + cents }
    const { event, status } = settled(released)
    return { events: [event], reply: { _tag: "Held", hold: shown(wallet.id, released, status, facts.now) } }
  })
