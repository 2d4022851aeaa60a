import { assert, describe, it } from "@effect/vitest"
import { Effect } from "effect"
import { TestClock } from "effect/testing"
import * as MetaEmulator from "../src/MetaEmulator.ts"
import { OAuth1Check } from "../src/OAuth1Check.ts"
import * as RedditEmulator from "../src/RedditEmulator.ts"
import * as XEmulator from "../src/XEmulator.ts"

const call = (url: string, init: RequestInit = {}) =>
  Effect.promise(async (signal) => {
    const response = await fetch(url, { ...init, signal })
    const json: unknown = await response.json()
    return { status: response.status, json }
  })
const post = (url: string, body: string, headers: Record<string, string> = {}) =>
  call(url, { method: "POST", body, headers })

describe("MetaEmulator", () => {
  const bearer = { authorization: "Bearer meta-token" }
  const codeOf = Effect.map(({ json, status }: { status: number; json: unknown }) => {
    const { code } = (json as { error: { code: number } }).error
    return [status, code]
  })

  it.effect("refuses as the vendor documents it", () =>
    Effect.gen(function* () {
      const { url } = yield* MetaEmulator.make({ phoneNumberId: "106" })
      const cloud = (body: object) => post(`${url}/v23.0/106/messages`, JSON.stringify(body), bearer)
      const whatsapp = { messaging_product: "whatsapp", to: "1", type: "text" }
      for (const [asked, expected] of [
        [post(`${url}/v23.0/1/messages`, "{}"), [401, 190]],
        [post(`${url}/v23.0/1/messages`, "{", bearer), [400, 100]],
        [post(`${url}/v23.0/1/messages`, "{}", bearer), [400, 100]],
        [call(`${url}/v23.0/1/nothing`, { headers: bearer }), [400, 100]],
        [cloud({}), [400, 100]],
        [cloud(whatsapp), [400, 131008]],
        [cloud({ ...whatsapp, type: "template" }), [400, 132000]]
      ] as const)
        assert.deepStrictEqual(yield* codeOf(asked), [...expected])
    })
  )

  it.effect("wants the proof of the app's secret where it has one, and takes the token as a parameter", () =>
    Effect.gen(function* () {
      const strict = yield* MetaEmulator.make({ appSecret: "s" })
      assert.deepStrictEqual(yield* codeOf(call(`${strict.url}/v23.0/1/feed`, { headers: bearer })), [400, 100])
      const { url } = yield* MetaEmulator.make()
      assert.strictEqual((yield* call(`${url}/v23.0/1/feed?access_token=meta-token`)).status, 200)
    })
  )

  it.effect("signs with a secret of its own where it has none", () =>
    Effect.gen(function* () {
      const { webhook } = yield* MetaEmulator.make()
      assert.match(webhook("http://a.example", {}).headers["x-hub-signature-256"] ?? "", /^sha256=[0-9a-f]{64}$/)
    })
  )
})

describe("XEmulator", () => {
  const secrets = { consumerKey: "k", consumerSecret: "s", token: "t", tokenSecret: "u" }
  const header = (part: Record<string, string> = {}) => {
    const fields = { oauth_consumer_key: "k", oauth_token: "t", oauth_timestamp: "0", oauth_nonce: "n", ...part }
    return `OAuth ${Object.entries(fields)
      .map(([name, value]) => `${name}="${value}"`)
      .join(", ")}`
  }

  it("names what is wrong with a signature", () => {
    const check = new OAuth1Check(secrets)
    const fault = (authorization: string | undefined) =>
      check.fault({ method: "GET", url: "https://a.example/", authorization, nowMillis: 0 })
    assert.deepStrictEqual(
      [
        fault(undefined),
        fault("Bearer x"),
        fault(header({ oauth_token: "other" })),
        fault(header({ oauth_timestamp: "301" })),
        fault(header({ oauth_nonce: "" })),
        fault(header()),
        fault(header())
      ],
      [
        "no OAuth header",
        "no OAuth header",
        "unknown keys",
        "timestamp out of bounds",
        "nonce used",
        "bad signature",
        "nonce used"
      ]
    )
  })

  it.effect("lets nobody in without one", () =>
    Effect.gen(function* () {
      const { url } = yield* XEmulator.make()
      assert.strictEqual((yield* call(`${url}/2/users/1/tweets?max_results=5`)).status, 401)
    })
  )
})

describe("RedditEmulator", () => {
  const agent = { "user-agent": "test by /u/acme_shop" }

  it.effect("refuses strangers, names what a message lacks, and knows no other address", () =>
    Effect.gen(function* () {
      yield* TestClock.setTime(0)
      const { clientId, clientSecret, password, url, username, wrote } = yield* RedditEmulator.make()
      const basic = `Basic ${Buffer.from(`${clientId}:${clientSecret}`).toString("base64")}`
      const grant = (authorization: string, form: Record<string, string>) =>
        post(`${url}/api/v1/access_token`, new URLSearchParams(form).toString(), { ...agent, authorization })
      assert.strictEqual((yield* call(`${url}/message/sent`, { headers: { "user-agent": "curl" } })).status, 429)
      assert.strictEqual((yield* grant("Basic eA==", {})).status, 401)
      assert.deepStrictEqual((yield* grant(basic, { grant_type: "other", username, password })).json, {
        error: "invalid_grant"
      })
      yield* grant(basic, { grant_type: "password", username, password })
      const authorization = "Bearer token-1"
      assert.strictEqual((yield* call(`${url}/message/sent`, { headers: agent })).status, 401)
      const write = (path: string, form: Record<string, string>) =>
        Effect.map(
          post(`${url}${path}`, new URLSearchParams(form).toString(), { ...agent, authorization }),
          ({ json }) => {
            const { errors } = (json as { json: { errors: ReadonlyArray<ReadonlyArray<string>> } }).json
            return errors[0]?.[0]
          }
        )
      assert.strictEqual(yield* write("/api/compose", {}), "NO_TEXT")
      assert.strictEqual(yield* write("/api/compose", { text: "Hi" }), "NO_USER")
      assert.strictEqual(yield* write("/api/compose", { text: "Hi", to: "ada" }), "NO_SUBJECT")
      assert.isUndefined(yield* write("/api/compose", { text: "Hi", to: "ada", subject: "s" }))
      assert.isUndefined(yield* write("/api/comment", { text: "Hi", thing_id: "t4_none" }))
      yield* wrote("ada", "Hello")
      yield* post(`${url}/api/read_message`, "", { ...agent, authorization })
      const { json } = yield* call(`${url}/message/unread`, { headers: { ...agent, authorization } })
      assert.strictEqual((json as { data: { children: ReadonlyArray<unknown> } }).data.children.length, 1)
      assert.strictEqual((yield* call(`${url}/nothing`, { headers: { ...agent, authorization } })).status, 404)
    })
  )
})
