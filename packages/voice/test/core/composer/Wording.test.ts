/** How whole messages read: what is said in them once, to whom, about what, and in whose words. */
import { ObjectiveType } from "@loopdrive/domain/Voice"
import type { Channel } from "@loopdrive/domain/Channel"
import { describe, expect, it } from "vitest"
import { compose } from "../../../src/core/composer/LocalComposer.ts"
import { gradeOf } from "../../../src/core/text/Readability.ts"
import { segmentsOf } from "../../../src/core/text/SmsFitting.ts"
import * as Speech from "../../../src/core/composer/Speech.ts"
import { sentencesOf } from "../../../src/core/text/Sentences.ts"
import { snippets as seeds } from "../../../src/Seeds.ts"
import { bakery, first, request, texts } from "../Composed.ts"
import { brand } from "../fixtures/Brand.ts"

const objectives = [...ObjectiveType.literals, "nurture_checkin", "event invite", "renewal", "birthday"]

/** What a new brand has on its shelf. */
const shelf = (channel: Channel, objective: string) => {
  const on = channel === "email" || channel === "sms" ? channel : "dm"
  const of = (wanted: string) => seeds.filter((one) => one.channel === on && one.objective === wanted)
  return (of(objective).length > 0 ? of(objective) : of("general")).map((one, index) => ({ id: `s${index}`, ...one }))
}

const partsOf = (text: string) => text.split("\n\n")

describe("the variants of a message", () => {
  it("differ in how they open, what they say and what they ask", () => {
    for (const objective of objectives) {
      for (const memories of [[], [bakery]]) {
        for (let seed = 0; seed < 8; seed++) {
          const snippets = shelf("email", objective)
          const { variants } = compose(request("email", objective, {}, { snippets, memories, seed }))
          for (const part of [1, 2, 3]) {
            const said = variants.map(({ text }) => partsOf(text)[part])
            expect({ objective, part, many: new Set(said).size, said }).toMatchObject({ many: 3 })
          }
        }
      }
    }
  })

  it("ask differently, in whatever style they are to ask", () => {
    for (const ctaStyle of ["direct", "soft", "question", "value"]) {
      for (const objective of objectives) {
        const { variants } = compose(request("email", objective, { ctaStyle }))
        expect({
          ctaStyle,
          objective,
          asks: variants.map(({ cta }) => cta),
          many: new Set(variants.map(({ cta }) => cta)).size
        }).toMatchObject({ many: 3 })
      }
    }
  })

  it("say nothing twice: no two sentences of one share four words in a row", () => {
    const manner = { voice: brand, seed: 0, grade: undefined, isAboutSomething: false, hasLink: false }
    for (const channel of ["email", "sms", "instagram"] as const) {
      for (const objective of objectives) {
        for (const minLength of channel === "email" ? [0, 600] : [0]) {
          for (let seed = 0; seed < 6; seed++) {
            const snippets = shelf(channel, objective)
            for (const text of texts(request(channel, objective, { minLength }, { snippets, seed }))) {
              const heard = Speech.make(manner)
              for (const { text: sentence } of sentencesOf(text)) {
                expect({ text, sentence, again: heard.repeats(sentence) }).toMatchObject({ again: false })
                heard.hear(sentence)
              }
            }
          }
        }
      }
    }
  })

  it("refer to nothing that is not there", () => {
    for (const channel of ["email", "sms", "x"] as const) {
      for (const objective of ObjectiveType.literals) {
        for (let seed = 0; seed < 6; seed++) {
          const more = { snippets: shelf(channel, objective), memories: [], seed }
          for (const text of texts(request(channel, objective, { maxVariants: 5 }, more)))
            expect(text).not.toMatch(
              /from what we know|longer version|since then|picked it|have a (?:look|read)|read it|here is something|already use|the two|goes well with/i
            )
        }
      }
    }
  })

  it("do not sound as if somebody were watched", () => {
    const memories = [bakery, { id: "m2", kind: "intent", text: "Wants a demo for the team" } as const]
    for (const objective of objectives)
      for (const text of texts(request("email", objective, { maxVariants: 6 }, { memories })))
        expect(text).not.toMatch(/we (?:also )?know that|kept this in mind|in mind for you|noticed/i)
  })
})

describe("a memory", () => {
  it("is one good one rather than two", () => {
    const near = { id: "near", kind: "intent", text: "Wants to see a demo of the payroll software" } as const
    const far = { id: "far", kind: "fact", text: "Ordered bun 75" } as const
    for (const { memoryIds } of compose(request("email", "demo_book", {}, { memories: [far, near] })).variants)
      expect(memoryIds).toEqual(["near"])
  })

  it("is not spoken of on occasions that are about something else", () => {
    expect(first(request("email", "birthday"))).not.toContain("bakery")
    expect(first(request("email", "event invite"))).toContain("bakery")
  })

  it("is no second apology beside the one that was asked for", () => {
    const memories = [{ id: "m", kind: "fact", text: "Complained that the delivery was two weeks late" } as const]
    const text = first(request("email", "apologise for the delay of the delivery", {}, { memories }))
    expect(text.match(/sorry/g)).toHaveLength(1)
  })

  it("gives way to what the person is interested in where there is none to speak of", () => {
    const memories = [{ id: "m", kind: "preference", text: "Prefers email over SMS" } as const]
    for (const channel of ["email", "sms"] as const) {
      const more = { memories, topics: ["sourdough"], snippets: shelf(channel, "demo_book") }
      for (const text of texts(request(channel, "demo_book", {}, more)))
        expect(text).toMatch(/(?:interested in|care about) sourdough/)
    }
  })
})

