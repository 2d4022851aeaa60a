import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { isDense, plain, segmentsOf, trim } from "../../../src/core/text/SmsFitting.ts"

describe("a text message", () => {
  it("is one segment at least, and dense where the alphabet has every letter", () => {
    expect([segmentsOf(""), segmentsOf("a".repeat(161)), segmentsOf("ж".repeat(71))]).toEqual([1, 2, 2])
    expect([isDense("déjà vu €"), isDense("í")]).toEqual([true, false])
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
        expect(segmentsOf(trim(text, segments))).toBeLessThanOrEqual(segments)
      })
    )
  })
})
