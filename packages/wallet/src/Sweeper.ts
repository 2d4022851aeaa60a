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
import { WalletClient, processScope } from "./Client.ts"
import * as Inbox from "./Inbox.ts"
import { Payments } from "./Payments.ts"
import { PaymentStore } from "./PaymentStore.ts"
import { Payouts } from "./Payouts.ts"
import { WalletStore } from "./WalletStore.ts"
import type { ToReview } from "./WalletStore.ts"

/** What one sweep did. */
export interface Swept {
  /** Payments the provider was asked about. */
  readonly looked: number
  /** Payments whose books changed. */
  readonly settled: number
  /** Payments that could not be looked at; they are looked at again. */
  readonly failed: number
}

/** At a time, of each kind: a sweep is short, and the next one takes the rest. */
const most = 100
/** Calls to the provider at once. */
const lanes = 4
const every = "1 second"
/** A notice younger than this is still in the hands of whoever received it. */
const inHand = 10_000
/**
 * Two sweepers ask for one review, and one that its wallet takes for premature (clocks differ) is asked for again after
 * this long, in milliseconds.
 */
const reviewPause = 5_000

export class Sweeper extends Context.Service<
  Sweeper,
  {
    /** Asks the provider about every payment of the workspace that may have changed, however lately it was asked. */
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
  const wallets = yield* WalletClient
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

  const review = ({ dueAt, organizationId, workspaceId }: ToReview, now: number) => {
    const key = `review:${dueAt}:${Math.floor(now / reviewPause)}`
    const identity = { workspaceId, scope: processScope, key, hash: "review", windowMillis: 2 * reviewPause }
    return kept(
      "a wallet",
      workspaceId,
      Effect.asVoid(wallets.ask({ workspaceId, organizationId }, { _tag: "Review" }, identity)),
      undefined
    )
  }

  /** Every wallet that is due, so that some that stay due keep nobody else waiting. */
  const reviews = Effect.gen(function* () {
    const now = yield* Clock.currentTimeMillis
    let after: ToReview | undefined
    do {
      const due: ReadonlyArray<ToReview> = yield* walletStore.toReview(now, most, after)
      yield* Effect.forEach(due, (wallet) => review(wallet, now), { concurrency: lanes, discard: true })
      after = due.length < most ? undefined : due.at(-1)
    } while (after !== undefined)
  })

  const sweep = Effect.fn("Sweeper.payments")(function* (options: { workspaceId?: string; everything?: boolean }) {
    const now = yield* Clock.currentTimeMillis
    const rows = yield* paymentStore.unsettled({ ...options, now, limit: options.everything === true ? 10_000 : most })
    const outcomes = yield* Effect.forEach(
      rows,
      (row) =>
        kept(
          "a payment",
          row.id,
          Effect.andThen(
            paymentStore.checked(row.id, now),
            Effect.map(payments.pursue(row), (changed) => (changed ? "settled" : "same"))
          ),
          "failed"
        ),
      { concurrency: lanes }
    )
    const count = (which: string) => outcomes.filter((outcome) => outcome === which).length
    return { looked: rows.length, settled: count("settled"), failed: count("failed") }
  })

  const round = Effect.gen(function* () {
    const now = yield* Clock.currentTimeMillis
    yield* reviews
    yield* sweep({})
    const waiting = yield* paymentStore.pendingPayouts(now, most)
    yield* Effect.forEach(waiting, (row) => kept("a payout", row.id, payouts.pursue(row), false), {
      concurrency: lanes,
      discard: true
    })
    const notices = yield* paymentStore.unread(now - inHand, most)
    yield* Effect.forEach(notices, (notice) => kept("a notice", notice.eventId, inbox.act(notice), undefined), {
      concurrency: lanes,
      discard: true
    })
  })

  return Sweeper.of({ payments: (workspaceId) => sweep({ workspaceId, everything: true }), round })
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
