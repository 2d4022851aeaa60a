import { assert, describe, it } from "@effect/vitest"
import * as fc from "fast-check"
import * as SmsSegments from "../src/SmsSegments.ts"

const counted = (text: string) => {
  const { count, encoding, units } = SmsSegments.of(text)
  return `${count} ${encoding} ${units}`
}

describe("the segments of a text", () => {
  for (const [name, text, expected] of [
    ["nothing", "", "0 GSM-7 0"],
    ["160 plain letters", "a".repeat(160), "1 GSM-7 160"],
    ["one more", "a".repeat(161), "2 GSM-7 161"],
    ["two full ones", "a".repeat(306), "2 GSM-7 306"],
    ["a euro, which takes two places", `${"a".repeat(158)}€`, "1 GSM-7 160"],
    ["a euro that does not fit behind", `${"a".repeat(152)}€${"a".repeat(152)}`, "3 GSM-7 306"],
    ["70 letters of another script", "я".repeat(70), "1 UCS-2 70"],
    ["one more of them", "я".repeat(71), "2 UCS-2 71"],
    ["an emoji, which takes two places", `${"a".repeat(69)}😀`, "2 UCS-2 71"]
  ] as const)
    it(`are counted for ${name}`, () => assert.strictEqual(counted(text), expected))

  it("tell which characters made them UCS-2, each once", () =>
    assert.deepStrictEqual(SmsSegments.foreignIn("déjà vu — ж ж"), ["—", "ж"]))

  it("hold all of the text, and one less would not", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 400 }), (text) => {
        const { count, encoding, units } = SmsSegments.of(text)
        const [single, several] = encoding === "GSM-7" ? [160, 153] : [70, 67]
        assert.isAtMost(units, count <= 1 ? single : count * several)
        // A character that takes two places may leave one of them empty in each segment before.
        if (count > 1) assert.isAbove(units, count === 2 ? single : (count - 1) * (several - 1))
      })
    )
  })
})
