import { assert, describe, it } from "@effect/vitest"
import * as Effect from "effect/Effect"
import * as Exit from "effect/Exit"
import * as Latch from "effect/Latch"
import { within } from "./PaymentHouse.ts"
import type { House } from "./PaymentHouse.ts"

const day = 86_400_000
const many = (count: number): ReadonlyArray<number> => Array.from({ length: count }, (_, n) => n + 1)
const spend = (amount: number) =>
  ({ _tag: "Post", type: "debit", amount, source: "campaign_spend", description: "spent" }) as const

describe("a top-up", () => {
  it.live(
    "is credited when the payment has succeeded, and not for being asked for, confirmed badly or told twice",
    () =>
      within(
        Effect.fnUntraced(function* (house) {
          const { paymentIntentId } = yield* house.topUp(2_500)
          yield* house.deliver()
          assert.strictEqual(yield* house.balance, 0)
          yield* Effect.flip(house.stripe.confirm(paymentIntentId, "pm_card_visa_chargeDeclined"))
          yield* house.deliver()
          assert.deepStrictEqual(yield* house.statuses, ["failed"])
          yield* house.stripe.confirm(paymentIntentId)
          yield* house.deliver({ duplicate: 1, shuffle: true })
          yield* house.sweeper.payments(house.owner.workspaceId)
          assert.deepStrictEqual(yield* house.entries, ["credit 2500 stripe_payment"])
          assert.deepStrictEqual(yield* house.statuses, ["succeeded"])
        })
      )
  )

  for (const drop of [0.2, 1])
    it.live(
      `ends with the right balance after one sweep when ${100 * drop} % of the webhooks are lost and the rest are told twice and in no order`,
      () =>
        within(
          Effect.fnUntraced(function* (house) {
            let expected = 0
            for (const n of many(25)) {
              const { paymentIntentId } = yield* house.topUp(1_000 + n)
              if (n % 5 === 0) continue
              yield* house.stripe.confirm(paymentIntentId)
              expected += 1_000 + n
              if (n % 4 === 0) {
                yield* house.stripe.refund(paymentIntentId, 100)
                expected -= 100
              }
              if (n % 6 === 0) {
                yield* house.stripe.dispute(paymentIntentId, "needs_response", 50)
                expected -= 50
              }
            }
            const deliveries = yield* house.deliver({ drop, duplicate: 0.3, shuffle: true, seed: 7 })
            assert.isTrue(deliveries.some(({ outcome }) => outcome === "dropped"))
            assert.isTrue(deliveries.every(({ outcome }) => outcome === "dropped" || outcome === 200))
            const swept = yield* house.sweeper.payments(house.owner.workspaceId)
            assert.deepStrictEqual([swept.looked, swept.failed], [25, 0])
            if (drop === 1) assert.strictEqual(swept.settled, 20)
            assert.strictEqual(yield* house.balance, expected)
            assert.deepInclude(yield* house.sweeper.payments(house.owner.workspaceId), { settled: 0, failed: 0 })
          })
        )
    )

  it.live("asked for a hundred times over forty days is one payment, and one charge", () =>
    within(
      Effect.fnUntraced(function* (house) {
        const first = yield* house.topUp(5_000, "the-same")
        for (const n of many(99)) {
          yield* house.forward((40 * day) / 100)
          if (n === 50) {
            yield* house.stripe.confirm(first.paymentIntentId)
            yield* house.deliver()
          }
          assert.deepStrictEqual(yield* house.topUp(5_000, "the-same"), first)
        }
        assert.strictEqual((yield* house.stripe.payments).length, 1)
        assert.deepStrictEqual(yield* house.entries, ["credit 5000 stripe_payment"])
      })
    )
  )

  for (const fault of [
    { kind: "accept-then-drop" },
    { kind: "accept-then-status", status: 500, name: "api_error" },
    { kind: "drop-before" },
    { kind: "status", status: 503, name: "unavailable" }
  ] as const) {
    it.live(`is one payment although the call that made it met ${fault.kind}`, () =>
      within(
        Effect.fnUntraced(function* (house) {
          yield* house.stripe.faultOn("POST /v1/payment_intents").next(fault)
          const exit = yield* Effect.exit(house.topUp(700, "once"))
          const intent = Exit.isSuccess(exit) ? exit.value : yield* house.topUp(700, "once")
          assert.strictEqual((yield* house.stripe.payments).length, 1)
          yield* house.stripe.confirm(intent.paymentIntentId)
          yield* house.deliver()
          assert.strictEqual(yield* house.balance, 700)
        })
      )
    )
  }

  it.live("that nobody came back for is given up after a day, or found", () =>
    within(
      Effect.fnUntraced(function* (house) {
        yield* house.stripe.faultOn("POST /v1/payment_intents").next({ kind: "drop-before" })
        yield* Effect.exit(house.topUp(700))
        yield* house.forward(2 * day)
        yield* house.sweeper.payments(house.owner.workspaceId)
        assert.deepStrictEqual(yield* house.statuses, ["failed"])
      })
    )
  )

  it.live("is taken back by a refund and a dispute, and given again by a dispute that was won", () =>
    within(
      Effect.fnUntraced(function* (house) {
        const id = yield* house.paid(3_000)
        yield* house.stripe.refund(id, 1_000)
        yield* house.deliver()
        yield* house.stripe.dispute(id, "needs_response", 500)
        yield* house.deliver()
        assert.strictEqual(yield* house.balance, 1_500)
        yield* house.stripe.dispute(id, "won", 500)
        yield* house.deliver()
        assert.deepStrictEqual(yield* house.entries, [
          "credit 3000 stripe_payment",
          "debit -1000 refund",
          "debit -500 stripe_payment",
          "credit 500 stripe_payment"
        ])
        yield* house.stripe.refund(id)
        yield* house.deliver()
        assert.strictEqual(yield* house.balance, 0)
        assert.deepStrictEqual(yield* house.statuses, ["refunded"])
      })
    )
  )

  it.live("that is refunded after it was spent leaves the wallet below nothing, and says so", () =>
    within(
      Effect.fnUntraced(function* (house) {
        const id = yield* house.paid(1_000)
        yield* house.ask(spend(900))
        yield* house.stripe.refund(id)
        yield* house.deliver()
        assert.strictEqual(yield* house.balance, -900)
        assert.isTrue(
          (yield* house.alerts).some((alert) => alert.startsWith("threshold_exceeded critical: The wallet is empty"))
        )
        assert.strictEqual((yield* Effect.flip(house.ask(spend(1))))._tag, "InsufficientFunds")
      })
    )
  )

  it.live("of somebody else in the same Stripe account is none of our business", () =>
    within(
      Effect.fnUntraced(function* (house) {
        yield* house.paid(1_000)
        yield* Effect.promise(() =>
          fetch(`${house.stripe.url}/v1/payment_intents`, {
            method: "POST",
            headers: { authorization: "Bearer sk_test_1", "content-type": "application/x-www-form-urlencoded" },
            body: "amount=4000&currency=usd&automatic_payment_methods[enabled]=true"
          })
        )
        const foreign = (yield* house.stripe.payments).at(-1)?.id ?? ""
        yield* house.stripe.confirm(foreign)
        const deliveries = yield* house.deliver()
        assert.isTrue(deliveries.every(({ outcome }) => outcome === 200))
        assert.strictEqual(yield* house.balance, 1_000)
      })
    )
  )
})

