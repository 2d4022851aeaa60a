/** The lists of the wallet's page: transactions, holds, payments, alerts. Each is given what to show, and shows it. */
import { make, time, words } from "./Dom.js"
import * as Money from "./Money.js"

/** @typedef {import("@loopdrive/domain/Wallet").WalletTransaction} Transaction */
/** @typedef {import("@loopdrive/domain/Wallet").Hold} Hold */
/** @typedef {import("@loopdrive/domain/Wallet").StripePayment} Payment */
/** @typedef {import("@loopdrive/domain/Wallet").SpendAlert} Alert */

/**
 * A column: its title, how its cells look, and what stands before a cell where there is no room for titles.
 * @typedef {{ title: string, look?: string, place?: "lead" | "sum" | "under" | "wide", label?: string }} Column
 */
/** @typedef {ReadonlyArray<import("./Dom.js").Child>} Cell */

/** The roles keep a table a table where the narrow layout makes its rows something else. */
/**
 * @param {string} name
 * @param {ReadonlyArray<Column>} columns
 * @param {ReadonlyArray<ReadonlyArray<Cell>>} rows
 */
const table = (name, columns, rows) =>
  make(
    "table",
    { role: "table", "aria-label": name },
    make(
      "thead",
      { role: "rowgroup" },
      make(
        "tr",
        { role: "row" },
        ...columns.map(({ look, title }) => make("th", { role: "columnheader", scope: "col", class: look }, title))
      )
    ),
    make(
      "tbody",
      { role: "rowgroup" },
      ...rows.map((cells) =>
        make(
          "tr",
          { role: "row" },
          ...cells.map((cell, n) => {
            const { label, look, place } = columns[n] ?? { title: "" }
            return make("td", { role: "cell", class: look, "data-place": place, "data-label": label }, ...cell)
          })
        )
      )
    )
  )

/** @param {string} text */
const empty = (text) => make("p", { class: "quiet" }, text)

/** @param {number} cents @param {string} currency */
const change = (cents, currency) =>
  make("span", { class: cents < 0 ? "strong" : "strong positive" }, Money.signed(cents, currency))

/** @param {number} cents @param {string} currency */
const level = (cents, currency) =>
  make("span", { class: cents < 0 ? "negative" : undefined }, Money.format(cents, currency))

/**
 * @param {Element} place
 * @param {ReadonlyArray<Transaction>} list newest first
 * @param {string} currency
 */
export const transactions = (place, list, currency) => {
  if (list.length === 0) {
    place.replaceChildren(empty("Nothing was posted yet. Top up to make the first entry."))
    return
  }
  const rows = list.map((entry) => [
    [entry.description, ...(entry.referenceId === undefined ? [] : [make("small", {}, `Ref. ${entry.referenceId}`)])],
    [change(entry.amount, currency)],
    [level(entry.balance, currency)],
    [words(entry.type), make("small", {}, words(entry.source))],
    [time(entry.timestamp)]
  ])
  /** @type {ReadonlyArray<Column>} */
  const columns = [
    { title: "Description", place: "lead" },
    { title: "Amount", look: "amount", place: "sum" },
    { title: "Balance after", look: "amount", place: "under", label: "Balance" },
    { title: "Type, source", look: "kind" },
    { title: "Time", place: "wide" }
  ]
  place.replaceChildren(table("Transactions, newest first", columns, rows))
}

/** @param {Hold} hold @param {string} currency */
const parts = (hold, currency) =>
  [
    hold.captured > 0 ? `${Money.format(hold.captured, currency)} captured` : "",
    hold.released > 0 ? `${Money.format(hold.released, currency)} released` : ""
  ]
    .filter((part) => part !== "")
    .join(", ")

/**
 * @param {Element} place
 * @param {ReadonlyArray<Hold>} list
 * @param {string} currency
 */
export const holds = (place, list, currency) => {
  if (list.length === 0) {
    place.replaceChildren(empty("No money was set aside yet. Services that spend hold what a campaign may cost."))
    return
  }
  const ordered = list.toSorted((left, right) => Number(right.status === "open") - Number(left.status === "open"))
  const rows = ordered.map((hold) => [
    [hold.description, ...(hold.referenceId === undefined ? [] : [make("small", {}, `Ref. ${hold.referenceId}`)])],
    [make("span", { class: "strong" }, Money.format(hold.status === "open" ? hold.remaining : hold.amount, currency))],
    [make("span", { class: "badge", "data-tone": hold.status === "open" ? "warn" : undefined }, hold.status)],
    [parts(hold, currency)],
    hold.expiresAt === undefined
      ? [time(hold.createdAt)]
      : [time(hold.createdAt), make("small", {}, "until ", time(hold.expiresAt))]
  ])
  /** @type {ReadonlyArray<Column>} */
  const columns = [
    { title: "Description", place: "lead" },
    { title: "On hold", look: "amount", place: "sum" },
    { title: "Status", place: "under" },
    { title: "So far" },
    { title: "Since", place: "wide" }
  ]
  place.replaceChildren(table("Holds, open ones first", columns, rows))
}

