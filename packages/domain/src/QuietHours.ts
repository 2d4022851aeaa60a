/**
 * Hours in which a person is left alone, by the clock on their wall. Minutes of the day, so a window may span midnight;
 * asked of the zone at each instant, so summer time neither lengthens nor shortens it in the person's eyes.
 */
import * as DateTime from "effect/DateTime"
import * as Option from "effect/Option"

/** `start` is quiet, `end` is not: minutes after midnight, 0 to 1439. Equal ones make no window at all. */
export interface QuietHours {
  readonly start: number
  readonly end: number
}

/** 21:00 to 08:00, the hours of the Telephone Consumer Protection Act (47 CFR 64.1200(c)(1)). */
export const standard: QuietHours = { start: 21 * 60, end: 8 * 60 }

const dayMinutes = 24 * 60
const minuteMillis = 60_000
const dayMillis = dayMinutes * minuteMillis

const minutesOf = (text: string): number | undefined => {
  const found = /^([01]?\d|2[0-3]):([0-5]\d)$/.exec(text.trim())
  return found === null ? undefined : Number(found[1]) * 60 + Number(found[2])
}

/** From `HH:MM` and `HH:MM`; undefined where either is no time of day. */
export const parse = (start: string, end: string): QuietHours | undefined => {
  const [from, to] = [minutesOf(start), minutesOf(end)]
  return from === undefined || to === undefined ? undefined : { start: from, end: to }
}

/** Milliseconds to add to UTC for the wall clock of a zone at an instant. */
const offsetAt = (zone: DateTime.TimeZone, at: number): number =>
  DateTime.zonedOffset(DateTime.makeZonedUnsafe(at, { timeZone: zone }))

const modulo = (value: number, by: number): number => ((value % by) + by) % by

/** Milliseconds after midnight on the wall. */
const wallAt = (zone: DateTime.TimeZone, at: number): number => modulo(at + offsetAt(zone, at), dayMillis)

const isQuietIn = (hours: QuietHours, zone: DateTime.TimeZone, at: number): boolean => {
  const wall = wallAt(zone, at)
  const [start, end] = [hours.start * minuteMillis, hours.end * minuteMillis]
  return start <= end ? wall >= start && wall < end : wall >= start || wall < end
}

/** The first instant after `from` with another offset than at `from`; the offset at `to` is another. */
const transition = (zone: DateTime.TimeZone, from: number, to: number): number => {
  const offset = offsetAt(zone, from)
  let [before, after] = [from, to]
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2)
    if (offsetAt(zone, middle) === offset) before = middle
    else after = middle
  }
  return after
}

/** The first instant from `at` on that is not quiet in this zone. */
const endIn = (hours: QuietHours, zone: DateTime.TimeZone, at: number): number => {
  let now = at
  while (isQuietIn(hours, zone, now)) {
    const end = now + modulo(hours.end * minuteMillis - wallAt(zone, now), dayMillis)
    // The clock may be put forward past the end of the window, or back into it.
    now = offsetAt(zone, end) === offsetAt(zone, now) ? end : transition(zone, now, end)
  }
  return now
}

/** Zones move the end of one another back; two that are never both awake would do so for ever. */
const daysMost = 8

const zonesOf = (names: ReadonlyArray<string>): ReadonlyArray<DateTime.TimeZone> =>
  names.flatMap((name) => Option.toArray(DateTime.zoneMakeNamed(name)))

/**
 * Undefined where it is not quiet in any of the zones; else the first instant (epoch milliseconds) at which it is quiet
 * in none of them, at most eight days on. Names that are no zone are passed over: whoever has no zone at all must be
 * asked about first, for no zone is never quiet.
 */
export const quietUntil = (hours: QuietHours, zones: ReadonlyArray<string>, at: number): number | undefined => {
  const known = zonesOf(zones)
  let until = at
  while (until - at < daysMost * dayMillis) {
    const later = known.reduce((latest, zone) => Math.max(latest, endIn(hours, zone, until)), until)
    if (later === until) break
    until = later
  }
  return until === at ? undefined : until
}
