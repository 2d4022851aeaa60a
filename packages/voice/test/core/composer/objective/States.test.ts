/** What has become of something is said as it is: a class that is cancelled never takes place. */
import { describe, expect, it } from "@effect/vitest"
import { occasionedIn } from "../../../../src/core/composer/objective/Occasioned.ts"
import { texts, request } from "../../Composed.ts"

describe("what has become of something", () => {
  it.each([
    [
      "class cancelled notice",
      { class: "Starfish", date: "2026-12-02" },
      "The class “Starfish” on 2 December 2026 is cancelled. We are sorry about that.",
      "badNews"
    ],
    ["event_cancellation", { event: "Spring 10K" }, "Spring 10K is cancelled. We are sorry about that.", "badNews"],
    ["appointment cancelled", {}, "Your appointment is cancelled. We are sorry about that.", "badNews"],
    [
      "concert postponed",
      { concert: "Winterreise", date: "2026-12-02", newDate: "2027-01-09" },
      "The concert “Winterreise” on 2 December 2026 is postponed. We are sorry about that.",
      "badNews"
    ],
    ["lesson rescheduled", {}, "Your lesson has been rescheduled.", "news"],
    ["flights moved", {}, "The flights have been moved.", "news"],
    ["delivery delayed", {}, "Your delivery is delayed. We are sorry about that.", "badNews"],
    ["glasses ready for pickup message", {}, "Your glasses are ready.", "news"],
    ["order_shipped", { product: "brake pads" }, "Your brake pads are on their way.", "news"],
    ["order shipped", {}, "Your order is on its way.", "news"],
    ["order arrived", {}, "Your order has arrived.", "news"],
    ["books arrived", { product: "the new essays" }, "The new essays have arrived.", "news"],
    ["back in stock alert", { product: "the oven X200" }, "The oven X200 is back in stock.", "news"],
    [
      "show sold out",
      { show: "Hamlet", date: "on Friday" },
      "The show “Hamlet” on Friday is sold out. We are sorry about that.",
      "badNews"
    ]
  ] as const)("%s", (objective, context, text, kind) => {
    expect(occasionedIn(objective, context)).toMatchObject({ text, kind })
  })

  it.each([
    "prevent cancellations",
    "after the order arrived",
    "cancelled",
    "delay",
    "moved",
    "customer_moved",
    "payment delayed",
    "tell them class cancelled"
  ])("is nothing that %s says", (objective) => {
    expect(occasionedIn(objective, {})).toBeUndefined()
  })

  it("is in every variant, without cheer", () => {
    const context = { class: "Starfish", date: "2026-12-02", makeUp: "Saturday 5 December at 10:00" }
    for (const text of texts(request("sms", "class cancelled notice", {}, { context }))) {
      expect(text).toContain("is cancelled. We are sorry about that. Make up: Saturday 5 December at 10:00.")
      expect(text).not.toMatch(/good news|takes place/i)
    }
  })
})

describe("an objective in whole words", () => {
  it.each([
    ["tell him the book he asked about has arrived", "The book you asked about has arrived."],
    ["tell her that the class she booked is full", "The class you booked is full."],
    ["remind them that he has two lessons left", "You have two lessons left."],
    ["tell her we do gift vouchers from 25 euros", "We do gift vouchers from 25 euros."],
    ["invite the parents to the winter breakfast", "You are invited to the winter breakfast."],
    ["ask whether she would run again next year", "Would you run again next year?"],
    ["ask him if he is coming", "Are you coming?"],
    ["ask if they want a courtesy car", "Do you want a courtesy car?"],
    ["invite to Saturday ride", "You are invited to the Saturday ride."],
    ["invite them to join the club", "You are invited to join the club."],
    ["announce Christmas wreaths", "Christmas wreaths are here."],
    ["announce winter sale", "The winter sale is here."],
    ["announce that we moved, and much more than can be said here", "We moved, and much more than can be said here."],
    ["offer him a free coffee", "We would like to offer you a free coffee."],
    ["reminder that the class card is running out", "The class card is running out."],
    ["time to book a check-up", "It is time to book a check-up."]
  ] as const)("%s", (objective, text) => {
    expect(occasionedIn(objective, {})?.text).toBe(text)
  })

  it("says both of two orders, and an offer once", () => {
    const objective = "apologise for the cancelled show and offer a free programme"
    expect(occasionedIn(objective, {})?.text).toBe(
      "We are sorry for the cancelled show. We would like to offer you a free programme."
    )
    expect(occasionedIn(objective, { offer: "a free programme" })?.text).toBe("We are sorry for the cancelled show.")
    expect(occasionedIn("winback and offer a free programme", {})).toBeUndefined()
  })
})
