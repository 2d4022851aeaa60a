import { layer } from "@effect/vitest"
import * as MemoryJournalStore from "@loopdrive/actor/MemoryJournalStore"
import { MemoryTables, rowsOf } from "@loopdrive/actor/MemoryTables"
import * as Effect from "effect/Effect"
import * as JournalStore from "./suites/JournalStore.ts"

layer(MemoryTables.layer)("the journal's store in memory", (it) =>
  JournalStore.suite(it, {
    layer: MemoryJournalStore.layer,
    thing: (id) =>
      Effect.map(MemoryTables, (tables) => {
        const row = rowsOf(tables, "things").get(id)
        return [row?.["text"], row?.["first"]] as const
      })
  })
)
