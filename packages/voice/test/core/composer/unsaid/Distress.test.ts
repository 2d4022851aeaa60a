import { assert, describe, it } from "@effect/vitest"
import { lossesIn, touches } from "../../../../src/core/composer/unsaid/Distress.ts"
import { choose, usualWish } from "../../../../src/core/composer/memories/MemoryChoice.ts"
import { isSensitive } from "../../../../src/core/composer/unsaid/Sensitive.ts"

describe("what people tell in passing", () => {
  it.each([
    "lost her dog in May",
    "we had to put our cat down on monday",
    "Lost my grandmother last week",
    "my back is killing me since the last class",
    "i stopped coming cause of my knee operation",
    "i stopped coming cause of my knee op",
    "my card got declined again, payday is friday",
    "my bank bounced the direct debit, sorry",
    "broke til end of month",
    "Please call my lawyer, not me",
    "threatened legal action over the roof",
    "does not eat pork",
    "No alcohol for her",
    "buys sugar-free chocolate monthly"
  ])("is not spoken of: %s", (memory) => assert.isTrue(isSensitive(memory)))

  it.each([
    "Partner at a 12-person law firm in Leeds",
    "Is a lawyer in Graz",
    "Runs the operations of a warehouse",
    "Lost two days to the migration",
    "Is back in the office on Monday",
    "Pays by card",
    "Eats at our place on Fridays"
  ])("is no matter of that kind: %s", (memory) => assert.isFalse(isSensitive(memory)))

  it("silences every other note about what was lost", () => {
    const losses = lossesIn(["lost her dog in May"])
    assert.isTrue(touches("bought dog food monthly until May", losses))
    assert.isFalse(touches("bought a lead", losses))
    assert.isTrue(touches("looked at the double stroller", lossesIn(["Had a miscarriage in spring"])))
    const now = 1_800_000_000_000
    const known = { kind: "fact", confidence: 1, similarity: 0.5, createdAt: now } as const
    const texts = ["lost her dog in May", "Bought dog food every month", "Runs a bakery"]
    const candidates = texts.map((text, index) => ({ id: `m${index}`, text, ...known }))
    assert.deepStrictEqual(
      choose(candidates, { ...usualWish, now }).map(({ id }) => id),
      ["m2"]
    )
  })
})
