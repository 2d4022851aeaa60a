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

  it("is kept without what no database keeps, whatever a stranger wrote", () => {
    const told = { vendor: "meta", channel: "x", kind: "inbound", metadata: { a: 1 } } as const
    const odd = { ...told, eventId: "m\u00001", at: Number.NaN, upTo: 1e300, text: "STOP\u0000", from: "a\ud800" }
    const kept = { ...told, eventId: "m1", at: 7, upTo: 7, text: "STOP", from: "a\ufffd" }
    assert.deepStrictEqual(Told.storable(odd, 7), kept)
    assert.deepStrictEqual(Told.storable({ ...kept, at: 5.5 }, 9), { ...kept, at: 5 })
    assert.deepStrictEqual(Told.storable({ ...told, eventId: "1", at: 1e20 }, 9), { ...told, eventId: "1", at: 9 })
  })
})
