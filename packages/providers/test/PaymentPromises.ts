/**
 * What every payment provider promises of making a payment, with its customer there or away.
 */
import { assert } from "@effect/vitest"
import { Effect, Stream } from "effect"
import { autoReload, hour, rejected, save, topUp, unavailable, wholeSecond } from "./PaymentSubject.ts"
import type { Kept } from "./PaymentSubject.ts"

export const onSession: Readonly<Record<string, Kept>> = {
  "makes a payment that waits for its customer, and is worth nothing until then": Effect.fnUntraced(function* ({
    provider,
    workspaceId
  }) {
    const at = new Date(yield* wholeSecond)
    const created = yield* provider.createPayment(topUp(workspaceId))
    assert.match(created.paymentIntentId, /^pi_\w+$/)
    assert.isTrue(created.clientSecret.startsWith(`${created.paymentIntentId}_secret_`))
    assert.strictEqual(created.status, "requires_payment_method")
    const payment = yield* provider.getPayment(created.paymentIntentId)
    assert.deepStrictEqual(payment, {
      paymentIntentId: created.paymentIntentId,
      clientSecret: created.clientSecret,
      status: "requires_payment_method",
      amount: 2500,
      amountReceived: 0,
      amountRefunded: 0,
      currency: "usd",
      customerId: created.customerId ?? "",
      metadata: {
        workspaceId,
        walletId: `wallet_${workspaceId}`,
        paymentId: `pay_${workspaceId}`,
        purpose: "top_up"
      },
      disputes: [],
      created: at
    })
  }),
  "makes one payment for one key, and answers as at first whatever became of it": Effect.fnUntraced(
    function* (subject) {
      const { provider, workspaceId } = subject
      const first = yield* provider.createPayment(topUp(workspaceId))
      yield* subject.confirm(first.paymentIntentId)
      assert.deepStrictEqual(yield* provider.createPayment(topUp(workspaceId)), first)
      const all = yield* Stream.runCollect(provider.listPayments(yield* hour))
      assert.strictEqual(all.filter(({ metadata }) => metadata["workspaceId"] === workspaceId).length, 1)
    }
  ),
  "refuses another request under the same key": Effect.fnUntraced(function* ({ provider, workspaceId }) {
    yield* provider.createPayment(topUp(workspaceId))
    const error = unavailable(yield* Effect.flip(provider.createPayment(topUp(workspaceId, { amount: 2501 }))))
    assert.deepInclude(error, { reason: "key_reused", outcome: "unknown" })
  }),
  "makes one payment when ten repeats arrive at once": Effect.fnUntraced(function* ({ provider, workspaceId }) {
    const repeats = Array.from({ length: 10 }, () => Effect.exit(provider.createPayment(topUp(workspaceId))))
    yield* Effect.all(repeats, { concurrency: "unbounded" })
    yield* provider.createPayment(topUp(workspaceId))
    const all = yield* Stream.runCollect(provider.listPayments(yield* hour))
    assert.strictEqual(all.filter(({ metadata }) => metadata["workspaceId"] === workspaceId).length, 1)
  }),
  "uses one customer for all payments of a workspace": Effect.fnUntraced(function* ({ provider, workspaceId }) {
    const first = yield* provider.createPayment(topUp(workspaceId))
    const second = yield* provider.createPayment(topUp(workspaceId, { idempotencyKey: `2:${workspaceId}` }))
    const { customerId = "" } = first
    assert.strictEqual(yield* provider.customer(workspaceId), customerId)
    const third = topUp(workspaceId, { idempotencyKey: `3:${workspaceId}`, customerId })
    assert.deepStrictEqual(
      [second.customerId, (yield* provider.createPayment(third)).customerId],
      [customerId, customerId]
    )
  }),
  "has the money once the customer confirms, and a method to charge later": Effect.fnUntraced(function* (subject) {
    const created = yield* subject.provider.createPayment(topUp(subject.workspaceId))
    yield* subject.confirm(created.paymentIntentId)
    const payment = yield* subject.provider.getPayment(created.paymentIntentId)
    assert.deepInclude(payment, { status: "succeeded", amountReceived: 2500, amountRefunded: 0 })
    assert.isString(payment.paymentMethodId)
    assert.isAtLeast(payment.paidAt?.getTime() ?? 0, payment.created.getTime())
    assert.isUndefined(payment.failureCode)
  }),
  "says why a card was declined, and takes another one": Effect.fnUntraced(function* (subject) {
    const { paymentIntentId } = yield* subject.provider.createPayment(topUp(subject.workspaceId))
    yield* subject.confirm(paymentIntentId, { outcome: "declined" })
    const declined = yield* subject.provider.getPayment(paymentIntentId)
    assert.deepInclude(declined, {
      status: "requires_payment_method",
      amountReceived: 0,
      failureCode: "generic_decline",
      failureMessage: "Your card was declined."
    })
    yield* subject.confirm(paymentIntentId)
    const payment = yield* subject.provider.getPayment(paymentIntentId)
    assert.deepInclude(payment, { status: "succeeded", amountReceived: 2500 })
    assert.isUndefined(payment.failureCode)
  }),
  "ends a payment the customer gave up": Effect.fnUntraced(function* (subject) {
    const { paymentIntentId } = yield* subject.provider.createPayment(topUp(subject.workspaceId))
    yield* subject.confirm(paymentIntentId, { outcome: "canceled" })
    const payment = yield* subject.provider.getPayment(paymentIntentId)
    assert.deepInclude(payment, { status: "canceled", amountReceived: 0 })
    yield* Effect.flip(subject.confirm(paymentIntentId))
  })
}

