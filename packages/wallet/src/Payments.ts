/** Payments from their start: recorded first, made at the provider second, under a key that makes a repeat harmless. */
import type { CommandIdentity } from "@loopdrive/actor/Receipt"
import { PaymentProvider, PaymentProviderUnavailable } from "@loopdrive/providers/PaymentProvider"
import type { CreatePayment, PaymentFailure } from "@loopdrive/providers/PaymentProvider"
import * as Clock from "effect/Clock"
import * as Context from "effect/Context"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Option from "effect/Option"
import type { SqlError } from "effect/sql/SqlError"
import { WalletClient } from "./Client.ts"
import type { AskError } from "./Client.ts"
import type { Owner } from "./core/Command.ts"
import { PaymentNotFound, PaymentStore } from "./PaymentStore.ts"
import type { OwnedPayment } from "./PaymentRows.ts"
import { Settlement } from "./Settlement.ts"

export type PaymentsError = PaymentNotFound | PaymentFailure | AskError | SqlError

/** What the customer's browser confirms the payment with. */
export interface Intent {
  readonly paymentIntentId: string
  readonly clientSecret: string
}

export class Payments extends Context.Service<
  Payments,
  {
    /** A payment of `amount` cents for the customer to confirm. The same identity is the same payment, however late. */
    readonly topUp: (owner: Owner, amount: number, identity: CommandIdentity) => Effect.Effect<Intent, PaymentsError>
    /** Goes on with a payment that was recorded: makes it at the provider if it is not there, then settles it. */
    readonly pursue: (payment: OwnedPayment) => Effect.Effect<boolean, PaymentsError>
  }
>()("@loopdrive/wallet/Payments") {
  static readonly layer = Layer.effect(
    Payments,
    Effect.suspend(() => make)
  )
}

/** Stripe keeps keys for a day at least (https://docs.stripe.com/api/idempotent_requests); later we look before we ask. */
const keyKept = 23 * 3_600_000
/** A top-up that its caller never came back for is given up: nobody has its client secret. */
const topUpWaits = 24 * 3_600_000

const make = Effect.gen(function* () {
  const provider = yield* PaymentProvider
  const store = yield* PaymentStore
  const wallets = yield* WalletClient
  const settlement = yield* Settlement

  const requestOf = (row: OwnedPayment): CreatePayment => ({
    workspaceId: row.workspace_id,
    walletId: row.wallet_id,
    paymentId: row.id,
    purpose: row.purpose,
    amount: row.amount,
    currency: row.currency,
    idempotencyKey: row.id,
    ...(row.saved === null
      ? {}
      : row.purpose === "auto_reload"
        ? { saved: row.saved }
        : { customerId: row.saved.customerId })
  })

  /** The provider's name for a payment that may be there although we were not told. */
  const look = Effect.fnUntraced(function* (row: OwnedPayment) {
    const createdFrom = new Date(row.created_at.getTime() - 60_000)
    const createdTo = new Date(row.created_at.getTime() + topUpWaits + keyKept)
    const found = yield* provider.findPayment({ paymentId: row.id, createdFrom, createdTo })
    return Option.getOrUndefined(Option.map(found, ({ paymentIntentId }) => paymentIntentId))
  })

  /** Makes it, once: under its key while the provider knows the key, by looking when it may not. */
  const create = Effect.fnUntraced(function* (row: OwnedPayment) {
    const age = (yield* Clock.currentTimeMillis) - row.created_at.getTime()
    const there = age < keyKept ? undefined : yield* look(row)
    if (there !== undefined) return there
    return yield* provider.createPayment(requestOf(row)).pipe(
      Effect.map(({ paymentIntentId }) => paymentIntentId),
      // Declined, and there: the decline is settled like any other news of it. Otherwise an earlier call, or this one, may
      // have made it all the same; nothing is given up, and no error believed, before it was looked for.
      Effect.catch((failure) =>
        Effect.gen(function* () {
          const made = failure._tag === "PaymentRejected" ? failure.paymentIntentId : undefined
          if (made !== undefined) return made
          if (failure._tag === "PaymentProviderUnavailable" && failure.outcome === "not_done") return yield* failure
          const found = yield* look(row)
          if (found !== undefined) return found
          if (failure._tag === "PaymentRejected") yield* settlement.abandon(row, failure.message)
          return yield* failure
        })
      )
    )
  })

  const attached = Effect.fnUntraced(function* (row: OwnedPayment) {
    if (row.payment_intent_id !== null) return row.payment_intent_id
    const paymentIntentId = yield* create(row)
    yield* settlement.attach(row, paymentIntentId)
    return paymentIntentId
  })

  const topUp = Effect.fn("Payments.topUp")(function* (owner: Owner, amount: number, identity: CommandIdentity) {
    const reply = yield* wallets.ask(owner, { _tag: "StartTopUp", amount }, identity)
    const paymentId = reply._tag === "PaymentStarted" ? reply.paymentId : ""
    const row = yield* store.payment(paymentId)
    if (row === undefined) return yield* new PaymentNotFound({ paymentId })
    const paymentIntentId = yield* attached(row)
    const { clientSecret } = yield* provider.getPayment(paymentIntentId)
    if (clientSecret === undefined)
      return yield* new PaymentProviderUnavailable({ reason: "invalid_answer", outcome: "not_done" })
    return { paymentIntentId, clientSecret }
  })

  const pursue = Effect.fn("Payments.pursue")(function* (row: OwnedPayment) {
    if (row.payment_intent_id === null && row.status !== "pending") return false
    const isOrphan = row.purpose === "top_up" && row.payment_intent_id === null
    if (isOrphan) {
      // Its caller asks again under the same key; only one who never does leaves it to us.
      const age = (yield* Clock.currentTimeMillis) - row.created_at.getTime()
      if (age < topUpWaits) return false
      const there = yield* look(row)
      if (there === undefined) {
        yield* settlement.abandon(row, "The provider was never asked for it.")
        return true
      }
      yield* settlement.attach(row, there)
      return yield* settlement.settle(row.id)
    }
    const refused = yield* attached(row).pipe(
      Effect.as(false),
      Effect.catchTag("PaymentRejected", () => Effect.succeed(true))
    )
    return refused || (yield* settlement.settle(row.id))
  })

  return Payments.of({ topUp, pursue })
})
