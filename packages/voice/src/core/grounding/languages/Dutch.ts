/** Dutch: its numbers, dates, times, parts and promises, as `Language` describes them. Found by `Languages`. */
import { toCardinal, toOrdinal } from "n2words/nl-NL"
import type { Language } from "./Language.ts"

const free = "(?:gratis|kosteloze?|kosteloos)"

export const dutch: Language = {
  code: "nl",
  cardinal: toCardinal,
  ordinals: (value) => [toOrdinal(value)],
  numbers: { dozijn: 12, "half dozijn": 6, "twee dozijn": 24, anderhalf: 1.5, anderhalve: 1.5 },
  homonyms: ["vier", "acht", "honderd", "duizend"],
  units: {
    "minu(?:ut|ten)": "minute",
    "uren|uur": "hour",
    "dag(?:en)?": "day",
    "we(?:ek|ken)": "week",
    "nacht(?:en)?": "night",
    "maand(?:en)?": "month",
    "jaar|jaren": "year"
  },
  date: { of: "", until: "(?:-|–|tot en met|t/m|tot|en|of)", weekdayEnding: "(?:en|\\p{Ll}+)?" },
  time: {
    at: "om|vanaf|rond",
    around: "tot",
    mark: "uur|u",
    before: { half: -30, "kwart over": 15, "kwart voor": -15 },
    behind: {},
    named: { middernacht: 0 }
  },
  portions: [
    ["(?:de|met de) helft|halve prijs", [50]],
    ["een derde|twee derde", [33, 33.3, 33.33, 66, 66.7, 67]],
    ["een kwart(?!ier)|drie kwart(?!ier)", [25, 75]],
    ["een vijfde", [20]],
    ["een tiende", [10]]
  ],
  promises: [
    {
      said: `${free} (?:verzending|verzonden|bezorg\\p{Ll}*|levering|thuisbezorgd)|(?:verzending|bezorging|levering) (?:is )?${free}|zonder verzendkosten`,
      needs: ["free", "shipping"]
    },
    { said: `${free} (?:retour\\p{Ll}*|ruilen)|retour\\p{Ll}* (?:is |zijn )?${free}`, needs: ["free", "returns"] },
    { said: `${free}|cadeau(?= bij)`, needs: ["free"] },
    { said: "garantie|gegarandeerd\\p{Ll}*|niet goed,? geld terug", needs: ["guarantee"] },
    { said: "(?:zonder|geen) (?:borg|waarborg|aanbetaling|voorschot|bijkomende kosten)", needs: ["no deposit"] },
    {
      said: "laatste (?:exemplaren|stuks|plaatsen|plekken)|bijna uitverkocht|nog maar (?:enkele|een paar)|zolang de voorraad strekt",
      needs: ["scarcity"]
    },
    {
      said: "populairste|best ?verkochte|verkozen tot|bekroond\\p{Ll}*|(?:duizenden|honderden|miljoenen) (?:klanten|mensen|gebruikers)",
      needs: ["fame"]
    },
    {
      said: "(?:goedkoper|sneller|voordeliger|beter) dan|(?:goedkoopste|snelste|voordeligste)",
      needs: ["comparison"]
    },
    { said: "(?:alleen|enkel|tot|eindigt|verloopt) (?:vandaag|morgen|vanavond)", needs: ["today"] },
    { said: "biologische?", needs: ["organic"] },
    { said: "vegan(?:istische?)?", needs: ["vegan"] },
    { said: "glutenvrije?", needs: ["gluten-free"] },
    { said: "waterdichte?|waterproof", needs: ["waterproof"] },
    { said: "hand(?:gemaakte?|geschilderde?)|met de hand (?:gemaakt|geschilderd)", needs: ["handmade"] }
  ]
}
