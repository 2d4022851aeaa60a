import { assert, describe, it } from "@effect/vitest"
import * as MessagingWindow from "../../src/core/MessagingWindow.ts"

const day = 24 * 60 * 60 * 1000

describe("the messaging window", () => {
  it("is open for a day from the person's last message, to the millisecond", () => {
    for (const platform of ["facebook", "instagram", "whatsapp"]) {
      assert.deepStrictEqual(MessagingWindow.at(platform, 1000, 1000), { _tag: "Open", closesAt: 1000 + day })
      assert.strictEqual(MessagingWindow.at(platform, 1000, 999 + day)._tag, "Open")
      assert.notStrictEqual(MessagingWindow.at(platform, 1000, 1000 + day)._tag, "Open")
    }
  })

  it("leaves approved templates on WhatsApp and nothing elsewhere", () => {
    assert.deepStrictEqual(MessagingWindow.at("whatsapp", undefined, 0), { _tag: "TemplateOnly" })
    assert.deepStrictEqual(MessagingWindow.at("whatsapp", 0, day), { _tag: "TemplateOnly" })
    assert.deepStrictEqual(MessagingWindow.at("facebook", undefined, 0), { _tag: "Closed" })
    assert.deepStrictEqual(MessagingWindow.at("instagram", 0, day), { _tag: "Closed" })
  })

  it("is no matter on platforms without one", () => {
    for (const platform of ["x", "reddit", "sms", "email"])
      assert.deepStrictEqual(MessagingWindow.at(platform, undefined, 0), { _tag: "Open", closesAt: undefined })
  })
})
