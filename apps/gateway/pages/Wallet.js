/** The page of a workspace's wallet: opens it with a key, loads what is shown, and loads it again when it has changed. */
import * as Api from "./Api.js"
import { busy, byId, say, wordsOf } from "./Dom.js"
import * as Money from "./Money.js"
import * as History from "./WalletHistory.js"
import * as Lists from "./WalletLists.js"
import * as Settings from "./WalletSettings.js"
import * as TopUp from "./WalletTopUp.js"

/** @typedef {import("@loopdrive/domain/Wallet").Wallet} Wallet */
/** @typedef {import("./WalletLists.js").Alert} Alert */
/** @typedef {"good" | "bad" | "plain"} Tone */
/**
 * An open wallet, and what the parts of the page may ask of it.
 * @typedef {object} Session
 * @property {Api.Api} api
 * @property {string} workspace
 * @property {string} root where the wallet's routes begin
 * @property {boolean} sandbox whether payments are played
 * @property {Wallet | undefined} wallet as it was last read
 * @property {() => Promise<void>} refresh everything
 * @property {() => Promise<void>} refreshHistory the balance over time
 * @property {() => Promise<void>} refreshPayments
 * @property {(text: string, tone: Tone) => void} notice
 */

/** Entries on a page. */
const pageSize = 20
/** Holds and payments that are shown: the newest. */
const recentMost = 50
/** How long a notice stands, in milliseconds, and after what time away a page loads anew. */
const noticeStands = 8000
const staleAfter = 30_000

const stored = { key: "loopdrive.key", workspace: "loopdrive.workspace" }

/** @type {Session | undefined} */
let session
let offset = 0
let total = 0
let loadedAt = 0
let noticeTimer = 0
let pageTurn = 0

const currencyOf = () => session?.wallet?.currency ?? "usd"

/** @type {Session["notice"]} */
const notice = (text, tone) => {
  const place = byId("notice", HTMLElement)
  say(place, text, tone)
  clearTimeout(noticeTimer)
  noticeTimer = setTimeout(() => say(place, ""), noticeStands)
}

/** @type {Readonly<Record<string, string>>} */
const statusTones = { active: "good", frozen: "bad", depleted: "warn" }

/** @param {Wallet} wallet */
const showFigures = (wallet) => {
  const figures = {
    balance: wallet.balance,
    held: wallet.metadata["held"],
    available: wallet.metadata["available"],
    overdraft: wallet.metadata["overdraft"]
  }
  for (const [id, cents] of Object.entries(figures)) {
    const place = byId(id, HTMLElement)
    place.textContent = typeof cents === "number" ? Money.format(cents, wallet.currency) : "–"
    place.classList.toggle("negative", typeof cents === "number" && cents < 0)
  }
  const status = byId("status", HTMLElement)
  status.textContent = wallet.status
  status.setAttribute("data-tone", statusTones[wallet.status] ?? "plain")
  byId("as-of", HTMLElement).textContent = `As of ${new Date().toLocaleTimeString()} · ${wallet.currency.toUpperCase()}`
  byId("figures", HTMLElement).setAttribute("aria-busy", "false")
}

/** @param {Session} current */
const loadWallet = async (current) => {
  /** @type {Wallet} */
  const wallet = await current.api.read(current.root)
  if (session !== current) return
  current.wallet = wallet
  showFigures(wallet)
  Settings.show(wallet)
}

/** @param {Session} current */
const loadTransactions = async (current) => {
  const turn = (pageTurn += 1)
  /** @type {{ transactions: ReadonlyArray<Lists.Transaction>, total: number }} */
  const page = await current.api.read(`${current.root}/transactions`, { limit: pageSize, offset })
  if (session !== current || turn !== pageTurn) return
  total = page.total
  Lists.transactions(byId("transactions", HTMLElement), page.transactions, currencyOf())
  byId("transactions-total", HTMLElement).textContent = total.toLocaleString()
  const last = offset + page.transactions.length
  byId("transactions-page", HTMLElement).textContent =
    last === 0 ? "" : `${offset + 1}–${last} of ${total.toLocaleString()}`
  byId("newer", HTMLButtonElement).disabled = offset === 0
  byId("older", HTMLButtonElement).disabled = last >= total
}

/** Open ones first, so they are asked for by themselves. @param {Session} current */
const loadHolds = async (current) => {
  const path = `${current.root}/holds`
  /** @typedef {{ holds: ReadonlyArray<Lists.Hold>, total: number }} Page */
  const pages = [
    current.api.read(path, { status: "open", limit: recentMost }),
    current.api.read(path, { limit: recentMost })
  ]
  const [open, all] = /** @type {[Page, Page]} */ (await Promise.all(pages))
  if (session !== current) return
  const ended = all.holds.filter(({ status }) => status !== "open")
  Lists.holds(byId("holds", HTMLElement), [...open.holds, ...ended].slice(0, recentMost), currencyOf())
  byId("holds-total", HTMLElement).textContent =
    all.total > recentMost ? `newest of ${all.total.toLocaleString()}` : String(all.total)
}

/** @param {Session} current */
const loadPayments = async (current) => {
  const query = { workspaceId: current.workspace, limit: recentMost }
  /** @type {{ payments: ReadonlyArray<Lists.Payment>, total: number }} */
  const { payments, total: all } = await current.api.read("/api/budget/payments", query)
  if (session !== current) return
  Lists.payments(byId("payments", HTMLElement), payments, (payment) => TopUp.choices(current, payment))
  byId("payments-total", HTMLElement).textContent =
    all > recentMost ? `newest ${recentMost} of ${all.toLocaleString()}` : String(all)
}

