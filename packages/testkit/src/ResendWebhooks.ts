/**
 * Webhooks as Resend sends them: signed as Standard Webhooks say, under its own `svix-…` names or the standard's
 * `webhook-…` (https://resend.com/docs/dashboard/webhooks/event-types,
 * https://resend.com/docs/dashboard/webhooks/verify-webhooks-requests).
 */
import { createHmac } from "node:crypto"
import type { Accepted } from "./ResendAccount.ts"
import type { SignedWebhook } from "./WebhookDelivery.ts"

export type ResendEvent =
  | "email.sent"
  | "email.delivered"
  | "email.delivery_delayed"
  | "email.bounced"
  | "email.complained"
  | "email.opened"
  | "email.clicked"
  | "email.failed"

export interface Told {
  readonly type: ResendEvent
  /** The same in every delivery of this event. */
  readonly eventId: string
  readonly at: number
  /** Members of `data` beside those of the email: `bounce`, `click`, `open`. */
  readonly data?: Readonly<Record<string, unknown>>
}

/** What a bounce, a click or an open carries. */
export const details = {
  hardBounce: { bounce: { type: "Permanent", subType: "General", message: "The mailbox does not exist." } },
  softBounce: { bounce: { type: "Transient", subType: "MailboxFull", message: "The mailbox is full." } },
  click: (link: string, userAgent: string, ipAddress: string) => ({ click: { link, userAgent, ipAddress } })
}

/** `v1,` and base64 of HMAC-SHA256 over `id.timestamp.body`. */
export const sign = (secret: string, id: string, atSeconds: number, body: string): string => {
  const key = Buffer.from(secret.replace(/^whsec_/, ""), "base64")
  return `v1,${createHmac("sha256", key).update(`${id}.${atSeconds}.${body}`).digest("base64")}`
}

/** One delivery, signed when it is sent, which may be long after it happened. */
export const webhook = (
  url: string,
  secret: string,
  email: Accepted,
  told: Told,
  sentAtMillis: number,
  prefix: "svix" | "webhook" = "svix"
): SignedWebhook => {
  const { from, subject, tags, to } = email.email
  const created_at = new Date(told.at).toISOString()
  const data = { email_id: email.id, from, to: [to].flat(), subject, tags, created_at, ...told.data }
  const body = JSON.stringify({ type: told.type, created_at, data })
  const atSeconds = Math.floor(sentAtMillis / 1000)
  const headers = {
    "content-type": "application/json",
    [`${prefix}-id`]: told.eventId,
    [`${prefix}-timestamp`]: String(atSeconds),
    [`${prefix}-signature`]: sign(secret, told.eventId, atSeconds, body)
  }
  return { url, body, headers }
}
