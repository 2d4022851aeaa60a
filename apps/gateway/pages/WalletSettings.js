/** What is set of a wallet: auto-reload, and whether anything may leave it. */
import { busy, byId, say, wordsOf } from "./Dom.js"
import * as Money from "./Money.js"

/** @typedef {import("@loopdrive/domain/Wallet").Wallet} Wallet */
/** @typedef {import("./Wallet.js").Session} Session */

const fields = /** @type {const} */ ({
  threshold: "reload-threshold",
  amount: "reload-amount",
  dailyCeiling: "reload-day",
  monthlyCeiling: "reload-month"
})

const parts = () => ({
  form: byId("reload", HTMLFormElement),
  enabled: byId("reload-enabled", HTMLInputElement),
  card: byId("reload-card", HTMLElement),
  answer: byId("reload-answer", HTMLElement),
  freeze: byId("freeze", HTMLButtonElement)
})

/** Whether the form differs from what was last shown: then a refresh leaves it alone. */
let edited = false

/** @param {unknown} cents */
const shown = (cents) => (typeof cents === "number" ? Money.inField(cents) : "")

/** @param {Wallet} wallet */
export const show = (wallet) => {
  const { card, enabled, freeze } = parts()
  const frozen = wallet.status === "frozen"
  freeze.textContent = frozen ? "Unfreeze" : "Freeze"
  card.textContent =
    wallet.metadata["paymentMethodSaved"] === true
      ? "A card is saved."
      : "No card is saved yet: the first top-up that is paid saves one."
  if (edited) return
  enabled.checked = wallet.autoReloadEnabled
  byId(fields.threshold, HTMLInputElement).value = shown(wallet.autoReloadThreshold)
  byId(fields.amount, HTMLInputElement).value = shown(wallet.autoReloadAmount)
  byId(fields.dailyCeiling, HTMLInputElement).value = shown(wallet.metadata["dailyCeiling"])
  byId(fields.monthlyCeiling, HTMLInputElement).value = shown(wallet.metadata["monthlyCeiling"])
}

/** The form as the API takes it; undefined where a field holds no amount, which is then marked. */
const typed = () => {
  /** @type {Record<string, boolean | number | null>} */
  const setting = { enabled: parts().enabled.checked }
  let wrong = 0
  for (const [name, id] of Object.entries(fields)) {
    const field = byId(id, HTMLInputElement)
    const cents = field.value.trim() === "" ? undefined : Money.parse(field.value)
    const needed = parts().enabled.checked && (name === "threshold" || name === "amount")
    const bad = cents === undefined && (field.value.trim() !== "" || needed)
    field.setAttribute("aria-invalid", String(bad))
    if (bad && (wrong += 1) === 1) field.focus()
    if (cents !== undefined) setting[name] = cents
    // A ceiling that was emptied is the usual one again.
    else if (name === "dailyCeiling" || name === "monthlyCeiling") setting[name] = null
  }
  return wrong === 0 ? setting : undefined
}

/** @param {Session} session */
const save = async (session) => {
  const { answer } = parts()
  const setting = typed()
  if (setting === undefined) {
    say(answer, "Enter amounts in dollars, such as 20 or 19.90.", "bad")
    return
  }
  try {
    /** @type {Wallet} */
    const wallet = await session.api.ask(`${session.root}/auto-reload`, setting)
    edited = false
    await session.refresh()
    say(answer, wallet.autoReloadEnabled ? "Saved. Auto-reload is on." : "Saved. Auto-reload is off.", "good")
  } catch (error) {
    say(answer, wordsOf(error), "bad")
  }
}

/**
 * Asks before something that others will notice. Escape is a no.
 * @param {string} title
 * @param {string} text
 * @param {string} yes
 * @returns {Promise<boolean>}
 */
const confirmed = (title, text, yes) => {
  const dialog = byId("confirm", HTMLDialogElement)
  byId("confirm-title", HTMLElement).textContent = title
  byId("confirm-text", HTMLElement).textContent = text
  byId("confirm-yes", HTMLElement).textContent = yes
  dialog.returnValue = "no"
  dialog.showModal()
  return new Promise((resolve) => {
    dialog.addEventListener("close", () => resolve(dialog.returnValue === "yes"), { once: true })
  })
}

/** @param {Session} session */
const toggle = async (session) => {
  const frozen = session.wallet?.status === "frozen"
  const sure = frozen
    ? await confirmed("Unfreeze this wallet?", "Campaigns and payouts can spend from it again at once.", "Unfreeze")
    : await confirmed(
        "Freeze this wallet?",
        "Nothing leaves it until you unfreeze it: campaigns stop spending, holds and payouts are refused. Top-ups still arrive.",
        "Freeze"
      )
  if (!sure) return
  try {
    await session.api.ask(`${session.root}/${frozen ? "unfreeze" : "freeze"}`)
    await session.refresh()
    session.notice(frozen ? "The wallet is open again." : "The wallet is frozen.", "good")
  } catch (error) {
    session.notice(wordsOf(error), "bad")
  }
}

/** @param {() => Session | undefined} sessionOf */
export const listen = (sessionOf) => {
  const { form, freeze } = parts()
  form.addEventListener("input", () => {
    edited = true
  })
  form.addEventListener("submit", (event) => {
    event.preventDefault()
    const session = sessionOf()
    if (session !== undefined) void busy(byId("reload-submit", HTMLButtonElement), () => save(session))
  })
  freeze.addEventListener("click", () => {
    const session = sessionOf()
    if (session !== undefined) void busy(freeze, () => toggle(session))
  })
}
