/**
 * The coverage gate. vitest measures (`vitest.workspace.ts` says what), this reads the summary it leaves in `coverage/`
 * and judges, so that too little coverage and a failing test are two findings.
 */
import * as Effect from "effect/Effect"
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import * as Fs from "node:fs"
import { join, relative } from "node:path"
import * as Gate from "./Gate.ts"

/** Percent of what the packages own; what is left out is listed in `EntryPoints`. */
export const percentMin = { lines: 95, branches: 95 } as const

const required = `At least ${percentMin.lines} % of lines and ${percentMin.branches} % of branches`

/** How many of the least covered files a failing gate names. */
const namedMost = 15

const Count = Schema.Struct({ total: Schema.Number, covered: Schema.Number })
const Covered = Schema.Struct({ lines: Count, branches: Count })
const Summary = Schema.fromJsonString(Schema.Record(Schema.String, Covered))

/** Where vitest's json-summary reporter writes, under the root. */
export const summaryFile = join("coverage", "coverage-summary.json")

const percent = ({ covered, total }: typeof Count.Type): number => (total === 0 ? 100 : (100 * covered) / total)

const missing = ({ lines, branches }: typeof Covered.Type): number =>
  lines.total - lines.covered + (branches.total - branches.covered)

const shown = (covered: typeof Covered.Type): string =>
  `lines ${percent(covered.lines).toFixed(1)} %, branches ${percent(covered.branches).toFixed(1)} %`

/** Judges the text of a summary; files are named relative to `root`. */
export const judge = (root: string, text: string): Gate.Verdict => {
  const decoded = Schema.decodeUnknownResult(Summary)(text)
  if (Result.isFailure(decoded)) return Gate.failed(`${summaryFile} is not a summary: ${decoded.failure.message}`)
  const { total, ...files } = decoded.success
  if (total === undefined || total.lines.total === 0) return Gate.failed("No line was measured.")
  const passed = percent(total.lines) >= percentMin.lines && percent(total.branches) >= percentMin.branches
  const worst = Object.entries(files)
    .filter(([, covered]) => missing(covered) > 0)
    .toSorted(([, left], [, right]) => missing(right) - missing(left))
    .slice(0, namedMost)
    .map(([file, covered]) => `${relative(root, file)}: ${shown(covered)}`)
  return {
    passed,
    output: passed ? "" : [`${required}; most is missing in:`, ...worst].join("\n"),
    note: `${shown(total)}, ${Object.keys(files).length} files`
  }
}

export const gate: Gate.Gate = {
  name: "coverage",
  check: (root) =>
    Effect.sync(() => {
      const file = join(root, summaryFile)
      return Fs.existsSync(file)
        ? judge(root, Fs.readFileSync(file, "utf8"))
        : Gate.failed(`There is no ${summaryFile}: the tests did not get that far.`)
    })
}
