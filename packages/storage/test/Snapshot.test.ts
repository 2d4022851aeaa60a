import { assert, describe, it } from "@effect/vitest"
import * as Effect from "effect/Effect"
import * as Fs from "node:fs"
import { basename, dirname } from "node:path"
import * as Snapshot from "../src/Snapshot.ts"

/** Nobody else's, whatever runs beside this. */
const variant = `test-${process.pid}`

describe("Snapshot.write", () => {
  it.effect("puts a snapshot where it is found, whole, also over an earlier one, and leaves nothing beside it", () =>
    Effect.gen(function* () {
      yield* Effect.addFinalizer(() => Effect.sync(() => Fs.rmSync(Snapshot.pathFor(variant), { force: true })))
      assert.isUndefined(Snapshot.find(variant))
      const path = yield* Snapshot.write(new Uint8Array([1, 2, 3]), variant)
      assert.strictEqual(Snapshot.find(variant), path)
      assert.deepStrictEqual([...Fs.readFileSync(path)], [1, 2, 3])
      yield* Snapshot.write(new Uint8Array([4]), variant)
      assert.deepStrictEqual([...Fs.readFileSync(path)], [4])
      const beside = Fs.readdirSync(dirname(path)).filter((name) => name.includes(variant))
      assert.deepStrictEqual(beside, [basename(path)])
    }).pipe(Effect.scoped)
  )

  it.effect("says which file could not be written, and why", () =>
    Effect.gen(function* () {
      const failure = yield* Effect.flip(Snapshot.write(new Uint8Array(), "a\0b"))
      assert.strictEqual(failure._tag, "SnapshotNotWritten")
      assert.match(failure.message, /^The snapshot .*pglite-.* could not be written: .*null bytes/s)
    })
  )
})
