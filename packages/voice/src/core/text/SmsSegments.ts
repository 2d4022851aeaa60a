/**
 * Segments of a text message: GSM 7-bit where every character is in its alphabet, UCS-2 otherwise
 * (3GPP TS 23.038 sections 6.2.1 and 6.2.1.1; the header of a part takes 6 octets, TS 23.040 section 9.2.3.24.1).
 */

/** The basic alphabet, without the escape itself. */
const basic = new Set(
  "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà"
)
/** Reached by the escape: two septets each. */
const extension = new Set("\f^{}\\[~]|€")

/** Septets of one GSM-7 message that stands alone. */
export const oneSegment = 160
/** Septets of each where there are several. */
export const partOfMany = 153
const limits = { gsm7: { alone: oneSegment, part: partOfMany }, ucs2: { alone: 70, part: 67 } } as const

export interface Segmentation {
  readonly encoding: "gsm7" | "ucs2"
  /** Septets, or UTF-16 units. */
  readonly units: number
  readonly segments: number
  /** Characters that made it UCS-2, each once. */
  readonly foreign: ReadonlyArray<string>
}

const unitsOf = (character: string, encoding: "gsm7" | "ucs2"): number =>
  encoding === "ucs2" ? character.length : extension.has(character) ? 2 : 1

/** A character never straddles two parts: neither an escape pair nor a surrogate pair may be cut. */
const partsOf = (characters: ReadonlyArray<string>, encoding: "gsm7" | "ucs2", part: number): number => {
  let parts = 1
  let used = 0
  for (const character of characters) {
    const units = unitsOf(character, encoding)
    if (used + units > part) {
      parts++
      used = 0
    }
    used += units
  }
  return parts
}

/** How `text` would be sent. An empty text is one segment. */
export const segmentsOf = (text: string): Segmentation => {
  const characters = [...text]
  const foreign = [...new Set(characters.filter((character) => !basic.has(character) && !extension.has(character)))]
  const encoding = foreign.length === 0 ? "gsm7" : "ucs2"
  const units = characters.reduce((sum, character) => sum + unitsOf(character, encoding), 0)
  const { alone, part } = limits[encoding]
  return { encoding, units, segments: units <= alone ? 1 : partsOf(characters, encoding, part), foreign }
}

/** Typographic characters by their plain twin in the alphabet. */
const typographic: ReadonlyArray<readonly [plain: string, all: string]> = [
  ["'", "\u2018\u2019\u201b\u2032\u2039\u203a\u00b4\u02bc`"],
  ['"', "\u201c\u201d\u201e\u201f\u2033\u00ab\u00bb"],
  [",", "\u201a"],
  ["-", "\u2010\u2011\u2012\u2013\u2014\u2015\u2022\u2043\u2212"],
  ["...", "\u2026"],
  [" ", "\t\u00a0\u2002\u2003\u2007\u2008\u2009\u200a\u202f\u205f\u3000"],
  ["", "\u00ad\u200b\u2060\ufeff"],
  ["x", "\u00d7"]
]

const twins = new Map(typographic.flatMap(([twin, all]) => [...all].map((character) => [character, twin] as const)))
const typographicIn = new RegExp(`[${[...twins.keys()].join("")}]`, "gu")

/** The same text with typographic quotes, dashes and spaces in their plain form, so that it may stay GSM-7. */
export const plain = (text: string): string => text.replace(typographicIn, (found) => twins.get(found) ?? found)

const fits = (text: string, segments: number): boolean => segmentsOf(text).segments <= segments

/** The longest beginning that fits into `segments`, cut at a word where there is one, without dangling punctuation. */
export const trim = (text: string, segments = 1): string => {
  const whole = plain(text).trim()
  if (fits(whole, segments)) return whole
  const characters = [...whole]
  let [low, high] = [0, characters.length]
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if (fits(characters.slice(0, middle).join(""), segments)) low = middle
    else high = middle - 1
  }
  const cut = characters.slice(0, low).join("")
  const atWord = /\s/.test(String(characters[low])) ? cut.length : cut.search(/\s\S*$/)
  return (atWord > cut.length / 2 ? cut.slice(0, atWord) : cut).replace(/[\s,;:(-]+$/u, "")
}

/** Segments that so many characters may take. */
export const within = (characters: number): number => Math.max(1, Math.ceil(characters / oneSegment))
