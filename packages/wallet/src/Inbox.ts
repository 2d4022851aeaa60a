/** What vendors tell us: kept once each, acted on at once where that is possible, and by the sweeper where it was not. */
import type { WebhookEvent } from "@loopdrive/providers/StripeWebhook"
import * as Clock from "effect/Clock"
import * as Context from "effect/Context"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import type { SqlError } from "effect/sql/SqlError"
import { PaymentStore } from "./PaymentStore.ts"
import type { Notice } from "./PaymentStore.ts"
import { Payouts } from "./Payouts.ts"
import type { PayoutsError } from "./Payouts.ts"
import { Settlement } from "./Settlement.ts"
import type { SettlementError } from "./Settlement.ts"

export class Inbox extends Context.Service<
  Inbox,
  {
    /** Durable when it answers; a repeat does nothing. False: it was one. */
    readonly receive: (event: WebhookEvent) => Effect.Effect<boolean, SqlError>
    /** Looks at what the notice is about, and notes that somebody did. */
    readonly act: (notice: Notice) => Effect.Effect<void, SettlementError | PayoutsError>
  }
>()("@loopdrive/wallet/Inbox") {
  static readonly layer = Layer.effect(
    Inbox,
    Effect.suspend(() => make)
  )
}

/** Longer than a settlement takes, shorter than Stripe waits for an answer. */
const patience = "5 seconds"
/** A notice younger than this is still in the hands of whoever received it, ms. */
const inHand = 10_000

const make = Effect.gen(function* () {
  const store = yield* PaymentStore
  const settlement = yield* Settlement
  const payouts = yield* Payouts

  const look = ({ objectId, type }: Notice): Effect.Effect<unknown, SettlementError | PayoutsError> => {
    if (objectId === undefined) return Effect.void
    return type.startsWith("transfer.") ? payouts.hear(objectId) : settlement.settle(objectId)
  }

  const act = Effect.fn("Inbox.act")(function* (notice: Notice) {
    // What is not ours, in an account that we share, is none of our business.
    yield* Effect.catchTag(look(notice), ["PaymentNotFound", "PayoutNotFound"], () => Effect.void)
    yield* store.read(notice, yield* Clock.currentTimeMillis)
  })

  const receive = Effect.fn("Inbox.receive")(function* (event: WebhookEvent) {
    const notice: Notice = {
      provider: "stripe",
      eventId: event.id,
      type: event.type,
      objectId: event.paymentIntentId ?? event.transferId
    }
    const isNew = yield* store.receive(notice, (yield* Clock.currentTimeMillis) + inHand)
    if (!isNew) return false
    // The vendor's part is done: it is kept. What fails now is the sweeper's.
    yield* act(notice).pipe(
      Effect.timeout(patience),
      Effect.catchCause((cause) => Effect.logWarning("a webhook waits for the sweeper", cause))
    )
    return true
  })

  return Inbox.of({ receive, act })
})
