import { describe, expect, it } from "vitest"
import { gradeOf, measure, syllablesOf } from "../../../src/core/text/Readability.ts"
import { sentencesOf, wordsOf } from "../../../src/core/text/Sentences.ts"
import { sentimentOf } from "../../../src/core/text/Sentiment.ts"

describe("readability", () => {
  it.each([
    ["bread", 1],
    ["make", 1],
    ["table", 2],
    ["bakery", 3],
    ["wanted", 2],
    ["asked", 1],
    ["information", 4],
    ["the", 1],
    ["42", 1]
  ])("counts the syllables of %s", (word, count) => expect(syllablesOf(word)).toBe(count))

  it("is a school grade by Flesch and Kincaid", () => {
    expect(gradeOf("The cat sat on the mat.")).toBe(0)
    expect(gradeOf("The baker wanted to open the shop early in the morning.")).toBeCloseTo(
      0.39 * 11 + (11.8 * 16) / 11 - 15.59,
      5
    )
    expect(gradeOf("")).toBe(0)
    expect(measure("https://a.test/x")).toEqual({ perSentence: 0, perWord: 0 })
  })
})

describe("sentences", () => {
  it("end at stops and lines, not at abbreviations and numbers", () => {
    const text = "Dr. Weber pays $1.50 for it! Really?\nYes (he does.) And then…  so e.g. bread. "
    expect(sentencesOf(text).map((one) => one.text)).toEqual([
      "Dr. Weber pays $1.50 for it!",
      "Really?",
      "Yes (he does.)",
      "And then…",
      "so e.g. bread."
    ])
    for (const { end, start, text: one } of sentencesOf(text)) expect(text.slice(start, end)).toBe(one)
    expect(sentencesOf("He is a dr.").map((one) => one.text)).toEqual(["He is a dr."])
  })

  it("have words with their apostrophes and hyphens", () => {
    expect(wordsOf("Don’t re-use it's 3 times!")).toEqual(["Don’t", "re-use", "it's", "3", "times"])
    expect(wordsOf("!?")).toEqual([])
  })
})

describe("sentiment", () => {
  it("is the sum of glad and cross words, turned by a negation", () => {
    expect(sentimentOf("We are glad and happy to help, thank you.")).toBeGreaterThan(0.5)
    expect(sentimentOf("This is terrible, horrible and wrong.")).toBeLessThan(-0.5)
    expect(sentimentOf("It is not bad.")).toBeGreaterThan(0)
    expect(sentimentOf("The table is brown.")).toBe(0)
  })
})
