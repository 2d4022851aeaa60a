import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { plain, segmentsOf, trim } from "../../../src/core/text/SmsSegments.ts"

describe("segments", () => {
  it.each([
    ["a".repeat(160), "gsm7", 160, 1],
    ["a".repeat(161), "gsm7", 161, 2],
    ["a".repeat(306), "gsm7", 306, 2],
    ["a".repeat(307), "gsm7", 307, 3],
    ["€".repeat(80), "gsm7", 160, 1],
    ["{".repeat(81), "gsm7", 162, 2],
    ["", "gsm7", 0, 1],
    ["ж".repeat(70), "ucs2", 70, 1],
    ["ж".repeat(71), "ucs2", 71, 2],
    ["ж".repeat(135), "ucs2", 135, 3],
    ["🙂".repeat(35), "ucs2", 70, 1],
    ["🙂".repeat(36), "ucs2", 72, 2]
  ])("of %s", (text, encoding, units, segments) =>
    expect(segmentsOf(text)).toMatchObject({ encoding, units, segments })
  )

  it("do not cut an escape pair or a surrogate pair in two", () => {
    expect(segmentsOf(`${"a".repeat(152)}€${"a".repeat(152)}`)).toMatchObject({ units: 306, segments: 3 })
    expect(segmentsOf(`${"ж".repeat(66)}🙂${"ж".repeat(66)}`).segments).toBe(3)
  })

  it("say what made them UCS-2, once", () => {
    expect(segmentsOf("déjà vu — ж ж").foreign).toEqual(["—", "ж"])
  })
})

describe("trimming", () => {
  it("keeps what fits, in plain characters", () => {
    expect(trim("It’s here – “now”…")).toBe('It\'s here - "now"...')
    expect(plain("a\u00a0b\tc")).toBe("a b c")
    expect(plain("„so“ «so» ‹so› ‟so‛ — − ‒ 3 × 4\u2009m\u200b")).toBe('"so" "so" \'so\' "so\' - - - 3 x 4 m')
  })

  it("cuts at a word and leaves no comma hanging", () => {
    expect(trim(`${"word ".repeat(31)}tail, and more of it`)).toBe(`${"word ".repeat(31)}tail`)
    expect(trim("x".repeat(200))).toHaveLength(160)
  })

  it("always ends within the segments asked for", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 400 }), fc.integer({ min: 1, max: 3 }), (text, segments) => {
        expect(segmentsOf(trim(text, segments)).segments).toBeLessThanOrEqual(segments)
      })
    )
  })
})
