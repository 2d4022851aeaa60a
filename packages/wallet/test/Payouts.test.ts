import { assert, describe, it } from "@effect/vitest"
import * as Clock from "effect/Clock"
import * as Effect from "effect/Effect"
import * as Fiber from "effect/Fiber"
import * as Latch from "effect/Latch"
import * as Schedule from "effect/Schedule"
import * as Stream from "effect/Stream"
import { within } from "./PaymentHouse.ts"

const day = 86_400_000

describe("a payout", () => {
  const request = (recipientId: string, amount = 1_500) => ({ recipientId, amount, description: "A film" })
  const start = Effect.fnUntraced(function* (house: Parameters<Parameters<typeof within>[0]>[0]) {
    const recipient = yield* house.paymentStore.register({
      id: "creator_1",
      workspaceId: house.owner.workspaceId,
      connectAccountId: "acct_ada",
      type: "creator",
      name: "Ada",
      createdAt: new Date(0).toISOString()
    })
    yield* house.paid(5_000)
    const identity = { workspaceId: house.owner.workspaceId, scope: "wallet", key: "payout-1", hash: "same" }
    return (amount?: number) => house.payouts.start(house.owner, request(recipient.id, amount), identity)
  })

  for (const fault of [
    { kind: "accept-then-drop" },
    { kind: "accept-then-status", status: 500, name: "api_error" },
    { kind: "drop-before" }
  ] as const) {
    it.live(`is one transfer and one entry although its call met ${fault.kind}`, () =>
      within(
        Effect.fnUntraced(function* (house) {
          const payout = yield* start(house)
          yield* house.stripe.faultOn("POST /v1/transfers").next(fault)
          yield* payout()
          yield* house.forward(10_000)
          yield* house.sweeper.round
          assert.strictEqual((yield* payout()).status, "paid")
          assert.strictEqual((yield* house.stripe.transfers).length, 1)
          assert.deepStrictEqual(yield* house.entries, ["credit 5000 stripe_payment", "debit -1500 manual"])
        })
      )
    )
  }

  it.live("that Stripe refuses leaves nothing behind", () =>
    within(
      Effect.fnUntraced(function* (house) {
        const payout = yield* start(house)
        const failed = yield* payout()
        assert.deepInclude(failed, { status: "failed", transferId: "" })
        assert.strictEqual(yield* house.available, 5_000)
        assert.deepStrictEqual(yield* house.entries, ["credit 5000 stripe_payment"])
        const { holds } = yield* house.store.holds(house.owner.workspaceId, "open", { limit: 10, offset: 0 })
        assert.isEmpty(holds)
        assert.strictEqual((yield* payout()).status, "failed")
      }),
      { balance: 100 }
    )
  )

  it.live("whose answer was lost is found a week later instead of made again", () =>
    within(
      Effect.fnUntraced(function* (house) {
        const payout = yield* start(house)
        yield* house.stripe.faultOn("POST /v1/transfers").next({ kind: "accept-then-drop" })
        yield* house.stripe.faultOn("GET /v1/transfers").next({ kind: "drop-before" })
        assert.strictEqual((yield* payout()).status, "pending")
        assert.strictEqual(yield* house.available, 3_500)
        yield* house.forward(7 * day)
        yield* house.sweeper.round
        assert.strictEqual((yield* payout()).status, "paid")
        assert.strictEqual((yield* house.stripe.transfers).length, 1)
      })
    )
  )

  it.live("that two pursue at once is settled as what is true, whoever is quicker", () =>
    within(
      Effect.fnUntraced(function* (house) {
        const payout = yield* start(house)
        // One was refused and found nothing; while it says so, the other has made the transfer.
        yield* house.stripe.faultOn("POST /v1/transfers").next({ kind: "drop-before" })
        yield* payout()
        const [row] = yield* house.paymentStore.livePayouts(house.owner.workspaceId, 1)
        if (row === undefined) return assert.fail("there is no row")
        yield* house.stripe.faultOn("POST /v1/transfers").next({ kind: "status", status: 400, name: "not_now" })
        assert.isTrue(yield* house.payouts.pursue(row))
        assert.strictEqual((yield* payout()).status, "failed")
        assert.strictEqual(yield* house.available, 5_000)
        assert.isTrue(yield* house.payouts.pursue(row))
        assert.deepInclude(yield* payout(), { status: "paid" })
        assert.strictEqual((yield* house.stripe.transfers).length, 1)
        assert.deepStrictEqual(yield* house.entries, ["credit 5000 stripe_payment", "debit -1500 manual"])
        assert.isEmpty(yield* house.drift)
      })
    )
  )

  it.live("that failed and turns up all the same is booked, told or not", () =>
    within(
      Effect.fnUntraced(function* (house) {
        const payout = yield* start(house)
        yield* house.stripe.faultOn("POST /v1/transfers").next({ kind: "status", status: 400, name: "not_now" })
        assert.strictEqual((yield* payout()).status, "failed")
        const [row] = yield* house.paymentStore.livePayouts(house.owner.workspaceId, 1)
        yield* house.provider.createTransfer({
          payoutId: row?.id ?? "",
          workspaceId: house.owner.workspaceId,
          connectAccountId: "acct_ada",
          amount: 1_500,
          currency: "usd",
          description: "A film",
          idempotencyKey: "another"
        })
        yield* house.deliver({ drop: 1 })
        yield* house.forward(2 * 3_600_000)
        yield* house.sweeper.round
        assert.strictEqual((yield* payout()).status, "paid")
        assert.strictEqual(yield* house.balance, 3_500)
      })
    )
  )

  it.live("is made once, and whoever asks meanwhile is told what became of it", () =>
    within(
      Effect.fnUntraced(function* (house) {
        const payout = yield* start(house)
        const answers = yield* Effect.all([payout(), payout(), payout()], { concurrency: "unbounded" })
        const [first] = answers
        assert.strictEqual(first?.status, "paid")
        for (const answer of answers) assert.deepStrictEqual(answer, first)
        assert.strictEqual((yield* house.stripe.received).filter(({ path }) => path === "/v1/transfers").length, 1)
      })
    )
  )

  it.live("that was cut off is gone on with when it is asked for again, not when its hand lets go", () =>
    within(
      Effect.fnUntraced(function* (house) {
        const payout = yield* start(house)
        yield* house.stripe.faultOn("POST /v1/transfers").next({ kind: "drop-before" })
        assert.strictEqual((yield* payout()).status, "pending")
        // As whoever made it would have left it.
        const [row] = yield* house.paymentStore.livePayouts(house.owner.workspaceId, 1)
        yield* house.paymentStore.putOffPayout(row?.id ?? "", (yield* Clock.currentTimeMillis) + day)
        assert.strictEqual((yield* payout()).status, "paid")
        assert.strictEqual((yield* house.stripe.transfers).length, 1)
      })
    )
  )

  it.live("is one transfer and one entry in the hands of two processes", () =>
    within(
      Effect.fnUntraced(function* (house) {
        const payout = yield* start(house)
        const held = yield* Latch.make()
        yield* house.stripe.faultOn("POST /v1/transfers").next({ kind: "slow", latch: held })
        const first = yield* Effect.forkScoped(payout())
        const asked = Effect.map(house.stripe.received, (all) => all.some(({ path }) => path === "/v1/transfers"))
        yield* Effect.repeat(asked, { until: (isAsked) => isAsked, schedule: Schedule.spaced("5 millis") })
        const [row] = yield* house.paymentStore.livePayouts(house.owner.workspaceId, 1)
        const other = yield* house.otherPayouts
        if (row !== undefined) yield* Effect.exit(other.pursue(row))
        yield* held.open
        assert.strictEqual((yield* Fiber.join(first)).status, "paid")
        assert.strictEqual((yield* house.stripe.transfers).length, 1)
        assert.deepStrictEqual(yield* house.entries, ["credit 5000 stripe_payment", "debit -1500 manual"])
      })
    )
  )

  it.live("that comes back in part and in whole is given back, and the books agree", () =>
    within(
      Effect.fnUntraced(function* (house) {
        const payout = yield* start(house)
        const { transferId } = yield* payout()
        yield* house.stripe.reverse(transferId, 400)
        yield* house.deliver()
        assert.strictEqual(yield* house.balance, 3_900)
        assert.deepInclude(yield* payout(), { status: "paid" })
        assert.deepStrictEqual((yield* payout()).metadata?.["reversed"], 400)
        yield* house.stripe.reverse(transferId)
        yield* house.deliver({ drop: 1 })
        yield* house.sweeper.payments(house.owner.workspaceId)
        assert.deepInclude(yield* payout(), { status: "canceled" })
        assert.deepStrictEqual((yield* house.entries).slice(1), [
          "debit -1500 manual",
          "refund 400 refund",
          "refund 1100 refund"
        ])
        const books = yield* Stream.runCollect(
          house.store.budgetLedger(house.owner.workspaceId, { from: 0, to: Date.UTC(2100, 0, 1) })
        )
        assert.deepStrictEqual(
          books.map(({ amount, type }) => `${type} ${amount}`),
          ["actual 1500", "adjustment -400", "adjustment -1100"]
        )
        assert.isEmpty(yield* house.drift)
      })
    )
  )

  it.live("of somebody else in the same Stripe account is none of our business", () =>
    within(
      Effect.fnUntraced(function* (house) {
        yield* house.provider.createTransfer({
          payoutId: "payout_of_another",
          workspaceId: "ws_other",
          connectAccountId: "acct_ada",
          amount: 100,
          currency: "usd",
          description: "theirs",
          idempotencyKey: "theirs"
        })
        const deliveries = yield* house.deliver()
        assert.isTrue(deliveries.every(({ outcome }) => outcome === 200))
        assert.isEmpty(yield* house.paymentStore.dueNotices((yield* Clock.currentTimeMillis) + day, 10))
        assert.strictEqual((yield* Effect.flip(house.payouts.hear("tr_none")))._tag, "PayoutNotFound")
      })
    )
  )

  it.live("that waits is made by a sweep of its workspace, and waits on where nothing was done", () =>
    within(
      Effect.fnUntraced(function* (house) {
        const payout = yield* start(house)
        yield* house.stripe.faultOn("POST /v1/transfers").next({ kind: "status", status: 429, name: "rate_limit" })
        assert.strictEqual((yield* payout()).status, "pending")
        yield* house.forward(10_000)
        yield* house.sweeper.payments(house.owner.workspaceId)
        assert.strictEqual((yield* payout()).status, "paid")
        assert.strictEqual((yield* house.stripe.transfers).length, 1)
      })
    )
  )

  it.live("is made a day late where it was not made before, and not twice", () =>
    within(
      Effect.fnUntraced(function* (house) {
        const payout = yield* start(house)
        yield* house.stripe.faultOn("POST /v1/transfers").next({ kind: "drop-before" })
        yield* payout()
        yield* house.forward(2 * day)
        yield* house.sweeper.round
        yield* house.sweeper.round
        assert.strictEqual((yield* payout()).status, "paid")
        assert.strictEqual((yield* house.stripe.transfers).length, 1)
      })
    )
  )
})
