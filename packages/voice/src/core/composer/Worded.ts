/** Whole words looked for in notes of any language: accents and capitals make no difference. */

/** Without accents, in small letters; a sharp s is two. */
export const fold = (text: string): string =>
  text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replaceAll("ß", "ss")

/** A pattern for a folded text that matches any of the sources between the edges of words. */
export const worded = (...sources: ReadonlyArray<string>): RegExp =>
  new RegExp(`(?<![a-z0-9_])(?:${sources.join("|")})(?![a-z0-9])`)
