/**
 * The worker thread that owns the PGlite instance, so that a long statement never blocks the event loop that
 * serves HTTP. Started by `PgliteHost` only; everything it does is asked for by a `PgliteRequest`.
 */
import { PGlite } from "@electric-sql/pglite"
import { citext } from "@electric-sql/pglite/contrib/citext"
import { pg_trgm } from "@electric-sql/pglite/contrib/pg_trgm"
import { vector } from "@electric-sql/pglite-pgvector"
import * as Fs from "node:fs"
import { dirname, join } from "node:path"
import * as Result from "effect/Result"
import { parentPort, workerData } from "node:worker_threads"
import * as Tarball from "./core/Tarball.ts"
import { gunzip } from "./Gunzip.ts"
import { incomingDirectory } from "./PgliteMessage.ts"
import type { PgliteReply, PgliteRequest, PgliteSource, PgliteStart } from "./PgliteMessage.ts"

const { program, source } = workerData as PgliteStart

/** Instead of a directory: files that are gone with the thread. */
const memory = "memory://"

/**
 * Of every database that is opened here. PGlite clears all of its shared buffers as it opens: PostgreSQL's default of
 * 128 MB took three quarters of the time, and as much memory. The file system caches pages behind them; where the files
 * are in memory themselves, a copy of them gains little.
 */
const how = (dataDir: string) => ({
  dataDir,
  extensions: { vector, pg_trgm, citext },
  pgliteWasmModule: program,
  startParams: [...PGlite.defaultStartParams, "-c", `shared_buffers=${dataDir === memory ? 8 : 32}MB`]
})

/** A simple-protocol `Query` message (PostgreSQL documentation, "Message Formats"). */
const simpleQuery = (sql: string): Uint8Array => {
  const text = Buffer.from(`${sql}\0`, "utf8")
  const message = Buffer.alloc(5 + text.length)
  message.write("Q", 0, "latin1")
  message.writeInt32BE(4 + text.length, 1)
  text.copy(message, 5)
  return message
}

// `DISCARD ALL` refuses to share an implicit transaction, hence one message each. PGlite knows no session defaults
// beside its command line, so the time zone is set again after the reset.
const resetMessages = ["ROLLBACK", "DISCARD ALL", "SET TIME ZONE 'UTC'"].map(simpleQuery)

const reasonOf = (error: unknown): string =>
  error instanceof Error && error.message !== "" ? error.message : String(error)

/** A cluster from its archive. Checked here: PGlite meets a damaged archive with a rejection that nobody handles. */
const unpacked = (path: string): { readonly tar: Uint8Array; readonly entries: ReadonlyArray<Tarball.Entry> } => {
  const tar = gunzip(Fs.readFileSync(path))
  const entries = Tarball.cluster(tar)
  if (Result.isFailure(entries)) throw new Error(entries.failure)
  return { tar, entries: entries.success }
}

interface Opened {
  readonly pglite: PGlite
  readonly snapshotError?: string
}

/** PGlite asks for a `Blob` and wants its bytes; Node would collect them from a stream. */
class Archive extends Blob {
  readonly #tar: Uint8Array

  constructor(tar: Uint8Array) {
    super([], { type: "application/x-tar" })
    this.#tar = tar
  }

