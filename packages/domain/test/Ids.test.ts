import { assert, describe, it } from "@effect/vitest"
import * as Ids from "@loopdrive/domain/Ids"
import * as fc from "fast-check"

const seed = fc.stringMatching(/^[0-9a-f]{32}$/)
const time = fc.integer({ min: 0, max: 4_102_444_800_000 })

describe("ids", () => {
  it("carry their prefix and are safe in a URL", () => {
    fc.assert(
      fc.property(time, seed, (now, chance) => {
        assert.match(Ids.fresh("person", { now, seed: chance }), /^per_[0-9a-hjkmnp-tv-z]{26}$/)
      })
    )
  })

  it("sort by the time they were made", () => {
    fc.assert(
      fc.property(time, time, seed, seed, (a, b, first, second) => {
        fc.pre(a < b)
        assert.isTrue(Ids.fresh("event", { now: a, seed: first }) < Ids.fresh("event", { now: b, seed: second }))
      })
    )
  })

  it("of one source differ", () => {
    const source = { now: 1, seed: "f".repeat(32) }
    const made = Array.from({ length: 100 }, (_, n) => Ids.fresh("note", source, n))
    assert.strictEqual(new Set(made).size, 100)
  })

  it("that are derived follow from their parts alone", () => {
    assert.strictEqual(Ids.derived("topic", "a", "b"), Ids.derived("topic", "a", "b"))
    assert.notStrictEqual(Ids.derived("topic", "a", "b"), Ids.derived("topic", "ab", ""))
    assert.notStrictEqual(Ids.derivedUnder("one", "person", "x"), Ids.derivedUnder("two", "person", "x"))
  })

  it("tell their kind", () => {
    assert.isTrue(Ids.is("person", "per_1"))
    assert.isFalse(Ids.is("person", "ada@example.com"))
  })
})
