import { assert, describe, layer } from "@effect/vitest"
import * as FastServer from "@loopdrive/http/FastServer"
import * as ByteSize from "effect/ByteSize"
import * as Context from "effect/Context"
import * as Deferred from "effect/Deferred"
import * as Effect from "effect/Effect"
import * as Exit from "effect/Exit"
import * as Fiber from "effect/Fiber"
import * as Layer from "effect/Layer"
import * as Scope from "effect/Scope"
import * as Stream from "effect/Stream"
import { MaxBodySize } from "effect/http/HttpIncomingMessage"
import * as HttpRouter from "effect/http/HttpRouter"
import { HttpServer } from "effect/http/HttpServer"
import { HttpServerRequest } from "effect/http/HttpServerRequest"
import * as HttpServerResponse from "effect/http/HttpServerResponse"
import { once } from "node:events"
import { connect } from "node:net"
import { text } from "node:stream/consumers"

const echo = Effect.flatMap(HttpServerRequest, (request) =>
  Effect.map(request.text, (body) => HttpServerResponse.text(body))
)

const twice = Effect.gen(function* () {
  const request = yield* HttpServerRequest
  const json = yield* request.json
  return HttpServerResponse.text(`${JSON.stringify(json)} ${yield* request.text}`)
})

const streamed = HttpServerResponse.stream(Stream.make("one ", "two ", "three").pipe(Stream.encodeText))

const limited = Effect.flatMap(HttpServerRequest, (request) =>
  request.text.pipe(
    Effect.provideService(MaxBodySize, ByteSize.bytes(8)),
    Effect.match({
      onSuccess: (body) => HttpServerResponse.text(body),
      onFailure: () => HttpServerResponse.empty({ status: 413 })
    })
  )
)

const routes = Layer.mergeAll(
  HttpRouter.add("POST", "/echo", echo),
  HttpRouter.add("POST", "/twice", twice),
  HttpRouter.add("POST", "/limited", limited),
  HttpRouter.add("POST", "/unread", HttpServerResponse.text("not read")),
  HttpRouter.add("GET", "/streamed", Effect.succeed(streamed))
)

const served = HttpRouter.serve(routes, { disableLogger: true, disableListenLog: true }).pipe(
  Layer.provideMerge(FastServer.layer({ host: "127.0.0.1", port: 0 }))
)

const port = Effect.map(HttpServer, ({ address }) => ("port" in address ? address.port : 0))

/** A server that stops with its scope. */
const stoppable = Effect.gen(function* () {
  const scope = yield* Scope.make()
  const built = yield* Layer.buildWithScope(FastServer.layer({ host: "127.0.0.1", port: 0 }), scope)
  const server = Context.get(built, HttpServer)
  return { at: "port" in server.address ? server.address.port : 0, scope, server }
})

/** Until the port takes no connection any more. */
const noMoreTaken = (at: number) =>
  Effect.repeat(
    Effect.promise(async () => {
      const other = connect({ host: "127.0.0.1", port: at })
      const gone = await once(other, "connect").then(
        () => false,
        () => true
      )
      other.destroy()
      return gone
    }),
    { until: (gone) => gone }
  )

const ask = (path: string, init?: RequestInit) =>
  Effect.gen(function* () {
    const at = yield* port
    return yield* Effect.promise(async () => {
      const response = await fetch(`http://127.0.0.1:${at}${path}`, init)
      return { status: response.status, body: await response.text() }
    })
  })

/** Writes the pieces one after another, each when the one before has left, and reads until the server closes. */
const converse = (...pieces: ReadonlyArray<string>) =>
  Effect.flatMap(port, (at) =>
    Effect.promise(async () => {
      const socket = connect({ host: "127.0.0.1", port: at }).setNoDelay(true)
      const answer = text(socket)
      for (const piece of pieces) {
        await new Promise<void>((resolve, reject) =>
          socket.write(piece, (error) => (error instanceof Error ? reject(error) : setImmediate(resolve)))
        )
      }
      return await answer
    })
  )

/**
 * Resolves when the server has read a request that was sent after whatever was sent before: one that its parser refuses is
 * answered by the parser, whoever is there.
 */
const arrived = (at: number) =>
  Effect.promise(async () => {
    const socket = connect({ host: "127.0.0.1", port: at })
    socket.write("no request at all\r\n\r\n")
    await text(socket)
  })

const post = (path: string, body: string, more = "") =>
  `POST ${path} HTTP/1.1\r\nHost: x\r\nContent-Length: ${Buffer.byteLength(body)}\r\n${more}\r\n${body}`

