import { assert, describe, it } from "@effect/vitest"
import * as TemporaryDirectory from "@loopdrive/testkit/TemporaryDirectory"
import * as TestDatabase from "@loopdrive/testkit/TestDatabase"
import * as Effect from "effect/Effect"
import * as Redacted from "effect/Redacted"
import * as Receipts from "./Receipts.ts"

describe("receipts that come shuffled and twice", () => {
  it.live(
    "end in the same states as those that come in order",
    () =>
      Effect.gen(function* () {
        const database = Redacted.value(yield* TestDatabase.fresh("empty"))
        const where = { dataDir: yield* TemporaryDirectory.make, database }
        const { wrong } = yield* Receipts.run(where, 300, 7)
        assert.deepStrictEqual(wrong, [])
      }).pipe(Effect.scoped),
    120_000
  )
})