/** Of the calls that make payments, the next ones. */
const making = "POST /v1/payment_intents"

describe("a payment whose making met trouble", () => {
  const reload = { _tag: "ConfigureReload", enabled: true, threshold: 1_000, amount: 2_000 } as const
  const made = (house: House) => Effect.map(house.stripe.payments, (all) => all.length)
  /** A wallet that has just decided to reload itself. */
  const low = Effect.fnUntraced(function* (house: House) {
    yield* house.paid(1_500)
    yield* house.ask(reload)
    yield* house.ask(spend(1_000))
  })

  it.live("is found however late it was made, and not charged again", () =>
    within(
      Effect.fnUntraced(function* (house) {
        yield* house.stripe.faultOn(making).next({ kind: "drop-before" })
        yield* Effect.exit(house.topUp(700, "late"))
        // Two days and more: no sweep has been here, and the key of the first try is long forgotten.
        yield* house.forward(3 * day)
        yield* house.stripe.faultOn(making).next({ kind: "accept-then-drop" })
        // The look before it is made is answered, the one after it is not.
        const looks = house.stripe.faultOn("GET /v1/payment_intents")
        yield* looks.next({ kind: "slow", latch: yield* Latch.make(true) })
        yield* looks.next({ kind: "drop-before" })
        yield* Effect.exit(house.topUp(700, "late"))
        yield* house.forward(2 * day)
        const { paymentIntentId } = yield* house.topUp(700, "late")
        assert.strictEqual(yield* made(house), 1)
        yield* house.stripe.confirm(paymentIntentId)
        yield* house.deliver()
        assert.strictEqual(yield* house.balance, 700)
      })
    )
  )

  it.live("is settled when it turns up after it was given up, told or not", () =>
    within(
      Effect.fnUntraced(function* (house) {
        for (const told of [true, false]) {
          yield* house.stripe.faultOn(making).next({ kind: "accept-then-drop" })
          yield* house.stripe.faultOn("GET /v1/payment_intents").next({ kind: "drop-before" })
          yield* Effect.exit(house.topUp(700))
          const lost = (yield* house.stripe.payments).at(-1)?.id ?? ""
          const { payments } = yield* house.paymentStore.payments(house.owner.workspaceId, { limit: 1, offset: 0 })
          const row = yield* house.paymentStore.payment(payments[0]?.id ?? "")
          if (row === undefined) return assert.fail("there is no row")
          yield* house.settlement.abandon(row, { failure: "mistaken" })
          yield* house.stripe.confirm(lost)
          yield* house.deliver({ drop: told ? 0 : 1 })
          if (!told) {
            yield* house.forward(day)
            yield* house.sweeper.round
          }
        }
        assert.strictEqual(yield* house.balance, 1_400)
        assert.deepStrictEqual(yield* house.statuses, ["succeeded", "succeeded"])
      })
    )
  )

  it.live("is found by us when it was made and its caller never came back", () =>
    within(
      Effect.fnUntraced(function* (house) {
        yield* house.stripe.faultOn(making).next({ kind: "accept-then-drop" })
        yield* house.stripe.faultOn("GET /v1/payment_intents").next({ kind: "drop-before" })
        yield* Effect.exit(house.topUp(700))
        const lost = (yield* house.stripe.payments)[0]?.id ?? ""
        yield* house.stripe.confirm(lost)
        yield* house.forward(day)
        yield* house.sweeper.round
        assert.strictEqual(yield* house.balance, 700)
      })
    )
  )

  it.live("waits, and is no refusal, while the provider does not accept our key", () =>
    within(
      Effect.fnUntraced(function* (house) {
        yield* house.stripe.faultOn(making).next({ kind: "status", status: 401, name: "revoked" })
        const failure = yield* Effect.flip(house.topUp(700, "unauthorized"))
        assert.deepInclude(failure, { _tag: "PaymentProviderUnavailable", reason: "not_authorized" })
        assert.deepStrictEqual(yield* house.statuses, ["pending"])
        yield* house.topUp(700, "unauthorized")
        assert.strictEqual(yield* made(house), 1)
      })
    )
  )

  it.live("for a customer that the provider does not know is refused, and the next is for another", () =>
    within(
      Effect.fnUntraced(function* (house) {
        yield* house.ask({ _tag: "KnowCustomer", customerId: "cus_of_the_sandbox" })
        assert.deepInclude(yield* Effect.flip(house.topUp(700)), { _tag: "PaymentRejected", code: "resource_missing" })
        const customer = yield* house.paymentStore.customer(house.owner.workspaceId)
        assert.notStrictEqual(customer, "cus_of_the_sandbox")
        yield* house.topUp(700)
        assert.strictEqual((yield* house.stripe.payments)[0]?.customer, customer)
        // One that was replaced already stays.
        yield* house.ask({ _tag: "KnowCustomer", customerId: "cus_late", instead: "cus_of_the_sandbox" })
        assert.strictEqual(yield* house.paymentStore.customer(house.owner.workspaceId), customer)
      })
    )
  )

  it.live("is not made any more once it was given up, and its caller is told so", () =>
    within(
      Effect.fnUntraced(function* (house) {
        yield* house.stripe.faultOn(making).next({ kind: "status", status: 400, name: "not_now" })
        const first = yield* Effect.flip(house.topUp(700, "refused"))
        assert.strictEqual(first._tag, "PaymentRejected")
        assert.strictEqual((yield* Effect.flip(house.topUp(700, "refused")))._tag, "PaymentGivenUp")
        assert.strictEqual(yield* made(house), 0)
        yield* house.topUp(700, "anew")
        assert.strictEqual(yield* made(house), 1)
      })
    )
  )

  it.live("is repeated byte for byte, whatever card was saved meanwhile", () =>
    within(
      Effect.fnUntraced(function* (house) {
        yield* low(house)
        yield* house.stripe.faultOn(making).next({ kind: "status", status: 503, name: "down" })
        yield* house.sweeper.round
        const row = (yield* house.paymentStore.livePayments(house.owner.workspaceId, 9)).find(
          ({ purpose }) => purpose === "auto_reload"
        )
        const asked = row?.asked?.saved?.paymentMethodId
        assert.isDefined(asked)
        yield* house.forward(6_000)
        yield* house.sweeper.round
        const forms = (yield* house.stripe.received)
          .filter(({ form, method }) => method === "POST" && form.includes(`payment_method=${asked}`))
          .map(({ form, idempotencyKey }) => `${idempotencyKey} ${form}`)
        assert.strictEqual(forms.length, 2)
        assert.strictEqual(new Set(forms).size, 1)
      })
    )
  )

  it.live("keeps its outcome open when its key stood for another request", () =>
    within(
      Effect.fnUntraced(function* (house) {
        yield* house.stripe.faultOn(making).next({ kind: "drop-before" })
        yield* Effect.exit(house.topUp(700, "reused"))
        const [row] = yield* house.paymentStore.livePayments(house.owner.workspaceId, 1)
        const stranger = { workspaceId: "ws_2", walletId: "wallet_2", paymentId: "pay_2", purpose: "top_up" } as const
        yield* house.provider.createPayment({ ...stranger, amount: 99, currency: "usd", idempotencyKey: row?.id ?? "" })
        assert.deepInclude(yield* Effect.flip(house.topUp(700, "reused")), { reason: "key_reused" })
        assert.deepStrictEqual(yield* house.statuses, ["pending"])
        yield* house.forward(25 * 3_600_000)
        yield* house.topUp(700, "reused")
        assert.strictEqual(yield* made(house), 2)
      })
    )
  )

  it.live("is not charged when the wallet is no longer low, nor when it was decided long ago", () =>
    within(
      Effect.fnUntraced(function* (house) {
        yield* low(house)
        yield* house.ask({ _tag: "Post", type: "credit", amount: 5_000, source: "manual", description: "help" })
        yield* house.sweeper.round
        assert.strictEqual(yield* made(house), 1)
        assert.deepStrictEqual(yield* house.statuses, ["canceled", "succeeded"])
        yield* house.ask(spend(5_400))
        yield* house.forward(30 * day)
        yield* house.sweeper.round
        assert.strictEqual(yield* made(house), 1)
        // Decided anew on what the wallet is now.
        yield* house.sweeper.round
        assert.strictEqual(yield* made(house), 2)
        assert.strictEqual(yield* house.balance, 2_100)
      })
    )
  )

  it.live("is not charged to a card that another has replaced", () =>
    within(
      Effect.fnUntraced(function* (house) {
        yield* low(house)
        yield* house.forward(2_000)
        yield* house.paid(100)
        yield* house.sweeper.round
        yield* house.sweeper.round
        const methods = (yield* house.stripe.payments).map(({ payment_method }) => payment_method)
        assert.strictEqual(methods.length, 3)
        assert.strictEqual(methods[2], methods[1])
      })
    )
  )

  it.live("that was made and lost is found, wanted or not", () =>
    within(
      Effect.fnUntraced(function* (house) {
        yield* low(house)
        yield* house.stripe.faultOn(making).next({ kind: "accept-then-drop" })
        yield* house.stripe.faultOn("GET /v1/payment_intents").next({ kind: "drop-before" })
        yield* house.sweeper.round
        yield* house.ask({ ...reload, enabled: false })
        yield* house.forward(10_000)
        yield* house.sweeper.round
        assert.strictEqual(yield* house.balance, 2_500)
        assert.deepStrictEqual(yield* house.statuses, ["succeeded", "succeeded"])
      })
    )
  )
})
