/**
 * How many short messages a text is, which is what is paid for: 160 characters of the GSM alphabet or 70 of UCS-2 in
 * one, 153 or 67 in each of several (3GPP TS 23.038 section 6.2, TS 23.040 section 9.2.3.24.1).
 */

const basic = new Set(
  "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà"
)
/** Written with an escape, so they take two places. */
const extended = new Set("^{}\\[~]|€\f")

export interface Segments {
  readonly encoding: "GSM-7" | "UCS-2"
  readonly count: number
  /** Places taken: septets of GSM-7, code units of UCS-2. */
  readonly units: number
}

/** Each character is kept whole: an escape or a surrogate pair does not straddle two segments. */
const fill = (sizes: ReadonlyArray<number>, single: number, several: number): Pick<Segments, "count" | "units"> => {
  const units = sizes.reduce((sum, size) => sum + size, 0)
  if (units <= single) return { count: units === 0 ? 0 : 1, units }
  let count = 1
  let used = 0
  for (const size of sizes) {
    if (used + size > several) {
      count += 1
      used = 0
    }
    used += size
  }
  return { count, units }
}

/** An empty text is none. */
export const of = (text: string): Segments => {
  const characters = [...text]
  if (characters.every((character) => basic.has(character) || extended.has(character)))
    return {
      encoding: "GSM-7",
      ...fill(
        characters.map((character) => (extended.has(character) ? 2 : 1)),
        160,
        153
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
