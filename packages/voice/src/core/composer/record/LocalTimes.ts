/** Moments as the clock shows them where a person is: what was given in UTC is not read out as if it were local time. */

/** ISO 8601 with a time of day and a zone: a moment. Without a zone it is already somebody's local time. */
const moment = /(?<![\w-])\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:?\d{2})(?![\w:])/g

/** Deeper is nothing that somebody wrote. */
const depthMost = 8

const clockOf = (timeZone: string): Intl.DateTimeFormat | undefined => {
  try {
    // The Swedish form is that of ISO 8601.
    return new Intl.DateTimeFormat("sv-SE", { timeZone, dateStyle: "short", timeStyle: "short" })
  } catch {
    // A zone that this Node's time zone data does not know yet.
    return undefined
  }
}

const localised = (value: unknown, clock: Intl.DateTimeFormat, depth: number): unknown => {
  if (typeof value === "string")
    return value.replace(moment, (stamp) => {
      const at = Date.parse(stamp)
      return Number.isNaN(at) ? stamp : clock.format(at).replace(" ", "T")
    })
  if (typeof value !== "object" || value === null || depth > depthMost) return value
  if (Array.isArray(value)) return value.map((item) => localised(item, clock, depth + 1))
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, localised(member, clock, depth + 1)]))
}

/** `2026-12-03T17:30:00Z` is `2026-12-03T18:30` for somebody in `Europe/Vienna` (an IANA name; unknown ones change nothing). */
export const inTimeZone = (value: unknown, timeZone: string): unknown => {
  const clock = clockOf(timeZone)
  return clock === undefined ? value : localised(value, clock, 0)
}
