import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { defaultVoice } from "../../../src/core/BrandVoice.ts"
import type { Policy } from "../../../src/core/Check.ts"
import { guard, isAcceptable } from "../../../src/core/guardrail/Guardrail.ts"
import { brand } from "../fixtures/Brand.ts"
import { honest } from "../fixtures/Honest.ts"
import { redTeam } from "../fixtures/RedTeam.ts"
import * as Fifth from "../fixtures/FifthRound.ts"
import * as Fourth from "../fixtures/FourthRound.ts"
import * as Eighth from "../fixtures/EighthRound.ts"
import { good as eighteenthGood } from "../fixtures/EighteenthHonest.ts"
import { bad as eighteenthBad } from "../fixtures/EighteenthRound.ts"
import { good as ninthGood } from "../fixtures/NinthHonest.ts"
import { bad as ninthBad } from "../fixtures/NinthRound.ts"
import { good as eleventhGood } from "../fixtures/EleventhHonest.ts"
import { bad as eleventhBad } from "../fixtures/EleventhRound.ts"
import { good as tenthGood } from "../fixtures/TenthHonest.ts"
import { bad as tenthBad } from "../fixtures/TenthRound.ts"
import { good as twelfthGood } from "../fixtures/TwelfthHonest.ts"
import { bad as twelfthBad } from "../fixtures/TwelfthRound.ts"
import { good as thirteenthGood } from "../fixtures/ThirteenthHonest.ts"
import { bad as thirteenthBad } from "../fixtures/ThirteenthRound.ts"
import { good as fifteenthGood } from "../fixtures/FifteenthHonest.ts"
import { bad as fifteenthBad } from "../fixtures/FifteenthRound.ts"
import { good as fourteenthGood } from "../fixtures/FourteenthHonest.ts"
import { bad as fourteenthBad } from "../fixtures/FourteenthRound.ts"
import { good as seventeenthGood } from "../fixtures/SeventeenthHonest.ts"
import { bad as seventeenthBad } from "../fixtures/SeventeenthRound.ts"
import { good as sixteenthGood } from "../fixtures/SixteenthHonest.ts"
import { bad as sixteenthBad } from "../fixtures/SixteenthRound.ts"
import { bad, good } from "../fixtures/SecondRound.ts"
import * as Seventh from "../fixtures/SeventhRound.ts"
import * as Sixth from "../fixtures/SixthRound.ts"
import * as Third from "../fixtures/ThirdRound.ts"

const policy = (channel: Policy["channel"], more: Partial<Policy> = {}): Policy => ({
  voice: brand,
  channel,
  purpose: "marketing",
  stage: "draft",
  ...more
})

