import { assert, describe, it } from "@effect/vitest"
import * as TemporaryDirectory from "@loopdrive/testkit/TemporaryDirectory"
import { fresh } from "@loopdrive/testkit/TestDatabase"
import * as Effect from "effect/Effect"
import * as Redacted from "effect/Redacted"
import { bulk, killedAt, killedTexting } from "./SendFaults.ts"

/** `npm run faults` does twenty points of 200 sends, and a bulk of 10,000. */
const sends = 30

describe("a process that sends and is killed with -9", () => {
  it.live("loses no message and doubles none, whether the vendor had it or not, on PostgreSQL", () =>
    Effect.gen(function* () {
      const target = Redacted.value(yield* fresh())
      assert.deepStrictEqual((yield* killedAt(target, "had", "after vendor 15", sends)).wrong, [])
      assert.deepStrictEqual((yield* killedAt(target, "admitted", "after AdmitSend 15", sends, "expresses")).wrong, [])
      assert.deepStrictEqual((yield* killedTexting(target, "texted", "after vendor 15", sends)).wrong, [])
      assert.deepStrictEqual((yield* bulk(target, "bulk", 200, 4)).wrong, [])
    }).pipe(Effect.scoped)
  )

  it.live("loses no message and doubles none, whether the vendor had it or not, on PGlite", () =>
    Effect.gen(function* () {
      const target = yield* TemporaryDirectory.make
      assert.deepStrictEqual((yield* killedAt(target, "had_not", "after BeginSend 15", sends)).wrong, [])
    }).pipe(Effect.scoped)
  )
})
