/** Units of time, and how long they are: fourteen days are two weeks, whereas a month has no number of days. */

type Scale = "minutes" | "nights" | "months"

export interface Unit {
  readonly scale: Scale
  /** How many of the scale one of it has. */
  readonly length: number
}

const table: ReadonlyArray<readonly [string, Scale, number]> = [
  ["second sec", "minutes", 1 / 60],
  ["minute min", "minutes", 1],
  ["hour hr", "minutes", 60],
  ["day", "minutes", 1440],
  ["week", "minutes", 10_080],
  ["fortnight", "minutes", 20_160],
  ["night", "nights", 1],
  ["month", "months", 1],
  ["quarter", "months", 3],
  ["year", "months", 12],
  ["decade", "months", 120]
]

const singular = new Map(
  table.flatMap(([names, scale, length]) => names.split(" ").map((name): [string, Unit] => [name, { scale, length }]))
)
const plural = new Map(Array.from(singular, ([name, unit]): [string, Unit] => [`${name}s`, unit]))

/** Of a word in lower case. */
export const unitOf = (word: string): Unit | undefined => singular.get(word) ?? plural.get(word)

/** A key in the singular says which day or month it is; one in the plural says how many. */
export const pluralUnitOf = (word: string): Unit | undefined => plural.get(word)

export const isSameLength = (a: { readonly value: number; readonly unit: Unit }, b: typeof a): boolean =>
  a.unit.scale === b.unit.scale && Math.abs(a.value * a.unit.length - b.value * b.unit.length) < 1e-6