export const offSession: Readonly<Record<string, Kept>> = {
  "charges a saved method at once while the customer is away": Effect.fnUntraced(function* (subject) {
    const saved = yield* save(subject)
    const request = autoReload(subject.workspaceId, saved)
    const created = yield* subject.provider.createPayment(request)
    assert.deepInclude(created, { status: "succeeded", customerId: saved.customerId })
    const payment = yield* subject.provider.getPayment(created.paymentIntentId)
    assert.deepInclude(payment, { status: "succeeded", amountReceived: 5000, ...saved })
    assert.strictEqual(payment.metadata["purpose"], "auto_reload")
    assert.deepStrictEqual(yield* subject.provider.createPayment(request), created)
  }),
  "refuses a charge the bank declines, names the payment it left, and says the same again": Effect.fnUntraced(
    function* (subject) {
      const saved = yield* save(subject, "pm_card_visa_chargeDeclinedInsufficientFunds")
      const charge = subject.provider.createPayment(autoReload(subject.workspaceId, saved))
      const error = rejected(yield* Effect.flip(charge))
      assert.deepInclude(error, {
        status: 402,
        type: "card_error",
        code: "card_declined",
        declineCode: "insufficient_funds"
      })
      assert.deepStrictEqual(rejected(yield* Effect.flip(charge)), error)
      const payment = yield* subject.provider.getPayment(error.paymentIntentId ?? "")
      assert.deepInclude(payment, {
        status: "requires_payment_method",
        amountReceived: 0,
        failureCode: "insufficient_funds"
      })
      yield* subject.confirm(payment.paymentIntentId)
      assert.strictEqual((yield* subject.provider.getPayment(payment.paymentIntentId)).status, "succeeded")
      assert.deepStrictEqual(rejected(yield* Effect.flip(charge)), error)
    }
  ),
  "refuses a charge that needs its customer": Effect.fnUntraced(function* (subject) {
    const saved = yield* save(subject, "pm_card_authenticationRequired")
    const charge = subject.provider.createPayment(autoReload(subject.workspaceId, saved))
    const error = rejected(yield* Effect.flip(charge))
    assert.deepInclude(error, { status: 402, code: "authentication_required" })
  }),
  "refuses a method or a customer it does not know": Effect.fnUntraced(function* (subject) {
    const saved = yield* save(subject)
    for (const wrong of [
      { ...saved, paymentMethodId: "pm_unknown" },
      { ...saved, customerId: "cus_unknown" }
    ]) {
      const charge = subject.provider.createPayment(autoReload(subject.workspaceId, wrong))
      assert.deepInclude(rejected(yield* Effect.flip(charge)), { code: "resource_missing" })
    }
  })
}
