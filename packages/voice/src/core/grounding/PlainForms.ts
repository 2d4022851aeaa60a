/**
 * Numbers of other scripts and shapes as plain digits, so that a text cannot say a number past those who look for it:
 * full width, circled, mathematical, raised, Arabic-Indic and every other decimal digit of Unicode. Hyphens that do not
 * break and the dots that a host may be written with are plain ones, too.
 */

const isDecimal = (code: number): boolean => /^\p{Nd}$/u.test(String.fromCodePoint(code))

/** Digits stand in tens, zero first (Unicode Standard 4.6): the value is the distance to where the run begins. */
const valueOf = (code: number): number => {
  let distance = 0
  while (distance < 60 && isDecimal(code - distance - 1)) distance += 1
  return distance % 10
}

/** Signs of one half and the like stay signs: `½` is a word of its own, whereas `2½` is 2.5. */
const fractions: Readonly<Record<string, string>> = { "½": ".5", "¼": ".25", "¾": ".75" }

const plainOf = (character: string, before: string): string => {
  // A raised digit behind a letter belongs to it: m², CO².
  if (/[²³¹⁰-⁹₀-₉]/.test(character) && /\p{L}$/u.test(before)) return character
  const fraction = fractions[character]
  if (fraction !== undefined) return /\p{Nd}$/u.test(before) ? fraction : character
  const compatible = character.normalize("NFKC")
  if (/^\p{Nd}$/u.test(compatible)) {
    const code = compatible.codePointAt(0) ?? 0
    return code < 128 ? compatible : String(valueOf(code))
  }
  return /^[\x20-\x7e]+$/.test(compatible) ? compatible.replace(/[^\d%$@.,:/A-Za-z]/g, "") : character
}

const other = /[\p{N}\uff00-\uff5e\u{1d400}-\u{1d7ff}]/gu

/**
 * Dots in the middle of a line, where a host may have one. Catalan and French have them inside of words (col·lecció,
 * client·es), so that what follows must be a domain or lead on.
 */
const raised =
  /(?<=[a-z\d])[\u00b7\u0387\u2022\u2027\u2219\u22c5\u30fb\uff65\u06d4](?=(?:com|net|org|io|co|app|dev|ai|shop|store|info|biz|eu|uk|us|example|test|link|xyz|online|site|page)(?![\p{L}\p{N}])|(?!(?:e|s|es|ne|nes|le|les|se|ses|ice|ices|trice|trices|rice|rices)\/)[a-z]{2,24}\/[a-z\d]|(?:[a-z\d-]{1,40}[.\u00b7\u2022\u30fb]){1,3}(?:com|net|org|example|test)(?![\p{L}\p{N}]))/giu

export const plainForms = (text: string): string =>
  text
    .replace(other, (character, at: number) =>
      character <= "\u007e" ? character : plainOf(character, text.slice(Math.max(0, at - 2), at))
    )
    .replace(/[\u2010\u2011]/g, "-")
    .replace(/(?<=[a-z\d])[\u2024\u3002\uff61\ua4f8](?=[a-z]{2})/gi, ".")
    .replace(raised, ".")
