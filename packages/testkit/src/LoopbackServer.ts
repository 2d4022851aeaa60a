/**
 * An HTTP server on a free loopback port for the life of a scope. Used by the vendor emulators.
 */
import { NodeHttpServer, NodeHttpServerRequest } from "@effect/platform-node"
import { Effect } from "effect"
import type { Scope } from "effect"
import { HttpServer } from "effect/http"
import type { HttpServerError, HttpServerRequest, HttpServerResponse } from "effect/http"
import { createServer } from "node:http"

/** What answers a request. Failures and defects become 500s. */
export type App = Effect.Effect<
  HttpServerResponse.HttpServerResponse,
  HttpServerError.HttpServerError,
  HttpServerRequest.HttpServerRequest | Scope.Scope
>

/**
 * Serves `app` and answers its base URL without a trailing slash. `port` 0 takes a free one. When the scope closes,
 * open connections are cut rather than waited for: a test that leaves a request hanging ends all the same.
 */
export const serve = Effect.fnUntraced(function* (app: App, port = 0) {
  const node = createServer()
  const server = yield* NodeHttpServer.make(() => node, { port, host: "127.0.0.1" })
  // Outside a router, handlers run uninterruptibly: one that waits would outlive its client.
  yield* server.serve(Effect.interruptible(app))
  yield* Effect.addFinalizer(() => Effect.sync(() => node.closeAllConnections()))
  return HttpServer.formatAddress(server.address)
})

/** Destroys the client's connection without an answer. Ends when the server notices, by interruption. */
export const drop = (request: HttpServerRequest.HttpServerRequest): Effect.Effect<never> =>
  Effect.suspend(() => {
    NodeHttpServerRequest.toIncomingMessage(request).socket.destroy()
    return Effect.never
  })
