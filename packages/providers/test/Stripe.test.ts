import { assert, describe, it } from "@effect/vitest"
import { Effect, Fiber, Latch, Option, Redacted, Stream } from "effect"
import { TestClock } from "effect/testing"
import * as Stripe from "../src/Stripe.ts"
import { payout, rejected, save, topUp, unavailable } from "./PaymentSubject.ts"
import { start, subject } from "./StripeHarness.ts"

const making = "POST /v1/payment_intents"
const day = { createdFrom: new Date(0), createdTo: new Date(24 * 60 * 60 * 1000) }

/** A payment for a customer there is, which is one request. */
const startWithCustomer = Effect.fnUntraced(function* (settings: Parameters<typeof start>[0] = {}) {
  const { emulator, provider } = yield* start(settings)
  const { customerId = "" } = yield* provider.createPayment(topUp("ws_1", { idempotencyKey: "first" }))
  const again = topUp("ws_1", { customerId, paymentId: "pay_again", idempotencyKey: "again" })
  return { emulator, provider, again, create: provider.createPayment(again) }
})

describe("Stripe: what is asked", () => {
  it.effect("makes a customer and a payment that saves its method, each under its key, in the client's version", () =>
    Effect.gen(function* () {
      const { emulator, provider } = yield* start()
      const { customerId = "" } = yield* provider.createPayment(topUp("ws_1"))
      const received = yield* emulator.received
      const version = "2026-10-28.endive"
      assert.deepStrictEqual(
        received.map(({ form, ...rest }) => ({ ...rest, form: Object.fromEntries(new URLSearchParams(form)) })),
        [
          {
            method: "POST",
            path: "/v1/customers",
            idempotencyKey: "customer:ws_1",
            version,
            form: { "metadata[workspaceId]": "ws_1" }
          },
          {
            method: "POST",
            path: "/v1/payment_intents",
            idempotencyKey: "topup:ws_1",
            version,
            form: {
              amount: "2500",
              currency: "usd",
              "metadata[workspaceId]": "ws_1",
              "metadata[walletId]": "wallet_ws_1",
              "metadata[paymentId]": "pay_ws_1",
              "metadata[purpose]": "top_up",
              customer: customerId,
              "automatic_payment_methods[enabled]": "true",
              setup_future_usage: "off_session"
            }
          }
        ]
      )
    })
  )

  it.effect("confirms a charge of a saved method in the request that makes it, with nobody to redirect", () =>
    Effect.gen(function* () {
      const { emulator, provider } = yield* start()
      const { paymentIntentId } = yield* provider.createPayment(topUp("ws_1"))
      yield* emulator.confirm(paymentIntentId)
      const { customerId = "", paymentMethodId = "" } = yield* provider.getPayment(paymentIntentId)
      yield* provider.createPayment(topUp("ws_1", { idempotencyKey: "auto", saved: { customerId, paymentMethodId } }))
      const form = Object.fromEntries(new URLSearchParams((yield* emulator.received).at(-1)?.form))
      assert.deepInclude(form, {
        customer: customerId,
        payment_method: paymentMethodId,
        off_session: "true",
        confirm: "true",
        "automatic_payment_methods[allow_redirects]": "never"
      })
      assert.notProperty(form, "setup_future_usage")
    })
  )

  it.effect("refuses what cannot be without asking", () =>
    Effect.gen(function* () {
      const { emulator, provider } = yield* start()
      yield* Effect.flip(provider.createPayment(topUp("ws_1", { amount: 0 })))
      yield* Effect.flip(provider.createTransfer(payout("ws_1", { idempotencyKey: "two words" })))
      assert.deepStrictEqual(yield* emulator.received, [])
    })
  )

  it.effect("names the payout in the transfer, twice: to find it and to know it", () =>
    Effect.gen(function* () {
      const { emulator, provider } = yield* start()
      yield* provider.createTransfer(payout("ws_1"))
      const [transfer] = yield* emulator.transfers
      assert.deepInclude(transfer, {
        destination: "acct_1creator",
        description: "Video",
        transfer_group: "payout_ws_1"
      })
      assert.deepStrictEqual(transfer?.metadata, { payoutId: "payout_ws_1", workspaceId: "ws_1" })
    })
  )

  it.effect("takes a key that Stripe does not accept for our own trouble, not for a refusal of what was asked", () =>
    Effect.gen(function* () {
      const { provider } = yield* start({ apiKey: "wrong" })
      const wrong = unavailable(yield* Effect.flip(provider.createPayment(topUp("ws_1"))))
      assert.deepInclude(wrong, { reason: "not_authorized", outcome: "not_done", status: 401 })
      const { create, emulator } = yield* startWithCustomer({ limits: { failures: 1 } })
      yield* emulator.faultOn(making).next({ kind: "status", status: 403, name: "more_permissions_required" })
      const forbidden = unavailable(yield* Effect.flip(create))
      assert.deepInclude(forbidden, { reason: "not_authorized", outcome: "not_done", status: 403 })
      yield* create
    })
  )

  it.effect("passes on the vendor's own refusals: too small an amount, too little money", () =>
    Effect.gen(function* () {
      const { create, emulator, provider: other } = yield* startWithCustomer({ emulator: { balance: 1300 } })
      yield* create
      const small = rejected(yield* Effect.flip(other.createPayment(topUp("ws_1", { amount: 49 }))))
      assert.strictEqual(small.code, "amount_too_small")
      yield* other.createTransfer(payout("ws_1"))
      const poor = other.createTransfer(payout("ws_1", { payoutId: "payout_2", idempotencyKey: "payout-2" }))
      assert.strictEqual(rejected(yield* Effect.flip(poor)).code, "balance_insufficient")
      assert.strictEqual((yield* emulator.transfers).length, 1)
    })
  )

  it.effect("reports a method the bank was told not to pay with any more", () =>
    Effect.gen(function* () {
      const { emulator, provider } = yield* start()
      const tried = { ...(yield* subject), provider }
      const saved = yield* save({ ...tried, confirm: (id) => emulator.confirm(id) })
      yield* emulator.deauthorise(saved.paymentMethodId)
      const charge = provider.createPayment(topUp("ws_1", { idempotencyKey: "auto", saved }))
      const error = rejected(yield* Effect.flip(charge))
      assert.deepStrictEqual([error.status, error.declineCode], [402, "revocation_of_authorization"])
      assert.isDefined(error.paymentIntentId)
    })
  )
})

