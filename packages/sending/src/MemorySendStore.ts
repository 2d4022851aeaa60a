/** Sends on tables in memory, for tests without a database. */
import { MemoryTables, selected } from "@loopdrive/actor/MemoryTables"
import type { Values } from "@loopdrive/actor/MemoryTables"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Schema from "effect/Schema"
import { SendRow, toSend } from "./SendRow.ts"
import { SendNotFound, SendStore } from "./SendStore.ts"
import { sends, settled } from "./SendTable.ts"

const decode = Schema.decodeUnknownSync(Schema.Array(SendRow))
const table = { name: sends.name, columns: { ...sends.columns, ...settled.columns } }

export const layer: Layer.Layer<SendStore, never, MemoryTables> = Layer.effect(
  SendStore,
  Effect.map(MemoryTables, (tables) => {
    const read = (where: (values: Values) => boolean) => decode(selected(tables, table, where)).map(toSend)
    return SendStore.of({
      get: (workspaceId, sendId) =>
        Effect.suspend(() => {
          const [send] = read((row) => row["id"] === sendId && row["workspace_id"] === workspaceId)
          return send === undefined ? Effect.fail(new SendNotFound({ sendId })) : Effect.succeed(send)
        }),
      find: (sendId) => Effect.sync(() => read((row) => row["id"] === sendId)[0]),
      waiting: (workspaceId, personIds, limit) =>
        Effect.sync(() => {
          const people = new Set<unknown>(personIds)
          return read(
            (row) =>
              row["workspace_id"] === workspaceId &&
              people.has(row["person_id"]) &&
              (row["state"] === "queued" || row["state"] === "deferred")
          )
            .toSorted((a, b) => b.queuedAt.getTime() - a.queuedAt.getTime() || (a.id < b.id ? 1 : -1))
            .slice(0, limit)
        })
    })
  })
)