describe("the brand's own words", () => {
  const voice = { ...brand, vocabulary: { ...brand.vocabulary, replacements: { demo: "appointment", oven: "stove" } } }

  it("are in everything, whoever wrote it, and not in addresses", () => {
    for (const channel of ["email", "sms", "linkedin"] as const) {
      const linkUrl = "https://lumen.example/demo"
      const snippets = shelf(channel, "demo_book")
      const more = { voice, snippets, topics: ["demo days"], context: "Our oven is new." }
      for (const memories of [[], [bakery]]) {
        for (const { cta = "", subject = "", text } of compose(
          request(channel, "demo_book", { linkUrl, maxVariants: 5 }, { ...more, memories })
        ).variants) {
          const said = `${subject}\n${text}\n${cta}`
          expect(said).toContain(linkUrl)
          expect(said.replaceAll(linkUrl, "")).not.toMatch(/\bdemos?\b|\boven\b|\ba appointment/i)
        }
      }
    }
  })

  it("are in a draft, and do not change what somebody said themselves", () => {
    expect(first(request("email", "support", {}, { voice, draft: "Your demo is a demo of the oven." }))).toContain(
      "Your appointment is an appointment of the stove."
    )
    const memories = [{ id: "m", kind: "message", text: "I want a demo" } as const]
    expect(first(request("email", "support", {}, { voice, memories }))).not.toMatch(/I want/)
  })
})

describe("an objective of one's own", () => {
  it("is said in every variant, and heads the first", () => {
    const snippets = shelf("email", "general")
    for (const [objective, said] of [
      ["Spring sale on ovens, 10% off until Sunday", "Spring sale on ovens, 10% off until Sunday."],
      ["ask whether they would like to join the board", "Would you like to join the board?"]
    ] as const)
      for (const text of texts(request("email", objective, {}, { snippets }))) expect(text).toContain(said)
    const { subject } = compose(request("email", "invite them to the tasting", {}, { snippets })).variants[0] ?? {}
    expect(subject).toBe("You are invited to the tasting")
  })
})

describe("a text message", () => {
  const objective = "Invite to the tasting — 5 May “only” for you"
  const person = { firstName: "Zoë" }

  it("says what the objective asks to be said before anything of ours, and misspells no name", () => {
    for (const linkUrl of [undefined, "https://lumen.example/tasting"]) {
      const said = texts(request("sms", objective, { linkUrl }, { person, snippets: shelf("sms", objective) }))
      expect(said.length).toBeGreaterThan(0)
      for (const text of said) {
        expect(text).toMatch(/you are invited to the tasting - 5 May "only" for you\./i)
        expect(text).not.toContain("Zoe")
        expect(text).toMatch(/^\p{Lu}/u)
        expect(segmentsOf(text)).toBe(1)
      }
    }
  })
})

it("asks in every text message, whatever letters a name and a note take", () => {
  const memories = [{ id: "m", kind: "fact", text: "Runs a bakery in Łódź" } as const]
  const linkUrl = "https://lumen.example/demo"
  for (let seed = 0; seed < 6; seed++) {
    const more = { person: { firstName: "Łukasz" }, memories, seed, snippets: shelf("sms", "demo_book") }
    for (const text of texts(request("sms", "demo_book", { linkUrl }, more))) {
      expect(text).toMatch(/^\p{Lu}.*(?:\?|\.).* https:/u)
      expect(text).toMatch(/day|time|demo/)
      expect(segmentsOf(text)).toBe(1)
    }
  }
})

it("keeps the caller's draft before anything that is remembered", () => {
  const draft = "Our rye is back — come by on Saturday, we keep two loaves for you."
  for (const firstName of ["Zoë", "Ada"])
    for (const text of texts(request("sms", "nurture", {}, { person: { firstName }, draft })))
      expect(text.toLowerCase()).toContain("our rye is back - come by on saturday, we keep two loaves for you.")
})

describe("a level of reading", () => {
  const mean = (readingLevel: string) => {
    const grades = ObjectiveType.literals.flatMap((objective) =>
      texts(request("email", objective, { readingLevel }, { memories: [] })).map(gradeOf)
    )
    return grades.reduce((sum, grade) => sum + grade, 0) / grades.length
  }

  it("makes a text simpler or richer", () => {
    expect(mean("simple")).toBeLessThan(mean("general"))
    expect(mean("general")).toBeLessThan(mean("college"))
  })
})

describe("a least length", () => {
  it("is filled with different things, and never beyond the greatest", () => {
    for (const text of texts(
      request("email", "demo_book", { minLength: 600, maxLength: 700 }, { snippets: shelf("email", "demo_book") })
    )) {
      expect(text.length).toBeLessThanOrEqual(700)
      expect(text.match(/\bdemo\b/g)?.length ?? 0).toBeLessThanOrEqual(4)
    }
  })
})

describe("what a caller knows", () => {
  it("is said as to somebody", () => {
    const context = {
      product: "oven X200",
      price: 2490,
      currency: "EUR",
      senderName: "Maria Costa",
      summary: "she ordered 3 boxes on 2026-03-14"
    }
    const text = first(request("email", "cross_sell", {}, { context }))
    expect(text).toContain("The oven X200 is €2,490.")
    expect(text).toContain("You ordered 3 boxes on 14 March 2026.")
    expect(text).not.toContain("Maria")
  })
})
