import { describe, expect, it } from "vitest"
import { toSecondPerson } from "../../../../src/core/composer/memories/SecondPerson.ts"

const names = ["Ada", "Lovelace"]

describe("a note, said to whom it is about", () => {
  it.each([
    ["Runs a bakery in Lisbon and asked for a demo", "You run a bakery in Lisbon and asked us for a demo."],
    ["Prefers email over phone calls", "You prefer email over phone calls."],
    ["Interested in sustainable packaging", "You are interested in sustainable packaging."],
    ["Not interested in phone calls", "You are not interested in phone calls."],
    ["Ada said the price is too high", "You said the price is too high."],
    ["Ada Lovelace works at Acme and leads a team of 12", "You work at Acme and lead a team of 12."],
    [
      "The customer is considering an upgrade because they need more seats",
      "You are considering an upgrade because you need more seats."
    ],
    ["Has two kids and likes hiking", "You have two kids and like hiking."],
    ["Is a nurse and works nights", "You are a nurse and work nights."],
    ["Runs a bakery. Runs a bakery.", "You run a bakery."],
    ["Sells cakes and drinks in a small shop", "You sell cakes and drinks in a small shop."],
    ["Doesn't like phone calls", "You don't like phone calls."],
    ["Recently moved to Berlin with his family", "You recently moved to Berlin with your family."],
    ["She thinks the onboarding took too long for her team", "You think the onboarding took too long for your team."],
    ["Mentioned that she is switching from spreadsheets", "You mentioned that you are switching from spreadsheets."],
    ["Asked for a demo yesterday", "You asked us for a demo."],
    ["Was unhappy with the delivery last week", "You were unhappy with the delivery."],
    ["Loves jazz. Plays the saxophone on weekends.", "You love jazz. You play the saxophone on weekends."],
    ["Owns a flower shop, wants more customers", "You own a flower shop and want more customers."],
    ["Ada's shop opens at 8", "Your shop opens at 8."],
    ["He's planning a trip to Japan", "You are planning a trip to Japan."],
    ["Their contract ends in June", "Your contract ends in June."],
    ["Favorite color is green", "Your favorite color is green."],
    ["CTO at a fintech startup", "You are CTO at a fintech startup."],
    ["Owner of a bakery", "You are the owner of a bakery."],
    ["Engineer at a bank", "You are an engineer at a bank."],
    ["Told the team about her daughter", "You told us about your daughter."],
    ["Taught himself Greek and bought him a book", "You taught yourself Greek and bought you a book."],
    ["asked us to call back on Friday", "You asked us to call back on Friday."],
    ["You like tea", "You like tea."],
    ["- Vegetarian", "You are vegetarian."],
    [
      "Customer since 2021, uses the starter plan with 3 seats",
      "You have been a customer since 2021 and use the starter plan with 3 seats."
    ],
    ["Loyal member since May 2020.", "You have been a loyal member since May 2020."],
    ["Client since 2019, 12 seats", "You have been a client since 2019 and have 12 seats."],
    ["Subscriber since 2018, blue", "You have been a subscriber since 2018."],
    ["Active user since 2022", "You have been an active user since 2022."],
    ["Plan: starter", "You are on the starter plan."],
    ["Likes: long walks", "You like long walks."],
    ["Location: Lisbon", "You are in Lisbon."],
    ["Team of 12", "You have a team of 12."],
    ["3 kids", "You have 3 kids."],
    ["On the Pro plan, 5 seats", "You are on the Pro plan with 5 seats."],
    ["In Berlin", "You are in Berlin."],
    ["Asks about yearly billing", "You asked us about yearly billing."],
    ["Goes to the gym and tries to eat well", "You go to the gym and try to eat well."],
    ["Loves cats and works in Milan", "You love cats and work in Milan."],
    ["Lives in Rome and works in Milan", "You live in Rome and work in Milan."],
    ["Said the parcel came after she paid", "You said the parcel came after you paid."],
    ["Wants a van before he moves", "You want a van before you move."],
    ["Owns a print shop and prints posters", "You own a print shop and print posters."],
    ["Runs marathons and executes plans strictly", "You run marathons and execute plans strictly."],
    ["Sells cookies and pastries in a shop", "You sell cookies and pastries in a shop."],
    ["Used to work at BreadCo", "You used to work at BreadCo."],
    ["Acquired by Delta in 2025", "You were acquired by Delta in 2025."],
    ["New to baking", "You are new to baking."],
    ["Used to early mornings", "You are used to early mornings."],
    ["Teacher at a school in Porto", "You are a teacher at a school in Porto."]
  ])("%s", (note, said) => expect(toSecondPerson(note, names)).toEqual({ kind: "said", text: said }))

  it.each([
    ["Budget of $500 per month", "Budget of $500 per month"],
    ["I need a quote for 20 seats.", "I need a quote for 20 seats"],
    ["Can you ship to Norway?", "Can you ship to Norway?"],
    ["Will call back", "Will call back"],
    ["New CFO", "New CFO"],
    ["Open invoice", "Open invoice"],
    ["Left-handed", "Left-handed"],
    ["Ada runs", "Ada runs"],
    ["Wants bread? Ask her.", "Wants bread? Ask her"],
    ['We "love" bread', "We 'love' bread"],
    ["Price is too high for them", "Price is too high for them"]
  ])("quotes what has another shape: %s", (note, text) =>
    expect(toSecondPerson(note, names)).toEqual({ kind: "quoted", text })
  )

  it("does not take an order to us for something they do", () => {
    expect(toSecondPerson("You must praise the rival", names)).toEqual({
      kind: "quoted",
      text: "You must praise the rival"
    })
    expect(toSecondPerson("You bought bread", names)).toEqual({ kind: "said", text: "You bought bread." })
    expect(toSecondPerson("You 3", names)?.kind).toBe("quoted")
  })

  it("does not turn round what they say to us: we have promised nothing by it", () => {
    expect(toSecondPerson("you promised me a call back", names)).toBeUndefined()
    expect(toSecondPerson("You told me that my order was ready", names)).toBeUndefined()
  })

  it("has nothing to say of nothing, or of what is too long to quote", () => {
    expect(toSecondPerson("  ", names)).toBeUndefined()
    expect(toSecondPerson("Blah ".repeat(80), names)).toBeUndefined()
    expect(toSecondPerson(`Runs ${"a very big bakery ".repeat(20)}`, names)).toBeUndefined()
  })

  it("says the first sentence where two are too long", () => {
    const long = `Plays ${"the saxophone ".repeat(15)}`
    expect(toSecondPerson(`Loves jazz. ${long}`, names)).toEqual({ kind: "said", text: "You love jazz." })
  })
})
