import { PgClient, PgTypes } from "@effect/sql-pg"
import { assert, describe, it } from "@effect/vitest"
import { describeStores, fresh } from "@loopdrive/testkit/TestDatabase"
import * as ConfigProvider from "effect/ConfigProvider"
import * as Effect from "effect/Effect"
import * as Fiber from "effect/Fiber"
import * as Layer from "effect/Layer"
import * as Redacted from "effect/Redacted"
import * as Result from "effect/Result"
import { SqlClient } from "effect/sql/SqlClient"
import { join } from "node:path"
import * as ChildProgram from "@loopdrive/testkit/ChildProgram"
import * as DataDirectory from "../src/DataDirectory.ts"
import * as Database from "../src/Database.ts"
import * as Vector from "../src/Vector.ts"
import * as TemporaryDirectory from "@loopdrive/testkit/TemporaryDirectory"

describeStores("a database", (it, store) => {
  it.effect("says what it is", () =>
    Effect.gen(function* () {
      const database = yield* Database.Database
      assert.strictEqual(database.store, store)
      assert.strictEqual(database.vectors, store === "pglite" ? "pgvector" : "exact")
      assert.match(database.version, /^\d+\.\d+/)
      assert.isNotEmpty(database.durability)
    })
  )

  it.effect("reads bigint exactly, timestamps as Date, jsonb as value, arrays of numbers as such", () =>
    Effect.gen(function* () {
      const sql = yield* PgClient.PgClient
      yield* sql`CREATE TABLE typed (big bigint, at timestamptz, data jsonb, numbers real[], bigs bigint[])`
      const at = new Date("2026-02-03T04:05:06.789Z")
      const row = { big: 12_345_678_901, at, data: { a: [1, null] }, numbers: [1, 2.5], bigs: [1, 2n ** 60n] }
      yield* sql`INSERT INTO typed VALUES (${row.big}, ${at}, ${sql.json(row.data)}, ${Vector.parameter(row.numbers)},
        ARRAY[1, ${2n ** 60n}]::bigint[])`
      assert.deepStrictEqual(yield* sql`SELECT * FROM typed`, [row])
      const edges =
        yield* sql`SELECT 9007199254740991::bigint AS last, 9007199254740992::bigint AS beyond, count(*) AS n
        FROM typed WHERE big = ${row.big}`
      assert.deepStrictEqual(edges, [{ last: 9007199254740991, beyond: 9007199254740992n, n: 1 }])
    })
  )

  it.effect("takes integers as numbers and as bigints, and refuses a number that may have been rounded", () =>
    Effect.gen(function* () {
      const sql = yield* SqlClient
      const integers = (values: ReadonlyArray<number | bigint>) =>
        Result.getOrThrow(PgTypes.array(values, PgTypes.OID.int8))
      const rows = yield* sql`SELECT ${integers([7, 2n ** 53n, -5n])} AS n`
      assert.deepStrictEqual(rows, [{ n: [7, 2n ** 53n, -5] }])
      const error = yield* Effect.flip(sql`SELECT ${integers([2 ** 53])} AS n`)
      assert.include(String(error.reason.cause), "not an exact integer")
    })
  )

  it.effect("gives the journal a session of its own that keeps its plans, where there is more than one", () =>
    Effect.gen(function* () {
      const shared = yield* SqlClient
      const look = Effect.flatMap(
        SqlClient,
        (sql) => sql`SELECT current_setting('plan_cache_mode') AS plans, current_setting('TimeZone') AS zone`
      )
      const isShared = Effect.map(SqlClient, (sql) => sql === shared)
      const own = Effect.all([look, isShared]).pipe(Effect.provide(Database.layerJournal))
      const plans = store === "postgres" ? "force_generic_plan" : "auto"
      assert.deepStrictEqual(yield* own, [[{ plans, zone: "UTC" }], store === "pglite"])
      assert.deepStrictEqual(yield* look, [{ plans: "auto", zone: "UTC" }])
    })
  )

  it.effect("runs sessions in UTC", () =>
    Effect.gen(function* () {
      const sql = yield* SqlClient
      const rows = yield* sql`SELECT '2026-02-03 04:05:06'::timestamptz AS at, current_setting('TimeZone') AS zone`
      assert.deepStrictEqual(rows, [{ at: new Date("2026-02-03T04:05:06.000Z"), zone: "UTC" }])
    })
  )

  it.effect("undoes a transaction that fails, and only its inner part where that fails", () =>
    Effect.gen(function* () {
      const sql = yield* SqlClient
      yield* sql`CREATE TABLE kept (id integer PRIMARY KEY)`
      yield* sql`INSERT INTO kept VALUES (1)`.pipe(Effect.andThen(Effect.fail("no")), sql.withTransaction, Effect.flip)
      yield* sql.withTransaction(
        Effect.gen(function* () {
          yield* sql`INSERT INTO kept VALUES (2)`
          yield* Effect.flip(sql.withTransaction(sql`INSERT INTO kept VALUES (3), (2)`))
          yield* sql`INSERT INTO kept VALUES (4)`
        })
      )
      assert.deepStrictEqual(yield* sql`SELECT id FROM kept ORDER BY id`, [{ id: 2 }, { id: 4 }])
    })
  )

  it.effect("tells errors apart", () =>
    Effect.gen(function* () {
      const sql = yield* SqlClient
      yield* sql`CREATE TABLE strict (id integer CONSTRAINT strict_id UNIQUE, amount integer CHECK (amount > 0))`
      yield* sql`INSERT INTO strict VALUES (1, 1)`
      const unique = (yield* Effect.flip(sql`INSERT INTO strict VALUES (1, 1)`)).reason
      assert.deepStrictEqual(unique._tag === "UniqueViolation" && unique.constraint, "strict_id")
      assert.strictEqual((yield* Effect.flip(sql`INSERT INTO strict VALUES (2, 0)`)).reason._tag, "ConstraintError")
      assert.strictEqual((yield* Effect.flip(sql`SELEKT`)).reason._tag, "SqlSyntaxError")
    })
  )

  it.effect("serves many fibers at once, a failing one among them", () =>
    Effect.gen(function* () {
      const sql = yield* SqlClient
      const ask = (n: number) =>
        sql`SELECT ${n}::int / ${n === 50 ? 0 : 1}::int AS n`.pipe(
          Effect.map((rows) => rows[0]?.n),
          Effect.orElseSucceed(() => -1)
        )
      const numbers = Array.from({ length: 100 }, (_, n) => n)
      const answers = yield* Effect.forEach(numbers, ask, { concurrency: "unbounded" })
      assert.deepStrictEqual(
        answers,
        numbers.map((n) => (n === 50 ? -1 : n))
      )
    })
  )

  it.effect("carries results far larger than one network packet", () =>
    Effect.gen(function* () {
      const sql = yield* SqlClient
      const [row] = yield* sql`SELECT repeat('ä', 2000000) AS long, ${"x".repeat(3_000_000)}::text AS sent`
      assert.strictEqual(String(row?.long).length, 2_000_000)
      assert.strictEqual(String(row?.sent).length, 3_000_000)
      assert.lengthOf(yield* sql`SELECT generate_series(1, 50000)`, 50_000)
    })
  )
})

