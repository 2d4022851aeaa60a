/**
 * What a model's text says that nobody told it, as `core/grounding/Grounding.ts` finds it, and what counts as told. An order to the
 * machine is no source, wherever it stands; and names are looked for as the language of the text writes
 * them.
 */
import { easternNamesIn, isTransliterated } from "./core/grounding/EasternNames.ts"
import { isEastern } from "./core/grounding/EasternScripts.ts"
import * as ForeignNames from "./core/grounding/ForeignNames.ts"
import * as Grounding from "./core/grounding/Grounding.ts"
import type { Ground, Ungrounded } from "./core/grounding/Grounding.ts"
import { looksLikeInstruction } from "./core/text/Injection.ts"
import { isEnglish } from "./core/grounding/languages/Languages.ts"
import * as Names from "./core/grounding/Names.ts"
import * as Places from "./core/grounding/Places.ts"
import { plainForms } from "./core/grounding/PlainForms.ts"
import { smallNamesIn } from "./core/grounding/SmallNames.ts"

/** The same document without the texts that give orders. */
const withoutOrders = (value: unknown): unknown => {
  if (typeof value === "string") return looksLikeInstruction(value) ? "" : value
  if (Array.isArray(value)) return value.map(withoutOrders)
  if (typeof value !== "object" || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, withoutOrders(member)]))
}

/** All that may be said. */
export const groundOf = (sources: ReadonlyArray<unknown>, locale: string | undefined): Ground =>
  Grounding.groundOf(sources.map(withoutOrders), locale)

const startsSentence = (text: string, at: number): boolean => /(?:^|[\n.!?…:¡¿])\s*["'“„«]?$/u.test(text.slice(0, at))

/**
 * Whether capitals mean a name where other languages than English are written. Two words in a row are one, the first of a
 * sentence apart, if the last of them is not known: "deine Schwester Ada" names nobody new. One word alone is one where the
 * language has capitals for little else.
 */
const isForeignName = (name: string, text: string, ground: Ground, locale: string): boolean => {
  const words = name.split(/\s+/)
  const rest = (startsSentence(text, text.indexOf(name)) ? words.slice(1) : words).filter(
    (word) => !ForeignNames.isMeasure(word)
  )
  const unknown = rest.filter(
    (word) => !ForeignNames.isCommon(word) && !isKnown(word, ground) && !isTransliterated(word, ground.names())
  )
  const last = rest.at(-1)
  return (
    (rest.length >= 2 && last !== undefined && unknown.includes(last)) ||
    unknown.some((word) => ForeignNames.isByCapital(word, locale))
  )
}

const isKnown = (name: string, ground: Ground): boolean =>
  Names.wordsOf(name).every((word) => Grounding.isWordKnown(word, ground) || ground.words.has(word.replace(/s$/, "")))

/** Where words have no space between them, and a surname may have one behind it. */
const isSaid = (name: string, { said }: Ground): boolean =>
  said.includes(name.toLowerCase()) ||
  (isEastern(name) && said.replace(/(?<=\p{Script=Han}) (?=\p{Script=Han})/gu, "").includes(name))

/** Who spoke of 東京都 did not speak of 京都. */
const isPlaceSaid = (name: string, { said }: Ground): boolean =>
  isEastern(name) && new RegExp(`(?<![東东](?=京都))${name}`, "u").test(said)

/** Places that nobody spoke of, where a capital alone would not tell that they are names. */
const placesIn = (text: string, ground: Ground, locale: string): ReadonlyArray<string> =>
  Places.claimedIn(text, locale)
    .filter(({ ids }) => !ids.some((id) => ground.places.has(id)))
    .map(({ end, start }) => text.slice(start, end))
    .filter((name) => Places.isHomonym(name) || !(isKnown(name, ground) || isPlaceSaid(name, ground)))

/** `locale`: what the text was to be written in; English where nobody said. */
export const inventedIn = (original: string, ground: Ground, locale: string | undefined): ReadonlyArray<Ungrounded> => {
  // What is found stands in the text as it is read.
  const text = plainForms(original)
  const found = Grounding.ungroundedIn(text, ground, locale).filter(
    (claim) =>
      locale === undefined ||
      isEnglish(locale) ||
      claim.kind !== "name" ||
      isForeignName(claim.text, text, ground, locale)
  )
  const names = [
    ...[...ForeignNames.addressedIn(text), ...smallNamesIn(text)].filter((name) => !isKnown(name, ground)),
    ...easternNamesIn(text)
      .filter((name) => !isKnown(name, ground) && !isSaid(name, ground))
      .filter((name) => !isTransliterated(name, ground.names())),
    ...(locale === undefined || isEnglish(locale) ? [] : placesIn(text, ground, locale))
  ].filter((name) => !found.some((claim) => claim.kind === "name" && claim.text.includes(name)))
  return [...found, ...[...new Set(names)].map((name): Ungrounded => ({ kind: "name", text: name }))]
}
