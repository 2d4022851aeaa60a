/**
 * What sources say by one word, or by halves: half price is 50 %, three out of four are 75 %, the weekend is Saturday and
 * Sunday, and in "from 1200 to 900 USD" both are dollars. Used by `Grounding`.
 */
import type { Day } from "./Dates.ts"
import type { Figure } from "./Figures.ts"
import type { Quantity } from "./Quantities.ts"

const half = /\bhalf[- ](?:price|off)\b|\bhalf (?:of )?(?:the|our|your) (?:price|cost|usual)\b|½ price/i
const words = "one two three four five six seven eight nine ten".split(" ")
const count = `(\\d{1,4}|${words.join("|")})`
const outOf = new RegExp(`\\b${count} out of (?:every )?${count}\\b`, "gi")

const numberOf = (said = ""): number => (/^\d/.test(said) ? Number(said) : words.indexOf(said.toLowerCase()) + 1)

/** Shares in percent. */
export const sharesIn = (text: string): ReadonlyArray<Figure> => [
  ...(half.test(text) ? [{ kind: "percent", value: 50 } as const] : []),
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

/** A bare number before a price, with the price's currency. */
export const pricesBefore = (quantities: ReadonlyArray<Quantity>, text: string): ReadonlyArray<Figure> =>
  quantities.flatMap((one, at): ReadonlyArray<Figure> => {
    const next = quantities[at + 1]
    return one.kind === "number" && next?.kind === "money" && between.test(text.slice(one.end, next.start))
      ? [{ kind: "money", value: one.value, currency: next.currency }]
      : []
  })
