/** Alerts of sends in memory, beside the sends in memory, for tests without a database. */
import { MemoryTables, selected } from "@loopdrive/actor/MemoryTables"
import * as Ids from "@loopdrive/domain/Ids"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Schema from "effect/Schema"
import { SendAlertNotFound, SendAlertStore, most, shownMost, states, toAlert } from "./SendAlertStore.ts"
import type { Bare } from "./SendAlertStore.ts"
import { SendRow, toSend } from "./SendRow.ts"
import type { Send } from "./SendStore.ts"
import { changed, sends } from "./SendTable.ts"

interface Filed extends Bare {
  /** By send and instant. */
  readonly told: Map<string, { readonly sendId: string; readonly since: number }>
}

const decode = Schema.decodeUnknownSync(Schema.Array(SendRow))
const table = { name: sends.name, columns: { ...sends.columns, ...changed.columns } }
const keyOf = ({ id, updatedAt }: Send): string => `${id} ${updatedAt.getTime()}`
const isUnknown = ({ state }: Pick<Send, "state">): boolean => states.includes(state)

export const layer: Layer.Layer<SendAlertStore, never, MemoryTables> = Layer.effect(
  SendAlertStore,
  Effect.map(MemoryTables, (tables) => {
    const filed = new Map<string, Filed>()
    const all = () => decode(selected(tables, table, () => true)).map(toSend)

    const shown = (alert: Filed) => {
      const known = new Map(all().map((send) => [send.id, send]))
      const told = [...alert.told.values()]
        .flatMap(({ sendId, since }) => {
          const send = known.get(sendId)
          return send === undefined
            ? []
            : [{ send, since, open: isUnknown(send) && send.updatedAt.getTime() === since }]
        })
        .toSorted((a, b) => a.since - b.since || (a.send.id < b.send.id ? -1 : 1))
      return toAlert(alert, {
        total: told.length,
        open: told.filter(({ open }) => open).length,
        sends: told.slice(0, shownMost).map(({ open, send: { channel, id, personId }, since }) => ({
          sendId: id,
          personId,
          channel,
          since: new Date(since).toISOString(),
          open
        }))
      })
    }

    const tell = (send: Send, now: number) => {
      const { id, updatedAt, workspaceId } = send
      const known = [...filed.values()].find(
        (alert) =>
          alert.workspaceId === workspaceId && alert.acknowledgedAt === undefined && alert.resolvedAt === undefined
      )
      const alert: Filed = known ?? {
        id: Ids.derived("alert", workspaceId, id, updatedAt.toISOString()),
        workspaceId,
        createdAt: new Date(now),
        acknowledgedBy: undefined,
        acknowledgedAt: undefined,
        resolvedAt: undefined,
        told: new Map()
      }
      alert.told.set(keyOf(send), { sendId: id, since: updatedAt.getTime() })
      filed.set(alert.id, alert)
      return id
    }

    return SendAlertStore.of({
      review: (before, now) =>
        Effect.sync(() => {
          const unknown = all().filter(isUnknown)
          const keys = new Set(unknown.map(keyOf))
          for (const alert of filed.values())
            if (alert.resolvedAt === undefined && !alert.told.keys().some((key) => keys.has(key)))
              filed.set(alert.id, { ...alert, resolvedAt: new Date(now) })
          const told = new Set(filed.values().flatMap((alert) => alert.told.keys()))
          return unknown
            .filter((send) => send.updatedAt < before && !told.has(keyOf(send)))
            .toSorted((a, b) => a.updatedAt.getTime() - b.updatedAt.getTime() || (a.id < b.id ? -1 : 1))
            .slice(0, most)
            .map((send) => tell(send, now))
        }),
      list: (workspaceId, acknowledged, { limit, offset }) =>
        Effect.sync(() => {
          const found = [...filed.values()]
            .filter((alert) => alert.workspaceId === workspaceId)
            .filter((alert) => acknowledged === undefined || (alert.acknowledgedAt !== undefined) === acknowledged)
            .toSorted((a, b) => b.createdAt.getTime() - a.createdAt.getTime() || (a.id < b.id ? 1 : -1))
          return { alerts: found.slice(offset, offset + limit).map(shown), total: found.length }
        }),
      acknowledge: (workspaceId, alertId, { at, name }) =>
        Effect.suspend(() => {
          const alert = filed.get(alertId)
          if (alert?.workspaceId !== workspaceId) return Effect.fail(new SendAlertNotFound({ alertId }))
          const seen =
            alert.acknowledgedAt === undefined
              ? { ...alert, acknowledgedAt: new Date(at), acknowledgedBy: name }
              : alert
          filed.set(alertId, seen)
          return Effect.succeed(shown(seen))
        })
    })
  })
)
