import { assert, describe, it } from "@effect/vitest"
import { isBlank } from "@loopdrive/domain/Blank"

describe("a text is blank", () => {
  it("when it shows nothing, whatever it is made of", () => {
    for (const text of [
      "",
      " \n\t",
      "\u00a0\u2003",
      "\u200b",
      "\u2060\ufeff",
      "\u3164\u115f",
      "\u2800",
      "\u00ad\u034f"
    ])
      assert.isTrue(isBlank(text), JSON.stringify(text))
  })

  it("and not when there is one sign in it", () => {
    for (const text of ["\u200b.\u200b", "é", "❤️", "今", "\u200e0"])
      assert.isFalse(isBlank(text), JSON.stringify(text))
  })
})