/** @param {Session} current @param {Alert} alert */
const acknowledge = async (current, alert) => {
  const answer = byId("alerts-answer", HTMLElement)
  try {
    await current.api.ask(`/api/budget/alerts/${encodeURIComponent(alert.id)}/acknowledge`)
    await loadAlerts(current)
    say(answer, "Acknowledged.", "good")
    byId("alerts", HTMLElement).focus()
  } catch (error) {
    say(answer, wordsOf(error), "bad")
  }
}

/** @param {Session} current */
const loadAlerts = async (current) => {
  const place = byId("alerts", HTMLElement)
  /** @type {ReadonlyArray<Alert>} */
  const alerts = await current.api.read("/api/budget/alerts", { workspaceId: current.workspace })
  if (session !== current) return
  const open = alerts.filter(({ acknowledged }) => !acknowledged).length
  byId("alerts-total", HTMLElement).textContent = open === 0 ? "" : String(open)
  Lists.alerts(place, alerts, (alert, button) => busy(button, () => acknowledge(current, alert)))
}

/** A part that could not be loaded says so in its place. @param {string} id @param {Promise<void>} loading */
const orSay = (id, loading) =>
  loading.catch((error) => {
    byId(id, HTMLElement).textContent = wordsOf(error)
  })

/** @param {Session} current */
const loadAll = async (current) => {
  await loadWallet(current)
  await Promise.all([
    orSay(
      "transactions",
      loadTransactions(current).then(() => orSay("plot-said", History.load(current, total)))
    ),
    orSay("holds", loadHolds(current)),
    orSay("payments", loadPayments(current)),
    orSay("alerts", loadAlerts(current))
  ])
  loadedAt = Date.now()
}

/** @param {boolean} open */
const showOpen = (open) => {
  byId("connect", HTMLFormElement).hidden = open
  byId("wallet", HTMLElement).hidden = !open
  byId("session", HTMLElement).hidden = !open
}

/** @param {string} key @param {string} workspace */
const open = async (key, workspace) => {
  const services = await Api.services()
  /** @type {Session} */
  const current = {
    api: Api.withKey(key),
    workspace,
    root: `/api/budget/wallet/${encodeURIComponent(workspace)}`,
    sandbox: services["payments"] === "sandbox",
    wallet: undefined,
    refresh: () => loadAll(current).catch((error) => notice(wordsOf(error), "bad")),
    refreshHistory: () => orSay("plot-said", History.load(current, total)),
    refreshPayments: () => orSay("payments", loadPayments(current)),
    notice
  }
  offset = 0
  session = current
  await loadWallet(current)
  sessionStorage.setItem(stored.key, key)
  sessionStorage.setItem(stored.workspace, workspace)
  byId("workspace-shown", HTMLElement).textContent = workspace
  byId("sandbox", HTMLElement).hidden = !current.sandbox
  showOpen(true)
  await loadAll(current)
}

/** @param {string} key @param {string} workspace */
const tryOpen = async (key, workspace) => {
  const answer = byId("connect-answer", HTMLElement)
  say(answer, "")
  if (!/^[\x21-\x7e]+$/u.test(key) || workspace === "") {
    say(answer, key === "" ? "Paste an API key." : "Enter a key without spaces, and a workspace.", "bad")
    return
  }
  await open(key, workspace).catch((error) => {
    session = undefined
    showOpen(false)
    sessionStorage.removeItem(stored.key)
    say(answer, wordsOf(error), "bad")
    byId("key", HTMLInputElement).focus()
  })
}

const leave = () => {
  session = undefined
  sessionStorage.removeItem(stored.key)
  sessionStorage.removeItem(stored.workspace)
  byId("key", HTMLInputElement).value = ""
  TopUp.clear()
  Settings.clear()
  showOpen(false)
  byId("key", HTMLInputElement).focus()
}

/** @param {number} step */
const turnPage = async (step) => {
  if (session === undefined) return
  offset = Math.max(0, offset + step)
  await orSay("transactions", loadTransactions(session))
}

const listen = () => {
  const current = () => session
  TopUp.listen(current)
  Settings.listen(current)
  History.listen(current)
  byId("connect", HTMLFormElement).addEventListener("submit", (event) => {
    event.preventDefault()
    const [key, workspace] = [
      byId("key", HTMLInputElement).value.trim(),
      byId("workspace", HTMLInputElement).value.trim()
    ]
    void busy(byId("open", HTMLButtonElement), () => tryOpen(key, workspace))
  })
  const refresh = byId("refresh", HTMLButtonElement)
  refresh.addEventListener("click", () => void busy(refresh, async () => session?.refresh()))
  byId("leave", HTMLButtonElement).addEventListener("click", leave)
  byId("newer", HTMLButtonElement).addEventListener("click", () => void turnPage(-pageSize))
  byId("older", HTMLButtonElement).addEventListener("click", () => void turnPage(pageSize))
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "visible" && Date.now() - loadedAt > staleAfter) void session?.refresh()
  })
}

listen()
const key = sessionStorage.getItem(stored.key)
if (key !== null) void tryOpen(key, sessionStorage.getItem(stored.workspace) ?? "ws_default")
