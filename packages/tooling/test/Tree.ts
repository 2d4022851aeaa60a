/** A small source tree in a directory of its own, for gates to judge; gone when the scope closes. */
import * as Effect from "effect/Effect"
import type * as Scope from "effect/Scope"
import * as Fs from "node:fs"
import { tmpdir } from "node:os"
import { dirname, join } from "node:path"
import * as Tool from "../src/Tool.ts"

/** Writes the files (path to text) and answers the tree's root. */
export const plant = (files: Readonly<Record<string, string>>): Effect.Effect<string, never, Scope.Scope> =>
  Effect.acquireRelease(
    Effect.sync(() => {
      const root = Fs.realpathSync(Fs.mkdtempSync(join(tmpdir(), "loopdrive-tree-")))
      write(root, files)
      return root
    }),
    (root) => Effect.sync(() => Fs.rmSync(root, { recursive: true, force: true }))
  )

/** Adds files to a tree, or replaces them. */
export const write = (root: string, files: Readonly<Record<string, string>>): void => {
  for (const [file, text] of Object.entries(files)) {
    Fs.mkdirSync(dirname(join(root, file)), { recursive: true })
    Fs.writeFileSync(join(root, file), text)
  }
}

/** The repository's own configuration of a tool, so that a planted tree is judged by the same rules. */
export const configuration = (...names: ReadonlyArray<string>): Readonly<Record<string, string>> =>
  Object.fromEntries(names.map((name) => [name, Fs.readFileSync(join(Tool.repository, name), "utf8")]))

/** Lets a tree import what this repository has installed. */
export const installed = (root: string): void =>
  Fs.symlinkSync(join(Tool.repository, "node_modules"), join(root, "node_modules"), "dir")
