import { assert, describe, it } from "@effect/vitest"
import { ActorUnavailable } from "@loopdrive/actor/ActorUnavailable"
import { WalletClient } from "@loopdrive/wallet/Client"
import { Reviews } from "@loopdrive/wallet/Reviews"
import { WalletStore } from "@loopdrive/wallet/WalletStore"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import { within } from "./PaymentHouse.ts"

const hold = (forMillis: number) =>
  ({ _tag: "Reserve", amount: 80, description: "a campaign", expiresAt: Date.now() + forMillis }) as const

describe("a wallet that is looked at", () => {
  it.live("has let go of what expired, before any sweep", () =>
    within(
      Effect.fnUntraced(function* (house) {
        const { workspaceId } = house.owner
        yield* house.ask({ _tag: "Post", type: "credit", amount: 100, source: "manual", description: "money" })
        yield* house.ask(hold(60_000))
        yield* house.reviews.bringUpToDate(workspaceId)
        assert.strictEqual(yield* house.available, 20)
        yield* house.forward(60_001)
        assert.strictEqual(yield* house.available, 20)
        yield* house.reviews.bringUpToDate(workspaceId)
        assert.strictEqual(yield* house.available, 100)
        const { holds } = yield* house.store.holds(workspaceId, "expired", { limit: 9, offset: 0 })
        assert.deepInclude(holds[0], { released: 80, remaining: 0 })
      })
    )
  )

  it.live("is read as it stands where nobody can ask it, or where there is none", () =>
    within(
      Effect.fnUntraced(function* (house) {
        const { workspaceId } = house.owner
        yield* house.reviews.bringUpToDate("ws_without_a_wallet")
        yield* house.ask({ _tag: "Post", type: "credit", amount: 100, source: "manual", description: "money" })
        yield* house.ask(hold(60_000))
        yield* house.forward(60_001)
        const gone = WalletClient.of({
          ask: () => Effect.fail(new ActorUnavailable({ entity: "wallet", reason: "closing" }))
        })
        const reviews = Reviews.layer.pipe(
          Layer.provide(Layer.merge(Layer.succeed(WalletClient, gone), Layer.succeed(WalletStore, house.store)))
        )
        yield* Effect.flatMap(Reviews, ({ bringUpToDate }) => bringUpToDate(workspaceId)).pipe(Effect.provide(reviews))
        assert.strictEqual(yield* house.available, 20)
      })
    )
  )
})
