/**
 * What vendors tell us of messages, in one vocabulary: what became of one that we sent, or one that came in. Made by the
 * webhook modules and by polling; used by the inbox, which keeps each `eventId` of a vendor once.
 */

export type NoticeKind =
  | "sent"
  | "delayed"
  | "delivered"
  | "bounced_hard"
  | "bounced_soft"
  | "complained"
  | "opened"
  | "clicked"
  | "read"
  | "failed"
  | "inbound"

export interface Notice {
  readonly vendor: "resend" | "twilio" | "meta" | "x" | "reddit"
  readonly channel: "email" | "sms" | "instagram" | "facebook" | "whatsapp" | "x" | "reddit"
  /** The same in every delivery of the same event, and of no other event of the vendor. */
  readonly eventId: string
  readonly kind: NoticeKind
  /** When it happened, epoch milliseconds; when it arrived where the vendor does not say. */
  readonly at: number
  /** The provider's name for the message. Absent for a `read` that speaks of everything up to `upTo`. */
  readonly externalId?: string
  /** Our own id of the send, where the vendor gave back what we attached. */
  readonly sendId?: string
  /** Addresses, numbers or platform ids; of an inbound message `from` is the person. */
  readonly from?: string
  readonly to?: string
  /** An inbound message's text. */
  readonly text?: string
  readonly threadId?: string
  /** Of a `read`: everything sent until then was read, epoch milliseconds. */
  readonly upTo?: number
  /** Of a click: the link; of an open or a click: who asked. */
  readonly link?: string
  readonly userAgent?: string
  readonly ip?: string
  /** The vendor's code and words for a failure. */
  readonly code?: string
  readonly detail?: string
}

/** A record without its members that are undefined, null or empty. */
export const present = <A extends object>(fields: A): { readonly [K in keyof A]?: Exclude<A[K], null | undefined> } => {
  const entries = Object.entries(fields).filter(([, value]) => value !== undefined && value !== null && value !== "")
  return Object.fromEntries(entries) as { readonly [K in keyof A]?: Exclude<A[K], null | undefined> }
}
