import { assert, describe, it } from "@effect/vitest"
import { LoopDriveError } from "@loopdrive/sdk/Errors"
import * as StripeEmulator from "@loopdrive/testkit/StripeEmulator"
import * as TemporaryDirectory from "@loopdrive/testkit/TemporaryDirectory"
import * as Effect from "effect/Effect"
import * as RunningServer from "./RunningServer.ts"

const workspace = "ws_default"
const promised = <A>(call: () => Promise<A>) => Effect.promise(call)
/** What the SDK throws. */
const refusal = (call: () => Promise<unknown>) =>
  promised(async () => {
    try {
      await call()
    } catch (error) {
      if (error instanceof LoopDriveError) return error
      throw error
    }
    throw new Error("it was not refused")
  })

describe("the server with Stripe beside it", () => {
  it.live(
    "is topped up, spent, reloaded, refunded and paid out through the SDK, and agrees with Stripe to the cent",
    () =>
      Effect.scoped(
        Effect.gen(function* () {
          const stripe = yield* StripeEmulator.make()
          const dataDir = yield* TemporaryDirectory.make
          const first = yield* RunningServer.start({ dataDir, stripe: stripe.url })
          const { budget } = first.client
          const deliver = (base: string, secret: string, how: { drop?: number } = {}) =>
            stripe.deliver({ to: `${base}/api/webhooks/stripe`, secret, duplicate: 0.5, shuffle: true, ...how })
          assert.strictEqual((yield* promised(() => first.client.ping())).services["payments"], "configured")

          const intent = yield* promised(() => budget.topUpWallet(workspace, 5_000))
          assert.strictEqual(yield* promised(() => budget.getWalletBalance(workspace)), 0)
          yield* stripe.confirm(intent.paymentIntentId)
          yield* deliver(first.base, RunningServer.webhookSecrets[0])
          assert.strictEqual(yield* promised(() => budget.getWalletBalance(workspace)), 5_000)

          yield* promised(() =>
            budget.configureAutoReload(workspace, { enabled: true, threshold: 1_000, amount: 3_000 })
          )
          const hold = yield* promised(() => budget.reserve(workspace, { amount: 4_500, description: "Spring" }))
          yield* promised(() => budget.captureHold(workspace, hold.id, { amount: 4_200, final: true }))
          // The worker charges the saved card by itself.
          yield* RunningServer.until(
            Effect.map(
              promised(() => budget.getWalletBalance(workspace)),
              (balance) => balance === 3_800
            )
          )
          const spend = { type: "debit", amount: 4_000, source: "campaign_spend", description: "too much" } as const
          const refused = yield* refusal(() => budget.postTransaction(workspace, spend))
          assert.deepInclude(refused.details, { requested: 4_000, available: 3_800 })

          const recipient = yield* promised(() =>
            budget.registerRecipient({ connectAccountId: "acct_ada", type: "creator", name: "Ada" })
          )
          const payout = yield* promised(() =>
            budget.payout({ recipientId: recipient.id, amount: 1_000, description: "A film" })
          )
          assert.strictEqual(payout.status, "paid")

          // Killed with money on its way: it was paid and told, and nobody was there to hear it.
          const late = yield* promised(() => budget.topUpWallet(workspace, 700))
          yield* first.child.kill("SIGKILL")
          yield* stripe.confirm(late.paymentIntentId)
          yield* stripe.refund(intent.paymentIntentId, 250)
          yield* deliver(first.base, RunningServer.webhookSecrets[0], { drop: 1 })

          const second = yield* RunningServer.start({ dataDir, stripe: stripe.url })
          yield* RunningServer.until(
            Effect.map(
              promised(() => second.client.budget.getWalletBalance(workspace)),
              (balance) => balance === 3_800 - 1_000 + 700 - 250
            )
          )
          yield* stripe.dispute(intent.paymentIntentId, "needs_response", 100)
          const told = yield* deliver(second.base, RunningServer.webhookSecrets[1])
          assert.isTrue(told.every(({ outcome }) => outcome === 200))
          assert.strictEqual(yield* promised(() => second.client.budget.getWalletBalance(workspace)), 3_150)

          const drift = yield* promised(() => second.client.budget.getDrift(workspace))
          assert.deepStrictEqual([drift.drift, drift.payments, drift.transfers], [[], 3, 1])
          const statement = yield* promised(() => second.client.budget.getStatement(workspace))
          assert.strictEqual(statement.closingBalance, 3_150)
          assert.strictEqual(
            statement.transactions.reduce((sum, { amount }) => sum + amount, 0),
            3_150
          )
          yield* second.child.kill("SIGTERM")
        })
      ),
    60_000
  )
})
