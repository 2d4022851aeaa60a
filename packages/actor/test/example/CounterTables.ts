/** The tables of the example, for tests on a real database. */
import * as Effect from "effect/Effect"
import * as SqlClient from "effect/sql/SqlClient"

export const create = Effect.gen(function* () {
  const sql = yield* SqlClient.SqlClient
  yield* sql`create table if not exists counters (id text primary key, version bigint not null, total bigint not null)`
  yield* sql`create table if not exists steps (
    counter text not null, seed text not null, amount bigint not null, total bigint not null, at bigserial)`
})
