/**
 * What sources say by one word, or by halves: half price is 50 %, three out of four are 75 %, the weekend is Saturday and
 * Sunday, and in "from 1200 to 900 USD" both are dollars. Used by `Grounding`.
 */
import type { Day } from "./Dates.ts"
import type { Figure } from "./Figures.ts"
import type { Quantity } from "./Quantities.ts"

const half = /\bhalf[- ](?:price|off)\b|\bhalf (?:of )?(?:the|our|your) (?:price|cost|usual)\b|½ price/i
const halfAbroad =
  /(?<!\p{L})(?:halve prijs|halbe[nrm]? preise?s?|zum halbpreis|moitié prix|demi-tarif|mitad de precio|metà prezzo|metade do preço|pół ceny|połow[ęaiy] ceny|halva priset|halva pris|halvt pris)(?!\p{L})/iu
const words = "one two three four five six seven eight nine ten".split(" ")
const count = `(\\d{1,4}|${words.join("|")})`
const outOf = new RegExp(`\\b${count} out of (?:every )?${count}\\b`, "gi")

const numberOf = (said = ""): number => (/^\d/.test(said) ? Number(said) : words.indexOf(said.toLowerCase()) + 1)

/** Shares in percent. */
export const sharesIn = (text: string): ReadonlyArray<Figure> => [
  ...(half.test(text) || halfAbroad.test(text) ? [{ kind: "percent", value: 50 } as const] : []),
  ...Array.from(text.matchAll(outOf)).flatMap(([, some, all]): ReadonlyArray<Figure> => {
    const [part, whole] = [numberOf(some), numberOf(all)]
    return part > 0 && part < whole ? [{ kind: "percent", value: (part / whole) * 100 }] : []
  })
]

const weekend = [6, 0].map((weekday): Day => ({ weekday }))
const working = [1, 2, 3, 4, 5].map((weekday): Day => ({ weekday }))

/** Days that a word stands for. */
export const daysOfWeeksIn = (text: string): ReadonlyArray<Day> => [
  ...(/\bweekends?\b/i.test(text) ? weekend : []),
  ...(/\b(?:weekdays?|working days?|business days?)\b/i.test(text) ? working : [])
]

const between = /^\s?(?:to|down to|up to|or|and|instead of|-|–|—|→)\s?$/i
const changed =
  /^,?\s?(?:(?:down |up )?to|(?:and |but |is )?now(?: only| just)?|instead of|→|➔|->|auf|statt|jetzt|nur noch|à|au lieu de|a|en vez de|en lugar de|ahora|invece di|ora|em vez de|por|agora|naar|in plaats van|nu|na|zamiast|teraz|till|i stället för)\s?$/iu

const isBare = ({ kind, noun, ordinal, unit }: Quantity): boolean =>
  kind === "number" && noun === undefined && unit === undefined && ordinal === undefined

/** A bare number before a price, with the price's currency, and behind one: from 800 euros to 600. */
export const pricesBeside = (quantities: ReadonlyArray<Quantity>, text: string): ReadonlyArray<Figure> => [
  ...quantities.flatMap((one, at): ReadonlyArray<Figure> => {
    const next = quantities[at + 1]
    return one.kind === "number" && next?.kind === "money" && between.test(text.slice(one.end, next.start))
      ? [{ kind: "money", value: one.value, currency: next.currency }]
      : []
  }),
  ...withPricesBehind(quantities, text).filter((one, at) => one !== quantities[at])
]

/** Those of a text, where a bare number behind a sum is one of the same currency. */
export const withPricesBehind = (quantities: ReadonlyArray<Quantity>, text: string): ReadonlyArray<Quantity> =>
  quantities.map((one, at) => {
    const last = quantities[at - 1]
    if (last?.kind !== "money" || !isBare(one) || !changed.test(text.slice(last.end, one.start))) return one
    return { ...last, start: one.start, end: one.end, value: last.parts === true ? one.value / 100 : one.value }
  })

const owed = /(?:balance|ow(?:e|ed|ing)|due|debt|outstanding|saldo|solde|offen|dług)\P{L}{1,3}$/iu

/** Whether something costs nothing. Who owes nothing gets nothing. */
export const isGiven = (quantities: ReadonlyArray<Quantity>, text: string): boolean =>
  quantities.some(
    ({ kind, start, value }) =>
      kind === "money" && value === 0 && !owed.test(text.slice(Math.max(0, start - 24), start))
  )
