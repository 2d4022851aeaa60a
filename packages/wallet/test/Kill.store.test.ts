import { assert, describe, it } from "@effect/vitest"
import * as KillRuns from "@loopdrive/testkit/KillRuns"
import * as TemporaryDirectory from "@loopdrive/testkit/TemporaryDirectory"
import { fresh } from "@loopdrive/testkit/TestDatabase"
import * as Effect from "effect/Effect"
import * as Redacted from "effect/Redacted"

const program = new URL("./programs/WalletNode.ts", import.meta.url)

/** `npm run faults` does a hundred. */
const runs = 2

const judge = (reports: ReadonlyArray<KillRuns.Report>) => {
  assert.deepStrictEqual(
    reports.flatMap(({ broken }) => broken),
    []
  )
  assert.strictEqual(reports.length, runs)
  assert.isTrue(reports.some(({ open }) => open > 0))
}

describe("a process of wallets that is killed with -9", () => {
  it.live("loses no acknowledged spend, makes none twice, and its entries add up, on PostgreSQL", () =>
    Effect.gen(function* () {
      const target = Redacted.value(yield* fresh())
      judge(yield* KillRuns.run({ program, target, runs, seed: "wallet on postgres" }))
    }).pipe(Effect.scoped)
  )

  it.live("loses no acknowledged spend, makes none twice, and its entries add up, on PGlite", () =>
    Effect.gen(function* () {
      const target = yield* TemporaryDirectory.make
      judge(yield* KillRuns.run({ program, target, runs, seed: "wallet on pglite" }))
    }).pipe(Effect.scoped)
  )
})
