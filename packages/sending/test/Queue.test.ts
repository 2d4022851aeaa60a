import { assert, describe, it } from "@effect/vitest"
import * as Queue from "../src/Queue.ts"

describe("the queue of a channel", () => {
  it.each([
    ["email", "email.send"],
    ["sms", "sms.send"],
    ["instagram", "social.send"]
  ])("of %s is %s", (channel, name) => {
    assert.strictEqual(Queue.nameOf(channel), name)
  })
})
