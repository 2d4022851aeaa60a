import { assert, describe, it } from "@effect/vitest"
import { isGrievance, isSensitive } from "../../../../src/core/composer/unsaid/Sensitive.ts"

const unspoken = [
  "Diagnosed with depression last month",
  "Is 62 years old, overweight and short of breath",
  "His mother died in March",
  "Lost her husband two years ago",
  "Divorced last spring, has custody of two kids",
  "Owes 4,200 euros on her credit card",
  "Salary approx. 95k",
  "Got fired from the bakery in May",
  "Voted for the Green Party",
  "Is a devout Christian",
  "Came out as gay to the team",
  "Asylum seeker from Eritrea",
  "Was arrested for drunk driving",
  "Password hint: fluffy; card ends 4242",
  "Nice guy but cheap, always haggles",
  "Client is very rude on the phone",
  "A total time waster",
  "Seems a bit lazy",
  "High-value account, churn risk",
  "Visited the pricing page three times",
  "Looked at https://acme.example/pricing",
  "Pregnant with twins",
  "Recovering alcoholic",
  "Is trying for a baby",
  "Drinks a lot at fairs",
  "Goes to church on Sundays",
  "Is behind on the rent",
  "Lives alone since the separation",
  "Seemed confused on the call",
  "Is lonely",
  "Wears hearing aids",
  "Lost 20 kg last year",
  "Her house burned down",
  "Bad payer",
  "Fails to understand simple things",
  "Sleeps badly",
  "Visits the casino weekly",
  "Never wants to hear about upsells again",
  "hates newsletters",
  "doesn't like phone calls",
  "Do not contact on weekends"
]

const spoken = [
  "Runs a bakery in Lisbon and asked for a demo",
  "Prefers non-alcoholic wine",
  "Loves leafy greens and cooks twice a week",
  "Wants to reduce churn at her company",
  "Christian Bauer is her business partner",
  "Likes cheap flights on weekends",
  "Prefers to be contacted in the morning",
  "Prefers concise emails",
  "Wants an email marketing tool for her shop",
  "Asked us to call back on Monday",
  "Looks for a phone with a good camera",
  "Loves short hikes and long breakfasts",
  "Prefers oat milk",
  "Sells blinds for large windows",
  "Wants to contact suppliers in Porto",
  "Disabled the newsletter last year and wants it back",
  "Trains for a marathon in October",
  "Tracked her parcel and got it on Friday",
  "Finds the setup difficult to explain to the team",
  "Has two kids and a dog",
  "Thinks that the setup is difficult and the price is not cheap",
  "Customer since 2021",
  "Likes a fat tyre on the bike",
  "Is too busy for calls in the morning"
]

describe("what is remembered and not said", () => {
  it.each(unspoken)("%s", (memory) => {
    assert.isTrue(isSensitive(memory))
  })
  it.each(spoken)("may be said: %s", (memory) => {
    assert.isFalse(isSensitive(memory))
  })
  it("tells a grievance from an interest", () => {
    for (const memory of [
      "Wants to cancel the subscription",
      "Asked for a refund for order 4417",
      "Said it was a scam"
    ])
      assert.isTrue(isGrievance(memory), memory)
    for (const memory of ["Asked for a demo", "Returned from holidays", "Loves our newsletter"])
      assert.isFalse(isGrievance(memory), memory)
  })
})
