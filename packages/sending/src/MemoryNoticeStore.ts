/** The inbox in memory, beside the sends in memory, for tests without a database. */
import { MemoryTables, selected } from "@loopdrive/actor/MemoryTables"
import type { Values } from "@loopdrive/actor/MemoryTables"
import type { Channel } from "@loopdrive/domain/Channel"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Schema from "effect/Schema"
import type { Told } from "./core/Told.ts"
import { NoticeStore, arrivalsMost } from "./NoticeStore.ts"
import type { Kept } from "./NoticeStore.ts"
import { SendRow, toSend } from "./SendRow.ts"
import { changed, sends } from "./SendTable.ts"

interface Filed extends Kept {
  readonly workspaceId: string | undefined
  readonly nextTry: number
  readonly settled: boolean
  readonly forgotten: boolean
}

const decode = Schema.decodeUnknownSync(Schema.Array(SendRow))
const table = { name: sends.name, columns: { ...sends.columns, ...changed.columns } }
const keyOf = ({ eventId, vendor }: Told): string => JSON.stringify([vendor, eventId])
const gone = new Set<unknown>(["sent", "leaving", "unknown"])

export const layer: Layer.Layer<NoticeStore, never, MemoryTables> = Layer.effect(
  NoticeStore,
  Effect.map(MemoryTables, (tables) => {
    const filed = new Map<string, Filed>()
    const change = ({ told }: Kept, to: Partial<Filed>) =>
      Effect.sync(() => {
        const known = filed.get(keyOf(told))
        if (known?.settled === false) filed.set(keyOf(told), { ...known, ...to })
      })
    const of = (channel: Channel, address: string) =>
      [...filed.values()]
        .filter((one) => one.told.channel === channel && one.address === address)
        .toSorted((a, b) => b.told.at - a.told.at)
    const sendsWhere = (where: (row: Values) => boolean) =>
      decode(selected(tables, table, where))
        .map(toSend)
        .toSorted((a, b) => b.queuedAt.getTime() - a.queuedAt.getTime())
    return NoticeStore.of({
      receive: (kept, now) =>
        Effect.sync(() =>
          kept.filter((one) => {
            if (filed.has(keyOf(one.told))) return false
            const { workspaceId } = one.told
            filed.set(keyOf(one.told), { ...one, workspaceId, nextTry: now, settled: false, forgotten: false })
            return true
          })
        ),
      due: (now, limit) =>
        Effect.sync(() =>
          [...filed.values()]
            .filter(({ nextTry, settled }) => !settled && nextTry <= now)
            .toSorted((a, b) => a.nextTry - b.nextTry || a.told.at - b.told.at)
            .slice(0, limit)
        ),
      settle: (kept, _outcome, workspaceId) =>
        change(kept, workspaceId === undefined ? { settled: true } : { settled: true, workspaceId }),
      postpone: (kept, next) => change(kept, { attempts: kept.attempts + 1, nextTry: next }),
      sendOf: ({ channel, externalId, sendId }) =>
        Effect.sync(
          () =>
            sendsWhere(
              (row) =>
                row["channel"] === channel &&
                ((sendId !== undefined && row["id"] === sendId) ||
                  (externalId !== undefined && row["external_id"] === externalId))
            )[0]
        ),
      lastTo: (channel, address) =>
        Effect.sync(() => {
          const seen = new Set<string>()
          return sendsWhere(
            (row) => row["channel"] === channel && row["recipient"] === address && gone.has(row["state"])
          ).filter(({ workspaceId }) => !seen.has(workspaceId) && seen.add(workspaceId))
        }),
      sentTo: (channel, address, upTo, limit) =>
        Effect.sync(() =>
          sendsWhere((row) => row["channel"] === channel && row["recipient"] === address && row["state"] === "sent")
            .filter(({ sentAt }) => sentAt !== undefined && sentAt.getTime() <= upTo)
            .slice(0, limit)
        ),
      arrivals: (workspaceId, channel, address) =>
        Effect.sync(() =>
          of(channel, address)
            .filter((one) => !one.forgotten && (one.workspaceId ?? workspaceId) === workspaceId)
            .flatMap(({ told: { at, kind } }) =>
              kind === "bounced_soft" || kind === "delivered" ? [{ kind, at }] : []
            )
            .slice(0, arrivalsMost)
        ),
      forget: (workspaceId, channel, address) =>
        Effect.sync(() => {
          for (const one of of(channel, address))
            if (one.told.kind === "bounced_soft" && one.workspaceId === workspaceId)
              filed.set(keyOf(one.told), { ...one, forgotten: true })
        }),
      commands: (channel, address) =>
        Effect.sync(() =>
          of(channel, address)
            .flatMap(({ keyword, told: { at } }) => (keyword === undefined ? [] : [{ keyword, at }]))
            .slice(0, arrivalsMost)
        )
    })
  })
)
