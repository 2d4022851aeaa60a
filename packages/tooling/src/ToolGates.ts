/** The gates that are tools from outside, each run as in a terminal: its exit code is the verdict. */
import * as Effect from "effect/Effect"
import * as Gate from "./Gate.ts"
import * as Tool from "./Tool.ts"

const limit = "3 minutes"

const ofRun =
  (note: (output: string) => string) =>
  (run: Tool.Run): Gate.Verdict => ({ passed: run.exitCode === 0, output: run.output, note: note(run.output) })

/** How many files a tool says it read, for the line it gets; the tools themselves refuse to read none. */
const filesRead = (output: string): string => {
  const count = /on (\d+) files/u.exec(output)?.[1]
  return count === undefined ? "" : `${count} files`
}

/** The layout of every file is oxfmt's. */
export const format: Gate.Gate = {
  name: "format",
  check: (root) => Effect.map(Tool.run("oxfmt", "oxfmt", { args: ["--check"], cwd: root, limit }), ofRun(filesRead))
}

/** oxlint with the committed rules; also reports a disabling comment that disables nothing. */
export const lint: Gate.Gate = {
  name: "lint",
  check: (root) =>
    Effect.map(
      Tool.run("oxlint", "oxlint", {
        args: ["-c", ".oxlintrc.json", "--deny-warnings", "--report-unused-disable-directives"],
        cwd: root,
        limit
      }),
      ofRun(filesRead)
    )
}

/** The whole repository as one TypeScript program. On two cores that other gates want too, two checkers are no faster. */
export const types: Gate.Gate = {
  name: "types",
  check: (root) =>
    Effect.map(
      Tool.run("typescript", "tsc", { args: ["-p", "tsconfig.json", "--singleThreaded"], cwd: root, limit }),
      ofRun(() => "")
    )
}

/** What runs in browsers: JavaScript with its types in comments, checked where there is a document and no Node. */
export const pageTypes: Gate.Gate = {
  name: "types of pages",
  check: (root) =>
    Effect.map(
      Tool.run("typescript", "tsc", { args: ["-p", "apps/gateway/pages/tsconfig.json"], cwd: root, limit }),
      ofRun(() => "")
    )
}

/** Files, exports and dependencies nobody uses. */
export const deadCode: Gate.Gate = {
  name: "dead code",
  check: (root) =>
    Effect.map(
      Tool.run("knip", "knip", { args: ["--no-progress", "--no-config-hints"], cwd: root, limit }),
      ofRun(() => "")
    )
}
