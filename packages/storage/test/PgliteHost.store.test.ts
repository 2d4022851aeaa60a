import { assert, describe, it } from "@effect/vitest"
import * as TemporaryDirectory from "@loopdrive/testkit/TemporaryDirectory"
import * as Effect from "effect/Effect"
import * as Fs from "node:fs/promises"
import { join } from "node:path"
import * as PgliteHost from "../src/PgliteHost.ts"
import * as Snapshot from "../src/Snapshot.ts"

/** A simple-protocol `Query` message (PostgreSQL documentation, "Message Formats"). */
const query = (sql: string): Buffer => {
  const message = Buffer.alloc(6 + sql.length)
  message.write("Q", 0, "latin1")
  message.writeInt32BE(5 + sql.length, 1)
  message.write(sql, 5, "latin1")
  return message
}

/** A `StartupMessage` of protocol 3.0 (the same chapter). */
const startup = (() => {
  const parameters = Buffer.from("user\0postgres\0database\0postgres\0\0", "latin1")
  const message = Buffer.alloc(8 + parameters.length)
  message.writeInt32BE(message.length, 0)
  message.writeInt32BE(196_608, 4)
  parameters.copy(message, 8)
  return message
})()

const ask = (host: PgliteHost.PgliteHost, sql: string) =>
  Effect.tryPromise({ try: () => host.execute(query(sql)), catch: String })

const endless = "SELECT count(*) FROM generate_series(1, 1000000000)"

describe("PgliteHost", () => {
  it.live("says why a directory that holds no database cannot be opened", () =>
    Effect.gen(function* () {
      const directory = yield* TemporaryDirectory.withFiles({ PG_VERSION: "something else" })
      const error = yield* Effect.flip(PgliteHost.make({ directory }))
      assert.strictEqual(error._tag, "PgliteFailed")
      assert.include(error.message, directory)
      assert.isNotEmpty(error.reason)
    })
  )

  it.live("in memory answers nothing more once a statement ran past its limit, and closes all the same", () =>
    Effect.gen(function* () {
      const host = yield* PgliteHost.make({ snapshot: yield* Snapshot.ensure, statementLimit: "500 millis" })
      assert.include(yield* Effect.flip(ask(host, endless)), "ran longer than 500 ms")
      assert.include(yield* Effect.flip(ask(host, "SELECT 1")), "ran longer than 500 ms")
      assert.include((yield* Effect.flip(host.dump)).message, "ran longer than 500 ms")
    }).pipe(Effect.scoped)
  )

  it.live("opens a directory once for all that ask after a statement ran past its limit", () =>
    Effect.gen(function* () {
      const directory = join(yield* TemporaryDirectory.make, "cluster")
      const snapshot = yield* Snapshot.ensure
      const host = yield* PgliteHost.make({ directory, snapshot, statementLimit: "500 millis" })
      yield* Effect.flip(ask(host, endless))
      const opening = Effect.tryPromise({ try: () => host.open(startup), catch: String })
      const answers = yield* host.unlimited(Effect.all([opening, opening], { concurrency: "unbounded" }))
      for (const answer of answers) assert.isAbove(answer.length, 0)
    }).pipe(Effect.scoped)
  )

  it.live("says why the database cannot be copied", () =>
    Effect.gen(function* () {
      const directory = join(yield* TemporaryDirectory.make, "cluster")
      const host = yield* PgliteHost.make({ directory, snapshot: yield* Snapshot.ensure })
      yield* Effect.promise(() => Fs.rm(directory, { recursive: true }))
      const error = yield* Effect.flip(host.dump)
      assert.include(error.message, directory)
    }).pipe(Effect.scoped)
  )
})
