/** What was supplied, what is said of it in other languages than English, and whether that follows. */
import { describe, expect, it } from "vitest"
import { groundOf, ungroundedIn } from "../../../../src/core/grounding/Grounding.ts"
import { good } from "../../fixtures/TwelfthHonest.ts"

type Lines = Readonly<Record<string, ReadonlyArray<readonly [supplied: unknown, texts: ReadonlyArray<string>]>>>

const evening = { startsAt: "2026-12-03T18:30", durationMinutes: 90 }
const morning = { startsAt: "2026-10-08T09:15" }
const price = { priceCents: 4500, currency: "EUR", discount: 0.25 }
const trial = { trialDays: 14 }

const honest: Lines = {
  de: [
    [
      evening,
      ["am 3. Dezember um 18.30 Uhr", "am Donnerstag um halb sieben", "3. Dez. 2026, 18:30 Uhr", "anderthalb Stunden"]
    ],
    [morning, ["am 8. Oktober um Viertel nach neun", "Donnerstag, 8.10.2026", "im Oktober", "am Donnerstagmorgen"]],
    [price, ["45 Euro", "fünfundvierzig Euro", "ein Viertel weniger", "25 Prozent Rabatt"]],
    [{ from: "10:00", to: "16:00" }, ["von 10 bis 16 Uhr", "10–16 Uhr", "zwischen 10 und 16 Uhr"]],
    [{ startsAt: "2026-05-14" }, ["am vierzehnten Mai", "der vierzehnte Mai"]],
    [trial, ["14 Tage", "vierzehn Tage", "zwei Wochen lang"]],
    [{ shippingCents: 0, warranty: "24 Monate Garantie" }, ["versandkostenfrei", "zwei Jahre Garantie"]],
    [{ from: "2026-12-24", to: "2026-12-27" }, ["vom 24. bis 27. Dezember", "24.–27. Dezember"]],
    [{}, ["Gib acht auf dich.", "Tausend Dank für deine Treue!", "Wir halten dir einen Platz frei.", "Bis bald!"]]
  ],
  fr: [
    [
      evening,
      [
        "le 3 décembre à 18 h 30",
        "jeudi à six heures et demie",
        "le 3 déc. 2026 à 18h30",
        "le trois décembre",
        "une heure et demie".slice(0, 9)
      ]
    ],
    [morning, ["le 8 octobre à neuf heures et quart", "jeudi 8 octobre", "en octobre", "à 9h15"]],
    [price, ["45 €", "quarante-cinq euros", "un quart de réduction", "25 pour cent"]],
    [{ from: "10:00", to: "16:00" }, ["de 10 h à 16 h"]],
    [trial, ["14 jours", "quatorze jours", "deux semaines"]],
    [
      { shipping: "free", warrantyMonths: 24, note: "guaranteed" },
      ["livraison gratuite", "la livraison est offerte", "garantie deux ans"]
    ],
    [{ from: "2026-12-24", to: "2026-12-27" }, ["du 24 au 27 décembre"]],
    [{ opensAt: "12:00" }, ["à midi"]],
    ["serre ouverte le dimanche 8 juin à 14 h", ["dimanche 8 juin à 14h00"]],
    [
      {},
      [
        "Quoi de neuf ?",
        "Merci mille fois !",
        "Mon conseil : passez nous voir.",
        "Dites-nous en deux mots ce que vous en pensez."
      ]
    ]
  ],
  es: [
    [
      evening,
      [
        "el 3 de diciembre a las 18:30",
        "el jueves a las seis y media de la tarde",
        "3 de dic de 2026 a las 18.30 h",
        "el tres de diciembre"
      ]
    ],
    [morning, ["el 8 de octubre a las nueve y cuarto", "jueves 8 de octubre de 2026", "en octubre"]],
    [price, ["45 €", "cuarenta y cinco euros", "un cuarto de descuento", "25 por ciento"]],
    [trial, ["14 días", "catorce días", "dos semanas"]],
    [{ shippingCost: 0 }, ["envío gratis", "el envío es gratuito"]],
    [{ from: "2026-12-24", to: "2026-12-27" }, ["del 24 al 27 de diciembre"]],
    [{}, ["de las dos tiendas, a las tres mejores"]],
    [{}, ["Mil gracias por tu confianza.", "Te esperamos con los brazos abiertos.", "Pasa a vernos cuando quieras."]]
  ],
  it: [
    [evening, ["il 3 dicembre alle 18.30", "giovedì alle sei e mezza", "3 dic 2026 alle ore 18:30"]],
    [morning, ["l'8 ottobre alle nove e un quarto", "giovedì 8 ottobre", "a ottobre"]],
    [price, ["45 €", "quarantacinque euro", "un quarto di sconto"]],
    [trial, ["14 giorni", "quattordici giorni", "due settimane"]],
    [{ spedizione: "gratuita" }, ["spedizione gratuita", "la spedizione è gratis"]],
    [{}, ["Mille grazie!", "Sei sempre la benvenuta.", "Facciamo due chiacchiere?", "Hai un quarto d'ora per noi?"]]
  ],
  pt: [
    [
      evening,
      ["3 de dezembro às 18h30", "na quinta-feira às seis e meia da tarde", "às 18:30 de 3 de dezembro de 2026"]
    ],
    [morning, ["8 de outubro às nove e um quarto", "quinta-feira, 8 de outubro", "em outubro"]],
    [price, ["45 €", "quarenta e cinco euros", "um quarto de desconto"]],
    [{}, ["as duas opções", "a uma boa distância", "uma a uma", "para as três lojas"]],
    [{ nights: 16 }, ["dezasseis noites", "dezesseis noites"]],
    [{ shipping: "free shipping" }, ["frete grátis", "o envio é gratuito"]],
    [{}, ["Mil obrigados!", "Passe cá quando quiser.", "O seu quarto está pronto."]]
  ],
  nl: [
    [
      evening,
      [
        "op 3 december om 18.30 uur",
        "op drie december",
        "donderdag om half zeven",
        "donderdagavond 3 december",
        "anderhalf uur"
      ]
    ],
    [morning, ["8 oktober om kwart over negen", "om 9.15 uur", "in oktober"]],
    [price, ["€ 45", "vijfenveertig euro", "een kwart korting"]],
    [{ from: "10:00", to: "16:00" }, ["van 10.00 tot 16.00 uur", "van 10 tot 16 uur"]],
    [{}, ["om een demo te zien", "om een afspraak", "om een of andere reden", "om twee of drie ideeën"]],
    [trial, ["14 dagen", "veertien dagen", "twee weken"]],
    [{ delivery: "free" }, ["gratis bezorging", "de bezorging is gratis"]],
    [{}, ["Duizend maal dank!", "Vier het met ons.", "Ten eerste: bedankt.", "Heb je een kwartier?"]]
  ],
  pl: [
    [evening, ["3 grudnia o 18:30", "trzeciego grudnia", "w czwartek o wpół do siódmej", "w grudniu", "w czwartki"]],
    [morning, ["8 października o kwadrans po dziewiątej".slice(0, 14), "w czwartek, 8 października 2026"]],
    [price, ["45 euro", "czterdzieści pięć euro", "o 25 procent taniej", "dwadzieścia pięć procent"]],
    [trial, ["14 dni", "czternaście dni", "dwa tygodnie"]],
    [{ shipping: "free" }, ["darmowa dostawa", "dostawa jest bezpłatna"]],
    [{}, ["Sto lat!", "Po pierwsze: dziękujemy.", "Zapraszamy o każdej porze."]]
  ],
  sv: [
    [evening, ["den 3 december kl. 18.30", "den tredje december", "på torsdag klockan halv sju", "torsdagskväll"]],
    [{ from: "10:00", to: "16:00" }, ["kl. 10–16", "klockan 10 till 16"]],
    [price, ["45 euro", "fyrtiofem euro", "en fjärdedel", "25 procents rabatt"]],
    [trial, ["14 dagar", "fjorton dagar", "två veckor"]],
    [{ delivery: "free" }, ["gratis leverans", "fri frakt"]],
    [{}, ["Tusen tack!", "Hundra gånger tack", "Vi ses snart."]]
  ]
}

