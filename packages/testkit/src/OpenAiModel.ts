/**
 * The models behind `OpenAiEmulator`: chat completions with structured output, and moderations.
 *
 * Sources: https://platform.openai.com/docs/api-reference/chat/create,
 * https://platform.openai.com/docs/guides/structured-outputs and
 * https://platform.openai.com/docs/api-reference/moderations/create.
 */
import { Effect, Schema } from "effect"
import { HttpServerResponse } from "effect/http"
import { refuse } from "./OpenAiRefusal.ts"

type Response = HttpServerResponse.HttpServerResponse
type JsonSchema = Readonly<Record<string, unknown>>

const Request = Schema.Struct({
  model: Schema.String,
  messages: Schema.NonEmptyArray(
    Schema.Struct({ role: Schema.Literals(["system", "developer", "user", "assistant"]), content: Schema.String })
  ),
  max_completion_tokens: Schema.optionalKey(Schema.Int),
  response_format: Schema.Struct({
    type: Schema.Literal("json_schema"),
    json_schema: Schema.Struct({
      name: Schema.String.check(Schema.isPattern(/^[\w-]{1,64}$/)),
      strict: Schema.Literal(true),
      schema: Schema.Record(Schema.String, Schema.Unknown)
    })
  })
})

/** What a model is asked: all it can know. */
export interface Asked {
  readonly system: string
  readonly user: string
  /** Of the answer. */
  readonly name: string
  readonly schema: JsonSchema
}

/** What a model answers: a document that the schema should allow. */
export type Write = (asked: Asked) => unknown

/** How a completion ends otherwise. */
export type Ending =
  /** The model declines, in these words. */
  | { readonly kind: "refusal"; readonly text: string }
  /** Half of the answer, then the limit of its tokens. */
  | { readonly kind: "truncated" }
  /** The vendor's filter stops it. */
  | { readonly kind: "content_filter" }
  /** This text as it is, JSON or not. */
  | { readonly kind: "content"; readonly text: string }

const isObject = (value: unknown): value is JsonSchema => typeof value === "object" && value !== null

/** Rules of the vendor that a client can break: every object closed, every property required. */
const faultOf = (schema: unknown): string | undefined => {
  if (!isObject(schema)) return undefined
  if (schema["type"] === "object") {
    if (schema["additionalProperties"] !== false) return "'additionalProperties' is required to be supplied and false"
    const names = Object.keys(isObject(schema["properties"]) ? schema["properties"] : {})
    const required = Array.isArray(schema["required"]) ? schema["required"] : []
    if (names.some((name) => !required.includes(name))) return "'required' is required to include every property"
  }
  for (const member of Object.values(schema)) {
    const fault = faultOf(member)
    if (fault !== undefined) return fault
  }
  return undefined
}

/** The least that a schema allows. */
const least = (schema: unknown): unknown => {
  if (!isObject(schema)) return null
  if (Array.isArray(schema["enum"])) return schema["enum"][0]
  if (Array.isArray(schema["anyOf"])) return least(schema["anyOf"].at(-1))
  switch (schema["type"]) {
    case "object":
      return Object.fromEntries(
        Object.entries(isObject(schema["properties"]) ? schema["properties"] : {}).map(([name, one]) => [
          name,
          least(one)
        ])
      )
    case "array":
      return [least(schema["items"])]
    case "string":
      return "Emulated."
    case "number":
    case "integer":
      return 0
    case "boolean":
      return false
    default:
      return null
  }
}

/** About what the vendor counts. */
const tokensOf = (text: string): number => Math.ceil(text.length / 4)

const completion = (request: typeof Request.Type, choice: Record<string, unknown>, content: string): Response => {
  const prompt = request.messages.reduce((sum, message) => sum + tokensOf(message.content), 0)
  const usage = { prompt_tokens: prompt, completion_tokens: tokensOf(content) }
  return HttpServerResponse.jsonUnsafe({
    id: "chatcmpl-emulated",
    object: "chat.completion",
    created: 0,
    model: request.model,
    choices: [{ index: 0, logprobs: null, finish_reason: "stop", ...choice }],
    usage: { ...usage, total_tokens: usage.prompt_tokens + usage.completion_tokens }
  })
}

