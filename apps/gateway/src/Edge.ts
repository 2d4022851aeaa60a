/**
 * What every request and response passes, matched by a route or not: one spelling per path, a bound on the body, a request
 * id, and a problem document where there is no route, or none for the method.
 */
import { Api } from "@loopdrive/api/Api"
import * as Problems from "@loopdrive/api/Problems"
import * as ByteSize from "effect/ByteSize"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as SecureRandom from "effect/crypto/SecureRandom"
import {
  type Headers,
  HttpIncomingMessage,
  HttpRouter,
  HttpServerError,
  HttpServerRequest,
  HttpServerRespondable,
  HttpServerResponse,
  ProblemDetails
} from "effect/http"
import { HttpApi } from "effect/http-api"
import { isUtf8 } from "node:buffer"
import * as CanonicalPath from "./core/CanonicalPath.ts"
import * as OtherMethods from "./core/OtherMethods.ts"

/** Larger than any field allows, small enough that 64 of them at once are nothing. */
const bodyMost = ByteSize.mebibytes(1)
const bodyMostBytes = ByteSize.toNumberUnsafe(bodyMost)

/** What a caller may give as its own request id. */
const usableId = /^[\w.-]{1,64}$/
const idBytes = 12
// One call to the operating system serves many requests.
const pool: { bytes: Uint8Array; offset: number } = { bytes: new Uint8Array(0), offset: 0 }
const freshId = (): string => {
  if (pool.offset >= pool.bytes.length) {
    pool.bytes = SecureRandom.randomBytesUnsafe(256 * idBytes)
    pool.offset = 0
  }
  const id = Buffer.from(pool.bytes.buffer, pool.bytes.byteOffset + pool.offset, idBytes).toString("base64url")
  pool.offset += idBytes
  return `req_${id}`
}

const tooLarge = new Problems.TooLarge({
  code: "body_too_large",
  detail: "The body is larger than 1 MiB."
})
const unsupported = (detail: string, header: string, message: string): HttpServerResponse.HttpServerResponse =>
  ProblemDetails.toResponse({
    type: ProblemDetails.blankType,
    status: 415,
    title: "Unsupported Media Type",
    code: "invalid_request",
    detail,
    errors: [{ path: ["headers", header], message }]
  })
const foreignType = unsupported(
  "Send the body as JSON, with `Content-Type: application/json`.",
  "Content-Type",
  "must be application/json"
)
/** Said with what is understood, RFC 9110 section 12.5.3. */
const compressed = HttpServerResponse.setHeader(
  unsupported("Send the body as it is, not compressed.", "Content-Encoding", "must be identity, or left out"),
  "accept-encoding",
  "identity"
)

const decoder = new TextDecoder()
/** What is no UTF-8 is no JSON (RFC 8259 section 8.1); decoded all the same it would be another text than was sent. */
const textOf = (body: ArrayBuffer): string => (isUtf8(body) ? decoder.decode(body) : "no UTF-8")
const nothing = Effect.succeed("{}")

/** Nothing sent is an object with nothing in it: an empty POST with a JSON content type is legal (contract section 1.11). */
const withText = (request: HttpServerRequest.HttpServerRequest): HttpServerRequest.HttpServerRequest => {
  if (request.method === "GET") return request
  const { "content-length": length = "0", "transfer-encoding": coding } = request.headers
  const isEmpty = length === "0" && coding === undefined
  return Object.defineProperty(request, "text", { value: isEmpty ? nothing : Effect.map(request.arrayBuffer, textOf) })
}

const unknown = HttpServerRespondable.toResponse(
  new Problems.NotFound({ code: "route_not_found", detail: "There is no such route. `/docs` lists them." })
)

const routes: Array<OtherMethods.Route> = []
HttpApi.reflect(Api, {
  onGroup: () => {},
  onEndpoint: ({ endpoint: { method, path } }) => routes.push({ method, path })
})
const methodsOf = OtherMethods.among(routes)

