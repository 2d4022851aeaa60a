/** Who may do what: keys and scopes. */
import { assert } from "@effect/vitest"
import * as Effect from "effect/Effect"
import * as Operations from "../Operations.ts"
import { Served, call, everyScope, keyOf, tenant } from "../Served.ts"
import type { Tests } from "../Served.ts"

const keyed = Operations.all.filter((operation) => operation.needsKey)

const judging = ["voice.guardrail", "voice.testAlignment"]

/** The scopes of which an operation needs one: reading reads, the rest is named by its part of the contract. */
const scopesOf = ({ id, method }: Operations.Operation): ReadonlyArray<string> => {
  if (id.startsWith("voiceAdmin.")) return ["admin", "voice:write"]
  if (id === "voice.addSnippet") return ["admin", "write", "voice:write"]
  if (id === "voice.snippetUsage") return ["write", "voice:write"]
  return [judging.includes(id) ? "read" : scopeOf(id, method)]
}
const scopeOf = (id: string, method: string): string => {
  if (id.startsWith("admin.")) return "admin"
  if (id.startsWith("money.") && !["money.topUp", "money.autoReload", "money.acknowledge"].includes(id))
    return "wallet:write"
  if (/^(send|bulk|queues)\./.test(id) && method === "POST") return "send"
  return method === "GET" ? "read" : "write"
}

const keys = (it: Tests): void => {
  it.effect("answers 401 on every route that needs a key, whatever else stands where the key should be", () =>
    Effect.gen(function* () {
      const { key } = yield* Served
      const headers = [
        "",
        "Bearer",
        "Bearer ",
        `Basic ${key}`,
        `Token ${key}`,
        key,
        `Bearer ${key}x`,
        "Bearer ld_unknown"
      ]
      yield* Effect.forEach(
        keyed,
        (operation) =>
          Effect.gen(function* () {
            const body = Operations.bodyOf(operation)
            const bare = yield* call(operation.method, Operations.urlOf(operation), { key: null, body })
            assert.strictEqual(bare.status, 401, `${operation.id}: ${bare.raw}`)
            assert.strictEqual(bare.at("code"), "unauthorized")
            for (const authorization of headers) {
              const request = { key: null, body, headers: { authorization } }
              const answer = yield* call(operation.method, Operations.urlOf(operation), request)
              assert.strictEqual(answer.status, 401, `${operation.id} "${authorization}": ${answer.raw}`)
              assert.strictEqual(answer.headers.get("www-authenticate"), "Bearer")
              assert.notInclude(answer.raw, key)
            }
          }),
        { concurrency: 8, discard: true }
      )
    })
  )

  it.effect("asks for the key before it looks at the request", () =>
    Effect.gen(function* () {
      const answer = yield* call("POST", "/api/person/resolve", { key: null, raw: "not json" })
      assert.strictEqual(answer.status, 401)
    })
  )

  it.effect("takes the scheme in any case", () =>
    Effect.gen(function* () {
      const { key } = yield* Served
      for (const scheme of ["bearer", "BEARER"]) {
        const answer = yield* call("GET", "/api/person", { key: null, headers: { authorization: `${scheme} ${key}` } })
        assert.strictEqual(answer.status, 200)
      }
    })
  )

  it.effect("needs no key for health and readiness", () =>
    Effect.gen(function* () {
      for (const path of [
        "/health",
        "/api/health",
        "/api/person/health",
        "/brand-voice/health",
        "/api/brand-voice/health",
        "/readyz"
      ])
        assert.strictEqual((yield* call("GET", path, { key: null })).status, 200)
      const health = yield* call("GET", "/health", { key: null })
      assert.strictEqual(health.at("status"), "healthy")
      assert.isString(health.at("version"))
      assert.strictEqual(health.at("services.database"), "connected")
    })
  )

  it.effect("needs no key for the documents", () =>
    Effect.gen(function* () {
      const { base } = yield* Served
      for (const path of ["/docs", "/openapi.json", "/metrics"]) {
        const response = yield* Effect.promise(() => fetch(base + path))
        assert.strictEqual(response.status, 200, path)
        assert.isNotEmpty(yield* Effect.promise(() => response.text()))
      }
    })
  )
}

const scopes = (it: Tests): void => {
  it.effect("refuses every operation to a key that has every scope but the one it needs", () =>
    Effect.gen(function* () {
      const home = yield* tenant()
      for (const missing of [["read"], ["write"], ["send"], ["wallet:write"], ["admin"], ["admin", "voice:write"]]) {
        const lacking = yield* keyOf(
          home.workspaceId,
          everyScope.filter((one) => !missing.includes(one))
        )
        for (const operation of keyed.filter((one) => scopesOf(one).every((scope) => missing.includes(scope)))) {
          const body = Operations.bodyOf(operation)
          const answer = yield* call(operation.method, Operations.urlOf(operation), { key: lacking.key, body })
          assert.strictEqual(answer.status, 403, `${operation.id}: ${answer.raw}`)
          assert.strictEqual(answer.at("code"), "scope_missing")
          for (const scope of scopesOf(operation)) assert.include(answer.text("detail"), scope)
        }
      }
    })
  )

  it.effect("lets a key with the one scope that an operation needs through", () =>
    Effect.gen(function* () {
      const home = yield* tenant()
      for (const scope of ["read", "write", "send", "wallet:write", "voice:write"]) {
        const only = yield* keyOf(home.workspaceId, [scope])
        for (const operation of keyed.filter((one) => scopesOf(one).includes(scope))) {
          const sample = Operations.bodyOf(operation)
          const { workspaceId } = home
          const body = sample !== undefined && "workspaceId" in sample ? { ...sample, workspaceId } : sample
          const isNamed = operation.query.some(({ name, required }) => required && name === "workspaceId")
          const path = Operations.urlOf(operation, { workspaceId }, isNamed ? { workspaceId } : {})
          const answer = yield* call(operation.method, path, { key: only.key, body })
          assert.notInclude([401, 403], answer.status, `${operation.id}: ${answer.raw}`)
        }
      }
    })
  )
}

export const suite = (it: Tests): void => {
  keys(it)
  scopes(it)
}
