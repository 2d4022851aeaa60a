/** What was supplied, what is said of it, and whether that follows: by the kind of a number, not by its digits alone. */
import { describe, expect, it } from "vitest"
import { groundOf, ungroundedIn } from "../../../src/core/grounding/Grounding.ts"
import { honestMemories } from "../fixtures/Memories.ts"

const offer = { price: 29, currency: "USD", discount: "10%", seats: 8 }

const invented: ReadonlyArray<readonly [unknown, ReadonlyArray<string>]> = [
  // Another currency.
  [offer, ["It is €29.", "It is £29.", "29 euros", "29 CHF", "29 yen", "29 zł", "29 pesos", "29 cents"]],
  [{ plan: { price: 29 }, currency: "EUR" }, ["$29", "29 dollars"]],
  [{ prices: { EUR: 29, USD: 32 } }, ["$29", "€32"]],
  ["It costs $29", ["29 CAD", "€29"]],
  // How many there are of what is no list of things, and of things something else.
  [{ memories: ["a", "b", "c"], topics: ["d", "e", "f"] }, ["3 left", "three bakeries", "3 days"]],
  [{ items: ["a", "b", "c"] }, ["3 days", "3%", "$3", "four things are in your cart"]],
  [{ depositCents: 0, price: 0, shippingCents: 590 }, ["Free shipping", "free delivery"]],
  // Another kind of number.
  [offer, ["You save 29%.", "You get 8% off.", "There are 10 seats.", "10% off for 8 months.", "29 left", "$8", "$10"]],
  [offer, ["$29 a year", "$29/month", "29 dollars per week", "Only $29 monthly"]],
  [offer, ["Join us on the 29th.", "See you on the 8th!", "the 10th of them"]],
  [{ trialDays: 14 }, ["14 seats", "14 weeks", "three weeks", "14%", "$14"]],
  ["Asked for 12 loaves", ["$12", "12%", "12 months"]],
  ["The fair is on 27 November 2026", ["27 seats", "27%"]],
  // Off by a hundred.
  [{ priceCents: 1999, currency: "USD" }, ["$1,999", "$1999", "1999 of them", "$0.20"]],
  [{ price: 1200, currency: "USD" }, ["$12"]],
  [{ discount: 0.15 }, ["0.15% off", "1.5%"]],
  // Digits of other scripts.
  [offer, ["２０% off", "２０％ off", "②⓪ left", "⑳ left", "٣ left", "𝟑 left", "½ price", "²⁰% off"]],
  // Addresses that are not written as links.
  [offer, ["Follow @evil_handle", "visit evil dot com", "visit evil (dot) com", "see evil[.]com", "ask x@evil.test"]],
  // Numbers without a numeral.
  [
    offer,
    ["Half price this week", "Cut costs in half", "cut costs by a third", "save a quarter of it", "two thirds less"]
  ],
  [offer, ["grow tenfold", "twice as fast", "double your sales", "Every second bakery", "Triple the orders"]],
  [offer, ["A dozen bakers", "For a decade", "for decades", "or fifty bakers"]],
  // Promises.
  [
    offer,
    ["Buy one get one free", "First month free", "Free shipping on all orders", "Your free gift waits", "2 for 1"]
  ],
  [{ trial: "a free trial" }, ["Free shipping on all orders", "First month free"]],
  ["Bakes 200 loaves a day", ["200 loaves a week", "200 loaves per month"]],
  [{ visits: 3 }, ["the 3rd bakery"]],
  [{ startsAt: "2026-11-27T14:30" }, ["at half past three", "a quarter to two"]],
  [offer, ["29 A$", "C$29", "evil․com", "evil。com", "see evil . com", "hxxps://evil.test/x"]],
  [
    offer,
    ["#1 in town", "the leading oven", "Unlimited seats", "No hidden fees", "It costs nothing", "Cancel anytime"]
  ],
  [offer, ["We refund you", "Ends this weekend", "Valid until the end of the month", "You won!", "You owe us"]],
  [{ day: "Friday" }, ["Black Friday deals"]],
  [{ shippingCost: 5, note: "gluten-free" }, ["Free shipping on all orders", "Free delivery", "at no extra cost"]],
  [offer, ["8x faster", "eight times as fast", "two-thirds less", "half the bakers", "half of all bakers"]],
  [{ checkIn: "2026-12-24", checkOut: "2026-12-27" }, ["December 24 to 28", "23-27 December"]],
  [{ code: "SAVE20" }, ["Save 20% with SAVE20"]],
  [{ price: 29, currency: "XOF" }, ["$29", "€29"]],
  [{ priceInEuros: 29 }, ["$29", "29 seats"]],
  ["27.11.2026", ["26 November"]],
  [{ freeShipping: false }, ["Free shipping on all orders"]],
  [
    offer,
    ["Money-back guarantee", "Lifetime warranty", "We are the market leader", "as seen in Forbes", "as seen on TV"]
  ],
  [offer, ["Your trial ends tomorrow", "Offer ends tonight", "Only today: bread", "The sale closes today"]],
  [offer, ["Your payment failed", "Your order has shipped", "Your account was suspended"]],
  // Times and names.
  [{ startsAt: "2026-11-27T14:30:00.000Z" }, ["at 15:30", "at 9:30 am", "at 2:30 am", "14:30 EST"]],
  [{ openingHours: "8:00-18:00" }, ["from nine to six", "8 to 5"]],
  [{ lastName: "Lovelace" }, ["Mrs Byron", "says Dr. Evil", "Dear Mr. Byron"]],
  [{ phones: ["+351 21 123 4567"] }, ["call +351 21 123 4568", "call 123"]],
  // Beside a figure of speech.
  [
    {},
    ["See you on Friday", "This Friday we open", "Happy Friday sale on shoes", "Happy Friday deals!", "Come on Sundays"]
  ],
  [
    {},
    ["Sundays are for members only", "Join our lazy Sunday brunch", "a million reasons to buy", "two million customers"]
  ],
  [{}, ["dozens of happy customers", "Join hundreds of bakers?", "dozens of spider plants on the sill?"]],
  ["Has too many spider plants", ["Dozens of spider plants sold?", "dozens of spider plants are in stock"]],
  // Beside what can be worked out.
  ["Bench from $300 to $240", ["now only $60", "save $80", "$80 less", "25% off", "€60 less", "60% off", "save 60%"]],
  ["Bench from $300 to $240, chairs at $100", ["save $60", "20% off", "$60 off"]],
  ["A bench for $300, a table for $240", ["save $60", "20% off"]],
  ["$49 per seat, 2 seats", ["$98", "now $98", "$147 in total", "$98 off"]],
  [
    "The return period is now 60 days, it was 30",
    ["twice as fast", "three times as long", "twice the price", "30 euros"]
  ],
  ["It had 10 seats and now has 20 desks", ["twice as many seats", "twice as long"]],
  ["A trial of 30 days, and 60 days to send it back", ["twice as long"]],
  ["On Thursday 5 June and Friday 6 June", ["two evenings a week"]],
  [
    "Buy two bags, get one free",
    ["three bags", "three new shops", "take four, pay for two", "three for one", "three bakers for two weeks"]
  ],
  ["Yoga on Mondays and Thursdays", ["five evenings a week", "two evenings a month", "two teachers"]],
  // Beside other spellings of a time, a span, a sum, a rank.
  ["Repair day, Saturday 10-14 h", ["at 3 pm", "at 11 am", "at 10 pm"]],
  ["It takes 10-14 days for 9-12 people", ["at 10 am", "at 2 pm", "at noon"]],
  ["The drive takes 10-14 h", ["at 10 am", "at 2 pm"]],
  ["Open 9 to 5", ["at 9 pm", "until 6", "at five in the morning"]],
  ["The sale ends at midnight", ["till 12 noon", "at noon", "till 11 at night"]],
  ["A 45-minute call", ["It takes an hour and a half", "a quarter of an hour", "two and a half hours"]],
  ["Volume 3 of the saga", ["Volume IV is out", "Part II", "Volume III costs 4 euros"]],
  ["Our tenth anniversary", ["20 years", "10 days", "10% off", "$10", "our 11th anniversary"]],
  ["$19.50 per month", ["nineteen dollars and sixty cents", "nineteen dollars", "fifty cents"]],
  // A day in words, something for nothing, money back, a host with another dot.
  ["The fair is on 5 May", ["the fourteenth of May", "May the fourteenth", "on the fourteenth", "twenty-first May"]],
  [
    offer,
    [
      "The coffee is on the house",
      "a complimentary bag",
      "There is no charge",
      "with no extra charge",
      "gratis for you"
    ]
  ],
  [offer, ["We pay you back", "we'll give you your money back", "We refund every cent", "we offer refunds"]],
  [{ note: "Call us back" }, ["We pay you back", "you will be reimbursed"]],
  [offer, ["You pay nothing", "It won't cost you a cent", "it's our treat", "without charge", "10 % cashback"]],
  [offer, ["evil·example/demo", "evil·com", "evil•example•com", "evil . example/demo", "evil punkt com", "evil・shop"]],
  ["It costs 89 CHF instead of 127 CHF", ["89 francs instead of 126", "127 lamps", "instead of 127 lamps", "for 127"]],
  // Of what nobody spoke of.
  ["Cart: one walnut side table", ["the two matching lamps", "the two chairs beside it", "the three cushions"]]
]

