import { layer } from "@effect/vitest"
import * as ActorClient from "@loopdrive/actor/ActorClient"
import * as MemoryJournalStore from "@loopdrive/actor/MemoryJournalStore"
import { MemoryTables, rowsOf } from "@loopdrive/actor/MemoryTables"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import { layerRuntime } from "./Counters.ts"
import { counter } from "./example/Counter.ts"
import * as Runtime from "./suites/Runtime.ts"

const client = Effect.flatMap(MemoryTables, (tables) =>
  ActorClient.make(counter, (ids) =>
    Effect.sync(() => {
      const heads = rowsOf(tables, "counters")
      const found = ids.flatMap((id) => {
        const row = heads.get(id)
        if (row === undefined) return []
        return [[id, { version: Number(row["version"]), state: { total: Number(row["total"]) } }] as const]
      })
      return new Map(found)
    })
  )
)

const committed = (id: string) =>
  Effect.map(MemoryTables, (tables) => {
    const head = rowsOf(tables, "counters").get(id)
    const steps = [...rowsOf(tables, "steps").values()].filter((row) => row["counter"] === id)
    return {
      version: Number(head?.["version"] ?? 0),
      total: Number(head?.["total"] ?? 0),
      steps: steps.map((row) => ({ amount: Number(row["amount"]), total: Number(row["total"]) })),
      receipts: [...tables.receipts.values()].filter(({ entity }) => entity === id).length
    }
  })

const expire = (id: string) =>
  Effect.map(MemoryTables, (tables) => {
    for (const [key, receipt] of tables.receipts) {
      if (receipt.entity === id) tables.receipts.set(key, { ...receipt, expiresAt: 0 })
    }
  })

const inMemory = layerRuntime.pipe(Layer.provideMerge(MemoryJournalStore.layer))

layer(MemoryTables.layer, { excludeTestServices: true })("the runtime in memory", (it) =>
  Runtime.suite(it, { layer: inMemory, client, committed, expire, database: false })
)
