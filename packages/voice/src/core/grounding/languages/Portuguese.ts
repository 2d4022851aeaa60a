/** Portuguese, of Portugal and of Brazil: its numbers, dates, times, parts and promises, as `Language` describes them. Found by `Languages`. */
import { toCardinal, toOrdinal } from "n2words/pt-PT"
import type { Language } from "./Language.ts"

const free = "(?:grátis|gratuit[oa]s?|gratuitamente|de graça)"

export const portuguese: Language = {
  code: "pt",
  cardinal: toCardinal,
  ordinals: (value) => [toOrdinal(value)],
  numbers: {
    duas: 2,
    quatorze: 14,
    dezesseis: 16,
    dezessete: 17,
    dezenove: 19,
    cento: 100,
    dúzia: 12,
    "meia dúzia": 6,
    "duas dúzias": 24,
    dezena: 10
  },
  homonyms: ["mil", "cem"],
  units: {
    "minutos?": "minute",
    "horas?|h": "hour",
    "dias?": "day",
    "semanas?": "week",
    "noites?": "night",
    "m[êe]s(?:es)?": "month",
    "anos?": "year"
  },
  // The other short names are ordinals as well.
  date: { of: "de ", until: "(?:-|–|a|e|até|ou)(?: o| ao)?", weekdayEnding: "s?(?! parte)", weekdays: { terça: 2 } },
  time: {
    at: "às?|das|até às|pelas",
    around: "as?",
    mark: "h|hrs?|horas?",
    before: {},
    behind: { "e meia": 30, "e um quarto": 15, "menos um quarto": -15 },
    named: { "meio-dia": 720, "meia-noite": 0 }
  },
  portions: [
    ["(?:a|pela) metade|metade do preço", [50]],
    ["um terço|dois terços", [33, 33.3, 33.33, 66, 66.7, 67]],
    ["um quarto(?= (?:de desconto|menos|do (?:preço|total)))|três quartos(?! de hora)", [25, 75]],
    ["um quinto", [20]],
    ["um décimo|a décima parte", [10]]
  ],
  promises: [
    {
      said: `(?:envios?|entregas?|portes|frete) (?:é |são |está |fica )?(?:\\p{L}+ )?${free}|frete grátis|sem custos de envio`,
      needs: ["free", "shipping"]
    },
    { said: `(?:devoluç(?:ão|ões)|trocas?) (?:é |são )?${free}`, needs: ["free", "returns"] },
    { said: `${free}|sem (?:custos?|encargos) (?:adicionais)?|de oferta`, needs: ["free"] },
    { said: "garantia|garantid[oa]s?|garantimos|devolvemos o (?:seu )?dinheiro", needs: ["guarantee"] },
    { said: "sem (?:caução|sinal|depósito|entrada|fidelização|fidelidade)", needs: ["no deposit"] },
    {
      said: "últim[oa]s (?:unidades|vagas|peças|lugares)|quase esgotad[oa]s?|restam pouc[oa]s",
      needs: ["scarcity"]
    },
    {
      said: "mais (?:vendid[oa]s?|populares?|amad[oa]s?)|eleit[oa]s?|premiad[oa]s?|(?:milhares|centenas|milhões) de",
      needs: ["fame"]
    },
    {
      said: "mais (?:barat[oa]s?|económic[oa]s?|econômic[oa]s?|rápid[oa]s?) (?:do )?que|[oa]s? mais (?:barat[oa]s?|rápid[oa]s?)",
      needs: ["comparison"]
    },
    {
      said: "(?:só|apenas|somente|até|termina|acaba|expira) (?:hoje|amanhã|esta noite)",
      needs: ["today"]
    },
    { said: "biológic[oa]s?|orgânic[oa]s?", needs: ["organic"] },
    { said: "vegan[oa]?s?", needs: ["vegan"] },
    { said: "sem glúten", needs: ["gluten-free"] },
    { said: "impermeáve(?:l|is)|à prova de água", needs: ["waterproof"] },
    { said: "(?:feit|pintad|produzid)[oa]s? à mão", needs: ["handmade"] }
  ]
}
