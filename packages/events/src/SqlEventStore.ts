/** The log of events on PostgreSQL and PGlite. */
import * as Decoded from "@loopdrive/actor/Decoded"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Schema from "effect/Schema"
import * as SqlClient from "effect/sql/SqlClient"
import { EventRow, toEvent } from "./EventRow.ts"
import { EventStore } from "./EventStore.ts"
import { eventRow } from "./EventTable.ts"

const decoded = Decoded.all(EventRow)
const toEvents = (rows: ReadonlyArray<unknown>) => Effect.map(decoded(rows), (found) => found.map(toEvent))
const kinds = Decoded.all(Schema.Struct({ send_id: Schema.String, type: Schema.String, machine: Schema.Boolean }))

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
        ),
      kindsOf: (workspaceId, sendIds) =>
        sendIds.length === 0
          ? Effect.succeed(new Map())
          : Effect.map(
              Effect.flatMap(
                // Message by message through the index of messages: a list may be looked for among all events (ADR 0008).
                sql`select distinct send_id, type, coalesce(payload -> 'machine' = 'true'::jsonb, false) as machine
                  from json_array_elements_text(${JSON.stringify(sendIds)}::text::json) as s(id)
                  cross join lateral (select * from events where send_id = s.id offset 0) e
                  where workspace_id = ${workspaceId}`,
                kinds
              ),
              (rows) =>
                new Map(
                  [...Map.groupBy(rows, ({ send_id }) => send_id)].map(([id, of]) => [
                    id,
                    of.map(({ machine, type }) => ({ type, payload: machine ? { machine } : {} }))
                  ])
                )
            ),
      append: (added) =>
        added.length === 0
          ? Effect.void
          : Effect.asVoid(
              sql`insert into events
                  (id, workspace_id, organization_id, person_id, send_id, type, channel, source, payload, metadata, ts)
                select * from json_to_recordset(${JSON.stringify(added.map((event) => eventRow(event).values))}::text::json)
                  as e(id text, workspace_id text, organization_id text, person_id text, send_id text, type text,
                    channel text, source text, payload jsonb, metadata jsonb, ts timestamptz)
                on conflict (id) do nothing`
            )
    })
  })
)