describe("the corpora", () => {
  it("lets no red-team draft pass", () => {
    expect(redTeam.length).toBeGreaterThanOrEqual(150)
    expect(redTeam.filter(([channel, , text]) => guard(text, policy(channel)).safe)).toEqual([])
    expect(bad.filter(([channel, text]) => guard(text, policy(channel)).safe)).toEqual([])
  })

  it.each([
    ["third", Third],
    ["fourth", Fourth],
    ["fifth", Fifth],
    ["sixth", Sixth],
    ["seventh", Seventh],
    ["eighth", Eighth],
    ["ninth", { bad: ninthBad, good: ninthGood }],
    ["tenth", { bad: tenthBad, good: tenthGood }],
    ["eleventh", { bad: eleventhBad, good: eleventhGood }],
    ["twelfth", { bad: twelfthBad, good: twelfthGood }],
    ["thirteenth", { bad: thirteenthBad, good: thirteenthGood }],
    ["fourteenth", { bad: fourteenthBad, good: fourteenthGood }],
    ["fifteenth", { bad: fifteenthBad, good: fifteenthGood }],
    ["sixteenth", { bad: sixteenthBad, good: sixteenthGood }],
    ["seventeenth", { bad: seventeenthBad, good: seventeenthGood }],
    ["eighteenth", { bad: eighteenthBad, good: eighteenthGood }]
  ])("lets no bad draft of the %s round pass, and blocks no honest one", (_, round) => {
    // Spelled so that nothing short of a spelling checker reads them.
    const unread = [
      "ch e a p planners for everyone",
      "Ask a productivity guruu.",
      "Don't be a tidrat. Read it backwards: toidi."
    ]
    const passed = round.bad.filter(([channel, text]) => guard(text, policy(channel)).safe).map(([, text]) => text)
    expect(passed.filter((text) => !unread.includes(text))).toEqual([])
    // Honest, and just what a fraud writes.
    const doubtful = "Please tell us your new bank details in the secure area before 1 May if you moved banks."
    const blocked = round.good.filter(([channel, text]) => !guard(text, policy(channel)).safe).map(([, text]) => text)
    expect(blocked.filter((text) => text !== doubtful)).toEqual([])
  })

  it("blocks at most three honest drafts", () => {
    expect(honest.length).toBeGreaterThanOrEqual(150)
    const blocked = [...honest, ...good].filter(([channel, text]) => !guard(text, policy(channel)).safe)
    expect(blocked.slice(3)).toEqual([])
  })

  it("redacts every red-team draft to something that passes, or to nothing", () => {
    const left = redTeam.flatMap(([channel, , text]) => {
      const { redacted } = guard(text, policy(channel))
      return redacted === undefined || isAcceptable(redacted, policy(channel)) ? [] : [redacted]
    })
    expect(left).toEqual([])
  })

  const drafts = [...redTeam.map(([, , text]) => text), ...honest.map(([, text]) => text)]
  const mixed = fc
    .tuple(fc.array(fc.constantFrom(...drafts), { minLength: 1, maxLength: 4 }), fc.constantFrom(" ", "\n", "\n\n"))
    .map(([parts, joint]) => parts.join(joint))

  it.each([
    ["mixed drafts", mixed],
    ["any characters", fc.string({ unit: "binary", maxLength: 300 })]
  ])("redacts to what passes, of %s", (_, texts) => {
    const channels = fc.constantFrom<Policy["channel"]>("email", "sms", "x", "instagram")
    fc.assert(
      fc.property(texts, channels, (text, channel) => {
        const { redacted, safe } = guard(text, policy(channel))
        expect(safe).toBe(isAcceptable(text, policy(channel)))
        expect(redacted === undefined || guard(redacted, policy(channel)).safe).toBe(true)
      }),
      { numRuns: 120 }
    )
  })
})

describe("what it says", () => {
  it("names what is wrong by its kind", () => {
    const verdict = guard("Ask john.doe@gmail.com about our cheap plan, you idiot.", policy("email"))
    expect(verdict.safe).toBe(false)
    expect(verdict.violations).toEqual(
      expect.arrayContaining(["pii: email", "forbidden_word: cheap", "toxicity: insult"])
    )
    expect(verdict.details.piiDetected).toEqual(["email"])
    expect(verdict.details.toxicity).toBeGreaterThan(0.5)
  })

  it("takes private data out and keeps the sentence", () => {
    expect(guard("Ask John at john.doe@gmail.com.", policy("email")).redacted).toBe("Ask John at [email removed].")
    expect(guard("Hi {{firstName}}, your order is here.", policy("email")).redacted).toBe("Hi, your order is here.")
  })

  it("leaves nothing of a text that is there to hurt or to deceive", () => {
    for (const text of [
      "All Muslims are terrorists at heart, so protect your home. Our alarms cost 20 euros.",
      "Pay the outstanding invoice or our guys will come round and break your knees. Thank you.",
      "You stupid idiot, buy it already"
    ]) {
      const { redacted, safe } = guard(text, policy("email"))
      expect({ text, safe, redacted }).toEqual({ text, safe: false, redacted: undefined })
    }
  })

  it("puts the better word in where the brand has one", () => {
    expect(guard("Cheap and good.", policy("email")).redacted).toBe("Affordable and good.")
  })

  it("takes out the sentence that a bad word spoils, and closes the gap", () => {
    const { redacted } = guard("Hello Ada. You are an idiot. See you on Friday.", policy("email"))
    expect(redacted).toBe("Hello Ada. See you on Friday.")
  })

  it("says the parts of a spam score", () => {
    const { details, violations } = guard("BUY NOW!!! FREE MONEY!!! CLICK HERE!!!", policy("email"))
    expect(details.spamParts).toMatchObject({ capitals: 1 })
    expect(details.spamParts.exclamationMarks).toBeGreaterThan(0.5)
    expect(violations.some((violation) => violation.startsWith("spam_score: "))).toBe(true)
  })

  it("shortens what is too long at the end of a sentence", () => {
    const { redacted } = guard("We moved to a new place in town. ".repeat(8).trim(), policy("sms"))
    expect(redacted).toBe("We moved to a new place in town. ".repeat(4).trim())
  })

  it("has nothing to offer for an empty text", () => {
    expect(guard(" ", policy("email"))).not.toHaveProperty("redacted")
  })
})

