/**
 * Alerts: a crossing is told once and armed again when the wallet has recovered from it. Rules of thumb, not statistics:
 * a workspace spends in campaigns, so a pace is only compared with a week that has some history.
 */
import * as Ids from "@loopdrive/domain/Ids"
import { shown } from "@loopdrive/domain/Money"
import type { AlertSeverity, AlertType } from "@loopdrive/domain/Wallet"
import type { Alert, Event } from "./Event.ts"
import { burstWindow } from "./Evolve.ts"
import type { Facts } from "./Facts.ts"
import * as Reload from "./Reload.ts"
import { alertKeys, available, ceilingsOf, dayMillis, dayOf, on } from "./State.ts"
import type { AlertKey, AutoReload, Wallet } from "./State.ts"

/** Reloads within the burst window that are one too many for a card to be left unwatched. */
export const burst = 3
/** How long a wallet that reloads itself may stay low before somebody should look. */
export const silence = 3_600_000
/** Times the average day of the last week. */
const paceHigh = 2
const anomaly = 5
const paceLow = 0.25
/** Days of history before a pace means anything, and cents below which no pace is worth a word. */
const historyLeast = 3
const spendLeast = 1_000

/** Cents an average day spent in the week before `at`; undefined where the history is too short. */
export const pace = (wallet: Wallet, at: number): number | undefined => {
  const first = wallet.watch.days[0]
  if (first === undefined) return undefined
  const today = Date.parse(dayOf(at))
  const span = Math.min(7, Math.round((today - Date.parse(first.day)) / dayMillis))
  if (span < historyLeast) return undefined
  const from = dayOf(today - span * dayMillis)
  const spent = wallet.watch.days.filter(({ day }) => day >= from && day < dayOf(at))
  return spent.reduce((sum, day) => sum + day.spent, 0) / span
}

const exceeds = (wallet: Wallet, now: number, times: number): boolean => {
  const usual = pace(wallet, now)
  const spent = on(wallet.watch, dayOf(now)).spent
  return usual !== undefined && spent >= spendLeast && spent > times * usual
}

/** Yesterday is compared: today is not over. */
const isSlow = (wallet: Wallet, now: number): boolean => {
  const yesterday = now - dayMillis
  const usual = pace(wallet, yesterday)
  return usual !== undefined && usual >= spendLeast && on(wallet.watch, dayOf(yesterday)).spent < paceLow * usual
}

const inBurst = (wallet: Wallet, now: number): boolean =>
  wallet.watch.reloads.filter((began) => began > now - burstWindow).length >= burst

/** Until when a low wallet may be silent: it is given its hour from when it is low and may reload at all. */
export const silentAt = ({ autoReload, frozen, watch }: Wallet): number | undefined =>
  autoReload?.enabled === true && !frozen && watch.lowSince !== undefined
    ? Math.max(watch.lowSince, watch.reloadsSince ?? 0) + silence
    : undefined

const isSilent = (wallet: Wallet, now: number): boolean => (silentAt(wallet) ?? Infinity) <= now

/** Whether the wallet is in the state that an alert tells of. */
const holds: Readonly<Record<AlertKey, (wallet: Wallet, now: number) => boolean>> = {
  low_balance: (wallet) => Reload.isLow(wallet),
  depleted: (wallet) => available(wallet) <= 0 && wallet.entries > 0,
  reload_declined: ({ watch }) => watch.declines > 0,
  reload_ceiling: (wallet, now) => Reload.verdict(wallet, now)._tag === "OverCeiling",
  reload_burst: inBurst,
  reload_silence: isSilent,
  reload_cardless: ({ autoReload, saved }) => autoReload?.enabled === true && saved === undefined,
  pace_high: (wallet, now) => exceeds(wallet, now, paceHigh),
  pace_low: isSlow,
  anomaly: (wallet, now) => exceeds(wallet, now, anomaly)
}

interface Telling {
  readonly type: AlertType
  readonly severity: AlertSeverity
  readonly message: string
  readonly thresholdSpend?: number | undefined
  readonly recommendedAction: string
}

type Teller = (wallet: Wallet, now: number) => Telling

/** Never asked to reload. */
const off: AutoReload = { enabled: false, threshold: 0, amount: 0, dailyCeiling: undefined, monthlyCeiling: undefined }
const settingsOf = ({ autoReload = off }: Wallet): AutoReload => autoReload
/** The average day of the week before, in whole cents. */
const usualOf = (wallet: Wallet, at: number): number => Math.round(pace(wallet, at) ?? 0)

