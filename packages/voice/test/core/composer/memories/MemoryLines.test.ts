import { describe, expect, it } from "@effect/vitest"
import { added, framed, linesOf } from "../../../../src/core/composer/memories/MemoryLines.ts"

type Kind = "fact" | "message" | "intent" | "preference" | "objection"
const lines = (objective: string, memories: ReadonlyArray<readonly [Kind, string]>, more: { context?: unknown } = {}) =>
  linesOf({
    objective,
    person: { firstName: "Kim" },
    memories: memories.map(([kind, text], index) => ({ id: `m${index}`, kind, text })),
    ...more
  })
const said = (objective: string, kind: Kind, text: string) =>
  lines(objective, [[kind, text]]).map((line) => framed(line, 0))[0]

describe("the lines of a message", () => {
  it("begin with what is near to what it is about, and go on with business", () => {
    const texts = lines("demo_book", [
      ["fact", "Loves jazz"],
      ["fact", "Runs a bakery in Lisbon"],
      ["intent", "Wants to see a demo of the payroll software"]
    ]).map(({ spoken }) => spoken.text)
    expect(texts).toEqual([
      "You want to see a demo of the payroll software.",
      "You run a bakery in Lisbon.",
      "You love jazz."
    ])
  })

  it("leave private life alone, and what has nothing to do with what was given", () => {
    expect(said("demo_book", "fact", "Has a son called Tiago who studies law")).toBeUndefined()
    expect(said("buy a present for a son", "fact", "Has a son who studies law")).toContain("you have a son")
    expect(lines("cross_sell", [["fact", "Reads crime novels"]], { context: { product: "oven X200" } })).toEqual([])
    expect(
      lines("cross_sell", [["fact", "Reads crime novels"]], { context: "The new crime novels are here." })
    ).toHaveLength(1)
  })

  it.each([
    ["message", "you promised me a call back"],
    ["fact", "Her name is Kim and she is a vet"],
    ["fact", "Does he still want the invoice in PDF?"],
    ["fact", "VIP customer since 2019, spends $4,000 a year."],
    ["fact", "customer_since=2021; plan=gold."],
    ["fact", "Sourdough, rye, long queue"],
    ["preference", "Prefers email over SMS"],
    ["preference", "Prefers to be contacted by email; plan: Pro; company: Nordlys AS"],
    ["preference", "Hates cilantro"],
    ["fact", "Complained that the delivery was two weeks late"],
    ["intent", "Is thinking about leaving us for BreadCo"],
    ["fact", "Is allergic to peanuts"],
    ["fact", "KIM WANTS A DEMO"],
    ["fact", "Thinks we are great"],
    ["fact", "Their budget is 20k"],
    ["message", "You are the best"],
    ["message", "you said the delivery would be free"],
    ["message", "ok thanks"],
    ["message", "Thanks, see you Friday!"],
    ["fact", "Got a refund for order 1042"],
    ["message", "Customer said: 'I love the new dashboard but the export is broken.'"]
  ] as const)("say nothing of a %s like: %s", (kind, text) => {
    expect(said("upsell", kind, text)).toBeUndefined()
  })

  it("are in somebody's own words only where they said them", () => {
    expect(said("nurture", "message", "Customer said: 'I love the new dashboard.'")).toBe(
      'You mentioned: "I love the new dashboard."'
    )
    expect(said("winback", "message", "Customer said: 'I love the new dashboard but the export is broken.'")).toBe(
      "Thank you for telling us what went wrong."
    )
    expect(said("announce that we are open on Sundays", "message", "Asked: when do you open on Sundays?")).toBe(
      'You asked: "When do you open on Sundays?"'
    )
    expect(said("nurture", "message", "Do you ship to Norway?")).toBeUndefined()
    expect(said("nurture", "fact", "Budget of $500 per month")).toBeUndefined()
  })

  it("are sorry for a complaint where the message is about that", () => {
    expect(said("winback", "fact", "Complained that the delivery was two weeks late")).toBe(
      "We are sorry that the delivery was two weeks late."
    )
    expect(said("support", "fact", "Was unhappy with the delivery")).toBe("We are sorry about the delivery.")
    expect(said("support", "fact", "Complains a lot")).toBeUndefined()
    expect(said("support", "fact", "Got a refund for order 1042")).toBeUndefined()
    expect(said("support", "fact", "Thinks the price is too high")).toBe(
      "We understand that you think the price is too high."
    )
    expect(said("support", "fact", "Asked for a refund for order 4417")).toBe(
      "We understand that you asked us for a refund for order 4417."
    )
  })

  it("do not take what somebody once did for a reason to write", () => {
    const memories = [["fact", "Bought the deluxe model in March"]] as const
    const framings = [0, 1, 2].map((turn) => lines("nurture", memories).map((line) => framed(line, turn))[0])
    expect(framings).toEqual([
      "You bought the deluxe model in March.",
      "You bought the deluxe model in March, so we thought of you.",
      "You bought the deluxe model in March, so we wanted to write to you."
    ])
    expect(said("nurture", "fact", "Needs 20 seats for a new team")).toBe("You need 20 seats for a new team.")
  })

  it("do not tell people bare what they are, and add one to the other", () => {
    expect(said("nurture", "fact", "Loves jazz")).toBe("Since you love jazz, we thought of you.")
    expect(said("nurture", "fact", "Asked for a demo")).toBe("You asked us for a demo.")
    const [line] = lines("nurture", [["fact", "Is interested in rye"]])
    expect(line === undefined ? "" : added(line)).toBe("You are also interested in rye.")
  })
})
