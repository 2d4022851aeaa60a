import { assert, describe, it } from "@effect/vitest"
import * as fc from "fast-check"
import * as ReplyIntent from "../../src/core/ReplyIntent.ts"

const replies: ReadonlyArray<readonly [string, string, ReplyIntent.Sentiment]> = [
  ["Yes, sounds great! Let's book a demo", "interested", "positive"],
  ["I'm interested, tell me more", "interested", "positive"],
  ["Count me in 🎉", "interested", "positive"],
  ["oui, ça m'intéresse", "interested", "positive"],
  ["How much is it?", "question", "neutral"],
  ["Does it come in blue?", "question", "neutral"],
  ["¿Cuánto cuesta?", "question", "neutral"],
  ["Not interested", "objection", "negative"],
  ["It's too expensive for us", "objection", "negative"],
  ["No thanks, we already use something else", "objection", "negative"],
  ["zu teuer", "objection", "negative"],
  ["Not now, maybe next month", "not_now", "neutral"],
  ["I'm too busy this week, circle back later", "not_now", "negative"],
  ["I am out of the office until Monday", "not_now", "neutral"],
  ["plus tard", "not_now", "neutral"],
  ["Please unsubscribe me from this stupid list", "opt_out", "negative"],
  ["STOP", "opt_out", "neutral"],
  ["Take me off your list or I'll sue", "opt_out", "negative"],
  ["Who is this?", "wrong_person", "neutral"],
  ["You have the wrong number", "wrong_person", "negative"],
  ["Thanks a lot, that was very helpful", "thanks", "positive"],
  ["Danke!", "thanks", "positive"],
  ["The parcel lies at the neighbour's", "other", "neutral"],
  ["This is the worst service, I hate it", "other", "negative"],
  ["can't stop smiling, I love it", "other", "positive"],
  ["That is not good at all", "other", "negative"],
  ["", "other", "neutral"]
]

describe("what a reply wants", () => {
  for (const [reply, intent, sentiment] of replies)
    it(`is ${intent}, ${sentiment}: ${JSON.stringify(reply)}`, () => {
      const reading = ReplyIntent.read(reply)
      assert.deepStrictEqual([reading.intent, reading.sentiment], [intent, sentiment], JSON.stringify(reading))
    })

  it("is read from the reply, not from what it quotes", () =>
    assert.strictEqual(
      ReplyIntent.read("Sounds good\n\nOn Monday, 3 May 2027 Acme wrote:\n> unsubscribe here").intent,
      "interested"
    ))

  it("is surer the plainer it is", () => {
    assert.strictEqual(ReplyIntent.read("stop").confidence, 1)
    assert.isAbove(ReplyIntent.read("wrong number").confidence, ReplyIntent.read("ok but later?").confidence)
    assert.strictEqual(ReplyIntent.read("zzz").confidence, 0)
  })

  it("is found in any text at all, with a confidence from 0 to 1", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 300 }), (text) => {
        const { confidence } = ReplyIntent.read(text)
        assert.isTrue(confidence >= 0 && confidence <= 1)
      })
    )
  })
})
