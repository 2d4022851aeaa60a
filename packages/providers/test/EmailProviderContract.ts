/**
 * What every email provider promises, as one suite. Each implementation runs it in its own test file.
 */
import { assert, describe, it } from "@effect/vitest"
import { Effect } from "effect"
import type { Layer, Scope } from "effect"
import { EmailProvider } from "../src/EmailProvider.ts"
import { message } from "./ResendHarness.ts"

/** A provider and a look at what it sent. */
export interface Subject {
  readonly provider: EmailProvider["Service"]
  /** External ids of the messages that left, in no order. */
  readonly sent: Effect.Effect<ReadonlyArray<string>, unknown>
}

/** `subject` makes a fresh provider with nothing sent; `requirements` are its database, where it has one. */
export const emailProviderContract = <E, R, RE>(
  name: string,
  subject: Effect.Effect<Subject, E, R | Scope.Scope>,
  requirements: Layer.Layer<R, RE>
): void => {
  describe(`${name} as an email provider`, () => {
    it.effect("sends one message for the same key twice, and answers the same", () =>
      Effect.gen(function* () {
        const { provider, sent } = yield* subject
        const first = yield* provider.send(message, "key-1")
        const second = yield* provider.send(message, "key-1")
        assert.deepStrictEqual(second, first)
        assert.deepStrictEqual(yield* sent, [first.externalId])
      }).pipe(Effect.provide(requirements))
    )

    it.effect("sends each send, and answers them apart", () =>
      Effect.gen(function* () {
        const { provider, sent } = yield* subject
        const first = yield* provider.send({ ...message, sendId: "send_1" }, "key-1")
        const second = yield* provider.send({ ...message, sendId: "send_2" }, "key-2")
        assert.notStrictEqual(second.externalId, first.externalId)
        assert.deepStrictEqual([...(yield* sent)].toSorted(), [first.externalId, second.externalId].toSorted())
      }).pipe(Effect.provide(requirements))
    )

    it.effect("sends one message when ten repeats arrive at once", () =>
      Effect.gen(function* () {
        const { provider, sent } = yield* subject
        const repeats = Array.from({ length: 10 }, () => Effect.exit(provider.send(message, "key-1")))
        yield* Effect.all(repeats, { concurrency: "unbounded" })
        const receipt = yield* provider.send(message, "key-1")
        assert.deepStrictEqual(yield* sent, [receipt.externalId])
      }).pipe(Effect.provide(requirements))
    )
  })
}
