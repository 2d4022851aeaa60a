import { assert, describe, it } from "@effect/vitest"
import * as XEmulator from "@loopdrive/testkit/XEmulator"
import { Effect, Redacted } from "effect"
import { FetchHttpClient } from "effect/http"
import { TestClock } from "effect/testing"
import * as OAuth1 from "../src/core/OAuth1.ts"
import type { DmMessage } from "../src/DmProvider.ts"
import * as X from "../src/X.ts"
import { dmPromises } from "./DmPromises.ts"

const now = Date.UTC(2030, 0, 1)
const message: DmMessage = {
  sendId: "send_1",
  workspaceId: "ws_default",
  platform: "x",
  to: "42",
  text: "Your table's kept (truly)!"
}

const start = Effect.fnUntraced(function* (options: XEmulator.Options = {}, secret?: string) {
  yield* TestClock.setTime(now)
  const emulator = yield* XEmulator.make(options)
  const { consumerKey, consumerSecret, token, tokenSecret } = emulator.secrets
  const connector = yield* X.make({
    apiKey: Redacted.make(consumerKey),
    apiSecret: Redacted.make(secret ?? consumerSecret),
    accessToken: Redacted.make(token),
    accessSecret: Redacted.make(tokenSecret),
    baseUrl: emulator.url
  })
  return { emulator, connector }
})
const live = Effect.provide(FetchHttpClient.layer)

dmPromises(
  "X",
  message,
  Effect.map(start(), ({ connector, emulator }) => ({
    connector,
    emulator,
    route: "POST /2/dm_conversations/with/42/messages",
    limited: [429, "Too Many Requests"] as const,
    taken: Effect.map(emulator.messages, (all) => all.length)
  }))
)