const honest: ReadonlyArray<readonly [unknown, ReadonlyArray<string>]> = [
  [offer, ["$29", "29 dollars", "USD 29", "10% off", "ten percent off", "8 seats", "eight places", "8 left"]],
  [{ price: 29, currency: "CAD" }, ["$29", "29 CAD"]],
  [{ currency: "EUR", items: [{ name: "Rye", price: 4 }] }, ["€4 each", "4 euros"]],
  [{ prices: { EUR: 29, USD: 32 } }, ["€29", "$32"]],
  [{ price: "19.99", currency: "USD" }, ["$19.99"]],
  [{ price: "$19.99" }, ["$19.99"]],
  [{ price: 49.9, currency: "EUR" }, ["€49.90", "49,90 €"]],
  [{ priceCents: 1999, currency: "USD" }, ["$19.99"]],
  [{ price: { amount: 4990, currency: "EUR" } }, ["€49.90", "€4,990"]],
  [{ amount: 1200, currency: "GBP" }, ["£12", "£1,200"]],
  [{ price: 29, per: "month", currency: "USD" }, ["$29 a month", "$29/month", "$29 monthly"]],
  [{ monthlyPrice: 29 }, ["$29 a month", "$29 per month"]],
  [{ discount: 0.15 }, ["15% off"]],
  [{ discountPercent: 15 }, ["15% off", "15 percent"]],
  [{ discount: 20, currency: "USD" }, ["20% off", "$20 off"]],
  [{ size: 1250 }, ["1,250 of them"]],
  ["Bakes 200 loaves a day", ["200 loaves a day", "two hundred loaves every day"]],
  [{ visits: 3 }, ["your 3rd visit"]],
  [{ startsAt: "2026-11-27T14:30" }, ["at half past two"]],
  [{ price: 29, currency: "AUD" }, ["A$29", "$ 29", "AUD 29"]],
  ["twenty‑five loaves", ["25 loaves", "twenty-five loaves"]],
  [
    { checkIn: "2026-12-24", checkOut: "2026-12-27" },
    ["December 24 to 27", "24-27 December", "24th to 27th of December"]
  ],
  [{ age: 30 }, ["Happy 30th birthday"]],
  [{ shipping: "free" }, ["Free shipping on all orders"]],
  [{ guests: 4, time: "19:30" }, ["a table for four at half past seven"]],
  [{ plan: { price_per_month: 49, currency: "EUR", users: 25 } }, ["€49 per month for 25 users", "49 €/month"]],
  [{ deliveryDays: "3-5" }, ["in 3-5 days", "three to five days"]],
  [{ warrantyMonths: 24 }, ["Two years of warranty"]],
  [{ speed: "2x" }, ["2x faster", "twice as fast", "double the speed"]],
  [{ price: "1.299,00 €" }, ["€1,299"]],
  [{ discount: { type: "percent", value: 10 } }, ["10% off"]],
  [{ discount: { amount: 10, currency: "USD" } }, ["$10 off", "10% off"]],
  [{ savings: 20 }, ["Save 20%", "save $20"]],
  [{ total: 12 }, ["12 orders", "$12"]],
  [{ was: 39, now: 29, currency: "USD" }, ["$29 instead of $39"]],
  [{ items: [{ name: "Rye", qty: 2, price: 4.5 }], total: 9, currency: "EUR" }, ["2 Rye for €9", "€4.50 each"]],
  [{ priceInEuros: 29 }, ["€29", "29 euros"]],
  [{ endsOn: "27.11.2026" }, ["27 November", "until Friday"]],
  [{ startsAt: "2026-11-27" }, ["In November 2026", "in 2026"]],
  [{ url: "https://medium.example/@lumen" }, ["https://medium.example/@lumen"]],
  [
    { startsAt: "2026-11-27T14:30:00.000Z" },
    ["14:30", "2:30 pm", "14:30 UTC", "Friday 27 November at 14:30", "the 27th"]
  ],
  [{ startsAt: "2026-11-27T14:30" }, ["14:30", "2:30 PM", "November 27th", "27/11/2026"]],
  [{ startsAt: "2026-10-08T16:00:00+01:00" }, ["16:00", "4 pm"]],
  [{ at: "16:00" }, ["4 pm", "at 4"]],
  [{ phones: ["+351 21 123 4567"] }, ["call +351 21 123 4567", "call 21 123 4567", "+351 211 234 567"]],
  [{ postalAddress: "Rua Augusta 1, 1100-048 Lisboa" }, ["at Rua Augusta 1", "1100-048 Lisboa"]],
  [{ firstName: "Ada", lastName: "Lovelace" }, ["Dear Mrs Lovelace,", "Dear Ms. Lovelace,", "we met Dr. Lovelace"]],
  [
    { openingHours: "Mon-Fri 8:00-18:00" },
    ["from eight to six", "8 to 6", "8 am to 6 pm", "from 8 until 6", "Monday to Friday"]
  ],
  [{ trialDays: 14 }, ["two weeks", "14 days", "fourteen days", "a 14-day trial", "14 whole days", "2-week trial"]],
  [{ days: 7 }, ["a week", "one week", "seven days"]],
  ["It lasts a week", ["7 days"]],
  [{ trial: 14 }, ["14 days"]],
  ["She has 12 ovens", ["twelve", "a dozen ovens"]],
  ["Now on v2.1", ["Version 2.1", "v2.1"]],
  [{ version: "2.1" }, ["v2.1"]],
  [{}, ["We are there 24/7", "French bread", "Your CFO and COO", "a VIP, ASAP", "Feel free to reply"]],
  [{}, ["Are you free on the way?", "Shall we talk tomorrow?", "How was your order?", "Think twice, double-check it."]],
  [{}, ["The other half of the bread? Enjoy half an hour of quiet.", "Every second counts", "a third party"]],
  [{ discount: "50%" }, ["Half price", "½ price", "half off"]],
  [{ note: "We cut costs by a third" }, ["by a third"]],
  [{ freeShipping: true }, ["Free shipping", "free delivery"]],
  [{ offer: "First month free, money-back guarantee" }, ["Your first month is free", "guaranteed: your money back"]],
  [{ warranty: "lifetime" }, ["A lifetime warranty"]],
  [{ endsAt: "tomorrow" }, ["Your trial ends tomorrow"]],
  ["payment_failed", ["Your payment failed", "Your payment was declined"]],
  [{ order: { status: "shipped" } }, ["Your order has shipped", "Your order is on its way"]],
  [{ instagram: "lumen_bakery" }, ["Follow @lumen_bakery"]],
  [{ links: ["https://lumen.example"], emails: ["hi@lumen.example"] }, ["lumen dot example", "hi@lumen.example"]],
  [{ seats: "٣" }, ["3 seats", "three seats"]],
  [{ shippingCents: 0, depositCents: 0 }, ["Free shipping", "Shipping is free", "no deposit needed"]],
  [{ items: [{ name: "Rye" }, { name: "Oat" }, { name: "Spelt" }] }, ["Three things are in your cart", "all 3 items"]],
  // Figures of speech.
  [
    { firstName: "Ada" },
    ["Happy Friday, Ada!", "Hi Ada, happy Friday! How are you?", "Happy Monday morning Ada,\n\nhello."]
  ],
  [{}, ["Thanks a million!", "You are one in a million.", "Ready for lazy Sundays.", "Sundays are for the sofa."]],
  ["Has too many spider plants", ["dozens of spider plants on the sill? Bring some along.", "Got dozens of plants?"]],
  // Worked out.
  [
    "Bench from $300 to $240",
    ["sixty dollars less", "Save $60", "$60 off", "20% off", "20 percent cheaper", "save 20%"]
  ],
  [{ was: 39, now: 29, currency: "EUR" }, ["€10 off", "You save 10 euros."]],
  ["$49 per seat, 2 seats", ["$98 in total", "a total of $98", "$98 for both"]],
  ["A lamp at $30 and a shade at $12", ["$42 in total", "$42 for both"]],
  ["The return period is now 60 days, it was 30", ["twice as long", "double the time"]],
  ["90 days of warranty instead of 30", ["three times as long"]],
  ["It had 10 seats and now has 20 seats", ["twice as many seats"]],
  ["Buy two bags, get one free", ["three bags for the price of two", "Take 3 and pay for only 2"]],
  ["Yoga on Mondays and Thursdays", ["two evenings a week"]],
  // Other spellings.
  ["Repair day, Saturday 10-14 h", ["between 10 am and 2 pm", "from 10 to 14"]],
  ["Open on Saturdays from 10 to 14", ["between 10 am and 2 pm"]],
  ["Open 9 to 5", ["from 9 am to 5 pm", "until five in the afternoon"]],
  ["Geöffnet 8–12 Uhr", ["from 8 am to noon"]],
  ["The sale ends at midnight", ["till 12 at night", "until 12 midnight"]],
  ["We open at 9 am", ["at nine o'clock", "at nine in the morning"]],
  ["A 45-minute call", ["three quarters of an hour", "half an hour of quiet"]],
  [{ durationMinutes: 90 }, ["an hour and a half", "one and a half hours", "1½ hours"]],
  ["It lasts half an hour", ["30 minutes"]],
  ["Volume 3 of the saga", ["Volume III is out", "We love Volume III."]],
  ["Volume III of the saga", ["Volume 3 is out"]],
  ["Our tenth anniversary", ["10 years", "a decade", "our 10th anniversary"]],
  ["Ten years of Lumen", ["our 10th anniversary"]],
  ["$19.50 per month", ["nineteen dollars and fifty cents", "$19 and 50 cents"]],
  ["It costs 89 CHF instead of 127 CHF", ["89 francs instead of 127", "89 francs, down from 127."]],
  // A day in words, something for nothing, money back, dots inside of words.
  [{ startsAt: "2026-05-14" }, ["the fourteenth of May", "May the fourteenth", "May fourteenth", "on the fourteenth"]],
  [
    {},
    ["May first impressions last.", "On the second thought", "the fourth floor, the fifth shelf", "in the first place"]
  ],
  [
    "Coffee is free",
    ["Coffee is on the house", "a complimentary coffee", "There is no charge for coffee", "coffee, free of charge"]
  ],
  ["Complimentary coffee", ["Coffee is on the house", "free coffee", "at no charge"]],
  ["Refunds within 30 days", ["We pay you back", "you get your money back", "a full refund within 30 days"]],
  [
    {},
    ["We work on the house.", "The battery has no charge left.", "complimentary colours", "We send it back repaired."]
  ],
  [{}, ["We give you back your evenings.", "client·es et étudiant·e·s", "col·lecció, il·lusió", "red • green • blue"]],
  [
    "Cart: a side table, lamps in brass",
    ["the two lamps", "the two brass lamps", "the two things", "the two of them", "the two oldest"]
  ]
]

