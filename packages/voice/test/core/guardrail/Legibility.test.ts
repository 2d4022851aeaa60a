import { assert, describe, it } from "@effect/vitest"
import { illegibilityOf } from "../../../src/core/guardrail/Legibility.ts"

describe("a text that can be read", () => {
  it.each([
    "Hi!",
    "Fresh bread daily.",
    "Our rhythm: brr, it is cold, tsk.",
    "NYC, LGTM, BBQ",
    "Angstschweiß? Nicht mit uns.",
    "Привет, как дела?",
    "パンが焼けました",
    "Row, row, row your boat gently down the stream",
    "We ship to Qatar via HTTPS.",
    "See https://lumen.example/xyz for more."
  ])("may be: %s", (text) => {
    assert.isUndefined(illegibilityOf(text))
  })

  it.each([
    ["asdf qwer zxcv", "its words are none of any language"],
    ["sdfghjk lkjhgf", "its words are none of any language"],
    ["the the the the the the the", "it says the same over and over"],
    ["1234567890 1234 5678", "it has no words"],
    ['{"a":1}', "it has no words"],
    ["https://x.example", "it has no words"],
    ["...!?", "it has no words"]
  ])("is none: %s", (text, why) => {
    assert.strictEqual(illegibilityOf(text), why)
  })
})
