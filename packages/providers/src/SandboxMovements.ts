/**
 * The payments and transfers that the sandbox played, kept: in a table or in memory. What they mean is up to
 * `SandboxPayments.ts`; to this store, request and state are JSON text.
 */
import { Context, Effect, Layer, Option, Result, Schema } from "effect"
import { SqlClient } from "effect/sql"
import { PaymentProviderUnavailable } from "./PaymentProvider.ts"

const Kind = Schema.Literals(["payment", "transfer"])
export type Kind = typeof Kind.Type

const fields = {
  id: Schema.String,
  kind: Kind,
  workspaceId: Schema.String,
  /** Our own name for it: the payment's or the payout's id. */
  name: Schema.String,
  idempotencyKey: Schema.String,
  /** As it was asked for, text for text. */
  request: Schema.String,
  state: Schema.String
}

const Row = Schema.Struct({ ...fields, createdMillis: Schema.Finite })

/** One payment or transfer. */
export interface Movement extends Schema.Schema.Type<Schema.Struct<typeof fields>> {
  readonly created: Date
}

/** From `from` (inclusive) to `to` (exclusive). */
export interface Range {
  readonly kind: Kind
  readonly from: Date
  readonly to: Date
}

/** A store that fails says `store` and `unknown`: what was to be written may or may not be. */
type Stored<A, E = never> = Effect.Effect<A, E | PaymentProviderUnavailable>

export interface Service {
  /** Keeps the movement unless its key has one; either way answers the one of the key. */
  readonly keep: (movement: Movement) => Stored<Movement>
  readonly find: (kind: Kind, id: string) => Stored<Option.Option<Movement>>
  /** The oldest of that name. */
  readonly named: (kind: Kind, name: string) => Stored<Option.Option<Movement>>
  /** At most `limit` of those created in the range, newest first, behind the movement `after`. */
  readonly page: (range: Range, after: Movement | undefined, limit: number) => Stored<ReadonlyArray<Movement>>
  /** Replaces the state, one change after the other. Nothing where the workspace has no such movement. */
  readonly change: <E>(
    workspaceId: string,
    id: string,
    next: (movement: Movement) => Result.Result<string, E>
  ) => Stored<Option.Option<Movement>, E>
}

const failed = new PaymentProviderUnavailable({ reason: "store", outcome: "unknown" })

const unavailable = (cause: unknown): Effect.Effect<never, PaymentProviderUnavailable> =>
  Effect.andThen(Effect.logWarning("The store of sandbox payments failed", cause), Effect.fail(failed))

const decodeRows = Schema.decodeUnknownEffect(Schema.Array(Row))

const read = (rows: Effect.Effect<ReadonlyArray<unknown>, unknown>): Stored<ReadonlyArray<Movement>> =>
  Effect.flatMap(rows, decodeRows).pipe(
    Effect.map((found) => found.map(({ createdMillis, ...row }) => ({ ...row, created: new Date(createdMillis) }))),
    Effect.catch(unavailable)
  )

const one = (rows: Effect.Effect<ReadonlyArray<unknown>, unknown>): Stored<Option.Option<Movement>> =>
  Effect.map(read(rows), (found) => Option.fromUndefinedOr(found[0]))

const at = (date: Date): string => date.toISOString()

