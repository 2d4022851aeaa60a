/** What the store of payments, payouts and notices answers on any store. */
import { assert } from "@effect/vitest"
import type { Vitest } from "@effect/vitest"
import { PaymentStore } from "@loopdrive/wallet/PaymentStore"
import type { WalletClient } from "@loopdrive/wallet/Client"
import { WalletStore } from "@loopdrive/wallet/WalletStore"
import * as Effect from "effect/Effect"
import type * as Layer from "effect/Layer"
import * as Stream from "effect/Stream"
import * as Pause from "../../src/core/Pause.ts"
import type { Owner } from "../../src/core/Command.ts"
import { ask, post } from "../Wallets.ts"

const page = { limit: 10, offset: 0 }
/** Later than anything that a test of this suite writes. */
const later = Date.UTC(2100, 0, 1)
const day = 86_400_000

/** A store under the suite. `Outer` is what the tests are given. */
export interface Subject<Outer> {
  readonly layer: Layer.Layer<PaymentStore | WalletStore | WalletClient, never, Outer>
  readonly workspace: (name: string) => Effect.Effect<Owner, unknown, Outer>
}

const payout = Effect.fnUntraced(function* (owner: Owner, amount: number) {
  const store = yield* PaymentStore
  // Registered again it is the same one under another name.
  const ada = {
    workspaceId: owner.workspaceId,
    connectAccountId: "acct_ada",
    type: "creator",
    createdAt: new Date(0).toISOString()
  } as const
  const { id } = yield* store.register({ ...ada, id: `creator_${owner.workspaceId}`, name: "A." })
  assert.strictEqual((yield* store.register({ ...ada, id: `creator_2_${owner.workspaceId}`, name: "Ada" })).id, id)
  const { recipients } = yield* store.recipients(owner.workspaceId, page)
  assert.deepStrictEqual(
    recipients.map(({ name }) => name),
    ["Ada"]
  )
  const reply = yield* ask(owner, {
    _tag: "StartPayout",
    recipientId: id,
    connectAccountId: "acct_ada",
    recipientType: "creator",
    recipientName: "Ada",
    amount,
    description: "A film"
  })
  const row = yield* store.payout(reply._tag === "PayoutStarted" ? reply.payoutId : "")
  assert.isDefined(row)
  return row
})

const payments = <Outer>(it: Vitest.MethodsNonLive<Outer>, { layer, workspace }: Subject<Outer>): void => {
  it.effect("gives a payment whose time has come to one who asks, and to nobody else for a while", () =>
    Effect.gen(function* () {
      const owner = yield* workspace("payments")
      const store = yield* PaymentStore
      assert.isUndefined(yield* store.customer(owner.workspaceId))
      for (const customerId of ["cus_1", "cus_2"]) yield* ask(owner, { _tag: "KnowCustomer", customerId })
      assert.strictEqual(yield* store.customer(owner.workspaceId), "cus_1")
      const reply = yield* ask(owner, { _tag: "StartTopUp", amount: 500 })
      const paymentId = reply._tag === "PaymentStarted" ? reply.paymentId : ""
      const row = yield* store.payment(paymentId)
      assert.deepInclude(row, { status: "pending", asked: { customerId: "cus_1" }, dispute_open: false })
      const mine = (now: number) =>
        Effect.map(store.duePayments(now, 1_000), (rows) => rows.filter(({ id }) => id === paymentId).length)
      const made = row?.created_at.getTime() ?? 0
      assert.strictEqual(yield* mine(made + Pause.topUpWaits - 1), 0)
      const [one, two] = yield* Effect.all([mine(later), mine(later)], { concurrency: 2 })
      assert.strictEqual(one + two, 1)
      assert.strictEqual(yield* mine(later + Pause.turn - 1), 0)
      assert.strictEqual(yield* mine(later + Pause.turn), 1)
      yield* store.putOff(paymentId, later + day)
      assert.strictEqual(yield* mine(later + day - 1), 0)
      assert.strictEqual((yield* store.livePayments(owner.workspaceId, 10)).length, 1)
      yield* ask(owner, { _tag: "AttachPayment", paymentId, paymentIntentId: `pi_${owner.workspaceId}` })
      assert.strictEqual((yield* store.payment(`pi_${owner.workspaceId}`))?.id, paymentId)
    }).pipe(Effect.provide(layer))
  )

  it.effect("asks no more about a payment to which nothing can happen", () =>
    Effect.gen(function* () {
      const owner = yield* workspace("over")
      const store = yield* PaymentStore
      const reply = yield* ask(owner, { _tag: "StartTopUp", amount: 500 })
      const paymentId = reply._tag === "PaymentStarted" ? reply.paymentId : ""
      yield* ask(owner, {
        _tag: "SettlePayment",
        paymentId,
        purpose: "top_up",
        amount: 500,
        step: 0,
        settled: { credited: 0, refunded: 0, disputed: 0 },
        observed: {
          paymentIntentId: "pi_1",
          state: "canceled",
          received: 0,
          refunded: 0,
          withheld: 0,
          disputeOpen: false
        }
      })
      assert.strictEqual((yield* store.payment(paymentId))?.status, "canceled")
      yield* store.putOff(paymentId, later)
      assert.isEmpty(yield* store.livePayments(owner.workspaceId, 10))
      const listed = yield* store.payments(owner.workspaceId, page)
      assert.deepStrictEqual([listed.total, listed.payments[0]?.status], [1, "canceled"])
    }).pipe(Effect.provide(layer))
  )
}

