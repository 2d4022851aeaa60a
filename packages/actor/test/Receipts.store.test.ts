import { assert } from "@effect/vitest"
import { IdempotencyConflict } from "@loopdrive/actor/Receipt"
import { Receipts } from "@loopdrive/actor/Receipts"
import * as ReceiptCleanup from "@loopdrive/actor/ReceiptCleanup"
import { describeStores } from "@loopdrive/testkit/TestDatabase"
import * as Effect from "effect/Effect"
import * as Schema from "effect/Schema"
import * as SqlClient from "effect/sql/SqlClient"
import { identity } from "./Counters.ts"

describeStores("receipts for what is no actor", (it) => {
  const counted = () => {
    let times = 0
    return { effect: Effect.sync(() => ++times), times: () => times }
  }

  it.effect("run an effect once, and answer repeats with what it made", () =>
    Effect.gen(function* () {
      const receipts = yield* Receipts
      const { effect, times } = counted()
      const once = () => receipts.once(identity("once-1"), Schema.Int, effect)
      assert.deepStrictEqual(yield* once(), { value: 1, repeated: false })
      assert.deepStrictEqual(yield* once(), { value: 1, repeated: true })
      const many = yield* Effect.all(Array.from({ length: 10 }, once), { concurrency: "unbounded" })
      assert.isTrue(many.every(({ value }) => value === 1))
      assert.strictEqual(times(), 1)
    }).pipe(Effect.provide(Receipts.layer))
  )

  it.effect("refuse the key for another payload", () =>
    Effect.gen(function* () {
      const receipts = yield* Receipts
      yield* receipts.once(identity("once-2", "a"), Schema.Int, Effect.succeed(1))
      const refused = yield* Effect.flip(receipts.once(identity("once-2", "b"), Schema.Int, Effect.succeed(2)))
      assert.instanceOf(refused, IdempotencyConflict)
    }).pipe(Effect.provide(Receipts.layer))
  )

  it.effect("keep nothing of an effect that failed", () =>
    Effect.gen(function* () {
      const receipts = yield* Receipts
      const failed = yield* Effect.flip(receipts.once(identity("once-3"), Schema.Int, Effect.fail("no")))
      assert.strictEqual(failed, "no")
      assert.deepStrictEqual(yield* receipts.once(identity("once-3"), Schema.Int, Effect.succeed(3)), {
        value: 3,
        repeated: false
      })
    }).pipe(Effect.provide(Receipts.layer))
  )

  it.effect("are let go when their window is over, and only then", () =>
    Effect.gen(function* () {
      const receipts = yield* Receipts
      const sql = yield* SqlClient.SqlClient
      const { effect } = counted()
      const windowed = { ...identity("once-4"), windowMillis: 60_000 }
      yield* receipts.once(windowed, Schema.Int, effect)
      yield* receipts.once(identity("once-5"), Schema.Int, effect)
      assert.isTrue((yield* receipts.once(windowed, Schema.Int, effect)).repeated)
      yield* sql`update receipts set expires_at = now() - interval '1 second' where key = 'once-4'`
      assert.isFalse((yield* receipts.once(windowed, Schema.Int, effect)).repeated)
      yield* sql`update receipts set expires_at = now() - interval '1 second' where key = 'once-4'`
      assert.strictEqual(yield* ReceiptCleanup.run, 1)
      assert.strictEqual(yield* ReceiptCleanup.run, 0)
      assert.isTrue((yield* receipts.once(identity("once-5"), Schema.Int, effect)).repeated)
    }).pipe(Effect.provide(Receipts.layer))
  )
})
