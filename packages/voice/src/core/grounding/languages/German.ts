/** German: its numbers, dates, times, parts and promises, as `Language` describes them. Found by `Languages`. */
import { toCardinal, toOrdinal } from "n2words/de-DE"
import type { Language } from "./Language.ts"

const free = "(?:kostenlos|kostenfrei|gratis|umsonst|gebührenfrei)"

export const german: Language = {
  code: "de",
  cardinal: toCardinal,
  ordinals: (value) => ["", "n", "r", "s"].map((ending) => toOrdinal(value) + ending),
  numbers: {
    zwo: 2,
    hundert: 100,
    tausend: 1000,
    dutzend: 12,
    "halbes dutzend": 6,
    "halben dutzend": 6,
    "zwei dutzend": 24,
    anderthalb: 1.5,
    eineinhalb: 1.5,
    zweieinhalb: 2.5
  },
  homonyms: ["acht", "tausend", "hundert"],
  units: {
    "minuten?": "minute",
    "stunden?": "hour",
    "tage?n?": "day",
    "wochen?": "week",
    "nächten?|nacht": "night",
    "monate?n?": "month",
    "jahre?n?": "year"
  },
  date: { of: "", until: "(?:-|–|bis|und|oder)(?: zum)?", weekdayEnding: "(?:s|\\p{Ll}+)?" },
  time: {
    at: "",
    around: "um|ab|gegen|bis|von|vor|nach|zwischen",
    mark: "Uhr",
    before: { halb: -30, "viertel nach": 15, "viertel vor": -15, dreiviertel: -15 },
    behind: {},
    named: { mitternacht: 0 }
  },
  portions: [
    ["(?:die|der|zur|um die) Hälfte(?! des)|halbe[rmns]? Preis|halb so (?:viel|teuer)", [50]],
    ["(?:ein|um ein|einem) Drittel|zwei Drittel", [33, 33.3, 33.33, 66, 66.7, 67]],
    ["(?:ein|um ein|einem) Viertel(?! (?:nach|vor))|drei Viertel", [25, 75]],
    ["(?:ein|um ein|einem) Fünftel", [20]],
    ["(?:ein|um ein|einem) Zehntel", [10]]
  ],
  promises: [
    {
      said: `versandkostenfrei|portofrei|${free}\\p{Ll}* (?:versand|lieferung|zustellung)|(?:versand|lieferung) (?:ist |sind |bleibt )?${free}|gratisversand`,
      needs: ["free", "shipping"]
    },
    {
      said: `${free}\\p{Ll}* (?:rückgabe|rückversand|retoure|umtausch)|(?:rückgabe|rückversand|retouren?) (?:ist |sind )?${free}`,
      needs: ["free", "returns"]
    },
    { said: `${free}(?:e[rsnm]?)?(?! (?:newsletter|hotline))|geschenkt`, needs: ["free"] },
    { said: "(?:geld-zurück-)?garantie(?:rt)?", needs: ["guarantee"] },
    { said: "(?:ohne|keine) (?:anzahlung|kaution|vertragsbindung|bindung|gebühren?)", needs: ["no deposit"] },
    {
      said: "(?:nur )?noch wenige|letzten? (?:stücke?|plätze|exemplare)|fast (?:ausverkauft|vergriffen)|solange der vorrat reicht",
      needs: ["scarcity"]
    },
    {
      said: "beliebteste\\p{Ll}*|meistverkauft\\p{Ll}*|bestseller|gewählt zu[mr]|ausgezeichnet (?:als|mit|von)|(?:tausende|hunderte|millionen) (?:von )?(?:kund|leut|mensch|nutzer)\\p{Ll}*|testsieger",
      needs: ["fame"]
    },
    {
      said: "(?:günstiger|billiger|schneller|besser) als|(?:günstigste|billigste|schnellste)[rsnm]?",
      needs: ["comparison"]
    },
    { said: "(?:nur|endet|enden|läuft|gilt) (?:noch )?(?:heute|morgen)", needs: ["today"] },
    { said: "bio(?=-\\p{L})|biologisch\\p{Ll}*|aus bio\\p{Ll}*", needs: ["organic"] },
    { said: "vegan\\p{Ll}*", needs: ["vegan"] },
    { said: "glutenfrei\\p{Ll}*", needs: ["gluten-free"] },
    { said: "wasserdicht\\p{Ll}*|wasserfest\\p{Ll}*", needs: ["waterproof"] },
    {
      said: "hand(?:gemacht|gefertigt|bemalt|gearbeitet)\\p{Ll}*|von hand (?:gemacht|gefertigt|bemalt)",
      needs: ["handmade"]
    }
  ]
}
