/**
 * The embedded store in one file and back: what `npm run backup` and `npm run restore` do. The file is a gzipped tar
 * of the cluster, as PGlite writes it. A PostgreSQL server has its own tools (`pg_dump`).
 */
import * as Fs from "node:fs/promises"
import { basename, resolve } from "node:path"
import * as Effect from "effect/Effect"
import * as Schema from "effect/Schema"
import * as DataDirectory from "./DataDirectory.ts"
import { clusterDirectory } from "./Database.ts"
import { gunzip } from "./Gunzip.ts"
import * as PgliteHost from "./PgliteHost.ts"
import { incomingDirectory } from "./PgliteMessage.ts"
import { cluster as clusterOf } from "./core/Tarball.ts"

/** There is no embedded database to back up. */
export class NothingToBackUp extends Schema.TaggedError<NothingToBackUp>()("NothingToBackUp", {
  directory: Schema.String
}) {
  override get message(): string {
    return `There is no database in ${this.directory}`
  }
}

/** The backup cannot be written or read, is cut off, or is something else. */
export class BackupUnusable extends Schema.TaggedError<BackupUnusable>()("BackupUnusable", {
  file: Schema.String,
  reason: Schema.String
}) {
  override get message(): string {
    return `The backup ${this.file} cannot be used: ${this.reason}`
  }
}

/** A restore goes into an empty directory only; what is in this one would be lost. */
export class DataDirectoryNotEmpty extends Schema.TaggedError<DataDirectoryNotEmpty>()("DataDirectoryNotEmpty", {
  directory: Schema.String,
  found: Schema.Array(Schema.String)
}) {
  override get message(): string {
    return `${this.directory} is not empty (${this.found.join(", ")}): restore into an empty directory, then switch`
  }
}

type LockError = DataDirectory.DataDirectoryLocked | DataDirectory.DataDirectoryUnusable

const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))

const exists = (path: string): Effect.Effect<boolean> =>
  Effect.promise(() =>
    Fs.access(path).then(
      () => true,
      () => false
    )
  )

/** Whole or not at all, and on the disk when it returns: a backup is what is left after the machine is gone. */
const writeDurably = async (file: string, bytes: Uint8Array): Promise<void> => {
  const draft = `${file}.incoming`
  try {
    const handle = await Fs.open(draft, "w", 0o600)
    try {
      await handle.writeFile(bytes)
      await handle.sync()
    } finally {
      await handle.close()
    }
    await Fs.rename(draft, file)
  } catch (error) {
    await Fs.rm(draft, { force: true })
    throw error
  }
}

/**
 * Writes the embedded database in `dataDir` to `file` (replaced if it exists), and returns its size in bytes. Fails
 * with the pid while a process has the directory open: stop the server first.
 */
export const backup = Effect.fn("Backup.backup")(function* (options: {
  readonly dataDir: string
  readonly file: string
}): Effect.fn.Return<number, NothingToBackUp | BackupUnusable | LockError | PgliteHost.PgliteFailed> {
  const file = resolve(options.file)
  const cluster = clusterDirectory(options.dataDir)
  if (!(yield* exists(cluster))) return yield* new NothingToBackUp({ directory: resolve(options.dataDir) })
  const bytes = yield* Effect.scoped(
    Effect.gen(function* () {
      yield* DataDirectory.lock(options.dataDir)
      const host = yield* PgliteHost.make({ directory: cluster })
      return yield* host.unlimited(host.dump)
    })
  )
  yield* Effect.tryPromise({
    try: () => writeDurably(file, bytes),
    catch: (error) => new BackupUnusable({ file, reason: reasonOf(error) })
  })
  return bytes.length
})

/** Reads the whole file once: gzip's own checksum finds a cut or damaged one. */
const check = (file: string): Effect.Effect<void, BackupUnusable> =>
  Effect.tryPromise({ try: async () => gunzip(await Fs.readFile(file)), catch: reasonOf }).pipe(
    Effect.flatMap((tar) => Effect.fromResult(clusterOf(tar))),
    Effect.mapError((reason) => new BackupUnusable({ file, reason })),
    Effect.asVoid
  )

// What a start or a restore that was killed leaves; the next one throws it away.
const leftover = basename(incomingDirectory(clusterDirectory(".")))

/** What is in a locked directory beside the lock. */
const contentOf = (directory: string) =>
  Effect.map(
    Effect.promise(() => Fs.readdir(directory)),
    (names) => names.filter((name) => !DataDirectory.isLockFile(name) && name !== leftover)
  )

/**
 * Brings a backup into an empty (or missing) data directory. The file is checked before the directory is touched, and
 * the database appears there only when it has been opened once: a restore that fails leaves the directory as it was.
 */
export const restore = Effect.fn("Backup.restore")(function* (options: {
  readonly dataDir: string
  readonly file: string
}): Effect.fn.Return<void, BackupUnusable | DataDirectoryNotEmpty | LockError> {
  const directory = resolve(options.dataDir)
  const file = resolve(options.file)
  yield* check(file)
  const refuseContent = Effect.flatMap(contentOf(directory), (found) =>
    found.length === 0 ? Effect.void : Effect.fail(new DataDirectoryNotEmpty({ directory, found: found.slice(0, 5) }))
  )
  const created = !(yield* exists(directory))
  yield* Effect.scoped(
    Effect.gen(function* () {
      // The lock first: that a process has it open says more than that it is not empty.
      yield* DataDirectory.lock(directory)
      yield* refuseContent
      yield* PgliteHost.make({ directory: clusterDirectory(directory), snapshot: file, snapshotRequired: true }).pipe(
        Effect.mapError((error) => new BackupUnusable({ file, reason: error.reason }))
      )
    })
  ).pipe(Effect.tapError(() => (created ? Effect.promise(() => Fs.rm(directory, { recursive: true })) : Effect.void)))
})
