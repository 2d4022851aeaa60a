import type { PromptPack } from "@loopdrive/domain/Voice"
import * as Result from "effect/Result"
import { describe, expect, it } from "vitest"
import { check, fallbacksOf, holesOf, render, useCaseOf, versionOf } from "../../src/core/PromptPack.ts"

const pack: PromptPack = {
  systemPrompt: "Write as the brand.",
  userPromptTemplate: "To {{ name }} about {{topic}}; {{name}} likes it.",
  variables: ["name", "topic"],
  constraints: { maxChars: 160 }
}

describe("a pack", () => {
  it("is known by what it says, however its members are ordered", () => {
    const { constraints, systemPrompt, userPromptTemplate, variables } = pack
    expect(versionOf({ constraints, variables, userPromptTemplate, systemPrompt })).toBe(versionOf(pack))
    expect(versionOf(pack)).toMatch(/^[\da-f]{64}$/)
    expect(versionOf({ ...pack, systemPrompt: "Other." })).not.toBe(versionOf(pack))
  })

  it("fills its holes, and never those of what is filled in", () => {
    expect(Result.getOrThrow(render(pack, { name: "{{topic}} $&", topic: "bread" }))).toBe(
      "To {{topic}} $& about bread; {{topic}} $& likes it."
    )
  })

  it("names all that is missing", () => {
    const result = render({ ...pack, userPromptTemplate: "{{name}} {{extra}}" }, { name: "Ada", toString: "x" })
    expect(Result.isFailure(result) && result.failure).toMatchObject({
      _tag: "VariablesMissing",
      names: ["topic", "extra"]
    })
  })

  it("declares its variables", () => {
    expect(Result.isSuccess(check(pack))).toBe(true)
    const result = check({ ...pack, variables: ["name"] })
    expect(Result.isFailure(result) && result.failure).toMatchObject({ _tag: "VariableUndeclared", name: "topic" })
    expect(holesOf(pack.userPromptTemplate)).toEqual(["name", "topic"])
  })
})

describe("a use case", () => {
  it("is a channel and an objective", () => {
    expect(useCaseOf("email", "nurture")).toBe("email_nurture")
    expect(useCaseOf("SMS", "Ask for a referral!")).toBe("sms_ask_for_a_referral")
    expect(useCaseOf("sms", "x".repeat(200))).toBeUndefined()
    expect(useCaseOf("", "")).toBeUndefined()
  })

  it("falls back to its channel's, then to everybody's", () => {
    expect(fallbacksOf("email_nurture")).toEqual(["email_nurture", "email_general", "general"])
    expect(fallbacksOf("email")).toEqual(["email", "email_general", "general"])
    expect(fallbacksOf("general")).toEqual(["general", "general_general"])
  })
})
