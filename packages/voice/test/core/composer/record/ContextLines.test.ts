import { describe, expect, it } from "@effect/vitest"
import { contextLinesOf } from "../../../../src/core/composer/record/ContextLines.ts"
import { askIn, linkIn } from "../../../../src/core/composer/record/Headings.ts"

const cases: ReadonlyArray<readonly [string, unknown, ReadonlyArray<string>]> = [
  [
    "a product and its prices",
    { productName: "Trail Runner 2", price: 89, oldPrice: 119, currency: "EUR" },
    ["Trail Runner 2: €89 instead of €119."]
  ],
  [
    "a record that has a name",
    { product: { name: "Trail Runner 2", price: "89.50", currency: "usd" }, shop: { open: true } },
    ["Trail Runner 2: $89.50."]
  ],
  ["a price that has come down", { price: "$49", regularPrice: "$79" }, ["The price is $49 instead of $79."]],
  ["no amount without its currency", { product: "Oven", price: 1999, discount: 20 }, ["This is about Oven."]],
  ["no currency that there is not", { price: 5, currency: "coins" }, []],
  [
    "an event, its day and its hour",
    { event: "Bread at home", date: "2026-12-01", time: "18:00", location: "Town Hall" },
    ["Bread at home is on 1 December 2026 at 18:00, at Town Hall."]
  ],
  [
    "an event by its own name",
    { webinar: { title: "The Autumn Webinar", date: "2026-12-01T18:00:00Z" } },
    ["The Autumn Webinar is on 1 December 2026 at 18:00 UTC."]
  ],
  [
    "an event that says what it is",
    { workshopName: "Autumn Workshop", date: "tomorrow" },
    ["The Autumn Workshop is tomorrow."]
  ],
  ["a day of the week", { class: "Knots", day: "Friday" }, ["The class “Knots” is on Friday."]],
  [
    "an hour with its own offset as it is, and no hour for midnight",
    { appointment_date: "2026-12-03T09:30:00+01:00", expiresAt: "2026-12-31T00:00:00Z" },
    ["Your appointment is on 3 December 2026 at 09:30.", "Valid until 31 December 2026."]
  ],
  [
    "what begins and ends when",
    { webinar: "Baking", startsAt: "2026-10-08T16:00:00+01:00", trialEndsAt: "2026-08-15", eta: "2026-12-01" },
    [
      "The webinar “Baking” starts on 8 October 2026 at 16:00.",
      "The trial ends on 15 August 2026.",
      "Expected on 1 December 2026."
    ]
  ],
  [
    "cents as money",
    { product_name: "Lamp", price_cents: 4990, amountDue: 8950, currency: "USD", durationMinutes: 45 },
    ["Lamp: $49.90.", "The amount due is $8,950.", "It takes 45 minutes."]
  ],
  [
    "what somebody has a time for as theirs",
    { service: "Dental check-up", appointmentDate: "2026-12-03", appointmentTime: "09:30", location: "Main Street 4" },
    ["Your Dental check-up is on 3 December 2026 at 09:30, at Main Street 4."]
  ],
  [
    "a booking that is called ours",
    { booking: "the blue room", startsAt: "2026-12-03" },
    ["The blue room starts on 3 December 2026."]
  ],
  ["no day that there is not", { date: "2026-13-77" }, []],
  ["a share, and its code", { discountPercent: 20, promoCode: "SPRING" }, ["You get 20% off with the code SPRING."]],
  [
    "a share alone, and a code alone",
    { discount: "20%", reference: "R-77." },
    ["You get 20% off.", "Your reference is R-77."]
  ],
  [
    "an order",
    {
      orderNumber: "A-1234",
      items: [{ name: "Shoes", price: 2 }, { title: "Socks" }, "Hat"],
      total: 49.5,
      currency: "GBP"
    },
    ["Your order number is A-1234.", "Your items: Shoes, Socks and Hat.", "The total is £49.50."]
  ],
  [
    "a cart, and what is a sentence",
    { cart: ["Shoes", "Hat"], perk: "Free shipping on all orders", headline: "New ovens" },
    ["In your cart: Shoes and Hat.", "There is free shipping on all orders.", "New ovens."]
  ],
  [
    "nothing that steers or measures",
    {
      daysInactive: 45,
      lastLogin: "2026-01-01",
      trigger: "cart_abandoned",
      plan: "proPlan",
      topic: "users:42",
      theme: "3fa85f64-5717-4562-b3fc-2c963f66afa6",
      vip: true,
      answer: "yes",
      nothing: null,
      customerName: "Ada",
      cta: "Go",
      lists: [["x"], {}]
    },
    []
  ],
  [
    "a common noun with its article",
    { product: "oven X200", price: 2490, currency: "EUR" },
    ["The oven X200 is €2,490."]
  ],
  ["a plan with its article", { plan: "Pro plan" }, ["This is about the Pro plan."]],
  [
    "a thing it is about",
    { product: "crime novel box set", senderName: "Maria Costa" },
    ["This is about the crime novel box set."]
  ],
  ["a plan by its name", { plan: "Pro" }, ["This is about the Pro plan."]],
  ["nothing that is counted of somebody", { churnRisk: "high", nps: 9, ltv: 400, segment: "gold", vip: "top" }, []],
  ["a topic without one", { topic: "baking at home" }, ["This is about baking at home."]],
  ["no article before one", { item: "our oven", price: "€5" }, ["Our oven is €5."]],
  ["a moment within a text", "We open on 2026-12-24 for you.", ["We open on 24 December 2026 for you."]],
  [
    "to somebody what is told about them",
    "She ordered 3 boxes in May. The customer likes rye. We saved her place.",
    ["You ordered 3 boxes in May.", "You like rye."]
  ],
  [
    "a label with its value, and no word of a program's",
    { a: "b", caseStudy: "a loft in Bristol finished in 9 weeks" },
    ["Case study: a loft in Bristol finished in 9 weeks."]
  ],
  [
    "at most six",
    { a: ["b"], c: ["d"], e: ["f"], g: ["h"], i: ["j"], k: ["l"], m: ["n"] },
    ["A: b.", "C: d.", "E: f.", "G: h.", "I: j.", "K: l."]
  ],
  [
    "an offer as what somebody gets, and how long it is valid",
    { offer: "a free week", date: "until 15 December" },
    ["You get a free week until 15 December."]
  ],
  [
    "a share of a price",
    { offer: "20% off your next order", code: "BACK20", date: "until 31 December" },
    ["20% off your next order until 31 December with the code BACK20."]
  ],
  ["a discount that has a name", { discount: "20% nonprofit discount" }, ["You get a 20% nonprofit discount."]],
  ["what is free", { price: "free" }, ["It is free of charge."]],
  ["a price that begins somewhere", { price: "from £25" }, ["Prices start at £25."]],
  ["a price for many", { product: "chicken pouches", price: "£12 for 24" }, ["The chicken pouches: £12 for 24."]],
  [
    "a price until some day",
    { product: "the box", price: "$48", date: "before 20 December" },
    ["The box is $48 before 20 December."]
  ],
  [
    "opening hours from some day",
    { hours: "Mon to Fri 6:30 to 21:00", date: "from 1 December" },
    ["From 1 December we are open Mon to Fri 6:30 to 21:00."]
  ],
  ["a place", { place: "our workshop" }, ["You will find us at our workshop."]],
  ["a text by its sentences", "we moved. Come by", ["We moved.", "Come by."]],
  ["nothing of what is no record", ["a", "b"], []]
]

