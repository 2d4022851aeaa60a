/** Text that ties the repository to one machine or one network, and rules switched off without a reason (`Tidy`). */
import { homedir } from "node:os"
import type { Finding } from "./Finding.ts"

interface Pattern {
  readonly rule: string
  readonly message: string
  readonly expression: RegExp
}

/** At the start of a word: `https://host/home/x` is an address, not a directory. */
const start = String.raw`(?<![\w.:/-])`

const directory = (path: string): RegExp =>
  new RegExp(start + path.replace(/[\\/^$.*+?()[\]{}|]/gu, String.raw`\$&`) + String.raw`(?![\w-])`, "u")

const always: ReadonlyArray<Pattern> = [
  {
    rule: "machine-path",
    message: "a directory of one machine",
    expression: new RegExp(String.raw`${start}(?:/(?:home|Users)/\w|/root/\w|[A-Z]:\\\\?\w)`, "u")
  },
  {
    rule: "registry-host",
    message: "the registry is the reader's choice",
    expression: /https?:\/\/[^\s"'/]*(?:registry|artifactory|nexus|verdaccio|codeartifact)/u
  },
  {
    rule: "disable-reason",
    message: "say why after --",
    expression: /(?:\/\/|\/\*)\s*(?:oxlint|eslint)-disable(?!.* -- \S)/u
  }
]

const lockfile: Pattern = {
  rule: "registry-host",
  message: "the lockfile names where a package was fetched from",
  expression: /tarball:|^(?!\s*deprecated:).*https?:\/\//u
}

/** The directory the tree is in and the home of who runs this, where they are deep enough to be told from a route. */
const ofThisMachine = (root: string): ReadonlyArray<Pattern> =>
  [root, homedir()]
    .filter((path) => path.split(/[\\/]/u).filter((segment) => segment !== "").length > 1)
    .map((path) => ({ rule: "machine-path", message: "a directory of this machine", expression: directory(path) }))

/** Rules switched off in the linter's configuration, without a comment on the line before. */
const silentlyOff = (file: string, lines: ReadonlyArray<string>): ReadonlyArray<Finding> =>
  lines.flatMap((content, index) =>
    /"off"|"allow"\s*:/u.test(content) && !/^\s*\/\//u.test(lines[index - 1] ?? "")
      ? [{ file, line: index + 1, rule: "disable-reason", message: "say why in a comment on the line before" }]
      : []
  )

/** What is wrong with the text of any file, code or not. */
export const check = (root: string, file: string, text: string): ReadonlyArray<Finding> => {
  // An image or an archive.
  if (text.includes("\0")) return []
  const lines = text.split("\n")
  const patterns = [...always, ...ofThisMachine(root), ...(file === "pnpm-lock.yaml" ? [lockfile] : [])]
  const findings = lines.flatMap((content, index) =>
    patterns
      .filter(({ expression }) => expression.test(content))
      .map(({ rule, message }) => ({ file, line: index + 1, rule, message }))
  )
  return file === ".oxlintrc.json" ? [...findings, ...silentlyOff(file, lines)] : findings
}
