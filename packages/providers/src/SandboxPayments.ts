/**
 * Payments without a vendor: behind the same port, kept in a store of our own, no money anywhere. What runs where no
 * credentials are set, so that a wallet can be topped up, charged while away, refunded and disputed all the same.
 *
 * `SandboxPayments` is the other side of the counter: the customer, the bank and the support desk, for demonstrations
 * and tests. Nothing tells the wallet of what they do, as no webhook does; whoever plays them asks it to look.
 */
import { Clock, Context, Effect, Layer, Option, Result, Schema, Stream } from "effect"
import { invalid, missing, refusal } from "./PaymentCheck.ts"
import { findIn, PaymentProvider, PaymentProviderUnavailable } from "./PaymentProvider.ts"
import type {
  CreatedPayment,
  CreatedRange,
  CreatePayment,
  CreateTransfer,
  DisputeStatus,
  Payment,
  PaymentFailure,
  PaymentRejected,
  Service as Port,
  Transfer
} from "./PaymentProvider.ts"
import { SandboxMovements } from "./SandboxMovements.ts"
import type { Kind, Movement, Service as Store } from "./SandboxMovements.ts"
import * as Life from "./SandboxPayment.ts"

/** Which payment, and whose: another workspace's is not found. */
export interface Whose {
  readonly workspaceId: string
  readonly paymentIntentId: string
}

/** What is done to a payment from outside. Each answers the payment as it is then. */
export interface Service {
  /**
   * The customer confirms a payment that waits for it. `succeeded`, the default, saves `card` (`pm_card_visa` unless
   * another is named, see `SandboxCard`) to be charged later; `declined` leaves the payment waiting; `canceled` ends it.
   */
  readonly confirm: (
    asked: Whose & { readonly outcome?: Life.SandboxOutcome; readonly card?: Life.SandboxCard }
  ) => Effect.Effect<Payment, PaymentFailure>
  /** Gives back cents of a succeeded payment. */
  readonly refund: (asked: Whose & { readonly amount: number }) => Effect.Effect<Payment, PaymentFailure>
  /** Opens the dispute of a succeeded payment, or moves it to `status`. */
  readonly dispute: (
    asked: Whose & { readonly status?: DisputeStatus; readonly amount?: number }
  ) => Effect.Effect<Payment, PaymentFailure>
  /** Takes back cents of a transfer, or all that is left of it. */
  readonly reverse: (asked: {
    readonly workspaceId: string
    readonly transferId: string
    readonly amount?: number
  }) => Effect.Effect<Transfer, PaymentFailure>
}

const TransferRequest = Schema.Struct({
  payoutId: Schema.String,
  workspaceId: Schema.String,
  connectAccountId: Schema.String,
  amount: Schema.Int,
  currency: Schema.String,
  description: Schema.String
})

const TransferState = Schema.Struct({ reversed: Schema.optionalKey(Schema.Int) })

const PaymentRequestJson = Schema.fromJsonString(Life.PaymentRequest)
const PaymentStateJson = Schema.fromJsonString(Life.PaymentState)
const TransferRequestJson = Schema.fromJsonString(TransferRequest)
const TransferStateJson = Schema.fromJsonString(TransferState)

// What these read, this module wrote: anything else is a defect.
const readPaymentRequest = Schema.decodeUnknownSync(PaymentRequestJson)
const readPaymentState = Schema.decodeUnknownSync(PaymentStateJson)
const readTransferRequest = Schema.decodeUnknownSync(TransferRequestJson)
const readTransferState = Schema.decodeUnknownSync(TransferStateJson)

const pageSize = 100
const accountPattern = /^acct_\w+$/

const toPayment = ({ id, request, state, created }: Movement): Payment =>
  Life.toPayment(id, readPaymentRequest(request), readPaymentState(state), created)

const toTransfer = ({ id, request, state, created }: Movement): Transfer => {
  const { payoutId, workspaceId, connectAccountId, amount, currency } = readTransferRequest(request)
  const { reversed: amountReversed = 0 } = readTransferState(state)
  const metadata = { payoutId, workspaceId }
  return { transferId: id, payoutId, connectAccountId, amount, amountReversed, currency, metadata, created }
}

/** The state of a transfer that more has come back of. */
const reversed = (movement: Movement, asked: number | undefined): Result.Result<string, PaymentRejected> => {
  if (movement.kind !== "transfer") return Result.fail(missing("transfer"))
  const { amount, amountReversed } = toTransfer(movement)
  const left = amount - amountReversed
  const more = asked ?? left
  return Number.isSafeInteger(more) && more >= 1 && more <= left
    ? Result.succeed(JSON.stringify({ reversed: amountReversed + more }))
    : Result.fail(invalid("amount_too_large", `The reversal is not between 1 and ${left}.`))
}

/** Stripe's resolution: what is read back was created in a whole second. */
const now = Effect.map(Clock.currentTimeMillis, (millis) => new Date(Math.floor(millis / 1000) * 1000))

/** Keeps what is new, and refuses what is not what the key stood for. */
const keep = Effect.fnUntraced(function* (store: Store, movement: Movement) {
  const kept = yield* store.keep(movement)
  if (kept.kind === movement.kind && kept.request === movement.request) return kept
  return yield* new PaymentProviderUnavailable({ reason: "key_reused", outcome: "unknown", status: 400 })
})

