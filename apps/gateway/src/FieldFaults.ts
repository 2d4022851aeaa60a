/** What is wrong with which field of a request, in the words of JSON and not by what the code calls its types. Used by `Gates`. */
import type * as SchemaAST from "effect/SchemaAST"
import * as SchemaIssue from "effect/SchemaIssue"

interface Fault {
  readonly path: ReadonlyArray<string | number>
  readonly message: string
}

const kinds: Readonly<Record<string, string>> = {
  String: "a string",
  Number: "a number",
  Boolean: "true or false",
  Arrays: "an array",
  Objects: "an object",
  Null: "null"
}

const kindsOf = (ast: SchemaAST.AST): ReadonlyArray<string> => {
  if (ast._tag === "Union") return [...new Set(ast.types.flatMap(kindsOf))]
  if (ast._tag === "Literal") return [JSON.stringify(ast.literal)]
  const kind = kinds[ast._tag]
  return kind === undefined ? [] : [kind]
}

/** A type with a name is announced by it, and what may be left empty as code writes it: `Expected Amount | null`. */
const coded = /(?:^Expected|\|) (?:[A-Z]|null\b)/

const leafHook: SchemaIssue.LeafHook = (issue) => {
  const message = SchemaIssue.defaultLeafHook(issue)
  if (issue._tag !== "InvalidType" || !coded.test(message)) return message
  const known = kindsOf(issue.ast)
  return known.length === 0 ? message : `Expected ${known.join(" or ")}`
}

const formatted = SchemaIssue.makeFormatterStandardSchemaV1({ leafHook })

/** A value that no member of a union takes has the wrong type: said as such, it reaches the hook. */
const plain = (issue: SchemaIssue.Issue): SchemaIssue.Issue => {
  if (issue._tag === "Pointer") return new SchemaIssue.Pointer(issue.path, plain(issue.issue))
  if (issue._tag === "Encoding") return new SchemaIssue.Encoding(issue.ast, plain(issue.issue))
  if (issue._tag === "AnyOf")
    return issue.issues.length === 0
      ? new SchemaIssue.InvalidType(issue.ast)
      : new SchemaIssue.AnyOf(issue.ast, issue.issues.map(plain))
  if (issue._tag !== "Composite") return issue
  const [first, ...others] = issue.issues
  return new SchemaIssue.Composite(issue.ast, [plain(first), ...others.map(plain)])
}

const keyOf = (segment: PropertyKey | { readonly key: PropertyKey }): string | number => {
  const key = typeof segment === "object" ? segment.key : segment
  return typeof key === "number" ? key : String(key)
}

/** Every fault, the path from the part of the request that was decoded. */
export const of = (issue: SchemaIssue.Issue): ReadonlyArray<Fault> =>
  formatted(plain(issue)).issues.map(({ message, path }) => ({ path: (path ?? []).map(keyOf), message }))
