/**
 * The files that are programs rather than modules, and the packages that are not measured: the one list behind the
 * coverage gate (`vitest.workspace.ts`), the ban on running effects and printing (`BannedCode`), and the rule that
 * every file is imported by something (`DependencyGate`).
 */
import { matchesGlob } from "node:path"

/** Which files, and why they are on the list. Globs are relative to the repository. */
export interface Exclusion {
  readonly glob: string
  readonly reason: string
}

/** Programs: nothing imports them, they run effects and may print; tests reach them as processes of their own. */
export const entryPoints: ReadonlyArray<Exclusion> = [
  { glob: "packages/*/src/[A-Z]*Command.ts", reason: "a command line: reads arguments, runs a tested program" },
  { glob: "packages/*/src/[A-Z]*Main.ts", reason: "a program: wires tested layers and runs them" },
  { glob: "apps/*/src/[A-Z]*Command.ts", reason: "a command line: reads arguments, runs a tested program" },
  { glob: "apps/*/src/[A-Z]*Main.ts", reason: "a program: wires tested layers and runs them" },
  { glob: "apps/*/src/Main.ts", reason: "a program: wires tested layers and runs them" },
  { glob: "apps/bench/src/*.ts", reason: "each file is a run of its own" },
  { glob: "apps/bench/src/{baseline,subject}/*.ts", reason: "a contestant: a process of its own" },
  { glob: "packages/testkit/src/PostgresSetup.ts", reason: "vitest's global set-up, named in its configuration" },
  { glob: "packages/tooling/src/TouchedCoverage.ts", reason: "vitest's coverage, named in its configuration" },
  { glob: "packages/tooling/src/LongestFirst.ts", reason: "vitest's order of files, named in its configuration" },
  { glob: "packages/tooling/src/TestAll.ts", reason: "what `npm test` runs" },
  { glob: "packages/storage/src/BackupProgram.ts", reason: "the two command lines' program, run by tests as they are" },
  { glob: "packages/storage/src/PgliteThread.ts", reason: "runs in a worker thread, which coverage does not follow" }
]

/** Not measured although not programs. */
export const unmeasured: ReadonlyArray<Exclusion> = [
  { glob: "packages/testkit/src/**", reason: "serves tests; it is used, not owned, by what is measured" },
  { glob: "packages/tooling/src/**", reason: "the gates, held by planted violations instead" },
  { glob: "**/*.gen.ts", reason: "generated, the SDK's types among them" },
  { glob: "apps/bench/src/**", reason: "benchmarks and fault runs: measuring programs, not product" }
]

export const isEntryPoint = (file: string): boolean => entryPoints.some(({ glob }) => matchesGlob(file, glob))
