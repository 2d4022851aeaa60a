import { assert, describe, it } from "@effect/vitest"
import * as Told from "../../src/core/Told.ts"

describe("Told", () => {
  it.each([
    [{ channel: "email", kind: "inbound", from: "Ada <Ada@Example.com>" }, "ada@example.com"],
    [{ channel: "email", kind: "delivered", to: "ada@example.com", from: "us@example.com" }, "ada@example.com"],
    [{ channel: "sms", kind: "inbound", from: "+1 415 555 0123" }, "+14155550123"],
    [{ channel: "whatsapp", kind: "read", from: "14155550123" }, "+14155550123"],
    [{ channel: "x", kind: "inbound", from: "@Ada" }, "ada"],
    [{ channel: "sms", kind: "inbound", from: "nobody" }, undefined],
    [{ channel: "sms", kind: "delivered", from: "+14155550123" }, undefined]
  ] as const)("the person of %o is %s", (told, address) => {
    assert.strictEqual(Told.addressOf({ to: undefined, ...told }), address)
  })

  it("reads a command in what came in only, and believes the vendor's word for it", () => {
    const inbound = { kind: "inbound", code: undefined, text: "Stop!" } as const
    assert.strictEqual(Told.keywordOf(inbound), "stop")
    assert.strictEqual(Told.keywordOf({ ...inbound, text: "basta ya, gracias", code: "START" }), "start")
    assert.isUndefined(Told.keywordOf({ ...inbound, text: undefined }))
    assert.isUndefined(Told.keywordOf({ ...inbound, kind: "delivered" }))
  })
})
