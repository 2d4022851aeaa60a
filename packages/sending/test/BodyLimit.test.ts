import { assert, describe, it } from "@effect/vitest"
import * as BodyLimit from "../src/BodyLimit.ts"

describe("the limit of a body", () => {
  it("is one segment of an SMS unless more are asked for, ten at the most", () => {
    const asked = (segmentsMost: unknown) => BodyLimit.segmentsOf({ segmentsMost })
    assert.deepStrictEqual(
      [asked(undefined), asked(3), asked(50), asked(0), asked("2"), asked(1.5)],
      [1, 3, 10, 1, 1, 1]
    )
    assert.strictEqual(BodyLimit.segmentsOf(undefined), 1)
    assert.isUndefined(BodyLimit.faultOf("sms", "x".repeat(160), 1))
    assert.include(BodyLimit.faultOf("sms", "x".repeat(161), 1), "2 segments")
    assert.include(BodyLimit.faultOf("sms", "x".repeat(400), 2), "are allowed")
    // Anything beyond the GSM alphabet halves a segment.
    assert.isDefined(BodyLimit.faultOf("sms", "ж".repeat(71), 1))
  })

  it("is the platform's, counted in characters as people see them", () => {
    assert.isUndefined(BodyLimit.faultOf("x", "😀".repeat(280), 1))
    assert.include(BodyLimit.faultOf("x", "😀".repeat(281), 1), "281 characters")
    assert.isDefined(BodyLimit.faultOf("instagram", "a".repeat(801), 1))
    assert.isUndefined(BodyLimit.faultOf("email", "a".repeat(10_000), 1))
    assert.include(BodyLimit.faultOf("email", "a".repeat(10_001), 1), "email allows 10000")
    assert.deepStrictEqual(
      [BodyLimit.charactersOf("sms", 1), BodyLimit.charactersOf("sms", 2), BodyLimit.charactersOf("tiktok", 1)],
      [160, 306, 2000]
    )
  })
})
