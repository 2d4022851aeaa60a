/**
 * Which database stands behind `PgClient` and `SqlClient`, and what it promises. Every store runs on these layers;
 * `/health` shows `Database`'s data.
 *
 * Types as rows carry them, on both stores:
 * - `bigint`: a number where that is exact (up to 2^53 - 1), a bigint beyond; never rounded. Both may be passed in.
 * - `timestamptz`: a `Date` (PostgreSQL's microseconds are cut to milliseconds); sessions are in UTC.
 * - `jsonb`: the parsed value; pass it in with `sql.json(value)`. `numeric`: a string (so `sum(bigint)` too: cast it).
 * - `vector` and `real[]`: an array of numbers; pass it in with `Vector.parameter(values)`.
 */
import { PgClient, PgTypes } from "@effect/sql-pg"
import { join, resolve } from "node:path"
import * as Config from "effect/Config"
import * as Context from "effect/Context"
import * as Duration from "effect/Duration"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Option from "effect/Option"
import * as Redacted from "effect/Redacted"
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import { SqlClient } from "effect/sql/SqlClient"
import type { SqlError } from "effect/sql/SqlError"
import * as Autovacuum from "./Autovacuum.ts"
import * as DataDirectory from "./DataDirectory.ts"
import * as Migrations from "./Migrations.ts"
import * as PgliteHost from "./PgliteHost.ts"
import * as PgliteStream from "./PgliteStream.ts"
import * as Snapshot from "./Snapshot.ts"
import * as Vector from "./Vector.ts"

/** What the store is and what it promises. */
export class Database extends Context.Service<
  Database,
  {
    /** `memory`: none at all, for tests. */
    readonly store: "postgres" | "pglite" | "memory"
    /** One sentence on what survives. */
    readonly durability: string
    /** `pgvector`: `vector(1536)` columns and its indexes; `exact`: `real[]` columns, distances computed row by row. */
    readonly vectors: "pgvector" | "exact"
    /** The server's own version, for example `18.4`. */
    readonly version: string
  }
>()("@loopdrive/storage/Database") {}

/** What every layer here provides. */
export type Services = PgClient.PgClient | SqlClient | Database

interface MigrationOption {
  /** A directory of migrations to apply before the layer is ready; absent: the schema is taken as it is. */
  readonly migrations?: string | undefined
}

export interface PostgresOptions extends MigrationOption {
  readonly url: Redacted.Redacted
  /** Default 10: what one process of several may take of PostgreSQL's default of 100. */
  readonly maxConnections?: number | undefined
}

export type PgliteOptions = MigrationOption & {
  /** Default 30 s; see `PgliteHost.make` for what happens then. */
  readonly statementLimit?: Duration.Input | undefined
  /** A tarball to begin a fresh database with; default is one made at installation, if it is there. */
  readonly snapshot?: string | undefined
} & ({ readonly dataDir: string; readonly memory?: never } | { readonly memory: true; readonly dataDir?: never })

/** The cluster's directory inside a data directory. */
export const clusterDirectory = (dataDir: string): string => join(resolve(dataDir), "postgres")

const int8Bytes = 8

/** Built in, `int8` reads as bigint only. Written as one, whatever it was read as. */
const int8Codec: PgTypes.Codec<number | bigint> = {
  decode: (bytes) => {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    if (bytes.byteLength !== int8Bytes) return Result.fail(new PgTypes.CodecError({ message: "int8 has 8 bytes" }))
    const value = view.getBigInt64(0)
    const number = Number(value)
    return Result.succeed(Number.isSafeInteger(number) ? number : value)
  },
  encode: (value) =>
    typeof value === "number" && !Number.isSafeInteger(value)
      ? Result.fail(new PgTypes.CodecError({ message: `${value} is not an exact integer` }))
      : PgTypes.encode(BigInt(value), PgTypes.OID.int8)
}

const makeRegistry = (): PgTypes.Registry => {
  const registry = PgTypes.makeRegistry()
  registry.register(PgTypes.OID.int8, int8Codec, { arrayOid: PgTypes.OID.int8Array })
  return registry
}

