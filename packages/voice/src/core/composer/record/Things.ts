/** What things and events are called in a sentence: with an article where they need one. */
import { capital } from "../../text/Sentences.ts"
import type { Told } from "./Told.ts"

const noun = (name: string): string => name.replace(/ (?:names?|title)$/, "")

const determined = /^(?:the|our|your|this|that|all|any|every|some|an?|two|three|four|five|more|free)\b(?!-)/i

/** Nouns of what takes place: a title that ends with one is its own noun. */
const happening =
  /\b(?:class|course|workshop|webinar|tasting|tour|walk|ride|run|race|marathon|party|evening|night|breakfast|dinner|lunch|concert|fair|festival|sale|show|exhibition|talk|lecture|session|retreat|clinic|day|weekend|week|meeting|meetup|conference|seminar|camp|screening|market|ceremony|gala|open house|term|programme|program|season|test|exam|review|match|game)$/i

/** "The workshop “Bread at home”", "The Autumn Workshop", "Spring 10K". */
export const titled = ({ name, text }: Pick<Told, "name" | "text">): string => {
  if (determined.test(text)) return capital(text)
  if (text.toLowerCase().includes(noun(name)) || happening.test(text)) return `The ${text}`
  // Two names against each other, or a name that the caller already calls an event.
  if (/^(?:event|match|game)/.test(name) || / (?:v|vs|versus)\.? /i.test(text)) return capital(text)
  return `The ${noun(name)} “${text}”`
}

/** "Nordkapp 60L rucksack", "12-month plan". */
const ending = /^[\p{Lu}\d][^,;:]* \p{Ll}[\p{L}-]{2,}$/u

/** "oven X200" and "Pro plan" want their article; "Oven X200", a title and a list of things do not. */
export const articled = ({ name, text }: Pick<Told, "name" | "text">): string => {
  if (/^(?:plan|subscription)\b/.test(name) && !/\b(?:plan|subscription|membership)\b/i.test(text) && !/ /.test(text))
    return `the ${text} plan`
  if (/^(?:A|An|The|Our|Your) (?=\p{Ll})/u.test(text)) return `${text.slice(0, 1).toLowerCase()}${text.slice(1)}`
  const isThing = !/^(?:subject|topic|theme|items|products|offer|book|article)/.test(name) && !/ and |,/.test(text)
  const isCommon =
    /^\p{Ll}{3,}/u.test(text) || /^\p{Lu}[\p{L}-]*(?: \p{Ll}[\p{L}-]{2,})+$/u.test(text) || ending.test(text)
  return isThing && isCommon && !determined.test(text) ? `the ${text}` : text
}
