/** Requests that are refused for how they are written, on every operation of the contract: a 4xx problem that names the field. */
import { assert } from "@effect/vitest"
import * as Effect from "effect/Effect"
import * as Operations from "../Operations.ts"
import type { Operation } from "../Operations.ts"
import { call, many, personOf, tenant } from "../Served.ts"
import type { Tests } from "../Served.ts"

const keyed = Operations.all.filter((operation) => operation.needsKey)
const withBody = keyed.filter((operation) => operation.body !== undefined)
const withoutBody = keyed.filter((operation) => operation.method === "POST" && operation.body === undefined)

const nul = "a\u0000b"
const halfPair = "a\ud800b"

const send = (operation: Operation, raw: string, headers?: Record<string, string>) =>
  call(operation.method, Operations.urlOf(operation), { raw, ...(headers === undefined ? {} : { headers }) })

/** One value of every type that the field does not take. */
const wrongFor = (schema: Parameters<typeof Operations.typesOf>[0]): ReadonlyArray<unknown> => {
  const types = Operations.typesOf(schema)
  const isNumber = types.has("integer") || types.has("number")
  return [
    ...(isNumber ? [] : [7]),
    ...(types.has("string") ? [] : ["text"]),
    ...(types.has("boolean") ? [] : [true]),
    ...(types.has("array") ? [] : [["list"]]),
    ...(types.has("object") ? [] : [{ an: "object" }]),
    ...(types.has("null") ? [] : [null])
  ]
}

const bodies = (it: Tests): void => {
  it.effect("refuses a body that is no JSON", () =>
    Operations.onEach([...withBody, ...withoutBody], (operation) =>
      Effect.gen(function* () {
        for (const raw of ['{"a":', "not json", "{'a':1}", "\u0000", '{"a":1}{"b":2}']) {
          const answer = yield* send(operation, raw)
          assert.strictEqual(answer.status, 400, `${operation.id} ${raw}: ${answer.raw}`)
          assert.strictEqual(answer.at("code"), "invalid_request")
          assert.isNotEmpty(answer.faults, `${operation.id} ${raw}: ${answer.raw}`)
        }
      })
    )
  )

  it.effect("refuses a body that is JSON but no object", () =>
    Operations.onEach(withBody, (operation) =>
      Effect.gen(function* () {
        for (const raw of ["[]", "null", "7", '"text"', "true", "[{}]"]) {
          const answer = yield* send(operation, raw)
          assert.strictEqual(answer.status, 400, `${operation.id} ${raw}: ${answer.raw}`)
          assert.isNotEmpty(answer.faults)
        }
      })
    )
  )

  it.effect("refuses an empty body where fields are needed, and names one", () =>
    Operations.onEach(withBody, (operation) =>
      Effect.gen(function* () {
        for (const raw of ["", "{}"]) {
          const answer = yield* send(operation, raw)
          if (operation.required.length === 0) {
            assert.notInclude(answer.faults, "payload", `${operation.id}: ${answer.raw}`)
            continue
          }
          assert.strictEqual(answer.status, 400)
          assert.isTrue(
            answer.faults.some((fault) => operation.required.includes(fault.replace("payload.", ""))),
            `${operation.id}: ${answer.raw}`
          )
        }
      })
    )
  )

  it.effect("accepts an empty body, with and without a content type, where there is nothing to send", () =>
    Operations.onEach(withoutBody, (operation) =>
      Effect.gen(function* () {
        for (const raw of ["", "{}", "null"]) {
          const answer = yield* send(operation, raw)
          // The other ids in these paths are nobody's, and a webhook without a signature is refused for that.
          const isWebhook = !operation.needsKey && !operation.params.includes("platform")
          const expected = operation.params.includes("workspaceId") ? 200 : isWebhook ? 400 : 404
          assert.strictEqual(answer.status, expected, `${operation.id}: ${answer.raw}`)
          if (isWebhook) assert.strictEqual(answer.at("code"), "webhook_refused")
        }
      })
    )
  )

  it.effect("refuses a body in another encoding than UTF-8, and keeps nothing of it", () =>
    Effect.gen(function* () {
      const caller = yield* tenant()
      const person = yield* personOf(caller)
      const raw = Buffer.from('{"firstName":"Jos\u00e9"}', "latin1")
      const refused = yield* call("PATCH", `/api/person/${person.id}`, { key: caller.key, raw })
      assert.deepStrictEqual([refused.status, refused.faults], [400, ["payload"]])
      const utf8 = Buffer.from('{"firstName":"Jos\u00e9"}')
      const taken = yield* call("PATCH", `/api/person/${person.id}`, { key: caller.key, raw: utf8 })
      assert.strictEqual(taken.text("firstName"), "Jos\u00e9")
    })
  )

  it.effect("refuses another media type", () =>
    Operations.onEach(withBody, (operation) =>
      Effect.gen(function* () {
        for (const type of ["text/plain", "application/xml", "multipart/form-data; boundary=x", "nonsense"]) {
          const answer = yield* send(operation, "{}", { "content-type": type })
          assert.include([400, 415], answer.status, `${operation.id} ${type}: ${answer.raw}`)
        }
      })
    )
  )

  it.effect("refuses a body that is compressed, and says what it takes", () =>
    Operations.onEach(withBody, (operation) =>
      Effect.gen(function* () {
        const answer = yield* send(operation, "{}", { "content-encoding": "gzip" })
        assert.deepStrictEqual([answer.status, answer.faults], [415, ["headers.Content-Encoding"]], operation.id)
        assert.strictEqual(answer.headers.get("accept-encoding"), "identity")
      })
    )
  )

  it.effect("refuses a body over 1 MiB", () =>
    Operations.onEach(withBody, (operation) =>
      Effect.gen(function* () {
        const answer = yield* send(operation, JSON.stringify({ padding: "x".repeat(1_048_576) }))
        assert.strictEqual(answer.status, 413, `${operation.id}: ${answer.raw}`)
        assert.strictEqual(answer.at("code"), "body_too_large")
      })
    )
  )
}