const statementTimeout = Duration.seconds(30)

const decodeVersion = Schema.decodeUnknownEffect(Schema.Tuple([Schema.Struct({ server_version: Schema.String })]))

/** Asks the connected server what it is. */
const describe = Effect.fnUntraced(function* (
  sql: PgClient.PgClient,
  store: "postgres" | "pglite",
  durability: string
): Effect.fn.Return<Database["Service"], SqlError> {
  const [{ server_version }] = yield* Effect.orDie(decodeVersion(yield* sql`SHOW server_version`))
  const hasVector = sql.config.types !== undefined && (yield* Vector.register(sql, sql.config.types))
  const kept = yield* Migrations.embeddingOf(sql)
  if (kept === "exact" && hasVector)
    yield* Effect.logInfo(
      "pgvector is there, but embeddings are kept in real[]; docs/operations.md says how to change that"
    )
  const vectors = kept ?? (hasVector ? "pgvector" : "exact")
  return Database.of({ store, durability, vectors, version: server_version })
})

const postgresDurability = (settings: Readonly<Record<string, unknown>>): string => {
  // The weaker promise first: without synchronous_commit a crash of the server alone loses data.
  if (settings.synchronous_commit === "off") {
    return "Data committed in the last moments before a crash may be lost (synchronous_commit is off)."
  }
  if (settings.fsync !== "on")
    return "Committed data survives a crash of the process, not one of the machine (fsync is off)."
  return "Committed data survives crashes of the process and of the machine."
}

const pgliteDurability = (memory: boolean): string =>
  memory
    ? "Nothing survives the process: the database is in memory."
    : "Committed data survives the process being killed, not a power loss (it runs without fsync)."

/**
 * A PostgreSQL server, 16 or newer. Sessions are in UTC, end statements after 30 s, and compile no expressions: none of
 * ours runs for so long that it pays, and what is kept from a bad plan by its cost (the trigger that adds entries up) looks
 * as if it did, which took 0.2 s an entry. These are startup parameters, so a connection pooler in between has to pass them
 * on (PgBouncer: `ignore_startup_parameters` drops them).
 */
export const layerPostgres = (options: PostgresOptions): Layer.Layer<Services, SqlError | Migrations.MigrationError> =>
  Layer.effect(
    Database,
    Effect.gen(function* () {
      const sql = yield* PgClient.PgClient
      if (options.migrations !== undefined) yield* Migrations.run({ directory: options.migrations })
      const [settings = {}] = yield* sql`SELECT current_setting('fsync') AS fsync,
        current_setting('synchronous_commit') AS synchronous_commit`
      return yield* describe(sql, "postgres", postgresDurability(settings))
    })
  ).pipe(
    Layer.provideMerge(
      Layer.suspend(() =>
        PgClient.layer({
          url: options.url,
          maxConnections: options.maxConnections ?? 10,
          applicationName: "loopdrive",
          types: makeRegistry(),
          startupParameters: {
            timezone: "UTC",
            statement_timeout: String(Duration.toMillis(statementTimeout)),
            jit: "off"
          }
        })
      )
    )
  )

/**
 * A session of its own for the journal, which writes one statement after the other. On a pool each of its few statements
 * would be planned five times on every connection before PostgreSQL keeps a plan (some 2 ms each); here it is planned once
 * (`plan_cache_mode`, PostgreSQL documentation, "Query Planning"), and the journal waits for nobody's connection. ADR 0008
 * says why that plan is right. An embedded database has one session, which everybody shares.
 */
export const layerJournal: Layer.Layer<SqlClient, SqlError, Services> = Layer.unwrap(
  Effect.gen(function* () {
    const shared = yield* PgClient.PgClient
    const { store } = yield* Database
    if (store !== "postgres") return Layer.succeed(SqlClient, shared)
    const { config } = shared
    return PgClient.layer({
      ...config,
      maxConnections: 1,
      // Kept when idle, with its plans and its memory.
      minConnections: 1,
      startupParameters: { ...config.startupParameters, plan_cache_mode: "force_generic_plan" }
    })
  })
)

