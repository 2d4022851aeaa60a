/**
 * How many short messages a text is, which is what is paid for: 160 characters of the GSM alphabet or 70 of UCS-2 in
 * one, 153 or 67 in each of several (3GPP TS 23.038 section 6.2, TS 23.040 section 9.2.3.24.1).
 */

const basic = new Set(
  "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà"
)
/** Written with an escape, so they take two places. */
const extended = new Set("^{}\\[~]|€\f")

/** Septets of GSM-7 in a segment that stands alone, and in each of several. */
export const single = 160
export const several = 153

export interface Segments {
  readonly encoding: "GSM-7" | "UCS-2"
  readonly count: number
  /** Places taken: septets of GSM-7, code units of UCS-2. */
  readonly units: number
}

/** Each character is kept whole: an escape or a surrogate pair does not straddle two segments. */
const fill = (sizes: ReadonlyArray<number>, alone: number, part: number): Pick<Segments, "count" | "units"> => {
  const units = sizes.reduce((sum, size) => sum + size, 0)
  if (units <= alone) return { count: units === 0 ? 0 : 1, units }
  let count = 1
  let used = 0
  for (const size of sizes) {
    if (used + size > part) {
      count += 1
      used = 0
    }
    used += size
  }
  return { count, units }
}

const isInAlphabet = (character: string): boolean => basic.has(character) || extended.has(character)

/** The characters that make a text UCS-2, each once. */
export const foreignIn = (text: string): ReadonlyArray<string> => [
  ...new Set([...text].filter((character) => !isInAlphabet(character)))
]

/** An empty text is none. */
export const of = (text: string): Segments => {
  const characters = [...text]
  if (characters.every(isInAlphabet))
    return {
      encoding: "GSM-7",
      ...fill(
        characters.map((character) => (extended.has(character) ? 2 : 1)),
        single,
        several
      )
    }
  return {
    encoding: "UCS-2",
    ...fill(
      characters.map((character) => character.length),
      70,
      67
    )
  }
}
