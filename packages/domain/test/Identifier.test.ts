import { assert, describe, it } from "@effect/vitest"
import * as Identifier from "@loopdrive/domain/Identifier"
import type { IdentityType } from "@loopdrive/domain/Identifier"
import * as Result from "effect/Result"
import * as fc from "fast-check"

const normal = (type: IdentityType, raw: string): string | undefined => {
  const result = Identifier.normalize(type, raw)
  return Result.isSuccess(result) ? result.success.value : undefined
}
const problem = (type: IdentityType, raw: string): string =>
  Result.match(Identifier.normalize(type, raw), {
    onSuccess: ({ value }) => `accepted ${value}`,
    onFailure: (why) => why
  })

describe("identifiers in normal form", () => {
  it.each([
    ["email", " Ada@Example.COM ", "ada@example.com"],
    ["email", "ada+news@example.com", "ada+news@example.com"],
    ["email", "a.d.a@example.com", "a.d.a@example.com"],
    ["email", "ada@BÜCHER.example", "ada@xn--bcher-kva.example"],
    ["email", "ａｄａ@example.com", "ada@example.com"],
    ["email", "\u200bada\u00ad@example\ufeff.com\u2060", "ada@example.com"],
    ["phone", "(415) 555-2671", "+14155552671"],
    ["phone", "\u202a+1 415 555 2671\u202c", "+14155552671"],
    ["phone", "+351 912 345 678", "+351912345678"],
    ["whatsapp", "+49 151 23456789", "+4915123456789"],
    ["instagram", "@Ada.Lovelace", "ada.lovelace"],
    ["reddit", "u/Ada", "ada"],
    ["external_id", " Customer-7 ", "Customer-7"],
    ["anonymous_id", "AbC", "AbC"]
  ] as const)("reads %s %j as %s", (type, raw, expected) => {
    assert.strictEqual(normal(type, raw), expected)
  })

  it.each([
    ["email", "ada"],
    ["email", "@example.com"],
    ["email", "ada@"],
    ["email", "ada@nowhere"],
    ["email", "a b@example.com"],
    ["email", ".ada@example.com"],
    ["email", "ada.@example.com"],
    ["email", "a..da@example.com"],
    ["email", `${"a".repeat(65)}@example.com`],
    ["email", `ada@${"a".repeat(60)}.${"b".repeat(63)}.${"c".repeat(63)}.${"d".repeat(63)}.com`],
    ["phone", "12"],
    ["phone", "044 668 18 00"],
    ["phone", "call me"],
    ["instagram", "two words"],
    ["instagram", ""],
    ["external_id", "  "],
    ["external_id", "x".repeat(513)]
  ] as const)("says what is wrong with %s %j", (type, raw) => {
    assert.match(problem(type, raw), /^(is|has|says)/)
  })

  it.each(["null", "NULL", "undefined", "-1", "0", "0000", "N/A", "none", "Unknown", "[object Object]"])(
    "refuses %j, which says nothing about anybody",
    (raw) => {
      assert.strictEqual(problem("external_id", raw), "says nothing about who this is")
    }
  )

  it("changes nothing that is in normal form already", () => {
    const raw = fc.oneof(
      fc.emailAddress().map((value) => ["email", value] as const),
      fc.string({ minLength: 1, maxLength: 40 }).map((value) => ["external_id", value] as const),
      fc.stringMatching(/^@?[A-Za-z0-9._]{1,30}$/).map((value) => ["x", value] as const)
    )
    fc.assert(
      fc.property(raw, ([type, value]) => {
        const once = normal(type, value)
        fc.pre(once !== undefined)
        assert.strictEqual(normal(type, once), once)
      })
    )
  })
})

describe("shared identifiers", () => {
  it.each([
    ["email", "test@test.com"],
    ["email", "info@acme.example"],
    ["email", "info+spring@acme.example"],
    ["email", "no-reply@acme.example"],
    ["phone", "+14155555555"],
    ["phone", "+15551234567"]
  ] as const)("never let %s %s make two people one", (type, value) => {
    assert.isTrue(Identifier.isShared({ type, value }))
  })

  it.each([
    ["email", "ada@example.com"],
    ["phone", "+14155552671"],
    ["external_id", "info@acme.example"]
  ] as const)("do not include %s %s", (type, value) => {
    assert.isFalse(Identifier.isShared({ type, value }))
  })
})

it("ranks an email above a phone, and both above a cookie", () => {
  const ranked = (["anonymous_id", "phone", "email"] as const).toSorted(
    (a, b) => Identifier.priority(a) - Identifier.priority(b)
  )
  assert.deepStrictEqual(ranked, ["email", "phone", "anonymous_id"])
})
