import { assert, describe, it } from "@effect/vitest"
import {
  bears,
  isBusiness,
  isManner,
  isPrivateLife,
  sournessOf,
  subjectOf,
  withoutCompany
} from "../../../../src/core/composer/memories/Bearing.ts"

describe("a memory", () => {
  it("bears on a message by the words of its objective, its context and its draft, in any inflection", () => {
    const demo = subjectOf("demo_book", undefined)
    assert.isTrue(bears("Wants to see a demonstration of the software", demo))
    assert.isTrue(bears("Asked for demos", demo))
    assert.isFalse(bears("Reads many books", demo))
    const oven = subjectOf("cross_sell", { product: { name: "oven X200" }, price: 2490 })
    assert.isTrue(bears("Has two ovens from 1998", oven))
    assert.isTrue(bears("Asked about the X200", oven))
    assert.isFalse(bears("Reads crime novels", oven))
    assert.isTrue(bears("Runs a bakery", subjectOf("say hello to bakers", undefined)))
    assert.isTrue(bears("Loves rye", subjectOf("nurture", undefined, "Our rye is out.")))
  })

  it.each([
    "Has a son called Tiago who studies law",
    "Married to a pilot",
    "Turned 50 in May",
    "Has long blond hair",
    "Lives in a small house near the lake",
    "Wears glasses"
  ])("of private life: %s", (memory) => assert.isTrue(isPrivateLife(memory)))

  it.each(["Runs a bakery in Lisbon", "Ordered 12 croissants", "Sells houses", "Needs a parental control app"])(
    "of no private life: %s",
    (memory) => assert.isFalse(isPrivateLife(memory))
  )

  it.each([
    "Her name is Ann and she is a vet",
    "must be called Mrs Brown, not Jane.",
    "Likes to be called Bob",
    "Goes by Liz",
    "Prefers email over SMS",
    "Prefers to be contacted by email; plan: Pro; company: Nordlys AS",
    "Best reached by phone in the morning",
    "VIP customer since 2019, spends $4,000 a year.",
    "customer_since=2021; plan=gold.",
    "Lead score 87",
    "High churn risk",
    "Hot lead, decision maker",
    "Average order value of 80 euros",
    "Is in the gold segment",
    "Do not mention the price",
    "Asked us to call back on Monday",
    "Clicked on the pricing link",
    "Opened the last 5 emails",
    "Abandoned cart with 3 items",
    "Spoke with Tom about a wholesale deal",
    "Was promised a discount of 10% by Tom",
    "Wants us to write less often",
    "Prefers delivery on Saturdays before 10",
    "Waiting for approval from CFO"
  ])("is heeded and not told: %s", (memory) => assert.isTrue(isManner(memory)))

  it.each([
    "Runs a bakery called Sunrise",
    "Wants an email marketing tool",
    "Leads a team of twelve",
    "Likes long walks",
    "Sells phones in Graz",
    "Wants to reduce churn at her company",
    "Bought the gold ring in May"
  ])("may be told: %s", (memory) => assert.isFalse(isManner(memory)))

  it("is about its subject, not about whom somebody does it with", () => {
    assert.strictEqual(withoutCompany("Wants to open a café with her sister in May"), "Wants to open a café")
    assert.strictEqual(withoutCompany("Decides with her husband"), "Decides with her husband")
    assert.strictEqual(withoutCompany("Bakes with rye"), "Bakes with rye")
  })

  it("is sour where somebody minds something", () => {
    assert.strictEqual(sournessOf("Hates cilantro"), "dislike")
    assert.strictEqual(sournessOf("Does not like the new menu"), "dislike")
    assert.strictEqual(sournessOf("Complained that the delivery was two weeks late"), "complaint")
    assert.strictEqual(sournessOf("The export is broken"), "complaint")
    assert.strictEqual(sournessOf("Is comparing us with two other suppliers"), "leaving")
    assert.strictEqual(sournessOf("Is thinking about leaving us for BreadCo"), "leaving")
    assert.isUndefined(sournessOf("Loves cilantro"))
    assert.isUndefined(sournessOf("Is switching from spreadsheets"))
  })

  it("is of business where it is about work, or about what they want of us", () => {
    assert.isTrue(isBusiness("fact", "Owns three hotels"))
    assert.isTrue(isBusiness("intent", "A bigger oven"))
    assert.isFalse(isBusiness("fact", "Reads crime novels"))
  })
})
