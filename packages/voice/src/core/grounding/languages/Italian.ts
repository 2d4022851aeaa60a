/** Italian: its numbers, dates, times, parts and promises, as `Language` describes them. Found by `Languages`. */
import { toCardinal, toOrdinal } from "n2words/it-IT"
import type { Language } from "./Language.ts"

const free = "(?:gratis|gratuit[oaie]|gratuitamente)"

export const italian: Language = {
  code: "it",
  cardinal: toCardinal,
  ordinals: (value) => [toOrdinal(value)],
  numbers: { dozzina: 12, "mezza dozzina": 6, "due dozzine": 24, decina: 10, quindicina: 15 },
  homonyms: ["sei", "mille", "cento"],
  units: {
    "minut[oi]": "minute",
    "or[ae]": "hour",
    "giorn[oi]|giornat[ae]": "day",
    "settiman[ae]": "week",
    "nott[ei]": "night",
    "mes[ei]": "month",
    "ann[oi]": "year"
  },
  date: { of: "(?:di )?", until: "(?:-|–|al|e|o)(?: il)?", weekdayEnding: "" },
  time: {
    at: "alle(?: ore)?|dalle|ore|fino alle|verso le|per le",
    around: "a",
    mark: "h|or[ae]",
    before: {},
    behind: { "e mezzo|e mezza": 30, "e un quarto": 15, "meno un quarto": -15 },
    named: { mezzogiorno: 720, mezzanotte: 0 }
  },
  portions: [
    ["(?:la|a|della) metà(?! (?:strada|settimana))", [50]],
    ["un terzo|due terzi", [33, 33.3, 33.33, 66, 66.7, 67]],
    ["un quarto(?! d['’]ora)|tre quarti(?! d['’]ora)", [25, 75]],
    ["un quinto", [20]],
    ["un decimo", [10]]
  ],
  promises: [
    {
      said: `(?:spedizion[ei]|consegn[ae]) (?:è |sono )?(?:\\p{L}+ )?${free}|spedizione (?:è )?(?:inclusa|offerta)|senza spese di spedizione`,
      needs: ["free", "shipping"]
    },
    { said: `res[oi] (?:è |sono )?${free}|restituzione ${free}`, needs: ["free", "returns"] },
    { said: `${free}|senza (?:costi|spese) aggiuntiv[ie]|in (?:omaggio|regalo)`, needs: ["free"] },
    { said: "garanzi[ae]|garantit[oaie]|soddisfatti o rimborsati", needs: ["guarantee"] },
    { said: "senza (?:caparra|cauzione|deposito|acconto|vincoli)", needs: ["no deposit"] },
    {
      said: "ultimi (?:pezzi|posti|esemplari)|ultime (?:unità|copie)|quasi esaurit[oaie]|poch[ie] (?:pezzi|posti) rimast[ie]",
      needs: ["scarcity"]
    },
    {
      said: "più (?:vendut[oaie]|amat[oaie]|popolar[ei])|elett[oaie] (?:miglior|come)|premiat[oaie]|(?:migliaia|centinaia|milioni) di",
      needs: ["fame"]
    },
    {
      said: "più (?:economic[oaie]|convenient[ei]|veloc[ei]) (?:di|del|della|dei|delle|rispetto)|(?:il|la|i|le) più (?:economic[oaie]|convenient[ei]|veloc[ei])|meno caro",
      needs: ["comparison"]
    },
    {
      said: "(?:solo|soltanto|entro|fino a|scade|termina) (?:oggi|domani|stasera)",
      needs: ["today"]
    },
    { said: "bio(?!\\p{L})|biologic[oaie]|biologici|biologiche", needs: ["organic"] },
    { said: "vegan[oaie]", needs: ["vegan"] },
    { said: "senza glutine", needs: ["gluten-free"] },
    { said: "impermeabil[ei]", needs: ["waterproof"] },
    { said: "(?:fatt|dipint|realizzat|cucit)[oaie] a mano", needs: ["handmade"] }
  ]
}
