import { assert, describe, it } from "@effect/vitest"
import * as ChildProgram from "@loopdrive/testkit/ChildProgram"
import * as Effect from "effect/Effect"
import * as Exit from "effect/Exit"
import * as Scope from "effect/Scope"
import * as Fs from "node:fs/promises"
import { join } from "node:path"
import * as DataDirectory from "../src/DataDirectory.ts"
import * as TemporaryDirectory from "@loopdrive/testkit/TemporaryDirectory"

const holdLock = (directory: string) =>
  ChildProgram.start(new URL("./programs/HoldLock.ts", import.meta.url), [directory])

const lockFiles = (directory: string) =>
  Effect.promise(() => Fs.readdir(directory)).pipe(Effect.map((names) => names.filter(DataDirectory.isLockFile)))

describe("DataDirectory.lock", () => {
  it.live("refuses a second process and names the first one's pid and the directory", () =>
    Effect.gen(function* () {
      const directory = yield* TemporaryDirectory.make
      const child = yield* holdLock(directory)
      yield* child.says("locked")
      const error = yield* Effect.flip(Effect.scoped(DataDirectory.lock(directory)))
      assert.strictEqual(error._tag, "DataDirectoryLocked")
      assert.include(error.message, String(child.pid))
      assert.include(error.message, directory)
    })
  )

  it.live("is taken over after kill -9", () =>
    Effect.gen(function* () {
      const directory = yield* TemporaryDirectory.make
      const child = yield* holdLock(directory)
      yield* child.says("locked")
      yield* child.kill("SIGKILL")
      yield* DataDirectory.lock(directory)
      assert.lengthOf(yield* lockFiles(directory), 1)
    })
  )

  it.live("goes to exactly one of several processes that find a stale lock at once", () =>
    Effect.gen(function* () {
      const directory = yield* TemporaryDirectory.make
      const dead = yield* holdLock(directory)
      yield* dead.says("locked")
      yield* dead.kill("SIGKILL")
      const children = yield* Effect.all(Array.from({ length: 6 }, () => holdLock(directory)))
      const answers = yield* Effect.forEach(
        children,
        (child) => Effect.raceFirst(child.says("locked"), child.says("refused")),
        { concurrency: "unbounded" }
      )
      assert.lengthOf(
        answers.filter((answer) => answer === "locked"),
        1
      )
    })
  )

  it.live("refuses the process that holds it already", () =>
    Effect.gen(function* () {
      const directory = yield* TemporaryDirectory.make
      yield* DataDirectory.lock(directory)
      const error = yield* Effect.flip(DataDirectory.lock(directory))
      assert.strictEqual(error._tag === "DataDirectoryLocked" ? error.pid : 0, process.pid)
    })
  )

  it.live("goes to exactly one of many attempts in one process, again and again", () =>
    Effect.gen(function* () {
      const directory = yield* TemporaryDirectory.make
      for (let round = 0; round < 20; round++) {
        const scopes = yield* Effect.forEach(Array.from({ length: 8 }), () => Scope.make())
        const exits = yield* Effect.forEach(
          scopes,
          (scope) => Effect.exit(Scope.provide(DataDirectory.lock(directory), scope)),
          { concurrency: "unbounded" }
        )
        assert.lengthOf(exits.filter(Exit.isSuccess), 1)
        yield* Effect.forEach(scopes, (scope) => Scope.close(scope, Exit.void))
      }
      assert.lengthOf(yield* lockFiles(directory), 1)
    })
  )

  it.live("does not take a recycled pid for the process that held it", () =>
    Effect.gen(function* () {
      const directory = yield* TemporaryDirectory.make
      const other = JSON.stringify({ pid: process.pid, startedAt: "another boot/1", released: false })
      yield* Effect.promise(() => Fs.writeFile(join(directory, "lock.7"), other))
      yield* DataDirectory.lock(directory)
      assert.deepStrictEqual(yield* lockFiles(directory), ["lock.8"])
    })
  )

  it.live("is free again when its scope closes, and creates a missing directory", () =>
    Effect.gen(function* () {
      const directory = join(yield* TemporaryDirectory.make, "new")
      yield* Effect.scoped(DataDirectory.lock(directory))
      yield* Effect.scoped(DataDirectory.lock(directory))
    })
  )

  it.live("says why a lock in it cannot be read", () =>
    Effect.gen(function* () {
      const directory = yield* TemporaryDirectory.make
      yield* Effect.promise(() => Fs.mkdir(join(directory, "lock.3")))
      const error = yield* Effect.flip(DataDirectory.lock(directory))
      assert.strictEqual(error._tag, "DataDirectoryUnusable")
      assert.include(error.message, "EISDIR")
    })
  )

  it.live("lets its scope close where it cannot be released, and leaves no draft", () =>
    Effect.gen(function* () {
      const directory = yield* TemporaryDirectory.make
      const lock = join(directory, "lock.1")
      yield* Effect.scoped(
        Effect.andThen(
          DataDirectory.lock(directory),
          Effect.promise(() => Fs.rm(lock).then(() => Fs.mkdir(lock)))
        )
      )
      assert.deepStrictEqual(yield* lockFiles(directory), ["lock.1"])
    })
  )

  it.live("says why a directory cannot be used", () =>
    Effect.gen(function* () {
      const file = join(yield* TemporaryDirectory.make, "file")
      yield* Effect.promise(() => Fs.writeFile(file, ""))
      const error = yield* Effect.flip(DataDirectory.lock(join(file, "below")))
      assert.strictEqual(error._tag, "DataDirectoryUnusable")
      assert.include(error.message, "ENOTDIR")
    })
  )
})
