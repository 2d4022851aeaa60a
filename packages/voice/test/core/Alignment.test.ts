import { describe, expect, it } from "vitest"
import { alignmentOf } from "../../src/core/Alignment.ts"
import type { BrandVoice } from "../../src/core/BrandVoice.ts"
import { brand } from "./fixtures/Brand.ts"

const tuned = (tone: Partial<BrandVoice["tone"]>, style: Partial<BrandVoice["style"]> = {}): BrandVoice => ({
  ...brand,
  tone: { ...brand.tone, ...tone },
  style: { ...brand.style, ...style },
  vocabulary: { ...brand.vocabulary, preferred: [] }
})
const rules = (text: string, voice: BrandVoice = brand) =>
  alignmentOf(text, voice).feedback.map((line) => line.replace(/:.*/s, ""))
const score = (text: string, voice: BrandVoice = brand) => alignmentOf(text, voice).score

const calm = "Thank you for your visit. We would be glad to show you the planner whenever it suits you."

describe("a text in the brand's voice", () => {
  it("scores high, and nothing is said against it", () => {
    expect(alignmentOf(calm, brand).feedback).toEqual([])
    expect(score(calm)).toBeGreaterThan(0.95)
  })

  it("loses by each thing that the brand does not do", () => {
    expect(rules(`${calm} Wow! Really!`)).toContain("exclamation marks")
    expect(rules(`${calm} 🎉`)).toContain("emoji")
    expect(rules(`${calm} Well... perhaps… so`)).toContain("ellipses")
    expect(rules(`**Hello** and ${calm}`)).toContain("bold")
    expect(rules(`_Hello_ and ${calm}`)).toContain("italic")
    expect(rules("1. Bread\n2. Cake\n3. Pies and the planner")).toContain("numbered lists")
    expect(rules("- Bread\n- Cake\n- Pies and the planner", tuned({}, { bullets: false }))).toContain("bullets")
    expect(rules("The planner — as they say — is here", tuned({}, { dashes: false }))).toContain("dashes")
    expect(rules("So! Much! Joy! Here! Now!", tuned({}, { exclamationMarks: true }))).toContain("exclamation marks")
  })

  it("loses by what is written without care, unless the brand plays with it", () => {
    expect(rules("lol wanna buy the planner??")).toEqual(["slang", "punctuation", "sentence starts"])
    expect(score("lol wanna buy the planner??")).toBeLessThan(0.4)
    expect(rules(`${calm} THIS PLANNER BEATS EVERY OTHER`)).toContain("capitals")
    const playful = tuned({ playful: 90, formal: 10 }, { exclamationMarks: true })
    expect(rules("lol wanna buy the planner??", playful)).not.toContain("slang")
    for (const text of [calm, "See the planner at UNESCO or in the USA? Ask for the PDF.", "iPhone owners, look here."])
      for (const rule of ["slang", "punctuation", "capitals", "sentence starts"])
        expect(rules(text)).not.toContain(rule)
    const letter = "Hi Ada,\n\nwould you like to see the planner?\n\nBest,\nThe team"
    expect(rules(letter)).not.toContain("sentence starts")
  })

  it("loses most by forbidden words and competitors", () => {
    expect(score("It is a cheap plan for you and your team.")).toBeLessThan(0.3)
    expect(rules("It is a cheap plan for you and your team.")[0]).toBe("forbidden words")
    expect(rules("We are better than Acmely in every way.")[0]).toBe("competitors")
  })

  it("is told the better word", () => {
    expect(alignmentOf("Our clients utilize the planner.", brand).feedback).toContain(
      'replacements: "use" instead of "utilize", "customers" instead of "clients"'
    )
    expect(rules("Our synergy is the planner.")).toContain("jargon")
    expect(rules("Our tool is here for you.")).toContain("preferred words")
  })

  it("has sentences as long as the brand's", () => {
    const long = `${"we bake bread and cake and pies and more of it all for you ".repeat(4)}.`
    expect(rules(long, tuned({}, { sentenceLength: "short" }))).toContain("sentence length")
    expect(rules("So. It is. Here. Now. Yes.", tuned({}, { sentenceLength: "long" }))).toContain("sentence length")
  })

  it("is no harder to read than the brand is", () => {
    expect(
      rules("Organizational interoperability considerations necessitate comprehensive infrastructural reconfiguration.")
    ).toContain("readability")
  })

  it("hears the tone", () => {
    const casual = "Hey folks, it's awesome, we're gonna have super cool stuff, yeah! You'll love it, don't wait."
    const formal =
      "Dear Ms Weber, we would be pleased to receive you at your convenience. Kindly let us know whom we may expect. Sincerely"
    expect(rules(casual, tuned({ formal: 90 }))).toContain("tone formal")
    expect(rules(formal, tuned({ formal: 90 }))).not.toContain("tone formal")
    expect(rules(formal, tuned({ formal: 5 }))).toContain("tone formal")
    expect(score(casual, tuned({ formal: 5, playful: 90 }, { exclamationMarks: true }))).toBeGreaterThan(
      score(formal, tuned({ formal: 5, playful: 90 }))
    )
    const meek = "Maybe we could perhaps try to help a bit, hopefully, not sure, sorry to bother you."
    expect(rules(meek, tuned({ confident: 95 }))).toContain("tone confident")
    expect(
      rules(
        "You must pay immediately. Failure to do so is your fault, and a penalty is required to follow.",
        tuned({ empathetic: 95 })
      )
    ).toContain("tone empathetic")
    expect(rules("It is simply magic, lovely and dreamy.", tuned({ technical: 95 }))).toContain("tone technical")
  })

  it("has words", () => {
    expect(alignmentOf("!!! 🎉", brand)).toEqual({ score: 0, feedback: ["text: it has no words"] })
  })
})
