import { describe, expect, it } from "vitest"
import { groundOf, ungroundedIn } from "../../../src/core/grounding/Grounding.ts"

const ground = groundOf([
  "Runs a bakery in Lisbon and asked for a demo on 5 June 2026 at 10:30",
  {
    price: 49,
    seats: 25,
    discount: "20%",
    company: "Pão & Co",
    planName: "Pro plan",
    nested: [{ url: "https://lumen.example/pro/" }],
    revenue: "$1,200",
    fee: "€9.50"
  },
  { firstName: "Ada", lastName: "Lovelace" },
  "Lumen opens at 9 AM, closed in August. Version X200 has 3 modes. Meet Maria on Tuesdays, or 03/04.",
  undefined,
  7n
])

const found = (text: string) => ungroundedIn(text, ground).map(({ kind, text: what }) => `${kind} ${what}`)

describe("what has ground", () => {
  it.each([
    "Hi Ada, your bakery in Lisbon is dear to us.",
    "Pão & Co's Pro plan",
    "25 seats for 1200 dollars",
    "$1.2k is a lot",
    "USD 1,200.00 it is",
    "€9.50 or 9,50 euros",
    "Twenty percent off, or 20 %, or 20 percent",
    "twenty-five seats",
    "Friday, 5 June",
    "On June 5th, 2026 at 10:30 AM",
    "2026-06-05",
    "6/5/2026 or 5.6.2026",
    "at 10:30",
    "we open at 9:00",
    "In August we rest.",
    "See you on Tuesday",
    "https://lumen.example/pro",
    "see lumen.example/pro.",
    "A word or two. One of us will call. The two of you!",
    "May I ask you to reply?",
    "The sun shines, we sat and wed.",
    "1. Reply to this\n2. Or do not",
    "Your CRM, your FAQ and your API",
    "Welcome! You will like it.",
    'She said: "We like it."',
    "The X200 has three modes",
    "In 2026 we meet",
    "Maria says hello",
    "April 3 or March 4",
    "Seven of seven"
  ])("%s", (text) => expect(found(text)).toEqual([]))
})

describe("what has none", () => {
  it.each([
    ["30% off", ["percent 30%"]],
    ["only $39", ["money $39"]],
    ["€1,200 for you", ["money €1,200"]],
    ["fifty euros", ["money fifty euros"]],
    ["£49", ["money £49"]],
    ["40 seats", ["number 40"]],
    ["Join 10,000 bakers", ["number 10,000"]],
    ["two million bakers", ["number two million"]],
    ["thirty days", ["number thirty"]],
    ["thousands of bakers", ["number thousands"]],
    ["saves you a hundred hours", ["number a hundred"]],
    ["We meet in July", ["date July"]],
    ["on July 5", ["date July 5"]],
    ["June 6", ["date June 6"]],
    ["5 June 2027", ["date 5 June 2027"]],
    ["on Monday", ["date Monday"]],
    ["ends 7/8", ["date 7/8"]],
    ["call at 5 PM", ["time 5 PM"]],
    ["at noon", ["time noon"]],
    ["at 6 o'clock", ["time 6 o'clock"]],
    ["your shop in Porto", ["name Porto"]],
    ["as Peter Parker told us", ["name Peter Parker"]],
    ["Grace loves it.", ["name Grace"]],
    ["Grace Hopper was here.", ["name Grace Hopper"]],
    ["the Z900 is new", ["name Z900"]],
    ["like ACMEX does", ["name ACMEX"]],
    ["see https://lumen.example/free", ["link https://lumen.example/free"]],
    ["see lumen.example", ["link lumen.example"]],
    ["http://lumen.test/pro", ["link http://lumen.test/pro"]],
    ["Lisbon, Porto, Lisbon, Porto", ["name Porto"]]
  ])("%s", (text, expected) => expect(found(text)).toEqual(expected))

  it("is told in a whole message", () => {
    const text =
      "Hi Ada,\n\nYour bakery in Lisbon could save $500 with the Ultra plan until July 1, says Bob.\n\nBest,\nLumen"
    expect(found(text)).toEqual(["date July 1", "money $500", "name Ultra", "name Bob"])
  })
})

it("reads a document however deep, and no further than it must", () => {
  let deep: unknown = "Porto"
  for (let level = 0; level < 20; level++) deep = { deep }
  expect(ungroundedIn("in Porto", groundOf([deep]))).toHaveLength(1)
  expect(ungroundedIn("in Porto", groundOf([{ a: [{ city: "Porto" }] }]))).toEqual([])
})

it("takes a bare number for a price unless the sources count in other money", () => {
  expect(ungroundedIn("$49", groundOf([{ price: 49 }]))).toEqual([])
  expect(ungroundedIn("$49", groundOf([{ price: 49, was: "€60" }]))).toHaveLength(1)
})

it("passes over a line in title case", () => {
  expect(ungroundedIn("Your Fresh Bread Awaits Today", groundOf([]))).toEqual([])
})
