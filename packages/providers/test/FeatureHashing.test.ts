import { assert, describe, it } from "@effect/vitest"
import * as fc from "fast-check"
import { embed } from "../src/core/FeatureHashing.ts"
import { dot } from "../src/core/Vector.ts"

const dimensions = 1536
const near = (left: string, right: string): number => dot(embed(left, dimensions), embed(right, dimensions))

/** Pairs that say the same in other words, with words in common as people's have. */
const paraphrases: ReadonlyArray<readonly [string, string]> = [
  ["Prefers to be called in the morning", "She prefers morning calls"],
  ["Is allergic to peanuts", "Has a peanut allergy"],
  ["Runs a small bakery in Lisbon", "Owner of a bakery in Lisbon"],
  ["Asked about pricing for the enterprise plan", "Wants enterprise plan prices"],
  ["Has two kids in primary school", "Two children, both at primary school"],
  ["Trains for the Berlin marathon", "Is training to run a marathon in Berlin"],
  ["Complained about late delivery", "Unhappy that the delivery was late"],
  ["Interessiert sich für Solaranlagen", "Hat Interesse an einer Solaranlage"]
]

describe("dot", () => {
  it("takes the shorter of two vectors as padded with zeros", () => {
    assert.strictEqual(dot([1, 2, 3], [4, 5]), 14)
    assert.strictEqual(dot([4, 5], [1, 2, 3]), 14)
  })
})

describe("FeatureHashing", () => {
  it("puts every paraphrase nearer than every unrelated sentence", () => {
    for (const [index, [left, right]] of paraphrases.entries()) {
      const unrelated = paraphrases
        .filter((_, other) => other !== index)
        .flatMap(([a, b]) => [near(left, a), near(left, b)])
      assert.isAbove(near(left, right), Math.max(...unrelated), `${left} / ${right}`)
      assert.isAbove(near(left, right), 0.15, `${left} / ${right}`)
    }
  })

  it("keeps unrelated sentences apart", () => {
    for (const [index, [left]] of paraphrases.entries()) {
      for (const [other] of paraphrases.slice(index + 1)) assert.isBelow(Math.abs(near(left, other)), 0.25)
    }
  })

  it("forgives a typing error", () => {
    for (const [right, wrong] of [
      ["restaurant recommendations", "restuarant recomendations"],
      ["Interested in photography workshops", "Intrested in photografy workshops"],
      ["schedule a consultation", "shedule a consultaton"]
    ] as const) {
      assert.isAbove(near(right, wrong), 0.35, wrong)
      assert.isAbove(near(right, wrong), 2 * Math.abs(near(right, "the invoice is overdue")))
    }
  })

  it("does not see case, width, composition or punctuation", () => {
    assert.isAbove(near("Café Ünïcode!", "cafe\u0301 ünïcode"), 0.999999)
    assert.isAbove(near("ＨＥＬＬＯ world", "hello, WORLD..."), 0.999999)
  })

  it("hears the order of words", () => {
    assert.isBelow(near("dog bites man", "man bites dog"), 0.999)
  })

  it("reads scripts without spaces and symbols alone", () => {
    assert.isAbove(near("東京で新しい店を開く", "東京で新しい店を開きました"), 0.5)
    assert.isBelow(Math.abs(near("🎂", "🚲")), 0.1)
    assert.isAbove(near("🎂", "🎂"), 0.999999)
  })

  it("gives texts without words one fixed place of their own", () => {
    for (const text of ["", "   ", "\n\t", "...!?"]) {
      const vector = embed(text, dimensions)
      assert.strictEqual(vector[0], 1)
      assert.strictEqual(dot(vector, vector), 1)
    }
    assert.isBelow(Math.abs(near("", "Is allergic to peanuts")), 0.1)
  })

  it("is of unit length, finite and the same each time, for any text", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: "binary" }), fc.string({ unit: "grapheme", maxLength: 400 })), (text) => {
        const vector = embed(text, dimensions)
        assert.strictEqual(vector.length, dimensions)
        assert.isTrue(vector.every(Number.isFinite))
        assert.closeTo(Math.sqrt(dot(vector, vector)), 1, 1e-5)
        assert.deepStrictEqual(embed(text, dimensions), vector)
      }),
      { numRuns: 300 }
    )
  })

  it("stays what it is: stored vectors must match those of later versions", () => {
    const vector = embed("loop drive", dimensions)
    const places = [...vector.entries()].filter(([, x]) => x !== 0)
    let hash = 0
    for (const [index, x] of places) hash = (Math.imul(hash, 31) + index * (x > 0 ? 1 : -1)) | 0
    assert.deepStrictEqual([places.length, hash], [24, 1390910456])
  })

  it("spreads different words over the whole vector", () => {
    const used = new Set<number>()
    for (let n = 0; n < 2000; n += 1) {
      for (const [index, x] of embed(`customer${n} bought${n}`, dimensions).entries()) if (x !== 0) used.add(index)
    }
    assert.isAbove(used.size, dimensions * 0.99)
  })
})
