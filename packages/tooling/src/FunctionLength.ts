/** The rule that a function fits on a screen (`Tidy`). Tests are exempt: there a function groups a suite. */
import ts from "typescript"
import type { Finding } from "./Finding.ts"

/** From the first line of its signature to its closing brace, blank lines and comments included. */
export const linesMax = 70

const nameOf = (node: ts.SignatureDeclaration): string => {
  if (node.name !== undefined) return node.name.getText()
  const parent = node.parent
  if (ts.isVariableDeclaration(parent) || ts.isPropertyAssignment(parent)) return parent.name.getText()
  return "an anonymous function"
}

const hasBody = (node: ts.Node): node is ts.FunctionLikeDeclaration =>
  ts.isFunctionLike(node) && "body" in node && node.body !== undefined

/** The functions that are too long. One that holds a long one is reported too: both must shrink. */
export const check = (file: string, source: ts.SourceFile): ReadonlyArray<Finding> => {
  const findings: Array<Finding> = []
  const visit = (node: ts.Node): void => {
    if (hasBody(node)) {
      const first = source.getLineAndCharacterOfPosition(node.getStart(source)).line
      const last = source.getLineAndCharacterOfPosition(node.getEnd()).line
      const count = last - first + 1
      if (count > linesMax) {
        const message = `${nameOf(node)} has ${count} lines, at most ${linesMax}`
        findings.push({ file, line: first + 1, rule: "function-length", message })
      }
    }
    ts.forEachChild(node, visit)
  }
  visit(source)
  return findings
}
