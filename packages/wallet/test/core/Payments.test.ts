import { assert, describe, it } from "@effect/vitest"
import { balanceMax } from "@loopdrive/domain/Money"
import type { Observed } from "../../src/core/Command.ts"
import { holdsMost } from "../../src/core/Holds.ts"
import { Life, hour } from "./Life.ts"

describe("a payment as its wallet keeps it", () => {
  it.each([
    ["open", "pending"],
    ["processing", "processing"],
    ["declined", "failed"],
    ["canceled", "canceled"],
    ["succeeded", "succeeded"]
  ] as const)("is, when the provider calls it %s, %s", (state, status) => {
    const life = new Life()
    const events = life.settle({ purpose: "top_up", paymentId: "pay_1", amount: 500 }, state)
    const settled = events.find((event) => event._tag === "PaymentSettled")
    assert.strictEqual(settled?.status, status)
    assert.strictEqual(settled?.isOver, state === "canceled")
    assert.strictEqual(life.wallet.balance, state === "succeeded" ? 500 : 0)
  })

  it("is pending while it has succeeded and nothing has arrived", () => {
    const life = new Life()
    const events = life.settle({ purpose: "top_up", paymentId: "pay_1", amount: 500 }, "succeeded", { received: 0 })
    assert.strictEqual(events.find((event) => event._tag === "PaymentSettled")?.status, "pending")
    assert.isUndefined(life.wallet.saved)
  })

  it("names the customer of its wallet in what is asked for, the first that was known", () => {
    const life = new Life()
    for (const customerId of ["cus_1", "cus_2"]) life.do({ _tag: "KnowCustomer", customerId })
    const [started] = life.do({ _tag: "StartTopUp", amount: 500 })
    assert.deepInclude(started, { asked: { customerId: "cus_1" } })
  })

  it("of which the provider does not say when it was confirmed leaves its card to a wallet that has none", () => {
    const life = new Life()
    const asked = { purpose: "top_up", amount: 500 } as const
    const card = (paymentMethodId: string): Partial<Observed> => ({ paymentMethodId })
    life.settle({ ...asked, paymentId: "pay_2" }, "succeeded", card("pm_2"))
    life.settle({ ...asked, paymentId: "pay_1" }, "succeeded", card("pm_1"))
    assert.strictEqual(life.wallet.saved?.paymentMethodId, "pm_2")
  })
})

describe("the card of a payment that is taken back", () => {
  const reloading = () => {
    const life = new Life()
    life.paid(3_000, "pm_1", { paymentId: "pay_1" })
    life.reloadsItself()
    return life
  }
  const paid = { purpose: "top_up", amount: 3_000 } as const
  const later = (life: Life, paymentId: string, observed: Partial<Observed>) =>
    life.do({
      _tag: "SettlePayment",
      ...paid,
      paymentId,
      step: 1,
      settled: { credited: 3_000, refunded: 0, disputed: 0 },
      observed: {
        paymentIntentId: `pi_${paymentId}`,
        state: "succeeded",
        received: 3_000,
        refunded: 0,
        withheld: 0,
        disputeOpen: false,
        customerId: "cus_1",
        paymentMethodId: "pm_1",
        ...observed
      }
    })

  it.each([
    ["disputed", "pay_1", { withheld: 3_000, disputeOpen: true }],
    ["disputed for an earlier payment", "pay_0", { withheld: 3_000, disputeOpen: true }],
    ["given back", "pay_1", { refunded: 3_000 }]
  ] as const)(
    "is not charged again once it was %s, and that is told until another top-up",
    (_, paymentId, observed) => {
      const life = reloading()
      later(life, paymentId, observed)
      assert.isEmpty(life.reloads)
      assert.isUndefined(life.wallet.saved)
      assert.include(life.wallet.watch.raised, "reload_cardless")
      const topUpFirst = life.told.find(({ message }) => message.includes("threshold"))
      assert.strictEqual(topUpFirst?.recommendedAction, "Top the wallet up.")
      life.paid(500, "pm_2")
      assert.notInclude(life.wallet.watch.raised, "reload_cardless")
      assert.strictEqual(life.reloads.length, 1)
    }
  )

  it("stays where an inquiry holds nothing back, a part is given back, or another card's payment is disputed", () => {
    const life = reloading()
    later(life, "pay_1", { disputeOpen: true })
    later(life, "pay_1", { refunded: 100 })
    later(life, "pay_0", { refunded: 3_000 })
    later(life, "pay_0", { withheld: 100, paymentMethodId: "pm_0" })
    assert.strictEqual(life.wallet.saved?.paymentMethodId, "pm_1")
  })

  it("is forgotten where one look shows that it paid and was disputed", () => {
    const life = new Life()
    life.settle({ ...paid, paymentId: "pay_1" }, "succeeded", { paymentMethodId: "pm_1", withheld: 3_000 })
    assert.isUndefined(life.wallet.saved)
  })
})

