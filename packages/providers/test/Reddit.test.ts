import { assert, describe, it } from "@effect/vitest"
import * as RedditEmulator from "@loopdrive/testkit/RedditEmulator"
import { Effect, Redacted } from "effect"
import { FetchHttpClient, HttpClient, HttpClientResponse } from "effect/http"
import { TestClock } from "effect/testing"
import type { DmMessage } from "../src/DmProvider.ts"
import * as Reddit from "../src/Reddit.ts"
import { dmPromises } from "./DmPromises.ts"

const now = Date.UTC(2030, 0, 1)
const message: DmMessage = {
  sendId: "send_1",
  workspaceId: "ws_default",
  platform: "reddit",
  to: "u/Ada",
  text: "Your table is kept.\nSee you on Friday."
}

const start = Effect.fnUntraced(function* (options: RedditEmulator.Options = {}, password?: string) {
  yield* TestClock.setTime(now)
  const emulator = yield* RedditEmulator.make(options)
  const connector = yield* Reddit.make({
    clientId: emulator.clientId,
    clientSecret: Redacted.make(emulator.clientSecret),
    username: emulator.username,
    password: Redacted.make(password ?? emulator.password),
    baseUrl: emulator.url
  })
  return { emulator, connector }
})
const live = Effect.provide(FetchHttpClient.layer)

dmPromises(
  "Reddit",
  message,
  Effect.map(start(), ({ connector, emulator }) => ({
    connector,
    emulator,
    route: "POST /api/compose",
    limited: [429, "Too Many Requests"] as const,
    taken: Effect.map(emulator.messages, (all) => all.length)
  }))
)

