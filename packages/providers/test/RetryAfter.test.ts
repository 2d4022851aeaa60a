import { assert, describe, it } from "@effect/vitest"
import { parse } from "../src/core/RetryAfter.ts"

const now = Date.UTC(2030, 0, 1, 12, 0, 0)

describe("RetryAfter", () => {
  it("reads delay seconds", () => {
    assert.strictEqual(parse("0", now), 0)
    assert.strictEqual(parse(" 120 ", now), 120_000)
    assert.strictEqual(parse("0.0015", now), 2)
  })

  it("reads an HTTP date relative to now, a past one as no wait", () => {
    assert.strictEqual(parse("Tue, 01 Jan 2030 12:00:05 GMT", now), 5000)
    assert.strictEqual(parse("Tuesday, 01-Jan-30 12:00:05 GMT", now), 5000)
    assert.strictEqual(parse("Tue, 01 Jan 2030 11:00:00 GMT", now), 0)
  })

  it("waits at most a day", () => {
    assert.strictEqual(parse("999999999", now), 86_400_000)
    assert.strictEqual(parse("Wed, 01 Jan 2031 12:00:00 GMT", now), 86_400_000)
  })

  it("knows nothing from anything else", () => {
    for (const text of [undefined, null, "", "  ", "soon", "-5", "1e9", "Tue, someday", "2030-01-01T12:00:05Z"]) {
      assert.isUndefined(parse(text, now), String(text))
    }
  })
})
