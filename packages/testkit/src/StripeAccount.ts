/**
 * A Stripe account as its API lets one see it, and what happens to it from outside: customers, banks, disputes. Every
 * change makes an event. The rules behind `StripeEmulator.ts`, which names their sources.
 */
import { Result } from "effect"
import { randomUUID } from "node:crypto"
import { paymentMin, readAmount } from "./StripeForm.ts"
import type { Answer, StripeForm } from "./StripeForm.ts"
import { newCharge, newIntent } from "./StripeObjects.ts"
import type {
  StripeCharge,
  StripeCustomer,
  StripeDispute,
  StripeEvent,
  StripeIntent,
  StripeMethod,
  StripeObject,
  StripeRefund,
  StripeTransfer
} from "./StripeObjects.ts"
import { cards, declined, invalid, missing, revoked } from "./StripeRefusal.ts"
import type { Decline } from "./StripeRefusal.ts"

export interface Options {
  /** Keys that are let in. By default every `sk_…` and `rk_…`. */
  readonly apiKeys?: ReadonlyArray<string>
  /** Accounts that money can be transferred to. By default every `acct_…`. */
  readonly connectAccounts?: ReadonlyArray<string>
  /** Cents that transfers may take in all before 400 `balance_insufficient`; unlimited by default. */
  readonly balance?: number
}

const newId = (prefix: string): string => `${prefix}_${randomUUID().replaceAll("-", "").slice(0, 24)}`

/** What the account has, oldest first. `at` is epoch seconds throughout. */
export class StripeAccount {
  readonly customers = new Map<string, StripeCustomer>()
  readonly methods = new Map<string, StripeMethod>()
  readonly intents = new Map<string, StripeIntent>()
  readonly charges = new Map<string, StripeCharge>()
  readonly refunds = new Map<string, StripeRefund>()
  readonly disputes = new Map<string, StripeDispute>()
  readonly transfers = new Map<string, StripeTransfer>()
  readonly events = new Map<string, StripeEvent>()
  private readonly behaviours = new Map<string, { readonly now?: Decline; readonly later?: Decline }>()
  private readonly options: Options

  constructor(options: Options) {
    this.options = options
  }

  lets(key: string): boolean {
    return this.options.apiKeys?.includes(key) ?? /^[sr]k_/.test(key)
  }

  private emit(type: string, object: StripeObject, at: number): void {
    const data = { object: structuredClone(object) }
    const event = {
      id: newId("evt"),
      object: "event",
      created: at,
      type,
      api_version: null,
      livemode: false,
      data
    } as const
    this.events.set(event.id, event)
  }

  createCustomer(form: StripeForm, at: number): Answer<StripeCustomer> {
    const customer = { id: newId("cus"), object: "customer", created: at, metadata: form.below("metadata") }
    this.customers.set(customer.id, customer)
    this.emit("customer.created", customer, at)
    return Result.succeed(customer)
  }

  createIntent(form: StripeForm, at: number): Answer<StripeIntent> {
    const currency = form.get("currency") ?? ""
    const amount = readAmount(form, paymentMin(currency))
    if (Result.isFailure(amount)) return Result.fail(amount.failure)
    const customer = form.get("customer") ?? null
    if (customer !== null && !this.customers.has(customer)) return Result.fail(missing("customer", customer, 400))
    const method = form.get("payment_method")
    if (method !== undefined && !this.chargeable(method, customer)) {
      return Result.fail(missing("PaymentMethod", method, 400))
    }
    const redirects = form.get("automatic_payment_methods[allow_redirects]") !== "never"
    if (form.get("confirm") === "true" && redirects && form.get("return_url") === undefined) {
      return Result.fail(invalid(undefined, "Confirming needs a `return_url`, or `allow_redirects` set to `never`."))
    }
    const id = newId("pi")
    const secret = `${id}_${newId("secret")}`
    const asked = { amount: amount.success, currency, customer, metadata: form.below("metadata") }
    const intent = newIntent(id, secret, { ...asked, setup_future_usage: form.get("setup_future_usage") ?? null }, at)
    this.intents.set(id, intent)
    this.emit("payment_intent.created", intent, at)
    if (form.get("confirm") !== "true") return Result.succeed(intent)
    return this.confirm(id, method ?? "pm_card_visa", at, form.get("off_session") === "true")
  }

