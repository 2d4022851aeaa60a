import { assert, describe, it } from "@effect/vitest"
import { Effect } from "effect"
import { TestClock } from "effect/testing"
import * as ResendEmulator from "../src/ResendEmulator.ts"

const email = { from: "Acme <a@acme.example>", to: ["ada@example.com"], subject: "Hi", text: "Hello" }

interface Call {
  readonly method?: string
  readonly path?: string
  readonly authorization?: string
  readonly key?: string
  readonly body?: string
}

const call = (
  url: string,
  { method = "POST", path = "/emails", authorization = "Bearer re_1", key, body }: Call = {}
) =>
  Effect.promise(async (signal) => {
    const headers = {
      ...(authorization === "" ? {} : { authorization }),
      ...(key === undefined ? {} : { "idempotency-key": key })
    }
    const sent = method === "GET" ? {} : { body: body ?? JSON.stringify(email) }
    const response = await fetch(`${url}${path}`, { method, headers, signal, ...sent })
    const json: unknown = await response.json()
    return { status: response.status, headers: response.headers, json: json as Record<string, unknown> }
  })

describe("ResendEmulator", () => {
  it.effect("names what is wrong as the vendor documents it", () =>
    Effect.gen(function* () {
      const { url } = yield* ResendEmulator.make({ apiKeys: ["re_1"] })
      const without = (field: string) => JSON.stringify({ ...email, [field]: undefined })
      const cases: ReadonlyArray<readonly [Call, number, string]> = [
        [{ authorization: "" }, 401, "missing_api_key"],
        [{ authorization: "Basic re_1" }, 401, "missing_api_key"],
        [{ authorization: "Bearer re_2" }, 403, "invalid_api_key"],
        [{ key: "k".repeat(257) }, 400, "invalid_idempotency_key"],
        [{ body: "{" }, 422, "validation_error"],
        [{ body: without("from") }, 422, "missing_required_field"],
        [{ body: without("to") }, 422, "missing_required_field"],
        [{ body: without("subject") }, 422, "missing_required_field"],
        [{ body: without("text") }, 422, "missing_required_field"],
        [{ body: JSON.stringify({ ...email, subject: 1 }) }, 422, "validation_error"],
        [{ body: JSON.stringify({ ...email, from: "Acme" }) }, 422, "invalid_from_address"],
        [{ body: JSON.stringify({ ...email, to: [] }) }, 422, "validation_error"],
        [{ body: JSON.stringify({ ...email, to: Array(51).fill("a@b.example") }) }, 422, "validation_error"],
        [{ method: "GET", path: "/emails/none" }, 404, "not_found"],
        [{ method: "GET", path: "/emails/none", authorization: "" }, 401, "missing_api_key"],
        [{ method: "PUT", path: "/emails/none" }, 405, "method_not_allowed"],
        [{ path: "/nothing" }, 404, "not_found"]
      ]
      for (const [request, status, name] of cases) {
        const { json } = yield* call(url, request)
        assert.deepStrictEqual([json["statusCode"], json["name"]], [status, name], JSON.stringify(request))
      }
    })
  )

  it.effect("shows an accepted email under its id", () =>
    Effect.gen(function* () {
      yield* TestClock.setTime(Date.UTC(2030, 0, 1))
      const { url } = yield* ResendEmulator.make()
      const { json } = yield* call(url)
      const found = yield* call(url, { method: "GET", path: `/emails/${json["id"]}` })
      assert.deepStrictEqual(found.json, {
        object: "email",
        id: json["id"],
        ...email,
        html: null,
        created_at: "2030-01-01T00:00:00.000Z",
        last_event: "sent"
      })
    })
  )

  it.effect("forgets a key after a day", () =>
    Effect.gen(function* () {
      const { url, accepted } = yield* ResendEmulator.make()
      const first = yield* call(url, { key: "key-1" })
      yield* TestClock.adjust("23 hours")
      assert.strictEqual((yield* call(url, { key: "key-1" })).json["id"], first.json["id"])
      yield* TestClock.adjust("1 hours")
      assert.notStrictEqual((yield* call(url, { key: "key-1" })).json["id"], first.json["id"])
      assert.strictEqual((yield* accepted).length, 2)
    })
  )

  it.effect("sends twice without a key", () =>
    Effect.gen(function* () {
      const { url, accepted } = yield* ResendEmulator.make()
      yield* call(url)
      yield* call(url)
      assert.strictEqual((yield* accepted).length, 2)
    })
  )

  it.effect("limits requests a second, and says for how long", () =>
    Effect.gen(function* () {
      const { url } = yield* ResendEmulator.make({ requestsPerSecond: 2 })
      const statuses = [yield* call(url), yield* call(url)].map(({ status }) => status)
      const { status, headers } = yield* call(url)
      assert.deepStrictEqual([...statuses, status], [200, 200, 429])
      const shown = ["retry-after", "ratelimit-limit", "ratelimit-remaining", "ratelimit-reset"]
      assert.deepStrictEqual(
        shown.map((name) => headers.get(name)),
        ["1", "2", "0", "1"]
      )
      yield* TestClock.adjust("1 seconds")
      assert.strictEqual((yield* call(url)).status, 200)
    })
  )

  it.effect("has a quota that comes back after a day", () =>
    Effect.gen(function* () {
      const { url } = yield* ResendEmulator.make({ dailyQuota: 1 })
      yield* call(url)
      const { status, json } = yield* call(url)
      assert.deepStrictEqual([status, json["name"]], [429, "daily_quota_exceeded"])
      yield* TestClock.adjust("24 hours")
      assert.strictEqual((yield* call(url)).status, 200)
    })
  )

  it.effect("uses each fault once, in the order laid", () =>
    Effect.gen(function* () {
      const { url, fault, attempts } = yield* ResendEmulator.make()
      const first = yield* fault.next({ kind: "status", status: 500, name: "internal_server_error" })
      yield* fault.next({ kind: "body", status: 502, contentType: "application/json", body: "[]" })
      assert.strictEqual(yield* fault.pending, 2)
      const statuses = [yield* call(url), yield* call(url), yield* call(url)].map(({ status }) => status)
      yield* first.reached
      assert.deepStrictEqual(statuses, [500, 502, 200])
      assert.deepStrictEqual([yield* fault.pending, yield* attempts], [0, 3])
    })
  )
})
