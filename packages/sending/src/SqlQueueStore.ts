/** Looking at the durable queues on PostgreSQL and PGlite. The table's times are without a zone, in UTC. */
import * as Decoded from "@loopdrive/actor/Decoded"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Schema from "effect/Schema"
import * as SqlClient from "effect/sql/SqlClient"
import * as Queue from "./Queue.ts"
import { QueueStore, deadItem, itemNotFound } from "./QueueStore.ts"

const counts = Decoded.all(
  Schema.Struct({
    name: Queue.QueueName,
    depth: Schema.Int,
    delayed: Schema.Int,
    oldest: Schema.Finite,
    done: Schema.Int,
    dead: Schema.Int
  })
)
const failures = Decoded.all(Schema.Struct({ failures: Schema.Int }))

export const layer: Layer.Layer<QueueStore, never, SqlClient.SqlClient> = Layer.effect(
  QueueStore,
  Effect.gen(function* () {
    const sql = yield* SqlClient.SqlClient
    // Whose it is, is known by the send it is about; an item that cannot be read is nobody's.
    const mine = (workspaceId: string) => sql`exists (select 1 from sends s
      where s.id = split_part(q.id, ':', 1) and s.workspace_id = ${workspaceId})`
    const iso = (column: string) =>
      sql.literal(`to_char(${column}, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as ${column.replace("q.", "")}`)
    return QueueStore.of({
      stats: Effect.fnUntraced(function* () {
        const rows = yield* counts(
          yield* sql`select n.name,
              count(*) filter (where q.state = 'pending' and q.visible_at <= now())::int as depth,
              count(*) filter (where q.state = 'pending' and q.visible_at > now())::int as delayed,
              coalesce(extract(epoch from now() - min(greatest(q.visible_at, q.created_at))
                filter (where q.state = 'pending' and q.visible_at <= now())) * 1000, 0)::float8 as oldest,
              count(*) filter (where q.state = 'completed' and q.updated_at > now() - interval '1 minute')::int as done,
              count(*) filter (where q.state = 'failed')::int as dead
            from json_array_elements_text(${JSON.stringify(Queue.names)}::text::json) with ordinality as n(name, place)
            left join queue_items q on q.queue_name = n.name
              and (q.state <> 'completed' or q.updated_at > now() - interval '1 minute')
            group by n.name, n.place order by n.place`
        )
        return rows.map((row) => ({
          name: row.name,
          depth: row.depth,
          delayed: row.delayed,
          oldestMillis: Math.round(row.oldest),
          completedLastMinute: row.done,
          dead: row.dead
        }))
      }),
      dead: Effect.fnUntraced(function* (queue, workspaceId, page) {
        const here = sql`q.queue_name = ${queue} and q.state = 'failed' and ${mine(workspaceId)}`
        const { total } = yield* Decoded.total(
          yield* sql`select count(*)::int as total from queue_items q where ${here}`
        )
        const rows =
          yield* sql`select q.id, ${workspaceId}::text as workspace_id, q.element, q.attempts::int as attempts,
            q.last_failure, ${iso("q.created_at")}, ${iso("q.updated_at")}
          from queue_items q where ${here}
          order by q.updated_at desc, q.id limit ${page.limit} offset ${page.offset}`
        return { items: rows.map(deadItem), total }
      }),
      requeue: Effect.fnUntraced(function* (queue, workspaceId, id) {
        const found = yield* sql`with again as (
            update queue_items q set state = 'pending', attempts = 0, visible_at = now(), updated_at = now()
            where q.queue_name = ${queue} and q.id = ${id} and q.state = 'failed' and ${mine(workspaceId)} returning q.id),
          forgotten as (delete from queue_failures f using again a where f.queue_name = ${queue} and f.id = a.id)
          select id from again`
        if (found.length === 0) return yield* itemNotFound(queue, id)
      }),
      failed: Effect.fnUntraced(function* (queue, id) {
        const [row] = yield* failures(
          yield* sql`insert into queue_failures as f (queue_name, id, failures) values (${queue}, ${id}, 1)
            on conflict (queue_name, id) do update set failures = f.failures + 1 returning failures`
        )
        return row?.failures ?? 1
      }),
      bury: (queue, id, error) =>
        Effect.asVoid(sql`update queue_items set state = 'failed', last_failure = ${error}, updated_at = now(),
            acquired_at = null, acquired_by = null
          where queue_name = ${queue} and id = ${id} and state <> 'failed'`)
    })
  })
)
