import { assert, describe, it } from "@effect/vitest"
import * as ShortLinks from "../../src/core/ShortLinks.ts"

describe("ShortLinks", () => {
  it.each([
    ["https://a.example/x", true],
    ["http://a.example", true],
    ["javascript:alert(1)", false],
    ["data:text/html,x", false],
    ["ftp://a.example", false],
    ["https://user:word@a.example", false],
    ["https://bank.example@a.example", false],
    ["https://", false]
  ])("%s may be a target: %s", (url, may) => {
    assert.strictEqual(ShortLinks.isTarget(url), may)
  })

  it("finds each link once and leaves ours and all that is no page alone", () => {
    const text = "https://a.example, again https://a.example. javascript:alert(1) https://us.example/l/x"
    assert.deepStrictEqual(ShortLinks.targetsOf(text, "https://us.example"), ["https://a.example"])
  })

  it("replaces whole links, where one is the beginning of another too", () => {
    const short = new Map([
      ["https://a.example", "S1"],
      ["https://a.example/b", "S2"]
    ])
    assert.strictEqual(
      ShortLinks.replaced("(https://a.example/b) https://a.example. https://a.example/c", short),
      "(S2) S1. https://a.example/c"
    )
    assert.strictEqual(ShortLinks.replaced("nothing", new Map()), "nothing")
  })
})