  /** A saved method belongs to its customer; a test card to whoever holds it. */
  private chargeable(method: string, customer: string | null): boolean {
    return cards[method] !== undefined || (customer !== null && this.methods.get(method)?.customer === customer)
  }

  /** Charges a method, a saved one or a test card, for a payment that waits for one. */
  confirm(id: string, method: string, at: number, away = false): Answer<StripeIntent> {
    const intent = this.intents.get(id)
    if (intent === undefined) return Result.fail(missing("payment_intent", id))
    if (intent.status !== "requires_payment_method") return Result.fail(this.unexpected(intent))
    if (!this.chargeable(method, intent.customer)) return Result.fail(missing("PaymentMethod", method, 400))
    const behaviour = this.behaviours.get(method) ?? cards[method]
    const decline = away ? behaviour?.later : behaviour?.now
    return decline === undefined ? this.pay(intent, method, at) : this.decline(intent, method, decline, at)
  }

  private unexpected(intent: StripeIntent) {
    return invalid("payment_intent_unexpected_state", `This PaymentIntent's status is ${intent.status}.`)
  }

  private charge(intent: StripeIntent, method: string, failure: string | null, at: number): StripeCharge {
    const charge = newCharge(newId("ch"), intent, method, failure, at)
    this.charges.set(charge.id, charge)
    intent.latest_charge = charge.id
    return charge
  }

  private pay(intent: StripeIntent, method: string, at: number): Answer<StripeIntent> {
    const used = this.attach(intent, method, at)
    const charge = this.charge(intent, used, null, at)
    Object.assign(intent, { status: "succeeded", payment_method: used, last_payment_error: null })
    intent.amount_received = intent.amount
    this.emit("charge.succeeded", charge, at)
    this.emit("payment_intent.succeeded", intent, at)
    return Result.succeed(intent)
  }

  private decline(intent: StripeIntent, method: string, decline: Decline, at: number): Answer<StripeIntent> {
    const charge = this.charge(intent, method, decline.code, at)
    const message = "Your card was declined."
    intent.last_payment_error = { type: "card_error", ...decline, message, charge: charge.id }
    this.emit("charge.failed", charge, at)
    this.emit("payment_intent.payment_failed", intent, at)
    return Result.fail(declined(decline, intent))
  }

  /** A test card becomes a method of its own, kept for the customer where the payment says so. */
  private attach(intent: StripeIntent, method: string, at: number): string {
    const behaviour = cards[method]
    if (behaviour === undefined) return method
    const id = newId("pm")
    if (intent.customer === null || intent.setup_future_usage === null) return id
    const saved = { id, object: "payment_method", created: at, type: "card", customer: intent.customer } as const
    this.methods.set(id, saved)
    this.behaviours.set(id, behaviour)
    this.emit("payment_method.attached", saved, at)
    return id
  }

  cancel(id: string, at: number): Answer<StripeIntent> {
    const intent = this.intents.get(id)
    if (intent === undefined) return Result.fail(missing("payment_intent", id))
    if (intent.status !== "requires_payment_method") return Result.fail(this.unexpected(intent))
    Object.assign(intent, { status: "canceled", canceled_at: at })
    this.emit("payment_intent.canceled", intent, at)
    return Result.succeed(intent)
  }

  private paidCharge(intentId: string): Answer<StripeCharge> {
    const charge = this.charges.get(this.intents.get(intentId)?.latest_charge ?? "")
    if (charge?.paid === true) return Result.succeed(charge)
    return Result.fail(invalid(undefined, `This PaymentIntent (${intentId}) does not have a successful charge.`))
  }

