/**
 * The exclusive lock on the embedded store's directory: two processes on one directory silently lose data. Taken by
 * `Database.layerConfig` before the database is opened, and by `Backup`.
 *
 * The lock is the file `lock.N` with the highest N. A holder that is gone leaves its file; who comes next links
 * `lock.N+1`, which only one can. The highest number never disappears (a release marks the file, it does not remove
 * it), so an old reading of the directory can never pass for a new one. Liveness is judged by pid and start time on
 * this machine: processes in different containers sharing a directory are not seen.
 */
import * as Fs from "node:fs/promises"
import { join, resolve } from "node:path"
import * as Effect from "effect/Effect"
import * as Option from "effect/Option"
import * as Random from "effect/Random"
import * as Schema from "effect/Schema"
import type * as Scope from "effect/Scope"
import * as ProcessIdentity from "./ProcessIdentity.ts"

/** Another process has the directory open. */
export class DataDirectoryLocked extends Schema.TaggedError<DataDirectoryLocked>()("DataDirectoryLocked", {
  directory: Schema.String,
  pid: Schema.Int
}) {
  override get message(): string {
    return (
      `The data directory ${this.directory} is in use by process ${this.pid}. ` +
      `Stop that process, or set LOOPDRIVE_DATA_DIR to another directory.`
    )
  }
}

/** The directory or the lock in it cannot be read or written. */
export class DataDirectoryUnusable extends Schema.TaggedError<DataDirectoryUnusable>()("DataDirectoryUnusable", {
  directory: Schema.String,
  reason: Schema.String
}) {
  override get message(): string {
    return `The data directory ${this.directory} cannot be used: ${this.reason}`
  }
}

const Holder = Schema.fromJsonString(
  Schema.Struct({ pid: Schema.Int, startedAt: Schema.String, released: Schema.Boolean })
)
const decodeHolder = Schema.decodeUnknownOption(Holder)
const encodeHolder = Schema.encodeSync(Holder)

const lockPattern = /^lock\.(\d+)$/

/** Whether a file in a data directory belongs to the lock and not to the data. */
export const isLockFile = (name: string): boolean => /^lock\.\d+(\.[0-9a-f]+)?$/.test(name)

const codeOf = (error: unknown): unknown => (error instanceof Error && "code" in error ? error.code : undefined)

const numbersIn = async (directory: string): Promise<ReadonlyArray<number>> => {
  const names = await Fs.readdir(directory)
  const numbers = names.flatMap((name) => lockPattern.exec(name)?.[1] ?? []).map(Number)
  return numbers.toSorted((a, b) => a - b)
}

const pathOf = (directory: string, number: number): string => join(directory, `lock.${number}`)

/** The holder written in a lock file; none when the file is gone or was not written by this code. */
const holderOf = async (directory: string, number: number) => {
  const text = await Fs.readFile(pathOf(directory, number), "utf8").catch((error: unknown) => {
    if (codeOf(error) === "ENOENT") return ""
    throw error
  })
  return Option.getOrUndefined(decodeHolder(text))
}

/** Writes a lock file whole or not at all: linked when it must be new, renamed over the old one otherwise. */
const write = async (path: string, text: string, unique: string, mode: "new" | "over"): Promise<boolean> => {
  const draft = `${path}.${unique}`
  await Fs.writeFile(draft, text)
  try {
    if (mode === "over") {
      await Fs.rename(draft, path)
      return true
    }
    await Fs.link(draft, path)
    return true
  } catch (error) {
    if (codeOf(error) === "EEXIST") return false
    throw error
  } finally {
    await Fs.rm(draft, { force: true })
  }
}

interface Attempt {
  readonly directory: string
  readonly text: string
  readonly unique: string
}

/** The number taken, the pid in the way, or undefined when the directory changed meanwhile and it is to be tried anew. */
const attempt = Effect.fnUntraced(function* ({ directory, text, unique }: Attempt) {
  const io = <A>(f: () => Promise<A>) =>
    Effect.tryPromise({ try: f, catch: (error) => new DataDirectoryUnusable({ directory, reason: String(error) }) })
  const highest = (yield* io(() => numbersIn(directory))).at(-1) ?? 0
  const holder = yield* io(() => holderOf(directory, highest))
  if (holder !== undefined && !holder.released) {
    const started = yield* ProcessIdentity.startedAt(holder.pid)
    if (started === holder.startedAt) return yield* new DataDirectoryLocked({ directory, pid: holder.pid })
  }
  const mine = highest + 1
  if (!(yield* io(() => write(pathOf(directory, mine), text, unique, "new")))) return undefined
  // Somebody may have come, gone and been succeeded since the reading: then a higher number stands.
  const numbers = yield* io(() => numbersIn(directory))
  if (numbers.at(-1) !== mine) {
    yield* io(() => Fs.rm(pathOf(directory, mine), { force: true }))
    return undefined
  }
  for (const number of numbers.slice(0, -1)) yield* io(() => Fs.rm(pathOf(directory, number), { force: true }))
  return mine
})

// Each further attempt means that another process took the lock in between; so many do not start at once.
const attemptsMax = 100

/**
 * Takes the lock for as long as the scope is open, creating the directory if it is missing; returns its absolute
 * path. A lock whose process was killed is taken over; of several that try at once, one succeeds.
 */
export const lock = Effect.fn("DataDirectory.lock")(function* (
  path: string
): Effect.fn.Return<string, DataDirectoryLocked | DataDirectoryUnusable, Scope.Scope> {
  const directory = resolve(path)
  const unusable = (error: unknown) => new DataDirectoryUnusable({ directory, reason: String(error) })
  yield* Effect.tryPromise({ try: () => Fs.mkdir(directory, { recursive: true }), catch: unusable })
  const pid = process.pid
  const startedAt = (yield* ProcessIdentity.startedAt(pid)) ?? "alive"
  const unique = (yield* Random.nextIntBetween(0, 2 ** 48 - 1)).toString(16) + pid.toString(16)
  const text = encodeHolder({ pid, startedAt, released: false })
  const take = Effect.gen(function* () {
    for (let count = 0; count < attemptsMax; count++) {
      const number = yield* attempt({ directory, text, unique })
      if (number !== undefined) return number
    }
    return yield* unusable(`the lock changed hands ${attemptsMax} times in a row`)
  })
  const released = encodeHolder({ pid, startedAt, released: true })
  yield* Effect.acquireRelease(take, (number) =>
    Effect.promise(() => write(pathOf(directory, number), released, unique, "over")).pipe(
      Effect.catchDefect((error) => Effect.logWarning("The data directory's lock could not be released", { error }))
    )
  )
  return directory
})