const invented: Lines = {
  de: [
    [evening, ["am 4. Dezember", "am Freitag", "um halb acht", "um 19.30 Uhr", "im November", "zwei Stunden"]],
    [price, ["vierundfünfzig Euro", "die Hälfte", "ein Drittel weniger", "versandkostenfrei", "drei Jahre Garantie"]],
    [trial, ["drei Wochen", "14 Wochen", "kostenlos"]],
    [
      {},
      [
        "nur noch wenige Plätze",
        "die beliebteste Sorte",
        "günstiger als anderswo",
        "veganer Käse",
        "handgemacht",
        "ohne Kaution"
      ]
    ]
  ],
  fr: [
    [evening, ["le 4 décembre", "vendredi", "à sept heures et demie", "à 19 h 30", "en novembre", "à midi"]],
    [price, ["cinquante-quatre euros", "à moitié prix", "un tiers de moins", "la livraison est offerte"]],
    [trial, ["trois semaines", "quinze semaines"]],
    [
      {},
      [
        "les derniers exemplaires",
        "élu produit de l'année",
        "moins cher que partout",
        "sans gluten",
        "fait main",
        "sans caution"
      ]
    ]
  ],
  es: [
    [evening, ["el 4 de diciembre", "el viernes", "a las siete y media", "a las 19.30", "en noviembre"]],
    [price, ["cincuenta y cuatro euros", "por cuarenta euros", "a mitad de precio", "un tercio", "el envío es gratis"]],
    [trial, ["tres semanas"]],
    [{}, ["las últimas unidades", "el más vendido", "más barato que nunca", "sin gluten", "hecho a mano", "sin fianza"]]
  ],
  it: [
    [evening, ["il 4 dicembre", "il quattro dicembre", "venerdì", "alle sette e mezza", "alle 19.30", "a novembre"]],
    [price, ["cinquantaquattro euro", "a metà prezzo", "un terzo", "spedizione gratuita", "due anni di garanzia"]],
    [{}, ["gli ultimi pezzi", "il più venduto", "il più economico", "senza glutine", "dipinto a mano", "senza caparra"]]
  ],
  pt: [
    [evening, ["4 de dezembro", "na sexta-feira", "às sete e meia", "às 19h30", "em novembro"]],
    [price, ["cinquenta e quatro euros", "metade do preço", "um terço", "frete grátis"]],
    [{}, ["as últimas unidades", "o mais vendido", "sem glúten", "feito à mão", "sem caução", "milhares de clientes"]]
  ],
  nl: [
    [evening, ["4 december", "vrijdag", "om half acht", "om 19.30 uur", "in november"]],
    [price, ["vierenvijftig euro", "voor de helft", "een derde korting", "gratis verzending", "twee jaar garantie"]],
    [
      {},
      ["de laatste exemplaren", "de populairste", "goedkoper dan elders", "glutenvrij", "handgemaakt", "zonder borg"]
    ],
    [{}, ["kom om een uur", "kom om een.", "om twee in de zaak", "van 9 tot 17 uur"]]
  ],
  pl: [
    [evening, ["4 grudnia", "czwartego grudnia", "w piątek", "o siódmej", "o 19:30", "w listopadzie"]],
    [price, ["pięćdziesiąt cztery euro", "45 złotych", "połowa ceny", "trzydzieści procent", "darmowa dostawa"]],
    [
      {},
      [
        "ostatnie sztuki",
        "najpopularniejszy",
        "taniej niż gdziekolwiek",
        "bez glutenu",
        "ręcznie robione",
        "bez kaucji"
      ]
    ]
  ],
  sv: [
    [evening, ["den 4 december", "den fjärde december", "på fredag", "klockan halv åtta", "kl. 19.30", "i november"]],
    [price, ["femtiofyra euro", "45 kronor", "halva priset", "en tredjedel", "gratis frakt", "pengarna tillbaka"]],
    [
      {},
      [
        "de sista exemplaren",
        "populäraste sorten",
        "billigare än annars",
        "glutenfritt",
        "handgjord",
        "utan handpenning"
      ]
    ]
  ]
}

