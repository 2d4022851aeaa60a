import { describe, expect, it } from "vitest"
import { readings } from "../../../src/core/text/Folding.ts"
import { meaning, meaningsIn } from "../../../src/core/guardrail/Meaning.ts"

const rules = [meaning("near", 1, ["pay", "jail"], "\\bnever\\b"), meaning("wide", 2, ["parcel", "fee"])]
const heard = (text: string) =>
  meaningsIn(text, readings(text), rules).map(({ end, label, start }) => [label, text.slice(start, end)])

describe("what a sentence means", () => {
  it("is heard in any order, within one sentence", () => {
    expect(heard("Hello. Jail waits for who does not p4y. Bye.")).toEqual([
      ["near", "Jail waits for who does not p4y."]
    ])
    expect(heard("Pay now. Jail is far.")).toEqual([])
    expect(heard("Never pay from jail.")).toEqual([])
  })

  it("may stand in two sentences, and is said of both", () => {
    expect(heard("A parcel came. The fee is due. Bye.")).toEqual([["wide", "A parcel came. The fee is due."]])
    expect(heard("Hi. A parcel without a fee.")).toEqual([["wide", "A parcel without a fee."]])
  })

  it("is heard in the middle of a sentence without an end", () => {
    const long = `${"word ".repeat(200)}pay or jail ${"word ".repeat(200)}`
    expect(heard(long).map(([label]) => label)).toEqual(["near"])
  })
})
