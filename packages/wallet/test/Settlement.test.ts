import { assert, describe, it } from "@effect/vitest"
import * as Effect from "effect/Effect"
import { within } from "./PaymentHouse.ts"
import type { House } from "./PaymentHouse.ts"

const day = 86_400_000
const many = (count: number): ReadonlyArray<number> => Array.from({ length: count }, (_, n) => n + 1)

describe("a payment that is old", () => {
  const looked = (house: House, id: string) =>
    Effect.map(house.stripe.received, (all) => all.filter(({ path }) => path.endsWith(id)).length)

  it.live("is asked about daily while a dispute about it is open, and ever more rarely when nothing is", () =>
    within(
      Effect.fnUntraced(function* (house) {
        const [quiet, disputed] = [yield* house.paid(1_000), yield* house.paid(2_000)]
        yield* house.stripe.dispute(disputed, "needs_response", 300)
        yield* house.deliver()
        yield* house.forward(400 * day)
        yield* house.sweeper.round
        const before = [yield* looked(house, quiet), yield* looked(house, disputed)]
        for (const _ of many(3)) {
          yield* house.forward(day)
          yield* house.sweeper.round
        }
        assert.deepStrictEqual(
          [yield* looked(house, quiet), yield* looked(house, disputed)],
          [before[0], (before[1] ?? 0) + 3]
        )
        yield* house.stripe.dispute(disputed, "won")
        yield* house.forward(day)
        yield* house.sweeper.round
        assert.strictEqual(yield* house.balance, 3_000)
        yield* house.stripe.refund(quiet, 400)
        yield* house.forward(60 * day)
        yield* house.sweeper.round
        assert.strictEqual(yield* house.balance, 2_600)
      })
    )
  )

  it.live("may be disputed more than once", () =>
    within(
      Effect.fnUntraced(function* (house) {
        const id = yield* house.paid(3_000)
        yield* house.stripe.dispute(id, "lost", 500)
        yield* house.deliver()
        yield* house.stripe.dispute(id, "needs_response", 700)
        yield* house.deliver()
        assert.strictEqual(yield* house.balance, 1_800)
        yield* house.stripe.dispute(id, "won")
        yield* house.deliver()
        assert.strictEqual(yield* house.balance, 2_500)
        assert.isEmpty(yield* house.drift)
      })
    )
  )
})

describe("two that look at one payment", () => {
  it.live("at once bring the books to what is true, each step once", () =>
    within(
      Effect.fnUntraced(function* (house) {
        const id = yield* house.paid(1_000)
        const look = Effect.andThen(house.stripe.refund(id, 10), house.settlement.settle(id))
        yield* Effect.all(
          many(30).map(() => look),
          { concurrency: 6 }
        )
        assert.strictEqual(yield* house.balance, 700)
        assert.isEmpty(yield* house.drift)
      })
    )
  )
})

describe("a payment nobody here knows", () => {
  it.live("is none of ours, not even under a name of ours that another payment has", () =>
    within(
      Effect.fnUntraced(function* (house) {
        yield* house.paid(1_000)
        const [row] = yield* house.paymentStore.livePayments(house.owner.workspaceId, 1)
        const asked = { walletId: "wallet_1", purpose: "top_up", amount: 700, currency: "usd" } as const
        const twice = {
          ...asked,
          workspaceId: house.owner.workspaceId,
          paymentId: row?.id ?? "",
          idempotencyKey: "twice"
        }
        const elsewhere = { ...twice, workspaceId: "ws_other", idempotencyKey: "elsewhere" }
        for (const request of [twice, elsewhere]) {
          const { paymentIntentId } = yield* house.provider.createPayment(request)
          yield* house.stripe.confirm(paymentIntentId)
          assert.strictEqual((yield* Effect.flip(house.settlement.settle(paymentIntentId)))._tag, "PaymentNotFound")
        }
        assert.strictEqual((yield* Effect.flip(house.settlement.settle("pi_none")))._tag, "PaymentNotFound")
        assert.strictEqual(yield* house.balance, 1_000)
        assert.deepStrictEqual(yield* house.drift, ["payment_not_credited"])
      })
    )
  )

  it.live("and one of another currency is not booked as if it were the wallet's", () =>
    within(
      Effect.fnUntraced(function* (house) {
        yield* house.stripe.faultOn("POST /v1/payment_intents").next({ kind: "drop-before" })
        yield* Effect.exit(house.topUp(700))
        const [row] = yield* house.paymentStore.livePayments(house.owner.workspaceId, 1)
        const { paymentIntentId } = yield* house.provider.createPayment({
          walletId: "wallet_1",
          workspaceId: house.owner.workspaceId,
          paymentId: row?.id ?? "",
          purpose: "top_up",
          amount: 700,
          currency: "eur",
          idempotencyKey: "euros"
        })
        yield* house.stripe.confirm(paymentIntentId)
        assert.isFalse(yield* house.settlement.settle(paymentIntentId))
        assert.strictEqual(yield* house.balance, 0)
        assert.deepStrictEqual(yield* house.drift, ["payment_not_credited"])
      })
    )
  )

  it.live("and one that was recorded and not made has nothing to settle", () =>
    within(
      Effect.fnUntraced(function* (house) {
        yield* house.stripe.faultOn("POST /v1/payment_intents").next({ kind: "drop-before" })
        yield* Effect.exit(house.topUp(700))
        const [row] = yield* house.paymentStore.livePayments(house.owner.workspaceId, 1)
        assert.isFalse(yield* house.settlement.settle(row?.id ?? ""))
        yield* house.sweeper.payments(house.owner.workspaceId)
        assert.deepStrictEqual(yield* house.statuses, ["pending"])
      })
    )
  )
})
