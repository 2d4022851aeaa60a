/**
 * Who used how much of a model, by workspace, UTC day, purpose and model. Filled by the layers that call a vendor; read
 * by the administration and by the daily budget.
 */
import { Clock, Context, Effect, Layer, Schema } from "effect"
import { SqlClient, SqlSchema } from "effect/sql"
import type { SqlError } from "effect/sql/SqlError"
import { costMicros } from "./core/ModelPrice.ts"

export const Purpose = Schema.Literals(["completion", "classification", "moderation", "embedding"])
export type Purpose = typeof Purpose.Type

/** One call to a vendor, retries included. */
export interface Use {
  readonly workspaceId: string
  readonly purpose: Purpose
  readonly model: string
  readonly inputTokens: number
  readonly outputTokens: number
  readonly failed: boolean
}

/** A day's use of one model for one purpose. `day` as `YYYY-MM-DD` in UTC. */
export const UsageRow = Schema.Struct({
  day: Schema.String,
  purpose: Purpose,
  model: Schema.String,
  calls: Schema.Int,
  failures: Schema.Int,
  inputTokens: Schema.Int,
  outputTokens: Schema.Int,
  /** In micro-dollars, by list prices; null where a price is not known. */
  costMicros: Schema.NullOr(Schema.Int)
})
export type UsageRow = typeof UsageRow.Type

export interface Service {
  /** Never fails the call it belongs to: what could not be noted is logged. */
  readonly note: (use: Use) => Effect.Effect<void>
  /** Tokens of the workspace since the UTC day began. */
  readonly tokensToday: (workspaceId: string) => Effect.Effect<number, SqlError>
  /** Newest day first, then by purpose and model. Days as `YYYY-MM-DD`, both included. */
  readonly report: (
    workspaceId: string,
    range: { readonly from: string; readonly to: string }
  ) => Effect.Effect<ReadonlyArray<UsageRow>, SqlError>
}

/** The UTC day of an instant in epoch milliseconds. */
export const dayOf = (millis: number): string => new Date(millis).toISOString().slice(0, 10)

const makeSql = Effect.gen(function* () {
  const sql = yield* SqlClient.SqlClient

  const sum = SqlSchema.findOne({
    Request: Schema.Struct({ workspaceId: Schema.String, day: Schema.String }),
    Result: Schema.Struct({ tokens: Schema.Finite }),
    execute: ({ day, workspaceId }) => sql`
      select coalesce(sum(input_tokens + output_tokens), 0)::float8 as tokens from model_usage
      where workspace_id = ${workspaceId} and day = ${day}::text::date`
  })
  const rows = SqlSchema.findAll({
    Request: Schema.Struct({ workspaceId: Schema.String, from: Schema.String, to: Schema.String }),
    Result: UsageRow,
    execute: ({ from, to, workspaceId }) => sql`
      select day::text as "day", purpose, model, calls, failures, input_tokens::float8 as "inputTokens",
        output_tokens::float8 as "outputTokens", cost_micros::float8 as "costMicros"
      from model_usage
      where workspace_id = ${workspaceId} and day between ${from}::text::date and ${to}::text::date
      order by day desc, purpose, model`
  })
  return ModelUsage.of({
    note: Effect.fn("ModelUsage.note")(
      function* (use) {
        const day = dayOf(yield* Clock.currentTimeMillis)
        const cost = costMicros(use.model, use.inputTokens, use.outputTokens) ?? null
        yield* sql`
          insert into model_usage as u
            (workspace_id, day, purpose, model, calls, failures, input_tokens, output_tokens, cost_micros)
          values (${use.workspaceId}, ${day}::text::date, ${use.purpose}, ${use.model}, 1,
            ${use.failed ? 1 : 0}::int, ${use.inputTokens}::bigint, ${use.outputTokens}::bigint, ${cost}::bigint)
          on conflict (workspace_id, day, purpose, model) do update set
            calls = u.calls + 1, failures = u.failures + excluded.failures,
            input_tokens = u.input_tokens + excluded.input_tokens,
            output_tokens = u.output_tokens + excluded.output_tokens,
            cost_micros = u.cost_micros + excluded.cost_micros`
      },
      Effect.catch((error) => Effect.logError("the use of a model was not noted", error))
    ),
    tokensToday: (workspaceId) =>
      Effect.flatMap(Clock.currentTimeMillis, (now) =>
        sum({ workspaceId, day: dayOf(now) }).pipe(
          Effect.map(({ tokens }) => tokens),
          Effect.catchTags({ NoSuchElementError: Effect.die, SchemaError: Effect.die })
        )
      ),
    report: (workspaceId, range) => Effect.catchTag(rows({ workspaceId, ...range }), "SchemaError", Effect.die)
  })
})

const makeMemory = Effect.sync(() => {
  const kept = new Map<string, { readonly workspaceId: string; readonly row: UsageRow }>()
  const of = (workspaceId: string): ReadonlyArray<UsageRow> =>
    [...kept.values()].filter((one) => one.workspaceId === workspaceId).map(({ row }) => row)
  const order = (row: UsageRow): string => `${row.purpose} ${row.model}`
  return ModelUsage.of({
    note: Effect.fnUntraced(function* (use) {
      const day = dayOf(yield* Clock.currentTimeMillis)
      const { failed, inputTokens, model, outputTokens, purpose, workspaceId } = use
      const key = JSON.stringify([workspaceId, day, purpose, model])
      const known = kept.get(key)?.row
      const cost = costMicros(model, inputTokens, outputTokens)
      const row = {
        day,
        purpose,
        model,
        calls: (known?.calls ?? 0) + 1,
        failures: (known?.failures ?? 0) + (failed ? 1 : 0),
        inputTokens: (known?.inputTokens ?? 0) + inputTokens,
        outputTokens: (known?.outputTokens ?? 0) + outputTokens,
        costMicros: cost === undefined ? null : (known?.costMicros ?? 0) + cost
      }
      kept.set(key, { workspaceId, row })
    }),
    tokensToday: (workspaceId) =>
      Effect.map(Clock.currentTimeMillis, (now) =>
        of(workspaceId)
          .filter((row) => row.day === dayOf(now))
          .reduce((sum, row) => sum + row.inputTokens + row.outputTokens, 0)
      ),
    report: (workspaceId, { from, to }) =>
      Effect.sync(() =>
        of(workspaceId)
          .filter((row) => row.day >= from && row.day <= to)
          .toSorted((a, b) => (a.day === b.day ? (order(a) < order(b) ? -1 : 1) : a.day < b.day ? 1 : -1))
      )
  })
})

export class ModelUsage extends Context.Service<ModelUsage, Service>()("@loopdrive/providers/ModelUsage") {
  /** In the table `model_usage`; this module alone touches it. */
  static readonly layer: Layer.Layer<ModelUsage, never, SqlClient.SqlClient> = Layer.effect(ModelUsage, makeSql)
  /** In this process, gone with it. */
  static readonly layerMemory: Layer.Layer<ModelUsage> = Layer.effect(ModelUsage, makeMemory)
}
