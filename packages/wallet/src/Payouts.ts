/**
 * Payouts: held and recorded first, transferred second, booked when the transfer is known to exist. Like payments they are
 * observed: the books follow the transfer, also when some of it comes back, or when one turns up that was given up.
 */
import type { CommandIdentity } from "@loopdrive/actor/Receipt"
import { digestOf } from "@loopdrive/domain/Digest"
import type { StripePayout } from "@loopdrive/domain/Wallet"
import { PaymentProvider } from "@loopdrive/providers/PaymentProvider"
import type { PaymentFailure, Transfer } from "@loopdrive/providers/PaymentProvider"
import * as Clock from "effect/Clock"
import * as Context from "effect/Context"
import * as Deferred from "effect/Deferred"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Option from "effect/Option"
import * as Schema from "effect/Schema"
import type { SqlError } from "effect/sql/SqlError"
import { WalletClient, processScope } from "./Client.ts"
import type { AskError } from "./Client.ts"
import type { ObservedPayout, Owner, SettlePayout } from "./core/Command.ts"
import { atFirst } from "./core/Pause.ts"
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
    /**
     * Goes on with a payout, however it stands: makes its transfer where there is none yet, looks for one that should not
     * be there, sees what came back of one that is. For whoever has taken it up. True when the books changed.
     */
    readonly pursue: (payout: OwnedPayout) => Effect.Effect<boolean, PayoutsError>
    /** Somebody said that something happened to this transfer, by the provider's name for it. */
    readonly hear: (transferId: string) => Effect.Effect<boolean, PayoutsError>
  }
>()("@loopdrive/wallet/Payouts") {
  static readonly layer = Layer.effect(
    Payouts,
    Effect.suspend(() => make)
  )
}

/** As for payments: after this the provider may have forgotten the key. A transfer can be found by its payout for ever. */
const keyKept = 23 * 3_600_000

/** Two observers of one state: the second looks again. They cannot go on meeting for long. */
const looksMost = 32

const observedOf = ({ amount, amountReversed, transferId }: Transfer): ObservedPayout => ({
  _tag: "Transferred",
  transferId,
  amount,
  reversed: amountReversed
})

/** Whether the books say what was observed, or more: nothing that left or came back ever becomes less. */
const agrees = (row: OwnedPayout, observed: ObservedPayout): boolean =>
  observed._tag === "Refused"
    ? row.status !== "pending"
    : row.transfer_id !== null && row.transferred >= observed.amount && row.reversed >= observed.reversed

const make = Effect.gen(function* () {
  const provider = yield* PaymentProvider
  const store = yield* PaymentStore
  const wallets = yield* WalletClient

  const existing = (row: OwnedPayout) =>
    Effect.map(provider.findTransfer(row.id), (found) => Option.getOrUndefined(Option.map(found, observedOf)))

  /** Makes it, once, and says what became of it. */
  const transfer = Effect.fnUntraced(function* (row: OwnedPayout): Effect.fn.Return<ObservedPayout, PaymentFailure> {
    const age = (yield* Clock.currentTimeMillis) - row.created_at.getTime()
    const there = age < keyKept ? undefined : yield* existing(row)
    if (there !== undefined) return there
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
        Effect.flatMap(({ transferId }) => Effect.map(provider.getTransfer(transferId), observedOf)),
        // An earlier call, or this one, may have made it all the same: no error is believed before it was looked for.
        Effect.catch(
          Effect.fnUntraced(function* (failure) {
            if (failure._tag === "PaymentProviderUnavailable" && failure.outcome === "not_done") return yield* failure
            const found = yield* existing(row)
            if (found !== undefined) return found
            if (failure._tag === "PaymentProviderUnavailable") return yield* failure
            return { _tag: "Refused" as const, reason: failure.message }
          })
        )
      )
  })

  const found = (payoutId: string) =>
    Effect.flatMap(store.payout(payoutId), (row) =>
      row === undefined ? Effect.fail(new PayoutNotFound({ payoutId })) : Effect.succeed(row)
    )

  /** One step of the books of a payout as they are now. */
  const step = Effect.fnUntraced(function* (payoutId: string, observed: ObservedPayout) {
    const row = yield* found(payoutId)
    if (agrees(row, observed)) return false
    const command: typeof SettlePayout.Type = {
      _tag: "SettlePayout",
      payoutId,
      holdId: row.hold_id,
      description: row.description,
      step: row.step,
      booked: { transferred: row.transferred, reversed: row.reversed },
      observed
    }
    yield* wallets.ask({ workspaceId: row.workspace_id, organizationId: row.organization_id }, command, {
      workspaceId: row.workspace_id,
      scope: processScope,
      key: `${payoutId}:settle:${row.step}`,
      hash: digestOf(command)
    })
    return true
  })

  /**
   * Brings the books to what was observed. True when they changed. Where somebody else saw something else and was quicker,
   * what was seen here is as true as before.
   */
  const settle = (row: OwnedPayout, observed: ObservedPayout): Effect.Effect<boolean, PayoutsError> =>
    Effect.retry(step(row.id, observed), { times: looksMost, while: ({ _tag }) => _tag === "IdempotencyConflict" })

  /** Those whose transfer is being made here. */
  const inHand = new Map<string, Deferred.Deferred<boolean, PayoutsError>>()

  /** Whoever comes while it is made waits for what becomes of it. */
  const made = Effect.fnUntraced(function* (row: OwnedPayout) {
    const known = inHand.get(row.id)
    if (known !== undefined) return yield* Deferred.await(known)
    const outcome = Deferred.makeUnsafe<boolean, PayoutsError>()
    inHand.set(row.id, outcome)
    const making = Effect.flatMap(transfer(row), (observed) => settle(row, observed))
    const over = Effect.sync(() => inHand.delete(row.id))
    // Its caller may hang up; the others still wait.
    return yield* Effect.uninterruptible(
      Effect.onExit(making, (exit) => Effect.andThen(over, Deferred.done(outcome, exit)))
    )
  })

  const pursue = Effect.fn("Payouts.pursue")(function* (row: OwnedPayout) {
    if (row.status === "pending") return yield* made(row)
    const observed =
      row.transfer_id === null ? yield* existing(row) : observedOf(yield* provider.getTransfer(row.transfer_id))
    return observed !== undefined && (yield* settle(row, observed))
  })

  const hear = Effect.fn("Payouts.hear")(function* (transferId: string) {
    const unknown = new PayoutNotFound({ payoutId: transferId })
    const heard = yield* Effect.catchTag(provider.getTransfer(transferId), "PaymentRejected", () =>
      Effect.fail(unknown)
    )
    const row = yield* store.payout(heard.payoutId ?? transferId)
    if (row === undefined || row.workspace_id !== heard.metadata["workspaceId"]) return yield* unknown
    return yield* settle(row, observedOf(heard))
  })

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
    const now = yield* Clock.currentTimeMillis
    if (row.status !== "pending") return Rows.toPayout(row)
    // The sweeper leaves it alone meanwhile. Whoever had it before may be gone: asking again goes on with it.
    yield* store.takePayout(row.id, now)
    // What cannot be done now is pursued later: the hold keeps the money, and the answer says `pending`.
    yield* pursue(row).pipe(
      Effect.catchTag("PaymentProviderUnavailable", (error) =>
        Effect.logWarning("a payout waits for the provider", { payoutId: row.id, reason: error.reason }).pipe(
          Effect.andThen(store.putOffPayout(row.id, now + atFirst))
        )
      )
    )
    return Rows.toPayout(yield* found(row.id))
  })

  return Payouts.of({ start, pursue, hear })
})
