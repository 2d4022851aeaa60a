import { assert, describe, it } from "@effect/vitest"
import * as Result from "effect/Result"
import type { Original } from "../../src/core/Command.ts"
import * as Decide from "../../src/core/Decide.ts"
import { evolve } from "../../src/core/Evolve.ts"
import { initial } from "../../src/core/State.ts"
import type { Wallet } from "../../src/core/State.ts"

const owner = { workspaceId: "ws_1", organizationId: "org_1" }

const refund = (wallet: Wallet, corrects: string, original: Original) => {
  const ask = { _tag: "Post", type: "refund", amount: 1, source: "manual", description: "test", corrects } as const
  const facts = { now: 1_000, seed: (wallet.entries + 1).toString(16).padStart(32, "0") }
  return Decide.decide(wallet, { owner, ask: { ...ask, original } }, facts)
}

const after = (wallet: Wallet, decided: ReturnType<typeof refund>): Wallet =>
  Result.getOrThrow(decided).events.reduce(evolve, wallet)

const tagOf = (decided: ReturnType<typeof refund>) => (Result.isFailure(decided) ? decided.failure._tag : "Posted")

describe("a refund of a named debit", () => {
  const debit = { amount: -10, refunded: 0, upTo: 0 }

  it("is outrun by another one of the same debit, not by one of another", () => {
    const wallet = after(initial("wallet_1"), refund(initial("wallet_1"), "a", debit))
    assert.strictEqual(tagOf(refund(wallet, "a", debit)), "RefundOutrun")
    assert.strictEqual(tagOf(refund(wallet, "a", { ...debit, refunded: 1, upTo: 1 })), "Posted")
    assert.strictEqual(tagOf(refund(wallet, "b", debit)), "Posted")
    assert.strictEqual(tagOf(refund(wallet, "a", { ...debit, refunded: 10, upTo: 1 })), "RefundExceeded")
  })

  it("is outrun by what is too long ago to be remembered, whichever debit it was", () => {
    let wallet = initial("wallet_1")
    for (let n = 0; n < 300; n++)
      wallet = after(wallet, refund(wallet, `debit_${n}`, { ...debit, upTo: wallet.entries }))
    assert.strictEqual(tagOf(refund(wallet, "a", { ...debit, upTo: 43 })), "RefundOutrun")
    assert.strictEqual(tagOf(refund(wallet, "a", { ...debit, upTo: 44 })), "Posted")
  })
})
