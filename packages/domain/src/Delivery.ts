/** Sends as they stand on the wire (contract section 7.3), and why one did not leave. */
import * as Schema from "effect/Schema"
import { Metadata, Timestamp } from "./Json.ts"
import { Event } from "./Timeline.ts"

/** Marketing needs consent; transactional needs a key that may send it. */
export const Purpose = Schema.Literals(["marketing", "transactional"])
export type Purpose = typeof Purpose.Type

/** The closed list of reasons for a message that was not sent. */
export const Reason = Schema.Literals([
  "no_identity",
  "no_consent",
  "consent_pending",
  "consent_expired",
  "consent_revoked",
  "suppressed",
  "capped",
  "quiet_hours",
  "unknown_zone",
  "outside_window",
  "quota",
  "guardrail",
  "lint",
  "expired",
  "cancelled",
  "merged_duplicate",
  "provider_rejected",
  "provider_unavailable",
  "unknown_outcome"
])
export type Reason = typeof Reason.Type

export const SendResult = Schema.Struct({
  id: Schema.String,
  status: Schema.Literals(["queued", "sent", "delivered", "failed"]),
  personId: Schema.optionalKey(Schema.String),
  channel: Schema.String,
  externalId: Schema.optionalKey(Schema.String),
  error: Schema.optionalKey(Schema.String),
  metadata: Schema.optionalKey(Metadata),
  sentAt: Schema.optionalKey(Timestamp),
  queuedAt: Schema.optionalKey(Timestamp)
}).annotate({ identifier: "SendResult" })
export type SendResult = typeof SendResult.Type

export const SendStatus = Schema.Struct({
  id: Schema.String,
  status: Schema.Literals(["queued", "sent", "delivered", "opened", "clicked", "replied", "failed"]),
  events: Schema.Array(Event),
  lastUpdated: Timestamp
}).annotate({ identifier: "SendStatus" })
export type SendStatus = typeof SendStatus.Type
