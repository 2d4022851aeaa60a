/**
 * OpenAI's HTTP API as its own Node client uses it: embeddings, chat completions with structured output, moderations.
 * Used by the tests of the layers that call OpenAI. One route is one entry of `routes`; authorization and faults are the
 * same for all. What a model would say is given by the test (`OpenAiModel.ts`).
 *
 * Sources: https://platform.openai.com/docs/api-reference/embeddings/create and
 * https://platform.openai.com/docs/guides/error-codes.
 */
import { Effect, Schema } from "effect"
import { HttpServerRequest, HttpServerResponse } from "effect/http"
import * as LoopbackServer from "./LoopbackServer.ts"
import * as OpenAiModel from "./OpenAiModel.ts"
import { refuse } from "./OpenAiRefusal.ts"
import * as VendorFault from "./VendorFault.ts"

export interface Options {
  /** Keys that are let in. By default every `sk-…`. */
  readonly apiKeys?: ReadonlyArray<string>
  /** 0, the default, takes a free port. */
  readonly port?: number
  /** What the model writes. By default the least that the schema of the answer allows. */
  readonly write?: OpenAiModel.Write
}

/** A request that was looked at, faults and refusals included. */
export interface Received {
  readonly path: string
  readonly body: unknown
}

export interface OpenAiEmulator {
  /** With `/v1`, as `OPENAI_BASE_URL` has it. */
  readonly url: string
  readonly fault: VendorFault.VendorFaults
  /** Says how the next completion ends, instead of with what the model writes. Each is used once, in the order said. */
  readonly end: (ending: OpenAiModel.Ending) => Effect.Effect<void>
  /** What the model writes from now on. */
  readonly write: (write: OpenAiModel.Write) => Effect.Effect<void>
  /** Every request with a body that was read, oldest first. */
  readonly received: Effect.Effect<ReadonlyArray<Received>>
  /** Requests that reached the emulator. */
  readonly attempts: Effect.Effect<number>
}

type Response = HttpServerResponse.HttpServerResponse

const inputsMax = 2048
const requestTokensMax = 300_000

const EmbeddingRequest = Schema.Struct({
  model: Schema.String,
  input: Schema.Union([Schema.String, Schema.Array(Schema.String)]),
  encoding_format: Schema.optionalKey(Schema.Literals(["float", "base64"])),
  dimensions: Schema.optionalKey(Schema.Int)
})

const decodeEmbeddingRequest = Schema.decodeUnknownOption(EmbeddingRequest)

/** A vector of unit length that depends on nothing but the text: a stand-in without meaning. */
export const vectorOf = (text: string, dimensions: number): Float32Array => {
  let state = 0x2545f491
  for (const byte of new TextEncoder().encode(text)) state = Math.imul(state ^ byte, 0x01000193)
  const raw = Float64Array.from({ length: dimensions }, () => {
    state = (Math.imul(state, 1664525) + 1013904223) | 0
    return state / 0x80000000
  })
  const norm = Math.sqrt(raw.reduce((sum, x) => sum + x * x, 0))
  return Float32Array.from(raw, (x) => x / norm)
}

const embeddings = (body: unknown): Response => {
  const request = decodeEmbeddingRequest(body)
  if (request._tag === "None") return refuse(400, "invalid_request", "The request has a missing or wrong field.")
  const { model, input, encoding_format: encoding = "float", dimensions = 1536 } = request.value
  const texts = typeof input === "string" ? [input] : input
  if (!model.startsWith("text-embedding-")) return refuse(404, "model_not_found", "The model does not exist.")
  if (texts.length === 0 || texts.length > inputsMax || texts.includes("")) {
    return refuse(400, "invalid_input", "'$.input' is invalid.")
  }
  const tokens = texts.reduce((sum, text) => sum + Math.ceil(text.length / 4), 0)
  if (tokens > requestTokensMax) return refuse(400, "max_tokens_per_request", "Too many tokens in one request.")
  const data = texts.map((text, index) => {
    const vector = vectorOf(text, dimensions)
    const embedding = encoding === "base64" ? Buffer.from(vector.buffer).toString("base64") : [...vector]
    return { object: "embedding", index, embedding }
  })
  return HttpServerResponse.jsonUnsafe({
    object: "list",
    data,
    model,
    usage: { prompt_tokens: tokens, total_tokens: tokens }
  })
}

/** What each `POST` answers, given the decoded JSON body. */
type Routes = Readonly<Record<string, (body: unknown) => Response>>

const decodeJson = Schema.decodeUnknownOption(Schema.fromJsonString(Schema.Unknown))

const authorize = (options: Options, header: string | undefined): Response | undefined => {
  const token = header?.match(/^Bearer (\S+)$/i)?.[1]
  if (token === undefined) return refuse(401, "missing_api_key", "You didn't provide an API key.")
  const known = options.apiKeys?.includes(token) ?? token.startsWith("sk-")
  return known ? undefined : refuse(401, "invalid_api_key", "Incorrect API key provided.")
}

/** Starts the emulator for the life of the scope. */
export const make = Effect.fnUntraced(function* (options: Options = {}) {
  const faults = yield* VendorFault.make
  const model = OpenAiModel.make(options.write)
  const routes: Routes = {
    "/v1/embeddings": embeddings,
    "/v1/chat/completions": model.complete,
    "/v1/moderations": OpenAiModel.moderate
  }
  const received: Array<Received> = []
  let attempts = 0

  const app: LoopbackServer.App = Effect.gen(function* () {
    attempts += 1
    const request = yield* HttpServerRequest.HttpServerRequest
    const met = yield* faults.take
    const instead = met && VendorFault.instead(met, request, refuse)
    if (instead !== undefined) return yield* instead
    const refused = authorize(options, request.headers["authorization"])
    if (refused !== undefined) return refused
    const route = request.method === "POST" ? routes[request.url] : undefined
    if (route === undefined) return refuse(404, "unknown_url", "Unknown request URL.")
    const body = decodeJson(yield* request.text)
    if (body._tag === "None") return refuse(400, "invalid_json", "We could not parse the JSON body of your request.")
    received.push({ path: request.url, body: body.value })
    if (met !== undefined) yield* VendorFault.afterEffect(met, request)
    return VendorFault.insteadOfAnswer(met, refuse) ?? route(body.value)
  })

  const url = yield* LoopbackServer.serve(app, options.port)
  const emulator: OpenAiEmulator = {
    url: `${url}/v1`,
    fault: { next: faults.next, pending: faults.pending },
    end: model.end,
    write: model.write,
    received: Effect.sync(() => [...received]),
    attempts: Effect.sync(() => attempts)
  }
  return emulator
})
