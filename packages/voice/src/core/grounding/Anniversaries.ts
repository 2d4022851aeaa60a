/** Anniversaries and birthdays in a source: the tenth is ten years, whoever counts them. */
import { unitOf } from "./Durations.ts"
import type { Figure } from "./Figures.ts"

const low =
  "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth".split(
    " "
  )
const tens = "twenty thirty forty fifty sixty seventy eighty ninety".split(" ")

const ordinals = new Map<string, number>([
  ...low.map((word, at): [string, number] => [word, at + 1]),
  ...tens.flatMap((ten, at): ReadonlyArray<[string, number]> => [
    [ten.replace(/y$/, "ieth"), (at + 2) * 10],
    ...low.slice(0, 9).map((word, more): [string, number] => [`${ten}-${word}`, (at + 2) * 10 + more + 1])
  ]),
  ["hundredth", 100]
])

const counted = new RegExp(
  `\\b(?:(\\d{1,3})(?:st|nd|rd|th)|((?:(?:${tens.join("|")})[- ])?(?:${[...ordinals.keys()].filter((word) => !word.includes("-")).join("|")}))) (anniversary|birthday)\\b`,
  "gi"
)

const years = unitOf("years")

/** How many years, and the rank itself: "10 years", "the 10th anniversary". */
export const anniversariesIn = (text: string): ReadonlyArray<Figure> =>
  Array.from(text.matchAll(counted)).flatMap(([, digits, word = "", noun = ""]): ReadonlyArray<Figure> => {
    const value = digits === undefined ? ordinals.get(word.toLowerCase().replace(" ", "-")) : Number(digits)
    return value === undefined
      ? []
      : [
          { kind: "number", value, unit: years },
          { kind: "number", value, noun: noun.toLowerCase(), ordinal: true }
        ]
  })

/** Whether a rank of the same number follows: a 10th anniversary from ten years. */
export const isAnniversaryOf = (noun: string, { unit }: Figure): boolean =>
  (noun === "anniversary" || noun === "birthday") && unit?.scale === years?.scale && unit?.length === years?.length
