/**
 * Effect's HTTP server on Node with the settings that cost least per request. Used by the gateway and the benchmarks
 * in place of `NodeHttpServer.layer` and `HttpRouter.serve`; routers, `HttpApi`, middleware and problem documents work
 * unchanged. What each setting saves is in docs/adr/0007-http-overhead.md.
 */
import * as NodeHttpServer from "@effect/platform-node/NodeHttpServer"
import * as NodeHttpServerRequest from "@effect/platform-node/NodeHttpServerRequest"
import * as Clock from "effect/Clock"
import * as Context from "effect/Context"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import { MaxBodySize } from "effect/http/HttpIncomingMessage"
import * as HttpServer from "effect/http/HttpServer"
import type { ServeError } from "effect/http/HttpServerError"
import { HttpServerRequest } from "effect/http/HttpServerRequest"
import { Server } from "node:http"
import { IncomingMessage } from "node:http"
import { GatheredResponse } from "./GatheredResponse.ts"

/** How long a stopping server waits for what clients have sent, or are about to. */
const lastWords = "300 millis"

/**
 * Hands a request on when what was read from its socket has been parsed, which for a small body means that the body is
 * there already. Effect listens before there is anybody to hand requests to: what comes that early waits for them, where
 * Node would forget it and its caller would wait for ever.
 */
class SettledServer extends Server<typeof IncomingMessage, typeof GatheredResponse> {
  readonly early: Array<ReadonlyArray<unknown>> = []
  readonly later: (action: () => void) => void

  /** `later` runs an action when clients have been heard out. */
  constructor(later: (action: () => void) => void) {
    super({ ServerResponse: GatheredResponse })
    this.later = later
    this.on("newListener", (event) => {
      if (event === "request") process.nextTick(() => this.early.splice(0).forEach((args) => this.hand(args)))
    })
  }

  hand(args: ReadonlyArray<unknown>): void {
    if (this.listenerCount("request") === 0) this.early.push(args)
    else Reflect.apply(super.emit, this, ["request", ...args])
  }

  /**
   * Node closes what is idle as soon as it stops listening, and with it connections on which a request is on its way. A
   * client that is busy asks once more within this time, and hears that it was the last (`GatheredResponse`).
   */
  override closeIdleConnections(): void {
    this.later(() => super.closeIdleConnections())
  }

  override emit(event: string | symbol, ...args: Array<unknown>): boolean {
    if (event !== "request") return Reflect.apply(super.emit, this, [event, ...args])
    process.nextTick(() => this.hand(args))
    return true
  }
}

/** The body, when all of it has arrived and is no larger than allowed; undefined leaves it to Effect's reader. */
const arrived = (source: unknown, bytesMax: number): ArrayBuffer | undefined => {
  // Node's parser says "complete" a turn after it has delivered the last byte: the length is what tells.
  if (!(source instanceof IncomingMessage)) return undefined
  const length = source.readableLength
  if (length === 0 || length > bytesMax || length !== Number(source.headers["content-length"])) return undefined
  const body: unknown = source.read()
  return Buffer.isBuffer(body) ? new Uint8Array(body).buffer : undefined
}

/**
 * Lets `arrayBuffer`, and with it `text`, `json` and `urlParamsBody`, answer at once from a body that is there. Effect's
 * reader waits for the stream to be closed, some turns later, which suspends the fiber of every request.
 */
const readEagerly = (request: HttpServerRequest): void => {
  let known: Effect.Effect<ArrayBuffer> | undefined
  const bytes = Effect.withFiber<ArrayBuffer, unknown>((fiber) => {
    if (known !== undefined) return known
    const max = fiber.getRef(MaxBodySize)
    const body = arrived(NodeHttpServerRequest.toIncomingMessage(request), max === undefined ? Infinity : Number(max))
    if (body === undefined) return Reflect.get(Object.getPrototypeOf(request), "arrayBuffer", request)
    known = Effect.succeed(body)
    return known
  })
  Object.defineProperty(request, "arrayBuffer", { value: bytes })
}

const eagerly = <A, E, R>(app: Effect.Effect<A, E, R>): Effect.Effect<A, E, R> =>
  Effect.withFiber((fiber) => {
    readEagerly(Context.getUnsafe(fiber.context, HttpServerRequest))
    return app
  })

/** An HTTP/1.1 server of this process; requests served through it take the cheap way. */
const server = (options: NodeHttpServer.Options): Layer.Layer<HttpServer.HttpServer, ServeError> =>
  Layer.effect(
    HttpServer.HttpServer,
    Effect.gen(function* () {
      const run = Effect.runForkWith(yield* Effect.context<never>())
      const later = (action: () => void): void => {
        // Sockets take real time, also in tests.
        const waited = Effect.provideService(Effect.sleep(lastWords), Clock.Clock, Clock.Clock.defaultValue())
        run(Effect.andThen(waited, Effect.sync(action)))
      }
      const inner = yield* NodeHttpServer.make(() => new SettledServer(later), options)
      return HttpServer.make({
        address: inner.address,
        serve: (app, middleware) =>
          middleware === undefined ? inner.serve(eagerly(app)) : inner.serve(eagerly(app), middleware)
      })
    })
  )

/** As `NodeHttpServer.layer`, in the cheap form; takes the same options and provides the same services. */
export const layer = (options: NodeHttpServer.Options) =>
  Layer.mergeAll(server(options), NodeHttpServer.layerHttpServices)
