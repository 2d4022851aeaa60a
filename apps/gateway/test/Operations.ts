/**
 * Every operation of the contract, read from it, with a request that is well formed as far as its schema says: so a new
 * endpoint is covered by the table-driven suites on the day it is added.
 */
import { Api } from "@loopdrive/api/Api"
import * as Effect from "effect/Effect"
import { OpenApi } from "effect/http-api"

/** The part of JSON Schema that the contract uses. */
interface JsonSchema {
  readonly $ref?: string
  readonly type?: string
  readonly enum?: ReadonlyArray<unknown>
  readonly anyOf?: ReadonlyArray<JsonSchema>
  readonly allOf?: ReadonlyArray<JsonSchema>
  readonly properties?: Readonly<Record<string, JsonSchema>>
  readonly required?: ReadonlyArray<string>
  readonly minimum?: number
  readonly prefixItems?: ReadonlyArray<JsonSchema>
  readonly items?: JsonSchema
}
interface Parameter {
  readonly name: string
  readonly in: string
  readonly required: boolean
  readonly schema: JsonSchema
}
interface OperationObject {
  readonly operationId: string
  readonly parameters?: ReadonlyArray<Parameter>
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: JsonSchema }>> }
  readonly security?: ReadonlyArray<unknown>
}

export interface Operation {
  readonly id: string
  readonly method: string
  /** With `{name}` for parameters. */
  readonly path: string
  readonly params: ReadonlyArray<string>
  readonly query: ReadonlyArray<Parameter>
  readonly body: Readonly<Record<string, JsonSchema>> | undefined
  readonly required: ReadonlyArray<string>
  readonly needsKey: boolean
}

const document = OpenApi.fromApi(Api) as unknown as {
  readonly paths: Readonly<Record<string, Readonly<Record<string, OperationObject>>>>
  readonly components: { readonly schemas: Readonly<Record<string, JsonSchema>> }
}

const resolved = (schema: JsonSchema): JsonSchema =>
  schema.$ref === undefined ? schema : resolved(document.components.schemas[schema.$ref.split("/").at(-1) ?? ""] ?? {})

const operation = (path: string, method: string, found: OperationObject): Operation => {
  const parameters = found.parameters ?? []
  const body = found.requestBody?.content["application/json"]?.schema
  const shape = body === undefined ? undefined : resolved(body)
  return {
    id: found.operationId,
    method: method.toUpperCase(),
    path,
    params: parameters.filter((one) => one.in === "path").map((one) => one.name),
    query: parameters.filter((one) => one.in === "query"),
    body: shape?.properties,
    required: shape?.required ?? [],
    needsKey: (found.security ?? []).length > 0
  }
}

export const all: ReadonlyArray<Operation> = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, found]) => operation(path, method, found))
)

/** What a field is called says what goes into it. */
const examples: Readonly<Record<string, unknown>> = {
  email: "somebody@example.com",
  phone: "+14155552671",
  value: "somebody@example.com",
  workspaceId: "ws_default",
  connectAccountId: "acct_somebody",
  currency: "usd",
  useCase: "email_nurture",
  examples: [],
  timezone: "Europe/Berlin",
  locale: "en-US",
  replyTo: "reply@example.com",
  fromEmail: "from@example.com",
  defaultFrom: "from@example.com",
  utmParams: { source: "test" },
  scheduleFor: "2099-01-01T00:00:00.000Z",
  sendAt: "2099-01-01T00:00:00.000Z",
  expiresAt: "2099-01-01T00:00:00.000Z",
  dueDate: "2099-01-01T00:00:00.000Z",
  localTime: "09:00",
  start: "21:00",
  end: "08:00",
  dateFrom: "2026-01-01T00:00:00.000Z",
  dateTo: "2099-01-01T00:00:00.000Z"
}

const variants = (schema: JsonSchema): ReadonlyArray<JsonSchema> => {
  const own = resolved(schema)
  return own.anyOf === undefined ? [own] : own.anyOf.flatMap(variants)
}

/** The types of JSON a field takes. */
export const typesOf = (schema: JsonSchema): ReadonlySet<string> =>
  new Set(variants(schema).map((one) => one.type ?? "string"))

/** Whether any text will do, as far as its type goes. */
export const isFreeText = (schema: JsonSchema): boolean =>
  variants(schema).some((one) => one.type === "string" && one.enum === undefined)

/** A value that the field's schema takes. */
export const sample = (name: string, schema: JsonSchema): unknown => {
  if (name in examples) return examples[name]
  const own = variants(schema).find((one) => one.type !== "null") ?? {}
  if (own.enum !== undefined) return own.enum[0]
  switch (own.type) {
    case "boolean":
      return true
    case "integer":
      return Math.max(1, own.minimum ?? 1)
    case "number":
      return 0.5
    case "array":
      return [sample(name, own.prefixItems?.[0] ?? own.items ?? {})]
    case "object":
      return Object.fromEntries(
        (own.required ?? []).map((field) => [field, sample(field, own.properties?.[field] ?? {})])
      )
    default:
      return `a ${name}`
  }
}

/** A body with every field; `undefined` where the operation takes none. */
export const bodyOf = ({ body }: Operation): Record<string, unknown> | undefined =>
  body === undefined
    ? undefined
    : Object.fromEntries(Object.entries(body).map(([name, schema]) => [name, sample(name, schema)]))

/** The path with these values for its parameters, and the required part of the query. */
export const urlOf = (
  { path, query }: Operation,
  params: Readonly<Record<string, string>> = {},
  more: Readonly<Record<string, string>> = {}
): string => {
  const filled = path.replace(
    /\{(\w+)\}/g,
    (_, name: string) =>
      // A workspace is the caller's own: an unknown one is refused before anything else is looked at.
      params[name] ?? (name === "workspaceId" ? "ws_default" : `unknown_${name}`)
  )
  const required = query.filter((one) => one.required).map((one) => [one.name, String(sample(one.name, one.schema))])
  const search = new URLSearchParams({ ...Object.fromEntries(required), ...more }).toString()
  return search === "" ? filled : `${filled}?${search}`
}

/** Calls `f` for each operation, all under one key, some at once. */
export const onEach = <E, R>(
  operations: ReadonlyArray<Operation>,
  f: (operation: Operation) => Effect.Effect<void, E, R>
) => Effect.forEach(operations, f, { concurrency: 8, discard: true })
