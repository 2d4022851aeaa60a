import { describe, expect, it } from "vitest"
import { groundOf, inventedIn } from "../../../src/Invented.ts"

const found = (source: unknown, text: string, locale?: string) =>
  inventedIn(text, groundOf([source], locale), locale).map((one) => one.text)

const line = { postalAddress: "Lumen Inc., 12 Garden Way, Springfield, IL 62701" }
const parts = { address: { street: "12 Garden Way", city: "Springfield", zip: 62_701, note: "-", geo: { floors: 3 } } }

describe("numbers of an address", () => {
  it.each([
    [line, "We are at 12 Garden Way, Springfield, IL 62701.", undefined],
    [line, "Write to Springfield, IL, 62701.", undefined],
    [parts, "Find us at 12 Garden Way in Springfield 62701, on three floors.", undefined],
    [{ addresses: ["12 Garden Way", "7 Elm Rd"] }, "Find us at 12 Garden Way and 7 Elm Rd.", undefined],
    [{ addressLine1: "12 Garden Way" }, "Find us at 12 Garden Way.", undefined],
    [{ address: "Rua Augusta 1, 1100-048 Lisboa" }, "Rua Augusta 1, 1100-048 Lisboa", "pt"],
    [{ address: "東京都渋谷区1-2-3" }, "住所は東京都渋谷区1-2-3です。", "ja"]
  ])("stand beside their words: %j: %s", (source, text, locale) => expect(found(source, text, locale)).toEqual([]))

  it.each([
    [line, "Twelve sessions wait for you.", "Twelve"],
    [line, "Choose from 12 gardens.", "12"],
    [line, "We have 62701 readers.", "62701"],
    [line, "We are at 14 Garden Way.", "14"],
    [parts, "We have 12 pots.", "12"],
    [{ address: "東京都渋谷区12" }, "12名様まで", "12名"]
  ])("count nothing: %j: %s", (source, text, claim) => expect(found(source, text)).toContain(claim))

  it("count where they are no address", () => {
    expect(found({ emailAddress: "12 of us" }, "The 12 pots")).toEqual([])
    expect(found({ address: "https://lumen.example/12" }, "https://lumen.example/12")).toEqual([])
    expect(found({ ipAddress: "12 pots" }, "The 12 pots")).toEqual([])
    expect(found({ address: 12 }, "The 12 pots")).toEqual([])
  })
})
