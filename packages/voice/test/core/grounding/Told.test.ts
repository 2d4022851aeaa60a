/** Sums, times and stretches of time as people tell them in words, and prices that change. */
import { describe, expect, it } from "vitest"
import { isReckonedSum, isShareOfChange } from "../../../src/core/grounding/Reckoning.ts"
import { groundOf, inventedIn } from "../../../src/Invented.ts"

const found = (source: unknown, text: string, locale: string) => {
  const of = locale === "en" ? undefined : locale
  return inventedIn(text, groundOf([source], of), of).map((one) => one.text)
}

type Rows = ReadonlyArray<readonly [locale: string, source: unknown, text: string]>

const grounded: Rows = [
  // A sum in two numbers.
  ["en", "a latte is 6.50 USD", "A latte is six dollars fifty."],
  ["en", "a latte is 6.50 USD", "A latte is six dollars and fifty cents."],
  ["en", "5 USD in New York, 20 pence in London", "That is five dollars, 20 pence in London."],
  ["de", "Ein Brot kostet 4,50 Euro", "Das Brot kostet vier Euro fünfzig."],
  ["fr", "Le pain coûte 4,50 euros", "Le pain coûte quatre euros cinquante."],
  ["es", "El pan cuesta 4,50 euros", "El pan cuesta cuatro euros con cincuenta."],
  // Shares of marks are no days.
  ["en", "rated 4.8/5 by readers", "Readers gave it 4.8/5."],
  ["en", "the fair is on 4/5", "The fair is on 4 May."],
  // Times.
  ["en", "starts 6:45", "It starts at quarter to seven in the morning."],
  ["en", "starts 21:15", "It starts at quarter past nine at night."],
  ["en", "starts 0:15", "It starts at a quarter past twelve at night."],
  ["en", "starts 19:30", "It starts at half past seven in the evening."],
  ["fr", "Concert à 20h30", "Le concert commence à vingt heures trente."],
  ["nl", "6 eieren", "Een half dozijn eieren."],
  // Parts of an hour.
  ["fr", "45 minutes", "Le cours dure trois quarts d'heure."],
  ["de", "45 Minuten", "Der Kurs dauert eine Dreiviertelstunde."],
  ["es", "45 minutos", "La clase dura tres cuartos de hora."],
  ["it", "45 minuti", "La lezione dura tre quarti d'ora."],
  ["pt", "45 minutos", "A aula dura três quartos de hora."],
  ["nl", "45 minuten", "De les duurt drie kwartier."],
  ["pl", "15 minut", "Lekcja trwa kwadrans."],
  ["de", "15 Minuten", "Der Kurs dauert eine Viertelstunde."],
  ["fr", "rien", "Avez-vous un quart d'heure pour nous ?"],
  // Half a dozen.
  ["en", "6 eggs", "Half a dozen eggs, or a half-dozen."],
  ["fr", "6 œufs", "Une demi-douzaine d'œufs."],
  ["de", "6 Eier", "Ein halbes Dutzend Eier."],
  ["es", "6 huevos", "Media docena de huevos."],
  ["it", "6 uova", "Mezza dozzina di uova."],
  ["pt", "6 ovos", "Meia dúzia de ovos."],
  ["pl", "6 jaj", "Pół tuzina jaj."],
  ["sv", "6 ägg", "Ett halvt dussin ägg."],
  // Prices that changed.
  [
    "en",
    "Oak desk: was 800 EUR, now 600 EUR",
    "It came down from eight hundred euros to six hundred. That's a quarter off."
  ],
  ["en", "Oak desk: 600 EUR instead of 800", "It is 800 euros, now 600."],
  ["en", "Oak desk: was 800 EUR, now 400 EUR", "It is half price now."],
  ["en", "Oak desk: was 900 EUR, now 600 EUR", "It is a third cheaper now, one third less."],
  ["en", "Oak desk: was 900 EUR, now 300 EUR", "It is two thirds off."],
  ["de", "Tisch: früher 800 EUR, jetzt 600 EUR", "Von achthundert Euro auf sechshundert, also ein Viertel weniger."],
  ["fr", "Bureau : avant 800 EUR, maintenant 600 EUR", "De huit cents euros à six cents, un quart de moins."],
  ["en", "rolls: was 50 cents, now 40 cents", "From 50 cents to 40."],
  ["en", "rolls: 50 cents, now 40", "They were $0.50 and are 40 cents."],
  // Half the price.
  ["nl", "2e pak halve prijs", "50% korting op het tweede pak."],
  ["de", "zum halben Preis", "50 % Rabatt"],
  ["fr", "à moitié prix", "50 % de réduction"],
  ["es", "a mitad de precio", "50 % de descuento"],
  ["it", "a metà prezzo", "50% di sconto"],
  ["pt", "pela metade do preço", "50% de desconto"],
  ["pl", "za pół ceny", "50% taniej"],
  ["sv", "halva priset", "50 % rabatt"],
  ["ja", "半額セール", "50%オフ"],
  ["zh", "半价", "五折优惠"]
]

