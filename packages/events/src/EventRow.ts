/** A row of the log as a store returns it, and what it is on the wire. */
import { Metadata, compact, optional } from "@loopdrive/domain/Json"
import type { Event } from "@loopdrive/domain/Timeline"
import * as Schema from "effect/Schema"

const Text = Schema.NullOr(Schema.String)

export const EventRow = Schema.Struct({
  id: Schema.String,
  workspace_id: Schema.String,
  organization_id: Text,
  person_id: Text,
  type: Schema.String,
  channel: Text,
  source: Schema.String,
  payload: Metadata,
  metadata: Schema.NullOr(Metadata),
  ts: Schema.Date
})

export const toEvent = (row: typeof EventRow.Type): Event =>
  compact({
    id: row.id,
    workspaceId: row.workspace_id,
    organizationId: optional(row.organization_id),
    personId: optional(row.person_id),
    type: row.type,
    channel: optional(row.channel),
    source: row.source,
    payload: row.payload,
    ts: row.ts.toISOString(),
    metadata: optional(row.metadata)
  })
