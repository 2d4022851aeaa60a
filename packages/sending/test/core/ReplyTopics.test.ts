import { assert, describe, it } from "@effect/vitest"
import * as ReplyTopics from "../../src/core/ReplyTopics.ts"

const interested = { intent: "interested", sentiment: "positive", confidence: 1 } as const
const known = [
  { name: "Rye bread", weight: 0.4 },
  { name: "AI", weight: 0.4 }
]

describe("ReplyTopics", () => {
  it("a topic that an interested reply names weighs more, one that an objection names less", () => {
    const text = "I love your rye bread, and ai"
    assert.deepStrictEqual(ReplyTopics.weigh(text, interested, known, undefined), [{ name: "Rye bread", weight: 0.55 }])
    const objection = { ...interested, intent: "objection", sentiment: "negative" } as const
    assert.deepStrictEqual(ReplyTopics.weigh(text, objection, known, undefined), [{ name: "Rye bread", weight: 0.3 }])
  })

  it("a reply is about the topic of the message that it answers, known or not", () => {
    assert.deepStrictEqual(ReplyTopics.weigh("yes!", interested, known, "rye bread"), [
      { name: "Rye bread", weight: 0.55 }
    ])
    assert.deepStrictEqual(ReplyTopics.weigh("yes!", interested, known, "Cakes"), [{ name: "Cakes", weight: 0.63 }])
    assert.deepStrictEqual(ReplyTopics.weigh("yes!", interested, known, " "), [])
  })

  it("says nothing where the reply does not", () => {
    const thanks = { ...interested, intent: "thanks" } as const
    assert.deepStrictEqual(ReplyTopics.weigh("rye bread, thanks", thanks, known, undefined), [])
    const annoyed = { intent: "question", sentiment: "negative", confidence: 1 } as const
    assert.deepStrictEqual(ReplyTopics.weigh("what rye bread?", annoyed, known, undefined), [])
  })
})
