/**
 * Looks after what nobody asks for: wallets whose time has come, payments and payouts that are not settled, notices that
 * were not acted on. Everything it does is safe to do twice, so every process may run one.
 */
import * as Clock from "effect/Clock"
import * as Context from "effect/Context"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Schedule from "effect/Schedule"
import type { SqlError } from "effect/sql/SqlError"
import * as Inbox from "./Inbox.ts"
import { Payments } from "./Payments.ts"
import { atFirst, noticePause } from "./core/Pause.ts"
import { pauseOfPayment, pauseOfPayout } from "./PaymentRows.ts"
import type { OwnedPayment, OwnedPayout } from "./PaymentRows.ts"
import { PaymentStore } from "./PaymentStore.ts"
import type { TakenNotice } from "./PaymentStore.ts"
import { Payouts } from "./Payouts.ts"
import { Reviews } from "./Reviews.ts"
import { WalletStore } from "./WalletStore.ts"
import type { ToReview } from "./WalletStore.ts"

/** What one sweep did. */
export interface Swept {
  /** Payments and payouts the provider was asked about. */
  readonly looked: number
  /** Those whose books changed. */
  readonly settled: number
  /** Those that could not be looked at; they are looked at again. */
  readonly failed: number
}

/** At a time, of each kind: a sweep is short, and the next one takes the rest. */
const most = 100
/** Of one workspace, when all of it is asked about. */
const mostAtOnce = 10_000
/** Calls to the provider at once. */
const lanes = 4
const every = "1 second"

export class Sweeper extends Context.Service<
  Sweeper,
  {
    /** Asks the provider about every payment and payout of the workspace that may have changed, however lately it was asked. */
    readonly payments: (workspaceId: string) => Effect.Effect<Swept, SqlError>
    /** One round over everything that is due. */
    readonly round: Effect.Effect<void, SqlError>
  }
>()("@loopdrive/wallet/Sweeper") {
  static readonly layer = Layer.effect(
    Sweeper,
    Effect.suspend(() => make)
  )
}

const make = Effect.gen(function* () {
  const { review } = yield* Reviews
  const walletStore = yield* WalletStore
  const paymentStore = yield* PaymentStore
  const payments = yield* Payments
  const payouts = yield* Payouts
  const inbox = yield* Inbox.Inbox

  /** One that fails does not stop the others; it is due again in its time. */
  const kept = <A, E, R>(what: string, id: string, effect: Effect.Effect<A, E, R>, otherwise: A) =>
    Effect.catchCause(effect, (cause) =>
      Effect.as(
        Effect.logWarning(`${what} could not be looked after`, cause).pipe(Effect.annotateLogs({ id })),
        otherwise
      )
    )

  /** Every wallet that is due, so that some that stay due keep nobody else waiting. */
  const reviews = Effect.gen(function* () {
    const now = yield* Clock.currentTimeMillis
    let after: ToReview | undefined
    do {
      const due: ReadonlyArray<ToReview> = yield* walletStore.toReview(now, most, after)
      yield* Effect.forEach(due, (wallet) => kept("a wallet", wallet.workspaceId, review(wallet), undefined), {
        concurrency: lanes,
        discard: true
      })
      after = due.length < most ? undefined : due.at(-1)
    } while (after !== undefined)
  })

  /** `settled` where the books changed: what changed says itself when it is to be looked at again. */
  const outcomeOf = (what: string, id: string, pursuit: Effect.Effect<boolean, unknown>) =>
    kept(
      what,
      id,
      Effect.map(pursuit, (changed) => (changed ? "settled" : "same")),
      "failed"
    )

  const payment = Effect.fnUntraced(function* (row: OwnedPayment) {
    const outcome = yield* outcomeOf("a payment", row.id, payments.pursue(row))
    const now = yield* Clock.currentTimeMillis
    if (outcome !== "settled") yield* paymentStore.putOff(row.id, now + pauseOfPayment(row, now))
    return outcome
  })

  const payout = Effect.fnUntraced(function* (row: OwnedPayout) {
    const outcome = yield* outcomeOf("a payout", row.id, payouts.pursue(row))
    const now = yield* Clock.currentTimeMillis
    if (outcome !== "settled") yield* paymentStore.putOffPayout(row.id, now + pauseOfPayout(row, now))
    return outcome
  })

  const notice = Effect.fnUntraced(function* (taken: TakenNotice) {
    const isDone = yield* kept("a notice", taken.eventId, Effect.as(inbox.act(taken), true), false)
    if (isDone) return
    const until = (yield* Clock.currentTimeMillis) + noticePause(taken.attempts)
    yield* paymentStore.putOffNotice(taken, until, "what it is about could not be looked at")
  })

  const everything = Effect.fn("Sweeper.payments")(function* (workspaceId: string) {
    const live = yield* paymentStore.livePayments(workspaceId, mostAtOnce)
    const paid = yield* paymentStore.livePayouts(workspaceId, mostAtOnce)
    const pursuits = [...live.map(payment), ...paid.map(payout)]
    const outcomes = yield* Effect.all(pursuits, { concurrency: lanes })
    const count = (which: string) => outcomes.filter((outcome) => outcome === which).length
    return { looked: outcomes.length, settled: count("settled"), failed: count("failed") }
  })

  /** What is due of one kind: a page, and the next round takes the rest. */
  const due = Effect.fnUntraced(function* <A>(
    take: (now: number, limit: number) => Effect.Effect<ReadonlyArray<A>, SqlError>,
    look: (one: A) => Effect.Effect<unknown, SqlError>
  ) {
    const taken = yield* take(yield* Clock.currentTimeMillis, most)
    yield* Effect.forEach(taken, look, { concurrency: lanes, discard: true })
  })

  // Side by side, so that a crowd of one kind keeps no other waiting.
  const round = Effect.all(
    [
      reviews,
      due(paymentStore.duePayments, payment),
      // Whoever began one takes it up first.
      due((now, limit) => paymentStore.duePayouts(now - atFirst, limit), payout),
      due(paymentStore.dueNotices, notice)
    ],
    { concurrency: "unbounded", discard: true }
  )

  return Sweeper.of({ payments: everything, round })
})

/** Sweeps as long as the layer lives. */
export const layerWorker: Layer.Layer<never, never, Sweeper> = Layer.effectDiscard(
  Effect.gen(function* () {
    const { round } = yield* Sweeper
    yield* round.pipe(
      Effect.catchCause((cause) => Effect.logWarning("a sweep failed", cause)),
      Effect.repeat(Schedule.spaced(every)),
      Effect.forkScoped
    )
  })
)
