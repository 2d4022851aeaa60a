/**
 * What every payment provider promises of a payment once it is made, of transfers, and of what it refuses.
 */
import { assert } from "@effect/vitest"
import { Effect, Option, Stream } from "effect"
import { TestClock } from "effect/testing"
import { hour, payout, rejected, topUp, unavailable, wholeSecond } from "./PaymentSubject.ts"
import type { Kept } from "./PaymentSubject.ts"

export const afterwards: Readonly<Record<string, Kept>> = {
  "shows what was refunded in all refunds together, and refuses more than there is": Effect.fnUntraced(
    function* (subject) {
      const { paymentIntentId } = yield* subject.provider.createPayment(topUp(subject.workspaceId))
      yield* subject.confirm(paymentIntentId)
      yield* subject.refund(paymentIntentId, 500)
      yield* subject.refund(paymentIntentId, 700)
      yield* Effect.flip(subject.refund(paymentIntentId, 1301))
      const payment = yield* subject.provider.getPayment(paymentIntentId)
      assert.deepInclude(payment, { status: "succeeded", amountReceived: 2500, amountRefunded: 1200 })
    }
  ),
  "shows a dispute from its opening to its end": Effect.fnUntraced(function* (subject) {
    const { paymentIntentId } = yield* subject.provider.createPayment(topUp(subject.workspaceId))
    yield* subject.confirm(paymentIntentId)
    assert.isEmpty((yield* subject.provider.getPayment(paymentIntentId)).disputes)
    let id: string | undefined
    for (const status of ["needs_response", "under_review", "lost"] as const) {
      yield* subject.dispute(paymentIntentId, status)
      const { disputes } = yield* subject.provider.getPayment(paymentIntentId)
      id ??= disputes[0]?.id
      assert.deepStrictEqual(disputes, [{ id: id ?? "", status, amount: 2500 }])
    }
    // Another one, of the same payment.
    yield* subject.dispute(paymentIntentId, "needs_response", 700)
    const { disputes } = yield* subject.provider.getPayment(paymentIntentId)
    const all = disputes.map(({ amount, status }) => ({ amount, status }))
    assert.sameDeepMembers(all, [
      { amount: 2500, status: "lost" },
      { amount: 700, status: "needs_response" }
    ])
  }),
  "lists what was created in a range, newest first, over many pages": Effect.fnUntraced(function* (subject) {
    const { provider, workspaceId } = subject
    const begin = yield* wholeSecond
    const ours: Array<string> = []
    for (let n = 0; n < 205; n += 1) {
      if (n % 40 === 0) yield* TestClock.adjust("1 second")
      const key = `list:${n}:${workspaceId}`
      ours.push((yield* provider.createPayment(topUp(workspaceId, { idempotencyKey: key }))).paymentIntentId)
    }
    const after = (n: number) => new Date(begin + n * 1000)
    const list = (from: number, to: number) =>
      Effect.map(Stream.runCollect(provider.listPayments({ createdFrom: after(from), createdTo: after(to) })), (all) =>
        all.filter(({ metadata }) => metadata["workspaceId"] === workspaceId)
      )
    const all = yield* list(0, 10)
    assert.deepStrictEqual(all.map(({ paymentIntentId }) => paymentIntentId).toSorted(), ours.toSorted())
    const times = all.map(({ created }) => created.getTime())
    assert.deepStrictEqual(
      times,
      times.toSorted((a, b) => b - a)
    )
    assert.deepStrictEqual(
      [(yield* list(1, 2)).length, (yield* list(6, 7)).length, (yield* list(0, 1)).length],
      [40, 5, 0]
    )
  }),
  "lists disputes and refunds with the payments": Effect.fnUntraced(function* (subject) {
    const { paymentIntentId } = yield* subject.provider.createPayment(topUp(subject.workspaceId))
    yield* subject.confirm(paymentIntentId)
    yield* subject.refund(paymentIntentId, 100)
    yield* subject.dispute(paymentIntentId, "needs_response")
    const all = yield* Stream.runCollect(subject.provider.listPayments(yield* hour))
    const listed = all.find((payment) => payment.paymentIntentId === paymentIntentId)
    assert.deepStrictEqual(listed, yield* subject.provider.getPayment(paymentIntentId))
    assert.isNotEmpty(listed?.disputes)
  }),
  "finds a payment by our name for it": Effect.fnUntraced(function* ({ provider, workspaceId }) {
    const { paymentIntentId } = yield* provider.createPayment(topUp(workspaceId))
    const customerId = yield* provider.customer(workspaceId)
    for (const whose of [{}, { customerId }]) {
      const found = yield* provider.findPayment({ ...(yield* hour), paymentId: `pay_${workspaceId}`, ...whose })
      assert.strictEqual(Option.getOrThrow(found).paymentIntentId, paymentIntentId)
    }
    for (const other of [{ paymentId: "pay_none" }, { paymentId: `pay_${workspaceId}`, customerId: "cus_none" }])
      assert.isTrue(Option.isNone(yield* provider.findPayment({ ...(yield* hour), ...other })))
  })
}