describe("what the caller knows", () => {
  for (const [what, context, lines] of cases) {
    it(`says ${what}`, () => {
      expect(contextLinesOf(context)).toEqual(lines)
    })
  }

  it("has its day and its place by what the message is for", () => {
    const context = { date: "8 to 12 December", place: "our workshop", price: "free" }
    expect(contextLinesOf(context, [], { objective: "invite to a bow check" })).toEqual([
      "It takes place from 8 to 12 December at our workshop.",
      "It is free of charge."
    ])
    expect(contextLinesOf({ date: "31 January" }, [], { objective: "renewal" })).toEqual([
      "Your renewal is due on 31 January."
    ])
    expect(contextLinesOf({ date: "31 January" })).toEqual(["Date: 31 January."])
    expect(contextLinesOf({ product: "the JR pass" }, [], { objective: "upsell" })).toEqual([
      "We would like to tell you about the JR pass."
    ])
  })

  it("is said to the one whose name it bears", () => {
    expect(contextLinesOf("Kim ordered rye. Kim's Bar is open.", ["Kim", ""])).toContain("You ordered rye.")
  })

  it("has a link and a question where the caller gave them, also in a record", () => {
    expect(linkIn({ product: { name: "Oven", url: "https://lumen.example/oven" } })?.url).toBe(
      "https://lumen.example/oven"
    )
    expect(linkIn({ url: "lumen" })).toBeUndefined()
    expect(linkIn("https://lumen.example")).toBeUndefined()
    expect(askIn({ button_text: "save  your seat!" })).toBe("Save your seat!")
    expect(askIn({ callToAction: "x".repeat(90) })).toBeUndefined()
    expect(askIn({ ask: "Come" })).toBeUndefined()
  })
})

describe("what a day, a price and a place are of", () => {
  it.each([
    [{ offer: "a free week", date: "by Friday" }, "winback", ["You get a free week.", "You have time until Friday."]],
    [
      { offer: "a free week", date: "from 1 December" },
      "winback",
      ["You get a free week.", "It starts on 1 December."]
    ],
    [{ hours: "Open daily 9 to 5" }, "news", ["We are open daily 9 to 5."]],
    [{ hours: "9 to 5", date: "on 5 May" }, "news", ["From 5 May we are open 9 to 5."]],
    [{ benefit: "saves an hour a day" }, "upsell", ["It saves an hour a day."]],
    [{ priceCents: 500 }, "upsell", []],
    [{ time: "18:00", place: "our workshop" }, "invite to the workshop", ["It begins at 18:00 at our workshop."]],
    [{ product: "oven", price: "free" }, "upsell", ["The oven is free of charge."]],
    [{ product: "the oven X200" }, "demo_book", ["Have a look with us at the oven X200."]],
    [{ product: "the oven X200" }, "upsell", ["We would like to tell you about the oven X200."]],
    [{ product: "insurance", price: "€12 a month" }, "renew the policy", ["The insurance costs €12 a month."]],
    [{ date: "until 5 May" }, "launch", ["It lasts until 5 May."]],
    [{ date: "5 May", place: "The Great Hall" }, "delivery", ["It is due on 5 May at the Great Hall."]],
    [{ place: "Zoom" }, "news", ["You will find us on Zoom."]],
    [{ discountPercent: 15 }, "winback", ["You get 15% off."]]
  ] as const)("%o for %s", (context, objective, lines) => {
    expect(contextLinesOf(context, [], { objective })).toEqual(lines)
  })
})
