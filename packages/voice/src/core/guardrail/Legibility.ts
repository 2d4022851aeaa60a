/** Whether a text is one: words that somebody could read, whatever it says and in whatever language. */
import { wordsOf } from "../text/Sentences.ts"

const vowel = /[aeiouyáàâäãåæéèêëíìîïóòôöõøœúùûüýÿ]/i

/** Letters as a hand that slides over a keyboard leaves them: "zxcv", "qwer", "sdfgh". Other scripts are not judged. */
const isSmear = (word: string): boolean => {
  if (!/^\p{Script=Latin}{3,}$/u.test(word) || word === word.toUpperCase()) return false
  return !vowel.test(word) || /q(?!u)|[bcdfghjklmnpqrstvwxz]{6}|asdf|sdfg|dfgh|hjkl|xcvb/i.test(word)
}

/** Fewer different words than this share of all, and it says the same over and over. */
const differentLeast = 0.2

/** What keeps it from being read, or undefined. */
export const illegibilityOf = (text: string): string | undefined => {
  const words = wordsOf(text.replace(/\bhttps?:\/\/\S+/gi, " ")).filter((word) => /\p{L}/u.test(word))
  if (words.length === 0 || (words.length === 1 && /^\p{Script=Latin}$/u.test(words[0] ?? ""))) return "it has no words"
  if (words.filter(isSmear).length * 2 >= words.length) return "its words are none of any language"
  const different = new Set(words.map((word) => word.toLowerCase()))
  if (words.length >= 5 && different.size < words.length * differentLeast) return "it says the same over and over"
  return undefined
}