/** @type {Readonly<Record<string, "good" | "bad" | "warn" | undefined>>} */
const tones = { succeeded: "good", failed: "bad", pending: "warn", processing: "warn", refunded: "warn" }

/** An address of the vendor's; anything but https is shown to nobody. @param {string | undefined} url */
const receipt = (url) =>
  url === undefined || !url.startsWith("https://")
    ? []
    : [make("a", { href: url, rel: "noopener noreferrer", target: "_blank" }, "Receipt")]

/**
 * @param {Element} place
 * @param {ReadonlyArray<Payment>} list newest first
 * @param {(payment: Payment) => ReadonlyArray<HTMLElement>} choices what can be done with one that waits
 */
export const payments = (place, list, choices) => {
  if (list.length === 0) {
    place.replaceChildren(empty("No payment was asked for yet."))
    return
  }
  const rows = list.map((payment) => [
    [
      typeof payment.metadata["purpose"] === "string" ? words(payment.metadata["purpose"]) : "payment",
      ...(payment.failureReason === undefined ? [] : [make("small", {}, payment.failureReason)])
    ],
    [make("span", { class: "strong" }, Money.format(payment.amount, payment.currency))],
    [make("span", { class: "badge", "data-tone": tones[payment.status] }, payment.status)],
    [...choices(payment), ...receipt(payment.receiptUrl)],
    [time(payment.createdAt)]
  ])
  /** @type {ReadonlyArray<Column>} */
  const columns = [
    { title: "Purpose", place: "lead" },
    { title: "Amount", look: "amount", place: "sum" },
    { title: "Status", place: "under" },
    { title: "What can be done", place: "wide" },
    { title: "Time" }
  ]
  place.replaceChildren(table("Payments, newest first", columns, rows))
}

/** @type {Readonly<Record<string, "bad" | "warn" | undefined>>} */
const severities = { critical: "bad", warning: "warn" }

/**
 * @param {Alert} alert
 * @param {(alert: Alert, button: HTMLButtonElement) => unknown} acknowledge
 */
const alertCard = (alert, acknowledge) => {
  const card = make(
    "article",
    { class: "alert", "data-severity": alert.severity },
    make(
      "p",
      { class: "top" },
      make("span", { class: "badge", "data-tone": severities[alert.severity] }, alert.severity),
      make("small", {}, time(alert.createdAt))
    ),
    make("p", {}, alert.message)
  )
  if (alert.recommendedAction !== undefined) card.append(make("p", { class: "quiet" }, alert.recommendedAction))
  if (alert.acknowledged) {
    const at = alert.acknowledgedAt === undefined ? [] : [" ", time(alert.acknowledgedAt)]
    card.append(make("small", {}, "Acknowledged", ...at))
    return card
  }
  const button = make("button", { type: "button", "aria-label": `Acknowledge: ${alert.message}` }, "Acknowledge")
  button.addEventListener("click", () => acknowledge(alert, button))
  card.append(button)
  return card
}

/** Of the acknowledged ones, as many as somebody may want to look back at. */
const pastMost = 20

/**
 * @param {Element} place
 * @param {ReadonlyArray<Alert>} list newest first
 * @param {(alert: Alert, button: HTMLButtonElement) => unknown} acknowledge
 */
export const alerts = (place, list, acknowledge) => {
  const [open, past] = [list.filter((alert) => !alert.acknowledged), list.filter((alert) => alert.acknowledged)]
  const shown = past.slice(0, pastMost)
  const looking = place.querySelector("details")?.open === true
  place.replaceChildren(
    ...(open.length === 0 ? [empty("Nothing needs attention.")] : open.map((alert) => alertCard(alert, acknowledge))),
    ...(past.length === 0
      ? []
      : [
          make(
            "details",
            { open: looking },
            make(
              "summary",
              {},
              `${past.length} acknowledged${past.length > shown.length ? `, newest ${shown.length}` : ""}`
            ),
            ...shown.map((alert) => alertCard(alert, acknowledge))
          )
        ])
  )
}
