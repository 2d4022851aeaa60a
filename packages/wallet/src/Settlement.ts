/**
 * Brings the books to what the payment provider says. Whoever hears of a payment (a webhook, a sweep, the customer in the
 * sandbox) asks here; nothing but the provider's own answer moves money, so disorder, repeats and loss do no harm.
 */
import { digestOf } from "@loopdrive/domain/Digest"
import { PaymentProvider } from "@loopdrive/providers/PaymentProvider"
import type { Dispute, Payment, PaymentFailure } from "@loopdrive/providers/PaymentProvider"
import * as Context from "effect/Context"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import type { SqlError } from "effect/sql/SqlError"
import { WalletClient, processScope } from "./Client.ts"
import type { AskError } from "./Client.ts"
import type { Ask, Observed } from "./core/Command.ts"
import { PaymentNotFound, PaymentStore } from "./PaymentStore.ts"
import type { OwnedPayment } from "./PaymentRows.ts"

export type SettlementError = PaymentNotFound | PaymentFailure | AskError | SqlError

export class Settlement extends Context.Service<
  Settlement,
  {
    /**
     * By our name for the payment or the provider's. True when the books changed. One that the provider made without our
     * being told is known by what we had it written into it.
     */
    readonly settle: (paymentId: string) => Effect.Effect<boolean, SettlementError>
    /** The provider has made it under this name. */
    readonly attach: (payment: OwnedPayment, paymentIntentId: string) => Effect.Effect<void, AskError>
    /** It is not going to be made; `withdrawn`: because it is no longer wanted. */
    readonly abandon: (
      payment: OwnedPayment,
      why: { readonly failure: string; readonly withdrawn?: boolean }
    ) => Effect.Effect<void, AskError>
  }
>()("@loopdrive/wallet/Settlement") {
  static readonly layer = Layer.effect(
    Settlement,
    Effect.suspend(() => make)
  )
}

/** Nothing is held back by an inquiry, nor after one was won. */
const isOurs = ({ status }: Dispute): boolean =>
  status.startsWith("warning_") || status === "won" || status === "prevented"
const decided = new Set<Dispute["status"]>(["won", "lost", "prevented", "warning_closed"])

/** Cents that all disputes of a payment hold back now. */
export const withheldOf = ({ disputes }: Payment): number =>
  disputes.reduce((sum, dispute) => sum + (isOurs(dispute) ? 0 : dispute.amount), 0)

const states: Readonly<Record<Payment["status"], Observed["state"]>> = {
  succeeded: "succeeded",
  canceled: "canceled",
  processing: "processing",
  requires_payment_method: "open",
  requires_confirmation: "open",
  requires_action: "open",
  requires_capture: "open"
}

/** A payment that waits for a method after one has failed was declined. */
const stateOf = ({ failureCode, status }: Payment): Observed["state"] =>
  status === "requires_payment_method" && failureCode !== undefined ? "declined" : states[status]

const observedOf = (payment: Payment): Observed => ({
  paymentIntentId: payment.paymentIntentId,
  state: stateOf(payment),
  received: payment.amountReceived,
  refunded: payment.amountRefunded,
  withheld: withheldOf(payment),
  disputeOpen: payment.disputes.some(({ status }) => !decided.has(status)),
  customerId: payment.customerId,
  paymentMethodId: payment.paymentMethodId,
  receiptUrl: payment.receiptUrl,
  failure: payment.failureMessage ?? payment.failureCode,
  confirmedAt: payment.paidAt?.getTime()
})

const expected: Readonly<Record<Observed["state"], ReadonlyArray<OwnedPayment["status"]>>> = {
  open: ["pending"],
  processing: ["processing"],
  declined: ["failed"],
  canceled: ["canceled"],
  succeeded: ["succeeded", "refunded"]
}

/** Whether the books say what was observed. */
const agrees = (row: OwnedPayment, observed: Observed): boolean =>
  (observed.state !== "succeeded" || row.credited >= observed.received) &&
  row.refunded === observed.refunded &&
  row.disputed === observed.withheld &&
  row.dispute_open === observed.disputeOpen &&
  (row.credited > 0 || expected[observed.state].includes(row.status))

const ownerOf = (row: OwnedPayment) => ({ workspaceId: row.workspace_id, organizationId: row.organization_id })

/** Two observers of one state: the second looks again. They cannot go on meeting for long. */
const looksMost = 32

const make = Effect.gen(function* () {
  const provider = yield* PaymentProvider
  const store = yield* PaymentStore
  const wallets = yield* WalletClient

  /** `name` says which step of the payment this is: the same step is taken once, whoever takes it. */
  const ask = (row: OwnedPayment, command: Ask, name: string) =>
    wallets.ask(ownerOf(row), command, {
      workspaceId: row.workspace_id,
      scope: processScope,
      key: `${row.id}:${name}`,
      hash: digestOf(command)
    })

  const attach: Settlement["Service"]["attach"] = (row, paymentIntentId) =>
    Effect.asVoid(ask(row, { _tag: "AttachPayment", paymentId: row.id, paymentIntentId }, "attach"))

  /** A payment at the provider that no row names: ours all the same where it carries our name for it. */
  const adopted = Effect.fnUntraced(function* (paymentIntentId: string) {
    const unknown = new PaymentNotFound({ paymentId: paymentIntentId })
    const payment = yield* Effect.catchTag(provider.getPayment(paymentIntentId), "PaymentRejected", () =>
      Effect.fail(unknown)
    )
    const row = yield* store.payment(payment.metadata["paymentId"] ?? "")
    if (row === undefined || row.workspace_id !== payment.metadata["workspaceId"]) return yield* unknown
    if (row.payment_intent_id !== null) {
      yield* Effect.logError("one payment was made twice", { payment: row.id, paymentIntentId })
      return yield* unknown
    }
    yield* attach(row, paymentIntentId)
    return { ...row, payment_intent_id: paymentIntentId }
  })

  const found = (paymentId: string) =>
    Effect.flatMap(store.payment(paymentId), (row) => (row === undefined ? adopted(paymentId) : Effect.succeed(row)))

  // The row first, then the provider: what the provider says is then at least as new as what the books say.
  const settle = Effect.fn("Settlement.settle")(
    function* (paymentId: string): Effect.fn.Return<boolean, SettlementError> {
      const row = yield* found(paymentId)
      if (row.payment_intent_id === null) return false
      const payment = yield* provider.getPayment(row.payment_intent_id)
      // Cents of another currency are not this wallet's. Nothing is booked; reconciliation names the payment.
      if (payment.currency.toLowerCase() !== row.currency) {
        yield* Effect.logError("a payment is not in its wallet's currency", { payment: row.id, is: payment.currency })
        return false
      }
      const observed = observedOf(payment)
      if (agrees(row, observed)) return false
      const { amount, credited, disputed, purpose, refunded, step } = row
      const command: Ask = {
        _tag: "SettlePayment",
        paymentId: row.id,
        purpose,
        amount,
        step,
        settled: { credited, refunded, disputed },
        observed
      }
      yield* ask(row, command, `settle:${step}`)
      return true
    },
    Effect.retry({ times: looksMost, while: ({ _tag }) => _tag === "IdempotencyConflict" })
  )

  return Settlement.of({
    settle,
    attach,
    abandon: (row, why) =>
      Effect.asVoid(
        ask(row, { _tag: "AbandonPayment", paymentId: row.id, step: row.step, ...why }, `settle:${row.step}`)
      )
  })
})
