import { assert, describe, it } from "@effect/vitest"
import * as Lint from "../../src/core/Lint.ts"
import type { Draft } from "../../src/core/Lint.ts"

const draft: Draft = {
  subject: "Your table for Friday",
  text: "Hello Ada, we kept your table. See https://acme.io/book for the menu.",
  from: "Acme <hello@acme.io>",
  domain: { spf: "pass", dkim: "pass", dmarc: "pass" },
  spamScore: 0.1
}
const found = (part: Partial<Draft>) =>
  Lint.check({ ...draft, ...part }).map(({ rule, severity }) => `${severity} ${rule}`)
const words = (n: number) => Array.from({ length: n }, (_, i) => `word${i}`).join(" ")

describe("the deliverability lint", () => {
  it("finds nothing wrong with an honest message of a sender in order", () => {
    assert.deepStrictEqual(found({}), [])
    assert.isTrue(Lint.passes(Lint.check(draft)))
    assert.deepStrictEqual(found({ html: `<p>${draft.text}</p><a href="https://acme.io">Book</a>` }), [])
  })

  const cases: ReadonlyArray<readonly [string, Partial<Draft>, ReadonlyArray<string>]> = [
    ["an empty subject", { subject: " " }, ["block subject_empty"]],
    ["a subject longer than readers show", { subject: "a ".repeat(45) }, ["warn subject_too_long"]],
    ["a subject longer than a header", { subject: "a".repeat(256) }, ["block subject_too_long"]],
    ["a subject that shouts", { subject: "BUY THIS TODAY" }, ["warn subject_shouts"]],
    ["a subject full of marks", { subject: "Really???" }, ["warn subject_shouts"]],
    ["a subject that pretends to answer", { subject: "RE: your order" }, ["block subject_deceives"]],
    ["no text alternative", { text: " ", html: "<p>Hello there</p>" }, ["block text_missing"]],
    ["a text that is not what the HTML says", { text: "Hi", html: `<p>${words(60)}</p>` }, ["warn text_differs"]],
    ["too many links for its words", { text: "https://a.io/ ".repeat(8) }, ["warn links_too_many"]],
    ["more links than any message needs", { text: "https://a.io/ ".repeat(51) }, ["block links_too_many"]],
    [
      "a link that shows another address",
      { html: `<a href="https://evil.io/x">https://bank.io</a> ${draft.text}` },
      ["block link_hidden"]
    ],
    ["nothing but a picture", { html: '<img src="a.png" alt="sale">' }, ["block images_without_text"]],
    [
      "pictures with few words",
      { html: `<img src=a.png alt=a><img src=b.png alt=b><p>${words(10)}</p>` },
      ["warn images_without_text"]
    ],
    ["a picture without a description", { html: `<img src=a.png><p>${words(20)}</p>` }, ["warn images_without_alt"]],
    ["a From without an address", { from: "Acme" }, ["block from_malformed"]],
    ["a From at a provider of mailboxes", { from: "acme@gmail.com" }, ["block from_free_mailbox"]],
    ["a score like spam", { spamScore: 0.7 }, ["block spam_score"]],
    ["a score on its way there", { spamScore: 0.45 }, ["warn spam_score"]],
    ["no SPF", { domain: { spf: "fail", dkim: "pass", dmarc: "pass" } }, ["warn spf"]],
    ["no DKIM", { domain: { spf: "pass", dkim: "fail", dmarc: "pass" } }, ["warn dkim"]],
    ["neither", { domain: { spf: "fail", dkim: "fail", dmarc: "pass" } }, ["block spf", "block dkim"]],
    ["no DMARC", { domain: { spf: "pass", dkim: "pass", dmarc: "fail" } }, ["block dmarc"]]
  ]
  for (const [name, part, expected] of cases) it(`sees ${name}`, () => assert.deepStrictEqual(found(part), expected))

  it("blocks on what blocks, and on nothing else", () => {
    assert.isFalse(Lint.passes(Lint.check({ ...draft, subject: "" })))
    assert.isTrue(Lint.passes(Lint.check({ ...draft, subject: "BUY THIS TODAY", spamScore: 0.5 })))
  })

  it("lets example.com pass whatever DNS says, and a domain nobody could ask about", () => {
    const nothing = { spf: "fail", dkim: "fail", dmarc: "fail" } as const
    assert.deepStrictEqual(found({ from: "a@example.com", domain: nothing }), [])
    assert.deepStrictEqual(found({ from: "A <a@mail.example.com>", domain: nothing }), [])
    assert.deepStrictEqual(found({ domain: { spf: "unknown", dkim: "unknown", dmarc: "unknown" } }), [])
    assert.deepStrictEqual(found({ domain: undefined, spamScore: undefined }), [])
  })

  it("does not mind a link that shows its own address, or words, or what is no address", () => {
    for (const link of [
      '<a href="https://acme.io/x?y=1">https://acme.io</a>',
      '<a href="https://acme.io/x">the menu</a>',
      '<a href="/x">https://acme.io</a>',
      '<a href="https://acme.io/x">https://[</a>'
    ])
      assert.deepStrictEqual(found({ html: `<style>p{}</style><p>${draft.text}</p>${link}` }), [], link)
  })

  it("reads the domain of a From", () => {
    assert.strictEqual(Lint.domainOf("Acme <hello@Mail.Acme.io>"), "mail.acme.io")
    assert.strictEqual(Lint.domainOf("hello@acme.io"), "acme.io")
    assert.isUndefined(Lint.domainOf("Acme <>"))
  })
})