/** Nothing is there, or something that is asked with another method. */
const elsewhere = Effect.flatMap(HttpServerRequest.HttpServerRequest, ({ method, url }) => {
  const [path = ""] = CanonicalPath.ofUrl(url).split("?")
  const methods = methodsOf(path)
  // Of its own methods only what is too long for the router comes here, and that is nowhere.
  if (methods.length === 0 || methods.includes(method)) return unknown
  const response = ProblemDetails.toResponse({
    type: ProblemDetails.blankType,
    status: 405,
    title: "Method Not Allowed",
    code: "method_not_allowed",
    detail: `This path is asked with ${methods.join(" or ")}, not with ${method}.`
  })
  return Effect.succeed(HttpServerResponse.setHeader(response, "allow", methods.join(", ")))
})

/** A method that the router has never heard of, whatever the path. */
const isNowhere = (error: unknown): boolean =>
  HttpServerError.isHttpServerError(error) && error.reason._tag === "RouteNotFound"

/** Before routing: the request as the router should see it. */
export const canonical = <E, R>(effect: Effect.Effect<HttpServerResponse.HttpServerResponse, E, R>) =>
  Effect.updateService(effect, HttpServerRequest.HttpServerRequest, (request) => {
    const url = CanonicalPath.ofUrl(request.url)
    return withText(url === request.url ? request : request.modify({ url }))
  }).pipe(
    Effect.catchIf(isNowhere, () =>
      Effect.map(elsewhere, (response) => HttpServerResponse.setHeader(response, "x-request-id", freshId()))
    ),
    Effect.provideService(HttpIncomingMessage.MaxBodySize, bodyMost)
  )

/** What a body is refused for before it is read. */
const refused = (headers: Headers.Headers): Effect.Effect<HttpServerResponse.HttpServerResponse> | undefined => {
  const { "content-encoding": coding = "identity", "content-length": length = "0" } = headers
  if (Number(length) > bodyMostBytes) return HttpServerRespondable.toResponse(tooLarge)
  return coding.toLowerCase() === "identity" ? undefined : Effect.succeed(compressed)
}

/** Around every route. */
const around = HttpRouter.middleware(
  (effect) =>
    Effect.flatMap(HttpServerRequest.HttpServerRequest, ({ headers }) => {
      const asked = headers["x-request-id"] ?? ""
      const id = usableId.test(asked) ? asked : freshId()
      const answer = refused(headers) ?? effect
      return Effect.map(answer, (answered) => {
        // The router answers a foreign media type in plain text.
        const response = answered.status === 415 && answered !== compressed ? foreignType : answered
        const named = HttpServerResponse.setHeader(response, "x-request-id", id)
        // Repeating helps, and soon: these are moments, not outages.
        if (response.status === 503) return HttpServerResponse.setHeader(named, "retry-after", "1")
        return response.status === 401 ? HttpServerResponse.setHeader(named, "www-authenticate", "Bearer") : named
      })
    }),
  { global: true }
)

/** Of every method but HEAD, which the router takes for a GET where nothing else claims it. */
const nowhere = Layer.mergeAll(
  HttpRouter.add("GET", "/*", elsewhere),
  ...(["POST", "PUT", "PATCH", "DELETE", "OPTIONS", "QUERY"] as const).map((method) =>
    HttpRouter.add(method, "/*", elsewhere)
  )
)

/** Origins that browsers may call from; empty: any, because a key is needed all the same. */
export const layer = (origins: ReadonlyArray<string>) =>
  Layer.mergeAll(
    nowhere,
    around.pipe(
      // First, so that it stands around the other: a browser may read what that refuses, too.
      Layer.provideMerge(
        HttpRouter.cors({
          allowedOrigins: origins.length === 0 ? ["*"] : [...origins],
          allowedMethods: ["GET", "POST", "PATCH", "DELETE"],
          // Those that the browser asks for: deployments give their clients headers of their own (contract section 1.3).
          allowedHeaders: [],
          exposedHeaders: ["x-request-id", "retry-after"],
          maxAge: 600
        })
      )
    )
  )