const payouts = <Outer>(it: Vitest.MethodsNonLive<Outer>, { layer, workspace }: Subject<Outer>): void => {
  it.effect("gives a payout to one hand at a time", () =>
    Effect.gen(function* () {
      const owner = yield* workspace("hands")
      const store = yield* PaymentStore
      yield* ask(owner, post("credit", 1_000))
      const { created_at, id } = yield* payout(owner, 400)
      const now = created_at.getTime()
      const hands = yield* Effect.all([store.takePayout(id, now), store.takePayout(id, now)], { concurrency: 2 })
      assert.sameMembers(hands, [true, false])
      assert.isFalse((yield* store.duePayouts(now, 1_000)).some((row) => row.id === id))
      assert.isFalse(yield* store.takePayout(id, now + Pause.lease - 1))
      yield* store.putOffPayout(id, now + 5_000)
      assert.isTrue(yield* store.takePayout(id, now + 5_000))
      assert.isTrue((yield* store.duePayouts(now + day, 1_000)).some((row) => row.id === id))
      assert.isFalse(yield* store.takePayout("payout_unknown", later))
      const second = yield* payout(owner, 100)
      const listed = yield* store.payouts(owner.workspaceId, page)
      assert.strictEqual(listed.total, 2)
      assert.sameMembers(
        listed.payouts.map((one) => one.id),
        [id, second.id]
      )
    }).pipe(Effect.provide(layer))
  )

  it.effect("books what left and what came back, and knows when it was paid", () =>
    Effect.gen(function* () {
      const owner = yield* workspace("reversed")
      const [store, walletStore] = [yield* PaymentStore, yield* WalletStore]
      yield* ask(owner, post("credit", 1_000))
      const row = yield* payout(owner, 400)
      const transferId = `tr_${owner.workspaceId}`
      const settle = (step: number, booked: { transferred: number; reversed: number }, reversed: number) =>
        ask(owner, {
          _tag: "SettlePayout",
          payoutId: row.id,
          holdId: row.hold_id,
          description: row.description,
          step,
          booked,
          observed: { _tag: "Transferred", transferId, amount: 400, reversed }
        })
      yield* settle(0, { transferred: 0, reversed: 0 }, 0)
      const paid = yield* store.payout(transferId)
      assert.deepInclude(paid, { status: "paid", transferred: 400, reversed: 0, step: 1 })
      yield* settle(1, { transferred: 400, reversed: 0 }, 150)
      yield* settle(2, { transferred: 400, reversed: 150 }, 400)
      const back = yield* store.payout(row.id)
      assert.deepInclude(back, { status: "canceled", transferred: 400, reversed: 400, step: 3 })
      assert.deepStrictEqual(back?.paid_at, paid?.paid_at)
      assert.strictEqual((yield* store.livePayouts(owner.workspaceId, 10)).length, 1)
      const budget = yield* Stream.runCollect(walletStore.budgetLedger(owner.workspaceId, { from: 0, to: later }))
      // Of one instant, so in no order.
      assert.sameDeepMembers(
        budget.map(({ amount, type }) => [type, amount]),
        [
          ["actual", 400],
          ["adjustment", -150],
          ["adjustment", -250]
        ]
      )
      const books = yield* walletStore.books(owner.workspaceId)
      const entries = books === undefined ? [] : yield* Stream.runCollect(books.transactions)
      assert.deepStrictEqual([books?.balance, entries.map(({ amount }) => amount)], [1_000, [1_000, -400, 150, 250]])
      const referring = yield* walletStore.referring(owner.workspaceId, transferId)
      assert.deepStrictEqual(
        referring.map(({ id }) => id),
        entries.slice(1).map(({ id }) => id)
      )
      assert.isUndefined(yield* walletStore.books("ws_nobody"))
    }).pipe(Effect.provide(layer))
  )
}

const notices = <Outer>(it: Vitest.MethodsNonLive<Outer>, { layer }: Subject<Outer>): void => {
  it.effect("keeps a notice once, and gives it out until it was acted on, to one at a time", () =>
    Effect.gen(function* () {
      const store = yield* PaymentStore
      const notice = { provider: "stripe", eventId: "evt_1", type: "a.b", objectId: undefined }
      assert.isTrue(yield* store.receive(notice, later))
      assert.isFalse(yield* store.receive(notice, later))
      assert.isEmpty(yield* store.dueNotices(later - 1, 10))
      const [one, two] = yield* Effect.all([store.dueNotices(later, 10), store.dueNotices(later, 10)], {
        concurrency: 2
      })
      assert.deepStrictEqual([...one, ...two], [{ ...notice, attempts: 1 }])
      yield* store.putOffNotice(notice, later + day, "not now")
      assert.isEmpty(yield* store.dueNotices(later + Pause.turn, 10))
      assert.strictEqual((yield* store.dueNotices(later + day, 10))[0]?.attempts, 2)
      yield* store.read(notice, later + day)
      assert.isEmpty(yield* store.dueNotices(later + 9 * day, 10))
    }).pipe(Effect.provide(layer))
  )
}

export const suite = <Outer>(it: Vitest.MethodsNonLive<Outer>, subject: Subject<Outer>): void => {
  payments(it, subject)
  payouts(it, subject)
  notices(it, subject)
}
