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

/** A send whose outcome nobody knew for long; `open`: nobody knows it yet. */
export const AlertedSend = Schema.Struct({
  sendId: Schema.String,
  personId: Schema.String,
  channel: Schema.String,
  since: Timestamp,
  open: Schema.Boolean
})
export type AlertedSend = typeof AlertedSend.Type

/** Tells the operator of sends that may have left, as a SpendAlert tells of money (contract section 7.4). */
export const SendAlert = Schema.Struct({
  id: Schema.String,
  workspaceId: Schema.String,
  type: Schema.Literal("unknown_outcome"),
  severity: Schema.Literal("critical"),
  message: Schema.String,
  recommendedAction: Schema.String,
  /** The first of them, at most twenty, longest unknown first. */
  sends: Schema.Array(AlertedSend),
  total: Schema.Int,
  open: Schema.Int,
  acknowledged: Schema.Boolean,
  acknowledgedBy: Schema.optionalKey(Schema.String),
  acknowledgedAt: Schema.optionalKey(Timestamp),
  /** When nothing of it was unknown any more. */
  resolvedAt: Schema.optionalKey(Timestamp),
  createdAt: Timestamp
}).annotate({ identifier: "SendAlert" })
export type SendAlert = typeof SendAlert.Type
