/**
 * How long after a person's last message a platform lets us write to them freely. Outside it WhatsApp takes approved
 * templates; Messenger and Instagram take nothing that is marketing
 * (https://developers.facebook.com/docs/messenger-platform/policy/policy-overview#standard_messaging,
 * https://developers.facebook.com/docs/whatsapp/conversation-types).
 */

const dayMillis = 24 * 60 * 60 * 1000

const windows: Readonly<Record<string, number>> = { facebook: dayMillis, instagram: dayMillis, whatsapp: dayMillis }

/** What may be sent now. */
export type Window =
  /** Until when, where the platform has a window at all. */
  | { readonly _tag: "Open"; readonly closesAt: number | undefined }
  | { readonly _tag: "TemplateOnly" }
  | { readonly _tag: "Closed" }

/** `lastInboundAt`: when the person last wrote on this platform, epoch milliseconds; undefined where they never did. */
export const at = (platform: string, lastInboundAt: number | undefined, now: number): Window => {
  const length = windows[platform]
  if (length === undefined) return { _tag: "Open", closesAt: undefined }
  if (lastInboundAt !== undefined && now < lastInboundAt + length) {
    return { _tag: "Open", closesAt: lastInboundAt + length }
  }
  return { _tag: platform === "whatsapp" ? "TemplateOnly" : "Closed" }
}
