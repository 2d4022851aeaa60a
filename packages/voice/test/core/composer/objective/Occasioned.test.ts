import { assert, describe, it } from "@effect/vitest"
import { occasionedIn } from "../../../../src/core/composer/objective/Occasioned.ts"
import { statements } from "../../../../src/core/composer/phrases/Statements.ts"
import { guard } from "../../../../src/core/guardrail/Guardrail.ts"
import { defaultVoice } from "../../../../src/core/BrandVoice.ts"
import { compose } from "../../../../src/core/composer/LocalComposer.ts"
import { first, request, texts } from "../../Composed.ts"

const cases: ReadonlyArray<readonly [string, unknown, string]> = [
  ["congratulate her on her birthday", undefined, "Congratulations on your birthday!"],
  ["congratulate him on his new shop", undefined, "Congratulations on your new shop."],
  ["remind of the unpaid invoice", { invoice: "2231", amount: "€340" }, "Your invoice 2231 for €340 is still open."],
  ["remind of the unpaid invoice", undefined, "Your invoice is still open."],
  ["remind of an abandoned cart", undefined, "Your cart is still waiting for you."],
  ["remind of an abandoned cart", { product: "oak desk" }, "The oak desk is still in your cart."],
  ["remind of an abandoned cart", { product: "The blue mugs" }, "The blue mugs are still in your cart."],
  ["ask for a review", undefined, "A short review would help us."],
  ["remind of the renewal", undefined, "This is a reminder of your renewal."],
  ["remind of the appointment", { date: "until Friday" }, "This is a reminder of your appointment."],
  ["follow up after the demo", undefined, "How did you find the demo?"],
  ["follow up after the call", undefined, "Thank you for the call."],
  ["ask for a review of the last order", undefined, "A short review of your last order would help us."],
  ["announce new opening hours", { hours: "9 to 5" }, "We have new opening hours."],
  ["remind of the appointment", { date: "3 December", time: "10:30" }, "Your appointment is on 3 December at 10:30."],
  ["remind of Mother's Day", { date: "2027-03-14" }, "Mother's Day is on 14 March 2027."],
  ["remind that the trial ends", { date: "2026-12-02" }, "Your trial ends on 2 December 2026."],
  ["Book a table for Friday", undefined, "Would you like to book a table for Friday?"],
  ["Send the quote for 25 seats", { price: "$1,150 a year" }, "The quote for 25 seats is $1,150 a year."],
  ["renew the subscription", { date: "31 January" }, "Your subscription is due for renewal on 31 January."]
]

describe("an objective in whole words", () => {
  it.each(cases)("%s", (objective, context, said) => {
    assert.strictEqual(occasionedIn(objective, context)?.text, said)
  })

  it("is no name of one, nor a task without what it takes", () => {
    for (const objective of ["winback", "birthday", "Send the quote for 25 seats"])
      assert.isUndefined(occasionedIn(objective, undefined))
  })

  it("says what is still in a cart", () => {
    assert.strictEqual(occasionedIn("cart_abandoned", undefined)?.text, "Your cart is still waiting for you.")
    const flyers = { product: "5,000 A5 flyers" }
    assert.strictEqual(occasionedIn("cart_abandoned", flyers)?.text, "The 5,000 A5 flyers are still in your cart.")
  })

  it("says a fact once, and asks for what it is about", () => {
    const context = { invoice: "2231", amount: "€340" }
    const text = first(request("email", "remind of the unpaid invoice", {}, { context }))
    assert.strictEqual(text.match(/2231/g)?.length, 1)
    assert.notInclude(text, "bakery")
    for (const said of texts(request("email", "Book a table for Friday", {}, { memories: [] })))
      assert.notMatch(said, /demo|call|quote/i)
    const hours = { hours: "Mon to Fri 6:30 to 21:00", date: "from 1 December" }
    for (const said of texts(request("email", "announce new opening hours", {}, { context: hours })))
      assert.include(said, "From 1 December we are open Mon to Fri 6:30 to 21:00.")
    const linkUrl = "https://lumen.example/review"
    for (const { cta } of compose(request("email", "ask for a review of the last order", { linkUrl })).variants)
      assert.match(cta ?? "", /(?:review|how was it|tell a friend).*https:/i)
  })

  it("goes with words that every brand may say", () => {
    for (const { asks, bodies, leads = [], subjects } of Object.values(statements))
      for (const phrase of [...bodies, ...leads, ...subjects, ...asks.direct, ...asks.soft]) {
        const text = phrase.replace(/^\++/, "")
        const rules = { voice: defaultVoice, channel: "email", purpose: "marketing", stage: "draft" } as const
        assert.deepStrictEqual({ text, found: guard(text, rules).violations }, { text, found: [] })
      }
  })
})

describe("what the caller says", () => {
  it("is in the subject, and outweighs what is remembered", () => {
    const context = { product: "oven X200", price: "$49" }
    const { variants } = compose(request("email", "upsell", {}, { context }))
    assert.strictEqual(variants[0]?.subject, "Oven X200 for $49")
    assert.deepStrictEqual(
      variants.map(({ memoryIds }) => memoryIds.length),
      [1, 0, 1]
    )
    for (const text of texts(request("sms", "upsell", { maxChars: 70 }, { context })).slice(0, 2)) {
      assert.include(text, "$49")
      assert.notInclude(text, "bakery")
    }
    const long = "https://lumen.example/a-rather-long-path/of-ovens"
    for (const text of texts(request("sms", "upsell", { maxChars: 80, linkUrl: long }, { context, person: {} })))
      assert.match(text, /oven X200 is \$49\. https:/i)
  })
})
