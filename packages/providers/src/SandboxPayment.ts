/**
 * The life of a payment in the sandbox: what a customer, a bank and a refund do to it. Pure; run by `SandboxPayments.ts`.
 *
 * How a card behaves is in its name. The names are Stripe's own for testing (https://docs.stripe.com/testing); a saved
 * method is called after its card and its customer, so whoever is charged with it meets the same behaviour.
 */
import { Result, Schema } from "effect"
import { createHash } from "node:crypto"
import { invalid, missing } from "./PaymentCheck.ts"
import { DisputeStatus, PaymentPurpose, PaymentRejected, PaymentStatus } from "./PaymentProvider.ts"
import type { CreatePayment, Payment } from "./PaymentProvider.ts"

/** Cards to confirm with. All are saved well; all but the first are declined when charged with the customer away. */
export const SandboxCard = Schema.Literals([
  "pm_card_visa",
  "pm_card_chargeCustomerFail",
  "pm_card_visa_chargeDeclinedInsufficientFunds",
  "pm_card_authenticationRequired"
])
export type SandboxCard = typeof SandboxCard.Type

/** What becomes of a payment when its customer acts. */
export const SandboxOutcome = Schema.Literals(["succeeded", "declined", "canceled"])
export type SandboxOutcome = typeof SandboxOutcome.Type

/** What a payment was asked with, as it is kept. */
export const PaymentRequest = Schema.Struct({
  workspaceId: Schema.String,
  walletId: Schema.String,
  paymentId: Schema.String,
  purpose: PaymentPurpose,
  amount: Schema.Int,
  currency: Schema.String,
  customerId: Schema.optionalKey(Schema.String),
  saved: Schema.optionalKey(Schema.Struct({ customerId: Schema.String, paymentMethodId: Schema.String }))
})
export type PaymentRequest = typeof PaymentRequest.Type

/** What became of it so far. */
export const PaymentState = Schema.Struct({
  status: PaymentStatus,
  amountReceived: Schema.Int,
  amountRefunded: Schema.Int,
  paymentMethodId: Schema.optionalKey(Schema.String),
  failureCode: Schema.optionalKey(Schema.String),
  /** Epoch milliseconds. */
  paidAt: Schema.optionalKey(Schema.Finite),
  /** Oldest first. */
  disputes: Schema.optionalKey(
    Schema.Array(Schema.Struct({ id: Schema.String, status: DisputeStatus, amount: Schema.Int }))
  )
})
export type PaymentState = typeof PaymentState.Type

type Step = Result.Result<PaymentState, PaymentRejected>

const digest = (...parts: ReadonlyArray<string>): string =>
  createHash("sha256").update(JSON.stringify(parts)).digest("hex").slice(0, 24)

/** Ids follow from what they stand for, so that a repeat is told the same. */
export const ids = {
  payment: (idempotencyKey: string): string => `pi_${digest("payment", idempotencyKey)}`,
  transfer: (idempotencyKey: string): string => `tr_${digest("transfer", idempotencyKey)}`,
  customer: (workspaceId: string): string => `cus_${digest("customer", workspaceId)}`,
  clientSecret: (paymentIntentId: string): string => `${paymentIntentId}_secret_${digest("secret", paymentIntentId)}`,
  method: (card: SandboxCard, customerId: string): string => `${card}_${customerId}`,
  /** The `n`-th of a payment. */
  dispute: (paymentIntentId: string, n: number): string => `du_${digest("dispute", paymentIntentId, String(n))}`
}

const declineCodes: Readonly<Record<SandboxCard, string | undefined>> = {
  pm_card_visa: undefined,
  pm_card_chargeCustomerFail: "generic_decline",
  pm_card_visa_chargeDeclinedInsufficientFunds: "insufficient_funds",
  pm_card_authenticationRequired: "authentication_required"
}

const cardOf = (saved: { readonly customerId: string; readonly paymentMethodId: string }): SandboxCard | undefined =>
  SandboxCard.literals.find((card) => saved.paymentMethodId === ids.method(card, saved.customerId))

const declined = (declineCode: string, paymentIntentId: string): PaymentRejected =>
  new PaymentRejected({
    status: 402,
    type: "card_error",
    code: declineCode === "authentication_required" ? declineCode : "card_declined",
    declineCode,
    message: "Your card was declined.",
    paymentIntentId
  })

/** The request without its key, in one order of fields. */
export const requestOf = (asked: CreatePayment): PaymentRequest => ({
  workspaceId: asked.workspaceId,
  walletId: asked.walletId,
  paymentId: asked.paymentId,
  purpose: asked.purpose,
  amount: asked.amount,
  currency: asked.currency,
  ...(asked.customerId === undefined ? {} : { customerId: asked.customerId }),
  ...(asked.saved === undefined
    ? {}
    : { saved: { customerId: asked.saved.customerId, paymentMethodId: asked.saved.paymentMethodId } })
})

