/** Compositions on PostgreSQL and PGlite. Those recorded at one moment are written in one statement. */
import * as Batch from "@loopdrive/actor/Batch"
import * as Decoded from "@loopdrive/actor/Decoded"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Schema from "effect/Schema"
import * as SqlClient from "effect/sql/SqlClient"
import { CompositionStore } from "./CompositionStore.ts"
import type { CompositionRow } from "./CompositionStore.ts"

const written = Decoded.all(Schema.Struct({ id: Schema.String }))
const answers = Decoded.all(Schema.Struct({ hash: Schema.String, answer: Schema.Unknown }))
const channels = Decoded.all(
  Schema.Struct({
    channel: Schema.String,
    messages: Schema.Int,
    alignment: Schema.Finite,
    sentiment: Schema.Finite
  })
)
const objectives = Decoded.all(Schema.Struct({ objective: Schema.String, messages: Schema.Int }))
const sums = Decoded.one(Schema.Struct({ checks: Schema.Int, violations: Schema.Int, warnings: Schema.Int }))
const flagged = Decoded.all(Schema.Struct({ type: Schema.String, count: Schema.Int }))

/** As the table's columns are named. */
const toColumns = (row: CompositionRow) => ({
  id: row.id,
  workspace_id: row.workspaceId,
  brand_id: row.brandId,
  person_id: row.personId,
  channel: row.channel,
  objective: row.objective,
  use_case: row.useCase,
  pack_hash: row.packHash,
  source: row.source,
  model: row.model,
  locale: row.locale,
  snippets: row.snippets,
  memory_ids: row.memoryIds,
  variants: row.variants,
  alignment: row.alignment,
  sentiment: row.sentiment,
  checks: row.checks,
  violations: row.violations,
  warnings: row.warnings,
  flagged: row.flagged,
  tokens: row.tokens,
  latency_ms: row.latencyMs,
  created_at: new Date(row.createdAt).toISOString(),
  key: row.repeat?.key ?? null,
  hash: row.repeat?.hash ?? null,
  answer: row.repeat?.answer ?? null
})

export const layer: Layer.Layer<CompositionStore, never, SqlClient.SqlClient> = Layer.effect(
  CompositionStore,
  Effect.gen(function* () {
    const sql = yield* SqlClient.SqlClient

    const record = Batch.make({
      most: 256,
      lanes: 1,
      read: Effect.fnUntraced(function* (rows: ReadonlyArray<CompositionRow>) {
        // Only what must be answered alike again has to outlive a crash of the database (ADR 0026).
        const waits = rows.some(({ repeat }) => repeat !== undefined)
        const found = yield* sql`
          with settled as materialized (select set_config('synchronous_commit',
            case when ${waits} then current_setting('synchronous_commit') else 'off' end, true))
          insert into compositions
          select c.* from settled,
            json_populate_recordset(null::compositions, ${JSON.stringify(rows.map(toColumns))}::text::json) c
          on conflict do nothing returning id`
        const ids = new Set((yield* written(found)).map(({ id }) => id))
        return rows.map(({ id }) => ids.has(id))
      })
    })

    return CompositionStore.of({
      record,
      answered: (workspaceId, key) =>
        Effect.flatMap(
          sql`select hash, answer from compositions where workspace_id = ${workspaceId} and key = ${key}`,
          (rows) => Effect.map(answers(rows), ([row]) => row)
        ),
      totals: Effect.fnUntraced(function* (workspaceId, brandId, { from, to }) {
        const mine = sql`workspace_id = ${workspaceId} and brand_id = ${brandId}
          and created_at >= ${new Date(from)} and created_at < ${new Date(to)}`
        const byChannel = yield* sql`select channel, count(*)::int as messages, avg(alignment) as alignment,
          avg(sentiment) as sentiment from compositions where ${mine} group by channel order by channel`
        const byObjective = yield* sql`select objective, count(*)::int as messages
          from compositions where ${mine} group by objective order by objective`
        const all = yield* sql`select coalesce(sum(checks), 0)::int as checks,
          coalesce(sum(violations), 0)::int as violations, coalesce(sum(warnings), 0)::int as warnings
          from compositions where ${mine}`
        const kinds = yield* sql`select f.key as type, sum(f.value::int)::int as count
          from compositions, jsonb_each_text(flagged) f where ${mine} group by f.key order by count desc, type`
        return {
          channels: yield* channels(byChannel),
          objectives: yield* objectives(byObjective),
          ...(yield* sums(all)),
          flagged: yield* flagged(kinds)
        }
      })
    })
  })
)
