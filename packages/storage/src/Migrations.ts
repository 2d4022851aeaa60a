/**
 * Brings a database to the schema this code expects, forward only, from plain SQL files. Run at every start by
 * `Database.layerConfig`, and by `testkit` once per template.
 */
import { createHash } from "node:crypto"
import * as Fs from "node:fs/promises"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import * as Effect from "effect/Effect"
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import { SqlClient } from "effect/sql/SqlClient"
import type { SqlError } from "effect/sql/SqlError"
import { type Embedding, type MigrationFile, render, sequence } from "./core/MigrationFile.ts"

/** Where the project's own migrations are. */
export const directory: string = fileURLToPath(new URL("../migrations", import.meta.url))

/** The files cannot be read, are misnamed, leave a hole in the numbers, or carry marks that do not pair up. */
export class MigrationsInvalid extends Schema.TaggedError<MigrationsInvalid>()("MigrationsInvalid", {
  directory: Schema.String,
  reason: Schema.String
}) {
  override get message(): string {
    return `The migrations in ${this.directory} are invalid: ${this.reason}`
  }
}

/** An applied migration's file is no longer the one that was applied. Write a new migration instead. */
export class MigrationChanged extends Schema.TaggedError<MigrationChanged>()("MigrationChanged", {
  name: Schema.String,
  applied: Schema.String,
  found: Schema.String
}) {
  override get message(): string {
    return `Migration ${this.name} was changed after it had been applied: restore the file, add a new one instead`
  }
}

/** The database has migrations this code does not know: it was started with newer code before. */
export class DatabaseTooNew extends Schema.TaggedError<DatabaseTooNew>()("DatabaseTooNew", {
  database: Schema.Int,
  code: Schema.Int
}) {
  override get message(): string {
    return `The database is at migration ${this.database}, this code knows ${this.code}: start the newer version`
  }
}

/** A migration's SQL failed; nothing of it was applied, what came before it was. */
export class MigrationFailed extends Schema.TaggedError<MigrationFailed>()("MigrationFailed", {
  name: Schema.String,
  reason: Schema.String,
  cause: Schema.Defect()
}) {
  override get message(): string {
    return `Migration ${this.name} failed: ${this.reason}`
  }
}

export type MigrationError = MigrationsInvalid | MigrationChanged | DatabaseTooNew | MigrationFailed | SqlError

export interface Outcome {
  /** Names of the migrations this run applied, in order. */
  readonly applied: ReadonlyArray<string>
  readonly embedding: Embedding
}

const checksum = (text: string): string => createHash("sha256").update(text).digest("hex")

/** Reads and checks a directory of migrations. */
export const load = (from: string): Effect.Effect<ReadonlyArray<MigrationFile>, MigrationsInvalid> =>
  Effect.tryPromise({
    try: async () => {
      const files = (await Fs.readdir(from)).filter((file) => file.endsWith(".sql")).toSorted()
      return Promise.all(files.map(async (file) => ({ file, text: await Fs.readFile(join(from, file), "utf8") })))
    },
    catch: (cause) => new MigrationsInvalid({ directory: from, reason: String(cause) })
  }).pipe(
    Effect.flatMap((files) =>
      Effect.mapError(
        Effect.fromResult(sequence(files)),
        (reason) => new MigrationsInvalid({ directory: from, reason })
      )
    )
  )

/** Identifies a set of migrations: changes when any file does. */
export const digest = (migrations: ReadonlyArray<MigrationFile>): string =>
  checksum(migrations.map(({ name, text }) => `${name}\n${checksum(text)}\n`).join(""))

const Applied = Schema.Array(Schema.Struct({ number: Schema.Int, name: Schema.String, checksum: Schema.String }))
const decodeApplied = Schema.decodeUnknownEffect(Applied)
const decodeEmbedding = Schema.decodeUnknownEffect(
  Schema.Array(Schema.Struct({ value: Schema.Literals(["pgvector", "exact"]) }))
)

// "LDRV": any fixed number does, as long as everything that migrates this database uses it.
const advisoryLock = 0x4c445256

/**
 * What every step of the runner begins with, in its transaction: waiting for another process that migrates, without
 * a time limit, and having the server notice within a second when this process dies in a long statement (it would
 * hold the lock until the statement ends). Not every platform can do the latter; there it stays off.
 */
const begin = Effect.fnUntraced(function* (sql: SqlClient) {
  yield* sql`SELECT set_config('statement_timeout', '0', true)`
  yield* sql
    .withTransaction(sql`SELECT set_config('client_connection_check_interval', '1s', true)`)
    .pipe(
      Effect.catchTag("SqlError", (error) =>
        Effect.logDebug("The server cannot watch its clients during statements", { reason: error.message })
      )
    )
  yield* sql`SELECT pg_advisory_xact_lock(${advisoryLock})`
})

/** pgvector where it is offered and may be installed. Asked once per database, then remembered. */
const chooseEmbedding = Effect.fnUntraced(function* (sql: SqlClient): Effect.fn.Return<Embedding, SqlError> {
  const offered = yield* sql`SELECT 1 FROM pg_available_extensions WHERE name = 'vector'`
  if (offered.length === 0) return "exact"
  const unusable = (reason: string) =>
    Effect.as(
      Effect.logWarning("pgvector is there but cannot be used, embeddings are stored in real[]", { reason }),
      "exact" as const
    )
  return yield* sql.withTransaction(sql`CREATE EXTENSION IF NOT EXISTS vector`).pipe(
    Effect.andThen(sql`SELECT 1 WHERE to_regtype('vector') IS NOT NULL`),
    Effect.flatMap((found) =>
      found.length > 0
        ? Effect.succeed<Embedding>("pgvector")
        : unusable("the schema that it is in is not on this role's search path")
    ),
    Effect.catchTag("SqlError", (error) => unusable(error.message))
  )
})

