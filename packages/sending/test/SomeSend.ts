/** A send of which a test cares about a part: an email that waits to leave, and nothing else is known of it. */
import type { Send } from "@loopdrive/sending/SendStore"

export const someSend = (part: Partial<Send>): Send => ({
  id: "send_1",
  workspaceId: "ws_1",
  personId: "per_1",
  channel: "email",
  purpose: "marketing",
  recipient: undefined,
  subject: undefined,
  text: undefined,
  html: undefined,
  from: undefined,
  replyTo: undefined,
  brandId: undefined,
  objective: undefined,
  metadata: undefined,
  jobId: undefined,
  state: "queued",
  reason: undefined,
  error: undefined,
  provider: undefined,
  externalId: undefined,
  attempts: 0,
  eventId: "evt_1",
  notBefore: undefined,
  queuedAt: new Date(0),
  sentAt: undefined,
  updatedAt: new Date(0),
  ...part
})
