/** Rows as their package knows them, decoded at the edge to the database. */
import * as Effect from "effect/Effect"
import * as Schema from "effect/Schema"

type Rows = ReadonlyArray<unknown>

/** Every row by `schema`. A row that does not decode was written by nobody: it dies, somebody should look. */
export const all = <A, I>(schema: Schema.Codec<A, I>): ((rows: Rows) => Effect.Effect<ReadonlyArray<A>>) => {
  const decode = Schema.decodeUnknownEffect(Schema.Array(schema))
  return (rows) => Effect.orDie(decode(rows))
}

/** As `all`, for a query that answers one row whatever it finds. */
export const one = <A, I>(schema: Schema.Codec<A, I>): ((rows: Rows) => Effect.Effect<A>) => {
  const decode = Schema.decodeUnknownEffect(Schema.Tuple([schema]))
  return (rows) => Effect.map(Effect.orDie(decode(rows)), ([row]) => row)
}

/** The row of `select count(*)::int as total`. */
export const total: (rows: Rows) => Effect.Effect<{ readonly total: number }> = one(
  Schema.Struct({ total: Schema.Int })
)
