/** When a wallet must look at itself although nobody asks it for anything. */
import * as Alerts from "./Alerts.ts"
import { dayMillis, dayOf } from "./State.ts"
import type { Wallet } from "./State.ts"

const midnightAfter = (millis: number): number => Date.parse(dayOf(millis)) + dayMillis

/**
 * Epoch milliseconds; undefined: never, it has nothing to wait for. Always after the last review, so that a review that
 * finds nothing to do is not repeated at once.
 */
export const dueAt = (wallet: Wallet): number | undefined => {
  const { autoReload, holds, updatedAt, watch } = wallet
  const times = holds.flatMap(({ expiresAt }) => (expiresAt === undefined ? [] : [expiresAt]))
  if (watch.retryAt !== undefined) times.push(watch.retryAt)
  if (watch.lowSince !== undefined && autoReload?.enabled === true) times.push(watch.lowSince + Alerts.silence)
  // Ceilings and paces turn with the day.
  const last = watch.days.at(-1)
  if (last !== undefined && updatedAt - Date.parse(last.day) < 9 * dayMillis) times.push(midnightAfter(updatedAt))
  const due = times.filter((time) => time > watch.reviewedAt)
  return due.length === 0 ? undefined : Math.min(...due)
}
