/** Reads both sides of the books, ours and the provider's, and reports where they differ. Changes nothing. */
import { PaymentProvider } from "@loopdrive/providers/PaymentProvider"
import type { PaymentFailure } from "@loopdrive/providers/PaymentProvider"
import type { WalletTransaction } from "@loopdrive/domain/Wallet"
import * as Clock from "effect/Clock"
import * as Context from "effect/Context"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import type { SqlError } from "effect/sql/SqlError"
import * as Stream from "effect/Stream"
import { walletIdOf } from "./Client.ts"
import { reconcile } from "./core/Reconcile.ts"
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
    /** The whole history of the workspace's wallet against the provider. No drift: the books are right. */
    readonly report: (workspaceId: string) => Effect.Effect<DriftReport, PaymentFailure | SqlError>
  }
>()("@loopdrive/wallet/Reconciliation") {
  static readonly layer = Layer.effect(
    Reconciliation,
    Effect.suspend(() => make)
  )
}

const causes = new Set<unknown>(["payment", "refund", "dispute", "payout", "payout_reversal"])
const isCause = (value: unknown): value is NonNullable<BookedEntry["cause"]> => causes.has(value)

const bookedOf = ({ amount, balance, id, metadata, referenceId }: WalletTransaction): BookedEntry => {
  const cause = metadata?.["cause"]
  return { id, amount, balance, reference: referenceId, cause: isCause(cause) ? cause : undefined }
}

/** The provider's clock and ours need not agree. */
const slack = 86_400_000

const make = Effect.gen(function* () {
  const provider = yield* PaymentProvider
  const store = yield* WalletStore

  const report = Effect.fn("Reconciliation.report")(function* (workspaceId: string) {
    const checkedAt = yield* Clock.currentTimeMillis
    const wallet = yield* store.wallet(workspaceId)
    if (wallet === undefined) return { checkedAt, entries: 0, payments: 0, transfers: 0, drift: [] }
    const range = {
      createdFrom: new Date(Date.parse(wallet.createdAt) - slack),
      createdTo: new Date(checkedAt + slack)
    }
    const isOurs = ({ metadata }: { readonly metadata: Readonly<Record<string, string>> }) =>
      metadata["workspaceId"] === workspaceId
    const payments = yield* Stream.runCollect(Stream.filter(provider.listPayments(range), isOurs))
    const transfers = yield* Stream.runCollect(Stream.filter(provider.listTransfers(range), isOurs))
    const { transactions } = yield* store.statement(workspaceId, { from: 0, to: checkedAt + slack })
    const entries = yield* Stream.runCollect(Stream.map(transactions, bookedOf))
    const drift = reconcile({
      walletId: walletIdOf(workspaceId),
      balance: wallet.balance,
      entries,
      payments: payments.map((payment) => ({
        reference: payment.paymentIntentId,
        received: payment.amountReceived,
        refunded: payment.amountRefunded,
        withheld: withheldOf(payment)
      })),
      transfers: transfers.map(({ amount, amountReversed, transferId }) => ({
        reference: transferId,
        amount: amount - amountReversed
      }))
    })
    return { checkedAt, entries: entries.length, payments: payments.length, transfers: transfers.length, drift }
  })

  return Reconciliation.of({ report })
})
