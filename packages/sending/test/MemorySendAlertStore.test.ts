import { assert, layer } from "@effect/vitest"
import { MemoryTables, rowsOf } from "@loopdrive/actor/MemoryTables"
import * as MemorySendAlertStore from "@loopdrive/sending/MemorySendAlertStore"
import { SendAlertStore } from "@loopdrive/sending/SendAlertStore"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Promises from "./SendAlertPromises.ts"

const put: Promises.Put<never, MemoryTables> = (workspaceId, id, state, at) =>
  Effect.map(MemoryTables, (tables) => {
    rowsOf(tables, "sends").set(id, {
      id,
      workspace_id: workspaceId,
      person_id: "per_1",
      channel: "sms",
      purpose: "marketing",
      state,
      attempts: 1,
      event_id: `evt_${id}`,
      queued_at: new Date(at).toISOString(),
      updated_at: new Date(at).toISOString()
    })
  })

const fresh = MemorySendAlertStore.layer.pipe(Layer.provideMerge(MemoryTables.layer), Layer.fresh)

layer(Layer.empty)("alerts of sends in memory", (it) => {
  it.effect("tell of every send once, and gather until somebody looks", () =>
    Effect.provide(Promises.gathers(put, "ws_gathers"), fresh)
  )
  it.effect("are acknowledged once, and what comes after is told of by another", () =>
    Effect.provide(Promises.acknowledged(put, "ws_acknowledged"), fresh)
  )
  it.effect("end with what they tell of, and are raised anew", () =>
    Effect.provide(Promises.rearms(put, "ws_rearms"), fresh)
  )

  it.effect("are in an order of their own where everything happened at one moment, and lose what is no more", () =>
    Effect.gen(function* () {
      const { list, review } = yield* SendAlertStore
      const shown = Effect.map(list("ws_a", undefined, { limit: 10, offset: 0 }), ({ alerts }) =>
        alerts.flatMap(({ sends }) => sends.map(({ sendId }) => sendId))
      )
      for (const id of ["send_b", "send_a", "send_c"]) yield* put("ws_a", id, "unknown", 0)
      assert.deepStrictEqual(yield* review(new Date(1), 2), ["send_a", "send_b", "send_c"])
      assert.deepStrictEqual(yield* shown, ["send_a", "send_b", "send_c"])
      rowsOf(yield* MemoryTables, "sends").delete("send_b")
      assert.deepStrictEqual(yield* shown, ["send_a", "send_c"])
    }).pipe(Effect.provide(fresh))
  )

  it.effect("of one moment are listed in the same order every time", () =>
    Effect.gen(function* () {
      const { acknowledge, list, review } = yield* SendAlertStore
      for (const id of ["send_1", "send_2", "send_3"]) {
        yield* put("ws_a", id, "unknown", 0)
        yield* review(new Date(1), 2)
        const { alerts } = yield* list("ws_a", false, { limit: 1, offset: 0 })
        for (const alert of alerts) yield* acknowledge("ws_a", alert.id, { name: "ada", at: 3 })
      }
      const { alerts, total } = yield* list("ws_a", true, { limit: 10, offset: 0 })
      const ids = alerts.map(({ id }) => id)
      assert.strictEqual(total, 3)
      assert.deepStrictEqual(ids, ids.toSorted().toReversed())
    }).pipe(Effect.provide(fresh))
  )
})
