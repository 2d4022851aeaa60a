/**
 * Fields that the contract does not know: left out of a body, so that old servers take new clients' requests, except where
 * a misspelt one could be taken for one that was left out, or for a setting that was changed. The OpenAPI document says which operation does what.
 */
import * as Context from "effect/Context"
import { HttpApi, OpenApi } from "effect/http-api"

const mark = "x-unknown-fields"

/** For an operation where leaving a field out has a meaning of its own: 400 names the field that is not known. */
export const refused = Context.make(HttpApi.PayloadParseOptions, { onExcessProperty: "error" }).pipe(
  Context.add(OpenApi.Transform, (operation) => ({ ...operation, [mark]: "refused" }))
)

const described = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(described)
  if (typeof value !== "object" || value === null) return value
  const isRefusing = mark in value
  const members = Object.entries(value)
    .filter(([name, member]) => name !== "additionalProperties" || member !== false)
    .map(([name, member]) => [name, isRefusing && name === "requestBody" ? member : described(member)])
  return Object.fromEntries(members)
}

/** The document, which may say of a body only where it is so that it takes no other fields. */
export const describe = (document: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(document).map(([name, member]) => [name, described(member)]))
