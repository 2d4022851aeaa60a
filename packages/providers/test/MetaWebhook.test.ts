import { assert, describe, it } from "@effect/vitest"
import * as LoopbackServer from "@loopdrive/testkit/LoopbackServer"
import * as MetaEmulator from "@loopdrive/testkit/MetaEmulator"
import { ConfigProvider, Effect, Layer, Option, Redacted } from "effect"
import { HttpServerRequest, HttpServerResponse } from "effect/http"
import { TestClock } from "effect/testing"
import * as Signature from "../src/core/Signature.ts"
import * as MetaWebhook from "../src/MetaWebhook.ts"

const now = Date.UTC(2030, 0, 1)
const secret = "app-secret"
const some = (text: string) => Option.some(Redacted.make(text))
const service = MetaWebhook.make(some(secret), some("verify-me"))
const reasonOf = <A, R>(verified: Effect.Effect<A, { readonly reason: string }, R>) =>
  Effect.map(Effect.flip(verified), ({ reason }) => reason)
const read = Effect.fnUntraced(function* (event: unknown) {
  yield* TestClock.setTime(now)
  const { webhook } = yield* Effect.orDie(MetaEmulator.make({ appSecret: secret }))
  const { body, headers } = webhook("https://me.example/api/webhooks/meta", event)
  return yield* service.verify(new TextEncoder().encode(body), headers["x-hub-signature-256"])
})
const messaging = (object: string, ...events: ReadonlyArray<unknown>) =>
  read({ object, entry: [{ id: "page_1", time: 1, messaging: events }] })
const ends = { sender: { id: "psid_1" }, recipient: { id: "page_1" }, timestamp: now - 5 }
const told = { vendor: "meta", channel: "facebook", at: now - 5, from: "psid_1", to: "page_1" } as const

