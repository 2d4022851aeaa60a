/** Auto-reload: whether the wallet should charge its saved card now, and how much. */
import * as Ids from "@loopdrive/domain/Ids"
import type { Event } from "./Event.ts"
import type { Facts } from "./Facts.ts"
import { reloadFresh } from "./Pause.ts"
import { available, ceilingsOf, dayOf, on } from "./State.ts"
import type { AutoReload, Wallet } from "./State.ts"

/** What the provider takes in one charge, in cents of USD (https://docs.stripe.com/currencies#minimum-and-maximum-charge-amounts). */
const chargeLeast = 50
const chargeMost = 99_999_999

/** Whether the wallet is low: below the threshold its owner named. */
export const isLow = (wallet: Wallet): boolean =>
  wallet.autoReload !== undefined && wallet.autoReload.threshold > 0 && available(wallet) < wallet.autoReload.threshold

/** One charge that lifts the wallet over its threshold, however far below it is. */
export const sizeOf = (wallet: Wallet, { amount, threshold }: AutoReload): number =>
  Math.min(chargeMost, Math.max(chargeLeast, amount, threshold - available(wallet)))

/** Cents reloaded on the UTC day, and in the UTC month, of an instant. */
const reloaded = (wallet: Wallet, now: number): { readonly day: number; readonly month: number } => {
  const day = dayOf(now)
  const month = wallet.watch.days.filter((known) => known.day.slice(0, 7) === day.slice(0, 7))
  return { day: on(wallet.watch, day).reloaded, month: month.reduce((sum, known) => sum + known.reloaded, 0) }
}

export type Verdict =
  | { readonly _tag: "NotDue" }
  | { readonly _tag: "OverCeiling"; readonly size: number }
  | { readonly _tag: "Due"; readonly size: number }

const notDue: Verdict = { _tag: "NotDue" }

/** One at a time, never from a frozen wallet, and not before a decline has been slept over. */
export const verdict = (wallet: Wallet, now: number): Verdict => {
  const { autoReload, frozen, saved, watch } = wallet
  if (autoReload === undefined || !autoReload.enabled || saved === undefined || frozen || !isLow(wallet)) return notDue
  if (watch.reloading !== undefined || (watch.retryAt !== undefined && now < watch.retryAt)) return notDue
  const size = sizeOf(wallet, autoReload)
  const ceilings = ceilingsOf(autoReload)
  const so = reloaded(wallet, now)
  return so.day + size > ceilings.day || so.month + size > ceilings.month
    ? { _tag: "OverCeiling", size }
    : { _tag: "Due", size }
}

/**
 * Whether a reload decided earlier is still to be made: nothing was settled, the wallet is as low as it was, its owner
 * still wants it from this card, and it was decided lately.
 */
export const isWanted = (wallet: Wallet, paymentId: string, now: number): boolean => {
  const { autoReload, frozen, saved, watch } = wallet
  const { reloading } = watch
  if (reloading?.paymentId !== paymentId || autoReload?.enabled !== true || frozen || !isLow(wallet)) return false
  const isSameCard = reloading.paymentMethodId === undefined || reloading.paymentMethodId === saved?.paymentMethodId
  return isSameCard && now - reloading.startedAt < reloadFresh
}

/** The reload that begins now, if one does. */
export const begin = (wallet: Wallet, facts: Facts): ReadonlyArray<Event> => {
  const due = verdict(wallet, facts.now)
  const { saved } = wallet
  return due._tag === "Due" && saved !== undefined
    ? [
        {
          _tag: "PaymentStarted",
          paymentId: Ids.fresh("payment", facts, 1),
          purpose: "auto_reload",
          amount: due.size,
          asked: { saved: { customerId: saved.customerId, paymentMethodId: saved.paymentMethodId } }
        }
      ]
    : []
}
