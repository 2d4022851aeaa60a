import { assert, describe, it } from "@effect/vitest"
import * as MetaEmulator from "@loopdrive/testkit/MetaEmulator"
import { Effect, Redacted } from "effect"
import { FetchHttpClient } from "effect/http"
import { TestClock } from "effect/testing"
import type { Connector, DmMessage } from "../src/DmProvider.ts"
import * as MetaMessaging from "../src/MetaMessaging.ts"
import * as WhatsApp from "../src/WhatsApp.ts"
import { dmPromises } from "./DmPromises.ts"

const now = Date.UTC(2030, 0, 1)
const message: DmMessage = {
  sendId: "send_1",
  workspaceId: "ws_default",
  platform: "facebook",
  to: "psid_1",
  text: "Your table is kept."
}
const toPhone: DmMessage = { ...message, platform: "whatsapp", to: "+14155550123" }

const start = Effect.fnUntraced(function* (
  platform: "facebook" | "instagram",
  options: MetaEmulator.Options = {},
  token = "meta-token"
) {
  yield* TestClock.setTime(now)
  const emulator = yield* MetaEmulator.make(options)
  const account = { platform, senderId: "page_1", profileId: platform === "facebook" ? "page_1" : "ig_1" } as const
  const connector = yield* MetaMessaging.make(account, {
    accessToken: Redacted.make(token),
    appSecret: options.appSecret === undefined ? undefined : Redacted.make(options.appSecret),
    baseUrl: `${emulator.url}/`
  })
  return { emulator, connector }
})
const startWhatsApp = Effect.fnUntraced(function* () {
  const emulator = yield* MetaEmulator.make({ phoneNumberId: "106" })
  const credentials = { accessToken: Redacted.make("meta-token"), baseUrl: emulator.url }
  return { emulator, connector: yield* WhatsApp.make("106", credentials) }
})
const live = Effect.provide(FetchHttpClient.layer)

const promised = <E, R>(
  started: Effect.Effect<{ readonly emulator: MetaEmulator.MetaEmulator; readonly connector: Connector }, E, R>,
  sender: string
) =>
  Effect.map(started, ({ connector, emulator }) => ({
    connector,
    emulator,
    route: `POST /v23.0/${sender}/messages`,
    limited: [400, "613"] as const,
    taken: Effect.map(emulator.accepted, (all) => all.length)
  }))

dmPromises("Messenger", message, promised(start("facebook"), "page_1"))
dmPromises("Instagram", { ...message, platform: "instagram" }, promised(start("instagram"), "page_1"))
dmPromises("WhatsApp", toPhone, promised(startWhatsApp(), "106"))

describe("MetaMessaging", () => {
  it.effect("carries the proof of the app's secret, and on Messenger the id of our send", () =>
    Effect.gen(function* () {
      const { connector, emulator } = yield* start("facebook", { appSecret: "app-secret" })
      const { externalId } = yield* connector.send(message)
      const [accepted] = yield* emulator.accepted
      assert.deepInclude(accepted, { id: externalId, sender: "page_1", to: "psid_1", text: message.text })
      assert.deepStrictEqual(accepted?.body["message"], { text: message.text, metadata: "send_1" })
    }).pipe(live)
  )

  it.effect("says nothing of our send on Instagram, which gives nothing back", () =>
    Effect.gen(function* () {
      const { connector, emulator } = yield* start("instagram")
      yield* connector.send(message)
      assert.deepStrictEqual((yield* emulator.accepted)[0]?.body["message"], { text: message.text })
    }).pipe(live)
  )

  it.effect("is refused outside the window, with a wrong token, and an empty text", () =>
    Effect.gen(function* () {
      const { connector, emulator } = yield* start("facebook")
      yield* emulator.close("psid_1")
      assert.deepInclude(yield* Effect.flip(connector.send(message)), {
        _tag: "MessageRejected",
        reason: "outside_window",
        name: "10/2018278"
      })
      assert.deepInclude(yield* Effect.flip(connector.send({ ...message, to: "psid_2", text: "" })), {
        reason: "request"
      })
      const other = yield* start("facebook", {}, "wrong")
      assert.deepInclude(yield* Effect.flip(other.connector.send(message)), { reason: "credential", name: "190" })
    }).pipe(live)
  )

  it.effect("takes an error with a success's status for an error", () =>
    Effect.gen(function* () {
      const { connector, emulator } = yield* start("facebook")
      const body = '{"error":{"code":190,"error_data":{"details":"expired"}}}'
      yield* emulator.fault.next({ kind: "body", status: 200, contentType: "application/json", body })
      assert.deepInclude(yield* Effect.flip(connector.send(message)), { reason: "credential", message: "expired" })
    }).pipe(live)
  )

  for (const platform of ["facebook", "instagram"] as const) {
    it.effect(`reads posts, comments and the conversation on ${platform}, and finds a message of ours in it`, () =>
      Effect.gen(function* () {
        const { connector, emulator } = yield* start(platform)
        yield* emulator.wrote({ id: "m.0", from: "psid_1", text: "Hello?", at: now - 60_000 })
        yield* emulator.fault.next({ kind: "accept-then-drop" })
        yield* Effect.flip(connector.send(message))
        const { comments, posts, thread } = yield* connector.context({ to: "psid_1" })
        assert.deepStrictEqual(posts.length, 1)
        assert.strictEqual(posts[0]?.at, Date.UTC(2029, 11, 1, 10))
        assert.include([posts[0]?.text, comments[0]?.text], platform === "facebook" ? "Finally!" : "Looks good")
        assert.deepStrictEqual(thread, [
          { id: "m.1", text: message.text, ours: true, at: now },
          { id: "m.0", text: "Hello?", ours: false, at: now - 60_000 }
        ])
        const sought = { to: "psid_1", text: message.text, since: now }
        assert.deepStrictEqual(yield* connector.find(sought), { _tag: "Found", externalId: "m.1" })
        assert.deepStrictEqual(yield* connector.find({ ...sought, text: "Hello?" }), { _tag: "Missing" })
        assert.deepStrictEqual(yield* connector.find({ ...sought, to: "psid_2" }), { _tag: "Missing" })
        assert.deepStrictEqual((yield* connector.poll).notices, [])
      }).pipe(live)
    )
  }
})

