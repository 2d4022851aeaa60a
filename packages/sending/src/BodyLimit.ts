/** How long a message may be on its channel: characters, and of an SMS segments. */
import * as SmsSegments from "@loopdrive/domain/SmsSegments"
import * as Legible from "./Legible.ts"

/** Characters of the platforms' own limits, as the contract (section 8.1) names them. */
const platforms: Readonly<Record<string, number>> = {
  instagram: 800,
  x: 280,
  reddit: 2000,
  whatsapp: 1000,
  facebook: 2000
}
const otherMost = 2000
/** What the guardrails read of a text; HTML may be longer. */
const emailMost = Legible.pieceMost

/** How many segments a text is sent in. */
export const segments = (text: string): number => Math.max(1, SmsSegments.of(text).count)

/** One segment unless `metadata.segmentsMost` asks for more; ten at the most. */
export const segmentsOf = (metadata: Readonly<Record<string, unknown>> | undefined): number => {
  const asked = metadata?.["segmentsMost"]
  return typeof asked === "number" && Number.isInteger(asked) ? Math.min(10, Math.max(1, asked)) : 1
}

/** Characters a message may have, as somebody who writes one should know it. */
export const charactersOf = (channel: string, segmentsMost: number): number => {
  if (channel === "email") return emailMost
  if (channel === "sms") return segmentsMost === 1 ? 160 : segmentsMost * 153
  return platforms[channel] ?? otherMost
}

/** What is wrong with a text as a message of the channel, or `undefined`. */
export const faultOf = (channel: string, text: string, segmentsMost: number): string | undefined => {
  if (channel === "sms") {
    const count = segments(text)
    return count > segmentsMost
      ? `is sent in ${count} segments; ${segmentsMost} ${segmentsMost === 1 ? "is" : "are"} allowed (metadata.segmentsMost)`
      : undefined
  }
  const most = charactersOf(channel, segmentsMost)
  const length = [...text].length
  return length > most ? `has ${length} characters; ${channel} allows ${most}` : undefined
}
