import { assert, describe, it } from "@effect/vitest"
import { isInterest } from "../../../../src/core/composer/unsaid/Interests.ts"

describe("a topic", () => {
  it("is an interest where it weighs something, is wanted and may be spoken of", () => {
    assert.isTrue(isInterest({ name: "sourdough", weight: 0.8 }))
    assert.isFalse(isInterest({ name: "sourdough", weight: 0.1 }))
    assert.isFalse(isInterest({ name: "sourdough", weight: 0.8, category: "dislikes" }))
    for (const name of ["migraine", "divorce", "payday loans", "islam", "pregnancy"])
      assert.isFalse(isInterest({ name, weight: 1 }), name)
  })
})
