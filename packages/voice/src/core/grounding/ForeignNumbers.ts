/** Numbers in words, in languages other than English: "vierundfünfzig Euro", "quatre-vingt-dix", "cinquanta". */
import * as Currencies from "./Currencies.ts"
import { unitOf } from "./Durations.ts"
import type { Unit } from "./Durations.ts"
import type { Language } from "./languages/Language.ts"
import { perLanguage } from "./languages/Languages.ts"

export interface Spelled {
  readonly start: number
  readonly end: number
  readonly value: number
}

interface Lexicon {
  /** In lower case, its words with single spaces. */
  readonly values: ReadonlyMap<string, number>
  readonly wordsMost: number
  readonly homonyms: ReadonlySet<string>
  /** Behind a number: that it counts something. */
  readonly counted: RegExp
  readonly units: ReadonlyArray<readonly [RegExp, Unit]>
  /** Behind a number: its unit, and half of one more. */
  readonly andHalf: RegExp
}

/** What is larger is written in digits. */
const most = 1000

const plainOf = (words: string): string => words.toLowerCase().replace(/[\s-]+/g, " ")

const lexiconOf = perLanguage(({ cardinal, homonyms, numbers, time, units }): Lexicon => {
  const values = new Map(Array.from({ length: most - 1 }, (_, n) => [plainOf(cardinal(n + 2)), n + 2]))
  for (const [words, value] of Object.entries(numbers)) values.set(words, value)
  const halves = Object.entries(time.behind).flatMap(([words, minutes]) => (minutes === 30 ? [words] : []))
  return {
    values,
    wordsMost: Math.max(...Array.from(values.keys(), (words) => words.split(" ").length)),
    homonyms: new Set(homonyms),
    counted: new RegExp(
      `^[\\s-]?(?:%|prozent|pour ?cent|por ciento|por cento|per cento|procent\\p{L}*|${Currencies.behind}|${Object.keys(units).join("|")})(?!\\p{L})`,
      "iu"
    ),
    andHalf: new RegExp(
      `^[\\s-]?(?:${Object.keys(units).join("|")})\\s(?:${halves.length === 0 ? "(?!)" : halves.join("|")})(?!\\p{L})`,
      "iu"
    ),
    units: Object.entries(units).flatMap(([said, name]): ReadonlyArray<readonly [RegExp, Unit]> => {
      const unit = unitOf(name)
      return unit === undefined ? [] : [[new RegExp(`^(?:${said})$`, "iu"), unit]]
    })
  }
})

/** The unit of time that a word in lower case stands for. */
export const unitIn = (language: Language, word: string): Unit | undefined =>
  lexiconOf(language).units.find(([said]) => said.test(word))?.[1]

/** "due ore e mezza" are two and a half of them. */
export const halfBehind = (language: Language, behind: string): number =>
  lexiconOf(language).andHalf.test(behind) ? 0.5 : 0

/** Two or three of anything may be a manner of speaking; so may words that mean something else as well. */
const isCounting = (words: string, value: number, behind: string, { counted, homonyms }: Lexicon): boolean =>
  (value > 3 && !homonyms.has(words)) || counted.test(behind)

export const spelledIn = (text: string, language: Language): ReadonlyArray<Spelled> => {
  const lexicon = lexiconOf(language)
  const words = Array.from(text.matchAll(/[\p{L}\p{M}]+/gu), ({ 0: word, index }) => ({
    word: word.toLowerCase(),
    start: index,
    end: index + word.length
  }))
  const found: Array<Spelled> = []
  for (let at = 0; at < words.length; at++) {
    const first = words[at]
    let [phrase, length] = ["", 0]
    let best:
      | { readonly words: string; readonly value: number; readonly end: number; readonly length: number }
      | undefined
    for (let next = words[at]; next !== undefined && length < lexicon.wordsMost; next = words[at + length]) {
      const gap = length === 0 ? "" : text.slice(words[at + length - 1]?.end, next.start)
      if (length > 0 && !/^[ \u00a0-]$/.test(gap)) break
      phrase = length === 0 ? next.word : `${phrase} ${next.word}`
      length += 1
      const value = lexicon.values.get(phrase)
      if (value !== undefined) best = { words: phrase, value, end: next.end, length }
    }
    if (first === undefined || best === undefined) continue
    at += best.length - 1
    // "25 por ciento" is a share already.
    const before = words[at - best.length]?.word ?? ""
    if (/^(?:ciento|cento|cent)$/.test(best.words) && /^(?:por|per|pour)$/.test(before)) continue
    if (isCounting(best.words, best.value, text.slice(best.end, best.end + 24), lexicon))
      found.push({ start: first.start, end: best.end, value: best.value })
  }
  return found
}

const digitsOf = (value: number): string => (value === most ? "1k" : String(value))

/** The same length with each number in words as digits, which end where its words end. */
export const inDigits = (text: string, spelled: ReadonlyArray<Spelled>): string => {
  const pieces: Array<string> = []
  let at = 0
  for (const { end, start, value } of spelled) {
    pieces.push(text.slice(at, start), digitsOf(value).padStart(end - start))
    at = end
  }
  return pieces.join("") + text.slice(at)
}
