/**
 * Who used how much of a model, by workspace, UTC day, purpose and model. Filled by the layers that call a vendor; read
 * by the administration and by the daily budget.
 */
import * as Batch from "@loopdrive/actor/Batch"
import * as Decoded from "@loopdrive/actor/Decoded"
import { Clock, Context, Effect, Layer, Schema } from "effect"
import { SqlClient, SqlSchema } from "effect/sql"
import type { SqlError } from "effect/sql/SqlError"
import { costMicros } from "./core/ModelPrice.ts"
import * as UsageRows from "./core/UsageRows.ts"

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
  /**
   * Neither fails the call it belongs to nor holds it up: it is written soon after, and before anything is read here. What
   * could not be noted is logged.
   */
  readonly note: (use: Use) => Effect.Effect<void>
  /** Tokens of the workspace since the UTC day began; what other processes note is in it after two seconds. */
  readonly tokensToday: (workspaceId: string) => Effect.Effect<number, SqlError>
  /** Newest day first, then by purpose and model. Days as `YYYY-MM-DD`, both included. */
  readonly report: (
    workspaceId: string,
    range: { readonly from: string; readonly to: string }
  ) => Effect.Effect<ReadonlyArray<UsageRow>, SqlError>
}

/** The UTC day of an instant in epoch milliseconds. */
export const dayOf = (millis: number): string => new Date(millis).toISOString().slice(0, 10)

/** Enough that whoever composes at once shares a statement. */
const batchMost = 512
/** How long the uses that other processes note may be missing from a workspace's tokens of the day, ms. */
const rememberedFor = 2000
/** Workspaces whose tokens are remembered. */
const rememberedMost = 10_000

interface Today {
  readonly workspaceId: string
  readonly day: string
}

const sums = Decoded.all(Schema.Struct({ workspaceId: Schema.String, day: Schema.String, tokens: Schema.Finite }))

/** Tokens of the day as they were last read, carried on by what is noted here. */
const makeRemembered = () => {
  const kept = new Map<string, { readonly day: string; readonly until: number; tokens: number }>()
  return {
    tokens: ({ day, workspaceId }: Today, now: number): number | undefined => {
      const known = kept.get(workspaceId)
      return known !== undefined && known.day === day && known.until > now ? known.tokens : undefined
    },
    read: ({ day, workspaceId }: Today, tokens: number, now: number): void => {
      if (kept.size >= rememberedMost) kept.clear()
      kept.set(workspaceId, { day, until: now + rememberedFor, tokens })
    },
    add: ({ day, inputTokens, outputTokens, workspaceId }: UsageRows.DatedUse): void => {
      const known = kept.get(workspaceId)
      if (known?.day === day) known.tokens += inputTokens + outputTokens
    }
  }
}

const makeSql = Effect.gen(function* () {
  const sql = yield* SqlClient.SqlClient
  const remembered = makeRemembered()

  // A crash may forget the last moment of it: accounts of a vendor that keeps its own (ADR 0026).
  const insert = (uses: ReadonlyArray<UsageRows.DatedUse>) => sql`
    with unsynced as materialized (select set_config('synchronous_commit', 'off', true))
    insert into model_usage as u
      (workspace_id, day, purpose, model, calls, failures, input_tokens, output_tokens, cost_micros)
    select t.* from unsynced, json_to_recordset(${JSON.stringify(UsageRows.of(uses))}::text::json) as t(
      workspace_id text, day date, purpose text, model text, calls int, failures int,
      input_tokens bigint, output_tokens bigint, cost_micros bigint)
    on conflict (workspace_id, day, purpose, model) do update set
      calls = u.calls + excluded.calls, failures = u.failures + excluded.failures,
      input_tokens = u.input_tokens + excluded.input_tokens,
      output_tokens = u.output_tokens + excluded.output_tokens,
      cost_micros = u.cost_micros + excluded.cost_micros`

  /** What the database refuses of one does not take the others with it. */
  const write = (uses: ReadonlyArray<UsageRows.DatedUse>): Effect.Effect<void> =>
    insert(uses).pipe(
      Effect.asVoid,
      Effect.catch((error) =>
        error.reason._tag === "ConstraintError" && uses.length > 1
          ? Effect.forEach(uses, (use) => write([use]), { discard: true })
          : Effect.logError("the use of a model was not noted", error)
      )
    )
  // One lane, so that what is put behind a use is answered when that is written; nothing to write only waits.
  const queued = Batch.make({
    most: batchMost,
    lanes: 1,
    read: (uses: ReadonlyArray<UsageRows.DatedUse | undefined>) => {
      const noted = uses.filter((use) => use !== undefined)
      return Effect.as(
        noted.length === 0 ? Effect.void : write(noted),
        uses.map(() => true)
      )
    }
  })
  const written = queued(undefined)
  yield* Effect.addFinalizer(() => written)

  const sum = Batch.make({
    most: batchMost,
    lanes: 1,
    read: Effect.fnUntraced(function* (days: ReadonlyArray<Today>) {
      const asked = JSON.stringify(days.map((today, n) => ({ n, ...today })))
      const found = yield* sql`
        select w."workspaceId", w.day::text as day, (select coalesce(sum(input_tokens + output_tokens), 0)::float8
          from model_usage where workspace_id = w."workspaceId" and day = w.day) as tokens
        from json_to_recordset(${asked}::text::json) as w(n int, "workspaceId" text, day date)
        order by w.n`
      const now = yield* Clock.currentTimeMillis
      return (yield* sums(found)).map(({ tokens, ...today }) => {
        remembered.read(today, tokens, now)
        return tokens
      })
    })
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
    note: Effect.fn("ModelUsage.note")(function* (use) {
      const dated = { ...use, day: dayOf(yield* Clock.currentTimeMillis) }
      remembered.add(dated)
      yield* Effect.forkDetach(queued(dated), { startImmediately: true })
    }),
    tokensToday: Effect.fnUntraced(function* (workspaceId) {
      const now = yield* Clock.currentTimeMillis
      const today = { workspaceId, day: dayOf(now) }
      return remembered.tokens(today, now) ?? (yield* Effect.andThen(written, sum(today)))
    }),
    report: (workspaceId, range) =>
      Effect.andThen(written, Effect.catchTag(rows({ workspaceId, ...range }), "SchemaError", Effect.die))
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
