import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import { describe, expect, it } from "vitest"
import { BrandVoice, PromptPack } from "../src/Voice.ts"

const voice = {
  tone: { formal: 0, playful: 100, confident: 50, empathetic: 50, technical: 50, preferred: ["witty"], avoided: [] },
  style: {
    sentenceLength: "short",
    paragraphs: "single",
    exclamationMarks: false,
    emoji: true,
    dashes: true,
    ellipses: false,
    bold: false,
    italic: false,
    bullets: true,
    numberedLists: false
  },
  vocabulary: { preferred: [], forbidden: ["cheap"], jargon: [], replacements: { cheap: "affordable" }, glossary: {} },
  compliance: {
    regulations: ["GDPR"],
    disclaimers: { sms: "Ad" },
    required: ["opt_out"],
    countries: {
      DE: {
        quietHours: { start: "21:00", end: "08:00" },
        messagesPerDay: 2,
        consentRequired: true,
        disclosures: ["Anzeige"]
      }
    }
  },
  competitors: [],
  contact: { name: "Lumen", emails: [], phones: [], links: [] }
}
const decode = Schema.decodeUnknownResult(BrandVoice)

describe("a brand voice", () => {
  it("is taken as documented", () => {
    expect(Result.getOrThrow(decode(voice))).toEqual(voice)
  })

  it.each([
    ["a slider beyond its end", { ...voice, tone: { ...voice.tone, formal: 101 } }],
    ["a slider between whole numbers", { ...voice, tone: { ...voice.tone, formal: 0.5 } }],
    ["a tone that is none", { ...voice, tone: { ...voice.tone, avoided: ["grumpy"] } }],
    [
      "an hour that is none",
      {
        ...voice,
        compliance: { ...voice.compliance, countries: { DE: { quietHours: { start: "25:00", end: "08:00" } } } }
      }
    ],
    ["an empty word", { ...voice, vocabulary: { ...voice.vocabulary, forbidden: [""] } }],
    [
      "more words than are looked for",
      { ...voice, competitors: Array.from({ length: 501 }, (_, index) => `c${index}`) }
    ]
  ])("is refused with %s", (_, wrong) => expect(Result.isFailure(decode(wrong))).toBe(true))
})

it("a prompt pack is taken with and without examples", () => {
  const pack = { systemPrompt: "s", userPromptTemplate: "u", variables: [], constraints: {} }
  const whole = { ...pack, examples: [{ input: { a: 1 }, output: "o" }] }
  const decodePack = Schema.decodeUnknownResult(PromptPack)
  expect([pack, whole].map((one) => Result.getOrThrow(decodePack(one)))).toEqual([pack, whole])
})