describe("Reddit", () => {
  it.effect("composes with a subject from the text, and finds out under which name", () =>
    Effect.gen(function* () {
      const { connector, emulator } = yield* start()
      const receipt = yield* connector.send(message)
      yield* connector.send({ ...message, subject: "s".repeat(120), text: "Two" })
      yield* connector.send({ ...message, subject: " ", text: "Three" })
      const all = yield* emulator.messages
      assert.deepStrictEqual(receipt, { externalId: all[0]?.name ?? "", threadId: all[0]?.name ?? "" })
      assert.deepStrictEqual(
        all.map(({ dest, subject }) => [dest, subject]),
        [
          ["Ada", "Your table is kept."],
          ["Ada", `${"s".repeat(99)}…`],
          ["Ada", "Hello"]
        ]
      )
    }).pipe(live)
  )

  it.effect("has sent the message although it cannot find out its name", () =>
    Effect.gen(function* () {
      const { connector, emulator } = yield* start()
      yield* emulator.faultOn("GET /message/sent").next({ kind: "status", status: 500, name: "x" })
      assert.deepStrictEqual(yield* connector.send(message), { externalId: "send_1" })
      assert.strictEqual((yield* emulator.messages).length, 1)
    }).pipe(live)
  )

  it.effect("answers in a conversation", () =>
    Effect.gen(function* () {
      const { connector, emulator } = yield* start()
      const { name } = yield* emulator.wrote("ada", "Hello?")
      const receipt = yield* connector.send({ ...message, threadId: name })
      const last = (yield* emulator.messages).at(-1)
      assert.deepStrictEqual(receipt, { externalId: last?.name ?? "", threadId: name })
      assert.deepStrictEqual([last?.dest, last?.first], ["ada", name])
    }).pipe(live)
  )

  it.effect("asks for one token, for another before it ends, and after it was taken back", () =>
    Effect.gen(function* () {
      const { connector, emulator } = yield* start()
      const tokens = Effect.map(emulator.asked, (asked) => asked.filter((each) => each.endsWith("access_token")).length)
      yield* Effect.all([connector.send(message), connector.send(message)], { concurrency: 2 })
      assert.strictEqual(yield* tokens, 1)
      yield* TestClock.adjust("1439 minutes")
      yield* connector.send(message)
      assert.strictEqual(yield* tokens, 2)
      yield* emulator.expire
      yield* connector.send(message)
      assert.deepStrictEqual([yield* tokens, (yield* emulator.messages).length], [3, 4])
    }).pipe(live)
  )

  it.effect("tells a wrong password from a wrong application", () =>
    Effect.gen(function* () {
      const wrong = yield* start({}, "wrong")
      assert.deepInclude(yield* Effect.flip(wrong.connector.send(message)), {
        _tag: "MessageRejected",
        reason: "credential",
        name: "invalid_grant"
      })
      const { connector, emulator } = yield* start()
      yield* emulator.fault.next({ kind: "status", status: 401, name: "Unauthorized" })
      assert.deepInclude(yield* Effect.flip(connector.send(message)), { reason: "credential", status: 401 })
    }).pipe(live)
  )

  for (const [name, ratelimit, expected] of [
    ["RATELIMIT", 512.2, { reason: "rate_limited", outcome: "not_sent", retryAfterMillis: 512_200 }],
    ["USER_DOESNT_EXIST", undefined, { _tag: "MessageRejected", reason: "recipient", name: "USER_DOESNT_EXIST" }],
    ["TOO_LONG", undefined, { reason: "content" }],
    ["SOMETHING_NEW", undefined, { reason: "request" }]
  ] as const) {
    it.effect(`reads ${name} inside a success`, () =>
      Effect.gen(function* () {
        const { connector, emulator } = yield* start()
        yield* emulator.refuseNext(name, "no", ratelimit)
        assert.deepInclude(yield* Effect.flip(connector.send(message)), expected)
        assert.deepStrictEqual(yield* emulator.messages, [])
      }).pipe(live)
    )
  }

  it.effect("waits until the vendor's window ends, and keeps to a minute's worth itself", () =>
    Effect.gen(function* () {
      const { connector } = yield* start({ requestsPerWindow: 2 })
      yield* connector.send(message)
      const error = yield* Effect.flip(connector.send(message))
      assert.deepInclude(error, { reason: "rate_limited", status: 429, retryAfterMillis: 600_000 })
      const other = yield* start()
      yield* Effect.all(
        Array.from({ length: 29 }, () => other.connector.send(message)),
        { concurrency: 4 }
      )
      yield* other.connector.poll
      const spent = yield* Effect.flip(other.connector.send(message))
      assert.deepInclude(spent, { reason: "rate_limited", name: "own_quota", retryAfterMillis: 60_000 })
    }).pipe(live)
  )

  it.effect("reads posts, comments and the conversation, and finds a message of ours in it", () =>
    Effect.gen(function* () {
      const { connector, emulator } = yield* start()
      yield* emulator.wrote("ada", "Hello?")
      yield* emulator.wrote("bob", "Me too")
      yield* TestClock.adjust("1 minute")
      yield* emulator.faultOn("POST /api/compose").next({ kind: "accept-then-drop" })
      yield* Effect.flip(connector.send(message))
      const { comments, posts, thread } = yield* connector.context({ to: "/u/ada" })
      assert.deepStrictEqual(
        [posts, comments],
        [
          [{ id: "t3_1", text: "Where to eat?\nNear the river.", at: 1000 }],
          [{ id: "t1_1", text: "Try the pie.", at: 2000 }]
        ]
      )
      assert.deepStrictEqual(
        thread.map(({ ours, text }) => [ours, text]),
        [
          [true, message.text],
          [false, "Hello?"]
        ]
      )
      const sought = { to: "ada", text: message.text, since: now }
      assert.deepStrictEqual(yield* connector.find(sought), { _tag: "Found", externalId: thread[0]?.id ?? "" })
      assert.deepStrictEqual(yield* connector.find({ ...sought, text: "x" }), { _tag: "Missing" })
    }).pipe(live)
  )

  it.effect("fetches what came in until it is told that it is kept", () =>
    Effect.gen(function* () {
      const { connector, emulator } = yield* start()
      assert.deepStrictEqual((yield* connector.poll).notices, [])
      yield* (yield* connector.poll).acknowledge
      const { name } = yield* emulator.wrote("Ada", "STOP")
      const expected = {
        vendor: "reddit",
        channel: "reddit",
        eventId: name,
        externalId: name,
        kind: "inbound",
        at: now,
        from: "ada",
        to: "acme_shop",
        text: "STOP",
        threadId: name
      } as const
      assert.deepStrictEqual((yield* connector.poll).notices, [expected])
      const again = yield* connector.poll
      assert.deepStrictEqual(again.notices, [expected])
      yield* again.acknowledge
      assert.deepStrictEqual((yield* connector.poll).notices, [])
    }).pipe(live)
  )

  it.effect("reads what little an answer says", () =>
    Effect.gen(function* () {
      const { connector, emulator } = yield* start()
      const answer = (route: string, body: unknown) =>
        emulator.faultOn(route).next({
          kind: "body",
          status: 200,
          contentType: "application/json",
          body: JSON.stringify(body)
        })
      const children = [
        { kind: "t4", data: { name: "t4_1" } },
        { kind: "t4", data: { name: "t4_2" } }
      ]
      yield* answer("GET /message/unread", {
        data: { children: [...children, { kind: "t1", data: { name: "t1_1" } }] }
      })
      const bare = { vendor: "reddit", channel: "reddit", kind: "inbound", at: 0, text: "" } as const
      assert.deepStrictEqual((yield* connector.poll).notices, [
        { ...bare, eventId: "t4_1", externalId: "t4_1", threadId: "t4_1" },
        { ...bare, eventId: "t4_2", externalId: "t4_2", threadId: "t4_2" }
      ])
      const nobody = children.map(({ data, kind }) => ({ kind, data: { ...data, author: "ada", dest: "ada" } }))
      yield* answer("GET /message/inbox", { data: { children: nobody } })
      yield* answer("GET /message/sent", { data: { children: nobody } })
      const { thread } = yield* connector.context({ to: "ada" })
      assert.deepStrictEqual(thread[0], { id: "t4_1", text: "", ours: false })
      yield* answer("POST /api/comment", { json: { data: { things: [{ data: { id: "t4_9" } }] } } })
      yield* answer("POST /api/comment", { json: { data: { things: [{ data: {} }] } } })
      const answered = { ...message, threadId: "t4_1" }
      assert.strictEqual((yield* connector.send(answered)).externalId, "t4_9")
      assert.strictEqual((yield* connector.send(answered)).externalId, "t4_1")
      yield* answer("POST /api/compose", { json: { errors: [[null]] } })
      assert.deepInclude(yield* Effect.flip(connector.send(message)), { reason: "request", name: "", message: "" })
    }).pipe(live)
  )

  it.effect("asks for tokens and for everything else where the vendor has them", () =>
    Effect.gen(function* () {
      const asked: Array<string> = []
      const client = HttpClient.make((request, url) =>
        Effect.sync(() => {
          asked.push(`${request.method} ${url.origin}${url.pathname}`)
          const token = url.pathname.endsWith("access_token")
          const body = token ? { access_token: "t", expires_in: 86400 } : { data: { children: [] } }
          return HttpClientResponse.fromWeb(request, Response.json(body))
        })
      )
      const options = { clientId: "c", clientSecret: Redacted.make("s"), username: "u", password: Redacted.make("p") }
      const connector = yield* Effect.provideService(Reddit.make(options), HttpClient.HttpClient, client)
      yield* connector.poll
      assert.deepStrictEqual(asked, [
        "POST https://www.reddit.com/api/v1/access_token",
        "GET https://oauth.reddit.com/message/unread"
      ])
    })
  )
})
