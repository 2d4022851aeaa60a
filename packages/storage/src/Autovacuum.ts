/**
 * What PostgreSQL's autovacuum does, for the embedded database, which has no background workers: without it the room of
 * replaced rows is never used again, and every statement is planned for the tables as they were on the first day. Used by
 * `Database.layerPglite`.
 *
 * Rules and figures are PostgreSQL's defaults (PostgreSQL documentation, "The Autovacuum Daemon"), but for one: tables
 * below half a megabyte are left alone. One that was never analysed is planned as if it had ten pages, so by its indexes;
 * one that is known to be tiny is read whole, and would be until the next round, however quickly it grows.
 */
import * as Clock from "effect/Clock"
import * as Effect from "effect/Effect"
import * as Schedule from "effect/Schedule"
import * as Schema from "effect/Schema"
import type * as Scope from "effect/Scope"
import { SqlClient } from "effect/sql/SqlClient"
import type { SqlError } from "effect/sql/SqlError"

const bytesMin = 64 * 8192

const decodeDue = Schema.decodeUnknownEffect(Schema.Array(Schema.Struct({ name: Schema.String, dead: Schema.Boolean })))

/** One round: vacuums and analyses what has changed enough since the last, and returns the tables' names. */
export const round: Effect.Effect<ReadonlyArray<string>, SqlError, SqlClient> = Effect.gen(function* () {
  const sql = yield* SqlClient
  // An idle backend would report its counters by itself; PGlite's is never idle.
  yield* sql`select pg_stat_force_next_flush()`
  const due = yield* Effect.orDie(
    decodeDue(
      yield* sql`select quote_ident(s.schemaname) || '.' || quote_ident(s.relname) as name,
          s.n_dead_tup > 50 + 0.2 * greatest(c.reltuples, 0) as dead
        from pg_stat_user_tables s join pg_class c on c.oid = s.relid
        where pg_relation_size(c.oid) >= ${bytesMin} and (c.reltuples < 0
          or s.n_mod_since_analyze > 50 + 0.1 * greatest(c.reltuples, 0)
          or s.n_dead_tup > 50 + 0.2 * greatest(c.reltuples, 0))
        order by 1`
    )
  )
  for (const { dead, name } of due) yield* sql.unsafe(`${dead ? "vacuum (analyze)" : "analyze"} ${name}`)
  return due.map(({ name }) => name)
})

/** A round a minute, for as long as the scope is open. One that fails is logged, and the next one tries again. */
export const start = (
  unlimited: <A, E, R>(effect: Effect.Effect<A, E, R>) => Effect.Effect<A, E, R>
): Effect.Effect<void, never, SqlClient | Scope.Scope> =>
  unlimited(round).pipe(
    Effect.catchCause((cause) => Effect.logWarning("tables could not be vacuumed or analysed", cause)),
    Effect.repeat(Schedule.spaced("1 minute")),
    Effect.delay("1 minute"),
    // Statements take real time, also in tests.
    Effect.provideService(Clock.Clock, Clock.Clock.defaultValue()),
    Effect.forkScoped,
    Effect.asVoid
  )
