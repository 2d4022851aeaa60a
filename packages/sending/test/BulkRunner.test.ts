import { assert, describe, it } from "@effect/vitest"
import { ActorUnavailable } from "@loopdrive/actor/ActorUnavailable"
import { MemoryTables, rowsOf } from "@loopdrive/actor/MemoryTables"
import { PersonStore } from "@loopdrive/person/Store"
import * as BulkRunner from "@loopdrive/sending/BulkRunner"
import { BulkStore } from "@loopdrive/sending/BulkStore"
import * as MemoryBulkStore from "@loopdrive/sending/MemoryBulkStore"
import { SendLeft, Sending } from "@loopdrive/sending/Sending"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Logger from "effect/Logger"
import { TestClock } from "effect/testing"
import { request } from "./Bulks.ts"

const sends = ["send_1", "send_2", "send_3"]

describe("a cancelled bulk", () => {
  it.effect("takes back what waits, passes over what left, and tries again and says so where it was not heard", () => {
    const said: Array<string> = []
    const asked: Array<string> = []
    const log = Logger.make(({ logLevel, message }) => void said.push(`${logLevel} ${String([message].flat()[0])}`))
    const cancelling = Layer.effect(
      Sending,
      Effect.map(MemoryTables, (tables) => {
        const end = (id: string, state: string) => {
          const rows = rowsOf(tables, "sends")
          rows.set(id, { ...rows.get(id), state })
        }
        return Sending.of({
          submit: () => Effect.die("nobody is sent anything"),
          rehearse: () => Effect.die("nobody asks"),
          cancel: (_workspaceId, sendId) =>
            Effect.suspend((): Effect.Effect<void, ActorUnavailable | SendLeft> => {
              asked.push(sendId)
              if (sendId === "send_1" && asked.filter((id) => id === sendId).length < 3)
                return Effect.fail(new ActorUnavailable({ entity: "per_1", reason: "storage" }))
              end(sendId, sendId === "send_2" ? "sent" : "cancelled")
              return sendId === "send_2" ? Effect.fail(new SendLeft({ sendId, state: "sent" })) : Effect.void
            })
        })
      })
    )
    const stores = Layer.mergeAll(cancelling, MemoryBulkStore.layer, Layer.mock(PersonStore, {}))
    return Effect.gen(function* () {
      const store = yield* BulkStore
      const rows = rowsOf(yield* MemoryTables, "sends")
      for (const id of sends) rows.set(id, { id, job_id: "bulk_1", state: "deferred" })
      yield* store.create({ id: "bulk_1", workspaceId: "ws_1", request }, [])
      yield* store.change("bulk_1", ["queued"], "cancelled")
      yield* Layer.build(BulkRunner.layer)
      yield* TestClock.adjust("5 seconds")
      assert.deepStrictEqual(
        sends.map((id) => rows.get(id)?.["state"]),
        ["cancelled", "sent", "cancelled"]
      )
      assert.deepStrictEqual(asked, ["send_1", "send_2", "send_3", "send_1", "send_1"])
      const warned = said.filter((line) => line.startsWith("Warn"))
      assert.deepStrictEqual(
        warned,
        Array.from({ length: 2 }, () => "Warn sends of a cancelled bulk could not be taken back yet")
      )
      // Nothing is left of it to lease.
      assert.deepStrictEqual(yield* store.lease(Number.MAX_SAFE_INTEGER, 1, 1), [])
    }).pipe(
      Effect.scoped,
      Effect.provide(stores.pipe(Layer.provideMerge(MemoryTables.layer))),
      Effect.provide(Logger.layer([log]))
    )
  })
})