const invented: ReadonlyArray<readonly [...Rows[number], claim: string]> = [
  ["en", "5 out of 3 customers", "That is 60% of them.", "60%"],
  ["en", "a latte is 6.50 USD", "A latte is six dollars forty.", "six dollars forty"],
  ["de", "Ein Brot kostet 4,50 Euro", "Das Brot kostet vier Euro sechzig.", "vier Euro sechzig"],
  ["en", "4 pots, 5 lamps", "The fair is on 4/5.", "4/5"],
  ["en", "starts 18:45", "It starts at quarter to seven in the morning.", "quarter to seven in the morning"],
  ["en", "starts 6:15 am", "It starts at quarter past six in the evening.", "quarter past six in the evening"],
  ["fr", "Concert à 20h15", "Le concert commence à vingt heures trente.", "à vingt heures trente"],
  ["fr", "30 minutes", "Le cours dure trois quarts d'heure.", "trois quarts d'heure"],
  ["es", "30 minutos", "La clase dura tres cuartos de hora.", "tres cuartos de hora"],
  ["de", "20 Minuten", "Der Kurs dauert eine Viertelstunde.", "eine Viertelstunde"],
  ["en", "12 eggs", "Half a dozen eggs.", "Half a dozen"],
  ["fr", "12 œufs", "Une demi-douzaine d'œufs.", "demi-douzaine"],
  ["en", "Oak desk: was 800 EUR, now 600 EUR", "It came from 800 euros down to 500.", "500"],
  ["en", { price: 600, seats: 500 }, "From 600 euros to 500.", "500"],
  ["en", "Oak desk: was 800 EUR, now 600 EUR", "It is half price now.", "half price"],
  ["en", "Oak desk: was 900 EUR, now 300 EUR", "It is a third cheaper.", "a third cheaper"],
  ["en", "Oak desk: was 900 EUR, now 600 EUR", "It is two thirds off.", "two thirds"],
  ["en", "Oak desk: was 800 EUR, now 600 EUR", "A quarter of our customers like it.", "A quarter of"],
  ["en", "Oak desk: 800 EUR or 600 EUR", "It is a quarter off.", "a quarter off"],
  ["en", "Oak desk: was 800 EUR, now 600 USD", "It is a quarter off.", "a quarter off"],
  ["en", "rolls: was 50 cents, now 40 cents", "From 50 cents to 30.", "30"],
  ["de", "Tisch: früher 800 EUR, jetzt 600 EUR", "Von achthundert Euro auf fünfhundert.", "fünfhundert"],
  ["nl", "2e pak halve prijs", "40% korting op het tweede pak.", "40%"]
]

describe("what was supplied, as people tell it", () => {
  it.each(grounded)("in %s: %j: %s", (locale, source, text) => expect(found(source, text, locale)).toEqual([]))
})

describe("what was not", () => {
  it.each(invented)("in %s: %j, and not: %s", (locale, source, text, claim) =>
    expect(found(source, text, locale)).toContain(claim)
  )
})

it("of many prices nothing is reckoned", () => {
  const figures = Array.from({ length: 101 }, (_, n) => ({ kind: "money", value: n < 100 ? 800 : 600 }) as const)
  expect(isShareOfChange([25], { figures, said: "was" })).toBe(false)
  expect(isShareOfChange([25], { figures: figures.slice(50), said: "was" })).toBe(true)
  expect(isShareOfChange([], { figures: figures.slice(50), said: "was" })).toBe(false)
  expect(isReckonedSum(200, { figures, said: "was" }, { before: "You save ", behind: "" })).toBe(false)
  expect(isReckonedSum(200, { figures: figures.slice(50), said: "was" }, { before: "You save ", behind: "" })).toBe(
    true
  )
})
