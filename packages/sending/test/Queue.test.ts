import { assert, describe, it } from "@effect/vitest"
import * as Queue from "../src/Queue.ts"

describe("the queue of a channel", () => {
  it.each([
    ["email", "send", "email.send"],
    ["sms", "compose", "sms.compose"],
    ["instagram", "send", "social.send"]
  ] as const)("%s, to %s, is %s", (channel, stage, name) => {
    assert.strictEqual(Queue.nameOf(channel, stage), name)
  })
})
