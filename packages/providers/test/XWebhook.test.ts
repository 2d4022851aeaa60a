import { assert, describe, it } from "@effect/vitest"
import * as LoopbackServer from "@loopdrive/testkit/LoopbackServer"
import * as XEmulator from "@loopdrive/testkit/XEmulator"
import { ConfigProvider, Effect, Layer, Option, Redacted } from "effect"
import { HttpServerRequest, HttpServerResponse } from "effect/http"
import * as Signature from "../src/core/Signature.ts"
import * as XWebhook from "../src/XWebhook.ts"

const secret = "x-secret"
const service = XWebhook.make(Option.some(Redacted.make(secret)))
const reasonOf = <A, R>(verified: Effect.Effect<A, { readonly reason: string }, R>) =>
  Effect.map(Effect.flip(verified), ({ reason }) => reason)
const read = Effect.fnUntraced(function* (event: unknown) {
  const { webhook } = yield* Effect.orDie(XEmulator.make())
  const { body, headers } = webhook("https://me.example/api/webhooks/x", event)
  return yield* service.verify(new TextEncoder().encode(body), headers["x-twitter-webhooks-signature"])
})
const create = (id: string, from: string, to: string, data: object) => ({
  type: "message_create",
  id,
  created_timestamp: "1893456000000",
  message_create: { target: { recipient_id: to }, sender_id: from, message_data: data }
})

describe("XWebhook", () => {
  it.effect("tells of messages in, of our own, and of what was read", () =>
    Effect.gen(function* () {
      const base = { vendor: "x", channel: "x", at: 1893456000000 } as const
      const notices = yield* read({
        for_user_id: "1001",
        direct_message_events: [
          create("11", "42", "1001", { text: "Hi" }),
          create("12", "42", "1001", {}),
          create("13", "1001", "42", { text: "Ours" }),
          { type: "welcome", id: "14", created_timestamp: "1" }
        ],
        direct_message_mark_read_events: [
          {
            created_timestamp: "1893456000000",
            sender_id: "42",
            target: { recipient_id: "1001" },
            last_read_event_id: "13"
          }
        ]
      })
      assert.deepStrictEqual(notices, [
        { ...base, externalId: "11", from: "42", to: "1001", eventId: "11", kind: "inbound", text: "Hi" },
        { ...base, externalId: "12", from: "42", to: "1001", eventId: "12", kind: "inbound", text: "" },
        { ...base, externalId: "13", from: "1001", to: "42", eventId: "13:sent", kind: "sent" },
        { ...base, eventId: "13:read", kind: "read", externalId: "13", upTo: 1893456000000, from: "42", to: "1001" }
      ])
      assert.deepStrictEqual(yield* read({ for_user_id: "1001", tweet_create_events: [] }), [])
      assert.strictEqual(yield* reasonOf(read({ direct_message_events: 1 })), "malformed")
    })
  )

  it.effect("refuses what is forged, changed or unsigned", () =>
    Effect.gen(function* () {
      assert.deepStrictEqual(yield* service.verify("{}", Signature.x(secret, "{}")), [])
      assert.strictEqual(yield* reasonOf(service.verify("{ }", Signature.x(secret, "{}"))), "bad_signature")
      assert.strictEqual(yield* reasonOf(service.verify("{}", undefined)), "missing_header")
      const none = XWebhook.make(Option.none())
      assert.strictEqual(yield* reasonOf(none.verify("{}", Signature.x("", "{}"))), "bad_signature")
      assert.strictEqual(yield* reasonOf(none.challenge("a")), "bad_signature")
    })
  )

  it.effect("passes the vendor's own challenge, as it asks", () =>
    Effect.gen(function* () {
      const app = Effect.gen(function* () {
        const request = yield* HttpServerRequest.HttpServerRequest
        const token = new URL(request.url, "http://me.example").searchParams.get("crc_token") ?? undefined
        return HttpServerResponse.jsonUnsafe({ response_token: yield* Effect.orDie(service.challenge(token)) })
      })
      const url = yield* LoopbackServer.serve(app)
      assert.isTrue(yield* XEmulator.challenge(url, secret))
      assert.isFalse(yield* XEmulator.challenge(url, "other"))
    })
  )

  it.effect("answers the challenge with what only the secret makes", () =>
    Effect.gen(function* () {
      const layer = Layer.fresh(XWebhook.XWebhook.layerConfig).pipe(
        Layer.provide(ConfigProvider.layer(ConfigProvider.fromEnv({ env: { X_API_SECRET: secret } })))
      )
      const { challenge } = yield* Effect.provide(XWebhook.XWebhook, layer)
      assert.strictEqual(yield* challenge("crc"), "sha256=" + Signature.hmac("sha256", "base64", secret, "crc"))
      assert.strictEqual(yield* reasonOf(challenge(undefined)), "missing_header")
      assert.strictEqual(yield* reasonOf(challenge("")), "missing_header")
    })
  )
})
