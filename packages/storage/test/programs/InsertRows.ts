/** Inserts rows into an embedded database one by one, and says each number after its commit, until it is killed. */
import * as Effect from "effect/Effect"
import { SqlClient } from "effect/sql/SqlClient"
import * as DataDirectory from "../../src/DataDirectory.ts"
import * as Database from "../../src/Database.ts"

const [dataDir = ""] = process.argv.slice(2)

const program = Effect.gen(function* () {
  yield* DataDirectory.lock(dataDir)
  yield* Effect.gen(function* () {
    const sql = yield* SqlClient
    yield* sql`CREATE TABLE IF NOT EXISTS counted (number integer PRIMARY KEY)`
    for (let number = 1; ; number++) {
      yield* sql`INSERT INTO counted (number) VALUES (${number})`
      console.log(`committed ${number};`)
    }
  }).pipe(Effect.provide(Database.layerPglite({ dataDir })))
})

await Effect.runPromise(Effect.scoped(program))
