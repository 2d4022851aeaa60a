/**
 * What is left to do before a turned note can stand in a letter: an instant is a day, a row of commas is a sentence. What
 * stays a note (labels, semicolons, signs) is no prose.
 */
import { daysIn } from "../record/ContextValues.ts"
import { bases, pasts } from "../phrases/Verbs.ts"

const figure = /^(?:\d|one\b|two\b|three\b|four\b|five\b|six\b|several\b|~)/i

const isVerb = (word: string): boolean =>
  pasts.has(word) || bases.has(word) || /^(?:are|have|were|had)$/.test(word) || /[^aeiou]ed$/.test(word)

/** Begin a part that may stand behind a comma. */
const joining =
  /^(?:and|or|but|nor|yet|so (?:that|you|they|we|it|the|your|as)|which|who|whom|whose|where|when|while|if|as|because|since|although|though|especially|mostly|mainly|including|for|to|in|on|at|from|by|with|without|near|not|too|also|please|then|than|however|of course|at least|ideally|preferably|usually|often)\b/i

/** Verbs whose objects are listed. */
const listing =
  /\b(?:like|love|enjoy|sell|use|own|want|need|buy|bought|prefer|bake|make|grow|teach|play|read|interested in|ordered|collect|offer|have|speak)\b[^,]*$/i

const capitalised = /^\p{Lu}/u
/** "in Graz", before ", Austria". */
const placed = /\b(?:in|near|from|at|of|to)\s+\p{Lu}[\p{L} ]*$/u

/** The parts of one sentence without its stop. */
const joined = (sentence: string): string => {
  const parts = sentence.split(/,\s+/)
  const last = parts.at(-1) ?? ""
  if (parts.length === 1 || parts.slice(1).some((part) => joining.test(part)) || /\s(?:and|or)\s/.test(last))
    return sentence
  const [head = "", ...others] = parts
  // "a bakery in Ghent, 2 ovens": the ovens are no second thing of that kind.
  if (others.some((part) => figure.test(part)) && !/\d/.test(head)) return head
  const sayable = others.filter((part) => !/^(?:seem|so |very |really |too |quite )/i.test(part))
  const isAll = (test: (part: string) => boolean): boolean => sayable.length > 0 && sayable.every(test)
  const firstWord = (part: string): string => part.split(/\s/)[0]?.toLowerCase() ?? ""
  if (others.length === 1 && placed.test(head) && capitalised.test(others[0] ?? "")) return sentence
  const isRow =
    isAll((part) => isVerb(firstWord(part)) && part.includes(" ")) ||
    (listing.test(head) && isAll((part) => part.split(/\s/).length <= 4))
  if (!isRow) return head
  const row = [head, ...sayable]
  return `${row.slice(0, -1).join(", ")} and ${row.at(-1) ?? ""}`
}

/** "You want demo" lacks its article. */
const wanted =
  /\b(want|need|requested|asked us for|asked for|would like|looking for) (demo|quote|call|trial|sample|catalogue|catalog|appointment|meeting|visit|price list|callback|consultation|tour|brochure|proposal|offer|estimate|new \w+[^s\s])\b/gi

/** The text as sentences, or undefined where it is none. */
export const proseOf = (text: string): string | undefined => {
  const dated = daysIn(text.replace(/\bat (?=\d{4}-\d{2}-\d{2}T)/g, "on "))
    .replace(wanted, (_, wish: string, thing: string) => `${wish} ${/^[aeiou]/i.test(thing) ? "an" : "a"} ${thing}`)
    .replace(/ ?\([^()]*\)/g, "")
    .replace(/ @ /g, " at ")
  if (/[;=<>{}|#*]|(?<!\d):(?!\d)|\s[-–—/]\s|\s\+\s|->/.test(dated)) return undefined
  // Our impression of somebody is nothing to tell them.
  if (/^You (?:(?:seem|sound|appear)(?:ed)?\b|look(?:ed)? (?!for|at|after|to|into|forward|up)\w)/.test(dated))
    return undefined
  const sentences = dated.match(/[^.!?]+(?:[.!?]+(?!\s|$)[^.!?]*)*[.!?]*\s*/g) ?? []
  return sentences
    .map((sentence) => {
      const [, body = "", stop = ""] = /^([\s\S]*?)([.!?…]*\s*)$/.exec(sentence) ?? []
      return `${joined(body)}${stop}`
    })
    .join("")
    .trim()
}
