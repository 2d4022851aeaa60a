import { assert, describe, it } from "@effect/vitest"
import * as Footer from "../../src/core/Footer.ts"

const parts = { postalAddress: "Acme, 1 High St", unsubscribeUrl: "https://us.example/u/t?a&b" }

describe("Footer", () => {
  it("stands below the text and before the end of the body", () => {
    const words = Footer.underEmail({ text: "Hello\n", html: "<body>Hello</body></html>" }, parts)
    assert.strictEqual(words.text, "Hello\n\n-- \nAcme, 1 High St\nUnsubscribe: https://us.example/u/t?a&b")
    assert.match(words.html ?? "", /1 High St<br><a href="https:\/\/us.example\/u\/t\?a&amp;b">.*<\/body><\/html>$/)
    assert.match(Footer.underEmail({ text: "a", html: "<p>a" }, parts).html ?? "", /^<p>a<p /)
  })

  it("adds nothing that stands there already, and nothing where nothing is asked for", () => {
    const own = { text: `Acme, 1 High St ${parts.unsubscribeUrl}`, html: undefined }
    assert.deepStrictEqual(Footer.underEmail(own, parts), own)
    const none = { postalAddress: undefined, unsubscribeUrl: undefined }
    assert.deepStrictEqual(Footer.underEmail({ text: "a", html: "b" }, none), { text: "a", html: "b" })
    assert.strictEqual(
      Footer.underEmail({ text: "a", html: undefined }, { ...none, postalAddress: "X" }).text,
      "a\n\n-- \nX"
    )
    const link = Footer.underEmail({ text: "a", html: "b" }, { ...none, unsubscribeUrl: "https://u" })
    assert.notInclude(link.html ?? "", "<br>")
    const postal = Footer.underEmail({ text: "a", html: "b" }, { ...none, postalAddress: "1 High St\nTown" })
    assert.match(postal.html ?? "", /1 High St<br>Town<\/p>$/)
    assert.notInclude(postal.html ?? "", "Unsubscribe")
  })

  it("tells how to stop a text message once", () => {
    assert.strictEqual(Footer.underText("Hello"), "Hello\nReply STOP to opt out.")
    assert.strictEqual(Footer.underText("Hello. Text STOP to end."), "Hello. Text STOP to end.")
  })

  it("says it shortly where that saves a segment", () => {
    const full = "x".repeat(148)
    assert.strictEqual(Footer.underText("x".repeat(137)), `${"x".repeat(137)}\nReply STOP to opt out.`)
    assert.strictEqual(Footer.underText(full), `${full}\nSTOP to end`)
    assert.strictEqual(Footer.underText(full).length, 160)
  })
})
