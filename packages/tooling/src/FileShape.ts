/** Rules about a file as a whole: its size, its name, its first comment (`Tidy`). */
import type { Finding } from "./Finding.ts"
import * as SourceTree from "./SourceTree.ts"

/** Above this a file is worth a look ... */
export const linesWarn = 250
/** ... and above this it must be cut. */
export const linesMax = 400

/** Names that say nothing about what is inside, so everything ends up there. */
const emptyNames = new Set([
  "utils",
  "util",
  "helpers",
  "helper",
  "common",
  "shared",
  "types",
  "manager",
  "misc",
  "index"
])

const lines = (text: string): number => text.split("\n").length - (text.endsWith("\n") ? 1 : 0)

const nameFindings = (file: string): ReadonlyArray<Finding> => {
  const segments = file.replace(/\.(?:gen|test|store\.test)?\.?[cm]?[jt]sx?$/u, "").split("/")
  const empty = segments.filter((segment) => emptyNames.has(segment.toLowerCase()))
  const findings: Array<Finding> = empty.map((segment) => ({
    file,
    line: 1,
    rule: "empty-name",
    message: `"${segment}" does not say what is inside; name it by the noun it exports`
  }))
  if ((SourceTree.isModule(file) || SourceTree.isPage(file)) && !/^[A-Z][A-Za-z0-9]*$/u.test(segments.at(-1) ?? "")) {
    findings.push({ file, line: 1, rule: "file-name", message: "a module is named by its noun, in PascalCase" })
  }
  return findings
}

/** What is wrong with the file as a whole. */
export const check = (file: string, text: string): ReadonlyArray<Finding> => {
  if (!SourceTree.isCode(file)) return []
  const findings = [...nameFindings(file)]
  const count = lines(text)
  if (count > linesMax) {
    findings.push({ file, line: linesMax, rule: "file-size", message: `${count} lines, at most ${linesMax}` })
  }
  if (
    (SourceTree.isModule(file) || SourceTree.isPage(file) || file.startsWith("scripts/")) &&
    !/^(?:#!.*\n)?\/\*\*/u.test(text)
  ) {
    findings.push({
      file,
      line: 1,
      rule: "head-comment",
      message: "starts with a comment on what it is and who uses it"
    })
  }
  return findings
}

/** Whether the file is longer than it should be, though not longer than it may be. */
export const isLong = (file: string, text: string): boolean =>
  SourceTree.isCode(file) && lines(text) > linesWarn && lines(text) <= linesMax
