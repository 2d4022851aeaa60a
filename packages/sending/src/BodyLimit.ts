/**
 * How long a message may be. SMS are counted in segments as networks do (3GPP TS 23.038): 160 characters of the GSM
 * alphabet, or 70 of any other; of several segments each loses some to the header that puts them together.
 */

/** Characters of the platforms' own limits, as the contract (section 8.1) names them. */
const platforms: Readonly<Record<string, number>> = {
  instagram: 800,
  x: 280,
  reddit: 2000,
  whatsapp: 1000,
  facebook: 2000
}
const otherMost = 2000
const emailMost = 200_000

const gsmOnce = new Set(
  "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà"
)
const gsmTwice = new Set("^{}\\[~]|€\f")

/** How many segments a text is sent in. */
export const segments = (text: string): number => {
  let septets = 0
  for (const character of text) {
    if (gsmOnce.has(character)) septets += 1
    else if (gsmTwice.has(character)) septets += 2
    else return text.length <= 70 ? 1 : Math.ceil(text.length / 67)
  }
  return septets <= 160 ? 1 : Math.ceil(septets / 153)
}

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
