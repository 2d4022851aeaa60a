import { assert, describe, it } from "@effect/vitest"
import * as SmsSegments from "@loopdrive/domain/SmsSegments"
import * as fc from "fast-check"
import * as OptOutAnswer from "../../src/core/OptOutAnswer.ts"
import * as OptOutLexicon from "../../src/core/OptOutLexicon.ts"

const keywords = ["stop", "start", "help"] as const

describe("the answer to a command", () => {
  it.each([
    [[], undefined, "en"],
    [[], "fr-CA", "fr"],
    [[], "pt_BR", "pt"],
    [[], "ja-JP", "en"],
    [["de"], "fr", "de"],
    [["es", "pt"], "pt-PT", "pt"],
    [["es", "pt"], "en", "es"],
    [["es", "pt", "it"], "IT", "it"]
  ] as const)("to one said in %o by somebody of %s is in %s", (languages, locale, language) => {
    assert.strictEqual(OptOutAnswer.languageOf(languages, locale), language)
  })

  it("names the sender, and the way back", () => {
    assert.strictEqual(
      OptOutAnswer.text("stop", "en", "Acme"),
      "Acme: you will get no more messages from us here. Reply START to get them again."
    )
    assert.match(OptOutAnswer.text("start", "de", "Łódź Café"), /^Łodz Café: Sie erhalten wieder Nachrichten\. STOP/)
    assert.match(OptOutAnswer.text("help", "it", "  "), /^Rispondi STOP/)
    for (const language of OptOutLexicon.languages) {
      assert.include(OptOutAnswer.text("stop", language, "Acme"), "START")
      assert.include(OptOutAnswer.text("start", language, "Acme"), "STOP")
      assert.match(OptOutAnswer.text("help", language, "Acme"), /STOP.*START/)
    }
  })

  it("is one segment whatever the sender is called, and of the GSM alphabet where the name is", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...keywords),
        fc.constantFrom(...OptOutLexicon.languages),
        fc.string({ unit: "grapheme", maxLength: 200 }),
        (keyword, language, name) => {
          assert.strictEqual(SmsSegments.of(OptOutAnswer.text(keyword, language, name)).count, 1)
        }
      )
    )
    for (const keyword of keywords)
      for (const language of OptOutLexicon.languages) {
        const answer = OptOutAnswer.text(keyword, language, "Müller & Söhne")
        assert.strictEqual(SmsSegments.of(answer).encoding, "GSM-7", answer)
        // A name in any writing has room.
        assert.isAtLeast([...OptOutAnswer.text(keyword, language, "東京".repeat(20)).matchAll(/[東京]/g)].length, 10)
      }
  })
})
