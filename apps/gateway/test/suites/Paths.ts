/** Where things are: both spellings of every path, cross-origin calls, request ids, and what is nowhere. */
import { assert } from "@effect/vitest"
import * as Effect from "effect/Effect"
import * as Operations from "../Operations.ts"
import { Served, call, many, tenant } from "../Served.ts"
import type { Tests } from "../Served.ts"

const other = (path: string): string => (path.startsWith("/api/") ? path.slice("/api".length) : `/api${path}`)
/** Their paths are the same with and without the prefix, or have no other spelling. */
const single = new Set(["system.health", "system.apiHealth", "system.ready"])

const spelling = (it: Tests): void => {
  it.effect("answers alike under both spellings of every path", () =>
    Effect.forEach(
      Operations.all.filter((operation) => !single.has(operation.id)),
      (operation) =>
        Effect.gen(function* () {
          const [here, there] = [Operations.urlOf(operation), other(Operations.urlOf(operation))]
          const request = operation.method === "GET" ? {} : { raw: "{" }
          const one = yield* call(operation.method, here, request)
          const two = yield* call(operation.method, there, request)
          assert.strictEqual(two.status, one.status, `${operation.id}: ${two.raw}`)
          assert.strictEqual(two.at("code"), one.at("code"))
          assert.notStrictEqual(two.at("code"), "route_not_found", operation.id)
        }),
      { discard: true }
    )
  )

  it.effect("takes fixed paths for what they are, not for somebody's id", () =>
    Effect.gen(function* () {
      const { workspaceId, get } = yield* tenant()
      assert.isArray((yield* get(`/api/person/search?workspaceId=${workspaceId}&q=ada`)).at("persons"))
      assert.strictEqual((yield* get("/api/person/health")).at("status"), "healthy")
      assert.isArray((yield* get("/api/person/merge-proposals")).at("proposals"))
    })
  )

  it.effect("says of a path that is nowhere that it is nowhere", () =>
    Effect.gen(function* () {
      const paths = ["/", "/nowhere", "/api", "/api/nowhere", "/agents", "/api/person/a/b/c"]
      for (const method of ["GET", "POST", "PUT", "DELETE", "PATCH", "PROPFIND", "REPORT"]) {
        for (const path of paths) {
          const answer = yield* call(method, path)
          assert.strictEqual(answer.status, 404, `${method} ${path}: ${answer.raw}`)
          assert.strictEqual(answer.at("code"), "route_not_found")
        }
      }
    })
  )

  it.effect("says of a path that is asked with another method which ones it has", () =>
    Effect.gen(function* () {
      const asked: ReadonlyArray<readonly [string, string, string]> = [
        ["DELETE", "/api/person/per_1", "GET, PATCH"],
        ["PUT", "/person/per_1?a=b", "GET, PATCH"],
        ["GET", "/email/send", "POST"],
        ["PROPFIND", "/api/email/send", "POST"]
      ]
      for (const [method, path, allowed] of asked) {
        const answer = yield* call(method, path)
        assert.strictEqual(answer.status, 405, `${method} ${path}: ${answer.raw}`)
        assert.strictEqual(answer.headers.get("allow"), allowed)
        assert.match(answer.headers.get("x-request-id") ?? "", /^req_/)
        assert.strictEqual(answer.at("code"), "method_not_allowed")
      }
    })
  )

  it.effect("never redirects", () =>
    Effect.gen(function* () {
      const { base, key } = yield* Served
      for (const path of ["/api/person/", "/api/person", "/health/", "/events/timeline/"]) {
        const headers = { authorization: `Bearer ${key}` }
        const response = yield* Effect.promise(() => fetch(base + path, { redirect: "manual", headers }))
        assert.notInclude([301, 302, 303, 307, 308], response.status, path)
        yield* Effect.promise(() => response.text())
      }
    })
  )
}

