import { assert, describe, it } from "@effect/vitest"
import * as FreePort from "@loopdrive/testkit/FreePort"
import { ConfigProvider, Effect, Fiber, Latch, Layer, Redacted } from "effect"
import { TestClock } from "effect/testing"
import { SmsProvider } from "../src/SmsProvider.ts"
import * as Twilio from "../src/Twilio.ts"
import { from, message, start } from "./TwilioHarness.ts"

describe("Twilio", () => {
  it.effect("hands the message over, from the account's number, and tells its segments", () =>
    Effect.gen(function* () {
      const { emulator, provider } = yield* start()
      const receipt = yield* provider.send({ ...message, text: "a".repeat(161) })
      const [accepted, ...others] = yield* emulator.accepted
      assert.deepStrictEqual([provider.name, provider.idempotent, others.length], ["twilio", false, 0])
      assert.deepStrictEqual(receipt, { externalId: accepted?.sid ?? "", segments: 2 })
      assert.deepStrictEqual(
        [accepted?.from, accepted?.to, accepted?.body, accepted?.statusCallback],
        [from, message.to, "a".repeat(161), message.statusCallback]
      )
      const { statusCallback: _none, ...plain } = message
      yield* provider.send({ ...plain, from: "+14155550999" })
      const last = (yield* emulator.accepted).at(-1)
      assert.deepStrictEqual([last?.from, last?.statusCallback], ["+14155550999", undefined])
    })
  )

  for (const [name, change, reason, code] of [
    ["a recipient that answered STOP", { to: "+14155550777" }, "unsubscribed", "21610"],
    ["what is no number", { to: "nobody" }, "recipient", "21211"],
    ["an empty text", { text: "" }, "content", "21602"],
    ["a sender that is not ours", { from: "+1" }, "credential", "21606"]
  ] as const) {
    it.effect(`is refused ${name}`, () =>
      Effect.gen(function* () {
        const { emulator, provider } = yield* start()
        yield* emulator.optOut("+14155550777")
        const error = yield* Effect.flip(provider.send({ ...message, ...change }))
        assert.deepInclude(error, { _tag: "MessageRejected", reason, status: 400, name: code })
        assert.deepStrictEqual(yield* emulator.accepted, [])
      })
    )
  }

  it.effect("is refused with a wrong token, which is for the operator to mend", () =>
    Effect.gen(function* () {
      const { provider } = yield* start({ authToken: "wrong" })
      const error = yield* Effect.flip(provider.send(message))
      assert.deepInclude(error, { _tag: "MessageRejected", reason: "credential", status: 401, name: "20003" })
    })
  )

  it.effect("passes on how long a rate limit asks to wait", () =>
    Effect.gen(function* () {
      const { provider } = yield* start({ emulator: { requestsPerSecond: 1 } })
      yield* provider.send(message)
      const error = yield* Effect.flip(provider.send(message))
      assert.deepInclude(error, { reason: "rate_limited", outcome: "not_sent", status: 429, retryAfterMillis: 1000 })
    })
  )

  it.effect("leaves the outcome open after a dropped answer, asks once, and finds the message afterwards", () =>
    Effect.gen(function* () {
      yield* TestClock.setTime(Date.UTC(2030, 0, 1))
      const { emulator, provider } = yield* start()
      yield* emulator.fault.next({ kind: "accept-then-drop" })
      const error = yield* Effect.flip(provider.send(message))
      assert.deepInclude(error, { _tag: "MessageProviderUnavailable", reason: "network", outcome: "unknown" })
      assert.strictEqual(yield* emulator.attempts, 1)
      const [accepted] = yield* emulator.accepted
      const since = Date.UTC(2030, 0, 1)
      const found = yield* provider.find({ to: message.to, text: message.text, since })
      assert.deepStrictEqual(found, [
        {
          externalId: accepted?.sid ?? "",
          status: "queued",
          segments: 1,
          to: message.to,
          text: message.text,
          at: since
        }
      ])
      assert.deepStrictEqual(yield* provider.find({ to: message.to, text: "other", since }), [])
      assert.deepStrictEqual(yield* provider.find({ to: "+14155550124", text: message.text, since }), [])
      assert.deepStrictEqual(yield* provider.find({ to: message.to, text: message.text, since: since + 60_001 }), [])
    })
  )

  it.effect("finds a message behind many others to the same number", () =>
    Effect.gen(function* () {
      const { provider } = yield* start()
      yield* provider.send({ ...message, text: "The first" })
      yield* Effect.forEach(Array.from({ length: 60 }), () => provider.send(message), { concurrency: 8 })
      const found = yield* provider.find({ to: message.to, text: "The first", since: 0 })
      assert.lengthOf(found, 1)
    })
  )

  it.effect("finds nothing where the connection dropped before the message was taken over", () =>
    Effect.gen(function* () {
      const { emulator, provider } = yield* start()
      yield* emulator.fault.next({ kind: "drop-before" })
      const error = yield* Effect.flip(provider.send(message))
      assert.deepInclude(error, { reason: "network", outcome: "unknown" })
      assert.deepStrictEqual(yield* provider.find({ to: message.to, text: message.text, since: 0 }), [])
    })
  )

  it.effect("knows that nothing was sent where nobody listens", () =>
    Effect.gen(function* () {
      const provider = yield* Twilio.make({
        accountSid: `AC${"0".repeat(32)}`,
        authToken: Redacted.make("t"),
        phoneNumber: from,
        baseUrl: `http://127.0.0.1:${yield* FreePort.find}`
      })
      const error = yield* Effect.flip(provider.send(message))
      assert.deepInclude(error, { reason: "network", outcome: "not_sent" })
    })
  )

  it.effect("gives up after ten seconds with the outcome open", () =>
    Effect.gen(function* () {
      const { emulator, provider } = yield* start()
      const latch = yield* Latch.make()
      const slow = yield* emulator.fault.next({ kind: "slow", latch })
      const fiber = yield* Effect.forkChild(Effect.flip(provider.send(message)))
      yield* slow.reached
      yield* TestClock.adjust("10 seconds")
      assert.deepInclude(yield* Fiber.join(fiber), { reason: "timeout", outcome: "unknown" })
    })
  )

  for (const [what, fault, reason] of [
    [
      "a server error",
      { status: 500, contentType: "application/json", body: '{"code":20500,"message":"x"}' },
      "server"
    ],
    ["a proxy's page", { status: 502, contentType: "text/html", body: "<h1>Bad</h1>" }, "server"],
    ["a success that is not JSON", { status: 201, contentType: "text/html", body: "<h1>Hi</h1>" }, "invalid_answer"],
    ["a success without a name", { status: 201, contentType: "application/json", body: "{}" }, "invalid_answer"]
  ] as const) {
    it.effect(`leaves the outcome open after ${what}`, () =>
      Effect.gen(function* () {
        const { emulator, provider } = yield* start()
        yield* emulator.fault.next({ kind: "body", ...fault })
        const error = yield* Effect.flip(provider.send(message))
        assert.deepInclude(error, { reason, outcome: "unknown" })
      })
    )
  }

  it.effect("stops asking after repeated failures", () =>
    Effect.gen(function* () {
      const { emulator, provider } = yield* start({ limits: { failures: 1, openFor: "30 seconds" } })
      yield* emulator.fault.next({ kind: "status", status: 503, name: "20503" })
      yield* Effect.flip(provider.send(message))
      const error = yield* Effect.flip(provider.send(message))
      assert.deepInclude(error, { reason: "circuit_open", outcome: "not_sent", retryAfterMillis: 30_000 })
      assert.strictEqual(yield* emulator.attempts, 1)
    })
  )

  it.effect("tells what became of a message, and of one it never saw that it knows none", () =>
    Effect.gen(function* () {
      const { emulator, provider } = yield* start()
      const { externalId } = yield* provider.send(message)
      const statuses: Array<string | undefined> = []
      for (const status of ["sent", "delivered", "undelivered"]) {
        yield* emulator.move(externalId, status, status === "undelivered" ? 30003 : undefined)
        statuses.push((yield* provider.get(externalId))?.status)
      }
      assert.deepStrictEqual(statuses, ["sent", "delivered", "failed"])
      assert.strictEqual((yield* provider.get(externalId))?.errorCode, "30003")
      assert.isUndefined(yield* provider.get("SM0"))
      yield* emulator.fault.next({ kind: "status", status: 401, name: "20003" })
      assert.deepInclude(yield* Effect.flip(provider.get(externalId)), { reason: "credential" })
    })
  )

  it.effect("reads messages of which little is known yet, newest first", () =>
    Effect.gen(function* () {
      const { emulator, provider } = yield* start()
      const at = "Tue, 01 Jan 2030 00:00:00 +0000"
      const bare = { num_segments: "0", date_created: null, error_code: null, to: null }
      const messages = [
        { ...bare, sid: "SM1", status: "accepted", body: message.text },
        { ...bare, sid: "SM2", status: "canceled", body: message.text, date_created: at, num_segments: null },
        { ...bare, sid: "SM3", status: "read", body: message.text, date_created: at },
        { ...bare, sid: "SM4", status: "queued", body: null }
      ]
      const body = JSON.stringify({ messages, page: 0, next_page_uri: null })
      yield* emulator.fault.next({ kind: "body", status: 200, contentType: "application/json", body })
      const found = yield* provider.find({ from: "+14155550999", to: message.to, text: message.text, since: 0 })
      assert.deepStrictEqual(
        found.map(({ externalId, segments, status }) => [externalId, status, segments]),
        [
          ["SM2", "failed", 1],
          ["SM3", "delivered", 1],
          ["SM1", "queued", 1]
        ]
      )
    })
  )

  it.effect("names a refusal by its status where the vendor names no code", () =>
    Effect.gen(function* () {
      const { emulator, provider } = yield* start()
      yield* emulator.fault.next({ kind: "body", status: 404, contentType: "text/plain", body: "no" })
      assert.deepInclude(yield* Effect.flip(provider.send(message)), { reason: "request", name: "http_404" })
    })
  )

  it.effect("needs an account where it is asked for outright", () =>
    Effect.gen(function* () {
      const env = ConfigProvider.layer(ConfigProvider.fromEnv({ env: {} }))
      const layer = Layer.fresh(Twilio.layer).pipe(Layer.provide(env))
      const error = yield* Effect.flip(Effect.provide(SmsProvider, layer))
      assert.deepInclude(error, { _tag: "MissingCredential", variable: "TWILIO_SID" })
    })
  )
})
