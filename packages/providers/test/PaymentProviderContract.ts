/**
 * What every payment provider promises, as one suite. Each implementation runs it in its own test file.
 */
import { assert, describe, it } from "@effect/vitest"
import { Context, Effect, Option, Stream } from "effect"
import type { Layer, Scope } from "effect"
import { TestClock } from "effect/testing"
import { PaymentProvider, PaymentProviderUnavailable, PaymentRejected } from "../src/PaymentProvider.ts"
import type { CreatePayment, CreateTransfer, DisputeStatus, Service } from "../src/PaymentProvider.ts"
import type { SandboxCard, SandboxOutcome } from "../src/SandboxPayment.ts"
import { SandboxPayments } from "../src/SandboxPayments.ts"

/** A provider, a workspace it has not met, and the customer and bank behind it. */
export interface Subject {
  readonly provider: Service
  readonly workspaceId: string
  readonly confirm: (
    paymentIntentId: string,
    act?: { readonly outcome?: SandboxOutcome; readonly card?: SandboxCard }
  ) => Effect.Effect<unknown, unknown>
  readonly refund: (paymentIntentId: string, amount: number) => Effect.Effect<unknown, unknown>
  readonly dispute: (paymentIntentId: string, status: DisputeStatus) => Effect.Effect<unknown, unknown>
}

/** Both sides of the sandbox's counter, for one workspace. */
export const sandboxSubject = (
  services: Context.Context<PaymentProvider | SandboxPayments>,
  workspaceId: string
): Subject => {
  const counter = Context.get(services, SandboxPayments)
  return {
    provider: Context.get(services, PaymentProvider),
    workspaceId,
    confirm: (paymentIntentId, act) => counter.confirm({ workspaceId, paymentIntentId, ...act }),
    refund: (paymentIntentId, amount) => counter.refund({ workspaceId, paymentIntentId, amount }),
    dispute: (paymentIntentId, status) => counter.dispute({ workspaceId, paymentIntentId, status })
  }
}

export const rejected = (error: unknown): PaymentRejected => {
  assert.instanceOf(error, PaymentRejected)
  return error as PaymentRejected
}

export const unavailable = (error: unknown): PaymentProviderUnavailable => {
  assert.instanceOf(error, PaymentProviderUnavailable)
  return error as PaymentProviderUnavailable
}

const start = Date.UTC(2030, 0, 1)
const day = { createdFrom: new Date(start), createdTo: new Date(start + 24 * 60 * 60 * 1000) }

/** A top-up of 25 USD. The key is the workspace's own, as databases are shared between tests. */
export const topUp = (workspaceId: string, more: Partial<CreatePayment> = {}): CreatePayment => ({
  workspaceId,
  walletId: `wallet_${workspaceId}`,
  paymentId: `pay_${workspaceId}`,
  purpose: "top_up",
  amount: 2500,
  currency: "usd",
  idempotencyKey: `topup:${workspaceId}`,
  ...more
})

export const payout = (workspaceId: string, more: Partial<CreateTransfer> = {}): CreateTransfer => ({
  payoutId: `payout_${workspaceId}`,
  workspaceId,
  connectAccountId: "acct_1creator",
  amount: 1200,
  currency: "usd",
  description: "Video",
  idempotencyKey: `payout:${workspaceId}`,
  ...more
})

/** A saved method that behaves as `card`, from a confirmed top-up. */
export const save = Effect.fnUntraced(function* (subject: Subject, card: SandboxCard = "pm_card_visa") {
  const created = yield* subject.provider.createPayment(topUp(subject.workspaceId))
  yield* subject.confirm(created.paymentIntentId, { card })
  const { customerId, paymentMethodId } = yield* subject.provider.getPayment(created.paymentIntentId)
  return { customerId: customerId ?? "", paymentMethodId: paymentMethodId ?? "" }
})

const autoReload = (workspaceId: string, saved: CreatePayment["saved"]): CreatePayment =>
  topUp(workspaceId, {
    paymentId: `pay_auto_${workspaceId}`,
    purpose: "auto_reload",
    amount: 5000,
    idempotencyKey: `auto:${workspaceId}`,
    ...(saved === undefined ? {} : { saved })
  })

type Kept = (subject: Subject) => Effect.Effect<void, unknown>