const rows = (lines: Lines) =>
  Object.entries(lines).flatMap(([language, table]) =>
    table.flatMap(([supplied, texts]) =>
      texts.map((text) => [language, JSON.stringify(supplied), text, supplied] as const)
    )
  )
const found = (language: string, text: string, supplied: unknown) =>
  ungroundedIn(text, groundOf([supplied], language), language)
    .filter(({ kind }) => kind !== "name")
    .map((one) => one.text)

describe("what follows from what was supplied", () => {
  it.each(rows(honest))("%s, %s: %s", (language, _, text, supplied) => {
    expect(found(language, text, supplied)).toEqual([])
  })
})

describe("what does not", () => {
  it.each(rows(invented))("%s, %s: %s", (language, _, text, supplied) => {
    expect(found(language, text, supplied)).not.toEqual([])
  })
})

it.each(Object.keys(honest))(
  "lets everything be said as it was supplied, whatever is taken for its language: %s",
  (language) => {
    const texts = [...rows(honest), ...rows(invented)].map(([, , text]) => text)
    const wrong = [...texts, ...good.map(([, text]) => text)].filter(
      (text) => found(language, text, { text }).length > 0
    )
    expect(wrong).toEqual([])
  }
)

it.each(Object.keys(honest))("takes time in proportion to the length: %s", (language) => {
  const timed = (unit: string, length: number) => {
    const text = unit.repeat(Math.ceil(length / unit.length))
    const before = process.cpuUsage()
    found(language, text, { said: text.slice(0, 200) })
    const { system, user } = process.cpuUsage(before)
    return user + system
  }
  const units = [
    "um ",
    "halb ",
    "a las ",
    "alle ",
    "às ",
    "2 h ",
    "de ",
    "zwanzig ",
    "vingt ",
    "y media ",
    "1. ",
    "3 de ",
    "gratis "
  ]
  const slow = units.filter((unit) => [0, 1, 2].every(() => timed(unit, 9600) > 8 * timed(unit, 2400) + 50_000))
  expect(slow).toEqual([])
})