describe("Stripe: when asking fails", () => {
  for (const [what, fault, reason] of [
    ["a server error", { kind: "status", status: 500, name: "api_error" }, "server"],
    ["a failure of somebody behind the vendor", { kind: "status", status: 424, name: "external" }, "server"],
    ["an error page", { kind: "body", status: 502, contentType: "text/html", body: "<h1>Bad</h1>" }, "invalid_answer"],
    ["a foreign error", { kind: "body", status: 503, contentType: "application/json", body: "{}" }, "invalid_answer"],
    ["an empty answer", { kind: "body", status: 200, contentType: "text/plain", body: "" }, "invalid_answer"],
    [
      "an answer that is null",
      { kind: "body", status: 200, contentType: "text/plain", body: "null" },
      "invalid_answer"
    ],
    ["a dropped connection", { kind: "drop-before" }, "network"]
  ] as const) {
    it.effect(`asks once and leaves the outcome open after ${what}`, () =>
      Effect.gen(function* () {
        const { create, emulator } = yield* startWithCustomer()
        yield* emulator.faultOn(making).next(fault)
        const before = (yield* emulator.received).length
        const error = unavailable(yield* Effect.flip(create))
        assert.deepStrictEqual([error.reason, error.outcome], [reason, "unknown"])
        assert.strictEqual((yield* emulator.received).length, before + 1)
        assert.strictEqual((yield* create).status, "requires_payment_method")
      })
    )
  }

  it.effect("passes on how long a rate limit asks to wait, nothing being done", () =>
    Effect.gen(function* () {
      const { create, emulator } = yield* startWithCustomer()
      yield* emulator.faultOn(making).next({ kind: "status", status: 429, name: "rate_limit", retryAfter: "3" })
      assert.deepInclude(unavailable(yield* Effect.flip(create)), {
        reason: "rate_limited",
        outcome: "not_done",
        status: 429,
        code: "rate_limit",
        retryAfterMillis: 3000
      })
    })
  )

  it.effect("knows that nothing was done where nobody listens", () =>
    Effect.gen(function* () {
      const { url } = yield* Effect.scoped(Effect.map(start(), ({ emulator }) => emulator))
      const provider = yield* Stripe.make({ apiKey: Redacted.make("sk_test_1"), baseUrl: new URL(url) })
      const error = unavailable(yield* Effect.flip(provider.createPayment(topUp("ws_1"))))
      assert.deepStrictEqual([error.reason, error.outcome], ["network", "not_done"])
    })
  )

  it.effect("makes nothing twice when the answer is lost", () =>
    Effect.gen(function* () {
      const { create, emulator } = yield* startWithCustomer()
      yield* emulator.faultOn(making).next({ kind: "accept-then-drop" })
      const error = unavailable(yield* Effect.flip(create))
      assert.deepStrictEqual([error.reason, error.outcome], ["network", "unknown"])
      const { paymentIntentId } = yield* create
      const ids = (yield* emulator.payments).map(({ id }) => id)
      assert.deepStrictEqual([ids.length, ids.at(-1)], [2, paymentIntentId])
    })
  )

  it.effect("finds by name what a stored server error hides, however often it is repeated", () =>
    Effect.gen(function* () {
      const { create, emulator, provider, again } = yield* startWithCustomer()
      yield* emulator.faultOn(making).next({ kind: "accept-then-status", status: 500, name: "api_error" })
      for (let n = 0; n < 3; n += 1) {
        const error = unavailable(yield* Effect.flip(create))
        assert.deepStrictEqual([error.reason, error.outcome, error.status], ["server", "unknown", 500])
      }
      const found = yield* provider.findPayment({ ...day, paymentId: again.paymentId })
      assert.strictEqual(Option.getOrThrow(found).paymentIntentId, (yield* emulator.payments).at(-1)?.id)

      yield* emulator.faultOn("POST /v1/transfers").next({ kind: "accept-then-status", status: 500, name: "api_error" })
      yield* Effect.flip(provider.createTransfer(payout("ws_1")))
      const transfer = yield* provider.findTransfer("payout_ws_1")
      assert.strictEqual(Option.getOrThrow(transfer).transferId, (yield* emulator.transfers)[0]?.id)
    })
  )

  it.effect("forgets a key after a day, which is why one looks before repeating that late", () =>
    Effect.gen(function* () {
      const { create, emulator } = yield* startWithCustomer()
      yield* create
      yield* TestClock.adjust("23 hours")
      yield* create
      assert.strictEqual((yield* emulator.payments).length, 2)
      yield* TestClock.adjust("1 hour")
      yield* create
      assert.strictEqual((yield* emulator.payments).length, 3)
    })
  )

  it.effect("gives up after thirty seconds, and a repeat finds the payment made", () =>
    Effect.gen(function* () {
      const { create, emulator } = yield* startWithCustomer()
      const latch = yield* Latch.make()
      const slow = yield* emulator.faultOn(making).next({ kind: "slow", latch })
      const fiber = yield* Effect.forkChild(Effect.flip(create))
      yield* slow.reached
      yield* TestClock.adjust("29999 millis")
      assert.isUndefined(fiber.pollUnsafe())
      yield* TestClock.adjust("1 millis")
      const error = unavailable(yield* Fiber.join(fiber))
      assert.deepStrictEqual([error.reason, error.outcome], ["timeout", "unknown"])
      const running = unavailable(yield* Effect.flip(create))
      assert.deepStrictEqual([running.reason, running.outcome, running.status], ["in_progress", "unknown", 409])
      yield* latch.open
      yield* create.pipe(
        Effect.retry({ while: (failure) => unavailable(failure).reason === "in_progress", times: 100 })
      )
      assert.strictEqual((yield* emulator.payments).length, 2)
    })
  )

  it.effect("stops asking after repeated failures, then lets one call try", () =>
    Effect.gen(function* () {
      const { create, emulator, provider } = yield* startWithCustomer({ limits: { failures: 2 } })
      for (let n = 0; n < 2; n += 1) {
        yield* emulator.faultOn(making).next({ kind: "status", status: 500, name: "api_error" })
        yield* Effect.flip(create)
      }
      const open = unavailable(yield* Effect.flip(provider.getPayment("pi_1")))
      assert.deepStrictEqual([open.reason, open.outcome, open.retryAfterMillis], ["circuit_open", "not_done", 30_000])
      yield* TestClock.adjust("30 seconds")
      yield* create
    })
  )

  it.effect("keeps asking a vendor that answers, however often it says no", () =>
    Effect.gen(function* () {
      const { create, emulator } = yield* startWithCustomer({ limits: { failures: 1 } })
      for (const status of [402, 429, 400, 409, 404]) {
        yield* emulator.faultOn(making).next({ kind: "status", status, name: "no" })
        yield* Effect.flip(create)
      }
      yield* create
    })
  )

  it.effect("fails a list in the middle rather than end it early", () =>
    Effect.gen(function* () {
      const { emulator, provider } = yield* start()
      for (let n = 0; n < 101; n += 1) {
        yield* provider.createTransfer(payout("ws_1", { idempotencyKey: `payout-${n}` }))
      }
      const latch = yield* Latch.make(true)
      const list = emulator.faultOn("GET /v1/transfers")
      yield* list.next({ kind: "slow", latch })
      yield* list.next({ kind: "status", status: 500, name: "api_error" })
      const error = unavailable(yield* Effect.flip(Stream.runCollect(provider.listTransfers(day))))
      assert.strictEqual(error.reason, "server")
      assert.strictEqual((yield* Stream.runCollect(provider.listTransfers(day))).length, 101)
    })
  )

  it.effect("never shows its key", () =>
    Effect.gen(function* () {
      const { create, emulator } = yield* startWithCustomer({ apiKey: "sk_test_hidden" })
      yield* emulator.faultOn(making).next({ kind: "drop-before" })
      const error = yield* Effect.flip(create)
      assert.notInclude(`${String(error)}${JSON.stringify(error)}`, "hidden")
    })
  )
})