  createRefund(form: StripeForm, at: number): Answer<StripeRefund> {
    const charge = this.paidCharge(form.get("payment_intent") ?? "")
    if (Result.isFailure(charge)) return Result.fail(charge.failure)
    const left = charge.success.amount - charge.success.amount_refunded
    if (left === 0) return Result.fail(invalid("charge_already_refunded", "The charge has already been refunded."))
    const amount = form.get("amount") === undefined ? Result.succeed(left) : readAmount(form, 1)
    if (Result.isFailure(amount)) return Result.fail(amount.failure)
    if (amount.success > left) return Result.fail(invalid(undefined, `Refund amount is greater than ${left}.`))
    const { id, currency, payment_intent } = charge.success
    const made = { amount: amount.success, currency, charge: id, payment_intent, status: "succeeded" } as const
    const refund: StripeRefund = { id: newId("re"), object: "refund", created: at, ...made }
    this.refunds.set(refund.id, refund)
    charge.success.amount_refunded += refund.amount
    charge.success.refunded = refund.amount === left
    this.emit("refund.created", refund, at)
    this.emit("charge.refunded", charge.success, at)
    return Result.succeed(refund)
  }

  /** Moves the payment's open dispute on, or opens one; `won`, `lost` and `warning_closed` end it. */
  dispute(intentId: string, status: string, amount: number | undefined, at: number): Answer<StripeDispute> {
    const charge = this.paidCharge(intentId)
    if (Result.isFailure(charge)) return Result.fail(charge.failure)
    const isClosed = (state: string) => ["won", "lost", "warning_closed"].includes(state)
    const open = [...this.disputes.values()].find((one) => one.charge === charge.success.id && !isClosed(one.status))
    if (open !== undefined) {
      open.status = status
      this.emit(isClosed(status) ? "charge.dispute.closed" : "charge.dispute.updated", open, at)
      return Result.succeed(open)
    }
    const { id, currency, payment_intent } = charge.success
    const about = { amount: amount ?? charge.success.amount, currency, charge: id, payment_intent }
    const made = { id: newId("du"), object: "dispute", created: at, ...about, reason: "fraudulent", status }
    this.disputes.set(made.id, made)
    charge.success.disputed = true
    this.emit("charge.dispute.created", made, at)
    return Result.succeed(made)
  }

  /** The bank takes no more charges with this saved method. */
  deauthorise(methodId: string): void {
    this.behaviours.set(methodId, { now: revoked, later: revoked })
  }

  /** Takes back cents of a transfer, or all that is left of it (https://docs.stripe.com/api/transfer_reversals). */
  reverse(transferId: string, asked: number | undefined, at: number): Answer<StripeTransfer> {
    const transfer = this.transfers.get(transferId)
    if (transfer === undefined) return Result.fail(missing("transfer", transferId))
    const left = transfer.amount - transfer.amount_reversed
    const amount = asked ?? left
    if (amount > left || amount < 1) return Result.fail(invalid(undefined, `Reversal amount is not within ${left}.`))
    transfer.amount_reversed += amount
    this.emit("transfer.reversed", transfer, at)
    return Result.succeed(transfer)
  }

  createTransfer(form: StripeForm, at: number): Answer<StripeTransfer> {
    const amount = readAmount(form, 1)
    if (Result.isFailure(amount)) return Result.fail(amount.failure)
    const destination = form.get("destination") ?? ""
    const known = this.options.connectAccounts?.includes(destination) ?? /^acct_\w+$/.test(destination)
    if (!known) return Result.fail(missing("destination", destination, 400))
    const spent = [...this.transfers.values()].reduce((sum, transfer) => sum + transfer.amount, 0)
    if (spent + amount.success > (this.options.balance ?? Infinity)) {
      return Result.fail({ ...invalid("balance_insufficient", "You have insufficient funds."), executed: true })
    }
    const transfer: StripeTransfer = {
      id: newId("tr"),
      object: "transfer",
      created: at,
      amount: amount.success,
      amount_reversed: 0,
      currency: form.get("currency") ?? "",
      destination,
      description: form.get("description") ?? null,
      metadata: form.below("metadata"),
      transfer_group: form.get("transfer_group") ?? null
    }
    this.transfers.set(transfer.id, transfer)
    this.emit("transfer.created", transfer, at)
    return Result.succeed(transfer)
  }
}