const onSession: Readonly<Record<string, Kept>> = {
  "makes a payment that waits for its customer, and is worth nothing until then": Effect.fnUntraced(function* ({
    provider,
    workspaceId
  }) {
    const created = yield* provider.createPayment(topUp(workspaceId))
    assert.match(created.paymentIntentId, /^pi_\w+$/)
    assert.isTrue(created.clientSecret.startsWith(`${created.paymentIntentId}_secret_`))
    assert.strictEqual(created.status, "requires_payment_method")
    const payment = yield* provider.getPayment(created.paymentIntentId)
    assert.deepStrictEqual(payment, {
      paymentIntentId: created.paymentIntentId,
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
      created: new Date(start)
    })
  }),
  "makes one payment for one key, and answers as at first whatever became of it": Effect.fnUntraced(
    function* (subject) {
      const { provider, workspaceId } = subject
      const first = yield* provider.createPayment(topUp(workspaceId))
      yield* subject.confirm(first.paymentIntentId)
      assert.deepStrictEqual(yield* provider.createPayment(topUp(workspaceId)), first)
      const all = yield* Stream.runCollect(provider.listPayments(day))
      assert.strictEqual(all.filter(({ metadata }) => metadata["workspaceId"] === workspaceId).length, 1)
    }
  ),
  "refuses another request under the same key": Effect.fnUntraced(function* ({ provider, workspaceId }) {
    yield* provider.createPayment(topUp(workspaceId))
    const error = rejected(yield* Effect.flip(provider.createPayment(topUp(workspaceId, { amount: 2501 }))))
    assert.deepStrictEqual([error.status, error.type], [400, "idempotency_error"])
  }),
  "makes one payment when ten repeats arrive at once": Effect.fnUntraced(function* ({ provider, workspaceId }) {
    const repeats = Array.from({ length: 10 }, () => Effect.exit(provider.createPayment(topUp(workspaceId))))
    yield* Effect.all(repeats, { concurrency: "unbounded" })
    yield* provider.createPayment(topUp(workspaceId))
    const all = yield* Stream.runCollect(provider.listPayments(day))
    assert.strictEqual(all.filter(({ metadata }) => metadata["workspaceId"] === workspaceId).length, 1)
  }),
  "uses one customer for all payments of a workspace": Effect.fnUntraced(function* ({ provider, workspaceId }) {
    const first = yield* provider.createPayment(topUp(workspaceId))
    const second = yield* provider.createPayment(topUp(workspaceId, { idempotencyKey: `2:${workspaceId}` }))
    const { customerId = "" } = first
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

const offSession: Readonly<Record<string, Kept>> = {
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

const afterwards: Readonly<Record<string, Kept>> = {
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
    assert.isUndefined((yield* subject.provider.getPayment(paymentIntentId)).dispute)
    let id: string | undefined
    for (const status of ["needs_response", "under_review", "lost"] as const) {
      yield* subject.dispute(paymentIntentId, status)
      const { dispute } = yield* subject.provider.getPayment(paymentIntentId)
      id ??= dispute?.id
      assert.deepStrictEqual(dispute, { id: id ?? "", status, amount: 2500 })
    }
  }),
  "lists what was created in a range, newest first, over many pages": Effect.fnUntraced(function* (subject) {
    const { provider, workspaceId } = subject
    const ours: Array<string> = []
    for (let n = 0; n < 205; n += 1) {
      if (n % 40 === 0) yield* TestClock.adjust("1 minute")
      const key = `list:${n}:${workspaceId}`
      ours.push((yield* provider.createPayment(topUp(workspaceId, { idempotencyKey: key }))).paymentIntentId)
    }
    const minute = (n: number) => new Date(start + n * 60_000)
    const list = (from: number, to: number) =>
      Effect.map(
        Stream.runCollect(provider.listPayments({ createdFrom: minute(from), createdTo: minute(to) })),
        (all) => all.filter(({ metadata }) => metadata["workspaceId"] === workspaceId)
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
    const all = yield* Stream.runCollect(subject.provider.listPayments(day))
    const listed = all.find((payment) => payment.paymentIntentId === paymentIntentId)
    assert.deepStrictEqual(listed, yield* subject.provider.getPayment(paymentIntentId))
    assert.isDefined(listed?.dispute)
  }),
  "finds a payment by our name for it": Effect.fnUntraced(function* ({ provider, workspaceId }) {
    const { paymentIntentId } = yield* provider.createPayment(topUp(workspaceId))
    const found = yield* provider.findPayment({ ...day, paymentId: `pay_${workspaceId}` })
    assert.strictEqual(Option.getOrThrow(found).paymentIntentId, paymentIntentId)
    assert.isTrue(Option.isNone(yield* provider.findPayment({ ...day, paymentId: "pay_none" })))
  })
}

const transfers: Readonly<Record<string, Kept>> = {
  "moves money to a connected account once per key, and shows it": Effect.fnUntraced(function* (subject) {
    const { provider, workspaceId } = subject
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
      created: new Date(start)
    })
    assert.deepStrictEqual(yield* provider.findTransfer(`payout_${workspaceId}`), Option.some(transfer))
    assert.isTrue(Option.isNone(yield* provider.findTransfer("payout_none")))
    const all = yield* Stream.runCollect(provider.listTransfers(day))
    assert.deepStrictEqual(
      all.filter(({ metadata }) => metadata["workspaceId"] === workspaceId),
      [transfer]
    )
  }),
  "refuses another transfer under the same key, and one to nobody": Effect.fnUntraced(function* (subject) {
    const { provider, workspaceId } = subject
    yield* provider.createTransfer(payout(workspaceId))
    const other = rejected(yield* Effect.flip(provider.createTransfer(payout(workspaceId, { amount: 1 }))))
    assert.strictEqual(other.type, "idempotency_error")
    const nobody = payout(workspaceId, { connectAccountId: "nobody", idempotencyKey: `nobody:${workspaceId}` })
    assert.strictEqual(rejected(yield* Effect.flip(provider.createTransfer(nobody))).code, "resource_missing")
  })
}

const refusals: Readonly<Record<string, Kept>> = {
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

/** `subject` makes a provider and a fresh workspace; `requirements` are its database, where it has one. */
export const paymentProviderContract = <E, R, RE>(
  name: string,
  subject: Effect.Effect<Subject, E, R | Scope.Scope>,
  requirements: Layer.Layer<R, RE>
): void => {
  describe(`${name} as a payment provider`, () => {
    for (const promises of [onSession, offSession, afterwards, transfers, refusals]) {
      for (const [sentence, promise] of Object.entries(promises)) {
        it.effect(sentence, () =>
          TestClock.setTime(start).pipe(Effect.andThen(subject), Effect.flatMap(promise), Effect.provide(requirements))
        )
      }
    }
  })
}
