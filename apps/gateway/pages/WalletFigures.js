/** What stands in the wallet, in figures. */
import { byId } from "./Dom.js"
import * as Money from "./Money.js"

/** @typedef {import("@loopdrive/domain/Wallet").Wallet} Wallet */

/** @type {Readonly<Record<string, string>>} */
const statusTones = { active: "good", frozen: "bad", depleted: "warn" }

/** @param {Wallet} wallet */
export const show = (wallet) => {
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
