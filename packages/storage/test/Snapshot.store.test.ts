import { assert, describe, it } from "@effect/vitest"
import * as Effect from "effect/Effect"
import * as Fs from "node:fs/promises"
import * as Snapshot from "../src/Snapshot.ts"

describe("Snapshot.ensure", () => {
  it.live("keeps the snapshot that is there, and answers where it is", () =>
    Effect.gen(function* () {
      const path = yield* Snapshot.ensure
      assert.strictEqual(path, Snapshot.find())
      const before = yield* Effect.promise(() => Fs.stat(path))
      assert.strictEqual(yield* Snapshot.ensure, path)
      const after = yield* Effect.promise(() => Fs.stat(path))
      assert.deepStrictEqual([after.ino, after.mtimeMs], [before.ino, before.mtimeMs])
    })
  )
})