describe("X", () => {
  it("signs as the vendor's own example is signed", () => {
    const keys: OAuth1.Keys = {
      consumerKey: "xvz1evFS4wEEPTGEFPHBog",
      consumerSecret: "kAcSOqF21Fu85e7zjz7ZN2U4ZRhfV3WpwPAoE3Z7kBw",
      token: "370773112-GmHxMAgYyLbNEtIKZeRNFsMKPR9EyMZeS9weJAEb",
      tokenSecret: "LswwdoUaIvS8ltyTt5jkRh4J50vUPVVHtR2YPi5kE"
    }
    const moment = { nonce: "kYjzVBB8Y0ZFabxSWbWovY3uYSQ2pTgmZeNu2VS4cg", timestamp: 1318622958 }
    const form = { status: "Hello Ladies + Gentlemen, a signed OAuth request!" }
    const url = "https://api.twitter.com/1.1/statuses/update.json?include_entities=true"
    const header = OAuth1.authorization("post", url, keys, moment, form)
    assert.include(header, `oauth_signature="${OAuth1.encode("hCtSmYh+iHYCEqBWrE7C7hYmtUk=")}"`)
    assert.strictEqual(OAuth1.encode("Ladies + Gentlemen!*'()"), "Ladies%20%2B%20Gentlemen%21%2A%27%28%29")
  })

  it("sorts parameters of one name by their values", () => {
    const keys = { consumerKey: "k", consumerSecret: "s", token: "t", tokenSecret: "u" }
    const [ab, ba] = ["a=1&a=2", "a=2&a=1"].map((query) =>
      OAuth1.signature("GET", `https://a.example/?${query}`, keys, [])
    )
    assert.strictEqual(ab, ba)
  })

  it.effect("names the conversation, and answers in it", () =>
    Effect.gen(function* () {
      const { connector, emulator } = yield* start()
      const { threadId } = yield* connector.send(message)
      assert.strictEqual(threadId, "1001-42")
      yield* connector.send({ ...message, threadId: threadId ?? "", text: "And again" })
      assert.deepStrictEqual(
        (yield* emulator.messages).map(({ text, to }) => [to, text]),
        [
          ["42", message.text],
          ["42", "And again"]
        ]
      )
    }).pipe(live)
  )

  it.effect("looks a handle up, and is told of one that is not there", () =>
    Effect.gen(function* () {
      const { connector, emulator } = yield* start()
      yield* emulator.know("ada", "42")
      yield* connector.send({ ...message, to: "@ada" })
      assert.strictEqual((yield* emulator.messages)[0]?.to, "42")
      const error = yield* Effect.flip(connector.send({ ...message, to: "nobody" }))
      assert.deepInclude(error, { _tag: "MessageRejected", reason: "recipient", status: 404 })
    }).pipe(live)
  )

  it.effect("is refused by whom does not take messages, by a wrong signature, and an empty text", () =>
    Effect.gen(function* () {
      const { connector, emulator } = yield* start()
      yield* emulator.close("42")
      assert.deepInclude(yield* Effect.flip(connector.send(message)), { reason: "recipient", status: 403 })
      assert.deepInclude(yield* Effect.flip(connector.send({ ...message, to: "7", text: "" })), { reason: "request" })
      const forged = yield* start({}, "wrong")
      assert.deepInclude(yield* Effect.flip(forged.connector.send(message)), {
        reason: "credential",
        status: 401,
        message: "bad signature"
      })
    }).pipe(live)
  )

  it.effect("waits until the vendor's window ends", () =>
    Effect.gen(function* () {
      const { connector } = yield* start({ messagesPerWindow: 1 })
      yield* connector.send(message)
      assert.deepInclude(yield* Effect.flip(connector.send(message)), {
        reason: "rate_limited",
        outcome: "not_sent",
        retryAfterMillis: 900_000
      })
    }).pipe(live)
  )

  it.effect("sends no more than its quarter of an hour allows, and reads on", () =>
    Effect.gen(function* () {
      const { connector, emulator } = yield* start()
      const sends = Array.from({ length: 200 }, () => connector.send(message))
      yield* Effect.all(sends, { concurrency: 8, discard: true })
      const error = yield* Effect.flip(connector.send(message))
      assert.deepInclude(error, { reason: "rate_limited", name: "own_quota", retryAfterMillis: 900_000 })
      assert.strictEqual((yield* emulator.messages).length, 200)
      assert.strictEqual((yield* connector.find({ to: "42", text: message.text, since: now }))._tag, "Found")
    }).pipe(live)
  )

  it.effect("reads older error codes", () =>
    Effect.gen(function* () {
      const { connector, emulator } = yield* start()
      const body = '{"errors":[{"code":349,"message":"You cannot send messages to this user."}]}'
      yield* emulator.fault.next({ kind: "body", status: 403, contentType: "application/json", body })
      assert.deepInclude(yield* Effect.flip(connector.send(message)), { reason: "recipient", name: "349" })
    }).pipe(live)
  )

  it.effect("reads posts, answers and the conversation, and finds a message of ours in it", () =>
    Effect.gen(function* () {
      const { connector, emulator } = yield* start()
      const empty = yield* connector.context({ to: "42" })
      assert.deepStrictEqual(empty.thread, [])
      yield* emulator.wrote({ id: "1", from: "42", to: "1001", text: "Hello?", at: now - 60_000 })
      yield* emulator.faultOn("POST /2/dm_conversations/with/42/messages").next({ kind: "accept-then-drop" })
      yield* Effect.flip(connector.send(message))
      const { comments, posts, thread } = yield* connector.context({ to: "42" })
      assert.deepStrictEqual([posts.map(({ id }) => id), comments.map(({ id }) => id)], [["t1"], ["t2"]])
      assert.deepStrictEqual(
        thread.map(({ ours, text }) => [ours, text]),
        [
          [true, message.text],
          [false, "Hello?"]
        ]
      )
      const sought = { to: "42", text: message.text, since: now }
      assert.deepStrictEqual(yield* connector.find(sought), { _tag: "Found", externalId: thread[0]?.id ?? "" })
      assert.deepStrictEqual(yield* connector.find({ ...sought, since: now + 60_001 }), { _tag: "Missing" })
      assert.deepStrictEqual((yield* connector.poll).notices, [])
    }).pipe(live)
  )

  it.effect("reads what little an answer says", () =>
    Effect.gen(function* () {
      const { connector, emulator } = yield* start()
      const contentType = "application/json"
      yield* emulator.fault.next({ kind: "body", status: 400, contentType, body: "{}" })
      assert.deepInclude(yield* Effect.flip(connector.send(message)), {
        reason: "request",
        name: "http_400",
        message: ""
      })
      yield* emulator.fault.next({ kind: "body", status: 200, contentType, body: '{"data":[{"id":"1"}]}' })
      yield* emulator.fault.next({ kind: "body", status: 200, contentType, body: '{"data":[{"id":"2"}]}' })
      const { posts, thread } = yield* connector.context({ to: "42" })
      assert.deepStrictEqual([posts, thread], [[{ id: "2", text: "" }], [{ id: "1", text: "", ours: false }]])
      yield* emulator.fault.next({ kind: "body", status: 200, contentType, body: "{}" })
      assert.deepStrictEqual((yield* connector.context({ to: "42" })).thread, [])
    }).pipe(live)
  )
})
