/**
 * The worker thread that owns the PGlite instance, so that a long statement never blocks the event loop that
 * serves HTTP. Started by `PgliteHost` only; everything it does is asked for by a `PgliteRequest`.
 */
import { PGlite } from "@electric-sql/pglite"
import { citext } from "@electric-sql/pglite/contrib/citext"
import { pg_trgm } from "@electric-sql/pglite/contrib/pg_trgm"
import { vector } from "@electric-sql/pglite-pgvector"
import * as Fs from "node:fs"
import { dirname } from "node:path"
import { gunzipSync } from "node:zlib"
import * as Result from "effect/Result"
import { parentPort, workerData } from "node:worker_threads"
import { checkCluster } from "./core/Tarball.ts"
import { incomingDirectory, type PgliteReply, type PgliteRequest, type PgliteSource } from "./PgliteMessage.ts"

const extensions = { vector, pg_trgm, citext }

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

/** Unpacked and checked here: PGlite meets a damaged archive with a rejection that nobody handles. */
const fromSnapshot = (path: string): Blob => {
  const tar = gunzipSync(Fs.readFileSync(path))
  const checked = checkCluster(tar)
  if (Result.isFailure(checked)) throw new Error(checked.failure)
  return new Blob([tar], { type: "application/x-tar" })
}

/** Opens from the snapshot; where that is only a short cut, a broken one costs the short cut and nothing else. */
const openFresh = async (
  source: PgliteSource,
  dataDir: string,
  clean: () => void
): Promise<{ readonly pglite: PGlite; readonly snapshotError?: string }> => {
  clean()
  if (source.snapshot === undefined) return { pglite: await PGlite.create({ dataDir, extensions }) }
  try {
    const loadDataDir = fromSnapshot(source.snapshot)
    return { pglite: await PGlite.create({ dataDir, extensions, loadDataDir }) }
  } catch (error) {
    clean()
    if (source.snapshotRequired) throw error
    return { pglite: await PGlite.create({ dataDir, extensions }), snapshotError: reasonOf(error) }
  }
}

/**
 * A cluster appears under its own name only when it is complete: it is made in a sibling directory and renamed, so
 * a process killed in the middle leaves something the next start throws away, not something it tries to open.
 */
const open = async (source: PgliteSource): Promise<{ readonly pglite: PGlite; readonly snapshotError?: string }> => {
  const directory = source.directory
  if (directory === undefined) return openFresh(source, "memory://", () => undefined)
  if (Fs.existsSync(directory)) return { pglite: await PGlite.create({ dataDir: directory, extensions }) }
  const incoming = incomingDirectory(directory)
  const clean = () => Fs.rmSync(incoming, { recursive: true, force: true })
  Fs.mkdirSync(dirname(directory), { recursive: true })
  const made = await openFresh(source, incoming, clean).catch((error: unknown) => {
    clean()
    throw error
  })
  await made.pglite.close()
  Fs.renameSync(incoming, directory)
  return { ...made, pglite: await PGlite.create({ dataDir: directory, extensions }) }
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

const serve = async (port: NonNullable<typeof parentPort>, source: PgliteSource): Promise<void> => {
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

if (parentPort !== null) void serve(parentPort, workerData as PgliteSource)
