import { assert, describe, it } from "@effect/vitest"
import { covers } from "@loopdrive/domain/Channel"
import { compact } from "@loopdrive/domain/Json"
import { isZone } from "@loopdrive/domain/TimeZone"

describe("channels", () => {
  it("dm speaks for every social platform and for nothing else", () => {
    assert.isTrue(covers("dm", "instagram"))
    assert.isTrue(covers("dm", "whatsapp"))
    assert.isFalse(covers("dm", "email"))
    assert.isFalse(covers("dm", "sms"))
    assert.isFalse(covers("instagram", "x"))
    assert.isTrue(covers("ads", "ads"))
    assert.isFalse(covers("ads", "email"))
  })
})

describe("time zones", () => {
  it.each(["Europe/Lisbon", "America/New_York", "UTC", "Asia/Calcutta"])("%s is one", (name) => {
    assert.isTrue(isZone(name))
  })
  it.each(["+02:00", "Europe/Atlantis", "", "CET+1"])("%j is none", (name) => {
    assert.isFalse(isZone(name))
  })
})

describe("absent members", () => {
  it("are left out, and null is not absent", () => {
    assert.deepStrictEqual(Object.keys(compact({ a: 1, b: undefined, c: null })), ["a", "c"])
  })
  it("leave an object without any as it is", () => {
    const value = { a: 1 }
    assert.strictEqual(compact(value), value)
  })
})
