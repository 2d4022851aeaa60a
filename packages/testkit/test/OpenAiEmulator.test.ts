import { assert, describe, it } from "@effect/vitest"
import { Effect } from "effect"
import * as OpenAiEmulator from "../src/OpenAiEmulator.ts"

const request = { model: "text-embedding-3-small", input: "tea" }

const call = (url: string, body: string, authorization = "Bearer sk-1", path = "/embeddings", method = "POST") =>
  Effect.promise(async () => {
    const headers = authorization === "" ? {} : { authorization }
    const response = await fetch(`${url}${path}`, { method, headers, ...(method === "GET" ? {} : { body }) })
    const json: unknown = await response.json()
    return { status: response.status, json: json as { error: { code: string }; data: Array<{ embedding: unknown }> } }
  })

describe("OpenAiEmulator", () => {
  it.effect("names what is wrong", () =>
    Effect.gen(function* () {
      const { url } = yield* OpenAiEmulator.make({ apiKeys: ["sk-1"] })
      const json = (change: Record<string, unknown>) => JSON.stringify({ ...request, ...change })
      const cases: ReadonlyArray<readonly [Parameters<typeof call>, number, string]> = [
        [[url, json({}), ""], 401, "missing_api_key"],
        [[url, json({}), "Bearer sk-2"], 401, "invalid_api_key"],
        [[url, "{"], 400, "invalid_json"],
        [[url, json({ model: 1 })], 400, "invalid_request"],
        [[url, json({ model: "gpt" })], 404, "model_not_found"],
        [[url, json({ input: "" })], 400, "invalid_input"],
        [[url, json({ input: [] })], 400, "invalid_input"],
        [[url, json({ input: Array(2049).fill("a") })], 400, "invalid_input"],
        [[url, json({ input: "a".repeat(1_200_004) })], 400, "max_tokens_per_request"],
        [[url, json({}), "Bearer sk-1", "/nothing"], 404, "unknown_url"],
        [[url, "", "Bearer sk-1", "/embeddings", "GET"], 404, "unknown_url"]
      ]
      for (const [parameters, status, code] of cases) {
        const answer = yield* call(...parameters)
        assert.deepStrictEqual([answer.status, answer.json.error.code], [status, code])
      }
    })
  )

  it.effect("encodes the same vector as numbers and as base64", () =>
    Effect.gen(function* () {
      const { url } = yield* OpenAiEmulator.make()
      const plain = yield* call(url, JSON.stringify({ ...request, dimensions: 8 }))
      const encoded = yield* call(url, JSON.stringify({ ...request, dimensions: 8, encoding_format: "base64" }))
      const expected = OpenAiEmulator.vectorOf("tea", 8)
      assert.deepStrictEqual(plain.json.data[0]?.embedding, [...expected])
      assert.strictEqual(encoded.json.data[0]?.embedding, Buffer.from(expected.buffer).toString("base64"))
    })
  )

  it.effect("takes no completion that the vendor would not", () =>
    Effect.gen(function* () {
      const { url } = yield* OpenAiEmulator.make({ apiKeys: ["sk-1"] })
      const schema = {
        type: "object",
        properties: { a: { type: "string" } },
        required: ["a"],
        additionalProperties: false
      }
      const ask = (change: Record<string, unknown>, inSchema: Record<string, unknown> = {}) =>
        JSON.stringify({
          model: "gpt-5.4-mini",
          messages: [{ role: "user", content: "Write." }],
          response_format: {
            type: "json_schema",
            json_schema: { name: "answer", strict: true, schema: { ...schema, ...inSchema } }
          },
          ...change
        })
      const cases: ReadonlyArray<readonly [string, string, number, string]> = [
        [ask({ messages: [] }), "/chat/completions", 400, "invalid_request"],
        [ask({ response_format: { type: "text" } }), "/chat/completions", 400, "invalid_request"],
        [ask({ model: "claude" }), "/chat/completions", 404, "model_not_found"],
        [ask({}, { additionalProperties: true }), "/chat/completions", 400, "invalid_json_schema"],
        [ask({}, { required: [] }), "/chat/completions", 400, "invalid_json_schema"],
        [JSON.stringify({ model: "omni-moderation-latest", input: [] }), "/moderations", 400, "invalid_request"],
        [JSON.stringify({ model: "gpt-5.4-mini", input: "a" }), "/moderations", 404, "model_not_found"]
      ]
      for (const [body, path, status, code] of cases) {
        const answer = yield* call(url, body, "Bearer sk-1", path)
        assert.deepStrictEqual([answer.status, answer.json.error.code], [status, code])
      }
    })
  )

  it.effect("writes the least that a schema allows, where it is not told what to write", () =>
    Effect.gen(function* () {
      const { url } = yield* OpenAiEmulator.make()
      const properties = {
        text: { type: "string" },
        maybe: { anyOf: [{ type: "string" }, { type: "null" }] },
        one: { enum: ["first", "second"] },
        many: { type: "array", items: { type: "integer" } },
        share: { type: "number" },
        yes: { type: "boolean" }
      }
      const schema = { type: "object", properties, required: Object.keys(properties), additionalProperties: false }
      const body = JSON.stringify({
        model: "gpt-5.4-mini",
        messages: [{ role: "system", content: "Be brief." }],
        response_format: { type: "json_schema", json_schema: { name: "answer", strict: true, schema } }
      })
      const { json } = yield* call(url, body, "Bearer sk-1", "/chat/completions")
      const { choices } = json as unknown as { choices: Array<{ message: { content: string } }> }
      assert.deepStrictEqual(JSON.parse(choices[0]?.message.content ?? ""), {
        text: "Emulated.",
        maybe: null,
        one: "first",
        many: [0],
        share: 0,
        yes: false
      })
    })
  )
})
