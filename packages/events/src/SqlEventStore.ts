/** The log of events on PostgreSQL and PGlite. */
import { Metadata } from "@loopdrive/domain/Json"
import type { Event } from "@loopdrive/domain/Timeline"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Schema from "effect/Schema"
import * as SqlClient from "effect/sql/SqlClient"
import { EventStore } from "./EventStore.ts"

const Text = Schema.NullOr(Schema.String)
const Row = Schema.Struct({
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
const decode = Schema.decodeUnknownEffect(Schema.Array(Row))

const toEvent = (row: typeof Row.Type): Event => ({
  id: row.id,
  workspaceId: row.workspace_id,
  organizationId: row.organization_id ?? undefined,
  personId: row.person_id ?? undefined,
  type: row.type,
  channel: row.channel ?? undefined,
  source: row.source,
  payload: row.payload,
  ts: row.ts.toISOString(),
  metadata: row.metadata ?? undefined
})
const toEvents = (rows: ReadonlyArray<unknown>) => Effect.map(Effect.orDie(decode(rows)), (found) => found.map(toEvent))

export const layer: Layer.Layer<EventStore, never, SqlClient.SqlClient> = Layer.effect(
  EventStore,
  Effect.gen(function* () {
    const sql = yield* SqlClient.SqlClient
    const all = sql`true`
    return EventStore.of({
      timeline: (workspaceId, personIds, filter) =>
        Effect.flatMap(
          sql`select * from events
            where workspace_id = ${workspaceId} and person_id in ${sql.in([...personIds])}
              and ${filter.channels.length === 0 ? all : sql`channel in ${sql.in([...filter.channels])}`}
              and ${filter.types.length === 0 ? all : sql`type in ${sql.in([...filter.types])}`}
              and ${filter.from === undefined ? all : sql`ts >= ${new Date(filter.from)}`}
              and ${filter.to === undefined ? all : sql`ts <= ${new Date(filter.to)}`}
              and ${filter.after === undefined ? all : sql`(ts, id) < (${new Date(filter.after.ts)}, ${filter.after.id})`}
            order by ts desc, id desc limit ${filter.limit}`,
          toEvents
        ),
      ofSend: (workspaceId, sendId) =>
        Effect.flatMap(
          sql`select * from events where workspace_id = ${workspaceId} and send_id = ${sendId} order by ts, id`,
          toEvents
        )
    })
  })
)
