import { assert, describe, it } from "@effect/vitest"
import * as fc from "fast-check"
import * as Money from "../../pages/Money.js"

describe("money on a page", () => {
  it("is cents on one side and the reader's currency on the other", () => {
    assert.strictEqual(Money.format(123_456, "usd", "en-US"), "$1,234.56")
    assert.strictEqual(Money.format(-5, "usd", "en-US"), "-$0.05")
    assert.strictEqual(Money.format(123_456, "eur", "de-DE"), "1.234,56\u00a0€")
    assert.strictEqual(Money.signed(100, "usd", "en-US"), "+$1.00")
    assert.strictEqual(Money.signed(-100, "usd", "en-US"), "-$1.00")
    assert.strictEqual(Money.signed(0, "usd", "en-US"), "$0.00")
  })

  it.each([
    [150, 50, "$1.50"],
    [150_000, 50_000, "$1,500"],
    [250_000_000, 50_000_000, "$2.5M"],
    [-20_000, 10_000, "-$200"]
  ])("%i cents on an axis with steps of %i are %s", (cents, step, text) => {
    assert.strictEqual(Money.onAxis(cents, step, "usd", "en-US"), text)
  })

  it.each([
    ["50", 5000],
    [" $1,250.5 ", 125_050],
    ["0.07", 7],
    ["19.99", 1999],
    ["1,234,567.89", 123_456_789]
  ])("reads %s as cents", (text, cents) => {
    assert.strictEqual(Money.parse(text), cents)
  })

  it.each(["", "12,50", "1.234", "-5", "5 dollars", "1e3", "1,2345", "٣"])("takes %o for no amount", (text) => {
    assert.isUndefined(Money.parse(text))
  })

  it("reads back what it puts into a field", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 99_999_999_999 }), (cents) => {
        assert.strictEqual(Money.parse(Money.inField(cents)), cents)
      })
    )
  })
})
