/** The rule that a function fits on a screen (`Tidy`). Tests are exempt: there a function groups a suite. */
import ts from "typescript"
import type { Finding } from "./Finding.ts"

/** Signature and braces, blank lines and comments included. */
export const linesMax = 70

const nameOf = (node: ts.SignatureDeclaration): string => {
  if (node.name !== undefined) return node.name.getText()
  const parent = node.parent
  if (ts.isVariableDeclaration(parent) || ts.isPropertyAssignment(parent)) return parent.name.getText()
  return "an anonymous function"
}

const hasBody = (node: ts.Node): node is ts.FunctionLikeDeclaration =>
  ts.isFunctionLike(node) && "body" in node && node.body !== undefined

/**
 * The lines a function holds itself: those of the functions inside it are theirs. So a layer that is built from a dozen
 * methods is as long as its wiring, and each method is measured by itself.
 */
const ownLines = (node: ts.FunctionLikeDeclaration, source: ts.SourceFile): number => {
  const lineOf = (position: number): number => source.getLineAndCharacterOfPosition(position).line
  const taken = new Set<number>()
  const visit = (child: ts.Node): void => {
    if (!hasBody(child)) return ts.forEachChild(child, visit)
    // Its first line also belongs to the statement it stands in.
    for (let line = lineOf(child.getStart(source)) + 1; line <= lineOf(child.getEnd()); line++) taken.add(line)
  }
  ts.forEachChild(node, visit)
  return lineOf(node.getEnd()) - lineOf(node.getStart(source)) + 1 - taken.size
}

/** The functions that are too long. */
export const check = (file: string, source: ts.SourceFile): ReadonlyArray<Finding> => {
  const findings: Array<Finding> = []
  const visit = (node: ts.Node): void => {
    if (hasBody(node)) {
      const count = ownLines(node, source)
      if (count > linesMax) {
        const line = source.getLineAndCharacterOfPosition(node.getStart(source)).line + 1
        const message = `${nameOf(node)} has ${count} lines, at most ${linesMax}`
        findings.push({ file, line, rule: "function-length", message })
      }
    }
    ts.forEachChild(node, visit)
  }
  visit(source)
  return findings
}
