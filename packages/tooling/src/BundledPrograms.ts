/**
 * Every program of the tree is bundled (`Bundle`), and tests that start programs start these: in processes of their own,
 * as they run for everybody, and without the second that a thousand modules take each time.
 */
import * as Effect from "effect/Effect"
import * as Fs from "node:fs"
import { join, matchesGlob } from "node:path"
import * as Gate from "./Gate.ts"
import * as SourceTree from "./SourceTree.ts"
import * as Tool from "./Tool.ts"

const programs = [
  "{packages,apps}/*/src/[A-Z]*{Command,Main}.ts",
  "apps/*/src/Main.ts",
  "{packages,apps}/*/test/programs/*.ts"
]
/** Of these each file is a run of its own, started as it is. */
const left = "{apps/bench,packages/tooling}/**"

const entriesOf = (root: string): ReadonlyArray<string> =>
  SourceTree.files(root).filter((file) => programs.some((glob) => matchesGlob(file, glob)) && !matchesGlob(file, left))

/** Where this tree's programs are bundled for its tests; `ChildProgram` of the testkit is told of it. */
export const directory = (root: string): string =>
  join(root, "node_modules", ".cache", "loopdrive", "programs-of-tests")

export const gate: Gate.Gate = {
  name: "programs",
  check: (root) =>
    Effect.suspend(() => {
      const entries = entriesOf(root)
      // Programs of yesterday must not speak for today's.
      Fs.rmSync(directory(root), { recursive: true, force: true })
      const bundler = join(Tool.repository, "packages", "tooling", "src", "BundleCommand.ts")
      const args = [directory(root), ...entries]
      return Effect.map(Tool.runFile(bundler, { args, cwd: root, limit: "1 minute" }), (run) =>
        run.exitCode === 0 ? { passed: true, output: "", note: `${entries.length} bundled` } : Gate.failed(run.output)
      )
    })
}
