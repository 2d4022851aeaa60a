import { layer } from "@effect/vitest"
import { MemoryTables, rowsOf } from "@loopdrive/actor/MemoryTables"
import * as MemorySendAlertStore from "@loopdrive/sending/MemorySendAlertStore"
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
})