const browsers = (it: Tests): void => {
  it.effect("lets a browser on another origin ask first, on every path", () =>
    Effect.gen(function* () {
      const { base } = yield* Served
      for (const operation of Operations.all) {
        const response = yield* Effect.promise(() =>
          fetch(base + Operations.urlOf(operation), {
            method: "OPTIONS",
            headers: {
              origin: "https://app.example",
              "access-control-request-method": operation.method,
              "access-control-request-headers": "authorization,content-type,idempotency-key,x-app-version"
            }
          })
        )
        assert.isTrue(response.ok, operation.id)
        assert.strictEqual(response.headers.get("access-control-allow-origin"), "*")
        assert.include(response.headers.get("access-control-allow-methods") ?? "", operation.method)
        const allowed = (response.headers.get("access-control-allow-headers") ?? "").toLowerCase()
        for (const header of ["authorization", "content-type", "idempotency-key", "x-app-version"])
          assert.include(allowed, header)
      }
    })
  )

  it.effect("lets a browser read every answer, refusals included", () =>
    Effect.gen(function* () {
      const origin = { origin: "https://app.example" }
      const answers = [
        yield* call("GET", "/api/person", { headers: origin }),
        yield* call("GET", "/api/person", { key: null, headers: origin }),
        yield* call("POST", "/api/person/resolve", { raw: "{", headers: origin }),
        yield* call("POST", "/api/person/resolve", { raw: "x".repeat(1_100_000), headers: origin }),
        yield* call("GET", "/nowhere", { headers: origin })
      ]
      assert.deepStrictEqual(
        answers.map((answer) => answer.status),
        [200, 401, 400, 413, 404]
      )
      for (const answer of answers) {
        assert.strictEqual(answer.headers.get("access-control-allow-origin"), "*", answer.raw)
        assert.include((answer.headers.get("access-control-expose-headers") ?? "").toLowerCase(), "x-request-id")
      }
    })
  )
}

const details = (it: Tests): void => {
  it.effect("keeps a request id that can be kept, and makes one otherwise", () =>
    Effect.gen(function* () {
      const asked = (id: string) => call("GET", "/health", { key: null, headers: { "x-request-id": id } })
      assert.strictEqual((yield* asked("trace-1.a_B")).headers.get("x-request-id"), "trace-1.a_B")
      for (const odd of ["", "with blank", "x".repeat(65), "a;b"]) {
        const id = (yield* asked(odd)).headers.get("x-request-id")
        assert.match(id ?? "", /^req_/)
      }
      const ids = yield* Effect.all(many(20, () => asked("")))
      assert.strictEqual(new Set(ids.map((answer) => answer.headers.get("x-request-id"))).size, 20)
    })
  )

  it.effect("answers pages of fifty unless asked, and of a thousand at the most", () =>
    Effect.gen(function* () {
      const { get, post } = yield* tenant()
      yield* Effect.all(
        many(55, (n) => post("/api/person/resolve", { email: `page-${n}@example.com` })),
        { concurrency: 16 }
      )
      const sizes = Effect.fnUntraced(function* (query: string) {
        const page = yield* get(`/api/person${query}`)
        assert.strictEqual(page.at("total"), 55)
        return page.list("persons").map((person) => person["id"])
      })
      const first = yield* sizes("")
      assert.strictEqual(first.length, 50)
      const rest = yield* sizes("?offset=50")
      assert.strictEqual(new Set([...first, ...rest]).size, 55)
      assert.strictEqual((yield* sizes("?limit=1000")).length, 55)
      assert.strictEqual((yield* sizes("?limit=3&offset=54")).length, 1)
      assert.isEmpty(yield* sizes("?offset=1000"))
      assert.strictEqual((yield* get("/api/person?limit=1001")).status, 400)
    })
  )

  it.effect("takes a single value and a repeated key for a list", () =>
    Effect.gen(function* () {
      const { get, post } = yield* tenant()
      const id = (yield* post("/api/person/resolve", { email: "lists@example.com" })).text("person.id")
      for (const kind of ["fact", "intent", "preference"])
        yield* post(`/api/person/${id}/memory`, { kind, text: `some ${kind}` })
      const kinds = Effect.fnUntraced(function* (query: string) {
        return (yield* get(`/api/person/${id}/memory${query}`))
          .list()
          .map((memory) => memory["kind"])
          .toSorted()
      })
      assert.deepStrictEqual(yield* kinds("?kinds=fact"), ["fact"])
      assert.deepStrictEqual(yield* kinds("?kinds=fact&kinds=intent"), ["fact", "intent"])
      assert.strictEqual((yield* kinds("")).length, 3)
    })
  )
}

export const suite = (it: Tests): void => {
  spelling(it)
  browsers(it)
  details(it)
}