describe("MetaWebhook", () => {
  it.effect("tells of messages, deliveries and reads on Messenger", () =>
    Effect.gen(function* () {
      const notices = yield* messaging(
        "page",
        { ...ends, message: { mid: "m.1", text: "Hi" } },
        { ...ends, message: { mid: "m.2", attachments: [{ type: "image" }] } },
        { ...ends, message: { mid: "m.3", text: "Ours", is_echo: true, metadata: "send_1" } },
        { ...ends, delivery: { mids: ["m.3", "m.4"], watermark: now } },
        { ...ends, read: { watermark: now } },
        { ...ends, postback: { title: "x" } },
        { sender: { id: "psid_1" }, recipient: { id: "page_1" }, read: { watermark: 7 } },
        { read: { watermark: 8 } }
      )
      assert.deepStrictEqual(notices, [
        { ...told, eventId: "m.1", externalId: "m.1", kind: "inbound", text: "Hi" },
        { ...told, eventId: "m.2", externalId: "m.2", kind: "inbound", text: "" },
        { ...told, eventId: "m.3:sent", externalId: "m.3", kind: "sent", sendId: "send_1" },
        { ...told, eventId: "m.3:delivered", externalId: "m.3", kind: "delivered" },
        { ...told, eventId: "m.4:delivered", externalId: "m.4", kind: "delivered" },
        { ...told, eventId: `psid_1:read:${now}`, kind: "read", upTo: now },
        { ...told, at: now, eventId: "psid_1:read:7", kind: "read", upTo: 7 },
        { vendor: "meta", channel: "facebook", at: now, eventId: ":read:8", kind: "read", upTo: 8 }
      ])
    })
  )

  it.effect("tells of reads on Instagram by message", () =>
    Effect.gen(function* () {
      const [notice] = yield* messaging("instagram", { ...ends, read: { mid: "m.1" } })
      assert.deepInclude(notice, { channel: "instagram", kind: "read", externalId: "m.1", eventId: "m.1:read" })
    })
  )

  it.effect("tells of messages and statuses on WhatsApp, with our own id where we attached it", () =>
    Effect.gen(function* () {
      const timestamp = String(now / 1000)
      const value = {
        messaging_product: "whatsapp",
        metadata: { display_phone_number: "1", phone_number_id: "106" },
        messages: [
          { id: "wamid.1", from: "14155550123", timestamp, type: "text", text: { body: "STOP" } },
          { id: "wamid.2", from: "14155550123", timestamp, type: "button", button: { text: "Yes" } },
          {
            id: "wamid.3",
            from: "14155550123",
            timestamp,
            type: "interactive",
            interactive: { button_reply: { title: "A" } }
          },
          {
            id: "wamid.4",
            from: "14155550123",
            timestamp,
            type: "interactive",
            interactive: { list_reply: { title: "B" } }
          },
          { id: "wamid.5", from: "14155550123", timestamp, type: "image" }
        ],
        statuses: [
          {
            id: "wamid.9",
            status: "delivered",
            timestamp,
            recipient_id: "14155550123",
            biz_opaque_callback_data: "send_1"
          },
          { id: "wamid.9", status: "failed", timestamp, errors: [{ code: 131047, title: "Re-engagement message" }] },
          { id: "wamid.9", status: "warning", timestamp }
        ]
      }
      const notices = yield* read({
        object: "whatsapp_business_account",
        entry: [
          {
            id: "waba",
            changes: [
              { field: "messages", value },
              { field: "account_update", value: 1 },
              { field: "messages", value: 2 }
            ]
          }
        ]
      })
      assert.deepStrictEqual(
        notices.slice(0, 5).map(({ from, kind, text, to }) => [kind, from, to, text]),
        ["STOP", "Yes", "A", "B", ""].map((text) => ["inbound", "+14155550123", "106", text])
      )
      const base = { vendor: "meta", channel: "whatsapp", at: now, externalId: "wamid.9", from: "106" } as const
      assert.deepStrictEqual(notices.slice(5), [
        { ...base, eventId: "wamid.9:delivered", kind: "delivered", to: "+14155550123", sendId: "send_1" },
        { ...base, eventId: "wamid.9:failed", kind: "failed", code: "131047", detail: "Re-engagement message" }
      ])
    })
  )

  it.effect("passes over other objects and refuses what is no event", () =>
    Effect.gen(function* () {
      assert.deepStrictEqual(yield* messaging("user", { ...ends, message: { mid: "m.1" } }), [])
      assert.deepStrictEqual(yield* read({ object: "page", entry: [{ id: "1", changes: [] }] }), [])
      assert.deepStrictEqual(yield* read({ object: "whatsapp_business_account", entry: [{ id: "1" }] }), [])
      assert.strictEqual(yield* reasonOf(read({ object: "page" })), "malformed")
    })
  )

  it.effect("refuses what is forged, changed or unsigned", () =>
    Effect.gen(function* () {
      const body = '{"object":"page","entry":[]}'
      assert.deepStrictEqual(yield* service.verify(body, Signature.meta(secret, body)), [])
      assert.strictEqual(yield* reasonOf(service.verify(`${body} `, Signature.meta(secret, body))), "bad_signature")
      assert.strictEqual(yield* reasonOf(service.verify(body, Signature.meta("other", body))), "bad_signature")
      assert.strictEqual(yield* reasonOf(service.verify(body, undefined)), "missing_header")
      const none = MetaWebhook.make(Option.none(), Option.none())
      assert.strictEqual(yield* reasonOf(none.verify(body, Signature.meta("", body))), "bad_signature")
    })
  )

  it.effect("passes the vendor's own handshake, as it asks", () =>
    Effect.gen(function* () {
      const app = Effect.gen(function* () {
        const request = yield* HttpServerRequest.HttpServerRequest
        const { searchParams } = new URL(request.url, "http://me.example")
        const hub = (name: string) => searchParams.get(`hub.${name}`) ?? undefined
        const asked = { mode: hub("mode"), verifyToken: hub("verify_token"), challenge: hub("challenge") }
        return yield* service.handshake(asked).pipe(
          Effect.map((text) => HttpServerResponse.text(text)),
          Effect.catch(() => Effect.succeed(HttpServerResponse.text("", { status: 400 })))
        )
      })
      const url = yield* LoopbackServer.serve(app)
      assert.isTrue(yield* MetaEmulator.handshake(url, "verify-me"))
      assert.isFalse(yield* MetaEmulator.handshake(url, "guess"))
    })
  )

  it.effect("answers the handshake of whoever knows the word, and of nobody else", () =>
    Effect.gen(function* () {
      const asked = { mode: "subscribe", verifyToken: "verify-me", challenge: "1158201444" }
      assert.strictEqual(yield* service.handshake(asked), "1158201444")
      assert.strictEqual(yield* reasonOf(service.handshake({ ...asked, verifyToken: "guess" })), "bad_signature")
      for (const part of [{ mode: "unsubscribe" }, { verifyToken: undefined }, { challenge: undefined }])
        assert.strictEqual(yield* reasonOf(service.handshake({ ...asked, ...part })), "missing_header")
      const env = { META_APP_SECRET: secret }
      const layer = Layer.fresh(MetaWebhook.MetaWebhook.layerConfig).pipe(
        Layer.provide(ConfigProvider.layer(ConfigProvider.fromEnv({ env })))
      )
      const configured = yield* Effect.provide(MetaWebhook.MetaWebhook, layer)
      assert.strictEqual(yield* reasonOf(configured.handshake(asked)), "bad_signature")
      const body = '{"object":"page","entry":[]}'
      assert.deepStrictEqual(yield* configured.verify(body, Signature.meta(secret, body)), [])
    })
  )
})