describe("whose details they are", () => {
  it("leaves the brand's own address, number, links and postal address alone", () => {
    const text =
      "Write to hello@lumen.example or support@lumen.example, call (415) 555-2671, see https://lumen.example/a and https://shop.lumen.test/spring. Lumen, 12 Market Street, Springfield, IL 62701"
    expect(guard(text, policy("email")).violations).toEqual([])
    expect(guard(text, policy("email", { voice: defaultVoice })).details.piiDetected).toEqual(["email", "phone"])
  })

  it("calls a link that nobody vouched for strange, and one that was supplied known", () => {
    const links = (more: Partial<Policy>) =>
      guard("Look: https://partner.test/x", policy("email", more)).details.checks.find(
        ({ kind }) => kind === "link_validation"
      )
    expect(links({})).toMatchObject({ severity: "info", status: "flagged" })
    expect(links({ ownLinks: ["https://partner.test/x"] })).toMatchObject({ status: "passed" })
  })
})

describe("who else is asked", () => {
  const text = "Hello Ada, shall we talk on Friday?"

  it("blocks marketing when moderation could not run, and lets what was ordered through", () => {
    const marketing = guard(text, policy("email", { moderation: "unavailable" }))
    expect(marketing.violations).toEqual(["toxicity: could not be checked"])
    expect(marketing).not.toHaveProperty("redacted")
    expect(guard(text, policy("email", { moderation: "unavailable", purpose: "transactional" })).safe).toBe(true)
  })

  it("still blocks an insult when moderation could not run", () => {
    const verdict = guard("You idiot.", policy("email", { moderation: "unavailable", purpose: "transactional" }))
    expect(verdict.safe).toBe(false)
  })

  it("takes the worse of the service's word and the lexicon's, and says who was asked", () => {
    const moderated = guard(text, policy("email", { moderation: 0.9 }))
    expect(moderated.violations).toEqual(["toxicity: by the moderation service"])
    expect(moderated.details).toMatchObject({ toxicity: 0.9, toxicitySource: "moderation" })
    expect(guard("You are an idiot.", policy("email", { moderation: 0.01 })).safe).toBe(false)
    expect(guard(text, policy("email")).details.toxicitySource).toBe("lexicon")
  })
})

