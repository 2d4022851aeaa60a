/** Directories for tests, removed with their scope. */
import * as Effect from "effect/Effect"
import type * as Scope from "effect/Scope"
import * as Fs from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"

export const make: Effect.Effect<string, never, Scope.Scope> = Effect.acquireRelease(
  Effect.promise(() => Fs.mkdtemp(join(tmpdir(), "loopdrive-test-"))),
  (path) => Effect.promise(() => Fs.rm(path, { recursive: true, force: true }))
)

/** A directory holding the given files, by name. */
export const withFiles = (files: Readonly<Record<string, string>>): Effect.Effect<string, never, Scope.Scope> =>
  Effect.tap(make, (path) =>
    Effect.promise(() => Promise.all(Object.entries(files).map(([name, text]) => Fs.writeFile(join(path, name), text))))
  )
