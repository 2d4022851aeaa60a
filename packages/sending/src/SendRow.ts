/** A send as a store returns it, and as this package knows it. */
import { Channel } from "@loopdrive/domain/Channel"
import { Purpose, Reason } from "@loopdrive/domain/Delivery"
import { Metadata } from "@loopdrive/domain/Json"
import * as Schema from "effect/Schema"
import type { Send, Step } from "./SendStore.ts"

const Text = Schema.NullOr(Schema.String)
export const SendRow = Schema.Struct({
  id: Schema.String,
  workspace_id: Schema.String,
  person_id: Schema.String,
  channel: Channel,
  purpose: Purpose,
  recipient: Text,
  subject: Text,
  body_text: Text,
  body_html: Text,
  from_address: Text,
  reply_to: Text,
  brand_id: Text,
  objective: Text,
  metadata: Schema.NullOr(Metadata),
  job_id: Text,
  state: Schema.Literals(["queued", "deferred", "leaving", "unknown", "sent", "failed", "cancelled"]),
  reason: Schema.NullOr(Reason),
  error: Text,
  provider: Text,
  external_id: Text,
  attempts: Schema.Int,
  event_id: Schema.String,
  not_before: Schema.NullOr(Schema.Date),
  queued_at: Schema.Date,
  sent_at: Schema.NullOr(Schema.Date),
  updated_at: Schema.Date
})

export const toSend = (row: typeof SendRow.Type): Send => ({
  id: row.id,
  workspaceId: row.workspace_id,
  personId: row.person_id,
  channel: row.channel,
  purpose: row.purpose,
  recipient: row.recipient ?? undefined,
  subject: row.subject ?? undefined,
  text: row.body_text ?? undefined,
  html: row.body_html ?? undefined,
  from: row.from_address ?? undefined,
  replyTo: row.reply_to ?? undefined,
  brandId: row.brand_id ?? undefined,
  objective: row.objective ?? undefined,
  metadata: row.metadata ?? undefined,
  jobId: row.job_id ?? undefined,
  state: row.state,
  reason: row.reason ?? undefined,
  error: row.error ?? undefined,
  provider: row.provider ?? undefined,
  externalId: row.external_id ?? undefined,
  attempts: row.attempts,
  eventId: row.event_id,
  notBefore: row.not_before ?? undefined,
  queuedAt: row.queued_at,
  sentAt: row.sent_at ?? undefined,
  updatedAt: row.updated_at
})

export const StepRow = Schema.Struct({ step: Schema.String, detail: Metadata, at: Schema.Date })

export const toStep = (row: typeof StepRow.Type): Step => ({
  step: row.step,
  detail: row.detail,
  at: row.at.toISOString()
})
