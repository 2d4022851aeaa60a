import { afterAll, assert, describe, it } from "@effect/vitest"
import * as ChildProgram from "@loopdrive/testkit/ChildProgram"
import * as Effect from "effect/Effect"
import { SqlClient } from "effect/sql/SqlClient"
import { execFile } from "node:child_process"
import * as Fs from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { promisify } from "node:util"
import { gzipSync } from "node:zlib"
import * as Backup from "../src/Backup.ts"
import * as DataDirectory from "../src/DataDirectory.ts"
import * as Database from "../src/Database.ts"
import * as Vector from "../src/Vector.ts"
import * as TemporaryDirectory from "@loopdrive/testkit/TemporaryDirectory"

const fill = (dataDir: string) =>
  Effect.gen(function* () {
    const sql = yield* SqlClient
    yield* sql`CREATE EXTENSION vector`
    yield* sql`CREATE TABLE kept (id integer PRIMARY KEY, at vector(2))`
    yield* sql`INSERT INTO kept SELECT n, ${Vector.parameter([0.5, -1])} FROM generate_series(1, 500) AS n`
  }).pipe(Effect.provide(Database.layerPglite({ dataDir })))

const read = (dataDir: string) =>
  Effect.flatMap(SqlClient, (sql) => sql`SELECT count(*) AS n, min(at::text) AS at FROM kept`).pipe(
    Effect.provide(Database.layerPglite({ dataDir }))
  )

const list = (directory: string) => Effect.promise(() => Fs.readdir(directory))

/** A filled store under `data` and its backup in `file`, made once: starting the database is what takes time. */
const original = Effect.runPromise(
  Effect.gen(function* () {
    const directory = yield* Effect.promise(() => Fs.mkdtemp(join(tmpdir(), "loopdrive-test-")))
    const [dataDir, file] = [join(directory, "data"), join(directory, "file")]
    yield* fill(dataDir)
    return { directory, dataDir, file, bytes: yield* Backup.backup({ dataDir, file }) }
  })
)
afterAll(async () => Fs.rm((await original).directory, { recursive: true, force: true }))

/** The same in a directory of the test's own. */
const backedUp = Effect.gen(function* () {
  const { bytes, directory: from } = yield* Effect.promise(() => original)
  assert.isAbove(bytes, 100_000)
  const directory = yield* TemporaryDirectory.make
  const [dataDir, file] = [join(directory, "data"), join(directory, "file")]
  yield* Effect.promise(() => Fs.cp(from, directory, { recursive: true }))
  return { directory, dataDir, file }
})

