/** What stands in a record that the caller gave beside what is told of it: a subject line, a link, and what to ask. */
import { askKeys } from "../phrases/ContextFrames.ts"
import type { Part } from "../phrases/ContextFrames.ts"
import { forPrice, offerOf, spanOf } from "./Offers.ts"
import { capital } from "../../text/Sentences.ts"
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

const unsaid =
  /\b(?:image|img|logo|avatar|photo|picture|icon|thumbnail|unsubscribe|opt ?out|pixel|webhook|callback|linkedin|privacy|imprint|website|homepage|profile)\b/

/** What a link is for, by its key, and the words before it. */
const purposes: ReadonlyArray<readonly [RegExp, string]> = [
  [/\breschedul|\bchange\b|\bcancel/, "You can change it here:"],
  [/\bbook|\breserv|\bappointment|\bschedul/, "You can book here:"],
  [/\brenew/, "You can renew here:"],
  [/\btrack/, "You can follow it here:"],
  [/\bcart|\bbasket|\bcheckout/, "Your basket is here:"],
  [/\bpay|\binvoice/, "You can pay here:"],
  [/\bregist|\bsign ?up|\brsvp/, "You can register here:"],
  [/\breview|\bsurvey|\bfeedback/, "You can tell us here:"],
  [/\bdownload/, "You can download it here:"]
]

interface GivenLink {
  readonly url: string
  /** Where the key says what it is for. */
  readonly lead?: string
}

/** The first address that the caller gave: under a key that means one, else under any. */
export const linkIn = (context: unknown): GivenLink | undefined => {
  if (!isRecord(context)) return undefined
  const links = flat(context).flatMap(([key, text]) =>
    typeof text === "string" && /^https?:\/\/\S+$/.test(text) && !unsaid.test(words(key))
      ? [{ key: words(key), url: text }]
      : []
  )
  const found = links.find(({ key }) => /url|link|href/.test(key)) ?? links[0]
  if (found === undefined) return undefined
  const lead = purposes.find(([pattern]) => pattern.test(found.key))?.[1]
  return { url: found.url, ...(lead === undefined ? {} : { lead }) }
}

/** What the caller wants to be asked, as a sentence. */
export const askIn = (context: unknown): string | undefined => {
  const text = firstText(context, askKeys, /\p{L}/u)?.replace(/\s+/g, " ").trim()
  if (text === undefined || text.length > 80) return undefined
  const sentence = capital(text)
  return /[.!?…]$/.test(sentence) ? sentence : `${sentence}.`
}
