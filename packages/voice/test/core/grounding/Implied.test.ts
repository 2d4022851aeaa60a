import { describe, expect, it } from "vitest"
import { groundOf, ungroundedIn } from "../../../src/core/grounding/Grounding.ts"

const found = (source: string, text: string, locale?: string) =>
  ungroundedIn(text, groundOf([source], locale), locale).map((one) => one.text)

describe("what sources say by one word, or by halves", () => {
  it.each([
    ["half price on all pots", "All pots are 50% off."],
    ["3 out of 4 customers like it", "Three quarters of our customers like it."],
    ["3 out of 4 customers like it", "75% of our customers like it."],
    ["herb pots this weekend", "Herb pots on Saturday and Sunday."],
    ["service on weekdays 8 to 17", "We answer from Monday to Friday, 8 am to 5 pm."],
    ["the sofa goes from 1200 to 900 USD", "The sofa is $900 instead of $1,200, that is $300 less."],
    ["repotting is 8 dollars per plant, 3 plants", "With three plants that makes $24."]
  ])("%s: %s", (source, text) => expect(found(source, text)).toEqual([]))

  it("holds in the person's language, too", () => {
    expect(found("Half price on all pots until Sunday", "Do niedzieli wszystkie doniczki 50% taniej.", "pl")).toEqual(
      []
    )
  })

  it.each([
    ["half price on all pots", "All pots are 40% off.", "40%"],
    ["half of our pots are blue", "All pots are 50% off.", "50%"],
    ["3 out of 4 customers like it", "80% of our customers like it.", "80%"],
    ["herb pots this weekend", "Herb pots on Friday.", "Friday"],
    ["service on weekdays 8 to 17", "We answer on Saturday.", "Saturday"],
    ["1200 visitors saw sofas of 900 USD", "The sofa was $1,200.", "$1,200"],
    ["repotting is 8 dollars per plant, 3 plants", "With three plants that makes $32.", "$32"]
  ])("%s, and not: %s", (source, text, claim) => expect(found(source, text)).toContain(claim))
})
