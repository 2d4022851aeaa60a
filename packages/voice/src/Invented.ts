/**
 * What a model's text says that nobody told it, as `core/Grounding.ts` finds it, and what counts as told. An order to the
 * machine is no source, wherever it stands; and names are looked for as the language of the text writes them.
 */
import * as Grounding from "./core/Grounding.ts"
import type { Ground, Ungrounded } from "./core/Grounding.ts"
import { looksLikeInstruction } from "./core/Injection.ts"
import * as Names from "./core/Names.ts"

/** The same document without the texts that give orders. */
const withoutOrders = (value: unknown): unknown => {
  if (typeof value === "string") return looksLikeInstruction(value) ? "" : value
  if (Array.isArray(value)) return value.map(withoutOrders)
  if (typeof value !== "object" || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, withoutOrders(member)]))
}

/** All that may be said. */
export const groundOf = (sources: ReadonlyArray<unknown>): Ground => Grounding.groundOf(sources.map(withoutOrders))

const startsSentence = (text: string, at: number): boolean => /(?:^|[\n.!?…:¡¿])\s*["'“„«]?$/u.test(text.slice(0, at))

/**
 * Whether capitals mean a name where other languages than English are written: German writes every noun so, and each
 * language has greetings of its own. Two words in a row are one, the first of a sentence apart.
 */
const isForeignName = (name: string, text: string, ground: Ground): boolean => {
  const words = name.split(/\s+/)
  const rest = startsSentence(text, text.indexOf(name)) ? words.slice(1) : words
  return rest.length >= 2 && !Names.wordsOf(rest.join(" ")).every((word) => ground.words.has(word))
}

/** `locale`: what the text was to be written in; English where nobody said. */
export const inventedIn = (text: string, ground: Ground, locale: string | undefined): ReadonlyArray<Ungrounded> => {
  const found = Grounding.ungroundedIn(text, ground)
  if (locale === undefined || /^en(?![a-z])/i.test(locale)) return found
  return found.filter((claim) => claim.kind !== "name" || isForeignName(claim.text, text, ground))
}
