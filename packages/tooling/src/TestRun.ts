/** Runs vitest over all projects with coverage, and counts what it reports (`TestAll`). */
import * as Effect from "effect/Effect"
import type { ChildProcessSpawner } from "effect/process/ChildProcessSpawner"
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import * as Fs from "node:fs"
import { join } from "node:path"
import * as Coverage from "./Coverage.ts"
import * as BundledPrograms from "./BundledPrograms.ts"
import * as Tool from "./Tool.ts"

/** The target is five minutes on a quiet machine; a busy one may take several times that, and only what hangs longer. */
const limit = "30 minutes"

const Report = Schema.fromJsonString(
  Schema.Struct({
    numPassedTests: Schema.Number,
    numFailedTests: Schema.Number,
    numPendingTests: Schema.Number,
    numTodoTests: Schema.Number,
    testResults: Schema.Array(
      Schema.Struct({
        name: Schema.String,
        status: Schema.String,
        message: Schema.String,
        assertionResults: Schema.Array(Schema.Struct({ status: Schema.String }))
      })
    )
  })
)

export interface Counts {
  readonly passed: number
  readonly failed: number
  readonly skipped: number
  readonly output: string
}

const none = (output: string): Counts => ({ passed: 0, failed: 1, skipped: 0, output })

/**
 * Counts a run from its JSON report. A file that could not be loaded has no test that failed, an error outside any
 * test neither: each counts as one failure, and so does a run without a single test.
 */
export const count = (report: string | undefined, run: Tool.Run): Counts => {
  if (report === undefined) return none(run.output)
  const decoded = Schema.decodeUnknownResult(Report)(report)
  if (Result.isFailure(decoded)) return none(`${run.output}\nvitest's report is not one: ${decoded.failure.message}`)
  const { numFailedTests, numPassedTests, numPendingTests, numTodoTests, testResults } = decoded.success
  const broken = testResults.filter(
    ({ status, assertionResults }) => status === "failed" && assertionResults.every((test) => test.status !== "failed")
  )
  const failed = numFailedTests + broken.length
  const unexplained = failed === 0 && (run.exitCode !== 0 || numPassedTests === 0) ? 1 : 0
  return {
    passed: numPassedTests,
    failed: failed + unexplained,
    skipped: numPendingTests + numTodoTests,
    output: run.output
  }
}

const readReport = (file: string): string | undefined =>
  Fs.existsSync(file) ? Fs.readFileSync(file, "utf8") : undefined

/** Runs all tests of the tree under `root`. Leaves vitest's reports in `reports/` and `coverage/`. */
export const run = (root: string): Effect.Effect<Counts, never, ChildProcessSpawner> => {
  const report = join(root, "reports", "vitest.json")
  const old = [report, join(root, Coverage.summaryFile)]
  const args = ["run", "--config", "vitest.workspace.ts", "--coverage", "--allowOnly=false"]
  const env = { LOOPDRIVE_PROGRAMS: BundledPrograms.directory(root) }
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`]
  return Effect.sync(() => {
    // A report of yesterday must not speak for today.
    for (const file of old) Fs.rmSync(file, { force: true })
  }).pipe(
    Effect.andThen(Tool.run("vitest", "vitest", { args: [...args, ...reporters], cwd: root, limit, env })),
    Effect.map((ended) => count(readReport(report), ended))
  )
}
