/** Payments from their start: recorded first, made at the provider second, under a key that makes a repeat harmless. */
import type { CommandIdentity } from "@loopdrive/actor/Receipt"
import { PaymentProvider, PaymentProviderUnavailable } from "@loopdrive/providers/PaymentProvider"
import type { CreatePayment, PaymentFailure, PaymentRejected } from "@loopdrive/providers/PaymentProvider"
import * as Clock from "effect/Clock"
import * as Context from "effect/Context"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Option from "effect/Option"
import * as Schema from "effect/Schema"
import type { SqlError } from "effect/sql/SqlError"
import { WalletClient, processScope } from "./Client.ts"
import type { AskError } from "./Client.ts"
import type { Owner } from "./core/Command.ts"
import { topUpWaits } from "./core/Pause.ts"
import { PaymentNotFound, PaymentStore } from "./PaymentStore.ts"
import * as Rows from "./PaymentRows.ts"
import type { OwnedPayment } from "./PaymentRows.ts"
import { Settlement } from "./Settlement.ts"

/** It was not made and will not be; `reason` says why. A new request makes a new one. */
export class PaymentGivenUp extends Schema.TaggedError<PaymentGivenUp>("@loopdrive/wallet/PaymentGivenUp")(
  "PaymentGivenUp",
  { paymentId: Schema.String, reason: Schema.String }
) {}

export type PaymentsError = PaymentNotFound | PaymentGivenUp | PaymentFailure | AskError | SqlError

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
/** The provider's clock and ours need not agree. */
const slack = 3_600_000
/** Two that reconsider a reload at once ask once. */
const reconsidered = 5_000

/** What was asked for is what is asked for again: another request under the same key would say nothing about the first. */
const requestOf = ({ amount, asked, currency, id, purpose, wallet_id, workspace_id }: OwnedPayment): CreatePayment => ({
  workspaceId: workspace_id,
  walletId: wallet_id,
  paymentId: id,
  purpose,
  amount,
  currency,
  idempotencyKey: id,
  ...(asked?.saved === undefined ? {} : { saved: asked.saved }),
  ...(asked?.customerId === undefined ? {} : { customerId: asked.customerId })
})

