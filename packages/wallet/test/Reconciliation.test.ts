import { assert, describe, it } from "@effect/vitest"
import { rowsOf } from "@loopdrive/actor/MemoryTables"
import * as Effect from "effect/Effect"
import * as Fiber from "effect/Fiber"
import { within } from "./PaymentHouse.ts"
import type { House } from "./PaymentHouse.ts"

/** A history with something of everything. */
const history = Effect.fnUntraced(function* (house: House) {
  const paid: Array<string> = []
  for (const amount of [4_000, 3_000, 2_000, 1_000]) paid.push(yield* house.paid(amount))
  const [first = "", second = "", third = ""] = paid
  yield* house.stripe.refund(first, 500)
  yield* house.stripe.dispute(second, "needs_response", 700)
  yield* house.stripe.dispute(third, "lost", 100)
  yield* house.deliver()
  yield* house.topUp(9_999)
  yield* house.ask({ _tag: "Post", type: "debit", amount: 150, source: "campaign_spend", description: "spent" })
  yield* house.paymentStore.register({
    id: "creator_1",
    workspaceId: house.owner.workspaceId,
    connectAccountId: "acct_ada",
    type: "creator",
    name: "Ada",
    createdAt: new Date(0).toISOString()
  })
  const identity = { workspaceId: house.owner.workspaceId, scope: "wallet", key: "payout-1", hash: "same" }
  yield* house.payouts.start(house.owner, { recipientId: "creator_1", amount: 600, description: "A film" }, identity)
  return { first, second, third, fourth: paid[3] ?? "" }
})

/** Writes what no command writes: an entry, after the others. */
const forge = (house: House, reference: string, amount: number, cause: string) => {
  const rows = rowsOf(house.tables, "wallet_transactions")
  const last = [...rows.values()].at(-1) ?? {}
  const wallets = rowsOf(house.tables, "wallets")
  const balance = Number(last["balance"]) + amount
  const id = `txn_forged_${rows.size}`
  rows.set(id, {
    ...last,
    id,
    number: Number(last["number"]) + 1,
    type: amount > 0 ? "credit" : "debit",
    amount,
    balance,
    reference_id: reference,
    metadata: { cause }
  })
  for (const [key, wallet] of wallets) wallets.set(key, { ...wallet, balance, entries: Number(last["number"]) + 1 })
}

const transfer = (house: House) =>
  Effect.promise(() =>
    fetch(`${house.stripe.url}/v1/transfers`, {
      method: "POST",
      headers: { authorization: "Bearer sk_test_1", "content-type": "application/x-www-form-urlencoded" },
      body: new URLSearchParams({
        amount: "250",
        currency: "usd",
        destination: "acct_ada",
        "metadata[workspaceId]": house.owner.workspaceId
      }).toString()
    })
  )

