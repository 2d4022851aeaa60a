import { assert, describe, it } from "@effect/vitest"
import type { Worded } from "@loopdrive/sending/Dressing"
import * as Effect from "effect/Effect"
import * as Exit from "effect/Exit"
import * as Latch from "effect/Latch"
import * as Scope from "effect/Scope"
import { Express, layer } from "../src/Express.ts"
import { someSend } from "./SomeSend.ts"

const words: Worded = { ...someSend({ id: "send_1" }), text: "Hello" }

/** Workers that end when the latch opens; `gone` counts what they took. */
const serving = Effect.fnUntraced(function* (most: number) {
  const express = yield* Express
  const latch = yield* Latch.make()
  const gone: Array<string> = []
  const scope = yield* Scope.make()
  const deliver = ({ id }: Worded) =>
    Effect.andThen(
      Effect.sync(() => gone.push(id)),
      latch.await
    )
  yield* Scope.provide(express.serve("email", { most, word: (send) => Effect.succeed(send), deliver }), scope)
  return { express, gone, latch, scope }
})

const until = (holds: () => boolean) =>
  Effect.suspend(() => (holds() ? Effect.void : Effect.fail("not yet"))).pipe(
    Effect.tapError(() => Effect.yieldNow),
    Effect.eventually
  )

describe("places for expresses", () => {
  it.effect("are as many as there are free workers, whether a queue or an express keeps the others busy", () =>
    Effect.gen(function* () {
      const { express, gone, latch } = yield* serving(2)
      const first = express.place("email")
      const inside = yield* express.busy(
        "email",
        Effect.sync(() => express.place("email"))
      )
      assert.isUndefined(inside)
      const second = express.place("email")
      assert.isUndefined(express.place("email"))
      yield* second?.giveUp ?? Effect.void
      assert.isDefined(express.place("email"))
      yield* first?.go(words, "ada@example.com") ?? Effect.void
      yield* until(() => gone.length === 1)
      // Given up after it is gone, it is not given up twice.
      yield* first?.giveUp ?? Effect.void
      assert.isUndefined(express.place("email"))
      assert.isTrue(express.has("send_1"))
      yield* latch.open
      yield* until(() => !express.has("send_1"))
      assert.isDefined(express.place("email"))
    }).pipe(Effect.provide(layer))
  )

  it.effect("are none where nobody serves the channel, or no more, or nobody laid the rails", () =>
    Effect.gen(function* () {
      const { express, scope } = yield* serving(1)
      assert.isUndefined(express.place("sms"))
      const other = yield* serving(1)
      yield* Scope.close(scope, Exit.void)
      assert.isDefined(express.place("email"))
      yield* Scope.close(other.scope, Exit.void)
      assert.isUndefined(express.place("email"))
      assert.strictEqual(yield* express.busy("email", Effect.succeed(1)), 1)
    }).pipe(Effect.provide(layer))
  )

  it.effect("are none without a layer", () =>
    Effect.gen(function* () {
      const { express } = yield* serving(1)
      assert.isUndefined(express.place("email"))
      assert.isFalse(express.has("send_1"))
      assert.strictEqual(yield* express.busy("email", Effect.succeed(1)), 1)
    })
  )
})
