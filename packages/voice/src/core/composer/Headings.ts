/** What stands in a record that the caller gave beside what is told of it: a subject line, a link, and what to ask. */
import { askKeys } from "./phrases/ContextFrames.ts"
import type { Part } from "./phrases/ContextFrames.ts"
import { forPrice, offerOf, spanOf } from "./Offers.ts"
import { capital } from "../text/Sentences.ts"
import { articled } from "./Things.ts"
import { flat, isPart, isRecord, toldOf, words } from "./Told.ts"

const unarticled = (text: string): string => capital(text.replace(/^(?:the|our|your) /i, ""))

/** What a subject line may say of it: the offer, the thing and its price, the event and its day. */
export const headingsOf = (context: unknown): ReadonlyArray<string> => {
  if (!isRecord(context)) return []
  const all = toldOf(context).filter(({ text }) => text.length <= 45)
  const of = (part: Part): string | undefined => {
    const found = all.find((told) => isPart(part, told))
    return found !== undefined && part === "about" ? articled(found) : found?.text
  }
  const [offer, thing, price, event, date] = [of("offer"), of("about"), of("price"), of("event"), of("date")]
  const told: Array<string> = []
  if (event !== undefined && spanOf(event) === undefined) {
    if (date !== undefined)
      told.push(`${unarticled(event)}, ${date.replace(/^(?:on|until|from) /i, "").replace(/ \d{4}(?=$| )/, "")}`)
    told.push(unarticled(event))
  }
  if (thing !== undefined && price !== undefined) told.push(`${unarticled(thing)} ${forPrice(price)}`)
  if (offer !== undefined && offerOf(offer) !== undefined) told.push(capital(offer))
  if (thing !== undefined) told.push(unarticled(thing))
  return told.filter((heading) => heading.length <= 60)
}

const firstText = (context: unknown, key: RegExp, value: RegExp): string | undefined => {
  if (!isRecord(context)) return undefined
  return flat(context).flatMap(([name, text]) =>
    key.test(words(name)) && typeof text === "string" && value.test(text) ? [text] : []
  )[0]
}

/** The first address that the caller gave under a key that means one. */
export const linkOf = (context: unknown): string | undefined =>
  firstText(
    context,
    /^(?!.*\b(?:image|img|logo|avatar|photo|picture|icon|thumbnail|unsubscribe|opt ?out|pixel|webhook|callback|tracking pixel|linkedin|privacy|imprint)\b).*\b(?:url|link|href)/,
    /^https?:\/\/\S+$/
  )

/** What the caller wants to be asked, as a sentence. */
export const askIn = (context: unknown): string | undefined => {
  const text = firstText(context, askKeys, /\p{L}/u)?.replace(/\s+/g, " ").trim()
  if (text === undefined || text.length > 80) return undefined
  const sentence = capital(text)
  return /[.!?…]$/.test(sentence) ? sentence : `${sentence}.`
}
