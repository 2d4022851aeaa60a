/** Runs the migrations of a directory on the database of a URL (PostgreSQL) or data directory, and says what it did. */
import * as Effect from "effect/Effect"
import * as Redacted from "effect/Redacted"
import * as Database from "../../src/Database.ts"
import * as Migrations from "../../src/Migrations.ts"

const [target = "", directory = ""] = process.argv.slice(2)

const database = target.startsWith("postgres://")
  ? Database.layerPostgres({ url: Redacted.make(target), maxConnections: 1 })
  : Database.layerPglite({ dataDir: target })

await Effect.runPromise(
  Migrations.run({ directory }).pipe(
    Effect.tap(({ applied }) => Effect.sync(() => console.log(`applied ${applied.join(",")};`))),
    Effect.provide(database)
  )
)
