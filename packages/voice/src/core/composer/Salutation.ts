/** The name that somebody is greeted by. */
import { looksLikeInstruction } from "../text/Injection.ts"

/** Letters, not a sentence, not a link. */
const isName = (text: string): boolean =>
  /^\p{L}[\p{L}\p{M}'’.-]*(?: \p{L}[\p{L}\p{M}'’.-]*){0,2}$/u.test(text) && text.length <= 40 && !/\.\p{L}/u.test(text)

/** What programs and forms write where there is no name. */
const isNoName = (text: string): boolean =>
  /^(?:null|none|undefined|nan|n\.?a\.?|unknown|test|user|customer|guest|mr|mrs|ms|dr)\.?$/i.test(text)

/** Words that are in no name: of orders, of forms, of firms. */
const isWording =
  /(?:^| )(?:the|your|you|our|my|me|all|any|this|that|these|please|previous|prior|above|instructions?|prompt|system|ignore|disregard|forget|override|hello|hi|hey|dear|sir|madam|there|friend|valued|customer|client|member|subscriber|team|sales|support|info|admin|office|account|billing|company|shop|store|ltd|llc|inc|gmbh|not|no|is|are|and|first|last|name)(?: |$)/i

const particle =
  /^(?:de|da|do|dos|das|del|della|di|du|la|le|los|van|von|der|den|ten|ter|zu|bin|ibn|bint|al|el|ben|y|e|af|av)$/

/** "Ignore previous" begins like a sentence; in "Maria de Lourdes" only particles are small. */
const isSentence = (text: string): boolean => {
  const [first = "", ...others] = text.split(" ")
  return (
    /^\p{Lu}/u.test(first) &&
    others.some((word) => /^\p{Ll}/u.test(word) && !particle.test(word) && !/^d['’]/.test(word))
  )
}

/** In small letters throughout, or in capitals that are no initials. */
const isUncased = (text: string): boolean =>
  text === text.toLowerCase() || (text === text.toUpperCase() && /\p{L}{3}/u.test(text))

const cased = (text: string): string =>
  text.toLowerCase().replace(/(?<=^|[\s'’-])\p{L}/gu, (letter) => letter.toUpperCase())

/** "ANNA" and "anna maria" are Anna and Anna Maria; undefined where it can stand in no greeting. */
export const greetedAs = (name: string | undefined): string | undefined => {
  const text = name?.normalize("NFC").trim() ?? ""
  if (!isName(text) || isNoName(text) || isWording.test(text) || isSentence(text) || looksLikeInstruction(text))
    return undefined
  return isUncased(text) ? cased(text) : text
}
