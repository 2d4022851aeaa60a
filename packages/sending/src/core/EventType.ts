/** The timeline's names for what happens to a message on a channel (contract section 6). */

const family = (channel: string): string => (channel === "email" || channel === "sms" ? channel : "dm")

/** `email.sent`, `sms.sent`, or `dm.sent` for every social platform. */
export const sent = (channel: string): string => `${family(channel)}.sent`
/** Any other: `named("x", "read")` is `dm.read`. */
export const named = (channel: string, word: string): string => `${family(channel)}.${word}`
export const failed = (channel: string): string => `${family(channel)}.failed`

/** What the event says of the message: its subject, or the text where there is none. */
export const content = (send: {
  readonly sendId: string
  readonly subject?: string | undefined
  readonly text?: string | undefined
}): Record<string, unknown> =>
  send.subject !== undefined
    ? { sendId: send.sendId, subject: send.subject }
    : send.text === undefined
      ? { sendId: send.sendId }
      : { sendId: send.sendId, text: send.text }
