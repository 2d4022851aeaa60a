/**
 * Clusters kept as tarballs under `node_modules/.cache/loopdrive/`, so that a fresh embedded database pays neither for
 * `initdb` nor for migrations: a bare one, and one for each set of migrations (`MigratedSnapshot`). Written at
 * installation (`SnapshotCommand`), read by `Database`.
 */
import * as Fs from "node:fs"
import { createRequire } from "node:module"
import { dirname, join } from "node:path"
import { fileURLToPath } from "node:url"
import * as Effect from "effect/Effect"
import * as Schema from "effect/Schema"
import type { MigrationFile } from "./core/MigrationFile.ts"
import * as Migrations from "./Migrations.ts"
import * as PgliteHost from "./PgliteHost.ts"

/** A file of the cache cannot be written. */
export class SnapshotNotWritten extends Schema.TaggedError<SnapshotNotWritten>()("SnapshotNotWritten", {
  path: Schema.String,
  reason: Schema.String
}) {
  override get message(): string {
    return `The snapshot ${this.path} could not be written: ${this.reason}`
  }
}

const cacheDirectory = fileURLToPath(new URL("../../../node_modules/.cache/loopdrive/", import.meta.url))

const decodePackage = Schema.decodeUnknownSync(Schema.fromJsonString(Schema.Struct({ version: Schema.String })))

/** The installed PGlite's version. Its package exports no package.json, so the file is found beside its entry. */
export const pgliteVersion: string = (() => {
  const entry = createRequire(import.meta.url).resolve("@electric-sql/pglite")
  return decodePackage(Fs.readFileSync(join(dirname(entry), "..", "package.json"), "utf8")).version
})()

/** The variant that has these migrations and nothing else. */
export const variantOf = (migrations: ReadonlyArray<MigrationFile>): string =>
  Migrations.digest(migrations).slice(0, 16)

/** Counts the ways snapshots have been made, so that one of an older way is not taken. 2: without template databases. */
const way = 2

/** Where a snapshot for this version of PGlite belongs. `variant` tells one with content from the bare one. */
export const pathFor = (variant = "bare"): string =>
  join(cacheDirectory, `pglite-${pgliteVersion}.${way}-${variant}.tar.gz`)

/** The snapshot's path, or undefined where none was written. */
export const find = (variant?: string): string | undefined => {
  const path = pathFor(variant)
  return Fs.existsSync(path) ? path : undefined
}

/** Puts a tarball into the cache: whole or not at all, also with several writers. */
export const write = (bytes: Uint8Array, variant?: string): Effect.Effect<string, SnapshotNotWritten> => {
  const path = pathFor(variant)
  return Effect.try({
    try: () => {
      Fs.mkdirSync(dirname(path), { recursive: true })
      const draft = Fs.mkdtempSync(`${path}.`)
      try {
        Fs.writeFileSync(join(draft, "snapshot"), bytes)
        Fs.renameSync(join(draft, "snapshot"), path)
      } finally {
        Fs.rmSync(draft, { recursive: true, force: true })
      }
      return path
    },
    catch: (error) => new SnapshotNotWritten({ path, reason: String(error) })
  })
}

/** The bare snapshot's path; it is made (in 3 s) if it is missing. */
export const ensure: Effect.Effect<string, SnapshotNotWritten | PgliteHost.PgliteFailed> = Effect.suspend(() => {
  const found = find()
  if (found !== undefined) return Effect.succeed(found)
  return Effect.scoped(
    PgliteHost.make({}).pipe(
      Effect.flatMap((host) => host.dump),
      Effect.flatMap((bytes) => write(bytes))
    )
  )
})
