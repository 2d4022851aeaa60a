/** The log of events on tables in memory, for tests without a database. */
import { MemoryTables, rowsOf, selected } from "@loopdrive/actor/MemoryTables"
import type { Values } from "@loopdrive/actor/MemoryTables"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Schema from "effect/Schema"
import { EventRow, toEvent } from "./EventRow.ts"
import { EventStore } from "./EventStore.ts"
import type { HappenedKind, Place, TimelineFilter } from "./EventStore.ts"
import { eventRow, events } from "./EventTable.ts"

const decode = Schema.decodeUnknownSync(Schema.Array(EventRow))

const oldestFirst = (a: typeof EventRow.Type, b: typeof EventRow.Type): number =>
  a.ts.getTime() - b.ts.getTime() || (a.id < b.id ? -1 : 1)

const comesAfter = (place: Place, row: typeof EventRow.Type): boolean => {
  const later = row.ts.getTime() - Date.parse(place.ts)
  return later < 0 || (later === 0 && row.id < place.id)
}

const matches = (filter: TimelineFilter, row: typeof EventRow.Type): boolean =>
  (filter.channels.length === 0 || filter.channels.includes(row.channel ?? "")) &&
  (filter.types.length === 0 || filter.types.includes(row.type)) &&
  (filter.from === undefined || row.ts.getTime() >= filter.from) &&
  (filter.to === undefined || row.ts.getTime() <= filter.to) &&
  (filter.after === undefined || comesAfter(filter.after, row))

export const layer: Layer.Layer<EventStore, never, MemoryTables> = Layer.effect(
  EventStore,
  Effect.map(MemoryTables, (tables) => {
    const read = (where: (values: Values) => boolean) => decode(selected(tables, events, where)).toSorted(oldestFirst)
    return EventStore.of({
      timeline: (workspaceId, personIds, filter) =>
        Effect.sync(() => {
          const people = new Set<unknown>(personIds)
          return read((row) => row["workspace_id"] === workspaceId && people.has(row["person_id"]))
            .toReversed()
            .filter((row) => matches(filter, row))
            .slice(0, filter.limit)
            .map(toEvent)
        }),
      ofSend: (workspaceId, sendId) =>
        Effect.sync(() => read((row) => row["workspace_id"] === workspaceId && row["send_id"] === sendId).map(toEvent)),
      kindsOf: (workspaceId, sendIds) =>
        Effect.sync(
          () =>
            new Map(
              sendIds.flatMap((id) => {
                const mine = read((row) => row["workspace_id"] === workspaceId && row["send_id"] === id)
                const kinds = mine.map(({ payload, type }) =>
                  JSON.stringify({ type, payload: payload["machine"] === true ? { machine: true } : {} })
                )
                const known = [...new Set(kinds)].map((kind): HappenedKind => JSON.parse(kind))
                return known.length === 0 ? [] : [[id, known] as const]
              })
            )
        ),
      append: (added) =>
        Effect.sync(() => {
          const rows = rowsOf(tables, events.name)
          for (const event of added) {
            // As `MemoryJournalStore` keys the rows of this table.
            const { values } = eventRow(event)
            const key = JSON.stringify([event.id])
            if (!rows.has(key)) rows.set(key, values)
          }
        })
    })
  })
)