const makeSql = Effect.gen(function* () {
  const sql = yield* SqlClient.SqlClient
  // Every name is quoted and every value of a plain type, so that no client setting changes what is decoded here.
  const select = sql.literal(`SELECT id, kind, workspace_id AS "workspaceId", name, idempotency_key AS "idempotencyKey",
    request::text AS "request", state::text AS "state",
    (extract(epoch FROM created_at) * 1000)::float8 AS "createdMillis" FROM sandbox_movements`)

  const replace = Effect.fnUntraced(function* <E>(
    workspaceId: string,
    id: string,
    next: (movement: Movement) => Result.Result<string, E>
  ): Effect.fn.Return<Option.Option<Movement>, E | PaymentProviderUnavailable> {
    const found = yield* one(sql`${select} WHERE id = ${id} AND workspace_id = ${workspaceId} FOR UPDATE`)
    if (Option.isNone(found)) return found
    const state = yield* Effect.fromResult(next(found.value))
    yield* Effect.catch(sql`UPDATE sandbox_movements SET state = ${state}::jsonb WHERE id = ${id}`, unavailable)
    return Option.some({ ...found.value, state })
  })

  return SandboxMovements.of({
    keep: Effect.fn("SandboxMovements.keep")(function* (movement) {
      const { id, kind, workspaceId, name, idempotencyKey, request, state, created } = movement
      yield* Effect.catch(
        sql`INSERT INTO sandbox_movements (id, kind, workspace_id, name, idempotency_key, request, state, created_at)
          VALUES (${id}, ${kind}, ${workspaceId}, ${name}, ${idempotencyKey}, ${request}::json, ${state}::jsonb,
            ${at(created)}::timestamptz)
          ON CONFLICT (idempotency_key) DO NOTHING`,
        unavailable
      )
      const kept = yield* one(sql`${select} WHERE idempotency_key = ${idempotencyKey}`)
      return yield* Option.match(kept, {
        onNone: () => unavailable("the kept movement is gone"),
        onSome: Effect.succeed
      })
    }),
    find: (kind, id) => one(sql`${select} WHERE kind = ${kind} AND id = ${id}`),
    named: (kind, name) => one(sql`${select} WHERE kind = ${kind} AND name = ${name} ORDER BY created_at, id LIMIT 1`),
    page: ({ kind, from, to }, after, limit) =>
      read(sql`${select} WHERE kind = ${kind}
        AND created_at >= ${at(from)}::timestamptz AND created_at < ${at(to)}::timestamptz
        AND (created_at, id) < (${at(after?.created ?? to)}::timestamptz, ${after?.id ?? ""})
        ORDER BY created_at DESC, id DESC LIMIT ${limit}`),
    change: (workspaceId, id, next) =>
      Effect.catchTag(sql.withTransaction(replace(workspaceId, id, next)), "SqlError", (error) => unavailable(error))
  })
})

const newestFirst = (a: Movement, b: Movement): number =>
  b.created.getTime() - a.created.getTime() || (a.id < b.id ? 1 : -1)

const makeMemory = Effect.sync(() => {
  const kept = new Map<string, Movement>()
  const sorted = () => [...kept.values()].toSorted(newestFirst)
  return SandboxMovements.of({
    keep: (movement) =>
      Effect.sync(() => {
        const earlier = [...kept.values()].find(({ idempotencyKey }) => idempotencyKey === movement.idempotencyKey)
        if (earlier !== undefined) return earlier
        kept.set(movement.id, movement)
        return movement
      }),
    find: (kind, id) => Effect.sync(() => Option.filter(Option.fromUndefinedOr(kept.get(id)), (m) => m.kind === kind)),
    named: (kind, name) =>
      Effect.sync(() => Option.fromUndefinedOr(sorted().findLast((m) => m.kind === kind && m.name === name))),
    page: ({ kind, from, to }, after, limit) =>
      Effect.sync(() => {
        const inRange = (m: Movement) => m.kind === kind && m.created >= from && m.created < to
        const behind = (m: Movement) => after === undefined || newestFirst(after, m) < 0
        return sorted()
          .filter((m) => inRange(m) && behind(m) && m.id !== after?.id)
          .slice(0, limit)
      }),
    change: (workspaceId, id, next) =>
      Effect.suspend(() => {
        const found = kept.get(id)
        if (found?.workspaceId !== workspaceId) return Effect.succeedNone
        return Effect.map(Effect.fromResult(next(found)), (state) => {
          const changed = { ...found, state }
          kept.set(id, changed)
          return Option.some(changed)
        })
      })
  })
})

export class SandboxMovements extends Context.Service<SandboxMovements, Service>()(
  "@loopdrive/providers/SandboxMovements"
) {
  /** In the table `sandbox_movements` (unique by `idempotency_key`); this module alone touches it. */
  static readonly layer: Layer.Layer<SandboxMovements, never, SqlClient.SqlClient> = Layer.effect(
    SandboxMovements,
    makeSql
  )
  /** In this process, gone with it. */
  static readonly layerMemory: Layer.Layer<SandboxMovements> = Layer.effect(SandboxMovements, makeMemory)
}