const make = Effect.gen(function* () {
  const provider = yield* PaymentProvider
  const store = yield* PaymentStore
  const wallets = yield* WalletClient
  const settlement = yield* Settlement

  /**
   * The provider's name for a payment that may be there although we were not told: however late it was made, unless it was
   * given up, because nobody makes it after that.
   */
  const look = Effect.fnUntraced(function* (row: OwnedPayment) {
    const until = Rows.isGivenUp(row) ? row.updated_at.getTime() : yield* Clock.currentTimeMillis
    const customerId = row.asked?.saved?.customerId ?? row.asked?.customerId
    const found = yield* provider.findPayment({
      paymentId: row.id,
      createdFrom: new Date(row.created_at.getTime() - slack),
      createdTo: new Date(until + slack),
      customerId
    })
    return Option.getOrUndefined(Option.map(found, ({ paymentIntentId }) => paymentIntentId))
  })

  /** One customer for all payments of a workspace, known before the first is recorded; `unless` it is one to replace. */
  const introduce = Effect.fnUntraced(function* (owner: Owner, unless?: string) {
    const { workspaceId } = owner
    const known = yield* store.customer(workspaceId)
    if (known !== unless) return
    const customerId = yield* provider.customer(workspaceId)
    const identity = { workspaceId, scope: processScope, key: `customer:${customerId}`, hash: "customer" }
    yield* wallets.ask(owner, { _tag: "KnowCustomer", customerId, instead: known }, identity)
  })

  /**
   * The provider will not make it. Where it says that it does not know the customer (it was deleted there, or is of the
   * sandbox), the next payment is made for another.
   */
  const refused = Effect.fnUntraced(function* (row: OwnedPayment, { code, message }: PaymentRejected) {
    yield* settlement.abandon(row, { failure: message })
    if (code !== "resource_missing" || row.asked?.customerId === undefined) return
    const owner = { workspaceId: row.workspace_id, organizationId: row.organization_id }
    yield* Effect.catch(introduce(owner, row.asked.customerId), (failure) =>
      Effect.logWarning("a customer that the provider does not know could not be replaced", failure)
    )
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
      Effect.catch(
        Effect.fnUntraced(function* (failure) {
          const made = failure._tag === "PaymentRejected" ? failure.paymentIntentId : undefined
          if (made !== undefined) return made
          if (failure._tag === "PaymentProviderUnavailable" && failure.outcome === "not_done") return yield* failure
          const found = yield* look(row)
          if (found !== undefined) return found
          if (failure._tag === "PaymentRejected") yield* refused(row, failure)
          return yield* failure
        })
      )
    )
  })

  /** The provider's name for it, if it is there: then the row knows it, too. */
  const found = Effect.fnUntraced(function* (row: OwnedPayment) {
    const there = yield* look(row)
    if (there !== undefined) yield* settlement.attach(row, there)
    return there
  })

  const attached = Effect.fnUntraced(function* (row: OwnedPayment) {
    if (row.payment_intent_id !== null) return row.payment_intent_id
    if (Rows.isGivenUp(row)) {
      const there = yield* found(row)
      return there ?? (yield* new PaymentGivenUp({ paymentId: row.id, reason: row.failure_reason ?? "" }))
    }
    const paymentIntentId = yield* create(row)
    yield* settlement.attach(row, paymentIntentId)
    return paymentIntentId
  })

  const topUp = Effect.fn("Payments.topUp")(function* (owner: Owner, amount: number, identity: CommandIdentity) {
    yield* introduce(owner)
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

  /** A top-up that was not made: its caller asks again under the same key; only one who never does leaves it to us. */
  const orphan = Effect.fnUntraced(function* (row: OwnedPayment) {
    const age = (yield* Clock.currentTimeMillis) - row.created_at.getTime()
    if (age < topUpWaits) return false
    if ((yield* found(row)) !== undefined) return yield* settlement.settle(row.id)
    yield* settlement.abandon(row, { failure: "Its caller did not come back for it within a day." })
    return true
  })

  const isWanted = Effect.fnUntraced(function* (row: OwnedPayment) {
    const owner = { workspaceId: row.workspace_id, organizationId: row.organization_id }
    const moment = Math.floor((yield* Clock.currentTimeMillis) / reconsidered)
    const reply = yield* wallets.ask(
      owner,
      { _tag: "ReconsiderReload", paymentId: row.id },
      {
        workspaceId: row.workspace_id,
        scope: processScope,
        key: `${row.id}:wanted:${moment}`,
        hash: "wanted",
        windowMillis: 2 * reconsidered
      }
    )
    return reply._tag === "Reconsidered" && reply.wanted
  })

  /** A reload that was decided and is not known to be made. What was wanted then need not be wanted now. */
  const reload = Effect.fnUntraced(function* (row: OwnedPayment) {
    if (yield* isWanted(row)) {
      const isRefused = yield* attached(row).pipe(
        Effect.as(false),
        Effect.catchTag("PaymentRejected", () => Effect.succeed(true))
      )
      return isRefused || (yield* settlement.settle(row.id))
    }
    if ((yield* found(row)) !== undefined) return yield* settlement.settle(row.id)
    yield* settlement.abandon(row, { failure: "It was no longer wanted when it could be made.", withdrawn: true })
    return true
  })

  const pursue = Effect.fn("Payments.pursue")(function* (row: OwnedPayment) {
    if (row.payment_intent_id !== null) return yield* settlement.settle(row.id)
    if (Rows.isGivenUp(row)) return (yield* found(row)) !== undefined && (yield* settlement.settle(row.id))
    return yield* row.purpose === "top_up" ? orphan(row) : reload(row)
  })

  return Payments.of({ topUp, pursue })
})
