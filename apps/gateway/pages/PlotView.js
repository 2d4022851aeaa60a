/** Draws a balance over time (`Plot` says where) and reads out its entries: under the pointer, or with the arrow keys. */
import * as Money from "./Money.js"
import * as Plot from "./Plot.js"

/**
 * @typedef {object} Entry
 * @property {number} at epoch milliseconds
 * @property {number} amount cents, with its sign
 * @property {number} balance
 * @property {string} description
 */
/**
 * @typedef {object} History
 * @property {ReadonlyArray<Entry>} entries oldest first
 * @property {number} opening
 * @property {number} from
 * @property {number} to
 * @property {string} currency
 * @property {string} note what to say while no entry is looked at
 */

/** Dots stand apart by as many pixels at least; where entries are closer the line is all there is to see. */
const dotsApart = 7

const clock = new Intl.DateTimeFormat(undefined, { hour: "numeric", minute: "2-digit" })
const date = new Intl.DateTimeFormat(undefined, { month: "short", day: "numeric" })
const month = new Intl.DateTimeFormat(undefined, { month: "short", year: "numeric" })
const exact = new Intl.DateTimeFormat(undefined, { dateStyle: "medium", timeStyle: "medium" })

/**
 * @param {"clock" | "day" | "month"} unit
 * @param {number} at
 */
const labelOf = (unit, at) => {
  if (unit === "month") return month.format(at)
  const day = new Date(at)
  return unit === "day" || (day.getHours() === 0 && day.getMinutes() === 0) ? date.format(at) : clock.format(at)
}

/**
 * @param {string} tag
 * @param {Readonly<Record<string, string | number>>} attributes
 * @param {string} [text]
 */
const shape = (tag, attributes, text = "") => {
  const made = document.createElementNS("http://www.w3.org/2000/svg", tag)
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, String(value))
  made.append(text)
  return made
}

/** @param {Entry} entry @param {string} currency */
export const sentence = (entry, currency) =>
  `${exact.format(entry.at)} · ${Money.signed(entry.amount, currency)} · balance ${Money.format(entry.balance, currency)} · ${entry.description}`

/**
 * @param {ReturnType<typeof Plot.make>} plot
 * @param {string} currency
 */
const axes = (plot, currency) => [
  ...plot.money.ticks.flatMap(({ cents, y }) => [
    shape("line", { class: cents === 0 ? "zero" : "grid", x1: plot.left, x2: plot.right, y1: y, y2: y }),
    shape("text", { x: plot.left - 8, y: y + 4, "text-anchor": "end" }, Money.onAxis(cents, plot.money.step, currency))
  ]),
  ...plot.time.ticks
    .filter(({ x }) => x > plot.left + 16 && x < plot.right - 16)
    .flatMap(({ at, x }) => [
      shape("line", { class: "grid", x1: x, x2: x, y1: plot.bottom, y2: plot.bottom + 4 }),
      shape("text", { x, y: plot.bottom + 19, "text-anchor": "middle" }, labelOf(plot.time.unit, at))
    ])
]

/**
 * @param {History} history
 * @param {ReturnType<typeof Plot.make>} plot
 */
const drawing = ({ currency, entries, opening }, plot) => {
  const shapes = axes(plot, currency)
  if (entries.length === 0 && opening === 0) {
    const place = { class: "nothing", x: (plot.left + plot.right) / 2, y: (plot.top + plot.bottom) / 2 }
    return [...shapes, shape("text", place, "No entries in this range")]
  }
  shapes.push(shape("path", { class: "area", d: plot.area }), shape("path", { class: "line", d: plot.line }))
  const alone = plot.points.filter(
    ({ x }, n) =>
      x - (plot.points[n - 1]?.x ?? -Infinity) >= dotsApart && (plot.points[n + 1]?.x ?? Infinity) - x >= dotsApart
  )
  shapes.push(...alone.map(({ x, y }) => shape("circle", { class: "entry", cx: x, cy: y, r: 3 })))
  return shapes
}

