/** The `fetch` of vendors' clients, against a server on the loopback. */
import { assert, describe, it } from "@effect/vitest"
import { Effect } from "effect"
import { HttpServerRequest, HttpServerResponse } from "effect/http"
import * as LoopbackServer from "@loopdrive/testkit/LoopbackServer"
import * as VendorFetch from "../src/VendorFetch.ts"

/** Says what it was asked; `/none` has nothing to say, `/cut` breaks off, `/silent` never answers. */
const app: LoopbackServer.App = Effect.gen(function* () {
  const request = yield* HttpServerRequest.HttpServerRequest
  if (request.url === "/none") return HttpServerResponse.empty({ status: 204 })
  if (request.url === "/cut") return yield* LoopbackServer.drop(request)
  if (request.url === "/silent") return yield* Effect.never
  const said = { method: request.method, body: yield* request.text, mark: request.headers["x-mark"] ?? null }
  return HttpServerResponse.jsonUnsafe(said, { status: 418, headers: { "x-answer": "tea" } })
})

const started = Effect.gen(function* () {
  const url = yield* LoopbackServer.serve(app)
  return { url, vendorFetch: yield* VendorFetch.make }
})

describe("a vendor's fetch", () => {
  it.effect("sends what it is given and answers status, headers and body", () =>
    Effect.gen(function* () {
      const { url, vendorFetch } = yield* started
      const headers = new Headers({ "x-mark": "one" })
      const answer = yield* Effect.promise(() =>
        vendorFetch(new URL(`${url}/`), { method: "POST", headers, body: '{"grüße":"ja"}' })
      )
      assert.deepStrictEqual([answer.status, answer.headers.get("x-answer")], [418, "tea"])
      const said: unknown = yield* Effect.promise(() => answer.json())
      assert.deepStrictEqual(said, { method: "POST", body: '{"grüße":"ja"}', mark: "one" })
      const plain = yield* Effect.promise(async () => (await vendorFetch(`${url}/`)).json())
      assert.deepStrictEqual(plain, { method: "GET", body: "", mark: null })
      assert.strictEqual((yield* Effect.promise(() => vendorFetch(`${url}/none`))).status, 204)
    }).pipe(Effect.scoped)
  )

  it.effect("sends what is no text as the built-in one does", () =>
    Effect.gen(function* () {
      const { url, vendorFetch } = yield* started
      const body = new TextEncoder().encode("bytes")
      const bytes = yield* Effect.promise(async () => (await vendorFetch(`${url}/`, { method: "POST", body })).json())
      assert.deepStrictEqual(bytes, { method: "POST", body: "bytes", mark: null })
    }).pipe(Effect.scoped)
  )

  it.effect("fails where the connection breaks, where nobody listens, and where it is told to stop", () =>
    Effect.gen(function* () {
      const { url, vendorFetch } = yield* started
      const failed = (promise: () => Promise<unknown>) => Effect.flip(Effect.tryPromise(promise))
      yield* failed(() => vendorFetch(`${url}/cut`))
      // Of a port that is not for this, so that nobody listens there.
      yield* failed(() => vendorFetch("http://127.0.0.1:1/"))
      yield* failed(() => vendorFetch("https://127.0.0.1:1/"))
      const stop = new AbortController()
      const silent = vendorFetch(`${url}/silent`, { signal: stop.signal })
      stop.abort()
      yield* failed(() => silent)
    }).pipe(Effect.scoped)
  )
})
