/** When a wallet must look at itself although nobody asks it for anything. */
import * as Alerts from "./Alerts.ts"
import { dayMillis, dayOf } from "./State.ts"
import type { Wallet } from "./State.ts"

const midnightAfter = (millis: number): number => Date.parse(dayOf(millis)) + dayMillis

/** Paces look back a week and a day; ceilings as long as the wallet waits for a reload. Both turn with the day. */
const turnsWithTheDay = ({ autoReload, updatedAt, watch }: Wallet): boolean => {
  const last = watch.days.at(-1)
  const isRecent = last !== undefined && updatedAt - Date.parse(last.day) < 9 * dayMillis
  return isRecent || (watch.lowSince !== undefined && autoReload?.enabled === true)
}

/**
 * Epoch milliseconds; undefined: never, it has nothing to wait for. Always after the last review, so that a review that
 * finds nothing to do is not repeated at once.
 */
export const dueAt = (wallet: Wallet): number | undefined => {
  const { holds, updatedAt, watch } = wallet
  const times = holds.flatMap(({ expiresAt }) => (expiresAt === undefined ? [] : [expiresAt]))
  if (watch.retryAt !== undefined) times.push(watch.retryAt)
  const silentAt = Alerts.silentAt(wallet)
  if (silentAt !== undefined) times.push(silentAt)
  if (turnsWithTheDay(wallet)) times.push(midnightAfter(updatedAt))
  const due = times.filter((time) => time > watch.reviewedAt)
  return due.length === 0 ? undefined : Math.min(...due)
}

/** Whether a review has anything to do by then: one asked for too early, by a clock that is ahead, leaves no trace. */
export const isDue = (wallet: Wallet, now: number): boolean => (dueAt(wallet) ?? Infinity) <= now
