import { Channel } from "@loopdrive/domain/Channel"
import * as Result from "effect/Result"
import { describe, expect, it } from "vitest"
import type { ConstraintsInput } from "../../src/core/ComposeRequest.ts"
import { channelOf, gradeOf, mostChars, normalize, toneOf } from "../../src/core/ComposeRequest.ts"

const of = (channel: Channel, input: ConstraintsInput = {}) => Result.getOrThrow(normalize(channel, input))
const wrong = (input: ConstraintsInput, channel: Channel = "email") => {
  const result = normalize(channel, input)
  return Result.isFailure(result) ? result.failure.field : undefined
}

describe("limits", () => {
  it("are the channel's where none are asked for", () => {
    // A text message leaves with a line on how to end them, in the same segment.
    expect(of("sms")).toMatchObject({ maxChars: 148, segments: 1, maxVariants: 3, minLength: 0, testMode: false })
    expect(["instagram", "x", "reddit", "whatsapp"].map((channel) => of(channel as Channel).maxChars)).toEqual([
      800, 280, 2000, 1000
    ])
    for (const channel of Channel.literals) expect(of(channel).maxChars).toBeLessThanOrEqual(mostChars(channel))
  })

  it("never exceed the channel's, and the smaller of two names holds", () => {
    expect(of("x", { maxChars: 5000 }).maxChars).toBe(280)
    expect(of("email", { maxChars: 500, maxLength: 300 }).maxChars).toBe(300)
    expect(of("email", { maxLength: 300 }).maxChars).toBe(300)
  })

  it("allow as many segments as were asked for", () => {
    expect(of("sms", { maxChars: 320 }).segments).toBe(2)
    expect(of("sms", { maxChars: 60 }).segments).toBe(1)
  })

  it.each([0, -1, 1e9, 1.5, Number.NaN, Number.POSITIVE_INFINITY])("refuse %s, naming the field", (value) => {
    expect(wrong({ maxChars: value })).toBe("constraints.maxChars")
    expect(wrong({ maxLength: value })).toBe("constraints.maxLength")
    expect(wrong({ maxVariants: value })).toBe("constraints.maxVariants")
    expect(wrong({ minLength: value })).toBe(value === 0 ? undefined : "constraints.minLength")
  })

  it("do not contradict each other", () => {
    expect(wrong({ minLength: 300, maxChars: 200 })).toBe("constraints.minLength")
    expect(wrong({ linkUrl: `https://a.test/${"x".repeat(100)}`, maxChars: 100 })).toBe("constraints.linkUrl")
  })
})

describe("words", () => {
  it("are normalised", () => {
    expect(
      of("email", { urgency: "HIGH", ctaStyle: " Question ", personalization: "low", testMode: true })
    ).toMatchObject({
      urgency: "high",
      ctaStyle: "question",
      personalization: "low",
      testMode: true
    })
    expect(of("email", { tone: "warm and kind", readingLevel: "8th grade", includeEmoji: false })).toMatchObject({
      tone: "friendly",
      toneText: "warm and kind",
      grade: 8,
      readingLevelText: "8th grade",
      includeEmoji: false
    })
  })

  it("that nobody knows are kept for a model, or refused where they must be ours", () => {
    expect(of("email", { tone: "like a pirate", readingLevel: "whatever", linkUrl: " " })).toEqual({
      ...of("email"),
      toneText: "like a pirate",
      readingLevelText: "whatever"
    })
    expect(of("email", { tone: "  " })).toEqual(of("email"))
    expect(wrong({ urgency: "yesterday" })).toBe("constraints.urgency")
    expect(wrong({ ctaStyle: "loud" })).toBe("constraints.ctaStyle")
    expect(wrong({ personalization: "total" })).toBe("constraints.personalization")
    expect(wrong({ tone: "x".repeat(201) })).toBe("constraints.tone")
    expect(wrong({ readingLevel: "x".repeat(201) })).toBe("constraints.readingLevel")
  })

  it("mean tones and grades", () => {
    expect(["formal", "fun", "bold", "casual", "Technical"].map(toneOf)).toEqual([
      "professional",
      "witty",
      "authoritative",
      "casual",
      "technical"
    ])
    expect(["simple", "college", "general", "99", "1", "high school", "kindergarten"].map(gradeOf)).toEqual([
      7,
      16,
      9,
      18,
      3,
      12,
      undefined
    ])
  })
})

describe("links", () => {
  it("lead somewhere and hide nothing", () => {
    expect(of("email", { linkUrl: " https://lumen.example/a " })).toMatchObject({
      linkUrl: "https://lumen.example/a",
      includeLink: true
    })
    expect(of("email", { linkUrl: "https://lumen.example/a", includeLink: false }).includeLink).toBe(false)
    for (const linkUrl of [
      "javascript:alert(1)",
      "ftp://a.test",
      "nonsense",
      "https://u:p@a.test",
      "https://a.test/a b",
      `https://a.test/${"x".repeat(2000)}`
    ])
      expect(wrong({ linkUrl })).toBe("constraints.linkUrl")
  })
})

describe("channels", () => {
  it("are ours, or dm", () => {
    expect(Result.getOrThrow(channelOf(" SMS "))).toBe("sms")
    expect(Result.getOrThrow(channelOf("dm"))).toBe("x")
    const result = channelOf("pigeon")
    expect(Result.isFailure(result) && result.failure).toMatchObject({ field: "channel", _tag: "BadRequest" })
  })
})