export const transfers: Readonly<Record<string, Kept>> = {
  "moves money to a connected account once per key, and shows it": Effect.fnUntraced(function* (subject) {
    const { provider, workspaceId } = subject
    const { createdFrom: at, createdTo } = yield* hour
    const { transferId } = yield* provider.createTransfer(payout(workspaceId))
    assert.deepStrictEqual(yield* provider.createTransfer(payout(workspaceId)), { transferId })
    assert.match(transferId, /^tr_\w+$/)
    const transfer = yield* provider.getTransfer(transferId)
    assert.deepStrictEqual(transfer, {
      transferId,
      payoutId: `payout_${workspaceId}`,
      connectAccountId: "acct_1creator",
      amount: 1200,
      amountReversed: 0,
      currency: "usd",
      metadata: { payoutId: `payout_${workspaceId}`, workspaceId },
      created: at
    })
    assert.deepStrictEqual(yield* provider.findTransfer(`payout_${workspaceId}`), Option.some(transfer))
    assert.isTrue(Option.isNone(yield* provider.findTransfer("payout_none")))
    const all = yield* Stream.runCollect(provider.listTransfers({ createdFrom: at, createdTo }))
    assert.deepStrictEqual(
      all.filter(({ metadata }) => metadata["workspaceId"] === workspaceId),
      [transfer]
    )
  }),
  "shows what came back of a transfer, and refuses to take back more": Effect.fnUntraced(function* (subject) {
    const { provider, workspaceId } = subject
    const { transferId } = yield* provider.createTransfer(payout(workspaceId))
    yield* subject.reverse(transferId, 200)
    assert.strictEqual((yield* provider.getTransfer(transferId)).amountReversed, 200)
    yield* Effect.flip(subject.reverse(transferId, 1001))
    yield* subject.reverse(transferId)
    assert.deepInclude(yield* provider.getTransfer(transferId), { amount: 1200, amountReversed: 1200 })
    yield* Effect.flip(subject.reverse("tr_none"))
  }),
  "refuses another transfer under the same key, and one to nobody": Effect.fnUntraced(function* (subject) {
    const { provider, workspaceId } = subject
    yield* provider.createTransfer(payout(workspaceId))
    const other = unavailable(yield* Effect.flip(provider.createTransfer(payout(workspaceId, { amount: 1 }))))
    assert.deepInclude(other, { reason: "key_reused", outcome: "unknown" })
    const nobody = payout(workspaceId, { connectAccountId: "nobody", idempotencyKey: `nobody:${workspaceId}` })
    assert.strictEqual(rejected(yield* Effect.flip(provider.createTransfer(nobody))).code, "resource_missing")
  })
}

export const refusals: Readonly<Record<string, Kept>> = {
  "refuses amounts, currencies, ids and keys that cannot be": Effect.fnUntraced(function* ({ provider, workspaceId }) {
    for (const [wrong, code] of [
      [{ amount: 0 }, "amount_too_small"],
      [{ amount: -2500 }, "amount_too_small"],
      [{ amount: 10.5 }, "parameter_invalid_integer"],
      [{ amount: Number.NaN }, "parameter_invalid_integer"],
      [{ amount: 100_000_000 }, "amount_too_large"],
      [{ currency: "USD" }, "currency_invalid"],
      [{ idempotencyKey: "" }, "idempotency_key_invalid"],
      [{ idempotencyKey: "k".repeat(256) }, "idempotency_key_invalid"],
      [{ idempotencyKey: "two words" }, "idempotency_key_invalid"]
    ] as const) {
      const payment = rejected(yield* Effect.flip(provider.createPayment(topUp(workspaceId, wrong))))
      const transfer = rejected(yield* Effect.flip(provider.createTransfer(payout(workspaceId, wrong))))
      assert.deepStrictEqual([payment.status, payment.code, transfer.code], [400, code, code])
    }
    const unnamed = rejected(yield* Effect.flip(provider.createPayment(topUp(workspaceId, { paymentId: "" }))))
    assert.strictEqual(unnamed.code, "parameter_invalid_empty")
    yield* provider.createPayment(topUp(workspaceId, { amount: 99_999_999 }))
  }),
  "has no payment and no transfer it did not make": Effect.fnUntraced(function* ({ provider }) {
    for (const asked of [provider.getPayment("pi_none"), provider.getTransfer("tr_none")]) {
      const error = rejected(yield* Effect.flip<unknown, unknown, never>(asked))
      assert.deepInclude(error, { status: 404, type: "invalid_request_error", code: "resource_missing" })
    }
  })
}
