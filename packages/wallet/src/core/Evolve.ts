/** What an event makes of a Wallet. Total: every event applies to every state. */
import type { Entry, Event, Fact } from "./Event.ts"
import { moved, remaining } from "./State.ts"
import type { Hold, Refunds, Wallet, Watch } from "./State.ts"

/** How long a reload counts towards a burst. */
export const burstWindow = 3_600_000
/** After a decline the next try waits an hour, and twice as long after each further one, up to a day. */
const backOffFirst = 3_600_000
const backOffMost = 86_400_000
const backOff = (declines: number): number => Math.min(backOffMost, backOffFirst * 2 ** (declines - 1))

const withHold = (wallet: Wallet, hold: Hold, open: boolean): Wallet => {
  const before = wallet.holds.find(({ id }) => id === hold.id)
  const others = before === undefined ? wallet.holds : wallet.holds.filter((other) => other !== before)
  return {
    ...wallet,
    held: wallet.held - (before === undefined ? 0 : remaining(before)) + (open ? remaining(hold) : 0),
    holds: open ? [...others, hold] : others
  }
}

/** More than can come between reading the books and deciding on them. */
const refundsKept = 256

const refundsWith = (refunds: Refunds, { corrects, number, type }: Entry): Refunds => {
  if (type !== "refund" || corrects === undefined) return refunds
  const latest = [...refunds.latest, { corrects, number }]
  const [oldest] = latest
  return latest.length <= refundsKept || oldest === undefined
    ? { ...refunds, latest }
    : { before: oldest.number, latest: latest.slice(1) }
}

/** Only the reload under way is declined, and a card that is no longer the saved one says nothing about the one that is. */
const ended = ({ saved, watch }: Wallet, event: Extract<Event, { _tag: "ReloadEnded" }>, at: number): Watch => {
  const { reloading } = watch
  const isThis = reloading?.paymentId === event.paymentId
  const closed = isThis ? { ...watch, reloading: undefined } : watch
  if (event.outcome === "withdrawn") return closed
  if (event.outcome === "declined") {
    const charged = reloading?.paymentMethodId
    if (!isThis || (charged !== undefined && charged !== saved?.paymentMethodId)) return closed
    const declines = closed.declines + 1
    return { ...closed, declines, retryAt: at + backOff(declines) }
  }
  return { ...moved(closed, at, { reloaded: event.amount }), declines: 0, retryAt: undefined }
}

/** `wallet` is what it was before the event. */
const watched = (wallet: Wallet, event: Event, at: number): Watch => {
  const { autoReload, watch } = wallet
  switch (event._tag) {
    case "Posted":
      return event.entry.amount < 0 && event.entry.source === "campaign_spend"
        ? moved(watch, at, { spent: -event.entry.amount })
        : watch
    case "PaymentStarted":
      return event.purpose === "top_up"
        ? watch
        : {
            ...watch,
            reloading: {
              paymentId: event.paymentId,
              amount: event.amount,
              startedAt: at,
              paymentMethodId: event.asked.saved?.paymentMethodId
            },
            reloads: [...watch.reloads.filter((began) => began > at - burstWindow), at]
          }
    case "ReloadEnded":
      return ended(wallet, event, at)
    // Its customer has just paid with it: what another card was declined for is over.
    case "MethodSaved":
      return { ...watch, declines: 0, retryAt: undefined }
    case "ReloadConfigured":
      return event.autoReload.enabled && autoReload?.enabled !== true ? { ...watch, reloadsSince: at } : watch
    case "FrozenChanged":
      return event.frozen ? watch : { ...watch, reloadsSince: at }
    case "AlertRaised":
      return { ...watch, raised: [...watch.raised, event.alert.key] }
    case "AlertCleared":
      return { ...watch, raised: watch.raised.filter((key) => key !== event.key) }
    case "LowSince":
      return { ...watch, lowSince: event.since }
    case "Reviewed":
      return { ...watch, reviewedAt: at }
    default:
      return watch
  }
}

const apply = (wallet: Wallet, event: Event, at: number): Wallet => {
  switch (event._tag) {
    case "Opened":
      return {
        ...wallet,
        exists: true,
        workspaceId: event.workspaceId,
        organizationId: event.organizationId,
        currency: event.currency,
        createdAt: at
      }
    case "Posted":
      return {
        ...wallet,
        balance: event.entry.balance,
        entries: event.entry.number,
        refunds: refundsWith(wallet.refunds, event.entry)
      }
    case "HoldOpened":
    case "HoldChanged":
      return withHold(wallet, event.hold, true)
    case "HoldEnded":
      return withHold(wallet, event.hold, false)
    case "FrozenChanged":
      return { ...wallet, frozen: event.frozen }
    case "OverdraftChanged":
      return { ...wallet, overdraft: event.limit }
    case "ReloadConfigured":
      return { ...wallet, autoReload: event.autoReload }
    case "MethodSaved":
      return { ...wallet, saved: event.saved, customer: wallet.customer ?? event.saved.customerId }
    case "MethodForgotten":
      return { ...wallet, saved: undefined }
    case "CustomerKnown":
      return { ...wallet, customer: event.customerId }
    // Tables of their own, or the watch.
    default:
      return wallet
  }
}

export const evolve = (wallet: Wallet, { at, event }: Fact): Wallet => {
  return { ...apply(wallet, event, at), watch: watched(wallet, event, at), updatedAt: at }
}
