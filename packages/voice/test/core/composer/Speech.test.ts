import { describe, expect, it } from "@effect/vitest"
import { defaultVoice } from "../../../src/core/BrandVoice.ts"
import * as Speech from "../../../src/core/composer/Speech.ts"

const manner: Speech.Manner = {
  voice: defaultVoice,
  seed: 0,
  grade: undefined,
  isAboutSomething: false,
  hasLink: false
}

describe("our own phrases", () => {
  it("repeat no four words in a row, contracted or not", () => {
    const speech = Speech.make(manner)
    speech.hear("There is a next step, for when you want one.")
    expect(speech.repeats("There's a next step that could help.")).toBe(true)
    expect(speech.say(["There is a next step for you.", "Have a good day."], 0)).toBe("Have a good day.")
    expect(speech.say(["There is a next step for you."], 0)).toBeUndefined()
  })

  it("speak of something only where it is there", () => {
    const pool = ["+We picked it for you.", "++Have a look.", "Hello."]
    const all = (more: Partial<Speech.Manner>) =>
      pool.map((_, turn) => Speech.make({ ...manner, ...more }).say(pool, turn))
    expect(new Set(all({}))).toEqual(new Set(["Hello."]))
    expect(new Set(all({ isAboutSomething: true }))).toEqual(new Set(["We picked it for you.", "Hello."]))
    expect(new Set(all({ hasLink: true }))).toEqual(new Set(["We picked it for you.", "Have a look.", "Hello."]))
  })

  it("are the simplest of their pool or the richest, as is asked", () => {
    const pool = [
      "Tell us what you need.",
      "We would appreciate additional information concerning your particular requirements.",
      "Say how we can help.",
      "Individual consultations are available for every organisation.",
      "Just ask."
    ]
    expect(Speech.make({ ...manner, grade: 5 }).say(pool, 0)).toBe("Just ask.")
    expect(Speech.make({ ...manner, grade: 16, seed: 7 }).say(pool, 7)).toMatch(/consultations|requirements/)
  })

  it("are in the brand's words", () => {
    const voice = { ...defaultVoice, vocabulary: { ...defaultVoice.vocabulary, replacements: { demo: "tasting" } } }
    expect(Speech.make({ ...manner, voice }).say(["Pick a time for your demo."], 0)).toBe(
      "Pick a time for your tasting."
    )
  })
})
