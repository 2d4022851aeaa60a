import { assert, describe, it } from "@effect/vitest"
import { failureOf } from "@loopdrive/sending/Carrier"
import { marked, paramsOf } from "@loopdrive/sending/Dressing"
import { lintOf } from "@loopdrive/sending/MailLint"
import type { Send } from "@loopdrive/sending/SendStore"
import { MessageProviderUnavailable, MessageRejected } from "@loopdrive/providers/MessageFailure"
import { someSend } from "./SomeSend.ts"

const send = (part: Partial<Send> = {}): Send & { readonly text: string } => ({
  ...someSend({ recipient: "ada@example.com", ...part }),
  text: part.text ?? "See https://acme.example."
})

describe("the words of a message as it leaves", () => {
  it("say where their links come from: as asked, or as known", () => {
    assert.deepStrictEqual(paramsOf(send({ objective: "winback" })), {
      source: "loopdrive",
      medium: "email",
      campaign: "winback"
    })
    assert.deepStrictEqual(paramsOf(send({ metadata: { utmParams: { source: "a" } } })), { source: "a" })
    assert.deepStrictEqual(paramsOf(send({ metadata: { utmParams: { source: 1 } } })), {
      source: "loopdrive",
      medium: "email"
    })
    const dressed = marked(send({ html: `<a href="https://acme.example">See</a>` }))
    assert.include(dressed.text, "https://acme.example?utm_source=loopdrive&utm_medium=email.")
    assert.include(dressed.html, "utm_source=loopdrive&amp;utm_medium=email")
    assert.isUndefined(marked(send()).html)
  })
})

describe("the lint of a message", () => {
  it("reads marketing emails that have words, and nothing else", () => {
    const from = "Acme <hello@acme.example>"
    assert.isTrue(lintOf(send(), from)?.passed)
    assert.isFalse(lintOf(send({ subject: "Re: your order" }), from)?.passed)
    assert.isUndefined(lintOf(send({ purpose: "transactional" }), from))
    assert.isUndefined(lintOf(send({ channel: "sms" }), from))
    assert.isUndefined(lintOf({ ...send(), text: undefined }, from))
  })
})

describe("a provider's failure", () => {
  const rejected = (reason: MessageRejected["reason"]) =>
    failureOf(new MessageRejected({ reason, status: 400, name: "no", message: "not this" }))
  it.each([
    ["recipient", "CarrierRefused", "provider_rejected"],
    ["unsubscribed", "CarrierRefused", "suppressed"],
    ["outside_window", "CarrierRefused", "outside_window"]
  ] as const)("for %s is final", (reason, tag, as) => {
    const failure = rejected(reason)
    assert.isTrue(failure._tag === tag && failure.reason === as && failure.error === "no: not this")
  })

  it("of a credential is the operator's to mend, and one of silence may have left", () => {
    assert.deepInclude(rejected("credential"), { _tag: "CarrierUnavailable", maySent: false })
    const silent = new MessageProviderUnavailable({ reason: "timeout", outcome: "unknown" })
    assert.deepInclude(failureOf(silent), { _tag: "CarrierUnavailable", maySent: true, error: "timeout" })
  })
})
