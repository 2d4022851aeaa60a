/**
 * What the contract of payment providers is tried on, and what it asks of it.
 */
import { assert } from "@effect/vitest"
import { Clock, Context, Effect } from "effect"
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
  readonly dispute: (paymentIntentId: string, status: DisputeStatus, amount?: number) => Effect.Effect<unknown, unknown>
  readonly reverse: (transferId: string, amount?: number) => Effect.Effect<unknown, unknown>
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
    dispute: (paymentIntentId, status, amount) =>
      counter.dispute({ workspaceId, paymentIntentId, status, ...(amount === undefined ? {} : { amount }) }),
    reverse: (transferId, amount) =>
      counter.reverse({ workspaceId, transferId, ...(amount === undefined ? {} : { amount }) })
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

/**
 * The time in whole seconds. Tests go on from where the clock is and by seconds only: a database's connections do not
 * outlive a jump.
 */
export const wholeSecond = Effect.map(Clock.currentTimeMillis, (millis) => Math.floor(millis / 1000) * 1000)

/** The hour from now on. */
export const hour = Effect.map(wholeSecond, (millis) => ({
  createdFrom: new Date(millis),
  createdTo: new Date(millis + 60 * 60 * 1000)
}))

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

export const autoReload = (workspaceId: string, saved: CreatePayment["saved"]): CreatePayment =>
  topUp(workspaceId, {
    paymentId: `pay_auto_${workspaceId}`,
    purpose: "auto_reload",
    amount: 5000,
    idempotencyKey: `auto:${workspaceId}`,
    ...(saved === undefined ? {} : { saved })
  })

export type Kept = (subject: Subject) => Effect.Effect<void, unknown>
