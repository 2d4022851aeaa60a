/**
 * Numbers and days of English that count and date nothing: thanks a million, one in a million, Happy Friday!, lazy Sundays.
 * Only what everybody says; "hundreds of happy customers" is a claim like any other.
 */
import { wordsOf } from "./Names.ts"

interface Stretch {
  readonly start: number
  readonly end: number
}

const weekday = "(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"

const sayings: ReadonlyArray<RegExp> = [
  /\b(?:thanks|thank you|thx) a (?:million|thousand|hundred times)\b|\ba (?:million|thousand) thanks\b/gi,
  /\bone in (?:a )?(?:million|thousand)\b|\b(?:feel|look|looks|feels|felt|looked) like a million(?: (?:dollars|bucks))?\b/gi,
  /\ba picture (?:is|says) (?:more than )?(?:worth )?a thousand words\b|\bnot in a million years\b|\bcloud nine\b/gi,
  /\b(?:nine|ten) times out of ten\b|\bat the eleventh hour\b|\bon all fours\b|\b(?:back to|at) square one\b/gi,
  /\b(?:second to none|six of one,? half a dozen of the other|two peas in a pod|killing two birds with one stone|two birds,? one stone)\b/gi,
  // Polish for many happy returns.
  /(?<!\p{L})sto lat(?!\p{L})/giu,
  // A greeting: nothing but a name follows.
  new RegExp(
    `(?<=^|[\\n.!?,]\\s{0,3}|\\b(?:and|a|very) )[Hh]appy ${weekday}(?: (?:morning|afternoon|evening))?(?=\\s*(?:[!.…\\n]|$)|,? \\p{Lu}[\\p{L}'’-]*(?: \\p{Lu}[\\p{L}'’-]*)?\\s?[!,.\\n]|,\\s?\\n)`,
    "gu"
  ),
  new RegExp(
    `\\b(?:lazy|slow|sleepy) ${weekday}s?(?: (?:mornings?|afternoons?|evenings?))?(?=\\s*(?:[,.!?;:]|$)| (?:at home|in bed|on the)\\b)`,
    "gi"
  ),
  new RegExp(
    `(?<=(?:^|[\\n.!?]\\s{0,3}))${weekday}s (?:are|were) (?:made |meant )?for (?:the |a |your )?(?:sofa|couch|bed|hammock|rest(?:ing)?|sleep(?:ing)?(?: in)?|lie-ins?|naps?|doing nothing|nothing)\\b`,
    "gi"
  ),
  /\bMonday blues\b|\bFriday feeling\b|\bSunday (?:best|scaries|roasts?)\b|\ba case of the Mondays\b/gi
]

/** "Dozens of spider plants on the windowsill?": asked of the reader's things, which are spoken of already. */
const asked =
  /(?<=^|[\n.!?,:]\s{0,3}|\b(?:got|have|do you have|are there|is it) )(?:dozens|hundreds|thousands) of ((?:\p{Ll}+ ){0,2}\p{Ll}+)(?=[^.!?\n]{0,80}\?)/giu
const people =
  /\b(?:people|customers?|clients?|users?|fans?|readers?|members?|guests?|bakers?|gardeners?|teams?|companies|businesses|others|reviews?|ratings?|orders?|sales|dollars|euros|pounds|miles|savings|we|our|us|sold)\b/i

const plain = (word: string): string => word.replace(/(?:es|s)$/, "")

/** Whether what is counted so loosely was spoken of. */
const isSpokenOf = (things: string, words: ReadonlySet<string>): boolean => {
  const known = wordsOf(things).filter((word) => words.has(word) || words.has(plain(word)) || words.has(`${word}s`))
  return known.some((word) => word.length > 3)
}

/** `words`: those that were supplied. */
export const idiomsIn = (text: string, words: ReadonlySet<string>): ReadonlyArray<Stretch> => [
  ...sayings.flatMap((saying) =>
    Array.from(text.matchAll(saying), ({ 0: whole, index }) => ({ start: index, end: index + whole.length }))
  ),
  ...Array.from(text.matchAll(asked)).flatMap(({ 0: whole, 1: things = "", index }): ReadonlyArray<Stretch> => {
    const sentence = /^[^.!?\n]*/.exec(text.slice(index))?.[0] ?? ""
    return !people.test(sentence) && isSpokenOf(things, words) ? [{ start: index, end: index + whole.length }] : []
  })
]
