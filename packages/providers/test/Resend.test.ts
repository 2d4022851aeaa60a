import { assert, describe, it } from "@effect/vitest"
import { Effect, Exit, Fiber, Latch, Redacted } from "effect"
import { TestClock } from "effect/testing"
import { MessageProviderUnavailable, MessageRejected } from "../src/MessageFailure.ts"
import * as Resend from "../src/Resend.ts"
import { message, start } from "./ResendHarness.ts"

const unavailable = (error: unknown): MessageProviderUnavailable => {
  assert.instanceOf(error, MessageProviderUnavailable)
  return error as MessageProviderUnavailable
}

const rejected = (error: unknown): MessageRejected => {
  assert.instanceOf(error, MessageRejected)
  return error as MessageRejected
}

describe("Resend", () => {
  it.effect("hands over every field of the message under our key", () =>
    Effect.gen(function* () {
      const { emulator, provider } = yield* start()
      const receipt = yield* provider.send(message, "key-1")
      const [accepted, ...others] = yield* emulator.accepted
      assert.strictEqual(provider.name, "resend")
      assert.deepStrictEqual(others, [])
      assert.strictEqual(accepted?.id, receipt.externalId)
      assert.strictEqual(accepted?.idempotencyKey, "key-1")
      const { replyTo, sendId, workspaceId: _workspace, ...same } = message
      const tags = [{ name: "send_id", value: sendId }]
      assert.deepStrictEqual({ ...accepted?.email }, { ...same, tags, reply_to: replyTo ?? "" })
    })
  )

  it.effect("sends a message of the required fields alone", () =>
    Effect.gen(function* () {
      const { emulator, provider } = yield* start()
      const { html: _html, replyTo: _replyTo, headers: _headers, ...required } = message
      yield* provider.send(required, "key-1")
      const [accepted] = yield* emulator.accepted
      assert.deepStrictEqual(Object.keys(accepted?.email ?? {}).toSorted(), ["from", "subject", "tags", "text", "to"])
    })
  )

  it.effect("rejects a wrong API key with the vendor's name for it", () =>
    Effect.gen(function* () {
      const { provider } = yield* start({ apiKey: "wrong" })
      const error = rejected(yield* Effect.flip(provider.send(message, "key-1")))
      assert.deepStrictEqual([error.status, error.name], [403, "invalid_api_key"])
    })
  )

  it.effect("rejects on 401", () =>
    Effect.gen(function* () {
      const { emulator, provider } = yield* start()
      yield* emulator.fault.next({ kind: "status", status: 401, name: "restricted_api_key" })
      const error = rejected(yield* Effect.flip(provider.send(message, "key-1")))
      assert.deepStrictEqual([error.status, error.name], [401, "restricted_api_key"])
    })
  )

  it.effect("rejects a message the vendor finds invalid", () =>
    Effect.gen(function* () {
      const { emulator, provider } = yield* start()
      const error = rejected(yield* Effect.flip(provider.send({ ...message, to: "nobody" }, "key-1")))
      assert.deepStrictEqual([error.status, error.name], [422, "validation_error"])
      assert.deepStrictEqual(yield* emulator.accepted, [])
    })
  )

  it.effect("rejects a key the vendor would refuse without asking", () =>
    Effect.gen(function* () {
      const { emulator, provider } = yield* start()
      for (const key of ["", "k".repeat(257), "schlüssel", "two\nlines"]) {
        const error = rejected(yield* Effect.flip(provider.send(message, key)))
        assert.deepStrictEqual([error.status, error.name], [400, "invalid_idempotency_key"])
      }
      assert.strictEqual(yield* emulator.attempts, 0)
    })
  )

  it.effect("takes a key that stood for other words as a send that may have left", () =>
    Effect.gen(function* () {
      const { emulator, provider } = yield* start()
      yield* provider.send(message, "key-1")
      const error = unavailable(yield* Effect.flip(provider.send({ ...message, subject: "Other" }, "key-1")))
      assert.deepStrictEqual([error.outcome, error.status, error.name], ["unknown", 409, "invalid_idempotent_request"])
      assert.strictEqual((yield* emulator.accepted).length, 1)
    })
  )

  it.effect("passes on how long a rate limit asks to wait", () =>
    Effect.gen(function* () {
      const { provider } = yield* start({ emulator: { requestsPerSecond: 1 } })
      yield* provider.send(message, "key-1")
      const error = unavailable(yield* Effect.flip(provider.send(message, "key-2")))
      assert.deepStrictEqual(
        [error.reason, error.outcome, error.status, error.retryAfterMillis],
        ["rate_limited", "not_sent", 429, 1000]
      )
    })
  )

  it.effect("reads a wait given as a date", () =>
    Effect.gen(function* () {
      yield* TestClock.setTime(Date.UTC(2030, 0, 1, 12, 0, 0))
      const { emulator, provider } = yield* start()
      const retryAfter = "Tue, 01 Jan 2030 12:01:30 GMT"
      yield* emulator.fault.next({ kind: "status", status: 429, name: "rate_limit_exceeded", retryAfter })
      const error = unavailable(yield* Effect.flip(provider.send(message, "key-1")))
      assert.strictEqual(error.retryAfterMillis, 90_000)
    })
  )

  it.effect("treats a spent quota as a rate limit without a stated wait", () =>
    Effect.gen(function* () {
      const { provider } = yield* start({ emulator: { dailyQuota: 1 } })
      yield* provider.send(message, "key-1")
      const error = unavailable(yield* Effect.flip(provider.send(message, "key-2")))
      assert.deepStrictEqual([error.reason, error.name], ["rate_limited", "daily_quota_exceeded"])
      assert.isUndefined(error.retryAfterMillis)
    })
  )

  it.effect("leaves the outcome of a server error open", () =>
    Effect.gen(function* () {
      const { emulator, provider } = yield* start()
      yield* emulator.fault.next({ kind: "status", status: 500, name: "internal_server_error", retryAfter: "7" })
      const error = unavailable(yield* Effect.flip(provider.send(message, "key-1")))
      assert.deepStrictEqual(
        [error.reason, error.outcome, error.status, error.retryAfterMillis],
        ["server", "unknown", 500, 7000]
      )
      assert.strictEqual(yield* emulator.attempts, 1)
    })
  )

  for (const [what, fault, reason] of [
    ["a proxy's error page", { status: 502, contentType: "text/html", body: "<h1>Bad gateway</h1>" }, "server"],
    ["a foreign error shape", { status: 503, contentType: "application/json", body: '{"oops":1}' }, "invalid_answer"],
    ["an error that is null", { status: 500, contentType: "application/json", body: "null" }, "invalid_answer"],
    ["a success without an id", { status: 200, contentType: "application/json", body: "{}" }, "invalid_answer"],
    ["a success that is not JSON", { status: 200, contentType: "text/html", body: "<h1>Hello</h1>" }, "network"]
  ] as const) {
    it.effect(`leaves the outcome open after ${what}`, () =>
      Effect.gen(function* () {
        const { emulator, provider } = yield* start()
        yield* emulator.fault.next({ kind: "body", ...fault })
        const error = unavailable(yield* Effect.flip(provider.send(message, "key-1")))
        assert.deepStrictEqual([error.reason, error.outcome], [reason, "unknown"])
      })
    )
  }

  it.effect("makes one request and leaves the outcome open when the connection drops before acceptance", () =>
    Effect.gen(function* () {
      const { emulator, provider } = yield* start()
      yield* emulator.fault.next({ kind: "drop-before" })
      const error = unavailable(yield* Effect.flip(provider.send(message, "key-1")))
      assert.deepStrictEqual([error.reason, error.outcome], ["network", "unknown"])
      assert.strictEqual(yield* emulator.attempts, 1)
      assert.deepStrictEqual(yield* emulator.accepted, [])
    })
  )

  it.effect("sends nothing twice when the answer to an accepted message is lost", () =>
    Effect.gen(function* () {
      const { emulator, provider } = yield* start()
      yield* emulator.fault.next({ kind: "accept-then-drop" })
      const error = unavailable(yield* Effect.flip(provider.send(message, "key-1")))
      assert.deepStrictEqual([error.reason, error.outcome], ["network", "unknown"])
      const receipt = yield* provider.send(message, "key-1")
      const accepted = yield* emulator.accepted
      assert.deepStrictEqual(
        accepted.map(({ id }) => id),
        [receipt.externalId]
      )
      assert.strictEqual(yield* emulator.attempts, 2)
    })
  )

  it.effect("gives up after ten seconds, and a repeat finds the message sent", () =>
    Effect.gen(function* () {
      const { emulator, provider } = yield* start()
      const latch = yield* Latch.make()
      const slow = yield* emulator.fault.next({ kind: "slow", latch })
      const fiber = yield* Effect.forkChild(Effect.flip(provider.send(message, "key-1")))
      yield* slow.reached
      yield* TestClock.adjust("9999 millis")
      assert.isUndefined(fiber.pollUnsafe())
      yield* TestClock.adjust("1 millis")
      const error = unavailable(yield* Fiber.join(fiber))
      assert.deepStrictEqual([error.reason, error.outcome], ["timeout", "unknown"])
      yield* latch.open
      // The vendor may still be busy with the first request when the repeat comes in.
      const receipt = yield* provider
        .send(message, "key-1")
        .pipe(Effect.retry({ while: (failure) => unavailable(failure).reason === "in_progress", times: 100 }))
      const accepted = yield* emulator.accepted
      assert.deepStrictEqual(
        accepted.map(({ id }) => id),
        [receipt.externalId]
      )
    })
  )

  it.effect("reports a first request that still runs under the same key as unknown", () =>
    Effect.gen(function* () {
      const { emulator, provider } = yield* start()
      const latch = yield* Latch.make()
      const slow = yield* emulator.fault.next({ kind: "slow", latch })
      const first = yield* Effect.forkChild(provider.send(message, "key-1"))
      yield* slow.reached
      const error = unavailable(yield* Effect.flip(provider.send(message, "key-1")))
      assert.deepStrictEqual([error.reason, error.outcome, error.status], ["in_progress", "unknown", 409])
      yield* latch.open
      const receipt = yield* Fiber.join(first)
      assert.strictEqual((yield* provider.send(message, "key-1")).externalId, receipt.externalId)
      assert.strictEqual((yield* emulator.accepted).length, 1)
    })
  )

  it.effect("stops asking after repeated failures, then lets one call try", () =>
    Effect.gen(function* () {
      const { emulator, provider } = yield* start({ limits: { failures: 2, openFor: "30 seconds" } })
      for (const key of ["key-1", "key-2"]) {
        yield* emulator.fault.next({ kind: "status", status: 500, name: "internal_server_error" })
        yield* Effect.flip(provider.send(message, key))
      }
      const open = unavailable(yield* Effect.flip(provider.send(message, "key-3")))
      assert.deepStrictEqual([open.reason, open.outcome, open.retryAfterMillis], ["circuit_open", "not_sent", 30_000])
      assert.strictEqual(yield* emulator.attempts, 2)

      yield* TestClock.adjust("30 seconds")
      const latch = yield* Latch.make()
      const slow = yield* emulator.fault.next({ kind: "slow", latch })
      const probe = yield* Effect.forkChild(provider.send(message, "key-3"))
      yield* slow.reached
      const halfOpen = unavailable(yield* Effect.flip(provider.send(message, "key-4")))
      assert.deepStrictEqual([halfOpen.reason, halfOpen.outcome], ["circuit_open", "not_sent"])
      yield* latch.open
      yield* Fiber.join(probe)
      yield* provider.send(message, "key-4")
      assert.strictEqual(yield* emulator.attempts, 4)
    })
  )

  it.effect("keeps asking a vendor that answers, however often it says no", () =>
    Effect.gen(function* () {
      const { emulator, provider } = yield* start({ limits: { failures: 1 } })
      for (const status of [429, 422, 409, 429]) {
        yield* emulator.fault.next({ kind: "status", status, name: "concurrent_idempotent_requests" })
        yield* Effect.flip(provider.send(message, "key-1"))
      }
      yield* provider.send(message, "key-1")
      assert.strictEqual(yield* emulator.attempts, 5)
    })
  )

  it.effect("has no more requests under way than its bound", () =>
    Effect.gen(function* () {
      const { emulator, provider } = yield* start({ limits: { concurrency: 1 } })
      const latch = yield* Latch.make()
      const slow = yield* emulator.fault.next({ kind: "slow", latch })
      const first = yield* Effect.forkChild(provider.send(message, "key-1"), { startImmediately: true })
      yield* slow.reached
      const second = yield* Effect.forkChild(provider.send(message, "key-2"), { startImmediately: true })
      // Waiting for a turn is not part of a call: two limits pass, only the first call is over.
      yield* TestClock.adjust("10 seconds")
      assert.isTrue(Exit.isFailure(yield* Fiber.await(first)))
      yield* Fiber.join(second)
      yield* latch.open
      assert.deepStrictEqual(
        (yield* emulator.accepted).map(({ idempotencyKey }) => idempotencyKey),
        ["key-1", "key-2"]
      )
    })
  )

  it.effect("does not count a caller that goes away against the vendor", () =>
    Effect.gen(function* () {
      const { emulator, provider } = yield* start({ limits: { failures: 1 } })
      const latch = yield* Latch.make()
      const slow = yield* emulator.fault.next({ kind: "slow", latch })
      const fiber = yield* Effect.forkChild(provider.send(message, "key-1"))
      yield* slow.reached
      yield* Fiber.interrupt(fiber)
      yield* provider.send(message, "key-2")
    })
  )

  it.effect("cannot be reached: the outcome stays open, for the client hides the cause", () =>
    Effect.gen(function* () {
      const closed = yield* Effect.scoped(Effect.map(start(), ({ emulator }) => emulator.url))
      const provider = yield* Resend.make({ apiKey: Redacted.make("re_test"), baseUrl: closed })
      const error = unavailable(yield* Effect.flip(provider.send(message, "key-1")))
      assert.deepStrictEqual([error.reason, error.outcome], ["network", "unknown"])
    })
  )
})
