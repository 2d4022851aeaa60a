/** Times of day on somebody's wall. */
import * as DateTime from "effect/DateTime"
import * as Option from "effect/Option"

const dayMillis = 24 * 60 * 60 * 1000
const minuteMillis = 60_000
const modulo = (value: number, by: number): number => ((value % by) + by) % by

/** Minutes after midnight of `HH:MM`; undefined where it is no time of day. */
export const minutesOf = (text: string): number | undefined => {
  const found = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(text)
  return found === null ? undefined : Number(found[1]) * 60 + Number(found[2])
}

/**
 * The first instant from `at` (epoch milliseconds) on at which the clock of the zone shows so many minutes after midnight.
 * On a day whose clock is put forward past that time it is the moment at which it would have been; a name that is no
 * zone is read as UTC.
 */
export const next = (zone: string, minutes: number, at: number): number => {
  const named = Option.getOrElse(DateTime.zoneMakeNamed(zone), () => DateTime.zoneMakeOffset(0))
  const offsetAt = (instant: number) => DateTime.zonedOffset(DateTime.makeZonedUnsafe(instant, { timeZone: named }))
  const offset = offsetAt(at)
  const ahead = modulo(minutes * minuteMillis - modulo(at + offset, dayMillis), dayMillis)
  // The clock may be put forward or back on the way there.
  const shift = offset - offsetAt(at + ahead)
  const there = at + ahead + shift
  return there < at ? there + dayMillis : there
}
