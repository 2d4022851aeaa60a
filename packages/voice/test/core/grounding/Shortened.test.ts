import { describe, expect, it } from "vitest"
import { groundOf, inventedIn } from "../../../src/Invented.ts"

const found = (source: unknown, text: string, locale?: string) =>
  inventedIn(text, groundOf([source], locale), locale).map((claim) => claim.text)

describe("a street by its short name", () => {
  it.each([
    [undefined, "The shop is at 14 Alder Street", "Come to 14 Alder St."],
    [undefined, "The shop is at 14 Alder St", "Come to 14 Alder Street."],
    [undefined, "The shop is in Elm Road, off Oak Avenue", "Come to Elm Rd, off Oak Ave."],
    [undefined, "Come to Ash Blvd or Fir Sq", "Come to Ash Boulevard or Fir Square."],
    ["de", "Laden in der Gartenstraße 5", "Komm in die Gartenstr. 5, also Gartenstrasse 5."],
    ["de", "Laden in der Gartenstr. 5", "Komm in die Gartenstraße 5."]
  ])("in %s: %s: %s", (locale, source, text) => expect(found(source, text, locale)).toEqual([]))

  it("is no other street", () => {
    expect(found("The shop is at 14 Alder Road", "Come to 14 Alder St.")).not.toEqual([])
    expect(found("The shop is at 14 Alder Street", "Come to 14 Maple St.")).not.toEqual([])
    expect(found("The shop is at 14 Alder Street", "Come to 15 Alder St.")).not.toEqual([])
  })
})

describe("initials", () => {
  it.each([
    ["Keynote: Professor Samuel Okafor, on soil", "You may like Prof. S. Okafor's keynote."],
    ["Keynote: Professor Samuel Okafor, on soil", "You may like what Samuel O. says."],
    ["We invited Samuel Ben Okafor", "You may like what S. B. Okafor and S. Okafor say."],
    ["We invited Samuel B. Okafor", "You may like what S. Okafor says."]
  ])("%s: %s", (source, text) => expect(found(source, text)).toEqual([]))

  it.each([
    ["Keynote: Professor Samuel Okafor, on soil", "You may like what T. Okafor says.", "T"],
    ["Keynote: Professor Okafor, on soil", "You may like what P. Okafor says.", "P"],
    ["We think that Okafor knows", "You may like what T. Okafor says.", "T"],
    ["Keynote: Professor Samuel Okafor, on soil", "You may like what S. Miller says.", "Miller"],
    ["We invited Samuel Okafor", "You may like what Samuel P. says.", "Samuel P"]
  ])("%s, and not: %s", (source, text, name) => expect(found(source, text).join()).toContain(name))
})
