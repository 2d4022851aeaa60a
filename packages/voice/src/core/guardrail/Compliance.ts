/**
 * What a channel and the law ask of a message: its length, and for marketing a way out and a sender's address
 * (CAN-SPAM, 15 USC 7704(a)(5); GDPR article 21; CASL section 6; for text messages the CTIA Messaging Principles 5.3).
 */
import type { Policy } from "../Check.ts"
import { mostChars } from "../ComposeRequest.ts"
import { foreignIn } from "@loopdrive/domain/SmsSegments"
import { segmentsOf } from "../text/SmsFitting.ts"

const wayOut =
  /\bunsubscribe\b|\bopt[- ]?out\b|\/u\/[\w.-]+|\bmanage (?:your )?(?:email )?preferences\b|\bstop receiving\b/i
const stopWord =
  /\b(?:reply|text|send|txt)\b[^.!?]{0,12}\bstop\b|\bstop\b[^.!?]{0,12}\b(?:to (?:opt[- ]?out|end|quit|unsubscribe|cancel|stop))|\bopt[- ]?out\b|\bunsubscribe\b/i
/** A number and a street, a box, or a postal code of the larger formats. */
const postal =
  /\b\d{1,6}[a-z]?\s+(?:[\p{L}.'-]+\s+){1,5}(?:street|st|avenue|ave|road|rd|lane|ln|drive|dr|boulevard|blvd|way|court|ct|square|sq|place|pl|parkway|highway|hwy)\b|\bP\.?\s?O\.?\s?Box\s+\d+|\b\p{L}+(?:stra(?:ß|ss)e|str\.|weg|platz|allee)\s+\d+|\b[A-Z]{2}\s+\d{5}(?:-\d{4})?\b|\b[A-Z]{1,2}\d[A-Z\d]?\s?\d[A-Z]{2}\b/iu

/** What is longer than it may be. */
export const lengthIssues = (text: string, { channel, maxChars, segments = 1 }: Policy): ReadonlyArray<string> => {
  const issues: Array<string> = []
  if (text.trim() === "") issues.push("says nothing")
  const most = Math.min(mostChars(channel), maxChars ?? Number.POSITIVE_INFINITY)
  if (text.length > most) issues.push(`has ${text.length} characters, at most ${most} on ${channel}`)
  if (channel !== "sms") return issues
  const taken = segmentsOf(text)
  if (taken <= segments) return issues
  const foreign = foreignIn(text)
  const why = foreign.length === 0 ? "" : `, because of ${foreign.slice(0, 5).join(" ")}`
  return [...issues, `takes ${taken} segments, at most ${segments}${why}`]
}

/**
 * Hashtags that a post takes at most: Instagram refuses more than 30 (Graph API, IG User media: caption), and YouTube
 * ignores all of more than 60 (YouTube Help, "Use hashtags for video search").
 */
const mostTags: Partial<Readonly<Record<Policy["channel"], number>>> = { instagram: 30, youtube: 60 }

/** One or several in a row, with nothing between them. */
const tagged = /(?<![\p{L}\p{N}&/#])(?:#(?=[\p{N}_]*\p{L})[\p{L}\p{N}_]+)+/gu

const tagsIn = (text: string): number =>
  Array.from(text.matchAll(tagged)).reduce((sum, [run]) => sum + run.split("#").length - 1, 0)

export const tagIssues = (text: string, { channel }: Policy): ReadonlyArray<string> => {
  const most = mostTags[channel]
  const tags = most === undefined ? 0 : tagsIn(text)
  return most === undefined || tags <= most ? [] : [`has ${tags} hashtags, at most ${most} on ${channel}`]
}

/** What a text that leaves as it is does not carry. A draft needs none of it: the agent appends it. */
export const elementIssues = (text: string, { channel, purpose, stage, voice }: Policy): ReadonlyArray<string> => {
  if (stage === "draft" || purpose === "transactional") return []
  const { required } = voice.compliance
  const issues: Array<string> = []
  if (channel === "email") {
    if (required.includes("unsubscribe_link") && !wayOut.test(text)) issues.push("has no unsubscribe link")
    const own = voice.contact.postalAddress
    const addressed = own === undefined ? postal.test(text) : text.includes(own) || postal.test(text)
    if (required.includes("postal_address") && !addressed) issues.push("has no postal address")
  }
  if (channel === "sms" && required.includes("opt_out") && !stopWord.test(text))
    issues.push("does not say how to opt out")
  const disclaimer = voice.compliance.disclaimers[channel]
  if (disclaimer !== undefined && disclaimer !== "" && !text.includes(disclaimer))
    issues.push("lacks the brand's disclaimer")
  return issues
}
