/**
 * Numbers in queries, as the OpenAPI document should show them. They travel as text, so the generated document calls them
 * text with a pattern; readers and generated clients want to know that they are numbers, and how large.
 */
import * as Input from "./Input.ts"

const shapes: Readonly<Record<string, object>> = {
  limit: { type: "integer", minimum: 1, maximum: Input.pageMost, default: Input.pageDefault },
  offset: { type: "integer", minimum: 0, maximum: Input.offsetMost, default: 0 },
  minConfidence: { type: "number", minimum: 0, maximum: 1 }
}

/** What a number's text looks like in the generated document. */
const isNumeric = (schema: unknown): boolean =>
  typeof schema === "object" && schema !== null && "pattern" in schema && String(schema.pattern).startsWith("^[+-]?")

const described = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(described)
  if (typeof value !== "object" || value === null) return value
  const members = Object.fromEntries(Object.entries(value).map(([name, member]) => [name, described(member)]))
  return members["in"] === "query" && isNumeric(members["schema"])
    ? { ...members, schema: shapes[String(members["name"])] ?? { type: "number" } }
    : members
}

/** The document with them described. */
export const describe = (document: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(document).map(([name, member]) => [name, described(member)]))
