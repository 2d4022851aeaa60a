/** OpenAI's emulator, and the layers that call it. */
import { Effect, Fiber, Redacted, Schema } from "effect"
import { TestClock } from "effect/testing"
import * as OpenAiEmulator from "@loopdrive/testkit/OpenAiEmulator"
import { ModelUsage } from "../src/ModelUsage.ts"
import * as OpenAiClassification from "../src/OpenAiClassification.ts"
import * as OpenAiCompletion from "../src/OpenAiCompletion.ts"
import * as OpenAiModeration from "../src/OpenAiModeration.ts"

export const Answer = Schema.Struct({
  subject: Schema.NullOr(Schema.String),
  lines: Schema.Array(Schema.String.check(Schema.isMaxLength(40)))
})

export const request = {
  workspaceId: "ws_1",
  name: "message",
  answer: Answer,
  system: "You write.",
  user: "Write to Ada.",
  outputTokensMost: 500
}

/** One emulator and every port over it, with their use kept in memory. */
export const start = (options: Partial<OpenAiCompletion.Options> = {}) =>
  Effect.provide(started(options), ModelUsage.layerMemory)

const started = Effect.fnUntraced(function* (options: Partial<OpenAiCompletion.Options>) {
  const emulator = yield* OpenAiEmulator.make({ write: () => ({ subject: "Hello", lines: ["Dear Ada"] }) })
  const account = { apiKey: Redacted.make("sk-test"), baseUrl: emulator.url, ...options }
  const usage = yield* ModelUsage
  return {
    emulator,
    usage,
    completion: yield* OpenAiCompletion.make(account),
    moderation: yield* OpenAiModeration.make({ ...account, model: options.model ?? "omni-moderation-latest" }),
    classification: yield* OpenAiClassification.make(account)
  }
})

/**
 * Runs the effect while time passes, 10 ms for each turn of the event loop: so slowly that a request on the loopback,
 * which takes a few dozen turns, is over long before its seconds are.
 */
export const elapsed = <A, E, R>(effect: Effect.Effect<A, E, R>) =>
  Effect.gen(function* () {
    const fiber = yield* Effect.forkChild(effect)
    while (fiber.pollUnsafe() === undefined) {
      yield* Effect.promise(() => new Promise<void>((resolve) => setImmediate(resolve)))
      yield* TestClock.adjust("10 millis")
    }
    return yield* Fiber.join(fiber)
  })
