import { assert, describe, it } from "@effect/vitest"
import * as ChildProgram from "@loopdrive/testkit/ChildProgram"
import { fresh } from "@loopdrive/testkit/TestDatabase"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Redacted from "effect/Redacted"
import * as Schedule from "effect/Schedule"
import { SqlClient } from "effect/sql/SqlClient"
import * as Fs from "node:fs/promises"
import { join } from "node:path"
import * as Database from "../src/Database.ts"
import * as Migrations from "../src/Migrations.ts"
import * as TemporaryDirectory from "@loopdrive/testkit/TemporaryDirectory"

const first = `
CREATE TABLE notes (id integer PRIMARY KEY, body text, embedding {{embedding}});
-- a comment with ; and $$ and 'quotes
CREATE FUNCTION shout() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.body := upper(NEW.body) || ';';
  RETURN NEW;
END;
$$;
CREATE TRIGGER shout BEFORE INSERT ON notes FOR EACH ROW EXECUTE FUNCTION shout();
CREATE FUNCTION one() RETURNS integer LANGUAGE sql BEGIN ATOMIC SELECT 1; END;
-- only: pgvector
CREATE INDEX notes_embedding ON notes USING hnsw (embedding vector_cosine_ops);
-- end
-- only: exact
COMMENT ON TABLE notes IS 'exact';
-- end
`
const second = "INSERT INTO notes (id, body) VALUES (1, 'hello');\nSELECT one();"

const files = { "0001_notes.sql": first, "0002_hello.sql": second }

const postgres = Layer.unwrap(Effect.map(fresh("empty"), (url) => Database.layerPostgres({ url, maxConnections: 2 })))
const pglite = Database.layerPglite({ memory: true })

const numbers = Effect.flatMap(SqlClient, (sql) => sql`SELECT number FROM loopdrive_migrations ORDER BY number`)

for (const { database, name, type } of [
  { name: "PostgreSQL", database: postgres, type: "ARRAY" },
  { name: "PGlite", database: pglite, type: "USER-DEFINED" }
]) {
  describe(`Migrations.run on ${name}`, () => {
    it.live("applies scripts with functions and triggers, once, with the column type of the store", () =>
      Effect.gen(function* () {
        const directory = yield* TemporaryDirectory.withFiles(files)
        const sql = yield* SqlClient
        const outcome = yield* Migrations.run({ directory })
        assert.deepStrictEqual(outcome.applied, ["0001_notes", "0002_hello"])
        assert.strictEqual(outcome.embedding, type === "ARRAY" ? "exact" : "pgvector")
        assert.deepStrictEqual((yield* Migrations.run({ directory })).applied, [])
        assert.deepStrictEqual(yield* sql`SELECT body FROM notes`, [{ body: "HELLO;" }])
        const column = yield* sql`SELECT data_type FROM information_schema.columns WHERE column_name = 'embedding'`
        assert.deepStrictEqual(column, [{ data_type: type }])
        const index = yield* sql`SELECT 1 FROM pg_indexes WHERE indexname = 'notes_embedding'`
        assert.lengthOf(index, type === "ARRAY" ? 0 : 1)
      }).pipe(Effect.provide(database))
    )

    it.live("leaves nothing of a migration that fails, and goes on from there when it is mended", () =>
      Effect.gen(function* () {
        const broken = "CREATE TABLE half (id integer);\nINSERT INTO missing VALUES (1);"
        const directory = yield* TemporaryDirectory.withFiles({ ...files, "0003_half.sql": broken })
        const sql = yield* SqlClient
        const error = yield* Effect.flip(Migrations.run({ directory }))
        assert.strictEqual(error._tag, "MigrationFailed")
        assert.include(error.message, "0003_half")
        assert.include(error.message, "missing")
        assert.deepStrictEqual(yield* numbers, [{ number: 1 }, { number: 2 }])
        assert.deepStrictEqual(yield* sql`SELECT to_regclass('half')::text AS half`, [{ half: null }])
        yield* Effect.promise(() => Fs.writeFile(join(directory, "0003_half.sql"), "CREATE TABLE half (id integer)"))
        assert.deepStrictEqual((yield* Migrations.run({ directory })).applied, ["0003_half"])
      }).pipe(Effect.provide(database))
    )

    it.live("refuses a changed migration and a database newer than the code", () =>
      Effect.gen(function* () {
        const directory = yield* TemporaryDirectory.withFiles(files)
        yield* Migrations.run({ directory })
        const changed = yield* TemporaryDirectory.withFiles({ ...files, "0001_notes.sql": `${first}\n-- more` })
        const changedError = yield* Effect.flip(Migrations.run({ directory: changed }))
        assert.strictEqual(changedError._tag === "MigrationChanged" && changedError.name, "0001_notes")
        const older = yield* TemporaryDirectory.withFiles({ "0001_notes.sql": first })
        const olderError = yield* Effect.flip(Migrations.run({ directory: older }))
        assert.strictEqual(olderError._tag, "DatabaseTooNew")
        assert.include(olderError.message, "2")
      }).pipe(Effect.provide(database))
    )

    it.live("refuses marks that do not pair up before it applies anything", () =>
      Effect.gen(function* () {
        const directory = yield* TemporaryDirectory.withFiles({
          ...files,
          "0003_open.sql": "-- only: exact\nSELECT 1;"
        })
        const error = yield* Effect.flip(Migrations.run({ directory }))
        assert.strictEqual(error._tag, "MigrationsInvalid")
        assert.include(error.message, "0003_open")
        assert.deepStrictEqual(yield* numbers, [])
      }).pipe(Effect.provide(database))
    )

    it.live("stays with the way embeddings are stored that it chose first", () =>
      Effect.gen(function* () {
        const directory = yield* TemporaryDirectory.withFiles({})
        const sql = yield* SqlClient
        yield* Migrations.run({ directory })
        yield* sql`UPDATE loopdrive_storage SET value = 'exact' WHERE key = 'embedding'`
        assert.strictEqual((yield* Migrations.run({ directory })).embedding, "exact")
      }).pipe(Effect.provide(database))
    )
  })
}

