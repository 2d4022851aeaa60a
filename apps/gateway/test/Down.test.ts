import { assert, layer } from "@effect/vitest"
import { Liveness } from "@loopdrive/gateway/SystemHttp"
import { Tenancy } from "@loopdrive/tenancy/Tenancy"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import { ConnectionError, SqlError } from "effect/sql/SqlError"
import { Served, layerMemoryUnder } from "./Served.ts"

const down = new SqlError({
  reason: new ConnectionError({ cause: new Error("down"), message: "down", operation: "query" })
})

/** A gateway whose database does not answer. */
const troubled = layerMemoryUnder(
  Layer.mergeAll(
    Layer.succeed(Liveness, Liveness.of({ alive: Effect.succeed(false) })),
    Layer.mock(Tenancy, { authenticate: () => Effect.fail(down) })
  )
)

const answer = (path: string, request: RequestInit = {}) =>
  Effect.flatMap(Served, ({ base, key }) =>
    Effect.promise(async () => {
      const headers = { authorization: `Bearer ${key}`, "content-type": "application/json" }
      const response = await fetch(`${base}${path}`, { headers, ...request })
      return { response, problem: JSON.parse(await response.text()) }
    })
  )

layer(troubled, { timeout: "60 seconds", excludeTestServices: true })("a gateway without its database", (it) => {
  it.effect.each(["/health", "/api/health", "/api/person/health", "/readyz"])("is not well at %s", (path) =>
    Effect.gen(function* () {
      const { problem, response } = yield* answer(path)
      assert.strictEqual(response.status, 503)
      assert.strictEqual(problem.code, "database_down")
    })
  )

  it.effect("does not call a key wrong that it could not check", () =>
    Effect.gen(function* () {
      const { problem, response } = yield* answer("/api/person")
      assert.strictEqual(response.status, 503)
      assert.strictEqual(response.headers.get("retry-after"), "1")
      assert.strictEqual(problem.code, "unavailable")
    })
  )

  it.effect("still says what routes there are", () =>
    Effect.gen(function* () {
      const { response } = yield* answer("/openapi.json")
      assert.strictEqual(response.status, 200)
    })
  )
})
