/** A text made to fit into so many segments of a text message, in plain characters so that they hold more. */
import * as SmsSegments from "@loopdrive/domain/SmsSegments"

/** Segments that a text is sent in: an empty one in one. */
export const segmentsOf = (text: string): number => Math.max(1, SmsSegments.of(text).count)

/** Whether every character is in the alphabet of 7 bits, of which a segment holds more than twice as many. */
export const isDense = (text: string): boolean => SmsSegments.of(text).encoding === "GSM-7"

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

const fits = (text: string, segments: number): boolean => segmentsOf(text) <= segments

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
export const within = (characters: number): number => Math.max(1, Math.ceil(characters / SmsSegments.single))
