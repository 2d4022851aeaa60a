/**
 * What product code may not contain (`Tidy`): time and randomness from anywhere but Effect's services, holes in the
 * types, printing and running effects outside programs, generators made anew by each call. It reads the syntax tree, so
 * comments and strings are free.
 */
import ts from "typescript"
import * as EntryPoints from "./EntryPoints.ts"
import type { Finding } from "./Finding.ts"

/** A place where a rule does not hold, and why. One that matches nothing any more is a finding itself. */
export interface Exemption {
  readonly file: string
  readonly rule: string
  readonly reason: string
}

export const exemptions: ReadonlyArray<Exemption> = [
  {
    file: "packages/http/src/GatheredResponse.ts",
    rule: "no-setimmediate",
    reason:
      "writes are gathered until the sockets that had something to read have been served; no fiber is there to yield"
  }
]

const members: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  Date: { now: "time comes from Effect's Clock" },
  Math: { random: "randomness comes from Effect's Random" }
}

const globals: Readonly<Record<string, string>> = {
  setTimeout: "waiting is Effect.sleep, a limit Effect.timeout",
  setInterval: "repeating is Effect.repeat with a Schedule",
  setImmediate: "giving way is Effect.yieldNow"
}

/**
 * Starting a runtime of one's own loses the caller's services, tracing and interruption. `runForkWith` and
 * `runCallbackWith` are allowed: they take the caller's services, and are how a callback of Node becomes an effect.
 */
const running = /^run(?:Promise|Sync|PromiseExit|SyncExit)(?:With)?$|^run(?:Fork|Callback)$/u

interface Banned {
  readonly rule: string
  readonly message: string
}

const ofAccess = (node: ts.PropertyAccessExpression, program: boolean): Banned | undefined => {
  if (!ts.isIdentifier(node.expression)) return undefined
  const [owner, member] = [node.expression.text, node.name.text]
  const known = members[owner]?.[member]
  if (known !== undefined) return { rule: `no-${owner}-${member}`.toLowerCase(), message: known }
  if (owner === "globalThis") return ofGlobal(member)
  if (program) return undefined
  if (owner === "console") return { rule: "no-console", message: "log with Effect.log; only programs print" }
  if (owner === "Effect" && running.test(member)) {
    return { rule: "no-run", message: `only programs run effects: Effect.${member}` }
  }
  return undefined
}

const ofGlobal = (name: string): Banned | undefined => {
  const message = Object.hasOwn(globals, name) ? globals[name] : undefined
  return message === undefined ? undefined : { rule: `no-${name}`.toLowerCase(), message }
}

/** A name that refers to a value, not one that names a property or a declaration. */
const isReference = (node: ts.Identifier): boolean => {
  const parent = node.parent
  if (ts.isPropertyAccessExpression(parent)) return parent.expression === node
  if (ts.isPropertyAssignment(parent)) return parent.initializer === node
  if (ts.isImportSpecifier(parent)) return true
  return !("name" in parent && parent.name === node)
}

/** The effect that a chain of calls begins with: `f(x)` and `x.pipe(...)` begin with `x`. Layers are built once. */
const innermost = (node: ts.Expression): ts.Expression => {
  if (!ts.isCallExpression(node)) return node
  const { arguments: given, expression: callee } = node
  if (ts.isPropertyAccessExpression(callee)) {
    if (callee.name.text === "pipe") return innermost(callee.expression)
    if (callee.getText() === "Effect.gen" || callee.expression.getText() === "Layer") return node
  }
  const [first] = given
  return first === undefined ? node : innermost(first)
}

/** V8 gives every generator function a hidden class of its own when it is first called (ADR 0034). */
const isGeneratorPerCall = (node: ts.Node): boolean => {
  if (!ts.isArrowFunction(node) || ts.isBlock(node.body)) return false
  const effect = innermost(node.body)
  return ts.isCallExpression(effect) && effect.expression.getText() === "Effect.gen"
}

const ofNode = (node: ts.Node, program: boolean): Banned | undefined => {
  if (isGeneratorPerCall(node)) {
    return { rule: "no-generator-per-call", message: "each call makes a generator function: use Effect.fnUntraced" }
  }
  if (node.kind === ts.SyntaxKind.AnyKeyword) return { rule: "no-any", message: "use unknown and decode" }
  if (ts.isPropertyAccessExpression(node)) return ofAccess(node, program)
  if (ts.isIdentifier(node) && isReference(node)) return ofGlobal(node.text)
  if (ts.isNewExpression(node) && ts.isIdentifier(node.expression) && node.expression.text === "Date") {
    return (node.arguments?.length ?? 0) === 0
      ? { rule: "no-new-date", message: "time comes from Effect's Clock; new Date(millis) is free" }
      : undefined
  }
  return undefined
}

const silencers = (file: string, text: string): ReadonlyArray<Finding> =>
  text
    .split("\n")
    .flatMap((content, index) =>
      /^\s*(?:\/\/|\/?\*).*@ts-(?:ignore|expect-error|nocheck)/u.test(content)
        ? [{ file, line: index + 1, rule: "no-ts-silencer", message: "a type error is mended, not silenced" }]
        : []
    )

/** The SDK has no dependencies at run time, so no Effect either: its clock, timers and chance are the platform's. */
const needsNoEffect = (file: string): boolean => file.startsWith("packages/sdk/")
const ofPlatform = new Set(["no-date-now", "no-new-date", "no-math-random", "no-settimeout"])

/** Everything banned in one product file, exemptions not yet taken off. */
export const check = (file: string, source: ts.SourceFile): ReadonlyArray<Finding> => {
  const program = EntryPoints.isEntryPoint(file)
  const findings: Array<Finding> = [...silencers(file, source.text)]
  const visit = (node: ts.Node): void => {
    const banned = ofNode(node, program)
    if (banned !== undefined && !(needsNoEffect(file) && ofPlatform.has(banned.rule))) {
      const { line } = source.getLineAndCharacterOfPosition(node.getStart(source))
      findings.push({ file, line: line + 1, ...banned })
    }
    ts.forEachChild(node, visit)
  }
  visit(source)
  return findings
}

/** Takes off what is exempt, and adds the exemptions that no longer exempt anything. */
export const exempt = (findings: ReadonlyArray<Finding>, allowed: ReadonlyArray<Exemption>): ReadonlyArray<Finding> => {
  const covers = (exemption: Exemption) => (finding: Finding) =>
    finding.file === exemption.file && finding.rule === exemption.rule
  const stale = allowed.filter((exemption) => !findings.some(covers(exemption)))
  return [
    ...findings.filter((finding) => !allowed.some((exemption) => covers(exemption)(finding))),
    ...stale.map(({ file, rule }) => ({
      file,
      line: 1,
      rule: "stale-exemption",
      message: `${rule} is not broken here any more: take the exemption off the list`
    }))
  ]
}