describe("PGlite", () => {
  it.live("orders by distance of vectors and reads them as numbers", () =>
    Effect.gen(function* () {
      const sql = yield* SqlClient
      yield* sql`CREATE EXTENSION vector`
      yield* Vector.register(sql, (yield* PgClient.PgClient).config.types ?? assert.fail("no registry"))
      yield* sql`CREATE TABLE points (name text, at vector(3))`
      yield* sql`INSERT INTO points VALUES ('near', ${Vector.parameter([1, 0, 0.5])}), ('far', ${Vector.parameter([0, 1, 0])})`
      const rows = yield* sql`SELECT name, at FROM points ORDER BY at <=> ${Vector.parameter([1, 0, 0])}::vector`
      assert.deepStrictEqual(rows, [
        { name: "near", at: [1, 0, 0.5] },
        { name: "far", at: [0, 1, 0] }
      ])
    }).pipe(Effect.provide(Database.layerPglite({ memory: true })))
  )

  it.live("keeps every committed row after kill -9, and opens again", () =>
    Effect.gen(function* () {
      const dataDir = yield* TemporaryDirectory.make
      for (const goal of [40, 80]) {
        const child = yield* ChildProgram.start(new URL("./programs/InsertRows.ts", import.meta.url), [dataDir])
        yield* child.says(`committed ${goal};`)
        yield* child.kill("SIGKILL")
        const committed = child.output().filter((line) => line.startsWith("committed")).length
        yield* DataDirectory.lock(dataDir).pipe(Effect.scoped)
        const count = yield* Effect.gen(function* () {
          const sql = yield* SqlClient
          const rows = yield* sql`SELECT count(*) AS n, max(number) AS last FROM counted`
          yield* sql`DELETE FROM counted`
          return rows[0]
        }).pipe(Effect.provide(Database.layerPglite({ dataDir })))
        assert.strictEqual(count?.n, count?.last)
        // At most the one row whose commit was not said yet is there beside.
        assert.include([committed, committed + 1], count?.n)
      }
    })
  )

  it.live("starts over a first start that was killed half-way", () =>
    Effect.gen(function* () {
      const dataDir = yield* TemporaryDirectory.make
      const incoming = `${Database.clusterDirectory(dataDir)}.incoming`
      const { mkdir, writeFile } = yield* Effect.promise(() => import("node:fs/promises"))
      yield* Effect.promise(() => mkdir(join(incoming, "base"), { recursive: true }))
      yield* Effect.promise(() => writeFile(join(incoming, "PG_VERSION"), "18\n"))
      const rows = yield* Effect.flatMap(SqlClient, (sql) => sql`SELECT 1 AS one`).pipe(
        Effect.provide(Database.layerPglite({ dataDir }))
      )
      assert.deepStrictEqual(rows, [{ one: 1 }])
    })
  )

  it.live("starts without a snapshot that is broken", () =>
    Effect.gen(function* () {
      const directory = yield* TemporaryDirectory.withFiles({ broken: "not a tarball" })
      const database = Database.layerPglite({ memory: true, snapshot: join(directory, "broken") })
      const rows = yield* Effect.flatMap(SqlClient, (sql) => sql`SELECT 1 AS one`).pipe(Effect.provide(database))
      assert.deepStrictEqual(rows, [{ one: 1 }])
    })
  )

  it.live("ends a statement that runs past its limit, and keeps what was committed", () =>
    Effect.gen(function* () {
      const dataDir = yield* TemporaryDirectory.make
      const database = Database.layerPglite({ dataDir, statementLimit: "1 second" })
      yield* Effect.gen(function* () {
        const sql = yield* SqlClient
        yield* sql`CREATE TABLE kept AS SELECT 7 AS n`
        const waiting = yield* Effect.forkChild(Effect.exit(sql`SELECT 1`.pipe(Effect.delay("100 millis"))))
        const error = yield* Effect.flip(sql`SELECT count(*) FROM generate_series(1, 1000000000)`)
        assert.strictEqual(error.reason._tag, "ConnectionError")
        yield* Fiber.join(waiting)
        assert.deepStrictEqual(yield* sql`SELECT n FROM kept`, [{ n: 7 }])
      }).pipe(Effect.provide(database))
    })
  )

  it.live("lets an interrupted transaction leave nothing behind", () =>
    Effect.gen(function* () {
      const sql = yield* SqlClient
      yield* sql`CREATE TABLE things (n integer)`
      const open = yield* Effect.forkChild(
        sql.withTransaction(Effect.andThen(sql`INSERT INTO things VALUES (1)`, Effect.never))
      )
      yield* Effect.yieldNow
      yield* Fiber.interrupt(open)
      assert.deepStrictEqual(yield* sql`SELECT count(*) AS n FROM things`, [{ n: 0 }])
    }).pipe(Effect.provide(Database.layerPglite({ memory: true })))
  )
})

