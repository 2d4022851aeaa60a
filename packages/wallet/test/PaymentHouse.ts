/**
 * Everything that happens around a wallet, on tables in memory, with the vendor's own client talking to an emulator of
 * its API: for the tests of payments, payouts and what comes back. Time can be moved on by days.
 */
import { MemoryTables } from "@loopdrive/actor/MemoryTables"
import { PaymentProvider } from "@loopdrive/providers/PaymentProvider"
import * as Stripe from "@loopdrive/providers/Stripe"
import { StripeWebhook } from "@loopdrive/providers/StripeWebhook"
import * as StripeEmulator from "@loopdrive/testkit/StripeEmulator"
import type { DeliverOptions, Receiver } from "@loopdrive/testkit/StripeDelivery"
import * as MemoryPaymentStore from "@loopdrive/wallet/MemoryPaymentStore"
import { Inbox } from "@loopdrive/wallet/Inbox"
import { Payments } from "@loopdrive/wallet/Payments"
import { PaymentStore } from "@loopdrive/wallet/PaymentStore"
import { Payouts } from "@loopdrive/wallet/Payouts"
import { Reconciliation } from "@loopdrive/wallet/Reconciliation"
import { Reviews } from "@loopdrive/wallet/Reviews"
import { Settlement } from "@loopdrive/wallet/Settlement"
import { Sweeper } from "@loopdrive/wallet/Sweeper"
import { WalletClient } from "@loopdrive/wallet/Client"
import { WalletStore } from "@loopdrive/wallet/WalletStore"
import * as Clock from "effect/Clock"
import * as Context from "effect/Context"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Redacted from "effect/Redacted"
import type * as Scope from "effect/Scope"
import type { Ask } from "../src/core/Command.ts"
import { identity, layerMemory } from "./Wallets.ts"

const secret = "whsec_of_a_test"
const owner = { workspaceId: "ws_test", organizationId: "org_test" }
const page = { limit: 100, offset: 0 }

/** The clock of the machine, moved on. Sleeping takes as long as it always did. */
const movable = Effect.map(Clock.Clock, (real) => {
  let offset = 0
  const millis = () => real.currentTimeMillisUnsafe() + offset
  const clock: Clock.Clock = Object.assign(Object.create(real), {
    currentTimeMillisUnsafe: millis,
    currentTimeMillis: Effect.sync(millis)
  })
  return { clock, forward: (more: number) => Effect.sync(() => void (offset += more)) }
})

const money = Layer.merge(Sweeper.layer, Reconciliation.layerWith("60 millis")).pipe(
  Layer.provideMerge(Inbox.layer),
  Layer.provideMerge(Layer.mergeAll(Payments.layer, Payouts.layer, Reviews.layer)),
  Layer.provideMerge(Settlement.layer),
  Layer.provideMerge(Layer.merge(layerMemory, MemoryPaymentStore.layer)),
  Layer.provideMerge(MemoryTables.layer)
)

const build = Effect.fnUntraced(function* (
  options: Parameters<typeof StripeEmulator.make>[0],
  forward: (millis: number) => Effect.Effect<void>
) {
  const stripe = yield* StripeEmulator.make(options)
  const provider = yield* Stripe.make({
    apiKey: Redacted.make("sk_test_1"),
    baseUrl: new URL(stripe.url),
    limits: { failures: 1_000 }
  })
  const services = yield* Layer.build(Layer.provide(money, Layer.succeed(PaymentProvider, provider)))
  const get = <I, S>(tag: Context.Key<I, S>): S => Context.getUnsafe(services, tag)
  const [wallets, store, paymentStore] = [get(WalletClient), get(WalletStore), get(PaymentStore)]
  const webhook = yield* Effect.map(Layer.build(StripeWebhook.layerWith([Redacted.make(secret)])), (built) =>
    Context.get(built, StripeWebhook)
  )
  const receive: Receiver = ({ body, signature }) =>
    Effect.as(Effect.flatMap(webhook.verify(body, signature), get(Inbox).receive), 200)
  const topUp = (amount: number, key?: string) => get(Payments).topUp(owner, amount, identity(owner, key))

  return {
    owner,
    wallets,
    stripe,
    forward,
    payments: get(Payments),
    /** For what no command would do. */
    tables: get(MemoryTables),
    report: get(Reconciliation).report(owner.workspaceId),
    drift: Effect.map(get(Reconciliation).report(owner.workspaceId), ({ drift }) => drift.map(({ kind }) => kind)),
    sweeper: get(Sweeper),
    reviews: get(Reviews),
    paymentStore,
    store,
    ask: (command: Ask, key?: string) => wallets.ask(owner, command, identity(owner, key)),
    topUp,
    /** A top-up that the customer pays and Stripe tells of. */
    paid: Effect.fnUntraced(function* (amount: number, card?: string) {
      const { paymentIntentId } = yield* topUp(amount)
      yield* stripe.confirm(paymentIntentId, card)
      yield* stripe.deliver({ to: receive, secret })
      return paymentIntentId
    }),
    deliver: (how: Partial<DeliverOptions> = {}) => stripe.deliver({ to: receive, secret, ...how }),
    balance: Effect.map(store.wallet(owner.workspaceId), (wallet) => wallet?.balance),
    available: Effect.map(store.wallet(owner.workspaceId), (wallet) => wallet?.metadata["available"]),
    /** Amount and source of every entry, oldest first. */
    entries: Effect.map(store.transactions(owner.workspaceId, page), ({ transactions }) =>
      transactions.toReversed().map(({ amount, source, type }) => `${type} ${amount} ${source}`)
    ),
    payouts: get(Payouts),
    /** Those of another process. */
    otherPayouts: Effect.provide(
      Effect.map(Layer.build(Layer.fresh(Payouts.layer)), (built) => Context.get(built, Payouts)),
      Context.add(services, PaymentProvider, provider)
    ),
    inbox: get(Inbox),
    settlement: get(Settlement),
    provider,
    statuses: Effect.map(paymentStore.payments(owner.workspaceId, page), ({ payments }) =>
      payments.map(({ status }) => status)
    ),
    alerts: Effect.map(store.alerts(owner.workspaceId, undefined, page), (alerts) =>
      alerts.map(({ message, severity, type }) => `${type} ${severity}: ${message}`)
    )
  }
})

export type House = Effect.Success<ReturnType<typeof build>>

/** Runs a test in a house of its own. */
export const within = <E>(
  test: (house: House) => Effect.Effect<void, E, Scope.Scope>,
  options?: Parameters<typeof StripeEmulator.make>[0]
) =>
  Effect.scoped(
    Effect.flatMap(movable, ({ clock, forward }) =>
      Effect.flatMap(build(options, forward), test).pipe(Effect.provideService(Clock.Clock, clock))
    )
  )
