import { assert, describe, it } from "@effect/vitest"
import * as Database from "@loopdrive/storage/Database"
import * as Effect from "effect/Effect"
import * as Redacted from "effect/Redacted"
import { SqlClient } from "effect/sql/SqlClient"
import * as PostgresServer from "../src/PostgresServer.ts"
import * as TestDatabase from "../src/TestDatabase.ts"

TestDatabase.describeStores("TestDatabase", (it, store) => {
  it.effect("is migrated and belongs to this suite alone", () =>
    Effect.gen(function* () {
      const sql = yield* SqlClient
      assert.strictEqual((yield* Database.Database).store, store)
      assert.isNotEmpty(yield* sql`SELECT value FROM loopdrive_storage WHERE key = 'embedding'`)
      yield* sql`CREATE TABLE only_here (id integer)`
    })
  )
})

describe("TestDatabase.fresh", () => {
  it.live("gives each its own database and drops it", () =>
    Effect.gen(function* () {
      const nameOf = (url: Redacted.Redacted) => new URL(Redacted.value(url)).pathname.slice(1)
      const names = yield* Effect.scoped(
        Effect.gen(function* () {
          const urls = yield* Effect.all([TestDatabase.fresh(), TestDatabase.fresh()], { concurrency: 2 })
          for (const url of urls) {
            yield* Effect.flatMap(SqlClient, (sql) => sql`CREATE TABLE mine (id integer)`).pipe(
              Effect.provide(Database.layerPostgres({ url }))
            )
          }
          return urls.map(nameOf)
        })
      )
      assert.notStrictEqual(names[0], names[1])
      const left = yield* Effect.flatMap(
        SqlClient,
        (sql) => sql`SELECT datname FROM pg_database WHERE ${sql.in("datname", names)}`
      ).pipe(Effect.provide(Database.layerPostgres({ url: TestDatabase.urlOf("postgres") })))
      assert.deepStrictEqual(left, [])
    })
  )
})

describe("PostgresServer", () => {
  it.live("starts a durable server beside the shared one and says so", () =>
    Effect.gen(function* () {
      const server = yield* PostgresServer.make({ fsync: true })
      const { durability } = yield* Effect.provide(Database.Database, Database.layerPostgres({ url: server.url }))
      assert.include(durability, "of the machine")
      assert.notInclude(durability, "not")
    })
  )
})
