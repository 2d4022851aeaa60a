import { assert, describe, it } from "@effect/vitest"
import * as Clock from "effect/Clock"
import * as Effect from "effect/Effect"
import { noticePause } from "../src/core/Pause.ts"
import { within } from "./PaymentHouse.ts"

const many = (count: number): ReadonlyArray<number> => Array.from({ length: count }, (_, n) => n + 1)

describe("a webhook that cannot be acted on", () => {
  it.live("is tried again after ever longer pauses, and keeps no other waiting", () =>
    within(
      Effect.fnUntraced(function* (house) {
        const { paymentIntentId } = yield* house.topUp(500)
        const asked = `GET /v1/payment_intents/${paymentIntentId}`
        const fail = () => house.stripe.faultOn(asked).next({ kind: "status", status: 503, name: "down" })
        const tries = Effect.map(house.stripe.received, (all) => all.filter(({ path }) => asked.endsWith(path)).length)
        yield* house.stripe.confirm(paymentIntentId)
        for (const _ of many(200)) yield* fail()
        yield* house.deliver()
        const first = yield* tries
        const pauses: Array<number> = []
        for (let waited = 0; pauses.length < 4; waited += 5_000) {
          yield* house.forward(5_000)
          const before = yield* tries
          const [due] = yield* house.paymentStore.dueNotices(yield* Clock.currentTimeMillis, 1)
          if (due === undefined) continue
          yield* Effect.exit(house.inbox.act(due))
          const now = yield* Clock.currentTimeMillis
          yield* house.paymentStore.putOffNotice(due, now + noticePause(due.attempts), "down")
          assert.strictEqual(yield* tries, before + 1)
          pauses.push(waited)
        }
        assert.isAbove(first, 0)
        assert.deepStrictEqual(
          pauses,
          pauses.toSorted((a, b) => a - b)
        )
      })
    )
  )
})
