/** The log of events as the journal writes it. Other packages project rows of theirs into it through `eventRow`. */
import type { Row } from "@loopdrive/actor/Behavior"
import type { Table } from "@loopdrive/actor/Table"
import type { Metadata } from "@loopdrive/domain/Json"

export const events: Table = {
  name: "events",
  columns: {
    id: "text",
    workspace_id: "text",
    organization_id: "text",
    person_id: "text",
    send_id: "text",
    type: "text",
    channel: "text",
    source: "text",
    payload: "jsonb",
    metadata: "jsonb",
    ts: "timestamptz"
  },
  mode: "keep",
  key: ["id"]
}

export interface NewEvent {
  readonly id: string
  readonly workspaceId: string
  readonly organizationId: string | undefined
  readonly personId: string | undefined
  readonly sendId: string | undefined
  readonly type: string
  readonly channel: string | undefined
  readonly source: string
  readonly payload: Metadata
  readonly metadata?: Metadata
  /** Epoch milliseconds. */
  readonly ts: number
}

/** A second event with the same id changes nothing. */
export const eventRow = (event: NewEvent): Row => ({
  table: events.name,
  values: {
    id: event.id,
    workspace_id: event.workspaceId,
    organization_id: event.organizationId,
    person_id: event.personId,
    send_id: event.sendId,
    type: event.type,
    channel: event.channel,
    source: event.source,
    payload: event.payload,
    metadata: event.metadata ?? null,
    ts: new Date(event.ts).toISOString()
  }
})
