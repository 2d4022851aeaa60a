import { assert, describe, it } from "@effect/vitest"
import * as Effect from "effect/Effect"
import * as Latch from "effect/Latch"
import * as Layer from "effect/Layer"
import * as PersistedQueue from "effect/persistence/PersistedQueue"
import * as Wake from "../src/Wake.ts"

/** A store whose offers wait for the latch; `offered` in the order of arrival, by queue and id. */
const waiting = Effect.gen(function* () {
  const latch = yield* Latch.make()
  const offered: Array<string> = []
  const store = PersistedQueue.PersistedQueueStore.of({
    offer: ({ id, name }) =>
      Effect.andThen(
        Effect.sync(() => offered.push(`${name} ${id}`)),
        id === "broken" ? Effect.fail(new PersistedQueue.PersistedQueueError({ message: "no database" })) : latch.await
      ),
    take: () => Effect.never,
    cleanup: () => Effect.void
  })
  const wake = yield* Wake.make.pipe(
    Effect.provide(Layer.provide(PersistedQueue.layer, Layer.succeed(PersistedQueue.PersistedQueueStore, store)))
  )
  const until = (count: number) =>
    Effect.suspend(() => (offered.length < count ? Effect.fail("not yet") : Effect.void)).pipe(
      Effect.tapError(() => Effect.yieldNow),
      Effect.eventually
    )
  return { latch, offered, until, wake }
})

const email = { channel: "email", text: "Hello" } as const

describe("waking workers", () => {
  it.effect("takes one call more for all that is decided while somebody is on the way", () =>
    Effect.gen(function* () {
      const { latch, offered, until, wake } = yield* waiting
      yield* wake(email, "a")
      yield* until(1)
      for (const id of ["b", "c", "d"]) yield* wake(email, id)
      assert.deepStrictEqual(offered, ["email.send a"])
      yield* latch.open
      yield* until(2)
      yield* wake(email, "e")
      yield* until(3)
      assert.deepStrictEqual(offered, ["email.send a", "email.send d", "email.send e"])
    })
  )

  it.effect("does not keep one queue waiting for another", () =>
    Effect.gen(function* () {
      const { offered, until, wake } = yield* waiting
      yield* wake(email, "a")
      yield* wake({ channel: "email", text: undefined }, "b")
      yield* wake({ channel: "sms", text: "Hello" }, "c")
      yield* until(3)
      assert.deepStrictEqual(offered, ["email.send a", "email.compose b", "sms.send c"])
    })
  )

  it.effect("goes on after a call that failed", () =>
    Effect.gen(function* () {
      const { latch, offered, until, wake } = yield* waiting
      yield* latch.open
      yield* wake(email, "broken")
      yield* until(1)
      yield* wake(email, "a")
      yield* until(2)
      assert.deepStrictEqual(offered, ["email.send broken", "email.send a"])
    })
  )
})
