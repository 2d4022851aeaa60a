/** Spanish: its numbers, dates, times, parts and promises, as `Language` describes them. Found by `Languages`. */
import { toCardinal, toOrdinal } from "n2words/es-ES"
import type { Language } from "./Language.ts"

const free = "(?:gratis|gratuit[oa]s?|gratuitamente)"

export const spanish: Language = {
  code: "es",
  cardinal: toCardinal,
  ordinals: (value) => [toOrdinal(value)],
  numbers: {
    veintiún: 21,
    veintiuna: 21,
    ciento: 100,
    docena: 12,
    "media docena": 6,
    "dos docenas": 24,
    decena: 10,
    quincena: 15
  },
  homonyms: ["mil", "cien"],
  units: {
    "minutos?": "minute",
    "horas?": "hour",
    "días?": "day",
    "semanas?": "week",
    "noches?": "night",
    "mes(?:es)?": "month",
    "años?": "year"
  },
  date: { of: "del? ", until: "(?:-|–|al?|hasta el|y|o)(?: el)?", weekdayEnding: "s?" },
  time: {
    at: "a las?|desde las?|hasta las?|de las?|sobre las?",
    around: "a",
    mark: "h|hrs?|horas?",
    before: {},
    behind: { "y media": 30, "y cuarto": 15, "menos cuarto": -15 },
    named: { medianoche: 0, mediodía: 720 }
  },
  portions: [
    ["(?:la|a) mitad(?! de (?:semana|camino))", [50]],
    ["un tercio|dos tercios", [33, 33.3, 33.33, 66, 66.7, 67]],
    ["un cuarto(?= (?:de descuento|menos|del? (?:precio|total)))|tres cuartos(?! de hora)", [25, 75]],
    ["un quinto", [20]],
    ["un décimo|una décima parte", [10]]
  ],
  promises: [
    {
      said: `(?:envíos?|entregas?|portes|gastos de envío) (?:es |son |está |están |sale |te sale )?(?:\\p{L}+ )?${free}|${free} (?:el |los )?envíos?|envío sin (?:coste|cargo|gastos)`,
      needs: ["free", "shipping"]
    },
    { said: `devoluci(?:ón|ones) (?:es |son )?${free}`, needs: ["free", "returns"] },
    { said: `${free}|sin (?:coste|cargo) (?:alguno|adicional)?|de regalo`, needs: ["free"] },
    { said: "garant(?:ía|izad[oa]s?|izamos)|te devolvemos el dinero", needs: ["guarantee"] },
    {
      said: "sin (?:depósito|fianza|señal|anticipo|permanencia|compromiso de permanencia)",
      needs: ["no deposit"]
    },
    {
      said: "últim[oa]s (?:unidades|plazas|piezas|existencias)|quedan poc[oa]s|casi agotad[oa]s?",
      needs: ["scarcity"]
    },
    {
      said: "(?:más|mejor) (?:vendid[oa]s?|populares?)|elegid[oa]s? (?:como|mejor)|premiad[oa]s?|(?:miles|cientos|millones) de",
      needs: ["fame"]
    },
    {
      said: "más (?:barat[oa]s?|económic[oa]s?|rápid[oa]s?) que|(?:el|la|los|las) más (?:barat[oa]s?|económic[oa]s?|rápid[oa]s?)",
      needs: ["comparison"]
    },
    {
      said: "(?:solo|sólo|hasta|termina|acaba|caduca|vence) (?:hoy|mañana|esta noche)",
      needs: ["today"]
    },
    { said: "ecológic[oa]s?|orgánic[oa]s?", needs: ["organic"] },
    { said: "vegan[oa]s?", needs: ["vegan"] },
    { said: "sin gluten", needs: ["gluten-free"] },
    { said: "impermeables?", needs: ["waterproof"] },
    { said: "(?:hech[oa]s?|pintad[oa]s?|elaborad[oa]s?) a mano", needs: ["handmade"] }
  ]
}