describe("reconciliation", () => {
  it.live("finds nothing where nothing is wrong", () =>
    within(
      Effect.fnUntraced(function* (house) {
        yield* history(house)
        assert.deepStrictEqual(yield* house.drift, [])
      })
    )
  )

  it.live("finds seven injected defects, each as what it is, and invents none", () =>
    within(
      Effect.fnUntraced(function* (house) {
        const { first, second, third } = yield* history(house)
        // Money that arrived, went back, and left, of which nobody told.
        yield* house.stripe.confirm((yield* house.topUp(1_234)).paymentIntentId)
        yield* house.stripe.refund(first, 40)
        yield* transfer(house)
        // Entries that nothing stands behind.
        forge(house, "pi_nobody", 777, "payment")
        forge(house, second, 3_000, "payment")
        forge(house, third, -33, "dispute")
        // And a balance that somebody improved.
        const wallets = rowsOf(house.tables, "wallets")
        for (const [key, wallet] of wallets) wallets.set(key, { ...wallet, balance: Number(wallet["balance"]) + 5 })
        assert.sameMembers(yield* house.drift, [
          "payment_not_credited",
          "refund_differs",
          "transfer_not_booked",
          "credit_without_payment",
          "credited_twice",
          "dispute_differs",
          "balance_differs"
        ])
        // What the provider knows of, a sweep puts right; the rest is for somebody to look at.
        yield* house.sweeper.payments(house.owner.workspaceId)
        assert.notInclude(yield* house.drift, "payment_not_credited")
        assert.notInclude(yield* house.drift, "refund_differs")
      })
    )
  )

  it.live("finds seven and invents none while the wallet is in use", () =>
    within(
      Effect.fnUntraced(function* (house) {
        const { first, second, third } = yield* history(house)
        const post = (type: "credit" | "debit", amount: number, reference: string, cause: string) =>
          house.ask({
            _tag: "Post",
            type,
            amount,
            source: "manual",
            description: "nobody knows",
            referenceId: reference,
            metadata: { cause }
          })
        // Payments, refunds, disputes, payouts and spends, each booked a little after it happened outside.
        let rounds = 0
        const traffic = Effect.gen(function* () {
          const { paymentIntentId } = yield* house.topUp(1_000)
          yield* house.stripe.confirm(paymentIntentId)
          yield* house.settlement.settle(paymentIntentId)
          yield* house.stripe.refund(paymentIntentId, 100)
          yield* house.stripe.dispute(paymentIntentId, "needs_response", 50)
          yield* house.settlement.settle(paymentIntentId)
          const key = `payout-of-traffic-${++rounds}`
          const identity = { workspaceId: house.owner.workspaceId, scope: "wallet", key, hash: key }
          const request = { recipientId: "creator_1", amount: 60, description: "A film" }
          const { transferId } = yield* house.payouts.start(house.owner, request, identity)
          yield* house.stripe.reverse(transferId, 10)
          yield* house.payouts.hear(transferId)
          yield* house.ask({ _tag: "Post", type: "debit", amount: 1, source: "campaign_spend", description: "spent" })
        })
        const busy = yield* Effect.forkScoped(Effect.forever(traffic))
        for (let n = 0; n < 3; n++) assert.deepStrictEqual(yield* house.drift, [])
        yield* house.stripe.confirm((yield* house.topUp(1_234)).paymentIntentId)
        yield* house.stripe.refund(first, 40)
        yield* transfer(house)
        yield* post("credit", 777, "pi_nobody", "payment")
        yield* post("credit", 3_000, second, "payment")
        yield* post("debit", 33, third, "dispute")
        yield* post("debit", 44, "tr_nobody", "payout")
        assert.sameMembers(yield* house.drift, [
          "payment_not_credited",
          "refund_differs",
          "transfer_not_booked",
          "credit_without_payment",
          "credited_twice",
          "dispute_differs",
          "payout_without_transfer"
        ])
        assert.isAbove(rounds, 3)
        yield* Fiber.interrupt(busy)
      })
    )
  )

  it.live("of a wallet that nobody has made finds nothing, and compares nothing", () =>
    within(
      Effect.fnUntraced(function* (house) {
        assert.deepInclude(yield* house.report, { entries: 0, payments: 0, transfers: 0, drift: [] })
      })
    )
  )

  it.live("takes neither another workspace's payment nor one without a name for a counterpart", () =>
    within(
      Effect.fnUntraced(function* (house) {
        yield* house.paid(1_000)
        const theirs = yield* house.provider.createPayment({
          workspaceId: "ws_other",
          walletId: "wallet_other",
          paymentId: "pay_other",
          purpose: "top_up",
          amount: 300,
          currency: "usd",
          idempotencyKey: "other"
        })
        yield* house.stripe.confirm(theirs.paymentIntentId)
        const credit = { _tag: "Post", type: "credit", amount: 300, source: "manual", description: "forged" } as const
        yield* house.ask({ ...credit, referenceId: theirs.paymentIntentId, metadata: { cause: "payment" } })
        yield* house.ask({ ...credit, metadata: { cause: "payment" } })
        assert.deepStrictEqual(yield* house.drift, ["credit_without_payment", "credit_without_payment"])
      })
    )
  )

  it.live("does not report what goes on changing", () =>
    within(
      Effect.fnUntraced(function* (house) {
        const id = yield* house.paid(50_000)
        yield* house.stripe.refund(id, 1)
        const moving = yield* Effect.forkScoped(
          Effect.forever(Effect.andThen(house.stripe.refund(id, 1), Effect.sleep("20 millis")))
        )
        assert.deepStrictEqual(yield* house.drift, [])
        yield* Fiber.interrupt(moving)
        assert.deepStrictEqual(yield* house.drift, ["refund_differs"])
      })
    )
  )
})