describe("a reload that is given up", () => {
  const low = () => {
    const life = new Life()
    life.paid(1_500)
    life.reloadsItself()
    life.spend(1_000)
    return { life, paymentId: life.reloads[0]?.paymentId ?? "" }
  }

  it("counts as declined where the provider refused it, and not where it was withdrawn", () => {
    for (const withdrawn of [false, true]) {
      const { life, paymentId } = low()
      const events = life.do({ _tag: "AbandonPayment", paymentId, step: 0, failure: "no", withdrawn })
      const settled = events.find((event) => event._tag === "PaymentSettled")
      assert.strictEqual(settled?.status, withdrawn ? "canceled" : "failed")
      assert.strictEqual(life.wallet.watch.declines, withdrawn ? 0 : 1)
      // Withdrawn and still low: decided anew, on what the wallet is now.
      assert.strictEqual(life.reloads.length, withdrawn ? 2 : 1)
    }
  })

  it("and turns up declined later says nothing about the next one", () => {
    const { life, paymentId } = low()
    life.do({ _tag: "AbandonPayment", paymentId, step: 0, failure: "no", withdrawn: true })
    life.settle({ purpose: "auto_reload", paymentId, amount: 2_000 }, "declined")
    assert.strictEqual(life.wallet.watch.declines, 0)
    assert.isDefined(life.wallet.watch.reloading)
  })

  it("is told once however often it is declined", () => {
    const { life } = low()
    for (let n = 1; n <= 3; n++) {
      life.reloaded("declined")
      life.now = (life.wallet.watch.retryAt ?? 0) + 1
      life.do({ _tag: "Review" })
    }
    assert.strictEqual(life.told.filter(({ key }) => key === "reload_declined").length, 1)
    assert.strictEqual(life.wallet.watch.declines, 3)
  })

  it("is not wanted by a wallet that has changed its mind", () => {
    const wanted = (life: Life, paymentId: string) => {
      const before = life.wallet
      life.do({ _tag: "ReconsiderReload", paymentId })
      assert.strictEqual(life.wallet, before)
      return life.reply
    }
    const { life, paymentId } = low()
    assert.deepStrictEqual(wanted(life, paymentId), { _tag: "Reconsidered", wanted: true })
    assert.deepStrictEqual(wanted(life, "pay_other"), { _tag: "Reconsidered", wanted: false })
    for (const change of [
      { _tag: "Freeze" },
      { _tag: "ConfigureReload", enabled: false },
      { _tag: "Post", type: "credit", amount: 5_000, source: "manual", description: "help" }
    ] as const) {
      const other = low()
      other.life.do(change)
      assert.deepStrictEqual(wanted(other.life, other.paymentId), { _tag: "Reconsidered", wanted: false })
    }
    life.now += hour
    assert.deepStrictEqual(wanted(life, paymentId), { _tag: "Reconsidered", wanted: false })
  })
})

