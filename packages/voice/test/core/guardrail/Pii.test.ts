import { describe, expect, it } from "vitest"
import { luhn, mod97, privateIn } from "../../../src/core/guardrail/Pii.ts"
import { brand } from "../fixtures/Brand.ts"

const kinds = (text: string) => privateIn(text, brand.contact).map(({ label }) => label)

describe("what is private", () => {
  it.each([
    ["ada@private-mail.org", "email"],
    ["ada [at] mail [dot] org", "email"],
    ["+351 912 345 678", "phone"],
    ["call 555 123 4567", "phone"],
    ["tel. 030 1234567", "phone"],
    ["020 7946 0018 22", "phone"],
    ["4242 4242 4242 4242", "card"],
    ["536-22-8741", "ssn"],
    ["ssn 536228741", "ssn"],
    ["five five five, one two three four", "phone"],
    ["0044 20 7946 0958", "phone"],
    ["0099 1234 5678", "phone"],
    ["NL91ABNA0417164300 for you", "iban"],
    ["DE89370400440532013000", "iban"],
    ["203.0.113.9", "ip"],
    ["82.14.203.9", "ip"],
    ["Ada signed in from 10.4.2.9", "ip"],
    ["172.32.0.1", "ip"],
    ["2a02:8109:9a40:1c3c::5b2f", "ip"],
    ["2001:db8::5b2f", "ip"]
  ])("finds %s", (text, kind) => expect(kinds(`Well: ${text} it is.`)).toEqual([kind]))

  it.each([
    "4242 4242 4242 4241",
    "Order 4155552671",
    "536228741",
    "2026-01-31",
    "31.12.2026",
    "ISBN 978-3-16-148410-0",
    "version 1.2.3.4",
    "1.2.3.400",
    "DE00370400440532013000",
    "10:00-19:00",
    "1 200 000 people",
    "12:30:45",
    "meet us at lumen.example",
    "127.0.0.1, ::1 and 0.0.0.0",
    "10.4.2.9, 172.16.0.1, 172.31.255.1 or 192.168.0.20",
    "169.254.7.7, fe80::1ff:fe23:4567:890a and fd12:3456:789a::1",
    "the mask 255.255.255.0",
    "an address such as 203.0.113.9 or 2001:db8::7",
    "1::2::3"
  ])("leaves %s alone", (text) => expect(kinds(`See ${text}`)).toEqual([]))

  it.each([
    "Use sk_live_51H8xKzJ2eZvKYlo2C0aBcDe now",
    "Use our key sk-live-4f9aK2LmQ8xZ7Tn3Vb6Yc1Wd",
    "AKIAIOSFODNN7EXAMPLE opens it",
    "ghp_16C7e42F292c6912E7710c838347Ae178B4a",
    "Bearer eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.dozjgNryP4J3jVmN",
    "-----BEGIN RSA PRIVATE KEY-----\nMIIEow",
    "My password is hunter2, log in with it",
    "Passwort: Sommer2026!"
  ])("finds the secret in %s", (text) => expect(kinds(`Well: ${text}`)).toEqual(["secret"]))

  it.each([
    "Forgot your password? Choose a new one.",
    "Our password is hospitality.",
    "The Wi-Fi password is Garden2026",
    "Your temporary password is ab12cd34",
    "Use code SPRING-2026 until Friday",
    "the sk-8 pruner and ghp pots",
    "a token of our thanks"
  ])("finds no secret in %s", (text) => expect(kinds(`See ${text}`)).toEqual([]))

  it("points at the original, whatever it was folded to", () => {
    const text = "Ｗｅｌｌ: ｓａｒａ＠gmail.com!"
    const [found] = privateIn(text, brand.contact)
    expect(text.slice(found?.start, found?.end)).toBe("ｓａｒａ＠gmail.com")
  })

  it("takes nobody else's mailbox for the brand's, at whatever provider", () => {
    const contact = { ...brand.contact, emails: ["lumen@gmail.com"], links: [], phones: ["no number"] }
    const found = privateIn("lumen@gmail.com, ada@gmail.com, +1 415 555 2671", contact)
    expect(found.map(({ label }) => label)).toEqual(["email", "phone"])
  })

  it("leaves the postal address alone", () => {
    const contact = { ...brand.contact, postalAddress: "Box 030 1234567 89, Berlin" }
    expect(privateIn("Write to Box 030 1234567 89, Berlin", contact)).toEqual([])
  })

  it("knows the brand's number in any spelling", () => {
    expect(kinds("Call 415-555-2671 or +1 (415) 555 2671 or 4155552671")).toEqual([])
  })
})

describe("check digits", () => {
  it("knows a card by Luhn", () => {
    expect(["4111111111111111", "378282246310005"].map(luhn)).toEqual([true, true])
    expect(luhn("4111111111111112")).toBe(false)
  })

  it("knows an IBAN by MOD 97-10", () => {
    expect(mod97("gb82west12345698765432")).toBe(true)
    expect(mod97("gb82west12345698765433")).toBe(false)
  })
})

describe("what is said of somebody", () => {
  it.each([
    ["Frau Berger lives at 48 Rosewood Lane.", "address"],
    ["Dr. Anna Berg, 7 Mill Road, is a member.", "address"],
    ["Our client has diabetes and Tom knows.", "health"],
    ["Maria takes insulin.", "health"],
    ["Your neighbour Tom is depressed.", "health"],
    ["Did you know Tom had a vasectomy?", "health"],
    ["She was born on 4 March 1981.", "birth date"],
    ["Her passport number is C01X00T47.", "document"]
  ])("is found in %s", (text, label) =>
    expect(privateIn(text, brand.contact).map((found) => found.label)).toContain(label)
  )

  it.each([
    "Our shop is at 48 Rosewood Lane.",
    "Tom lives at 12 Market Street, and our bakery is there, too: the shop at 12 Market Street.",
    "If she has diabetes, ask the doctor.",
    "Diabetes has many forms.",
    "Our customers with asthma like the spring.",
    "Anna has a new bicycle."
  ])("is not found in %s", (text) =>
    expect(privateIn(text, brand.contact).filter(({ label }) => label === "health")).toEqual([])
  )
})
