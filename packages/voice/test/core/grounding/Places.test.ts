import { describe, expect, it } from "vitest"
import { groundOf, inventedIn } from "../../../src/Invented.ts"

const found = (locale: string, text: string, supplied: string) =>
  inventedIn(text, groundOf([{ firstName: "Ada" }, supplied], locale), locale).map((claim) => claim.text)

describe("a place by another name", () => {
  it.each([
    ["it", "Warsaw, Munich and Florence", "Ada, da Varsavia a Monaco di Baviera e Firenze"],
    ["es", "New York and London", "Ada, de Nueva York a Londres"],
    ["pt-BR", "New York and Cologne", "Ada, de Nova York a Colônia"],
    ["pt", "Poland", "Ada, até breve na Polónia"],
    ["pt-BR", "Poland", "Ada, até breve na Polônia"],
    ["fr", "The Hague, Vienna, the Netherlands", "Ada, de La Haye à Vienne, aux Pays-Bas"],
    ["nl", "Paris, Germany, speaks French", "Ada, van Parijs naar Duitsland, in het Frans"],
    ["pl", "Prague, Vienna and Krakow", "Ada jedzie z Pragi do Wiednia, a w Krakowie czeka. W Pradze też."],
    ["pl", "Germany, Italy and Hungary", "Ada była w Niemczech, we Włoszech i na Węgrzech"],
    ["pl", "New York", "Ada mieszka w Nowym Jorku"],
    ["sv", "Copenhagen and Norway", "Ada, från Köpenhamn till Norge. Köpenhamns bästa"],
    ["cs", "Germany", "Ado, jedeme do Německa"],
    ["de", "Nice and Milan", "Ada, von Nizza nach Mailand"],
    ["en", "Lissabon", "Ada, see you in Lisbon"]
  ])("has ground in %s: %s", (locale, supplied, text) => expect(found(locale, text, supplied)).toEqual([]))

  it.each([
    ["it", "Warsaw", "Ada, ci vediamo a Firenze", "Firenze"],
    ["es", "New York", "Ada, nos vemos en Nueva Orleans", "Nueva Orleans"],
    ["fr", "A nice bakery", "Ada, nous venons à Nice", "Nice"],
    ["nl", "Paris", "Ada, tot in Londen", "Londen"],
    ["pl", "Prague", "Ada jedzie do Warszawy", "Warszawy"],
    ["pl", "Berlin", "Ada jedzie do Brna", "Brna"],
    ["sv", "Norway", "Ada, vi ses i Finland", "Finland"],
    ["de", "Norway", "Ada, wir liefern nach Finnland", "Finnland"],
    ["de", "Lisbon", "Ada, wir kommen nach Rom", "Rom"],
    ["en", "Lisbon", "Ada, see you in Porto", "Porto"]
  ])("has none in %s: %s, %s", (locale, supplied, text, place) =>
    expect(found(locale, text, supplied).join()).toContain(place)
  )

  it("may be a country by its code", () => {
    const ground = groundOf([{ firstName: "Ada", country: "PT" }], "fr")
    expect(inventedIn("Bonjour Ada, vous habitez au Portugal.", ground, "fr")).toEqual([])
    expect(inventedIn("Bonjour Ada, vous habitez en Espagne.", ground, "fr")).not.toEqual([])
  })

  it("is read in any language tag, known or not", () => {
    for (const locale of ["zz", "x-klingon", "", "de_DE", "12", "zh-Hant", "fil", "haw"])
      expect(inventedIn("Ada, Lisbon", groundOf(["Ada in Lisbon"], locale), locale)).toEqual([])
  })
})
