/** What may leave a wallet, and what a refusal says of it. */
import { assert, describe, it } from "@effect/vitest"
import { Life } from "./Life.ts"

const spend = (amount: number) =>
  ({ _tag: "Post", type: "debit", amount, source: "campaign_spend", description: "a campaign" }) as const

describe("what is asked for and is not there", () => {
  it("is refused with what is available, as the wallet shows it, also below zero", () => {
    const life = new Life()
    life.credit(100)
    life.do({ _tag: "SetOverdraft", limit: 500 })
    life.spend(550)
    assert.deepInclude(life.refused(spend(51)), { _tag: "InsufficientFunds", requested: 51, available: 50 })
    life.do({ _tag: "SetOverdraft", limit: 0 })
    assert.deepInclude(life.refused(spend(1)), { _tag: "InsufficientFunds", requested: 1, available: -450 })
  })
})