/** Refuses a customer of another workspace, and a method that this customer never saved. */
export const unknownParty = (request: PaymentRequest): PaymentRejected | undefined => {
  const customerId = ids.customer(request.workspaceId)
  if ((request.saved?.customerId ?? request.customerId ?? customerId) !== customerId) return missing("customer")
  return request.saved !== undefined && cardOf(request.saved) === undefined ? missing("payment method") : undefined
}

/** The payment as it begins, and the refusal that goes with it where a saved method was charged in vain. */
export const begin = (
  request: PaymentRequest,
  paymentIntentId: string,
  at: number
): { readonly state: PaymentState; readonly refused: PaymentRejected | undefined } => {
  const nothing = { amountReceived: 0, amountRefunded: 0 }
  if (request.saved === undefined) {
    return { state: { status: "requires_payment_method", ...nothing }, refused: undefined }
  }
  const card = cardOf(request.saved)
  const declineCode = card && declineCodes[card]
  if (declineCode !== undefined) {
    const state = { status: "requires_payment_method" as const, ...nothing, failureCode: declineCode }
    return { state, refused: declined(declineCode, paymentIntentId) }
  }
  const { paymentMethodId } = request.saved
  const paid = { amountReceived: request.amount, amountRefunded: 0, paymentMethodId, paidAt: at }
  const state = { status: "succeeded" as const, ...paid }
  return { state, refused: undefined }
}

const unexpected = (status: string): PaymentRejected =>
  invalid("payment_intent_unexpected_state", `The payment cannot do that in the status ${status}.`)

/** The customer acts. A success saves the card. */
export const confirm = (
  request: PaymentRequest,
  state: PaymentState,
  act: { readonly outcome: SandboxOutcome; readonly card: SandboxCard; readonly at: number }
): Step => {
  if (state.status !== "requires_payment_method") return Result.fail(unexpected(state.status))
  const { failureCode: _failure, ...open } = state
  switch (act.outcome) {
    case "canceled":
      return Result.succeed({ ...open, status: "canceled" })
    case "declined":
      return Result.succeed({ ...open, failureCode: "generic_decline" })
    case "succeeded": {
      const paymentMethodId = ids.method(act.card, ids.customer(request.workspaceId))
      return Result.succeed({
        ...open,
        status: "succeeded",
        amountReceived: request.amount,
        paymentMethodId,
        paidAt: act.at
      })
    }
  }
}

/** Gives back `amount` cents of what is left. */
export const refund = (state: PaymentState, amount: number): Step => {
  if (state.status !== "succeeded") return Result.fail(unexpected(state.status))
  const left = state.amountReceived - state.amountRefunded
  if (left === 0) return Result.fail(invalid("charge_already_refunded", "Everything was refunded."))
  if (!Number.isSafeInteger(amount) || amount < 1 || amount > left) {
    return Result.fail(invalid("amount_too_large", `The refund is not between 1 and ${left}.`))
  }
  return Result.succeed({ ...state, amountRefunded: state.amountRefunded + amount })
}

const closed: ReadonlyArray<DisputeStatus> = ["won", "lost", "prevented", "warning_closed"]

/** Moves the open dispute of a payment on to `status`, or opens one, over all of it unless `amount` says less. */
export const dispute = (
  state: PaymentState,
  paymentIntentId: string,
  act: { readonly status: DisputeStatus; readonly amount?: number | undefined }
): Step => {
  if (state.status !== "succeeded") return Result.fail(unexpected(state.status))
  const known = state.disputes ?? []
  const open = known.find(({ status }) => !closed.includes(status))
  const amount = open?.amount ?? act.amount ?? state.amountReceived
  if (!Number.isSafeInteger(amount) || amount < 1 || amount > state.amountReceived) {
    return Result.fail(invalid("amount_too_large", `The dispute is not between 1 and ${state.amountReceived}.`))
  }
  const id = open?.id ?? ids.dispute(paymentIntentId, known.length)
  const moved = { id, status: act.status, amount }
  const disputes = open === undefined ? [...known, moved] : known.map((one) => (one === open ? moved : one))
  return Result.succeed({ ...state, disputes })
}

/** As the port shows it. */
export const toPayment = (
  paymentIntentId: string,
  request: PaymentRequest,
  state: PaymentState,
  created: Date
): Payment => {
  const { workspaceId, walletId, paymentId, purpose, amount, currency } = request
  const { disputes = [], paidAt, ...now } = state
  return {
    ...now,
    disputes,
    ...(paidAt === undefined ? {} : { paidAt: new Date(paidAt) }),
    paymentIntentId,
    clientSecret: ids.clientSecret(paymentIntentId),
    amount,
    currency,
    customerId: ids.customer(workspaceId),
    metadata: { workspaceId, walletId, paymentId, purpose },
    ...(state.failureCode === undefined ? {} : { failureMessage: "Your card was declined." }),
    created
  }
}
