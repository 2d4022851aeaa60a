import { assert } from "@effect/vitest"
import { describeStores } from "@loopdrive/testkit/TestDatabase"
import * as Effect from "effect/Effect"
import * as Storms from "./Storms.ts"
import { workspace } from "./Wallets.ts"

/** `npm run faults` does ten times as much. */
const storms = { crowd: { count: 500, money: 100 }, rivals: { count: 5_000, money: 2_000 } }

describeStores(
  "a wallet in a storm",
  (it) => {
    it.effect("lets exactly as many spend as there is money for, and answers nobody anything but the refusal", () =>
      Effect.gen(function* () {
        const { count, money } = storms.crowd
        const tally = yield* Storms.crowd(yield* workspace("crowd"), storms.crowd)
        assert.deepStrictEqual(tally, {
          taken: money,
          refused: count - money,
          others: [],
          balance: 0,
          entries: money + 1
        })
      })
    )

    it.effect("spends nothing twice under two activations that both believe it is theirs", () =>
      Effect.gen(function* () {
        const { count, money } = storms.rivals
        const tally = yield* Storms.rivals(yield* workspace("rivals"), storms.rivals)
        assert.strictEqual(tally.taken, tally.entries - 1)
        assert.strictEqual(tally.balance, money - tally.taken)
        assert.isAtLeast(tally.balance ?? -1, 0)
        assert.deepStrictEqual([tally.taken, tally.refused, tally.others], [money, 2 * count - money, []])
      })
    )
  },
  { clock: "live" }
)