/** The client of an embedded database that is already open, without `Database` and without migrations. */
export const layerClient = (backend: PgliteStream.Backend): Layer.Layer<PgClient.PgClient | SqlClient, SqlError> =>
  PgClient.layer({
    stream: () => PgliteStream.make(backend),
    username: "postgres",
    database: "postgres",
    ssl: false,
    applicationName: "loopdrive",
    types: makeRegistry(),
    maxConnections: 1,
    idleTimeout: Duration.infinity,
    // Opening waits for a statement that the last client left running.
    connectTimeout: "2 minutes"
  })

/** An embedded database that is already open, through the same client; migrated first where a directory is given. */
export const layerHosted = (
  host: PgliteHost.PgliteHost,
  { durability, migrations }: MigrationOption & { readonly durability: string }
): Layer.Layer<Services, SqlError | Migrations.MigrationError> =>
  Layer.effectContext(
    Effect.gen(function* () {
      const clients = yield* Layer.build(layerClient(host))
      const migrate = migrations === undefined ? Effect.void : Migrations.run({ directory: migrations })
      yield* host.unlimited(Effect.provide(migrate, clients))
      const data = yield* describe(Context.get(clients, PgClient.PgClient), "pglite", durability)
      return Context.add(clients, Database, data)
    })
  )

/** The tarball a fresh cluster begins with: one that has these migrations already saves applying them. */
const snapshotFor = (migrations: string | undefined) =>
  migrations === undefined
    ? Effect.succeed(Snapshot.find())
    : Effect.map(Migrations.load(migrations), (files) => Snapshot.find(Snapshot.variantOf(files)) ?? Snapshot.find())

/**
 * PGlite in a worker thread, through the same client. There is one session: connections do not run side by side, a
 * statement issued outside an open transaction's own context waits for that transaction (inside it: for ever), and
 * `listen` would take the only connection. The caller holds the directory's lock (`DataDirectory.lock`).
 */
export const layerPglite = (
  options: PgliteOptions
): Layer.Layer<Services, SqlError | Migrations.MigrationError | PgliteHost.PgliteFailed> =>
  Layer.unwrap(
    Effect.gen(function* () {
      const host = yield* PgliteHost.make({
        directory: options.dataDir === undefined ? undefined : clusterDirectory(options.dataDir),
        snapshot: options.snapshot ?? (yield* snapshotFor(options.migrations)),
        statementLimit: options.statementLimit ?? statementTimeout
      })
      return Layer.effectDiscard(Autovacuum.start(host.unlimited)).pipe(
        Layer.provideMerge(
          layerHosted(host, {
            durability: pgliteDurability(options.memory === true),
            migrations: options.migrations
          })
        )
      )
    })
  )

/** `DATABASE_URL`, if it is set to something. */
export const databaseUrl = Config.option(Config.Redacted("DATABASE_URL")).pipe(
  // An empty line in an environment file means that there is none.
  Config.map(Option.filter((url) => Redacted.value(url) !== ""))
)

/** `LOOPDRIVE_DATA_DIR`: where the embedded database and its lock are. */
export const dataDir = Config.withDefault(Config.String("LOOPDRIVE_DATA_DIR"), ".loopdrive")

/**
 * The database the environment names, migrated: PostgreSQL where `DATABASE_URL` is set, otherwise the embedded one
 * under `LOOPDRIVE_DATA_DIR` (default `.loopdrive`), locked against other processes.
 */
export const layerConfig: Layer.Layer<
  Services,
  | SqlError
  | Config.ConfigError
  | Migrations.MigrationError
  | PgliteHost.PgliteFailed
  | DataDirectory.DataDirectoryLocked
  | DataDirectory.DataDirectoryUnusable
> = Layer.unwrap(
  Effect.gen(function* () {
    const url = yield* databaseUrl
    if (Option.isSome(url)) return layerPostgres({ url: url.value, migrations: Migrations.directory })
    const locked = Layer.unwrap(
      Effect.map(Effect.flatMap(dataDir, DataDirectory.lock), (directory) =>
        layerPglite({ dataDir: directory, migrations: Migrations.directory })
      )
    )
    return locked
  })
)
