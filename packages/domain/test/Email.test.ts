import { assert, describe, it } from "@effect/vitest"
import * as Email from "@loopdrive/domain/Email"
import * as Phone from "@loopdrive/domain/Phone"
import * as Result from "effect/Result"

describe("an email address", () => {
  it.each(["ada@exa mple.com", "ada@-example.com", "ada@example..com", "ada@[127.0.0.1]", 'a"b@example.com'])(
    "is not %j",
    (raw) => {
      assert.isTrue(Result.isFailure(Email.normalize(raw)))
    }
  )
  it("is no longer than can be sent to", () => {
    const domain = `${"d".repeat(60)}.${"e".repeat(60)}.${"f".repeat(60)}.example`
    assert.isTrue(Result.isSuccess(Email.normalize(`${"a".repeat(40)}@${domain}`)))
    assert.isTrue(Result.isFailure(Email.normalize(`${"a".repeat(64)}@${domain}`)))
  })
  it("is shared by its name alone, whatever the tag", () => {
    assert.isTrue(Email.isShared("sales+2026@acme.example"))
    assert.isFalse(Email.isShared("sally@acme.example"))
  })
})

describe("a phone number", () => {
  it("typed to get past a form is shared", () => {
    assert.deepStrictEqual(["+14155550100", "+14151234567", "+14159999999", "+14155552671"].map(Phone.isShared), [
      true,
      true,
      true,
      false
    ])
  })
})
