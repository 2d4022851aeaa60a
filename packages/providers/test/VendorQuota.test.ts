import { assert, describe, it } from "@effect/vitest"
import { Effect } from "effect"
import { TestClock } from "effect/testing"
import * as VendorQuota from "../src/VendorQuota.ts"

describe("VendorQuota", () => {
  it.effect("lets so many calls through in a window, and says when the next one may go", () =>
    Effect.gen(function* () {
      const quota = yield* VendorQuota.make("acme", [
        { limit: 2, window: "1 minute" },
        { limit: 3, window: "1 day" }
      ])
      yield* quota.take
      yield* TestClock.adjust("10 seconds")
      yield* quota.take
      assert.deepStrictEqual(yield* Effect.flip(quota.take), { _tag: "QuotaSpent", retryAfterMillis: 50_000 })
      yield* TestClock.adjust("50 seconds")
      yield* quota.take
      const { retryAfterMillis } = yield* Effect.flip(quota.take)
      assert.isAbove(retryAfterMillis, 60_000)
      yield* TestClock.adjust("1 day")
      yield* quota.take
    })
  )

  it.effect("keeps accounts apart", () =>
    Effect.gen(function* () {
      const windows = [{ limit: 1, window: "1 minute" }] as const
      const [one, other] = [yield* VendorQuota.make("one", windows), yield* VendorQuota.make("other", windows)]
      yield* one.take
      yield* other.take
      assert.strictEqual((yield* Effect.flip(one.take))._tag, "QuotaSpent")
    })
  )
})
