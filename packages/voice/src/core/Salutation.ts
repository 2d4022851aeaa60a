/** The name that somebody is greeted by. */

/** Letters, not a sentence, not a link. */
const isName = (text: string): boolean =>
  /^\p{L}[\p{L}\p{M}'’.-]*(?: \p{L}[\p{L}\p{M}'’.-]*){0,2}$/u.test(text) && text.length <= 40 && !/\.\p{L}/u.test(text)

/** What programs and forms write where there is no name. */
const isNoName = (text: string): boolean =>
  /^(?:null|none|undefined|nan|n\.?a\.?|unknown|test|user|customer|guest|mr|mrs|ms|dr)\.?$/i.test(text)

/** In small letters throughout, or in capitals that are no initials. */
const isUncased = (text: string): boolean =>
  text === text.toLowerCase() || (text === text.toUpperCase() && /\p{L}{3}/u.test(text))

const cased = (text: string): string =>
  text.toLowerCase().replace(/(?<=^|[\s'’-])\p{L}/gu, (letter) => letter.toUpperCase())

/** "ANNA" and "anna maria" are Anna and Anna Maria; undefined where it can stand in no greeting. */
export const greetedAs = (name: string | undefined): string | undefined => {
  const text = name?.normalize("NFC").trim() ?? ""
  if (!isName(text) || isNoName(text)) return undefined
  return isUncased(text) ? cased(text) : text
}
