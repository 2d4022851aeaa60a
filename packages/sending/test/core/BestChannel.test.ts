import { assert, describe, it } from "@effect/vitest"
import * as BestChannel from "../../src/core/BestChannel.ts"
import * as Price from "../../src/core/Price.ts"

const consent = (channel: string, status = "granted", scope = "marketing") => ({ channel, status, scope })
const fits = () => true
const everywhere = [{ type: "email" }, { type: "phone" }, { type: "instagram" }] as const

describe("the best channel", () => {
  it.each([
    ["where everything was agreed to", [consent("sms"), consent("email"), consent("dm")], "email"],
    ["where only SMS was", [consent("sms"), consent("email", "revoked")], "sms"],
    ["of those that `dm` stands for", [consent("dm")], "whatsapp"],
    ["of one platform", [consent("instagram")], "instagram"],
    ["where only receipts were", [consent("sms", "granted", "transactional")], "email"],
    ["where nothing was", [], "email"]
  ] as const)("%s", (_, consents, channel) => {
    assert.strictEqual(BestChannel.pick(everywhere, consents, fits), channel)
  })

  it("is one that the message fits, and email where nobody can be reached, so that the refusal says why", () => {
    assert.strictEqual(
      BestChannel.pick(everywhere, [consent("email"), consent("sms")], (channel) => channel !== "email"),
      "sms"
    )
    assert.strictEqual(BestChannel.pick([], [consent("email")], fits), "email")
  })
})

describe("a message", () => {
  it("costs what its channel does, and an SMS each of its segments", () => {
    assert.deepStrictEqual(
      [Price.centsOf("email", 1), Price.centsOf("sms", 3), Price.centsOf("instagram", 1), Price.centsOf("x", 1)],
      [1, 15, 10, 0]
    )
  })
})
