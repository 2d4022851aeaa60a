import { assert, describe, it } from "@effect/vitest"
import { defaultVoice } from "../../../../src/core/BrandVoice.ts"
import { guard } from "../../../../src/core/guardrail/Guardrail.ts"
import { ofLocal } from "../../../../src/core/LeftOut.ts"
import { compose } from "../../../../src/core/composer/LocalComposer.ts"
import { refusals, usualWish } from "../../../../src/core/composer/memories/MemoryChoice.ts"
import { against } from "../../../../src/core/composer/unsaid/Refusals.ts"
import { request, texts } from "../../Composed.ts"

const judge = (text: string) =>
  guard(text, { voice: defaultVoice, channel: "email", purpose: "marketing", stage: "draft" })

describe("what somebody asked not to hear of", () => {
  it("is not pressed on them, and the caller is told", () => {
    for (const [objective, text, context] of [
      ["demo_book", "does NOT want a demo, only pricing", undefined],
      ["upsell", "asked not to be contacted about the premium plan", { product: "the premium plan", price: "$20" }],
      ["upsell", "Doesn't need more seats", undefined]
    ] as const) {
      const composition = request("email", objective, {}, { memories: [], refusals: [text], context })
      for (const said of texts(composition)) assert.notMatch(said, /demo|premium|\$20|seats|upgrade/i)
      const [primary = { text: "", snippetIds: [], memoryIds: [] }] = compose(composition).variants
      const left = ofLocal(composition, primary, judge)
      assert.deepStrictEqual(left[0], { field: "objective", reason: "the person asked not to hear of it" })
    }
  })

  it("is nothing that only sounds near, nor what the caller has written themselves", () => {
    const of = (objective: string, text: string, draft?: string) =>
      against({ objective, memories: [], refusals: [text], ...(draft === undefined ? {} : { draft }) })
    assert.isEmpty(of("demo_book", "Does not want phone calls"))
    assert.isEmpty(of("nurture", "Does not want a demo"))
    assert.isEmpty(of("demo_book", "Wants a demo"))
    assert.isEmpty(of("demo_book", "Does not want a demo", "Our demo is on Friday."))
  })

  it("is found among all that is known, also what is not told", () => {
    const known = { id: "m", kind: "preference", confidence: 1, similarity: 0, createdAt: 0 } as const
    const text = "asked not to be contacted about the premium plan"
    assert.deepStrictEqual(
      refusals(
        [
          { ...known, text },
          { ...known, text: "Likes rye" }
        ],
        usualWish
      ),
      [text]
    )
    assert.isEmpty(refusals([{ ...known, text, confidence: 0.1 }], usualWish))
  })
})
