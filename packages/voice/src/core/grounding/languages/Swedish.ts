/** Swedish: its numbers, dates, times, parts and promises, as `Language` describes them. Found by `Languages`. */
import { toCardinal, toOrdinal } from "n2words/sv-SE"
import type { Language } from "./Language.ts"

const free = "(?:gratis|kostnadsfri(?:a|tt)?|utan kostnad|utan extra kostnad)"

export const swedish: Language = {
  code: "sv",
  cardinal: (value) => toCardinal(value).replace(/(?<=tio|hundra)-/g, ""),
  ordinals: (value) => [toOrdinal(value), toOrdinal(value).replaceAll("-", "")],
  numbers: { dussin: 12, "halvt dussin": 6, tjog: 20, halvannan: 1.5 },
  homonyms: ["hundra", "tusen", "ett", "en"],
  units: {
    "minut(?:er)?": "minute",
    "timm(?:e|ar)|tim": "hour",
    "dag(?:ar)?": "day",
    "veck(?:a|or)": "week",
    "natt|nätter": "night",
    "månad(?:er)?": "month",
    år: "year"
  },
  date: { of: "", until: "(?:-|–|till|och|eller)(?: den)?", weekdayEnding: "(?:en|ar|arna|s\\p{Ll}*)?" },
  time: {
    at: "klockan|kl\\.?",
    around: "vid|från|till|runt|före|efter",
    mark: "(?!)",
    before: { halv: -30, "kvart över": 15, "kvart i": -15 },
    behind: {},
    named: { midnatt: 0 }
  },
  portions: [
    ["hälften|halva priset|halva pris|till halva", [50]],
    ["en tredjedel|två tredjedelar", [33, 33.3, 33.33, 66, 66.7, 67]],
    ["en fjärdedel|tre fjärdedelar", [25, 75]],
    ["en femtedel", [20]],
    ["en tiondel", [10]]
  ],
  promises: [
    {
      said: `${free} (?:frakt|leverans|hemleverans)\\p{L}*|(?:frakt|leverans)\\p{L}* (?:är |ingår )?(?:${free}|fri|fritt)|fri frakt|fraktfritt`,
      needs: ["free", "shipping"]
    },
    { said: `(?:${free}|fri|fria) retur\\p{L}*|retur\\p{L}* (?:är )?${free}`, needs: ["free", "returns"] },
    { said: `${free}|på köpet|vi bjuder på|bjuder huset på`, needs: ["free"] },
    { said: "garanti\\p{L}*|garantera\\p{L}*|pengarna tillbaka|nöjd kund", needs: ["guarantee"] },
    { said: "(?:utan|ingen) (?:deposition|handpenning|bindningstid|förskottsbetalning)", needs: ["no deposit"] },
    {
      said: "sista (?:exemplaren|platserna|chansen)|nästan slutsål\\p{L}*|bara några (?:få )?kvar|så långt lagret räcker",
      needs: ["scarcity"]
    },
    {
      said: "populäraste|mest sålda|bästsälj\\p{L}+|prisbelönt\\p{L}*|utsedd till|(?:tusentals|hundratals|miljontals) (?:kunder|människor|användare)",
      needs: ["fame"]
    },
    { said: "(?:billigare|snabbare|bättre) än|(?:billigaste|snabbaste)", needs: ["comparison"] },
    { said: "(?:bara|endast|till och med|slutar) (?:i dag|idag|i morgon|imorgon|ikväll|i kväll)", needs: ["today"] },
    { said: "ekologisk\\p{L}*", needs: ["organic"] },
    { said: "vegansk\\p{L}*", needs: ["vegan"] },
    { said: "glutenfri\\p{L}*", needs: ["gluten-free"] },
    { said: "vattentät\\p{L}*", needs: ["waterproof"] },
    { said: "handgjord\\p{L}*|handmålad\\p{L}*|gjord\\p{L}* för hand", needs: ["handmade"] }
  ]
}