const rows = (table: typeof honest) =>
  table.flatMap(([supplied, texts]) => texts.map((text) => [JSON.stringify(supplied), text, supplied] as const))
const found = (text: string, supplied: unknown) => ungroundedIn(text, groundOf([supplied])).map((one) => one.text)

describe("what does not follow from what was supplied", () => {
  it.each(rows(invented))("%s: %s", (_, text, supplied) => expect(found(text, supplied)).not.toEqual([]))
})

describe("what follows from it", () => {
  it.each(rows(honest))("%s: %s", (_, text, supplied) => expect(found(text, supplied)).toEqual([]))
})

it("lets everything be said as it was supplied", () => {
  const texts = [...[...invented, ...honest].flatMap(([, said]) => said), ...honestMemories]
  expect(texts.filter((text) => found(text, { text }).length > 0)).toEqual([])
})

it("reads the numbers of other languages without knowing their nouns", () => {
  const ground = groundOf([{ trialDays: 14, price: 29, currency: "EUR", discount: "20%" }])
  for (const text of ["14 Tage", "29 Euro", "20 Prozent", "20 pour cent", "14 dni"])
    expect(ungroundedIn(text, ground, "pl").filter(({ kind }) => kind !== "name")).toEqual([])
})

it("takes time in proportion to the length", () => {
  const timed = (unit: string, length: number) => {
    const text = unit.repeat(Math.ceil(length / unit.length))
    const before = process.cpuUsage()
    ungroundedIn(text, groundOf([text.slice(0, 200), offer]))
    const { system, user } = process.cpuUsage(before)
    return user + system
  }
  const units =
    "a |1 |1-|1.|1,|$1 |one |one-|@a|a@|a.|a dot |half |free |your |Your order |9 to |ends |+1 |½|a-a |8 a |$1 less |$9 in total |three for two |twice as long |dozens of |open 1 to 2 |the two x "
  const slow = units
    .split("|")
    .filter((unit) => [0, 1, 2].every(() => timed(unit, 9600) > 8 * timed(unit, 2400) + 50_000))
  expect(slow).toEqual([])
})
