import { assert, describe, it } from "@effect/vitest"
import * as RecipientToken from "../../src/core/RecipientToken.ts"

describe("RecipientToken", () => {
  it("names its send, and holds under the secret it was made with only", () => {
    const token = RecipientToken.unsubscribe("secret", "send_abc")
    assert.strictEqual(RecipientToken.sendIdOf(token), "send_abc")
    assert.isTrue(RecipientToken.isUnsubscribe("secret", "send_abc", token))
    assert.isFalse(RecipientToken.isUnsubscribe("another", "send_abc", token))
    assert.isFalse(RecipientToken.isUnsubscribe("secret", "send_abd", token))
    assert.isFalse(RecipientToken.isUnsubscribe("secret", "send_abc", `${token}x`))
  })

  it.each(["", "abc", "a.b.c", "../etc.passwd", "a b.c"])("%o names no send", (token) => {
    assert.isUndefined(RecipientToken.sendIdOf(token))
  })

  it("takes an id without the prefix as it is", () => {
    assert.match(RecipientToken.unsubscribe("secret", "imported"), /^imported\./)
  })

  it("of a confirmation names its consent, and opens nothing else", () => {
    const token = RecipientToken.confirm("secret", "consent_abc")
    assert.strictEqual(RecipientToken.consentIdOf(token), "consent_abc")
    assert.isTrue(RecipientToken.isConfirm("secret", "consent_abc", token))
    assert.isFalse(RecipientToken.isConfirm("another", "consent_abc", token))
    assert.isFalse(RecipientToken.isConfirm("secret", "consent_abd", token))
    assert.isFalse(RecipientToken.isUnsubscribe("secret", "send_abc", token))
    assert.isUndefined(RecipientToken.consentIdOf("a.b.c"))
    assert.match(RecipientToken.confirm("secret", "imported"), /^imported\./)
  })

  it("a link's token holds for its send and its target", () => {
    const token = RecipientToken.link("secret", "send_a", "https://a.example")
    assert.match(token, /^[\w-]{16}$/)
    assert.isTrue(RecipientToken.isLink("secret", "send_a", "https://a.example", token))
    assert.isFalse(RecipientToken.isLink("secret", "send_a", "https://b.example", token))
  })
})
