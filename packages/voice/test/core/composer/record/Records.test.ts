/** What a record says, by its keys: what belongs to what, until when, and what is told behind its key. */
import { describe, expect, it } from "@effect/vitest"
import { contextLinesOf } from "../../../../src/core/composer/record/ContextLines.ts"
import { headingsOf, linkIn } from "../../../../src/core/composer/record/Headings.ts"

describe("a record", () => {
  it.each([
    [
      "upsell",
      { product: "Fjell 2 tent", price: "€389", weight: "1.9 kg" },
      ["The Fjell 2 tent is €389.", "Weight: 1.9 kg."]
    ],
    ["upsell", { product: "the score", weight: 0.7 }, ["We would like to tell you about the score."]],
    [
      "upsell",
      { room: "River Suite", price: "€60 more per night", arrival: "2026-12-10" },
      ["River Suite: €60 more per night.", "Arrival: 10 December 2026."]
    ],
    [
      "upsell",
      { service: "winter service", price: "£75", includes: "tubeless conversion" },
      ["The winter service is £75.", "Included: tubeless conversion."]
    ],
    ["upsell", { product: "lunch boxes", price: "from £9" }, ["The lunch boxes: from £9."]],
    ["upsell", { product: "the dry whites", price: "£9 each" }, ["The dry whites are £9 each."]],
    [
      "winback",
      { offer: "Christmas lunch boxes", price: "£14.50 a head", orderBy: "10 December" },
      ["Christmas lunch boxes: £14.50 a head.", "Please order by 10 December."]
    ],
    ["winback", { offer: "Christmas lunch boxes" }, ["Offer: Christmas lunch boxes."]],
    [
      "winback",
      { offer: "your next bag at half price", until: "2026-12-10", code: "BREW" },
      ["Your next bag is half price until 10 December 2026 with the code BREW."]
    ],
    ["winback", { offer: "your first coffee for no charge" }, ["Your first coffee is free."]],
    [
      "winback",
      { offer: "We will deliver", code: "X1", until: "6 May" },
      ["We will deliver.", "Your code is X1.", "Valid until 6 May."]
    ],
    ["winback", { discount: "20%", ends: "6 May" }, ["You get 20% off until 6 May."]],
    [
      "renewal",
      { plan: "12-month plan", price: "£39 a month", renewsOn: "2027-01-14" },
      ["Your 12-month plan renews on 14 January 2027 at £39 a month."]
    ],
    [
      "renewal",
      { policy: "home insurance", renewal: "2027-01-15" },
      ["Your home insurance renews on 15 January 2027."]
    ],
    [
      "renewal",
      { membership: "annual membership", expires: "2026-12-31", price: "£72" },
      ["Your annual membership expires on 31 December 2026.", "It costs £72."]
    ],
    ["renewal", { plan: "the family plan", ends: "2026-12-31" }, ["Your family plan ends on 31 December 2026."]],
    ["renewal", { renewsOn: "14 May" }, ["Your renewal is due on 14 May."]],
    [
      "renewal",
      { term: "winter term", starts: "2027-01-06", price: "480 zł" },
      ["The winter term starts on 6 January 2027.", "It costs 480 zł."]
    ],
    ["renewal", { product: "fixed-term deposit" }, ["This is about your fixed-term deposit."]],
    ["feedback_request", { product: "Nordkapp 60L rucksack" }, ["How did you find the Nordkapp 60L rucksack?"]],
    ["feedback_request", { stay: "two nights in May" }, ["How was your stay (two nights in May)?"]],
    ["feedback_request", { visit: "The tour" }, ["How did you find the tour?"]],
    ["feedback_request", { staff: "Ada", colour: "Blue" }, ["Colour: Blue."]],
    ["MOT reminder", { due: "2027-01-20" }, ["Your MOT is due on 20 January 2027."]],
    ["note", { due: "December" }, ["Due December."]],
    [
      "table confirmation",
      { date: "2026-12-05", time: "20:00", guests: 4 },
      ["Your table is on 5 December 2026 at 20:00.", "Guests: 4."]
    ],
    [
      "thank you",
      { people: "1,900 people", extra: "shoe rental included", notes: "one" },
      ["People: 1,900 people.", "Shoe rental included."]
    ],
    [
      "nurture",
      { guide: "the SOC 2 report", accountOwner: "Bob Miller", x1: "A thing" },
      ["For you: the SOC 2 report."]
    ],
    ["news", { event: "preview", price: "free for members" }, ["It is free for members.", "Event: preview."]],
    ["news", { included: "we bring the cake" }, ["We bring the cake."]],
    [
      "rate change",
      { product: "savings account", oldRate: "2.1%", newRate: "2.4%", from: "1 January" },
      ["From 1 January the rate of the savings account is 2.4% instead of 2.1%."]
    ],
    [
      "news",
      { currentFee: "€11.90", newFee: "€9.90", newDesk: "Blue oak" },
      ["The fee is €9.90 instead of €11.90.", "New desk: Blue oak."]
    ],
    ["news", { from: "Maria Costa", status: "gold", stock: 7, action: "nothing to do" }, ["Action: nothing to do."]],
    [
      "news",
      { from: "1 January", status: "fixed", stock: "only 40 left" },
      ["It applies from 1 January.", "It is fixed.", "Stock: only 40 left."]
    ],
    [
      "appointment_reminder",
      { service: "annual vaccination", pet: "Toffee", date: "5 May", time: "16:20" },
      ["Toffee's annual vaccination is on 5 May at 16:20."]
    ],
    ["support", { booking: "FE-90215", date: "5 May" }, ["Your booking FE-90215 is on 5 May."]],
    [
      "event_invite",
      { event: "Lantern evening", date: "5 May", startsAt: "17:00" },
      ["The Lantern evening is on 5 May at 17:00."]
    ],
    ["demo_book", { duration: "30 minutes", durationHours: 1 }, ["It takes 30 minutes.", "It takes 1 hour."]],
    [
      "onboard",
      { bring: ["slippers", "a photo"], arrives: "Friday", closes: "6 May" },
      ["Please bring slippers and a photo.", "It arrives on Friday.", "Closes on 6 May."]
    ],
    [
      "news",
      { savedUntil: "Friday", priceFrom: "€25", with: "Dr Shah", reason: "storm warning" },
      ["Saved until Friday.", "Price from €25.", "With Dr Shah.", "Reason: storm warning."]
    ],
    ["news", { reason: "the hall is being repaired" }, ["The hall is being repaired."]],
    ["news", { courseStarts: "5 May" }, ["The course starts on 5 May."]],
    [
      "news",
      { match: "Rangers v United", date: "5 May", place: "Storgata branch" },
      ["Rangers v United is on 5 May, at the Storgata branch."]
    ],
    ["news", { webinar: "Rolling out", date: "5 May" }, ["The webinar “Rolling out” is on 5 May."]]
  ] as const)("for %s: %o", (objective, context, lines) => {
    const said = contextLinesOf(context, [], { objective })
    expect([...said].toSorted()).toEqual([...lines].toSorted())
  })

  it("does not name an event twice", () => {
    const context = { event: "Oven day", date: "5 May", rsvpBy: "on 1 May" }
    expect(contextLinesOf(context, [], { objective: "invite to the oven day", isAbout: true })).toEqual([
      "It is on 5 May.",
      "Please reply by 1 May."
    ])
    expect(contextLinesOf(context, [], { objective: "invite to the fair", isAbout: true })[0]).toBe(
      "The Oven day is on 5 May."
    )
  })

  it("reads out nothing that a company notes for itself, nor what is nobody's business", () => {
    const notes = {
      internalNote: "difficult, discount only if he complains",
      agentComment: "called twice, annoyed",
      churnReason: "price too high",
      paymentHistory: "late twice",
      situation: "was diagnosed with depression in May",
      fabric: "Italian linen"
    }
    expect(contextLinesOf(notes)).toEqual(["Fabric: Italian linen."])
  })

  it("says what it costs where something before it says what", () => {
    expect(contextLinesOf({ price: "£45" }, [], { isAbout: true })).toEqual(["It costs £45."])
    expect(contextLinesOf({ price: "£45" })).toEqual(["Price: £45."])
  })

  it("gives a link with what it is for, under whichever key", () => {
    const url = "https://lumen.example/z"
    expect(linkIn({ bookingLink: url })).toEqual({ url, lead: "You can book here:" })
    expect(linkIn({ sheetMusic: url })).toEqual({ url })
    expect(linkIn({ map: "https://lumen.example/map", trackingUrl: url })).toEqual({
      url,
      lead: "You can follow it here:"
    })
    expect(linkIn({ logo: url, website: url })).toBeUndefined()
  })

  it("heads a message with its event and day, its thing and price, its offer", () => {
    expect(headingsOf({ event: "An evening with Zadie Smith", date: "2026-12-03", offer: "free wine" })).toEqual([
      "An evening with Zadie Smith, 3 December",
      "An evening with Zadie Smith",
      "Free wine"
    ])
    expect(headingsOf({ workshop: "5 December at 14:00" })).toEqual([])
    expect(headingsOf({ event: "the fair" })).toEqual(["Fair"])
    expect(headingsOf("the fair")).toEqual([])
  })
})
