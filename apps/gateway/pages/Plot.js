/** The geometry of a balance over time: where its steps, its ticks and its entries are. Pure; `PlotView` draws it. */
import * as Ticks from "./Ticks.js"

/**
 * An entry of the ledger as the plot needs it: when, and what stood then.
 * @typedef {{ readonly at: number, readonly balance: number }} Level
 */
/**
 * @typedef {object} Asked
 * @property {ReadonlyArray<Level>} levels oldest first
 * @property {number} opening cents before the first of them
 * @property {number} from epoch milliseconds of the left edge
 * @property {number} to of the right edge
 * @property {number} width pixels, all of it
 * @property {number} height
 */
/** @typedef {{ readonly x: number, readonly y: number }} Point */

/** Room for the labels, in pixels. */
const margin = { top: 12, right: 12, bottom: 26, left: 62 }

/** A plot shows a minute at least, in milliseconds, and a day where nothing has happened. */
const spanLeast = 60_000
const spanEmpty = 86_400_000

/**
 * The left edge where the first entry of all is in sight: a little before it, because an axis with nothing on it tells
 * nothing.
 * @param {ReadonlyArray<Level>} levels oldest first
 * @param {number} to
 */
export const beginning = (levels, to) => {
  const first = levels[0]?.at ?? to - spanEmpty
  return Math.min(first - (to - first) / 40, to - spanLeast)
}

/**
 * One path of horizontal and vertical lines: a balance jumps, it does not slope. Of the entries that share a column of
 * pixels only what can be seen is drawn, so a path is as long as the plot is wide.
 * @param {number} start y of what stood before
 * @param {ReadonlyArray<Point>} points
 * @param {number} left
 * @param {number} right
 */
const steps = (start, points, left, right) => {
  const parts = [`M${left} ${start}`]
  let n = 0
  while (n < points.length) {
    const column = Math.round(points[n]?.x ?? 0)
    let [low, high, last] = [Infinity, -Infinity, start]
    for (; n < points.length && Math.round(points[n]?.x ?? 0) === column; n += 1) {
      last = points[n]?.y ?? last
      low = Math.min(low, last)
      high = Math.max(high, last)
    }
    parts.push(low === high ? `H${column}V${last}` : `H${column}V${low}V${high}V${last}`)
  }
  parts.push(`H${right}`)
  return parts.join("")
}

/**
 * Everything that is drawn.
 * @param {Asked} asked
 */
export const make = ({ from, height, levels, opening, to, width }) => {
  const inner = { left: margin.left, right: Math.max(margin.left + 1, width - margin.right), top: margin.top }
  const bottom = height - margin.bottom
  let [least, most] = [Math.min(0, opening), Math.max(0, opening)]
  for (const { balance } of levels) {
    least = Math.min(least, balance)
    most = Math.max(most, balance)
  }
  // Nothing yet: a dollar of room, so that the axis says what it is about.
  if (least === most) most = 100
  const money = Ticks.ofMoney(least, most, 4)
  const [floor, ceiling] = [money.at[0] ?? 0, money.at.at(-1) ?? 1]
  /** @param {number} at */
  const x = (at) =>
    Math.round((inner.left + ((at - from) / Math.max(1, to - from)) * (inner.right - inner.left)) * 10) / 10
  /** @param {number} cents */
  const y = (cents) => Math.round((bottom - ((cents - floor) / (ceiling - floor)) * (bottom - inner.top)) * 10) / 10
  const points = levels.map(({ at, balance }) => ({ x: x(at), y: y(balance) }))
  const line = steps(y(opening), points, inner.left, inner.right)
  const times = Ticks.ofTime(from, to, Math.max(2, Math.floor((inner.right - inner.left) / 72)))
  return {
    ...inner,
    bottom,
    zero: y(0),
    line,
    area: `${line}V${y(0)}H${inner.left}Z`,
    points,
    money: { step: money.step, ticks: money.at.map((cents) => ({ cents, y: y(cents) })) },
    time: { unit: times.unit, ticks: times.at.map((at) => ({ at, x: x(at) })) }
  }
}

/**
 * The index of the first point to the right of a place; their number where there is none.
 * @param {ReadonlyArray<Point>} points from left to right
 * @param {number} x
 */
const firstBeyond = (points, x) => {
  let [low, high] = [0, points.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((points[middle]?.x ?? 0) <= x) low = middle + 1
    else high = middle
  }
  return low
}

/**
 * Which of the points is nearest to a place on the time axis; -1 where there is none. Of those at the same place the
 * newest: what stood afterwards.
 * @param {ReadonlyArray<Point>} points from left to right
 * @param {number} x
 */
export const nearest = (points, x) => {
  const after = firstBeyond(points, x)
  const [left, right] = [points[after - 1], points[after]]
  if (right === undefined || (left !== undefined && x - left.x <= right.x - x)) return after - 1
  return firstBeyond(points, right.x) - 1
}
