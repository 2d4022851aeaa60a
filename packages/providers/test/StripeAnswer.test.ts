import { assert, describe, it } from "@effect/vitest"
import { Schema } from "effect"
import * as StripeAnswer from "../src/StripeAnswer.ts"
import { toFailure } from "../src/StripeFailure.ts"

const bare = {
  id: "pi_1",
  status: "requires_payment_method",
  customer: null,
  amount: 2500,
  amount_received: 0,
  currency: "usd",
  payment_method: null,
  latest_charge: null,
  last_payment_error: null,
  metadata: {},
  created: 60
}
const paymentOf = (part: Readonly<Record<string, unknown>>) =>
  StripeAnswer.toPayment(Schema.decodeUnknownSync(StripeAnswer.Intent)({ ...bare, ...part }), [])

describe("what Stripe answers", () => {
  it("is a payment with what is known of it, and nothing made up for what is not", () => {
    assert.deepStrictEqual(paymentOf({}), {
      paymentIntentId: "pi_1",
      status: "requires_payment_method",
      amount: 2500,
      amountReceived: 0,
      amountRefunded: 0,
      currency: "usd",
      metadata: {},
      disputes: [],
      created: new Date(60_000)
    })
    assert.deepStrictEqual(
      StripeAnswer.toCreated({ id: "pi_1", status: "processing", customer: null, client_secret: "s" }),
      { paymentIntentId: "pi_1", clientSecret: "s", status: "processing" }
    )
  })

  it("names a customer alike by its id and as a whole object", () => {
    assert.strictEqual(paymentOf({ customer: "cus_1" }).customerId, "cus_1")
    assert.strictEqual(paymentOf({ customer: { id: "cus_1" } }).customerId, "cus_1")
  })

  it("says why the last attempt failed, by the bank's own code first, unless it succeeded in the end", () => {
    const error = { code: "card_declined", decline_code: "insufficient_funds", message: "No." }
    assert.deepInclude(paymentOf({ last_payment_error: error }), {
      failureCode: "insufficient_funds",
      failureMessage: "No."
    })
    assert.strictEqual(paymentOf({ last_payment_error: { code: "expired_card" } }).failureCode, "expired_card")
    assert.notProperty(paymentOf({ last_payment_error: error, status: "succeeded" }), "failureCode")
  })

  it("is a transfer of ours by the payout it names, and of nobody's where it names none", () => {
    const transfer = {
      id: "tr_1",
      amount: 100,
      amount_reversed: 0,
      currency: "usd",
      destination: null,
      metadata: {},
      created: 60
    }
    const nameless = StripeAnswer.toTransfer(transfer)
    assert.notProperty(nameless, "payoutId")
    assert.strictEqual(nameless.connectAccountId, "")
    const named = StripeAnswer.toTransfer({ ...transfer, destination: "acct_1", metadata: { payoutId: "out_1" } })
    assert.deepInclude(named, { payoutId: "out_1", connectAccountId: "acct_1" })
  })
})

describe("what Stripe's client throws", () => {
  const connection = (code: string) => toFailure({ type: "StripeConnectionError", message: "No.", detail: { code } }, 0)

  it("tells a connection that timed out from one that broke, and from one that never came about", () => {
    assert.deepInclude(connection("ETIMEDOUT"), { reason: "timeout", outcome: "unknown" })
    assert.deepInclude(connection("ECONNRESET"), { reason: "network", outcome: "unknown" })
    assert.deepInclude(connection("ECONNREFUSED"), { reason: "network", outcome: "not_done" })
  })

  it("is read by the client's own type where the vendor's is missing, with no code where there is none", () => {
    const failed = toFailure({ type: "StripeCardError", statusCode: 402, message: "No." }, 0)
    assert.deepInclude(failed, { _tag: "PaymentRejected", type: "StripeCardError", status: 402 })
    assert.isUndefined("code" in failed ? failed.code : undefined)
    const reused = toFailure({ type: "idempotency_error", statusCode: 400, message: "No." }, 0)
    assert.deepInclude(reused, { reason: "key_reused", outcome: "unknown" })
  })
})