const fields = (it: Tests): void => {
  it.effect("refuses a value of the wrong type in any field of a body, and names the field", () =>
    Operations.onEach(withBody, (operation) =>
      Effect.gen(function* () {
        for (const [name, schema] of Object.entries(operation.body ?? {})) {
          for (const wrong of wrongFor(schema)) {
            const body = { ...Operations.bodyOf(operation), [name]: wrong }
            const answer = yield* call(operation.method, Operations.urlOf(operation), { body })
            const what = `${operation.id} ${name} = ${JSON.stringify(wrong)}: ${answer.raw}`
            assert.strictEqual(answer.status, 400, what)
            assert.isTrue(
              answer.faults.some((fault) => fault.startsWith(`payload.${name}`)),
              what
            )
            // In the words of JSON, not by what the code calls its types.
            assert.notMatch(answer.raw, /Expected [A-Z]|\| null/, what)
          }
        }
      })
    )
  )

  it.effect("refuses what is no date in any field of a body that takes one, and names the field", () =>
    Operations.onEach(withBody, (operation) =>
      Effect.gen(function* () {
        for (const name of Object.keys(operation.body ?? {})) {
          if (!["expiresAt", "dueDate", "scheduleFor", "sendAt"].includes(name)) continue
          for (const date of ["yesterday", "", "2026-13-01", "2026-02-31", "0000-01-01", "9999-12-31T23:59:59-12:00"]) {
            const body = { ...Operations.bodyOf(operation), [name]: date }
            const answer = yield* call(operation.method, Operations.urlOf(operation), { body })
            assert.strictEqual(answer.status, 400, `${operation.id} ${name} = ${date}: ${answer.raw}`)
            assert.deepStrictEqual(answer.faults, [`payload.${name}`])
          }
        }
      })
    )
  )

  it.effect("refuses text no database can hold in any field of a body, and names the field", () =>
    Operations.onEach(withBody, (operation) =>
      Effect.gen(function* () {
        for (const [name, schema] of Object.entries(operation.body ?? {})) {
          if (!Operations.isFreeText(schema)) continue
          for (const text of [nul, halfPair]) {
            const raw = JSON.stringify({ ...Operations.bodyOf(operation), [name]: text })
            const answer = yield* send(operation, raw)
            const what = `${operation.id} ${name} = ${JSON.stringify(text)}: ${answer.raw}`
            assert.strictEqual(answer.status, 400, what)
            assert.isTrue(
              answer.faults.some((fault) => fault.startsWith(`payload.${name}`)),
              what
            )
          }
        }
      })
    )
  )

  it.effect("refuses metadata no database can hold, or too large, or too deep", () =>
    Operations.onEach(
      withBody.filter((operation) => operation.body?.["metadata"] !== undefined),
      (operation) =>
        Effect.gen(function* () {
          const deep = `${'{"a":'.repeat(5000)}1${"}".repeat(5000)}`
          const values = [
            JSON.stringify({ a: nul }),
            JSON.stringify({ [nul]: 1 }),
            JSON.stringify({ a: [{ b: halfPair }] }),
            JSON.stringify({ a: "x".repeat(20_000) }),
            deep,
            `{"a":${"[".repeat(100_000)}${"]".repeat(100_000)}}`
          ]
          for (const metadata of values) {
            const rest = JSON.stringify({ ...Operations.bodyOf(operation), metadata: undefined })
            const answer = yield* send(operation, `${rest.slice(0, -1)},"metadata":${metadata}}`)
            const what = `${operation.id} ${metadata.slice(0, 40)}: ${answer.raw}`
            assert.strictEqual(answer.status, 400, what)
            assert.isTrue(
              answer.faults.some((fault) => fault.startsWith("payload.metadata")),
              what
            )
          }
        })
    )
  )

  it.effect("refuses a bad value in any parameter of a query, and names it", () =>
    Operations.onEach(keyed, (operation) =>
      Effect.gen(function* () {
        for (const { name, schema } of operation.query) {
          const types = Operations.typesOf(schema)
          const isNumber = types.has("integer") || types.has("number")
          const bad = isNumber ? ["abc", "-1", "", "1e9", "NaN", "99999999999999999999", "1 or 1=1"] : [nul]
          for (const value of bad) {
            const answer = yield* call(operation.method, Operations.urlOf(operation, {}, { [name]: value }))
            const what = `${operation.id} ${name}=${value}: ${answer.raw}`
            assert.strictEqual(answer.status, 400, what)
            assert.isTrue(
              answer.faults.some((fault) => fault.startsWith(`query.${name}`)),
              what
            )
          }
        }
      })
    )
  )

  it.effect("refuses an unknown value of a closed list in a query", () =>
    Effect.gen(function* () {
      const person = "/api/person/per_nobody"
      const asked = [
        `${person}/memory?kinds=fact&kinds=rumour`,
        `${person}/consent?channel=pigeon`,
        `${person}/consent?history=perhaps`,
        "/api/person/merge-proposals?status=lost",
        "/events/timeline?personId=per_nobody&includeMemory=maybe",
        "/events/timeline?personId=per_nobody&cursor=bm90IG9uZQ",
        "/events/timeline?personId=per_nobody&dateFrom=yesterday",
        "/api/person?limit=1&limit=2"
      ]
      for (const path of asked) {
        const answer = yield* call("GET", path)
        assert.strictEqual(answer.status, 400, `${path}: ${answer.raw}`)
        assert.isNotEmpty(answer.faults)
      }
    })
  )
}

const burst = (it: Tests): void => {
  it.effect("still answers after a burst of bodies that are no JSON", () =>
    Effect.gen(function* () {
      yield* Effect.forEach(
        many(200, (n) => n),
        (n) => call("POST", "/api/person/resolve", { raw: "{".repeat(n + 1) }),
        { concurrency: 32, discard: true }
      )
      assert.strictEqual((yield* call("GET", "/health", { key: null })).status, 200)
    })
  )
}

export const suite = (it: Tests): void => {
  bodies(it)
  fields(it)
  burst(it)
}
