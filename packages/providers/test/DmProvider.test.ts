import { assert, describe, it } from "@effect/vitest"
import { findIn } from "../src/DmProvider.ts"

const at = Date.UTC(2030, 0, 1)
const others = (count: number, from: number) =>
  Array.from({ length: count }, (_, n) => ({ id: `m${n}`, text: `Other ${n}`, ours: true, at: from - n * 1000 }))
const sought = { to: "ada", text: "Hello", since: at }

describe("looking for a direct message among those a platform shows", () => {
  it("finds the newest of ours with its text, not an older one, and not theirs", () => {
    const said = { id: "m", text: "Hello", ours: true, at }
    assert.deepStrictEqual(findIn([said, { ...said, id: "before" }], 10, sought), { _tag: "Found", externalId: "m" })
    assert.deepStrictEqual(findIn([{ ...said, ours: false }], 10, sought), { _tag: "Missing" })
    assert.deepStrictEqual(findIn([{ ...said, at: at - 60_001 }], 10, sought), { _tag: "Missing" })
    assert.deepStrictEqual(findIn([], 10, sought), { _tag: "Missing" })
  })

  it("concludes nothing from a full page that does not reach back far enough", () => {
    assert.deepStrictEqual(findIn(others(10, at + 20_000), 10, sought), { _tag: "Unanswerable" })
    assert.deepStrictEqual(findIn(others(10, at - 55_000), 10, sought), { _tag: "Missing" })
    assert.deepStrictEqual(findIn(others(9, at + 20_000), 10, sought), { _tag: "Missing" })
  })
})