const said = (content: string | null, refusal: string | null = null) => ({
  message: { role: "assistant", content, refusal }
})

const ended = (request: typeof Request.Type, ending: Ending, full: string): Response => {
  switch (ending.kind) {
    case "refusal":
      return completion(request, said(null, ending.text), ending.text)
    case "truncated": {
      const half = full.slice(0, Math.floor(full.length / 2))
      return completion(request, { ...said(half), finish_reason: "length" }, half)
    }
    case "content_filter":
      return completion(request, { ...said(null), finish_reason: "content_filter" }, "")
    case "content":
      return completion(request, said(ending.text), ending.text)
  }
}

const decodeRequest = Schema.decodeUnknownOption(Request)

const contentOf = (request: typeof Request.Type, roles: ReadonlyArray<string>): string =>
  request.messages
    .filter(({ role }) => roles.includes(role))
    .map(({ content }) => content)
    .join("\n\n")

export interface Model {
  readonly complete: (body: unknown) => Response
  readonly end: (ending: Ending) => Effect.Effect<void>
  readonly write: (write: Write) => Effect.Effect<void>
}

/** A model with a memory for how it was told to end. */
export const make = (first: Write = ({ schema }) => least(schema)): Model => {
  const endings: Array<Ending> = []
  let write = first
  return {
    complete: (body) => {
      const request = decodeRequest(body)
      if (request._tag === "None") return refuse(400, "invalid_request", "The request has a missing or wrong field.")
      const { model, response_format: format } = request.value
      if (!/^(?:gpt|o\d)/.test(model)) return refuse(404, "model_not_found", "The model does not exist.")
      const { name, schema } = format.json_schema
      const fault = faultOf(schema)
      if (fault !== undefined)
        return refuse(400, "invalid_json_schema", `Invalid schema for response_format '${name}': ${fault}.`)
      const system = contentOf(request.value, ["system", "developer"])
      const full = JSON.stringify(write({ system, user: contentOf(request.value, ["user"]), name, schema }))
      const ending = endings.shift()
      return ending === undefined ? completion(request.value, said(full), full) : ended(request.value, ending, full)
    },
    end: (ending) => Effect.sync(() => void endings.push(ending)),
    write: (next) =>
      Effect.sync(() => {
        write = next
      })
  }
}

const ModerationRequest = Schema.Struct({
  model: Schema.String,
  input: Schema.Union([Schema.String, Schema.NonEmptyArray(Schema.String)])
})
const decodeModeration = Schema.decodeUnknownOption(ModerationRequest)

/** A stand-in for judgement: these words offend, and nothing else does. */
const categories: Readonly<Record<string, RegExp>> = {
  harassment: /\b(?:idiots?|morons?|stupid)\b/i,
  hate: /\bsubhuman\b/i,
  violence: /\b(?:kill|hurt) you\b/i,
  "self-harm": /\bhurt yourself\b/i,
  sexual: /\bxxx\b/i
}

const judgement = (text: string) => {
  const found = Object.entries(categories).map(([name, words]) => [name, words.test(text)] as const)
  return {
    flagged: found.some(([, hit]) => hit),
    categories: Object.fromEntries(found),
    category_scores: Object.fromEntries(found.map(([name, hit]) => [name, hit ? 0.97 : 0.0001]))
  }
}

export const moderate = (body: unknown): Response => {
  const request = decodeModeration(body)
  if (request._tag === "None") return refuse(400, "invalid_request", "The request has a missing or wrong field.")
  const { input, model } = request.value
  if (!model.includes("moderation")) return refuse(404, "model_not_found", "The model does not exist.")
  const texts = typeof input === "string" ? [input] : input
  return HttpServerResponse.jsonUnsafe({ id: "modr-emulated", model, results: texts.map(judgement) })
}
