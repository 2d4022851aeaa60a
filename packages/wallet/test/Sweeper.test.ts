import { assert, describe, it } from "@effect/vitest"
import * as Effect from "effect/Effect"
import { identity } from "./Wallets.ts"
import { within } from "./PaymentHouse.ts"

const many = (count: number): ReadonlyArray<number> => Array.from({ length: count }, (_, n) => n + 1)

describe("a round of the sweeper", () => {
  it.live("reviews every wallet that is due, and not only as many as one page holds", () =>
    within(
      Effect.fnUntraced(function* (house) {
        const owners = many(205).map((n) => ({ workspaceId: `ws_${n}`, organizationId: "org_test" }))
        for (const owner of owners) {
          const credit = { _tag: "Post", type: "credit", amount: 10, source: "manual", description: "money" } as const
          yield* house.wallets.ask(owner, credit, identity(owner))
          const expiresAt = Date.now() + 60_000
          const hold = { _tag: "Reserve", amount: 10, description: "a campaign", expiresAt } as const
          yield* house.wallets.ask(owner, hold, identity(owner))
        }
        yield* house.forward(120_000)
        yield* house.sweeper.round
        for (const { workspaceId } of owners)
          assert.strictEqual((yield* house.store.wallet(workspaceId))?.metadata["held"], 0, workspaceId)
      })
    )
  )

  it.live("acts on what a webhook told when the provider answers again", () =>
    within(
      Effect.fnUntraced(function* (house) {
        const { paymentIntentId } = yield* house.topUp(500)
        const asked = house.stripe.faultOn(`GET /v1/payment_intents/${paymentIntentId}`)
        yield* house.stripe.confirm(paymentIntentId)
        for (const _ of many(12)) yield* asked.next({ kind: "status", status: 503, name: "down" })
        yield* house.deliver()
        assert.strictEqual(yield* house.balance, 0)
        for (const _ of many(12)) {
          yield* house.forward(600_000)
          yield* house.sweeper.round
        }
        assert.strictEqual(yield* house.balance, 500)
      })
    )
  )
})
