import { assert, layer } from "@effect/vitest"
import { ActorUnavailable } from "@loopdrive/actor/ActorUnavailable"
import { PersonClient } from "@loopdrive/person/Client"
import * as Effect from "effect/Effect"
import { Served, layerMemoryWith } from "./Served.ts"

/** People who cannot be asked now, and one whose handler breaks. */
const people = PersonClient.of({
  prepare: () => Effect.void,
  ask: (_, personId) =>
    personId === "per_broken"
      ? Effect.die(new Error("a defect that holds a secret"))
      : Effect.fail(new ActorUnavailable({ entity: personId, reason: "storage" }))
})

const note = Effect.fnUntraced(function* (personId: string) {
  const { base, key } = yield* Served
  const headers = { authorization: `Bearer ${key}`, "content-type": "application/json" }
  const request = { method: "POST", headers, body: '{"content":"a note"}' }
  const response = yield* Effect.promise(() => fetch(`${base}/api/person/${personId}/notes`, request))
  return { response, problem: JSON.parse(yield* Effect.promise(() => response.text())) }
})

layer(layerMemoryWith(people), { timeout: "60 seconds", excludeTestServices: true })("a gateway in trouble", (it) => {
  it.effect("says that repeating helps where it does, and when", () =>
    Effect.gen(function* () {
      const { problem, response } = yield* note("per_somebody")
      assert.strictEqual(response.status, 503)
      assert.strictEqual(response.headers.get("retry-after"), "1")
      assert.strictEqual(response.headers.get("content-type"), "application/problem+json")
      assert.isNotNull(response.headers.get("x-request-id"))
      assert.strictEqual(problem.code, "unavailable")
    })
  )

  it.effect("tells nothing of a defect but that there was one", () =>
    Effect.gen(function* () {
      const { problem, response } = yield* note("per_broken")
      assert.strictEqual(response.status, 500)
      assert.isNull(response.headers.get("retry-after"))
      assert.isNotNull(response.headers.get("x-request-id"))
      assert.strictEqual(problem.code, "internal")
      assert.notInclude(JSON.stringify(problem), "secret")
    })
  )

  it.effect("refuses a body that grows too large while it is sent in chunks", () =>
    Effect.gen(function* () {
      const { base, key } = yield* Served
      const chunk = new TextEncoder().encode("x".repeat(300_000))
      let left = 5
      const body = new ReadableStream<Uint8Array>({
        pull: (controller) => (left-- > 0 ? controller.enqueue(chunk) : controller.close())
      })
      const headers = { authorization: `Bearer ${key}`, "content-type": "application/json" }
      // The type of `fetch` here does not know yet that a stream needs `duplex`.
      const request = { method: "POST", headers, body, duplex: "half" } as RequestInit
      const response = yield* Effect.promise(() => fetch(`${base}/api/person/resolve`, request))
      assert.strictEqual(response.status, 413)
      assert.strictEqual(JSON.parse(yield* Effect.promise(() => response.text())).code, "body_too_large")
    })
  )
})
