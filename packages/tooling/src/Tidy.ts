/** The tidy test: the rules about the text of the repository that no tool from outside knows (`style.md`). */
import * as Effect from "effect/Effect"
import ts from "typescript"
import * as BannedCode from "./BannedCode.ts"
import * as FileShape from "./FileShape.ts"
import type { Finding } from "./Finding.ts"
import * as FunctionLength from "./FunctionLength.ts"
import * as Gate from "./Gate.ts"
import * as MachineText from "./MachineText.ts"
import * as SourceTree from "./SourceTree.ts"

export interface Tidiness {
  readonly findings: ReadonlyArray<Finding>
  /** Files longer than they should be, though not longer than they may be. */
  readonly long: ReadonlyArray<string>
  readonly read: number
}

/** Reads the whole tree under `root`; nothing but the files on disk matters, neither commits nor time. */
export const inspect = (
  root: string,
  allowed: ReadonlyArray<BannedCode.Exemption> = BannedCode.exemptions
): Tidiness => {
  const files = SourceTree.files(root)
  const findings: Array<Finding> = []
  const banned: Array<Finding> = []
  const long: Array<string> = []
  for (const file of files) {
    const text = SourceTree.read(root, file)
    findings.push(...FileShape.check(file, text), ...MachineText.check(root, file, text))
    if (FileShape.isLong(file, text)) long.push(file)
    if (SourceTree.isModule(file) || SourceTree.isPage(file) || file.startsWith("scripts/")) {
      const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true)
      findings.push(...FunctionLength.check(file, source))
      if (SourceTree.isProduct(file)) banned.push(...BannedCode.check(file, source))
    }
  }
  findings.push(...BannedCode.exempt(banned, allowed))
  return { findings, long, read: files.filter(SourceTree.isModule).length }
}

export const gate: Gate.Gate = {
  name: "tidy",
  check: (root) =>
    Effect.sync(() => {
      const { findings, long, read } = inspect(root)
      const verdict = Gate.ofFindings(findings, read, "modules")
      if (long.length === 0) return verdict
      return { ...verdict, note: `${verdict.note}; over ${FileShape.linesWarn} lines: ${long.join(", ")}` }
    })
}
