/** Where an axis is marked: round amounts, and times that a calendar knows. Pure. */

/**
 * Round amounts from below the least to above the most, about `count` of them. A tick is 1, 2 or 5 times a power of ten
 * cents.
 * @param {number} least
 * @param {number} most
 * @param {number} count
 * @returns {{ readonly step: number, readonly at: ReadonlyArray<number> }}
 */
export const ofMoney = (least, most, count) => {
  const rough = Math.max(1, (most - least) / Math.max(1, count))
  const power = 10 ** Math.floor(Math.log10(rough))
  const step = Math.max(1, ([1, 2, 5].find((factor) => factor * power >= rough) ?? 10) * power)
  const first = Math.floor(least / step)
  const last = Math.max(first + 1, Math.ceil(most / step))
  return { step, at: Array.from({ length: last - first + 1 }, (_, n) => (first + n) * step) }
}

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

/** Steps within a day. */
const clocks = [1, 2, 5, 10, 15, 30, 60, 120, 180, 360, 720].map((minutes) => minutes * minute)
/** Steps of days. */
const calendars = [1, 2, 4, 7, 10, 14]
/** The shortest month, and steps of months; beyond them whole years. */
const month = 28 * day
const months = [1, 2, 3, 6]

/**
 * @param {(n: number) => number} at
 * @param {number} from
 * @param {number} to
 */
const between = (at, from, to) => {
  const found = []
  for (let n = 0; at(n) <= to; n += 1) if (at(n) >= from) found.push(at(n))
  return found
}

/**
 * Times of the reader's own calendar between two instants, at most `count` of them.
 * @param {number} from epoch milliseconds
 * @param {number} to
 * @param {number} count
 * @returns {{ readonly unit: "clock" | "day" | "month", readonly at: ReadonlyArray<number> }}
 */
export const ofTime = (from, to, count) => {
  const rough = (to - from) / Math.max(1, count)
  const start = new Date(from)
  const [year, monthOfYear, date] = [start.getFullYear(), start.getMonth(), start.getDate()]
  const midnight = new Date(year, monthOfYear, date).getTime()
  const clock = clocks.find((step) => step >= rough)
  if (clock !== undefined) {
    const first = midnight + Math.floor((from - midnight) / clock) * clock
    return { unit: "clock", at: between((n) => first + n * clock, from, to) }
  }
  const days = calendars.find((step) => step * day >= rough)
  if (days !== undefined) {
    return { unit: "day", at: between((n) => new Date(year, monthOfYear, date + n * days).getTime(), from, to) }
  }
  const step = months.find((candidate) => candidate * month >= rough) ?? 12 * Math.ceil(rough / (365 * day))
  return { unit: "month", at: between((n) => new Date(year, monthOfYear + n * step).getTime(), from, to) }
}
