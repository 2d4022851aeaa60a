/** Topping up: an amount becomes a payment that waits, and in the sandbox the page plays the customer who pays it. */
import { commandKey, Refused } from "./Api.js"
import { busy, byId, make, say, wordsOf } from "./Dom.js"
import * as Money from "./Money.js"

/** @typedef {import("@loopdrive/domain/Wallet").StripePayment} Payment */
/** @typedef {import("./Wallet.js").Session} Session */

/** One charge: the least and the most that Stripe takes in USD, in cents. */
const chargeLeast = 50
const chargeMost = 99_999_999

const parts = () => ({
  form: byId("top-up", HTMLFormElement),
  amount: byId("top-up-amount", HTMLInputElement),
  answer: byId("top-up-answer", HTMLElement),
  pending: byId("pending", HTMLElement)
})

/** A command that may have been taken although no answer came: asked again, it keeps its name. */
/** @type {{ amount: number, name: string } | undefined} */
let unanswered

/** @param {number} amount */
const nameOf = (amount) => {
  if (unanswered?.amount !== amount) unanswered = { amount, name: commandKey() }
  return unanswered.name
}

/**
 * The customer's part, where there is no customer.
 * @param {Session} session
 * @param {Payment} payment
 * @param {"succeeded" | "declined"} outcome
 */
const confirm = async (session, payment, outcome) => {
  const { answer, pending } = parts()
  try {
    /** @type {Payment} */
    const settled = await session.api.ask(`/sandbox/stripe/payments/${encodeURIComponent(payment.id)}/confirm`, {
      outcome
    })
    const money = Money.format(settled.amount, settled.currency)
    if (settled.status === "succeeded") {
      pending.hidden = true
      await session.refresh()
      say(answer, `${money} was paid and is in the wallet.`, "good")
    } else {
      await session.refresh()
      const reason = settled.failureReason ?? `The payment is ${settled.status}.`
      say(answer, `${money} was not paid. ${reason} Nothing was charged, and it can still be paid.`, "bad")
    }
  } catch (error) {
    say(answer, wordsOf(error), "bad")
  }
}

/**
 * What can be done with a payment: in the sandbox one that waits is paid or declined, elsewhere its customer does.
 * @param {Session} session
 * @param {Payment} payment
 */
export const choices = (session, payment) => {
  // A declined top-up waits for another card.
  const waits =
    payment.status === "pending" || (payment.status === "failed" && payment.metadata["purpose"] === "top_up")
  if (!waits) return []
  if (!session.sandbox) return [make("span", { class: "quiet" }, "waits for the customer's browser")]
  const money = Money.format(payment.amount, payment.currency)
  /** @param {string} name @param {"succeeded" | "declined"} outcome @param {string} look */
  const button = (name, outcome, look) => {
    const made = make("button", { type: "button", class: look, "aria-label": `${name}: ${money}` }, name)
    made.addEventListener("click", () => busy(made, () => confirm(session, payment, outcome)))
    return made
  }
  return [
    make(
      "span",
      { class: "choices" },
      button("Pay (sandbox)", "succeeded", "main"),
      button("Decline (sandbox)", "declined", "")
    )
  ]
}

/**
 * @param {Session} session
 * @param {string} paymentIntentId
 * @param {string} clientSecret
 */
const showPending = async (session, paymentIntentId, clientSecret) => {
  const { answer, pending } = parts()
  const query = { workspaceId: session.workspace, limit: 50 }
  /** @type {{ payments: ReadonlyArray<Payment> }} */
  const { payments } = await session.api.read("/api/budget/payments", query)
  const payment = payments.find((one) => one.paymentIntentId === paymentIntentId)
  if (payment === undefined) {
    say(answer, "The payment was made. Refresh to see it under Payments.")
    return
  }
  const money = Money.format(payment.amount, payment.currency)
  pending.hidden = false
  if (session.sandbox) {
    pending.replaceChildren(
      make("p", {}, make("strong", {}, `${money} waits to be paid.`), " Here you play the customer:"),
      ...choices(session, payment)
    )
    pending.querySelector("button")?.focus()
  } else {
    pending.replaceChildren(
      make("p", {}, make("strong", {}, `${money} is pending.`)),
      make(
        "p",
        { class: "quiet" },
        "Stripe.js confirms it in your customer's browser with the client secret. The wallet is credited when Stripe says that it was paid; refresh to see it."
      ),
      make("details", {}, make("summary", {}, "Client secret"), make("code", {}, clientSecret))
    )
  }
}

/**
 * @param {Session} session
 * @param {number} cents
 */
const topUp = async (session, cents) => {
  const { amount, answer, pending } = parts()
  try {
    const path = `${session.root}/topup`
    /** @type {{ paymentIntentId: string, clientSecret: string }} */
    const intent = await session.api.ask(path, { amount: cents }, nameOf(cents))
    unanswered = undefined
    amount.value = ""
    say(answer, "")
    await showPending(session, intent.paymentIntentId, intent.clientSecret)
    await session.refreshPayments()
  } catch (error) {
    if (error instanceof Refused && !error.repeatable) unanswered = undefined
    pending.hidden = true
    say(answer, wordsOf(error), "bad")
  }
}

/** @param {() => Session | undefined} sessionOf */
export const listen = (sessionOf) => {
  const { amount, answer, form } = parts()
  form.addEventListener("submit", (event) => {
    event.preventDefault()
    const session = sessionOf()
    const cents = Money.parse(amount.value)
    const fits = cents !== undefined && cents >= chargeLeast && cents <= chargeMost
    amount.setAttribute("aria-invalid", String(!fits))
    if (session === undefined) return
    if (!fits) {
      const [least, most] = [Money.format(chargeLeast, "usd"), Money.format(chargeMost, "usd")]
      say(answer, `Enter an amount between ${least} and ${most}, such as 50 or 49.90.`, "bad")
      amount.focus()
      return
    }
    void busy(byId("top-up-submit", HTMLButtonElement), () => topUp(session, cents))
  })
}

/** Forgets what was shown of another wallet. */
export const clear = () => {
  const { amount, answer, pending } = parts()
  unanswered = undefined
  amount.value = ""
  amount.removeAttribute("aria-invalid")
  pending.hidden = true
  say(answer, "")
}