const money = (wallet: Wallet, cents: number): string => shown(cents, wallet.currency)
const spentToday = (wallet: Wallet, now: number): number => on(wallet.watch, dayOf(now)).spent

const times =
  (factor: number, type: AlertType, severity: AlertSeverity): Teller =>
  (wallet, now) => {
    const usual = usualOf(wallet, now)
    return {
      type,
      severity,
      message: `${money(wallet, spentToday(wallet, now))} spent today; an average day of the last week took ${money(wallet, usual)}.`,
      thresholdSpend: Math.round(factor * usual),
      recommendedAction: "Look at the campaigns that run; freeze the wallet if this is not meant."
    }
  }

const tellers: Readonly<Record<AlertKey, Teller>> = {
  low_balance: (wallet) => ({
    type: "threshold_exceeded",
    severity: "warning",
    message: `${money(wallet, available(wallet))} can be spent; the threshold is ${money(wallet, settingsOf(wallet).threshold)}.`,
    thresholdSpend: settingsOf(wallet).threshold,
    recommendedAction: wallet.watch.reloading === undefined ? "Top the wallet up." : "A reload is on its way."
  }),
  depleted: (wallet) => ({
    type: "threshold_exceeded",
    severity: "critical",
    message: `The wallet is empty: ${money(wallet, wallet.balance)} posted, ${money(wallet, wallet.held)} on hold.`,
    recommendedAction: "Top the wallet up; nothing can be spent until then."
  }),
  reload_declined: () => ({
    type: "threshold_exceeded",
    severity: "critical",
    message: "The saved card was declined; it is tried again later, and less often each time.",
    recommendedAction: "Top up with another card; it replaces the saved one."
  }),
  reload_ceiling: (wallet) => {
    const ceilings = ceilingsOf(settingsOf(wallet))
    return {
      type: "threshold_exceeded",
      severity: "critical",
      message: `Another reload would pass the ceiling of ${money(wallet, ceilings.day)} a day or ${money(wallet, ceilings.month)} a month.`,
      thresholdSpend: ceilings.day,
      recommendedAction: "Raise the ceiling, or top the wallet up."
    }
  },
  reload_burst: (wallet) => ({
    type: "anomaly_detected",
    severity: "warning",
    message: `${wallet.watch.reloads.length} reloads began within an hour.`,
    recommendedAction: "Look at what is spending, or reload more at a time."
  }),
  reload_silence: (wallet) => ({
    type: "threshold_exceeded",
    severity: "critical",
    message: `The wallet has been low since ${new Date(wallet.watch.lowSince ?? 0).toISOString()} and no reload has lifted it.`,
    recommendedAction: "Look at the payments; top the wallet up meanwhile."
  }),
  reload_cardless: () => ({
    type: "threshold_exceeded",
    severity: "critical",
    message: "A payment by the saved card was disputed or given back: the card is not charged any more.",
    recommendedAction: "Top the wallet up: the card that pays is the one that is charged from then on."
  }),
  pace_high: times(paceHigh, "pace_high", "warning"),
  pace_low: (wallet, now) => {
    const usual = usualOf(wallet, now - dayMillis)
    const spent = spentToday(wallet, now - dayMillis)
    return {
      type: "pace_low",
      severity: "info",
      message: `${money(wallet, spent)} spent yesterday; an average day of the week before took ${money(wallet, usual)}.`,
      thresholdSpend: Math.round(paceLow * usual),
      recommendedAction: "Look whether campaigns have stopped."
    }
  },
  anomaly: times(anomaly, "anomaly_detected", "critical")
}

const raise = (wallet: Wallet, key: AlertKey, facts: Facts): Event => {
  const telling = tellers[key](wallet, facts.now)
  const alert: Alert = {
    id: Ids.fresh("alert", facts, alertKeys.indexOf(key)),
    key,
    type: telling.type,
    severity: telling.severity,
    message: telling.message,
    currentSpend: spentToday(wallet, facts.now),
    thresholdSpend: telling.thresholdSpend,
    recommendedAction: telling.recommendedAction
  }
  return { _tag: "AlertRaised", alert }
}

/** What the wallet has to tell, and what is over. */
export const crossings = (wallet: Wallet, facts: Facts): ReadonlyArray<Event> =>
  alertKeys.flatMap((key): ReadonlyArray<Event> => {
    const isRaised = wallet.watch.raised.includes(key)
    if (holds[key](wallet, facts.now) === isRaised) return []
    return [isRaised ? { _tag: "AlertCleared", key } : raise(wallet, key, facts)]
  })
