/** The balance over time: the range that is looked at, its entries, and its statement as a file. */
import { busy, byId, make, wordsOf } from "./Dom.js"
import * as Money from "./Money.js"
import * as Plot from "./Plot.js"
import * as PlotView from "./PlotView.js"

/** @typedef {import("@loopdrive/domain/Wallet").WalletTransaction} Transaction */
/** @typedef {import("./Wallet.js").Session} Session */
/**
 * @typedef {object} Statement
 * @property {string} to
 * @property {string} currency
 * @property {number} openingBalance
 * @property {number} closingBalance
 * @property {ReadonlyArray<Transaction>} transactions oldest first
 */

/** More than a screen has columns, and little enough to load at once. */
const entriesMost = 5000

const day = 86_400_000
/** How far back, and how it is said. `all` has no beginning of its own. */
const ranges = /** @type {const} */ ({
  day: { millis: day, words: "in the last 24 hours" },
  week: { millis: 7 * day, words: "in the last 7 days" },
  month: { millis: 30 * day, words: "in the last 30 days" },
  all: { millis: undefined, words: "in all" }
})

const dated = new Intl.DateTimeFormat(undefined, { dateStyle: "medium", timeStyle: "short" })

/** @type {ReturnType<typeof PlotView.inside> | undefined} */
let view
/** The load that was asked for last: an answer of an earlier one comes too late. */
let latest = 0

const chosen = () => {
  const [input] = document.querySelectorAll("#ranges input:checked")
  const name = input instanceof HTMLInputElement ? input.value : "month"
  return { name, ...(ranges[/** @type {keyof typeof ranges} */ (name)] ?? ranges.month) }
}

/** @param {number | undefined} millis */
const startOf = (millis) => (millis === undefined ? undefined : Date.now() - millis)

/**
 * When the oldest entry that is loaded was posted, where not all of them are.
 * @param {Session} session
 * @param {number} total
 */
const cutOf = async (session, total) => {
  if (total <= entriesMost) return undefined
  const query = { limit: 1, offset: entriesMost - 1 }
  /** @type {{ transactions: ReadonlyArray<Transaction> }} */
  const { transactions } = await session.api.read(`${session.root}/transactions`, query)
  const [oldest] = transactions
  return oldest === undefined ? undefined : Date.parse(oldest.timestamp)
}

/**
 * @param {Statement} statement
 * @param {string} said
 * @param {number | undefined} cut
 */
const noteOf = ({ closingBalance, currency, openingBalance, transactions }, said, cut) => {
  const count = transactions.length
  const entries = count === 1 ? "One entry" : `${count.toLocaleString()} entries`
  if (cut !== undefined)
    return `The newest ${entries.toLowerCase()}, since ${dated.format(cut)}. The CSV has all of them.`
  if (count === 0) return `No entries ${said}; ${Money.format(closingBalance, currency)} throughout.`
  const difference = Money.signed(closingBalance - openingBalance, currency)
  return `${entries} ${said}, ${difference} together. Point at the line, or use the arrow keys, to see each.`
}

/**
 * Loads the chosen range and draws it.
 * @param {Session} session
 * @param {number} total entries of the wallet
 */
export const load = async (session, total) => {
  const turn = (latest += 1)
  const { millis, words } = chosen()
  const start = startOf(millis)
  const cut = await cutOf(session, total)
  const clipped = cut !== undefined && cut > (start ?? 0)
  const from = clipped ? cut : start
  const query = from === undefined ? {} : { from: new Date(from).toISOString() }
  /** @type {Statement} */
  const statement = await session.api.read(`${session.root}/statement`, query)
  if (turn !== latest) return
  const to = Date.parse(statement.to)
  const entries = statement.transactions.map(({ amount, balance, description, timestamp }) => ({
    at: Date.parse(timestamp),
    amount,
    balance,
    description
  }))
  // All there is, or the part of the range that the wallet has lived through.
  const begins = from === undefined || (entries.length > 0 && entries.length === total)
  view?.show({
    entries,
    opening: statement.openingBalance,
    from: begins ? Plot.beginning(entries, to) : from,
    to,
    currency: statement.currency,
    note: noteOf(statement, words, clipped ? cut : undefined)
  })
}

/** @param {Session} session */
const download = async (session) => {
  const { millis, name } = chosen()
  const start = startOf(millis)
  const from = start === undefined ? {} : { from: new Date(start).toISOString() }
  const address = URL.createObjectURL(await session.api.file(`${session.root}/statement`, { format: "csv", ...from }))
  make("a", { href: address, download: `statement-${session.workspace}-${name}.csv` }).click()
  URL.revokeObjectURL(address)
}

/** @param {() => Session | undefined} sessionOf */
export const listen = (sessionOf) => {
  view = PlotView.inside(byId("plot", HTMLElement), byId("plot-said", HTMLElement))
  byId("ranges", HTMLFieldSetElement).addEventListener("change", () => void sessionOf()?.refreshHistory())
  const csv = byId("csv", HTMLButtonElement)
  csv.addEventListener("click", () => {
    const session = sessionOf()
    if (session === undefined) return
    void busy(csv, () => download(session).catch((error) => session.notice(wordsOf(error), "bad")))
  })
}