describe("what a final text must carry", () => {
  const final = (channel: Policy["channel"], more: Partial<Policy> = {}) => policy(channel, { stage: "final", ...more })

  it("asks an email for a way out and an address, and a draft for neither", () => {
    const text = "Our spring menu is out."
    expect(guard(text, policy("email")).safe).toBe(true)
    expect(guard(text, final("email")).details.complianceIssues).toEqual([
      "has no unsubscribe link",
      "has no postal address"
    ])
    const whole = `${text}\n\nUnsubscribe: https://lumen.example/u/abc\nLumen, 12 Market Street, Springfield, IL 62701`
    expect(guard(whole, final("email")).safe).toBe(true)
    expect(
      guard(whole, final("email", { voice: { ...brand, contact: { ...brand.contact, postalAddress: "Box 7, Oslo" } } }))
        .safe
    ).toBe(true)
  })

  it("asks a text message how to opt out", () => {
    expect(guard("Menu is out.", final("sms")).details.complianceIssues).toEqual(["does not say how to opt out"])
    expect(guard("Menu is out. Reply STOP to opt out", final("sms")).safe).toBe(true)
  })

  it("asks nothing of what was ordered, and of a brand that requires nothing", () => {
    expect(guard("Your order left.", final("email", { purpose: "transactional" })).safe).toBe(true)
    const lax = { ...brand, compliance: { ...brand.compliance, required: [] } }
    expect(guard("Our menu is out.", final("email", { voice: lax })).safe).toBe(true)
  })

  it("asks for the brand's disclaimer", () => {
    const voice = { ...brand, compliance: { ...brand.compliance, required: [], disclaimers: { x: "Ad" } } }
    expect(guard("Our menu is out.", final("x", { voice })).details.complianceIssues).toEqual([
      "lacks the brand's disclaimer"
    ])
    expect(guard("Our menu is out. Ad", final("x", { voice })).safe).toBe(true)
  })

  it("counts segments as many as are allowed", () => {
    const long = "We moved to a new place in town. ".repeat(8).trim()
    expect(guard(long, policy("sms", { segments: 2 })).safe).toBe(true)
    expect(guard("Grüße 🙂 ".repeat(12), policy("sms")).details.complianceIssues[0]).toContain("because of")
  })
})

describe("hashtags", () => {
  const tags = (count: number, joint = " ") => Array.from({ length: count }, (_, at) => `#t${at}`).join(joint)
  const issues = (channel: Policy["channel"], text: string) => guard(text, policy(channel)).details.complianceIssues

  it("counts them where a platform does, however they are strung together", () => {
    expect(issues("instagram", tags(30))).toEqual([])
    expect(issues("instagram", tags(31))).toEqual(["has 31 hashtags, at most 30 on instagram"])
    expect(issues("instagram", tags(31, ""))).toEqual(["has 31 hashtags, at most 30 on instagram"])
    expect(issues("facebook", tags(31))).toEqual([])
    expect(issues("youtube", tags(60))).toEqual([])
    expect(issues("youtube", tags(61))).toEqual(["has 61 hashtags, at most 60 on youtube"])
  })

  it("takes no number and no link for one", () => {
    expect(issues("instagram", `${tags(30)} #1 C# &#9731; https://lumen.example/a#menu`)).toEqual([])
  })
})

describe("disguises", () => {
  it.each(["You 1d10t", "y o u  a r e  a n  i d i o t", "ÍDIÖT", "ｉｄｉｏｔ", "i\u00addiot", "i.d.i.o.t", "іdіоt"])(
    "reads %s",
    (text) => expect(guard(`Well, ${text}`, policy("email")).safe).toBe(false)
  )

  it.each([
    "Scunthorpe and Essex",
    "The class will assess cocktails",
    "Shiitake",
    "X200, 4.2.1 and B2B",
    "A B C of baking"
  ])("finds nothing in %s", (text) => expect(guard(text, policy("email")).violations).toEqual([]))
})

it("blocks what is too long to be read, and what unfolds into something too long", () => {
  expect(guard("word ".repeat(200_000), policy("email")).violations).toContain(
    "length_check: has 1000000 characters, at most 10000 on email"
  )
  expect(guard("\ufdfa".repeat(2000), policy("email")).violations).toEqual(["length_check: is longer than can be read"])
})