describe("Migrations.load", () => {
  it.live("says what is wrong with a directory it cannot read and with a file of another name", () =>
    Effect.gen(function* () {
      const directory = yield* TemporaryDirectory.withFiles({ "first.sql": "SELECT 1" })
      const misnamed = yield* Effect.flip(Migrations.load(directory))
      assert.include(misnamed.message, `${directory} are invalid: first.sql is not named NNNN_name.sql`)
      const missing = yield* Effect.flip(Migrations.load(join(directory, "none")))
      assert.include(missing.message, "ENOENT")
    })
  )
})

describe("Migrations.run in several processes", () => {
  const migrate = (target: string, directory: string) =>
    ChildProgram.start(new URL("./programs/Migrate.ts", import.meta.url), [target, directory])

  it.live("applies each migration once when several start at once", () =>
    Effect.gen(function* () {
      const url = yield* fresh("empty")
      const directory = yield* TemporaryDirectory.withFiles({ ...files, "0003_wait.sql": "SELECT pg_sleep(0.3)" })
      const children = yield* Effect.all(Array.from({ length: 3 }, () => migrate(Redacted.value(url), directory)))
      const said = yield* Effect.forEach(children, (child) => child.says("applied"), { concurrency: "unbounded" })
      const applied = said.flatMap((line) => line.replace(/^applied |;$/g, "").split(",")).filter((name) => name !== "")
      assert.deepStrictEqual(applied.toSorted(), ["0001_notes", "0002_hello", "0003_wait"])
    })
  )

  it.live("goes on after kill -9 in the middle of a migration on PostgreSQL", () =>
    Effect.gen(function* () {
      const url = yield* fresh("empty")
      const slow = "CREATE TABLE half (id integer);\nSELECT pg_sleep(600);"
      const directory = yield* TemporaryDirectory.withFiles({ ...files, "0003_slow.sql": slow })
      const child = yield* migrate(Redacted.value(url), directory)
      yield* Effect.gen(function* () {
        const sql = yield* SqlClient
        const sleeping = sql`SELECT 1 FROM pg_stat_activity WHERE wait_event = 'PgSleep' AND datname = current_database()`
        yield* sleeping.pipe(
          Effect.filterOrFail((rows) => rows.length > 0),
          Effect.retry(Schedule.spaced("50 millis"))
        )
        yield* child.kill("SIGKILL")
        yield* Effect.promise(() => Fs.writeFile(join(directory, "0003_slow.sql"), "CREATE TABLE half (id integer)"))
        assert.deepStrictEqual((yield* Migrations.run({ directory })).applied, ["0003_slow"])
      }).pipe(Effect.provide(Database.layerPostgres({ url })))
    })
  )

  it.live("goes on after kill -9 in the middle of a migration on PGlite", () =>
    Effect.gen(function* () {
      const dataDir = yield* TemporaryDirectory.make
      const slow = "CREATE TABLE half (id integer);\nSELECT pg_sleep(600);"
      const directory = yield* TemporaryDirectory.withFiles({ ...files, "0003_slow.sql": slow })
      const child = yield* migrate(dataDir, directory)
      yield* child.says("Applying migration 0003_slow")
      yield* child.kill("SIGKILL")
      yield* Effect.promise(() => Fs.writeFile(join(directory, "0003_slow.sql"), "CREATE TABLE half (id integer)"))
      const { applied } = yield* Effect.provide(Migrations.run({ directory }), Database.layerPglite({ dataDir }))
      assert.deepStrictEqual(applied, ["0003_slow"])
    })
  )
})
