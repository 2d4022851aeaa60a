/**
 * What every connector of a social platform promises about faults, as one suite. Each runs it in its own test file
 * against its vendor's emulator.
 */
import { assert, describe, it } from "@effect/vitest"
import type { EmulatedVendor } from "@loopdrive/testkit/EmulatedVendor"
import { Effect, Fiber, Latch } from "effect"
import type { Scope } from "effect"
import { FetchHttpClient } from "effect/http"
import type { HttpClient } from "effect/http"
import { TestClock } from "effect/testing"
import type { Connector, DmMessage } from "../src/DmProvider.ts"

export interface Subject {
  readonly connector: Connector
  readonly emulator: EmulatedVendor
  /** The emulator's route of a send. */
  readonly route: string
  /** A status and name by which the vendor says that it is rate limiting. */
  readonly limited: readonly [status: number, name: string]
  /** How many messages the vendor took over. */
  readonly taken: Effect.Effect<number>
}

export const dmPromises = <E>(
  name: string,
  message: DmMessage,
  subject: Effect.Effect<Subject, E, HttpClient.HttpClient | Scope.Scope>
): void => {
  const run = (effect: (subject: Subject) => Effect.Effect<void, unknown, Scope.Scope>) =>
    Effect.flatMap(subject, effect).pipe(Effect.provide(FetchHttpClient.layer))
  const requests = ({ emulator, route }: Subject) =>
    Effect.map(emulator.asked, (asked) => asked.filter((each) => each === route).length)

  describe(`${name} as a platform for direct messages`, () => {
    it.effect("hands each message over once", () =>
      run((one) =>
        Effect.gen(function* () {
          const first = yield* one.connector.send(message)
          const second = yield* one.connector.send({ ...message, sendId: "send_2", text: "Another." })
          assert.notStrictEqual(first.externalId, second.externalId)
          assert.deepStrictEqual([yield* one.taken, yield* requests(one), one.connector.idempotent], [2, 2, false])
        })
      )
    )

    for (const kind of ["drop-before", "accept-then-drop"] as const) {
      it.effect(`asks once and leaves the outcome open after ${kind}`, () =>
        run((one) =>
          Effect.gen(function* () {
            yield* one.emulator.faultOn(one.route).next({ kind })
            const error = yield* Effect.flip(one.connector.send(message))
            assert.deepInclude(error, { _tag: "MessageProviderUnavailable", reason: "network", outcome: "unknown" })
            assert.deepStrictEqual([yield* one.taken, yield* requests(one)], [kind === "drop-before" ? 0 : 1, 1])
          })
        )
      )
    }

    it.effect("gives up after ten seconds with the outcome open", () =>
      run((one) =>
        Effect.gen(function* () {
          const latch = yield* Latch.make()
          const slow = yield* one.emulator.faultOn(one.route).next({ kind: "slow", latch })
          const fiber = yield* Effect.forkChild(Effect.flip(one.connector.send(message)))
          yield* slow.reached
          yield* TestClock.adjust("10 seconds")
          assert.deepInclude(yield* Fiber.join(fiber), { reason: "timeout", outcome: "unknown" })
        })
      )
    )

    it.effect("tells a rate limit, a server error and a strange answer apart, and then stops asking", () =>
      run((one) =>
        Effect.gen(function* () {
          const { next } = one.emulator.faultOn(one.route)
          const [status, limit] = one.limited
          yield* next({ kind: "status", status, name: limit, retryAfter: "7" })
          yield* next({ kind: "body", status: 503, contentType: "text/html", body: "<h1>Sorry</h1>" })
          yield* next({ kind: "body", status: 200, contentType: "text/html", body: "<h1>Hi</h1>" })
          yield* next({ kind: "body", status: 200, contentType: "application/json", body: "[]" })
          const send = Effect.flip(one.connector.send(message))
          assert.deepInclude(yield* send, { reason: "rate_limited", outcome: "not_sent" })
          assert.deepInclude(yield* send, { reason: "server", outcome: "unknown" })
          for (const _ of [1, 2]) assert.deepInclude(yield* send, { reason: "invalid_answer", outcome: "unknown" })
          yield* next({ kind: "accept-then-status", status: 500, name: "1" })
          yield* next({ kind: "drop-before" })
          yield* send
          yield* send
          assert.deepInclude(yield* send, { reason: "circuit_open", outcome: "not_sent" })
        })
      )
    )
  })
}