describe("Database.layerPostgres", () => {
  it.live("keeps embeddings as the database began with them, though vectors have come since", () =>
    Effect.gen(function* () {
      const url = yield* fresh()
      const open = <A>(use: Effect.Effect<A, unknown, Database.Database | SqlClient>) =>
        Effect.provide(use, Layer.fresh(Database.layerPostgres({ url, maxConnections: 1 })))
      yield* open(Effect.flatMap(SqlClient, (sql) => sql`create domain vector as real[]`))
      yield* open(
        Effect.gen(function* () {
          const sql = yield* SqlClient
          assert.deepStrictEqual(yield* sql`select to_regtype('vector') is not null as has`, [{ has: true }])
          assert.strictEqual((yield* Database.Database).vectors, "exact")
        })
      )
    }).pipe(Effect.scoped)
  )

  it.live("has its sessions compile nothing, which no statement here is long enough for", () =>
    Effect.gen(function* () {
      const layer = Database.layerPostgres({ url: yield* fresh(), maxConnections: 1 })
      const shown = yield* Effect.provide(
        Effect.flatMap(SqlClient, (sql) => sql`show jit`),
        layer
      )
      assert.deepStrictEqual(shown, [{ jit: "off" }])
    }).pipe(Effect.scoped)
  )
})

describe("Database.layerConfig", () => {
  const from = (env: Record<string, string>) =>
    Layer.provide(Database.layerConfig, ConfigProvider.layer(ConfigProvider.fromEnv({ env })))

  it.live("opens the embedded database, locked, where no DATABASE_URL is set", () =>
    Effect.gen(function* () {
      const dataDir = yield* TemporaryDirectory.make
      const layer = from({ LOOPDRIVE_DATA_DIR: dataDir, DATABASE_URL: "" })
      const open = Effect.gen(function* () {
        assert.strictEqual((yield* Database.Database).vectors, "pgvector")
        const error = yield* Effect.flip(Effect.scoped(DataDirectory.lock(dataDir)))
        assert.strictEqual(error._tag, "DataDirectoryLocked")
      })
      yield* Effect.provide(open, layer)
      yield* Effect.provide(open, Layer.fresh(layer))
    })
  )

  it.live("connects to PostgreSQL where DATABASE_URL is set", () =>
    Effect.gen(function* () {
      const url = Redacted.value(yield* fresh("empty"))
      const { durability, store } = yield* Effect.provide(Database.Database, from({ DATABASE_URL: url }))
      assert.strictEqual(store, "postgres")
      assert.include(durability, "may be lost (synchronous_commit is off)")
    })
  )

  it.live("promises more where the server answers only when it has written, without fsync too", () =>
    Effect.gen(function* () {
      const url = yield* fresh("empty")
      const server = Database.layerPostgres({ url })
      yield* Effect.provide(
        Effect.flatMap(
          SqlClient,
          (sql) => sql`DO $$ BEGIN
            EXECUTE format('ALTER DATABASE %I SET synchronous_commit = on', current_database()); END $$`
        ),
        server
      )
      const { durability } = yield* Effect.provide(Database.Database, Layer.fresh(server))
      assert.include(durability, "survives a crash of the process, not one of the machine (fsync is off)")
    })
  )
})