describe("the settings of auto-reload", () => {
  it("may be incomplete while it is off, and not when it is on", () => {
    const life = new Life()
    life.paid(500)
    // What was never set is not made to nothing by being switched off.
    const before = life.wallet
    assert.isEmpty(life.do({ _tag: "ConfigureReload", enabled: false }))
    assert.strictEqual(life.wallet, before)
    assert.isUndefined(life.wallet.autoReload)
    const asked = { _tag: "ConfigureReload", enabled: true } as const
    assert.deepInclude(life.refused({ ...asked, threshold: 0, amount: 100 }), {
      _tag: "ReloadIncomplete",
      field: "threshold"
    })
    assert.deepInclude(life.refused({ ...asked, threshold: 100 }), { _tag: "ReloadIncomplete", field: "amount" })
    const young = new Life()
    assert.deepInclude(young.refused({ ...asked, amount: 100 }), { _tag: "ReloadIncomplete", field: "threshold" })
    assert.deepInclude(young.refused({ ...asked, threshold: 100 }), { _tag: "ReloadIncomplete", field: "amount" })
    assert.deepInclude(young.refused({ ...asked, threshold: 9, amount: 100 }), { _tag: "NoPaymentMethod" })
  })
})

describe("a wallet at its limits", () => {
  it("holds no more than a balance may be", () => {
    const life = new Life()
    life.settle({ purpose: "top_up", paymentId: "pay_1", amount: balanceMax }, "succeeded")
    const asked = { _tag: "Post", type: "credit", amount: 1, source: "manual", description: "one more" } as const
    assert.deepInclude(life.refused(asked), { _tag: "BalanceLimit", limit: balanceMax })
  })

  it("has so many open holds and no more, and one that was released is not captured", () => {
    const life = new Life()
    life.credit(10_000)
    const asked = { _tag: "Reserve", amount: 1, description: "a campaign" } as const
    for (let n = 0; n < holdsMost; n++) life.do(asked)
    assert.deepInclude(life.refused(asked), { _tag: "TooManyHolds", limit: holdsMost })
    const holdId = life.wallet.holds[0]?.id ?? ""
    const [ended] = life.do({ _tag: "Release", holdId })
    assert.deepInclude(ended, { _tag: "HoldEnded", status: "released" })
    assert.deepInclude(life.refused({ _tag: "Capture", holdId, final: true }), { _tag: "HoldNotOpen" })
  })
})

describe("a payout as its wallet keeps it", () => {
  const started = () => {
    const life = new Life()
    life.credit(1_000)
    const events = life.do({
      _tag: "StartPayout",
      recipientId: "creator_1",
      connectAccountId: "acct_1",
      recipientType: "creator",
      recipientName: "Ada",
      amount: 400,
      description: "A film"
    })
    const payout = events.find((event) => event._tag === "PayoutStarted")
    const ask = {
      _tag: "SettlePayout",
      payoutId: payout?.payoutId ?? "",
      holdId: payout?.holdId ?? "",
      description: "A film",
      step: 0,
      booked: { transferred: 0, reversed: 0 }
    } as const
    return { life, ask }
  }
  const transferred = (reversed = 0) => ({ _tag: "Transferred", transferId: "tr_1", amount: 400, reversed }) as const

  it("leaves nothing behind when it is refused, once", () => {
    const { ask, life } = started()
    const refused = { ...ask, observed: { _tag: "Refused", reason: "no" } } as const
    assert.isNotEmpty(life.do(refused))
    assert.deepStrictEqual([life.wallet.held, life.wallet.balance, life.entries.length], [0, 1_000, 1])
    assert.isEmpty(life.do(refused))
  })

  it("is booked although its hold has ended and its money was spent", () => {
    const { ask, life } = started()
    life.do({ ...ask, observed: { _tag: "Refused", reason: "no" } })
    life.spend(1_000)
    life.do({ ...ask, step: 1, observed: transferred() })
    assert.strictEqual(life.wallet.balance, -400)
  })

  it("gives back what came back, and never takes that for less again", () => {
    const { ask, life } = started()
    life.do({ ...ask, observed: transferred() })
    assert.deepStrictEqual([life.wallet.held, life.wallet.balance], [0, 600])
    const booked = { transferred: 400, reversed: 150 }
    life.do({ ...ask, step: 1, booked: { transferred: 400, reversed: 0 }, observed: transferred(150) })
    life.do({ ...ask, step: 2, booked, observed: transferred(0) })
    assert.strictEqual(life.wallet.balance, 750)
    const events = life.do({ ...ask, step: 3, booked, observed: transferred(400) })
    assert.strictEqual(life.wallet.balance, 1_000)
    assert.strictEqual(events.find((event) => event._tag === "PayoutSettled")?.status, "canceled")
  })
})
