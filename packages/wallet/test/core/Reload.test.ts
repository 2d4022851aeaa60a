import { assert, describe, it } from "@effect/vitest"
import * as Review from "../../src/core/Review.ts"
import { available } from "../../src/core/State.ts"
import { Life, day, hour } from "./Life.ts"

/** Reviews the wallet whenever it wants to be, until an instant. */
const until = (life: Life, end: number): void => {
  for (let due = Review.dueAt(life.wallet); due !== undefined && due <= end; due = Review.dueAt(life.wallet)) {
    life.now = due
    life.do({ _tag: "Review" })
  }
  life.now = end
}

describe("the ceiling of a month", () => {
  it("holds a low wallet to the end of the month, however long that is, and no longer", () => {
    const life = new Life()
    life.paid(1_500)
    life.reloadsItself({ monthlyCeiling: 2_000 })
    life.spend(1_000)
    life.reloaded("succeeded")
    life.spend(2_000)
    assert.strictEqual(life.reloads.length, 1)
    until(life, Date.UTC(2026, 0, 31, 23))
    assert.strictEqual(life.reloads.length, 1)
    until(life, Date.UTC(2026, 1, 1, 1))
    assert.strictEqual(life.reloads.length, 2)
  })
})

describe("the ceilings of a wallet", () => {
  it("admit a reload of its threshold where nobody names one, however small its amount", () => {
    const life = new Life()
    life.paid(20_000)
    life.reloadsItself({ threshold: 20_000, amount: 100 })
    life.spend(20_000)
    assert.deepStrictEqual(
      life.reloads.map(({ amount }) => amount),
      [20_000]
    )
  })

  it("are refused by name where no reload of an empty wallet could begin under them", () => {
    const life = new Life()
    life.paid(20_000)
    for (const field of ["dailyCeiling", "monthlyCeiling"] as const) {
      const asked = { _tag: "ConfigureReload", enabled: true, threshold: 5_000, amount: 2_000 } as const
      assert.deepInclude(life.refused({ ...asked, [field]: 4_999 }), { _tag: "ReloadCeiling", field, least: 5_000 })
      assert.isUndefined(life.refused({ ...asked, [field]: 5_000 }))
    }
    life.reloadsItself({ dailyCeiling: 3_000 })
    assert.deepInclude(life.refused({ _tag: "ConfigureReload", enabled: true, amount: 3_001 }), {
      field: "dailyCeiling"
    })
  })

  it("stay until another is given, and are the usual ones again when they are taken off", () => {
    const life = new Life()
    life.paid(20_000)
    life.reloadsItself({ dailyCeiling: 3_000, monthlyCeiling: 9_000 })
    life.reloadsItself()
    assert.deepInclude(life.wallet.autoReload, { dailyCeiling: 3_000, monthlyCeiling: 9_000 })
    life.reloadsItself({ dailyCeiling: null })
    assert.deepInclude(life.wallet.autoReload, { dailyCeiling: undefined, monthlyCeiling: 9_000 })
  })

  it("let nobody be told that a reload is on its way when none is", () => {
    const life = new Life()
    life.paid(5_000)
    life.reloadsItself({ dailyCeiling: 2_000 })
    const told = () => life.told.findLast(({ message }) => message.includes("the threshold is"))?.recommendedAction
    life.spend(4_500)
    assert.strictEqual(told(), "A reload is on its way.")
    life.reloaded("succeeded")
    life.spend(2_400)
    assert.strictEqual(life.reloads.length, 1)
    assert.strictEqual(told(), "Top the wallet up.")
  })
})

describe("the card of a wallet", () => {
  it("is that of the top-up confirmed last, in whatever order they are settled", () => {
    const life = new Life()
    const [early, late] = [life.now, life.now + 60_000]
    life.now += hour
    life.paid(500, "pm_new", { paymentId: "pay_1", confirmedAt: late })
    life.paid(500, "pm_old", { paymentId: "pay_2", confirmedAt: early })
    assert.strictEqual(life.wallet.saved?.paymentMethodId, "pm_new")
    life.paid(500, "pm_same_second", { paymentId: "pay_0", confirmedAt: late })
    assert.strictEqual(life.wallet.saved?.paymentMethodId, "pm_new")
    life.paid(500, "pm_newest", { paymentId: "pay_3", confirmedAt: late })
    assert.strictEqual(life.wallet.saved?.paymentMethodId, "pm_newest")
  })

  it("is that of a top-up in the same second as one that was not noted by name", () => {
    const life = new Life()
    life.wallet = { ...life.wallet, saved: { customerId: "cus_1", paymentMethodId: "pm_0", confirmedAt: life.now } }
    life.paid(500, "pm_1")
    assert.strictEqual(life.wallet.saved?.paymentMethodId, "pm_1")
  })

  it("is not changed by a reload, nor by a top-up that leaves none", () => {
    const life = new Life()
    life.paid(1_500)
    life.reloadsItself()
    life.spend(1_000)
    life.settle({ purpose: "auto_reload", paymentId: life.reloads[0]?.paymentId ?? "", amount: 2_000 }, "succeeded", {
      paymentMethodId: "pm_2",
      confirmedAt: life.now + day
    })
    life.settle({ purpose: "top_up", paymentId: "pay_9", amount: 100 }, "succeeded")
    assert.strictEqual(life.wallet.saved?.paymentMethodId, "pm_1")
  })

  it("is tried at once when it is new, whatever another was declined for", () => {
    const life = new Life()
    life.paid(1_500)
    life.reloadsItself()
    life.spend(1_000)
    life.reloaded("declined")
    life.now += 1_000
    life.paid(50, "pm_2")
    assert.strictEqual(life.reloads.length, 2)
    assert.strictEqual(life.wallet.watch.declines, 0)
  })

  it("is not held to account for the decline of the one before it", () => {
    const life = new Life()
    life.paid(1_500)
    life.reloadsItself()
    life.spend(1_000)
    life.now += 1_000
    life.paid(50, "pm_2")
    assert.strictEqual(life.reloads.length, 1)
    life.reloaded("declined")
    assert.strictEqual(life.reloads.length, 2)
    life.reloaded("declined")
    assert.strictEqual(life.reloads.length, 2)
    assert.isBelow(available(life.wallet), 1_000)
  })
})

describe("the time of a wallet", () => {
  it("never goes back, so that its entries stand in the order of their times", () => {
    const life = new Life()
    for (const step of [0, 5_000, -60_000, 10_000, -1]) {
      life.now += step
      life.credit(1)
    }
    const times = life.entries.map(({ at }) => at)
    assert.deepStrictEqual(
      times,
      times.toSorted((a, b) => a - b)
    )
    assert.deepStrictEqual(
      life.entries.map(({ number }) => number),
      [1, 2, 3, 4, 5]
    )
  })
})
