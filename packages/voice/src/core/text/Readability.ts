/**
 * How many years of school a text asks for: the Flesch-Kincaid grade level (Kincaid, Fishburne, Rogers and Chissom,
 * "Derivation of new readability formulas for Navy enlisted personnel", Research Branch Report 8-75, 1975):
 * 0.39 words per sentence + 11.8 syllables per word - 15.59.
 */
import { sentencesOf, wordsOf } from "./Sentences.ts"

/** Syllables of an English word, by its groups of vowels; a silent e does not count. At least one. */
export const syllablesOf = (word: string): number => {
  const letters = word.toLowerCase().replace(/[^a-z]/g, "")
  const groups = letters.match(/[aeiouy]+/g)?.length ?? 0
  const silent = /[^aeiouyl]e$|[^aeioutd]ed$|[^aeiouys][^aeiouyscxz]es$/.test(letters) ? 1 : 0
  const split = letters.match(/[^tcsgx]i[ao]|[^q]ua|eo|ying/g)?.length ?? 0
  return Math.max(1, groups - silent + split)
}

/** Words per sentence and syllables per word; addresses are no words. Both 0 for a text without words. */
export const measure = (text: string): { readonly perSentence: number; readonly perWord: number } => {
  const prose = text.replace(/(?:https?:\/\/|www\.)\S+/g, "")
  const sentences = sentencesOf(prose).filter((sentence) => wordsOf(sentence.text).length > 0)
  const words = wordsOf(prose)
  if (words.length === 0) return { perSentence: 0, perWord: 0 }
  const syllables = words.reduce((sum, word) => sum + syllablesOf(word), 0)
  return { perSentence: words.length / sentences.length, perWord: syllables / words.length }
}

/** The grade, never below 0. */
export const gradeOf = (text: string): number => {
  const { perSentence, perWord } = measure(text)
  return perSentence === 0 ? 0 : Math.max(0, 0.39 * perSentence + 11.8 * perWord - 15.59)
}
