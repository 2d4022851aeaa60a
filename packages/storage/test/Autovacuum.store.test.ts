import { assert, layer } from "@effect/vitest"
import * as TestDatabase from "@loopdrive/testkit/TestDatabase"
import * as Effect from "effect/Effect"
import { SqlClient } from "effect/sql/SqlClient"
import * as Autovacuum from "../src/Autovacuum.ts"

const fill = (table: string, rows: number) =>
  Effect.gen(function* () {
    const sql = yield* SqlClient
    yield* sql.unsafe(`create table ${table} (id int primary key, owner int, text text)`)
    yield* sql.unsafe(`create index ${table}_by_owner on ${table} (owner)`)
    yield* sql.unsafe(`insert into ${table} select n, n, repeat('x', 100) from generate_series(1, ${rows}) n`)
  })

const known = (table: string) =>
  Effect.gen(function* () {
    const sql = yield* SqlClient
    const [row] = yield* sql<{ rows: number }>`select reltuples::int as rows from pg_class where relname = ${table}`
    return row?.rows
  })

layer(TestDatabase.layerPglite, { timeout: "60 seconds" })("autovacuum of the embedded database", (it) => {
  it.effect("analyses a table that has grown, once, and leaves small ones alone", () =>
    Effect.gen(function* () {
      yield* fill("large", 20_000)
      yield* fill("small", 100)
      assert.include(yield* Autovacuum.round, "public.large")
      assert.deepStrictEqual([yield* known("large"), yield* known("small")], [20_000, -1])
      assert.deepStrictEqual(yield* Autovacuum.round, [])
    })
  )

  it.effect("gives back the room of replaced rows", () =>
    Effect.gen(function* () {
      const sql = yield* SqlClient
      yield* fill("replaced", 10_000)
      yield* Autovacuum.round
      const size = sql<{ bytes: number }>`select pg_relation_size('replaced') as bytes`
      const sizes: Array<number | undefined> = []
      for (const round of [1, 2, 3, 4]) {
        yield* sql`update replaced set text = repeat(${String(round)}, 100), owner = owner + 1`
        assert.deepStrictEqual(yield* Autovacuum.round, ["public.replaced"])
        sizes.push((yield* size)[0]?.bytes)
      }
      assert.strictEqual(sizes[3], sizes[1])
    })
  )

  it.effect("plans anew what was planned for a table that has grown since", () =>
    Effect.gen(function* () {
      const sql = yield* SqlClient
      yield* fill("grown", 50)
      yield* sql`analyze grown`
      yield* sql.unsafe("prepare wanted as select * from grown where owner = $1")
      yield* sql`set plan_cache_mode = force_generic_plan`
      const plan = Effect.map(sql.unsafe("explain execute wanted(7)"), (rows) => JSON.stringify(rows))
      assert.include(yield* plan, "Seq Scan")
      yield* sql`insert into grown select n, n, repeat('x', 100) from generate_series(51, 20000) n`
      assert.include(yield* plan, "Seq Scan")
      yield* Autovacuum.round
      assert.notInclude(yield* plan, "Seq Scan")
    })
  )
})
