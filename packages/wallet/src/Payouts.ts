/** Payouts: held and recorded first, transferred second, booked when the transfer is known to exist. */
import type { CommandIdentity } from "@loopdrive/actor/Receipt"
import { digestOf } from "@loopdrive/domain/Digest"
import type { StripePayout } from "@loopdrive/domain/Wallet"
import { PaymentProvider } from "@loopdrive/providers/PaymentProvider"
import type { PaymentFailure } from "@loopdrive/providers/PaymentProvider"
import * as Clock from "effect/Clock"
import * as Context from "effect/Context"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Option from "effect/Option"
import * as Schema from "effect/Schema"
import type { SqlError } from "effect/sql/SqlError"
import { WalletClient, processScope } from "./Client.ts"
import type { AskError } from "./Client.ts"
import type { Owner, SettlePayout } from "./core/Command.ts"
import { PaymentStore } from "./PaymentStore.ts"
import type { RecipientNotFound } from "./PaymentStore.ts"
import * as Rows from "./PaymentRows.ts"
import type { OwnedPayout } from "./PaymentRows.ts"

/** No payout has the id. */
export class PayoutNotFound extends Schema.TaggedError<PayoutNotFound>("@loopdrive/wallet/PayoutNotFound")(
  "PayoutNotFound",
  { payoutId: Schema.String }
) {}

export type PayoutsError = PayoutNotFound | RecipientNotFound | PaymentFailure | AskError | SqlError

export interface PayoutRequest {
  readonly recipientId: string
  /** Cents. */
  readonly amount: number
  readonly description: string
}

export class Payouts extends Context.Service<
  Payouts,
  {
    /**
     * The payout as it stands when the provider has answered, or has not in time: `pending` is pursued, `failed` left
     * nothing behind.
     */
    readonly start: (
      owner: Owner,
      request: PayoutRequest,
      identity: CommandIdentity
    ) => Effect.Effect<StripePayout, PayoutsError>
    /** Goes on with a payout whose transfer is not known. True when it was settled. */
    readonly pursue: (payout: OwnedPayout) => Effect.Effect<boolean, PayoutsError>
  }
>()("@loopdrive/wallet/Payouts") {
  static readonly layer = Layer.effect(
    Payouts,
    Effect.suspend(() => make)
  )
}

/** As for payments: after this the provider may have forgotten the key. A transfer can be found by its payout for ever. */
const keyKept = 23 * 3_600_000

const make = Effect.gen(function* () {
  const provider = yield* PaymentProvider
  const store = yield* PaymentStore
  const wallets = yield* WalletClient

  const transfer = Effect.fnUntraced(function* (row: OwnedPayout) {
    const age = (yield* Clock.currentTimeMillis) - row.created_at.getTime()
    const there = age < keyKept ? Option.none() : yield* provider.findTransfer(row.id)
    if (Option.isSome(there)) return { _tag: "Paid" as const, transferId: there.value.transferId }
    return yield* provider
      .createTransfer({
        payoutId: row.id,
        workspaceId: row.workspace_id,
        connectAccountId: row.connect_account_id,
        amount: row.amount,
        currency: row.currency,
        description: row.description,
        idempotencyKey: row.id
      })
      .pipe(
        Effect.map(({ transferId }) => ({ _tag: "Paid" as const, transferId })),
        // An earlier call, or this one, may have made it all the same: no error is believed before it was looked for.
        Effect.catch((failure) =>
          Effect.gen(function* () {
            if (failure._tag === "PaymentProviderUnavailable" && failure.outcome === "not_done") return yield* failure
            const found = yield* provider.findTransfer(row.id)
            if (Option.isSome(found)) return { _tag: "Paid" as const, transferId: found.value.transferId }
            if (failure._tag === "PaymentProviderUnavailable") return yield* failure
            return { _tag: "Failed" as const, reason: failure.message }
          })
        )
      )
  })

  const pursue = Effect.fn("Payouts.pursue")(function* (row: OwnedPayout) {
    yield* store.payoutChecked(row.id, yield* Clock.currentTimeMillis)
    const outcome = yield* transfer(row)
    const command: typeof SettlePayout.Type = { _tag: "SettlePayout", payoutId: row.id, holdId: row.hold_id, outcome }
    const owner = { workspaceId: row.workspace_id, organizationId: row.organization_id }
    yield* wallets.ask(owner, command, {
      workspaceId: row.workspace_id,
      scope: processScope,
      key: `${row.id}:settle`,
      hash: digestOf(command)
    })
    return true
  })

  const found = (payoutId: string) =>
    Effect.flatMap(store.payout(payoutId), (row) =>
      row === undefined ? Effect.fail(new PayoutNotFound({ payoutId })) : Effect.succeed(row)
    )

  const start = Effect.fn("Payouts.start")(function* (owner: Owner, request: PayoutRequest, identity: CommandIdentity) {
    const recipient = yield* store.recipient(owner.workspaceId, request.recipientId)
    const reply = yield* wallets.ask(
      owner,
      {
        _tag: "StartPayout",
        recipientId: recipient.id,
        connectAccountId: recipient.connectAccountId,
        recipientType: recipient.type,
        recipientName: recipient.name,
        amount: request.amount,
        description: request.description
      },
      identity
    )
    const row = yield* found(reply._tag === "PayoutStarted" ? reply.payoutId : "")
    if (row.status !== "pending") return Rows.toPayout(row)
    // What cannot be done now is pursued later: the hold keeps the money, and the answer says `pending`.
    yield* pursue(row).pipe(
      Effect.catchTag("PaymentProviderUnavailable", (error) =>
        Effect.logWarning("a payout waits for the provider", { payoutId: row.id, reason: error.reason })
      )
    )
    return Rows.toPayout(yield* found(row.id))
  })

  return Payouts.of({ start, pursue })
})