const recordedEmbedding = Effect.fnUntraced(function* (
  sql: SqlClient
): Effect.fn.Return<Embedding | undefined, SqlError> {
  const rows = yield* sql`SELECT value FROM loopdrive_storage WHERE key = 'embedding'`
  const [recorded] = yield* Effect.orDie(decodeEmbedding(rows))
  return recorded?.value
})

/** How a migrated database keeps embeddings, whatever extensions it has got since; undefined: it is not migrated. */
export const embeddingOf = (sql: SqlClient): Effect.Effect<Embedding | undefined, SqlError> =>
  Effect.flatMap(sql`SELECT 1 WHERE to_regclass('loopdrive_storage') IS NOT NULL`, (found) =>
    found.length === 0 ? Effect.succeed(undefined) : recordedEmbedding(sql)
  )

const prepare = Effect.fnUntraced(
  function* (sql: SqlClient): Effect.fn.Return<Embedding, SqlError> {
    yield* begin(sql)
    yield* sql`CREATE EXTENSION IF NOT EXISTS pg_trgm`
    yield* sql`CREATE EXTENSION IF NOT EXISTS citext`
    yield* sql`CREATE TABLE IF NOT EXISTS loopdrive_migrations (
        number integer PRIMARY KEY,
        name text NOT NULL,
        checksum text NOT NULL,
        applied_at timestamptz NOT NULL DEFAULT now()
      )`
    yield* sql`CREATE TABLE IF NOT EXISTS loopdrive_storage (key text PRIMARY KEY, value text NOT NULL)`
    const recorded = yield* recordedEmbedding(sql)
    if (recorded !== undefined) return recorded
    const embedding = yield* chooseEmbedding(sql)
    yield* sql`INSERT INTO loopdrive_storage (key, value) VALUES ('embedding', ${embedding})`
    return embedding
  },
  (effect, sql) => sql.withTransaction(effect)
)

/** A migration and what of it this database runs. */
interface Rendered extends MigrationFile {
  readonly script: string
}

/** Compares what was applied with the files, and returns the first file that was not. */
const next = Effect.fnUntraced(function* (sql: SqlClient, migrations: ReadonlyArray<Rendered>) {
  const rows = yield* sql`SELECT number, name, checksum FROM loopdrive_migrations ORDER BY number`
  const applied = yield* Effect.orDie(decodeApplied(rows))
  const newest = applied.at(-1)?.number ?? 0
  if (newest > migrations.length) {
    return yield* new DatabaseTooNew({ database: newest, code: migrations.length })
  }
  for (const [index, migration] of migrations.entries()) {
    const row = applied[index]
    if (row === undefined) return migration
    const found = checksum(migration.text)
    if (found !== row.checksum) return yield* new MigrationChanged({ name: row.name, applied: row.checksum, found })
  }
  return undefined
})

/**
 * The client speaks the extended protocol, which takes one statement at a time. PL/pgSQL's EXECUTE takes a whole
 * script and leaves finding the ends of statements (quotes, `$$`, `BEGIN ATOMIC`) to the server's own parser.
 */
const asOneStatement = (script: string): string => {
  const tag = `m${checksum(script).slice(0, 24)}`
  return `DO $d${tag}$ BEGIN EXECUTE $${tag}$\n${script}\n$${tag}$; END $d${tag}$`
}

const reasonOf = (error: SqlError): string => {
  const cause = error.reason.cause
  return cause instanceof Error ? cause.message : error.message
}

const apply = Effect.fnUntraced(function* (sql: SqlClient, migration: Rendered) {
  yield* Effect.logInfo(`Applying migration ${migration.name}`)
  yield* sql
    .unsafe(asOneStatement(migration.script))
    .pipe(Effect.mapError((cause) => new MigrationFailed({ name: migration.name, reason: reasonOf(cause), cause })))
  yield* sql`INSERT INTO loopdrive_migrations (number, name, checksum)
      VALUES (${migration.number}, ${migration.name}, ${checksum(migration.text)})`
})

/**
 * Applies what is missing, each migration and its record in one transaction. Several processes may run this at once:
 * they take turns, and each migration is applied by one of them. Killed half-way, the next run goes on behind the
 * last complete migration. Migrations have no time limit.
 */
export const run = Effect.fn("Migrations.run")(function* (options?: {
  readonly directory?: string | undefined
}): Effect.fn.Return<Outcome, MigrationError, SqlClient> {
  const sql = yield* SqlClient
  const from = options?.directory ?? directory
  const files = yield* load(from)
  const embedding = yield* prepare(sql)
  const migrations: Array<Rendered> = []
  for (const file of files) {
    const script = render(file, embedding)
    if (Result.isFailure(script)) return yield* new MigrationsInvalid({ directory: from, reason: script.failure })
    migrations.push({ ...file, script: script.success })
  }
  const applied: Array<string> = []
  for (;;) {
    const done = yield* sql.withTransaction(
      Effect.gen(function* () {
        yield* begin(sql)
        const migration = yield* next(sql, migrations)
        if (migration === undefined) return undefined
        yield* apply(sql, migration)
        return migration.name
      })
    )
    if (done === undefined) return { applied, embedding }
    applied.push(done)
  }
})