/** The part that moves: a line through the entry that is looked at, and a ring around it. */
const marker = () => {
  const cross = shape("line", { class: "cross" })
  const mark = shape("circle", { class: "mark", r: 5 })
  const all = shape("g", { visibility: "hidden" })
  all.append(cross, mark)
  return {
    all,
    /** @param {Plot.Point | undefined} point @param {ReturnType<typeof Plot.make>} plot */
    move: (point, plot) => {
      all.setAttribute("visibility", point === undefined ? "hidden" : "visible")
      if (point === undefined) return
      const places = { x1: point.x, x2: point.x, y1: plot.top, y2: plot.bottom }
      for (const [name, value] of Object.entries(places)) cross.setAttribute(name, String(value))
      mark.setAttribute("cx", String(point.x))
      mark.setAttribute("cy", String(point.y))
    }
  }
}

/** @param {string} key @param {number} now @param {number} last */
const moved = (key, now, last) => {
  const jump = Math.max(1, Math.round(last / 10))
  /** @type {Readonly<Record<string, number>>} */
  const places = {
    ArrowLeft: now - 1,
    ArrowDown: now - 1,
    ArrowRight: now + 1,
    ArrowUp: now + 1,
    PageDown: now - jump,
    PageUp: now + jump,
    Home: 0,
    End: last
  }
  const place = places[key]
  return place === undefined ? undefined : Math.min(last, Math.max(0, place))
}

/**
 * A plot in a place of fixed height; it follows the width.
 * @param {HTMLElement} place
 * @param {HTMLElement} reading where the entry that is looked at is described
 */
export const inside = (place, reading) => {
  const svg = shape("svg", { "aria-hidden": "true" })
  place.append(svg)
  const marked = marker()
  /** @type {History | undefined} */
  let history
  /** @type {ReturnType<typeof Plot.make> | undefined} */
  let plot
  let at = -1

  /** @param {number} next */
  const look = (next) => {
    if (history === undefined || plot === undefined) return
    at = next
    const entry = history.entries[at]
    marked.move(plot.points[at], plot)
    const text = entry === undefined ? history.note : sentence(entry, history.currency)
    reading.textContent = text
    reading.title = text
    place.setAttribute("aria-valuenow", String(Math.max(0, at)))
    place.setAttribute("aria-valuetext", text)
  }

  const draw = () => {
    if (history === undefined || place.clientWidth === 0) return
    const { entries: levels, from, opening, to } = history
    plot = Plot.make({ levels, opening, from, to, width: place.clientWidth, height: place.clientHeight })
    svg.setAttribute("viewBox", `0 0 ${place.clientWidth} ${place.clientHeight}`)
    svg.replaceChildren(...drawing(history, plot), marked.all)
    look(at)
  }

  place.tabIndex = 0
  place.setAttribute("role", "slider")
  place.setAttribute("aria-label", "Entries of the balance, oldest to newest")
  place.setAttribute("aria-valuemin", "0")
  place.addEventListener("pointermove", (event) => {
    if (plot !== undefined) look(Plot.nearest(plot.points, event.clientX - place.getBoundingClientRect().left))
  })
  place.addEventListener("pointerleave", () => look(-1))
  place.addEventListener("blur", () => look(-1))
  place.addEventListener("focus", () => {
    if (at < 0 && history !== undefined && place.matches(":focus-visible")) look(history.entries.length - 1)
  })
  place.addEventListener("keydown", (event) => {
    if (history === undefined || history.entries.length === 0) return
    const last = history.entries.length - 1
    const next = moved(event.key, at < 0 ? last + 1 : at, last)
    if (next === undefined) return
    event.preventDefault()
    look(next)
  })
  new ResizeObserver(draw).observe(place)

  return {
    /** @param {History} next */
    show: (next) => {
      history = next
      at = -1
      place.setAttribute("aria-valuemax", String(Math.max(0, next.entries.length - 1)))
      draw()
    }
  }
}
