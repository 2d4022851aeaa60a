/**
 * Embedded databases of this process that no suite uses just now. To empty one takes a fiftieth of the time that opening
 * another takes; one whose schema a suite changed for good is not used again. Used by `TestDatabase`.
 */
import * as Database from "@loopdrive/storage/Database"
import * as MigratedSnapshot from "@loopdrive/storage/MigratedSnapshot"
import * as PgliteHost from "@loopdrive/storage/PgliteHost"
import * as Effect from "effect/Effect"
import * as Exit from "effect/Exit"
import * as Schema from "effect/Schema"
import * as Scope from "effect/Scope"
import { SqlClient } from "effect/sql/SqlClient"

interface Spare {
  readonly host: PgliteHost.PgliteHost
  readonly scope: Scope.Closeable
  /** Its schema as it was migrated (`look`). */
  readonly schema: string
}

const spares: Array<Spare> = []
const taken = new Map<PgliteHost.PgliteHost, Spare>()

const decode = Schema.decodeUnknownEffect(Schema.NonEmptyArray(Schema.Struct({ schema: Schema.String })))

/** Every table, column, constraint, index, trigger and function there is, by number: another one is another schema. */
const look = Effect.gen(function* () {
  const sql = yield* SqlClient
  const rows = yield* sql`SELECT md5(string_agg(it, ',' ORDER BY it)) AS schema FROM (
    SELECT concat_ws(' ', 'class', oid, relname) AS it FROM pg_class WHERE relnamespace = 'public'::regnamespace
    UNION ALL SELECT concat_ws(' ', 'column', attrelid, attname, atttypid, attnotnull, attisdropped)
      FROM pg_attribute JOIN pg_class ON pg_class.oid = attrelid
      WHERE relnamespace = 'public'::regnamespace AND attnum > 0
    UNION ALL SELECT concat_ws(' ', 'constraint', oid) FROM pg_constraint
    UNION ALL SELECT concat_ws(' ', 'trigger', oid, tgenabled) FROM pg_trigger
    UNION ALL SELECT concat_ws(' ', 'function', oid, md5(prosrc)) FROM pg_proc
      WHERE pronamespace = 'public'::regnamespace
  ) AS parts(it)`
  return (yield* Effect.orDie(decode(rows)))[0].schema
})

/** Leaves what migrations put in. Triggers that keep rows from being deleted do not run for a replica. */
const empty = Effect.gen(function* () {
  const sql = yield* SqlClient
  yield* sql`SET session_replication_role = replica`
  yield* sql`DO $$ BEGIN
    EXECUTE (SELECT 'TRUNCATE ' || string_agg(format('%I', tablename), ', ') || ' RESTART IDENTITY'
      FROM pg_tables WHERE schemaname = 'public' AND tablename NOT IN ('loopdrive_migrations', 'loopdrive_storage'));
  END $$`
})

const open = Effect.gen(function* () {
  const scope = yield* Scope.make()
  const snapshot = yield* MigratedSnapshot.ensure
  const host = yield* Scope.provide(PgliteHost.make({ snapshot, snapshotRequired: true }), scope)
  const schema = yield* Effect.provide(look, Database.layerClient(host))
  return { host, scope, schema } satisfies Spare
})

/** The emptied spare, or undefined where it cannot be used again. */
const reuse = (spare: Spare) =>
  Effect.gen(function* () {
    if ((yield* look) !== spare.schema) return undefined
    yield* empty
    return spare
  }).pipe(
    Effect.provide(Database.layerClient(spare.host)),
    Effect.orElseSucceed(() => undefined),
    Effect.tap((usable) => (usable === undefined ? Scope.close(spare.scope, Exit.void) : Effect.void))
  )

/** An empty, migrated database for one suite, which gives it back. */
export const take: Effect.Effect<PgliteHost.PgliteHost> = Effect.gen(function* () {
  const spare = spares.pop()
  const usable = (spare === undefined ? undefined : yield* reuse(spare)) ?? (yield* open)
  taken.set(usable.host, usable)
  return usable.host
}).pipe(Effect.orDie)

export const giveBack = (host: PgliteHost.PgliteHost): Effect.Effect<void> =>
  Effect.sync(() => {
    const spare = taken.get(host)
    if (taken.delete(host) && spare !== undefined) spares.push(spare)
  })
