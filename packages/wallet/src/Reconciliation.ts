/** Reads both sides of the books, ours and the provider's, and reports where they differ. Changes nothing. */
import { PaymentProvider } from "@loopdrive/providers/PaymentProvider"
import type { Payment, PaymentFailure, Transfer } from "@loopdrive/providers/PaymentProvider"
import type { WalletTransaction } from "@loopdrive/domain/Wallet"
import * as Clock from "effect/Clock"
import * as Context from "effect/Context"
import type * as Duration from "effect/Duration"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import type { SqlError } from "effect/sql/SqlError"
import * as Stream from "effect/Stream"
import { walletIdOf } from "./Client.ts"
import { ofPayment, ofTransfer, reconcile } from "./core/Reconcile.ts"
import type { BookedEntry, Drift } from "./core/Reconcile.ts"
import { withheldOf } from "./Settlement.ts"
import { WalletStore } from "./WalletStore.ts"

export interface DriftReport {
  readonly checkedAt: number
  /** How much was compared. */
  readonly entries: number
  readonly payments: number
  readonly transfers: number
  readonly drift: ReadonlyArray<Drift>
}

export class Reconciliation extends Context.Service<
  Reconciliation,
  {
    /**
     * The whole history of the workspace's wallet against the provider. No drift: the books are right. What is on its way
     * from one side to the other is no drift: a difference is believed when it has stood still for a while.
     */
    readonly report: (workspaceId: string) => Effect.Effect<DriftReport, PaymentFailure | SqlError>
  }
>()("@loopdrive/wallet/Reconciliation") {
  /** `pause`: between two looks at a difference. */
  static readonly layerWith = (pause: Duration.Input) => Layer.effect(Reconciliation, make(pause))
  static readonly layer = Layer.suspend(() => Reconciliation.layerWith("1 second"))
}

const causes = new Set<unknown>(["payment", "refund", "dispute", "payout", "payout_reversal"])
const isCause = (value: unknown): value is NonNullable<BookedEntry["cause"]> => causes.has(value)

const bookedOf = ({ amount, balance, id, metadata, referenceId, source }: WalletTransaction): BookedEntry => {
  const cause = metadata?.["cause"]
  const isClaimed = source === "stripe_payment" || source === "auto_reload"
  return { id, amount, balance, reference: referenceId, cause: isCause(cause) ? cause : undefined, isClaimed }
}

const paymentOf = (payment: Payment) => ({
  reference: payment.paymentIntentId,
  received: payment.amountReceived,
  refunded: payment.amountRefunded,
  withheld: withheldOf(payment)
})
const transferOf = ({ amount, amountReversed, transferId }: Transfer) => ({
  reference: transferId,
  amount: amount - amountReversed
})

/** The provider's clock and ours need not agree. */
const slack = 86_400_000

/** How often a difference must be seen unchanged, and how often it is looked at for that before it counts as moving. */
const unchangedLooks = 2
const looksMost = 10
const lanes = 4

const isSame = (a: ReadonlyArray<Drift>, b: ReadonlyArray<Drift>): boolean => JSON.stringify(a) === JSON.stringify(b)

const make = Effect.fnUntraced(function* (pause: Duration.Input) {
  const provider = yield* PaymentProvider
  const store = yield* WalletStore

  type Sides = { readonly metadata: Readonly<Record<string, string>> }
  const isOf = (workspaceId: string) => (one: Sides) => one.metadata["workspaceId"] === workspaceId

  /** What the provider has under a name; undefined: nothing of this workspace's. */
  const provided = <A extends Sides>(workspaceId: string, asked: Effect.Effect<A, PaymentFailure>) =>
    Effect.catchIf(
      Effect.map(asked, (one) => (isOf(workspaceId)(one) ? one : undefined)),
      (failure: PaymentFailure) => failure._tag === "PaymentRejected" && failure.status === 404,
      () => Effect.succeed(undefined)
    )

  /** The difference about one reference, if it stands still. */
  const settled = Effect.fnUntraced(function* (
    first: ReadonlyArray<Drift>,
    look: Effect.Effect<ReadonlyArray<Drift>, PaymentFailure | SqlError>
  ) {
    let seen = first
    for (let looks = 0, unchanged = 0; looks < looksMost; looks++) {
      yield* Effect.sleep(pause)
      const now = yield* look
      if (now.length === 0) return now
      unchanged = isSame(now, seen) ? unchanged + 1 : 0
      if (unchanged === unchangedLooks) return now
      seen = now
    }
    return []
  })

  /** Differences by what they are about, each looked at again on both sides. */
  const confirmed = (
    candidates: ReadonlyArray<Drift>,
    look: (reference: string) => Effect.Effect<ReadonlyArray<Drift>, PaymentFailure | SqlError>
  ) =>
    Effect.map(
      Effect.forEach(
        Map.groupBy(candidates, ({ reference }) => reference),
        // What names nothing can be looked up nowhere.
        ([reference, first]) => (reference === "" ? Effect.succeed(first) : settled(first, look(reference))),
        { concurrency: lanes }
      ),
      (found) => found.flat()
    )

  const report = Effect.fn("Reconciliation.report")(function* (workspaceId: string) {
    const checkedAt = yield* Clock.currentTimeMillis
    const books = yield* store.books(workspaceId)
    if (books === undefined) return { checkedAt, entries: 0, payments: 0, transfers: 0, drift: [] }
    const entries = yield* Stream.runCollect(Stream.map(books.transactions, bookedOf))
    const range = { createdFrom: new Date(books.createdAt - slack), createdTo: new Date(checkedAt + slack) }
    const isOurs = isOf(workspaceId)
    const payments = yield* Stream.runCollect(Stream.filter(provider.listPayments(range), isOurs))
    const transfers = yield* Stream.runCollect(Stream.filter(provider.listTransfers(range), isOurs))
    const found = reconcile({
      walletId: walletIdOf(workspaceId),
      balance: books.balance,
      entries,
      payments: payments.map(paymentOf),
      transfers: transfers.map(transferOf)
    })
    const mine = (reference: string) => Effect.map(store.referring(workspaceId, reference), (all) => all.map(bookedOf))
    // The provider first: what is booked by then is at least as new as what it says.
    const ofOnePayment = Effect.fnUntraced(function* (reference: string) {
      const theirs = yield* provided(workspaceId, provider.getPayment(reference))
      return ofPayment(reference, yield* mine(reference), theirs && paymentOf(theirs))
    })
    const ofOneTransfer = Effect.fnUntraced(function* (reference: string) {
      const theirs = yield* provided(workspaceId, provider.getTransfer(reference))
      return ofTransfer(reference, yield* mine(reference), theirs && transferOf(theirs))
    })
    const [inPayments, inTransfers] = yield* Effect.all(
      [confirmed(found.payments, ofOnePayment), confirmed(found.transfers, ofOneTransfer)],
      { concurrency: 2 }
    )
    const drift = [...inPayments, ...inTransfers, ...found.certain]
    return { checkedAt, entries: entries.length, payments: payments.length, transfers: transfers.length, drift }
  })

  return Reconciliation.of({ report })
})