  override arrayBuffer(): Promise<ArrayBuffer> {
    return Promise.resolve(new Uint8Array(this.#tar).buffer)
  }
}

/**
 * What another database would be copied from. There is one, and these are half of a cluster's files: without them it is
 * opened, and backed up, in half of the time.
 */
const dropTemplates = [
  "UPDATE pg_database SET datistemplate = false WHERE datistemplate",
  "DROP DATABASE template0",
  "DROP DATABASE template1"
]

/** A cluster where none was. */
const initialised = async (dataDir: string): Promise<PGlite> => {
  const pglite = await PGlite.create(how(dataDir))
  // One at a time: a database cannot be dropped in a transaction, which several at once would be.
  for (const statement of dropTemplates) await pglite.exec(statement)
  return pglite
}

const inMemory = (snapshot: string | undefined): Promise<PGlite> => {
  if (snapshot === undefined) return initialised(memory)
  return PGlite.create({ ...how(memory), loadDataDir: new Archive(unpacked(snapshot).tar) })
}

const zeros = Buffer.alloc(64 * 1024)

/** How much of it is not zeros at its end, to the next block. */
const written = (content: Uint8Array): number => {
  let end = content.length
  for (let start = end - zeros.length; start >= 0; start -= zeros.length) {
    if (zeros.compare(content, start, end) !== 0) break
    end = start
  }
  return end
}

/** The write-ahead log is sixteen megabytes of zeros but for its beginning: they are left out, as a hole in the file. */
const writeFile = (path: string, content: Uint8Array): void => {
  const end = written(content)
  Fs.writeFileSync(path, content.subarray(0, end), { mode: 0o600 })
  if (end < content.length) Fs.truncateSync(path, content.length)
}

const write = (directory: string, entries: ReadonlyArray<Tarball.Entry>): void => {
  Fs.mkdirSync(directory, { recursive: true, mode: 0o700 })
  for (const { content, isDirectory, name } of entries) {
    const path = join(directory, name)
    Fs.mkdirSync(isDirectory ? path : dirname(path), { recursive: true, mode: 0o700 })
    if (!isDirectory) writeFile(path, content)
  }
}

/**
 * A cluster appears under its own name only when it is complete: it is made in a sibling directory and renamed, so
 * a process killed in the middle leaves something the next start throws away, not something it tries to open. One that
 * is not known to be good (a backup, a new one) is opened once before.
 */
const inDirectory =
  (directory: string, trusted: boolean) =>
  async (snapshot: string | undefined): Promise<PGlite> => {
    const incoming = incomingDirectory(directory)
    Fs.rmSync(incoming, { recursive: true, force: true })
    try {
      if (snapshot !== undefined) write(incoming, unpacked(snapshot).entries)
      if (!trusted || snapshot === undefined) {
        const tried = await (snapshot === undefined ? initialised(incoming) : PGlite.create(how(incoming)))
        await tried.close()
      }
    } catch (error) {
      Fs.rmSync(incoming, { recursive: true, force: true })
      throw error
    }
    Fs.renameSync(incoming, directory)
    return PGlite.create(how(directory))
  }

/** Where the snapshot is only a short cut, a broken one costs the short cut and nothing else. */
const open = async ({ directory, snapshot, snapshotRequired }: PgliteSource): Promise<Opened> => {
  if (directory !== undefined && Fs.existsSync(directory)) return { pglite: await PGlite.create(how(directory)) }
  if (directory !== undefined) Fs.mkdirSync(dirname(directory), { recursive: true })
  const make = directory === undefined ? inMemory : inDirectory(directory, snapshotRequired !== true)
  try {
    return { pglite: await make(snapshot) }
  } catch (error) {
    if (snapshot === undefined || snapshotRequired === true) throw error
    if (directory !== undefined) Fs.rmSync(directory, { recursive: true, force: true })
    return { pglite: await make(undefined), snapshotError: reasonOf(error) }
  }
}

const answer = async (pglite: PGlite, request: PgliteRequest): Promise<Uint8Array> => {
  switch (request.kind) {
    case "open": {
      for (const message of resetMessages) pglite.execProtocolRawSync(message)
      // Copied: the startup answer is a view into PGlite's own buffer.
      return new Uint8Array(pglite.execProtocolRawSync(request.bytes))
    }
    case "execute":
      return pglite.execProtocolRawSync(request.bytes)
    case "dump": {
      pglite.execProtocolRawSync(simpleQuery("CHECKPOINT"))
      const tarball = await pglite.dumpDataDir("gzip")
      return new Uint8Array(await tarball.arrayBuffer())
    }
    case "close":
      await pglite.close()
      return new Uint8Array(0)
  }
}

const serve = async (port: NonNullable<typeof parentPort>): Promise<void> => {
  const reply = (message: PgliteReply, transfer: ReadonlyArray<ArrayBuffer> = []) =>
    port.postMessage(message, [...transfer])
  const opened = await open(source).catch((error: unknown) => {
    reply({ kind: "failed", reason: reasonOf(error) })
    return undefined
  })
  if (opened === undefined) return
  const { pglite, snapshotError } = opened
  // A dump is the only answer that takes several turns of the loop; the chain keeps later requests behind it.
  let last: Promise<void> = Promise.resolve()
  port.on("message", (request: PgliteRequest) => {
    last = last.then(async () => {
      try {
        const bytes = await answer(pglite, request)
        const transfer = bytes.buffer instanceof ArrayBuffer && bytes.byteLength === bytes.buffer.byteLength
        reply({ kind: "answer", id: request.id, bytes }, transfer ? [bytes.buffer] : [])
      } catch (error) {
        reply({ kind: "error", id: request.id, reason: reasonOf(error) })
      }
      if (request.kind === "close") port.close()
    })
  })
  reply({ kind: "ready", snapshotError })
}

if (parentPort !== null) void serve(parentPort)
