import { assert, describe, it } from "@effect/vitest"
import * as LinkPage from "../../src/core/LinkPage.ts"

describe("the page that asks for a confirmation", () => {
  it("says by which channel and from whom, whatever the sender is called", () => {
    const page = LinkPage.confirm("email", `Tom & "Jerry's" <b>`)
    assert.include(page, "by email from <strong>Tom &amp; &quot;Jerry&#39;s&quot; &lt;b&gt;</strong>?")
    assert.include(LinkPage.confirm("whatsapp", "Acme"), "by direct message from <strong>Acme</strong>?")
  })
})

describe("the page that asks before it unsubscribes", () => {
  it("says of which channel, by the name that people have for it", () => {
    for (const [channel, name] of [
      ["email", "email"],
      ["sms", "text message"],
      ["instagram", "direct message"]
    ] as const)
      assert.include(LinkPage.ask(channel), `no more marketing by ${name} from`)
  })
})
