/** Bulks on PostgreSQL and PGlite. */
import * as Decoded from "@loopdrive/actor/Decoded"
import { FactSource } from "@loopdrive/actor/Facts"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Schema from "effect/Schema"
import * as SqlClient from "effect/sql/SqlClient"
import { BulkNotFound, BulkRequest, BulkStatus, BulkStore } from "./BulkStore.ts"
import type { Bulk } from "./BulkStore.ts"
import * as BulkAccount from "./core/BulkAccount.ts"

const Row = Schema.Struct({
  id: Schema.String,
  workspace_id: Schema.String,
  status: BulkStatus,
  request: BulkRequest
})
const bulks = Decoded.all(Row)
const candidates = Decoded.all(Schema.Struct({ position: Schema.Int, person_id: Schema.String }))
const ids = Decoded.all(Schema.Struct({ id: Schema.String }))
const Text = Schema.NullOr(Schema.String)
const groups = Decoded.all(
  Schema.Struct({ done: Schema.Boolean, state: Text, outcome: Text, reason: Text, count: Schema.Int, cost: Schema.Int })
)

const toBulk = (row: typeof Row.Type): Bulk => ({
  id: row.id,
  workspaceId: row.workspace_id,
  status: row.status,
  request: row.request
})
const encode = Schema.encodeUnknownSync(BulkRequest)

export const layer: Layer.Layer<BulkStore, never, SqlClient.SqlClient | FactSource> = Layer.effect(
  BulkStore,
  Effect.gen(function* () {
    const sql = yield* SqlClient.SqlClient
    const facts = yield* FactSource
    const now = () => new Date(facts.gather().now)
    return BulkStore.of({
      create: Effect.fnUntraced(function* ({ id, request, workspaceId }, personIds) {
        const at = now()
        yield* sql`insert into bulk_jobs (id, workspace_id, status, request, created_at, updated_at)
          values (${id}, ${workspaceId}, 'queued', ${JSON.stringify(encode(request))}::text::jsonb, ${at}, ${at})`
        yield* sql`insert into bulk_candidates (job_id, position, person_id)
          select ${id}, place, person from json_array_elements_text(${JSON.stringify(personIds)}::text::json)
            with ordinality as p(person, place)`
      }),
      get: Effect.fnUntraced(function* (workspaceId, jobId) {
        const [row] = yield* bulks(
          yield* sql`select id, workspace_id, status, request from bulk_jobs
            where id = ${jobId} and workspace_id = ${workspaceId}`
        )
        return row === undefined ? yield* new BulkNotFound({ jobId }) : toBulk(row)
      }),
      account: Effect.fnUntraced(function* (jobId) {
        const rows = yield* groups(
          yield* sql`select c.done, s.state, c.outcome, coalesce(s.reason, c.reason) as reason, count(*)::int as count,
              coalesce(sum(c.cost_cents), 0)::int as cost
            from bulk_candidates c left join sends s on s.id = c.send_id
            where c.job_id = ${jobId} group by 1, 2, 3, 4`
        )
        return BulkAccount.of(
          rows.map((row) => ({
            done: row.done,
            state: row.state ?? undefined,
            outcome: row.outcome ?? undefined,
            reason: row.reason ?? undefined,
            count: row.count,
            costCents: row.cost
          }))
        )
      }),
      change: (jobId, from, to) =>
        Effect.map(
          sql`update bulk_jobs set status = ${to}, updated_at = ${now()}
            where id = ${jobId} and status in ${sql.in([...from])} returning id`,
          (rows) => rows.length > 0
        ),
      lease: Effect.fnUntraced(function* (at, forMillis, limit) {
        const rows = yield* sql`update bulk_jobs set leased_until = ${new Date(at + forMillis)}
          where id in (select id from bulk_jobs
            where (status in ('queued', 'running') or (status = 'cancelled' and not swept))
              and (leased_until is null or leased_until < ${new Date(at)})
            order by created_at limit ${limit} for update skip locked)
          returning id, workspace_id, status, request`
        return (yield* bulks(rows)).map(toBulk)
      }),
      renew: Effect.fnUntraced(function* (jobId, until) {
        const [row] = yield* bulks(
          yield* sql`update bulk_jobs set leased_until = ${new Date(until)} where id = ${jobId}
            returning id, workspace_id, status, request`
        )
        return row?.status ?? "cancelled"
      }),
      waiting: Effect.fnUntraced(function* (jobId, limit) {
        const rows = yield* sql`select position, person_id from bulk_candidates
          where job_id = ${jobId} and not done order by position limit ${limit}`
        return (yield* candidates(rows)).map((row) => ({ position: row.position, personId: row.person_id }))
      }),
      record: (jobId, done) =>
        Effect.asVoid(sql`update bulk_candidates c set done = true, channel = d.channel, send_id = d."sendId",
            reason = d.reason, outcome = d.outcome, cost_cents = d."costCents"
          from json_to_recordset(${JSON.stringify(done)}::text::json)
            as d(position int, channel text, "sendId" text, reason text, outcome text, "costCents" int)
          where c.job_id = ${jobId} and c.position = d.position`),
      abandon: (jobId) =>
        Effect.asVoid(sql`update bulk_candidates set done = true, reason = 'cancelled', cost_cents = 0
          where job_id = ${jobId} and not done`),
      sends: Effect.fnUntraced(function* (jobId, states, limit) {
        const rows =
          yield* sql`select id from sends where job_id = ${jobId} and state in ${sql.in([...states])} limit ${limit}`
        return (yield* ids(rows)).map(({ id }) => id)
      }),
      swept: (jobId) => Effect.asVoid(sql`update bulk_jobs set swept = true where id = ${jobId}`)
    })
  })
)