describe("Backup", () => {
  it.live("brings rows and vectors back into a directory that does not exist", () =>
    Effect.gen(function* () {
      const { dataDir, directory, file } = yield* backedUp
      const restored = join(directory, "restored")
      yield* Backup.restore({ dataDir: restored, file })
      assert.deepStrictEqual(yield* read(restored), [{ n: 500, at: "[0.5,-1]" }])
      assert.deepStrictEqual(yield* read(dataDir), [{ n: 500, at: "[0.5,-1]" }])
    })
  )

  it.live("refuses a truncated, foreign or empty file and leaves the directory as it was", () =>
    Effect.gen(function* () {
      const { directory, file } = yield* backedUp
      const whole = yield* Effect.promise(() => Fs.readFile(file))
      const target = join(directory, "target")
      yield* Effect.promise(() => Fs.mkdir(target))
      for (const content of [
        whole.subarray(0, whole.length - 100),
        whole.subarray(0, 1000),
        Buffer.from("hello"),
        Buffer.alloc(0),
        gzipSync("hello"),
        gzipSync(Buffer.alloc(1024))
      ]) {
        yield* Effect.promise(() => Fs.writeFile(file, content))
        const error = yield* Effect.flip(Backup.restore({ dataDir: target, file }))
        assert.strictEqual(error._tag, "BackupUnusable")
        assert.deepStrictEqual(yield* list(target), [])
      }
    })
  )

  it.live("leaves no directory behind where there was none and the file is no database", () =>
    Effect.gen(function* () {
      const { directory, file } = yield* backedUp
      const target = join(directory, "target")
      // Whole as an archive, with what every cluster has; PostgreSQL itself cannot open it.
      const hollow = yield* TemporaryDirectory.withFiles({ PG_VERSION: "18\n" })
      yield* Effect.promise(() => Fs.mkdir(join(hollow, "global")))
      yield* Effect.promise(() => Fs.writeFile(join(hollow, "global", "pg_control"), "nothing"))
      yield* Effect.promise(() =>
        promisify(execFile)("tar", ["-czf", file, "-C", hollow, "PG_VERSION", "global/pg_control"])
      )
      const error = yield* Effect.flip(Backup.restore({ dataDir: target, file }))
      assert.strictEqual(error._tag, "BackupUnusable")
      assert.notInclude(yield* list(directory), "target")
    })
  )

  it.live("says why a backup cannot be written, and leaves no draft of it", () =>
    Effect.gen(function* () {
      const { dataDir, directory } = yield* backedUp
      const taken = join(directory, "taken")
      yield* Effect.promise(() => Fs.mkdir(taken))
      const error = yield* Effect.flip(Backup.backup({ dataDir, file: taken }))
      assert.strictEqual(error._tag, "BackupUnusable")
      assert.include(error.message, taken)
      assert.sameMembers([...(yield* list(directory))], ["data", "file", "taken"])
    })
  )

  it.live("refuses a directory that holds anything", () =>
    Effect.gen(function* () {
      const { dataDir, file } = yield* backedUp
      const error = yield* Effect.flip(Backup.restore({ dataDir, file }))
      assert.strictEqual(error._tag, "DataDirectoryNotEmpty")
      assert.include(error.message, "postgres")
    })
  )

  it.live("refuses both ways while a process has the directory open, and names it", () =>
    Effect.gen(function* () {
      const { dataDir, file } = yield* backedUp
      yield* DataDirectory.lock(dataDir)
      const backup = Effect.asVoid(Backup.backup({ dataDir, file }))
      for (const error of [yield* Effect.flip(backup), yield* Effect.flip(Backup.restore({ dataDir, file }))]) {
        assert.strictEqual(error._tag, "DataDirectoryLocked")
        assert.include(error.message, String(process.pid))
      }
    })
  )

  it.live("refuses to back up a directory without a database", () =>
    Effect.gen(function* () {
      const dataDir = yield* TemporaryDirectory.make
      const error = yield* Effect.flip(Backup.backup({ dataDir, file: join(dataDir, "file") }))
      assert.strictEqual(error._tag, "NothingToBackUp")
    })
  )
})

describe("the backup and restore programs", () => {
  const run = (program: string, args: ReadonlyArray<string>, env: Record<string, string>) =>
    Effect.gen(function* () {
      const child = yield* ChildProgram.start(new URL(`../src/${program}.ts`, import.meta.url), args, env)
      return { code: yield* child.exit, said: child.output().join("\n") }
    })

  it.live("carry a store from one directory to another", () =>
    Effect.gen(function* () {
      const { dataDir, directory } = yield* backedUp
      const restored = join(directory, "restored")
      const env = { INIT_CWD: directory, DATABASE_URL: "" }
      assert.strictEqual((yield* run("BackupCommand", ["copy"], { ...env, LOOPDRIVE_DATA_DIR: dataDir })).code, 0)
      assert.strictEqual((yield* run("RestoreCommand", ["copy"], { ...env, LOOPDRIVE_DATA_DIR: restored })).code, 0)
      assert.deepStrictEqual(yield* read(restored), [{ n: 500, at: "[0.5,-1]" }])
    })
  )

  it.live("explain themselves when they are called wrongly", () =>
    Effect.gen(function* () {
      for (const args of [[], ["--help"], ["one", "two"]]) {
        const misused = yield* run("BackupCommand", args, {})
        assert.notStrictEqual(misused.code, 0)
        assert.strictEqual(misused.said.trim(), "Name one file: npm run backup -- FILE")
      }
      const server = yield* run("RestoreCommand", ["file"], { DATABASE_URL: "postgres://localhost/x" })
      assert.notStrictEqual(server.code, 0)
      assert.include(server.said, "pg_restore")
    })
  )
})
