import { assert, describe, it } from "@effect/vitest"
import * as Effect from "effect/Effect"
import { within } from "./PaymentHouse.ts"

const day = 86_400_000
const many = (count: number): ReadonlyArray<number> => Array.from({ length: count }, (_, n) => n + 1)
const spend = (amount: number) =>
  ({ _tag: "Post", type: "debit", amount, source: "campaign_spend", description: "spent" }) as const

describe("auto-reload", () => {
  const settings = { _tag: "ConfigureReload", enabled: true, threshold: 1_000, amount: 2_000 } as const

  it.live("charges the saved card once when the wallet falls below its threshold", () =>
    within(
      Effect.fnUntraced(function* (house) {
        yield* house.paid(10_000)
        yield* house.ask(settings)
        for (const amount of [4_000, 5_500, 100, 100]) yield* house.ask(spend(amount))
        assert.deepStrictEqual((yield* house.statuses).filter((status) => status === "pending").length, 1)
        yield* Effect.forEach([1, 2, 3], () => house.sweeper.round, { concurrency: "unbounded" })
        assert.strictEqual((yield* house.stripe.payments).length, 2)
        // It was decided when 500 were left; what was spent since waits for the next look.
        const reloads = (yield* house.entries).filter((entry) => entry.includes("auto_reload"))
        assert.deepStrictEqual(reloads, ["credit 2000 auto_reload"])
      })
    )
  )

  it.live("closes a gap wider than its amount with one charge", () =>
    within(
      Effect.fnUntraced(function* (house) {
        yield* house.paid(6_000)
        yield* house.ask({ ...settings, threshold: 5_000, amount: 1_000 })
        yield* house.ask(spend(4_000))
        yield* house.sweeper.round
        assert.deepStrictEqual((yield* house.entries).at(-1), "credit 3000 auto_reload")
        assert.strictEqual(yield* house.balance, 5_000)
      })
    )
  )

  it.live("waits after a decline, longer each time, says so once, and goes on with another card", () =>
    within(
      Effect.fnUntraced(function* (house) {
        yield* house.paid(3_000, "pm_card_visa_chargeDeclinedInsufficientFunds")
        yield* house.ask(settings)
        yield* house.ask(spend(2_500))
        yield* house.sweeper.round
        yield* house.sweeper.round
        assert.strictEqual((yield* house.stripe.payments).length, 2)
        const declined = () => Effect.map(house.alerts, (all) => all.filter((alert) => alert.includes("was declined")))
        assert.strictEqual((yield* declined()).length, 1)
        yield* house.ask(spend(10))
        yield* house.sweeper.round
        assert.strictEqual((yield* house.stripe.payments).length, 2)
        for (const _ of many(2)) {
          yield* house.forward(2 * 3_600_000 + 1_000)
          yield* house.sweeper.round
          yield* house.sweeper.round
        }
        const tried = (yield* house.stripe.payments).length
        assert.isAtLeast(tried, 3)
        assert.strictEqual((yield* declined()).length, 1)
        yield* house.paid(200)
        yield* house.forward(day)
        yield* house.sweeper.round
        yield* house.sweeper.round
        assert.strictEqual(yield* house.balance, 3_000 - 2_500 - 10 + 200 + 2_000)
      })
    )
  )

  it.live("stops at its ceiling and says so, and goes on the next day", () =>
    within(
      Effect.fnUntraced(function* (house) {
        yield* house.paid(1_500)
        yield* house.ask({ ...settings, dailyCeiling: 4_000 })
        for (const _ of many(4)) {
          yield* house.ask(spend(((yield* house.balance) ?? 0) - 10))
          yield* house.sweeper.round
        }
        const reloads = Effect.map(house.entries, (all) => all.filter((entry) => entry.includes("auto_reload")).length)
        assert.strictEqual(yield* reloads, 2)
        assert.isTrue((yield* house.alerts).some((alert) => alert.includes("would pass the ceiling")))
        yield* house.forward(day)
        yield* house.sweeper.round
        yield* house.sweeper.round
        assert.strictEqual(yield* reloads, 3)
      })
    )
  )

  it.live("tells of a burst, and of silence", () =>
    within(
      Effect.fnUntraced(function* (house) {
        yield* house.paid(1_500)
        yield* house.ask(settings)
        for (const _ of many(3)) {
          yield* house.ask(spend(((yield* house.balance) ?? 0) - 10))
          yield* house.sweeper.round
        }
        assert.isTrue((yield* house.alerts).some((alert) => alert.startsWith("anomaly_detected warning: 3 reloads")))
        yield* house.ask(spend(((yield* house.balance) ?? 0) - 10))
        for (const route of many(20))
          yield* house.stripe
            .faultOn("POST /v1/payment_intents")
            .next({ kind: "status", status: 503, name: `down_${route}` })
        for (const _ of many(3)) {
          yield* house.forward(3_600_000)
          yield* house.sweeper.round
        }
        assert.isTrue((yield* house.alerts).some((alert) => alert.includes("has been low since")))
      })
    )
  )

  it.live("does not begin from a frozen wallet, nor while it is disabled", () =>
    within(
      Effect.fnUntraced(function* (house) {
        yield* house.paid(1_500)
        yield* house.ask({ ...settings, enabled: false })
        yield* house.ask(spend(1_000))
        yield* house.ask({ _tag: "Freeze" })
        yield* house.ask(settings)
        yield* house.sweeper.round
        assert.strictEqual((yield* house.stripe.payments).length, 1)
        yield* house.ask({ _tag: "Unfreeze" })
        yield* house.sweeper.round
        assert.strictEqual((yield* house.stripe.payments).length, 2)
      })
    )
  )
})
