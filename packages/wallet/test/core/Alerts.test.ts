import { assert, describe, it } from "@effect/vitest"
import * as Review from "../../src/core/Review.ts"
import { Life, day, hour } from "./Life.ts"

/** A week of spending the same every day. */
const steady = (amount: number): Life => {
  const life = new Life()
  life.credit(10_000_000)
  for (let n = 0; n < 7; n++) {
    life.spend(amount)
    life.now += day
  }
  return life
}

describe("the pace of a wallet", () => {
  it("is high above twice an average day, an anomaly above five times, each told once a day", () => {
    const life = steady(2_000)
    life.spend(4_000)
    assert.isEmpty(life.told)
    life.spend(1)
    life.spend(1)
    assert.deepStrictEqual(life.types, ["pace_high warning"])
    assert.deepInclude(life.told[0], { currentSpend: 4_001, thresholdSpend: 4_000 })
    life.spend(6_000)
    assert.deepStrictEqual(life.types, ["pace_high warning", "anomaly_detected critical"])
    life.now += day
    life.do({ _tag: "Review" })
    assert.isEmpty(life.wallet.watch.raised)
    life.spend(20_000)
    assert.strictEqual(life.told.length, 4)
  })

  it("is low when yesterday spent less than a quarter of an average day", () => {
    const life = steady(2_000)
    life.now += day
    life.do({ _tag: "Review" })
    assert.deepStrictEqual(life.types, ["pace_low info"])
    life.do({ _tag: "Review" })
    assert.strictEqual(life.told.length, 1)
  })

  it("says nothing of a wallet without three days of history, nor of small change", () => {
    const young = new Life()
    young.credit(1_000_000)
    young.spend(1_000)
    young.now += day
    young.spend(100_000)
    assert.isEmpty(young.told)
    const small = steady(10)
    small.spend(500)
    assert.isEmpty(small.told)
  })
})

describe("the alerts of a wallet", () => {
  it("tell once that it is empty, and again when it is empty after money had come", () => {
    const life = new Life()
    life.credit(100)
    life.spend(100)
    life.do({ _tag: "Freeze" })
    assert.deepStrictEqual(life.types, ["threshold_exceeded critical"])
    life.credit(50)
    life.do({ _tag: "Unfreeze" })
    life.spend(50)
    assert.strictEqual(life.told.length, 2)
    assert.include(life.told[1]?.message, "0.00 usd posted")
  })

  it("count what is on hold as gone", () => {
    const life = new Life()
    life.credit(100)
    life.do({ _tag: "Reserve", amount: 100, description: "a campaign", expiresAt: life.now + 1_000 })
    assert.strictEqual(life.told.length, 1)
    life.now += 1_000
    life.do({ _tag: "Review" })
    assert.isEmpty(life.wallet.watch.raised)
    assert.strictEqual(life.wallet.held, 0)
  })
})

describe("the silence of a wallet that reloads itself", () => {
  const isSilent = (life: Life) => life.told.some(({ message }) => message.includes("has been low since"))

  it("is told an hour after reloading was enabled, not at once because it was low long before", () => {
    const life = new Life()
    life.paid(500)
    life.reloadsItself({ enabled: false })
    life.now += day
    life.reloadsItself()
    assert.isFalse(isSilent(life))
    life.now += hour
    assert.isAtMost(Review.dueAt(life.wallet) ?? Infinity, life.now)
    life.do({ _tag: "Review" })
    assert.isTrue(isSilent(life))
  })

  it("is told of a wallet that was low before it was noted since when it may reload", () => {
    const life = new Life()
    life.paid(500)
    life.reloadsItself()
    life.wallet = { ...life.wallet, watch: { ...life.wallet.watch, reloadsSince: undefined } }
    life.now += hour
    life.do({ _tag: "Review" })
    assert.isTrue(isSilent(life))
  })

  it("is no silence while the wallet is frozen, nor at once afterwards", () => {
    const life = new Life()
    life.paid(500)
    life.do({ _tag: "Freeze" })
    life.reloadsItself()
    life.now += day
    life.do({ _tag: "Review" })
    life.do({ _tag: "Unfreeze" })
    assert.isFalse(isSilent(life))
    life.now += hour
    life.do({ _tag: "Review" })
    assert.isTrue(isSilent(life))
  })
})

describe("a review", () => {
  it("that is asked for too early, by a clock that is ahead, leaves no trace", () => {
    const life = new Life()
    life.credit(100)
    life.do({ _tag: "Reserve", amount: 10, description: "a campaign", expiresAt: life.now + 1_000 })
    const before = life.wallet
    life.now += 999
    assert.isEmpty(life.do({ _tag: "Review" }))
    assert.strictEqual(life.wallet, before)
    life.now += 1
    assert.isNotEmpty(life.do({ _tag: "Review" }))
    assert.strictEqual(life.wallet.held, 0)
  })

  it("is due when a hold expires, and not before and not again", () => {
    const life = new Life()
    life.credit(100)
    assert.isUndefined(Review.dueAt(life.wallet))
    life.do({ _tag: "Reserve", amount: 10, description: "a campaign", expiresAt: life.now + 1_000 })
    assert.strictEqual(Review.dueAt(life.wallet), life.now + 1_000)
    life.now += 1_000
    life.do({ _tag: "Review" })
    assert.isUndefined(Review.dueAt(life.wallet))
  })

  it("is due at midnight after a day of spending, until the spending is history", () => {
    const life = new Life()
    life.credit(100_000)
    life.spend(100)
    assert.strictEqual(Review.dueAt(life.wallet), Date.UTC(2026, 0, 2))
    let reviews = 0
    for (let due = Review.dueAt(life.wallet); due !== undefined && reviews < 100; due = Review.dueAt(life.wallet)) {
      assert.isAbove(due, life.wallet.watch.reviewedAt)
      life.now = due
      life.do({ _tag: "Review" })
      reviews++
    }
    assert.isBelow(reviews, 12)
  })

  it("forgets days that no pace or ceiling looks at", () => {
    const life = new Life()
    life.credit(1_000_000)
    for (let n = 0; n < 60; n++) {
      life.spend(100)
      life.now += day
    }
    assert.isAtMost(life.wallet.watch.days.length, 33)
  })
})
