import { assert, describe, it } from "@effect/vitest"
import { completed } from "../../../../src/core/composer/memories/Articles.ts"
import { framed, linesOf } from "../../../../src/core/composer/memories/MemoryLines.ts"

const said = (text: string, objective = "nurture") =>
  linesOf({ objective, person: {}, memories: [{ id: "m", kind: "fact", text }] }).map((line) => framed(line, 1))[0]

describe("what a note leaves out", () => {
  it.each([
    ["You own landscaping company with 8 vans.", "You own a landscaping company with 8 vans."],
    ["You are looking for scheduling tool.", "You are looking for a scheduling tool."],
    ["You ordered single duvet and a kettle.", "You ordered a single duvet and a kettle."],
    ["You returned mat on 4 June.", "You returned a mat on 4 June."],
    ["You want to open second shop by september.", "You want to open a second shop by September."],
    ["You train for Berlin marathon.", "You train for the Berlin marathon."],
    ["You subscribed to the weekly box since 2020.", "You have subscribed to the weekly box since 2020."],
    ["You bought Larsen A string in May.", "You bought the Larsen A string in May."],
    ["You saw the demo on 12 Nov.", "You saw the demo on 12 November."],
    ["You run a bakery in Lisbon and asked us for a demo.", "You run a bakery in Lisbon and asked us for a demo."],
    ["You want more seats for your team.", "You want more seats for your team."],
    ["You bought bread in May.", "You bought bread in May."]
  ])("is put in: %s", (note, sentence) => assert.strictEqual(completed(note), sentence))

  it.each(["You bought 2x rye loaf on 12 Sept.", "You ordered thingamajig on 4 June."])(
    "makes it no sentence where it is not known: %s",
    (note) => assert.isUndefined(completed(note))
  )
})

describe("a note", () => {
  it("loses what it counts behind a comma, rather than what it is about", () => {
    assert.match(
      said("Owns a small sourdough bakery in Ghent, 2 ovens") ?? "",
      /^You own a small sourdough bakery in Ghent,/
    )
  })

  it("is unsaid where it would say something else", () => {
    assert.isUndefined(said("Ordered 12 crates for her brother's restaurant in Ghent"))
    assert.isUndefined(said("She told us that her son Leo starts school in August and needs a violin"))
    assert.isUndefined(said("Pays for 20 seats, uses 6"))
    assert.isUndefined(said("Never ordered dessert"))
  })

  it("says what somebody is by its own article", () => {
    assert.include(said("Student of architecture"), "You are a student of architecture")
  })
})

describe("a note in full", () => {
  it.each([
    ["You subscribed since 2020", "You have subscribed since 2020"],
    ["You ordered bread on 3 dec", "You ordered bread on 3 December"],
    ["You ordered bread in nov", "You ordered bread in November"],
    ["You like tea since 2020", undefined]
  ])("%s: %s", (text, whole) => assert.strictEqual(completed(text), whole))
})