describe("MetaMessaging, told little", () => {
  it.effect("reads what is there of a conversation and of posts", () =>
    Effect.gen(function* () {
      const { connector, emulator } = yield* start("facebook")
      const answer = (data: unknown) => {
        const body = JSON.stringify({ data })
        return emulator.fault.next({ kind: "body", status: 200, contentType: "application/json", body })
      }
      yield* answer([{ id: "t_1" }, { id: "t_2", messages: { data: [{ id: "m.1" }] } }])
      yield* answer([{ id: "p_1" }, { id: "p_2", caption: null, text: "Hi", timestamp: "never" }])
      assert.deepStrictEqual(yield* connector.context({ to: "psid_1" }), {
        posts: [
          { id: "p_1", text: "" },
          { id: "p_2", text: "Hi" }
        ],
        comments: [],
        thread: [{ id: "m.1", text: "", ours: false }]
      })
    }).pipe(live)
  )
})

describe("WhatsApp", () => {
  it.effect("sends text with the id of our send, to the digits of the number", () =>
    Effect.gen(function* () {
      const { connector, emulator } = yield* startWhatsApp()
      const { externalId } = yield* connector.send(toPhone)
      assert.deepStrictEqual((yield* emulator.accepted)[0]?.body, {
        messaging_product: "whatsapp",
        recipient_type: "individual",
        to: "14155550123",
        biz_opaque_callback_data: "send_1",
        type: "text",
        text: { body: message.text, preview_url: false }
      })
      assert.strictEqual(externalId, "wamid.1")
    }).pipe(live)
  )

  it.effect("is refused free text outside the window, and sends an approved template there", () =>
    Effect.gen(function* () {
      const { connector, emulator } = yield* startWhatsApp()
      yield* emulator.close("14155550123")
      const error = yield* Effect.flip(connector.send(toPhone))
      assert.deepInclude(error, { reason: "outside_window", name: "131047" })
      const template = { name: "reminder", language: "en_US", parameters: ["Ada"] }
      yield* connector.send({ ...toPhone, template })
      yield* connector.send({ ...toPhone, template: { ...template, parameters: [] } })
      assert.deepStrictEqual(
        (yield* emulator.accepted).map(({ body }) => body["template"]),
        [
          {
            name: "reminder",
            language: { code: "en_US" },
            components: [{ type: "body", parameters: [{ type: "text", text: "Ada" }] }]
          },
          { name: "reminder", language: { code: "en_US" }, components: [] }
        ]
      )
    }).pipe(live)
  )

  it.effect("cannot show what was sent, and says so", () =>
    Effect.gen(function* () {
      const { connector } = yield* startWhatsApp()
      const found = yield* connector.find({ to: toPhone.to, text: toPhone.text, since: 0 })
      assert.deepStrictEqual(found, { _tag: "Unanswerable" })
      assert.deepStrictEqual(yield* connector.context({ to: toPhone.to }), { posts: [], comments: [], thread: [] })
      assert.deepStrictEqual((yield* connector.poll).notices, [])
    }).pipe(live)
  )
})
