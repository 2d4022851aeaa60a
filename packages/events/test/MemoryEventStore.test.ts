import { layer } from "@effect/vitest"
import { MemoryTables, rowsOf } from "@loopdrive/actor/MemoryTables"
import * as MemoryEventStore from "@loopdrive/events/MemoryEventStore"
import * as Effect from "effect/Effect"
import { eventRow } from "../src/EventTable.ts"
import * as EventStore from "./suites/EventStore.ts"

const write: EventStore.Write<MemoryTables> = (_ws, events) =>
  Effect.map(MemoryTables, (tables) => {
    for (const { at, channel, ...event } of events) {
      const { table, values } = eventRow({
        ...event,
        organizationId: "org_test",
        sendId: undefined,
        channel: channel ?? undefined,
        source: "test",
        payload: { n: 1 },
        ts: at
      })
      rowsOf(tables, table).set(event.id, values)
    }
  })

layer(MemoryTables.layer)("the log of events in memory", (it) =>
  EventStore.suite(it, { layer: MemoryEventStore.layer, write })
)