const createPayment = (store: Store) =>
  Effect.fn("SandboxPayments.createPayment")(function* (
    asked: CreatePayment
  ): Effect.fn.Return<CreatedPayment, PaymentFailure> {
    const request = Life.requestOf(asked)
    const refused = refusal(asked, [asked.workspaceId, asked.walletId, asked.paymentId]) ?? Life.unknownParty(request)
    if (refused !== undefined) return yield* refused
    const id = Life.ids.payment(asked.idempotencyKey)
    const created = yield* now
    const begun = Life.begin(request, id, created.getTime())
    yield* keep(store, {
      id,
      kind: "payment",
      workspaceId: asked.workspaceId,
      name: asked.paymentId,
      idempotencyKey: asked.idempotencyKey,
      request: JSON.stringify(request),
      state: JSON.stringify(begun.state),
      created
    })
    if (begun.refused !== undefined) return yield* begun.refused
    // As at first, whatever has become of the payment since.
    return {
      paymentIntentId: id,
      clientSecret: Life.ids.clientSecret(id),
      status: begun.state.status,
      customerId: Life.ids.customer(asked.workspaceId)
    }
  })

const createTransfer = (store: Store) =>
  Effect.fn("SandboxPayments.createTransfer")(function* (
    asked: CreateTransfer
  ): Effect.fn.Return<{ readonly transferId: string }, PaymentFailure> {
    const { idempotencyKey, payoutId, workspaceId, connectAccountId, amount, currency, description } = asked
    const refused = refusal(asked, [workspaceId, payoutId])
    if (refused !== undefined) return yield* refused
    if (!accountPattern.test(connectAccountId)) return yield* missing("destination")
    const id = Life.ids.transfer(idempotencyKey)
    yield* keep(store, {
      id,
      kind: "transfer",
      workspaceId,
      name: payoutId,
      idempotencyKey,
      request: JSON.stringify({ payoutId, workspaceId, connectAccountId, amount, currency, description }),
      state: "{}",
      created: yield* now
    })
    return { transferId: id }
  })

const listing =
  <A>(store: Store, kind: Kind, from: (movement: Movement) => A) =>
  (range: CreatedRange): Stream.Stream<A, PaymentFailure> =>
    Stream.paginate(undefined as Movement | undefined, (after) =>
      Effect.map(
        store.page({ kind, from: range.createdFrom, to: range.createdTo }, after, pageSize),
        (page) =>
          [page.map(from), page.length < pageSize ? Option.none() : Option.fromUndefinedOr(page.at(-1))] as const
      )
    )

/** The port on a given store. */
const provider = (store: Store): Port => {
  const listPayments = listing(store, "payment", toPayment)
  const get = <A>(kind: Kind, id: string, from: (movement: Movement) => A): Effect.Effect<A, PaymentFailure> =>
    Effect.flatMap(store.find(kind, id), (found) =>
      Option.isNone(found) ? Effect.fail(missing(kind)) : Effect.succeed(from(found.value))
    )
  return {
    name: "sandbox",
    customer: (workspaceId) => Effect.succeed(Life.ids.customer(workspaceId)),
    createPayment: createPayment(store),
    getPayment: (id) => get("payment", id, toPayment),
    listPayments,
    findPayment: findIn(listPayments),
    createTransfer: createTransfer(store),
    getTransfer: (id) => get("transfer", id, toTransfer),
    findTransfer: (payoutId) => Effect.map(store.named("transfer", payoutId), Option.map(toTransfer)),
    listTransfers: listing(store, "transfer", toTransfer)
  }
}

const counter = (store: Store): Service => {
  const act = (
    { workspaceId, paymentIntentId }: Whose,
    step: (request: Life.PaymentRequest, state: Life.PaymentState) => Result.Result<Life.PaymentState, PaymentRejected>
  ): Effect.Effect<Payment, PaymentFailure> =>
    store
      .change(workspaceId, paymentIntentId, (movement) =>
        movement.kind === "payment"
          ? Result.map(step(readPaymentRequest(movement.request), readPaymentState(movement.state)), (state) =>
              JSON.stringify(state)
            )
          : Result.fail(missing("payment"))
      )
      .pipe(
        Effect.flatMap((changed) =>
          Option.isNone(changed) ? Effect.fail(missing("payment")) : Effect.succeed(toPayment(changed.value))
        )
      )
  return {
    confirm: ({ outcome = "succeeded", card = "pm_card_visa", ...whose }) =>
      Effect.flatMap(now, (at) =>
        act(whose, (request, state) => Life.confirm(request, state, { outcome, card, at: at.getTime() }))
      ),
    refund: ({ amount, ...whose }) => act(whose, (_, state) => Life.refund(state, amount)),
    dispute: ({ status = "needs_response", amount, ...whose }) =>
      act(whose, (_, state) => Life.dispute(state, whose.paymentIntentId, { status, amount })),
    reverse: ({ amount, transferId, workspaceId }) =>
      Effect.flatMap(
        store.change(workspaceId, transferId, (movement) => reversed(movement, amount)),
        (changed) =>
          Option.isNone(changed) ? Effect.fail(missing("transfer")) : Effect.succeed(toTransfer(changed.value))
      )
  }
}

export class SandboxPayments extends Context.Service<SandboxPayments, Service>()(
  "@loopdrive/providers/SandboxPayments"
) {
  /** The other side of the counter, on a given store. */
  static readonly layerNoDeps: Layer.Layer<SandboxPayments, never, SandboxMovements> = Layer.effect(
    SandboxPayments,
    Effect.map(SandboxMovements, counter)
  )
}

/** The port alone, on a given store. */
export const layerNoDeps: Layer.Layer<PaymentProvider, never, SandboxMovements> = Layer.effect(
  PaymentProvider,
  Effect.map(SandboxMovements, provider)
)

const both = Layer.merge(layerNoDeps, SandboxPayments.layerNoDeps)

/** Both sides on the table in the database. */
export const layer = both.pipe(Layer.provide(SandboxMovements.layer))

/** Both sides on one store in memory. */
export const layerMemory = both.pipe(Layer.provide(SandboxMovements.layerMemory))
