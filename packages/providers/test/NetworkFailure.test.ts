import { assert, describe, it } from "@effect/vitest"
import * as NetworkFailure from "../src/core/NetworkFailure.ts"

const coded = (code: string) => Object.assign(new Error(code), { code })

describe("a failed request", () => {
  it("never left where no connection came about", () => {
    assert.isTrue(NetworkFailure.neverLeft(coded("ECONNREFUSED")))
    assert.isTrue(NetworkFailure.neverLeft(new TypeError("fetch failed", { cause: coded("ENOTFOUND") })))
    const both = new AggregateError([coded("ECONNREFUSED"), coded("ENETUNREACH")])
    assert.isTrue(NetworkFailure.neverLeft(new TypeError("fetch failed", { cause: both })))
  })

  it("may have left in every other case", () => {
    const cycle: { cause?: unknown } = {}
    cycle.cause = cycle
    const some = new AggregateError([coded("ECONNREFUSED"), coded("ECONNRESET")])
    for (const failure of [
      coded("ECONNRESET"),
      new Error("socket hang up"),
      some,
      cycle,
      undefined,
      null,
      "x",
      { code: 7 }
    ])
      assert.isFalse(NetworkFailure.neverLeft(failure))
  })
})
