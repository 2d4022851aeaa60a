import { assert, describe, it } from "@effect/vitest"
import { defaultVoice } from "../src/core/BrandVoice.ts"
import type { Policy } from "../src/core/Check.ts"
import * as Guardrail from "../src/core/guardrail/Guardrail.ts"
import * as VerdictMemory from "../src/VerdictMemory.ts"

const policy: Policy = { voice: defaultVoice, channel: "email", purpose: "marketing", stage: "draft" }

const strict = { ...defaultVoice, vocabulary: { ...defaultVoice.vocabulary, forbidden: ["programme"] } }

const remembering = () => {
  const judged: Array<string> = []
  const judge = VerdictMemory.make((text, held) => {
    judged.push(text)
    return Guardrail.guard(text, held)
  })
  return { judge, judged }
}

describe("a verdict that is remembered", () => {
  it("is the one that would be given", () => {
    const { judge } = remembering()
    const texts = ["The programme is out.", "You idiots will regret this.", "Call me at 555-123-4567."]
    for (const text of [...texts, ...texts]) assert.deepStrictEqual(judge(text, policy), Guardrail.guard(text, policy))
  })

  it("is given once for a text, whoever it goes to", () => {
    const { judge, judged } = remembering()
    judge("The programme is out.", policy)
    judge("The programme is out.", { ...policy })
    assert.deepStrictEqual(judged, ["The programme is out."])
  })

  it.each([
    ["another channel", { channel: "sms" }],
    ["another purpose", { purpose: "transactional" }],
    ["a voice that was changed", { voice: strict }],
    ["what a moderation service thinks", { moderation: 0.99 }]
  ] as const)("does not stand for %s", (_, other) => {
    const { judge, judged } = remembering()
    judge("The programme is out.", policy)
    const held = { ...policy, ...other } as Policy
    assert.deepStrictEqual(judge("The programme is out.", held), Guardrail.guard("The programme is out.", held))
    assert.strictEqual(judged.length, 2)
  })

  it("is forgotten when others were asked for since, not while it is asked for", () => {
    const { judge, judged } = remembering()
    const times = (text: string) => judged.filter((one) => one === text).length
    judge("kept", policy)
    judge("left", policy)
    for (let n = 0; n < 256; n++) {
      judge(`text ${n}`, policy)
      judge("kept", policy)
    }
    judge("left", policy)
    assert.deepStrictEqual([times("kept"), times("left")], [1, 2])
  })
})
