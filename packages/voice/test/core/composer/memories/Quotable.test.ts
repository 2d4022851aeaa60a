import { assert, describe, it } from "@effect/vitest"
import { isKind, isQuestion } from "../../../../src/core/composer/memories/Quotable.ts"

describe("words of somebody's own", () => {
  it.each([
    "I need a quote for 20 seats",
    "Please call me back!",
    "We would like to export to Denmark",
    "The strings I bought are brilliant, so much warmer"
  ])("are read to them again: %s", (text) => assert.isTrue(isKind(text)))

  it.each([
    "Too expensive. and your last delivery was late and the bread was stale",
    "Delivery fee of 49 is a bit steep tbh",
    "My colleague Anna said you are rip-off merchants",
    "How do i cancel?? your app keeps logging me out",
    "Whats the waiting list like",
    "Miso wont eat the salmon one lol",
    "I play guitar n want to learn jazz chords",
    "Wow your team is the best, esp. Karim at the front desk!!!",
    "Ich hätte gern ein Angebot für 5 kg Espressobohnen pro Woche",
    "We already use Shopify and dont want to migrate"
  ])("are not: %s", (text) => assert.isFalse(isKind(text)))

  it.each(["Does yours have gantt charts or not?", "any chance of a bundle price", "Whats the waiting list like"])(
    "ask, with their mark or without: %s",
    (text) => assert.isTrue(isQuestion(text))
  )
})
