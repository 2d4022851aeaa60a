import { describe, expect, it } from "vitest"
import type { Finding } from "../../../src/core/Check.ts"
import { redact } from "../../../src/core/guardrail/Redaction.ts"

describe("a text that is put another way", () => {
  it("has the longer of two stretches replaced that end together, and neither twice", () => {
    const text = "We offer a risk free trial today"
    const finding = (stretch: string, replacement: string): Finding => {
      const start = text.indexOf(stretch)
      return { start, end: start + stretch.length, label: "spam", replacement }
    }
    const mendable = [finding("free trial", "first month"), finding("risk free", "easy"), finding("free", "included")]
    const safe = (candidate: string) => !candidate.includes("free")
    const findings = () => ({ spoiling: [], mendable })
    expect(redact(text, { safe, length: () => true, maskable: () => true, spam: () => 0, findings })).toBe(
      "We offer a risk first month today"
    )
  })
})
