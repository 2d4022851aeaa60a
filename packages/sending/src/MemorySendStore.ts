/** Sends on tables in memory, for tests without a database. */
import { MemoryTables, selected } from "@loopdrive/actor/MemoryTables"
import type { Values } from "@loopdrive/actor/MemoryTables"
import { Words } from "@loopdrive/person/Published"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Option from "effect/Option"
import * as Schema from "effect/Schema"
import { SendRow, StepRow, toSend, toStep } from "./SendRow.ts"
import { SendNotFound, SendStore, isOpen } from "./SendStore.ts"
import { changed, sends, steps } from "./SendTable.ts"

const decode = Schema.decodeUnknownSync(Schema.Array(SendRow))
const decodeSteps = Schema.decodeUnknownSync(Schema.Array(StepRow))
const decodeWords = Schema.decodeUnknownOption(Words)
const table = { name: sends.name, columns: { ...sends.columns, ...changed.columns } }

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
              row["workspace_id"] === workspaceId && people.has(row["person_id"]) && isOpen({ state: row["state"] })
          )
            .toSorted((a, b) => b.queuedAt.getTime() - a.queuedAt.getTime() || (a.id < b.id ? 1 : -1))
            .slice(0, limit)
        }),
      history: (workspaceId, personIds, channels, page) =>
        Effect.sync(() => {
          const people = new Set<unknown>(personIds)
          const found = read(
            (row) =>
              row["workspace_id"] === workspaceId &&
              people.has(row["person_id"]) &&
              (channels.length === 0 || channels.includes(String(row["channel"])))
          ).toSorted((a, b) => b.queuedAt.getTime() - a.queuedAt.getTime() || (a.id < b.id ? 1 : -1))
          return { sends: found.slice(page.offset, page.offset + page.limit), total: found.length }
        }),
      steps: (workspaceId, sendId) =>
        Effect.sync(() =>
          decodeSteps(
            selected(tables, steps, (row) => row["send_id"] === sendId && row["workspace_id"] === workspaceId)
          ).map(toStep)
        ),
      left: (sendId) =>
        Effect.sync(() => {
          const leaving = selected(tables, steps, (row) => row["send_id"] === sendId && row["step"] === "leaving")
          return decodeSteps(leaving)
            .flatMap(({ detail }) => Option.toArray(decodeWords(detail["words"])))
            .at(-1)
        }),
      stale: (states, before, limit) =>
        Effect.sync(() =>
          read((row) => states.some((state) => state === row["state"]))
            .filter((send) => send.updatedAt < before && (send.notBefore === undefined || send.notBefore < before))
            .slice(0, limit)
        )
    })
  })
)
