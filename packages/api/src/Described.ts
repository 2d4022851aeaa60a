/** What the OpenAPI document says in words: of operations, and of the fields of requests. Used where both are defined. */
import * as Schema from "effect/Schema"
import { OpenApi } from "effect/http-api"

/** Of an endpoint (`annotateMerge`): a line for lists, and what nobody would guess. */
export const operation = (summary: string, description?: string) => OpenApi.annotations({ summary, description })

/** Of a field: what it means, its unit, and what holds where it is left out. */
export const field = <S extends Schema.Top>(schema: S, description: string): S["Rebuild"] =>
  schema.annotateKey({ description })

type Members = Readonly<Record<string, unknown>>

const isMembers = (value: unknown): value is Members =>
  typeof value === "object" && value !== null && !Array.isArray(value)

const isDescription = (part: unknown): part is { readonly description: string } =>
  isMembers(part) && Object.keys(part).join() === "description" && typeof part["description"] === "string"

/** A field's description stands in an `allOf` of the generated document; readers look for it beside the type. */
const besideType = (members: Members): Members => {
  const { allOf, ...rest } = members
  if (!Array.isArray(allOf)) return members
  const said = allOf.findLast(isDescription)
  if (said === undefined) return members
  const others = allOf.filter((part) => !isDescription(part))
  const [only] = others
  if (others.length === 1 && isMembers(only)) return { ...rest, ...only, description: said.description }
  return { ...rest, ...(others.length === 0 ? {} : { allOf: others }), description: said.description }
}

/** A parameter has a description of its own. */
const ofParameter = (members: Members): Members => {
  const { schema } = members
  if (typeof members["in"] !== "string" || !isMembers(schema) || typeof schema["description"] !== "string")
    return members
  const { description, ...type } = schema
  return { ...members, schema: type, description }
}

const described = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(described)
  if (!isMembers(value)) return value
  const members = Object.fromEntries(Object.entries(value).map(([name, member]) => [name, described(member)]))
  return ofParameter(besideType(members))
}

/** The document with every description where readers look for it. */
export const describe = (document: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(document).map(([name, member]) => [name, described(member)]))
