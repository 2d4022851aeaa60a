import { assert, describe, it } from "@effect/vitest"
import * as EmailText from "../../src/core/EmailText.ts"
import * as EventType from "../../src/core/EventType.ts"

describe("the subject of an email that names none", () => {
  it.each([
    ["Hello Ada", "Hello Ada"],
    ["  Hello Ada  \nHow are you?", "Hello Ada"],
    ["", "(no subject)"],
    ["\n\n", "(no subject)"],
    [
      "A sentence that goes on and on until it does not fit into a subject line any more",
      "A sentence that goes on and on until it does not fit into a…"
    ],
    ["x".repeat(100), `${"x".repeat(60)}…`]
  ])("of %j is %j", (text, subject) => {
    assert.strictEqual(EmailText.subjectOf(text), subject)
  })
})

describe("what happens to a message", () => {
  it.each([
    ["email", "email.sent", "email.failed"],
    ["sms", "sms.sent", "sms.failed"],
    ["instagram", "dm.sent", "dm.failed"]
  ])("on %s is called %s or %s", (channel, sent, failed) => {
    assert.deepStrictEqual([EventType.sent(channel), EventType.failed(channel)], [sent, failed])
  })

  it("says the subject, or the text where there is none", () => {
    const send = { sendId: "send_1", text: "Hello" }
    assert.deepStrictEqual(EventType.content(send), { sendId: "send_1", text: "Hello" })
    assert.deepStrictEqual(EventType.content({ ...send, subject: "Hi" }), { sendId: "send_1", subject: "Hi" })
  })
})
