import { assert, describe, it } from "@effect/vitest"
import { trigrams, wordSimilarity } from "../../src/core/Trigram.ts"

describe("trigrams", () => {
  it("are of every word, padded as PostgreSQL pads them", () => {
    assert.deepStrictEqual(trigrams("Cat!"), ["  c", " ca", "cat", "at "])
    assert.deepStrictEqual(trigrams("a-b"), ["  a", " a ", "  b", " b "])
    assert.isEmpty(trigrams("?! "))
  })
})

describe("word similarity", () => {
  it("is the documented value for the documented example", () => {
    assert.strictEqual(wordSimilarity("word", "two words"), 0.8)
  })

  it("is 1 for a word of the text and 0 for nothing in common", () => {
    assert.strictEqual(wordSimilarity("lovelace", "ada lovelace"), 1)
    assert.strictEqual(wordSimilarity("xyz", "ada lovelace"), 0)
    assert.strictEqual(wordSimilarity("", "ada"), 0)
    assert.strictEqual(wordSimilarity("ada", ""), 0)
  })
})