describe("the fast server", () => {
  layer(served, { excludeTestServices: true })((it) => {
    it.effect("answers a body that arrives whole", () =>
      Effect.gen(function* () {
        const body = JSON.stringify({ name: "Żółć 🦆" })
        assert.deepStrictEqual(yield* ask("/echo", { method: "POST", body }), { status: 200, body })
      })
    )

    it.effect("answers a body that arrives in pieces", () =>
      Effect.gen(function* () {
        const whole = post("/echo", "first second", "Connection: close\r\n")
        const answer = yield* converse(whole.slice(0, -6), whole.slice(-6))
        assert.include(answer, "\r\n\r\nfirst second")
      })
    )

    it.effect("answers a body larger than what is read from a socket at once", () =>
      Effect.gen(function* () {
        const body = "0123456789".repeat(50_000)
        assert.deepStrictEqual(yield* ask("/echo", { method: "POST", body }), { status: 200, body })
      })
    )

    it.effect("lets a body be read more than once", () =>
      Effect.gen(function* () {
        const answer = yield* ask("/twice", { method: "POST", body: `{"a":1}` })
        assert.strictEqual(answer.body, `{"a":1} {"a":1}`)
      })
    )

    it.effect("keeps to the size a route allows for a body", () =>
      Effect.gen(function* () {
        assert.strictEqual((yield* ask("/limited", { method: "POST", body: "12345678" })).status, 200)
        assert.strictEqual((yield* ask("/limited", { method: "POST", body: "123456789" })).status, 413)
      })
    )

    it.effect("reads the next request after a body nobody read", () =>
      Effect.gen(function* () {
        const answer = yield* converse(post("/unread", "ignored"), post("/echo", "read", "Connection: close\r\n"))
        assert.match(answer, /not read[^]*\r\n\r\nread$/)
      })
    )

    it.effect("answers requests sent in one write in their order", () =>
      Effect.gen(function* () {
        const all = ["a", "b", "c"].map((body) => post("/echo", body)).join("")
        const answer = yield* converse(all + post("/echo", "d", "Connection: close\r\n"))
        assert.deepStrictEqual(
          [...answer.matchAll(/\r\n\r\n(\w)/g)].map(([, body]) => body),
          ["a", "b", "c", "d"]
        )
      })
    )

    it.effect("sends a streamed body in full", () =>
      Effect.gen(function* () {
        assert.deepStrictEqual(yield* ask("/streamed"), { status: 200, body: "one two three" })
      })
    )

    it.effect("answers what came before anybody was there to answer", () =>
      Effect.gen(function* () {
        const server = yield* HttpServer
        const at = "port" in server.address ? server.address.port : 0
        const early = Effect.promise(() => fetch(`http://127.0.0.1:${at}/`).then((response) => response.text()))
        const asked = yield* Effect.forkChild(early)
        // By then the server has read what was sent before it.
        yield* arrived(at)
        yield* server.serve(Effect.succeed(HttpServerResponse.text("here now")))
        assert.strictEqual(yield* Fiber.join(asked), "here now")
      }).pipe(Effect.scoped, Effect.provide(Layer.fresh(FastServer.layer({ host: "127.0.0.1", port: 0 }))))
    )

    it.effect("says with its last answers that it takes no more, and lets their connections go", () =>
      Effect.gen(function* () {
        const { at, scope, server } = yield* stoppable
        const [asked, mayAnswer] = [yield* Deferred.make<void>(), yield* Deferred.make<void>()]
        const held = Deferred.succeed(asked, undefined).pipe(
          Effect.andThen(Deferred.await(mayAnswer)),
          Effect.as(HttpServerResponse.text("done"))
        )
        yield* server.serve(held).pipe(Scope.provide(scope))
        const socket = connect({ host: "127.0.0.1", port: at })
        socket.write(post("/held", "kept alive"))
        const answer = text(socket)
        yield* Deferred.await(asked)
        const closing = yield* Effect.forkChild(Scope.close(scope, Exit.void))
        yield* noMoreTaken(at)
        yield* Deferred.succeed(mayAnswer, undefined)
        const [status = "", ...lines] = (yield* Effect.promise(() => answer)).split("\r\n")
        assert.include(status, "200")
        assert.include(lines, "Connection: close")
        assert.strictEqual(lines.at(-1), "done")
        yield* Fiber.join(closing)
      })
    )

    it.effect("answers once more what a client sends on a connection that was idle when it stopped", () =>
      Effect.gen(function* () {
        const { at, scope, server } = yield* stoppable
        yield* server.serve(Effect.succeed(HttpServerResponse.text("done"))).pipe(Scope.provide(scope))
        const socket = connect({ host: "127.0.0.1", port: at })
        socket.write(post("/first", "kept alive"))
        yield* Effect.promise(() => once(socket, "data"))
        const closing = yield* Effect.forkChild(Scope.close(scope, Exit.void))
        yield* noMoreTaken(at)
        socket.write(post("/second", "on its way"))
        const answer = yield* Effect.promise(() => text(socket))
        assert.match(answer, /^HTTP\/1\.1 200 /)
        assert.include(answer.split("\r\n"), "Connection: close")
        yield* Fiber.join(closing)
      })
    )

    it.effect("answers 404 where no route is", () =>
      Effect.gen(function* () {
        assert.strictEqual((yield* ask("/nowhere", { method: "POST", body: "x" })).status, 404)
      })
    )
  })
})
