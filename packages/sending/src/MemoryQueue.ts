/** The durable queues on tables in memory: what the journal in memory wrote is handed out, as on a database. */
import { MemoryTables, rowsOf } from "@loopdrive/actor/MemoryTables"
import type { Values } from "@loopdrive/actor/MemoryTables"
import * as Cause from "effect/Cause"
import * as Clock from "effect/Clock"
import * as Duration from "effect/Duration"
import * as Effect from "effect/Effect"
import * as Exit from "effect/Exit"
import * as Latch from "effect/Latch"
import * as Layer from "effect/Layer"
import * as PersistedQueue from "effect/persistence/PersistedQueue"
import * as Queue from "./Queue.ts"
import { QueueStore, deadItem, itemNotFound } from "./QueueStore.ts"

/** Nobody tells this queue of rows that the journal writes: it looks whether there are more than before. */
const pollEvery = Duration.millis(20)
/** Rows that become due, or are handed back, are found this late at the most. */
const lookEveryMillis = 100

const timeOf = (values: Values, column: string): number => Date.parse(String(values[column]))
const keyOf = (queue: string, id: string): string => `${queue}\u0000${id}`
const iso = (millis: number): string => new Date(millis).toISOString()

const store: Layer.Layer<PersistedQueue.PersistedQueueStore, never, MemoryTables> = Layer.effect(
  PersistedQueue.PersistedQueueStore,
  Effect.gen(function* () {
    const rows = rowsOf(yield* MemoryTables, Queue.tableName)
    const nudge = Latch.makeUnsafe(false)
    const change = (key: string, values: Values) => {
      const row = rows.get(key)
      if (row !== undefined) rows.set(key, { ...row, ...values })
    }
    const looked = new Map<string, { readonly size: number; readonly at: number }>()
    const next = (queue: string, now: number) => {
      const last = looked.get(queue)
      if (last !== undefined && last.size === rows.size && now < last.at + lookEveryMillis) return undefined
      const [found] = rows
        .entries()
        .filter(
          ([, row]) => row["queue_name"] === queue && row["state"] === "pending" && timeOf(row, "visible_at") <= now
        )
        .toArray()
        .toSorted(([, a], [, b]) => timeOf(a, "visible_at") - timeOf(b, "visible_at"))
      if (found === undefined) looked.set(queue, { size: rows.size, at: now })
      return found
    }

    return PersistedQueue.PersistedQueueStore.of({
      offer: Effect.fnUntraced(function* ({ delay, element, id, name }) {
        const now = yield* Clock.currentTimeMillis
        const key = keyOf(name, id)
        const due = now + (delay === undefined ? 0 : Duration.toMillis(delay))
        if (!rows.has(key))
          rows.set(key, {
            id,
            queue_name: name,
            element: JSON.stringify(element),
            state: "pending",
            attempts: 0,
            visible_at: iso(due),
            created_at: iso(now),
            updated_at: iso(now)
          })
        looked.delete(name)
        nudge.openUnsafe()
      }),
      take: Effect.fnUntraced(function* ({ name, retryDelay }) {
        for (;;) {
          nudge.closeUnsafe()
          const found = next(name, yield* Clock.currentTimeMillis)
          if (found === undefined) {
            yield* Effect.race(nudge.await, Effect.sleep(pollEvery))
            continue
          }
          const [key, row] = found
          const attempts = Number(row["attempts"]) + 1
          change(key, { state: "held", attempts })
          yield* Effect.addFinalizer(
            Effect.fnUntraced(function* (exit) {
              const now = yield* Clock.currentTimeMillis
              if (Exit.isSuccess(exit)) return change(key, { state: "completed", updated_at: iso(now) })
              // Buried by its worker meanwhile.
              if (rows.get(key)?.["state"] !== "held") return
              if (Cause.hasInterruptsOnly(exit.cause)) return change(key, { state: "pending", attempts: attempts - 1 })
              const delay = Duration.toMillis(yield* retryDelay(attempts))
              change(key, { state: "pending", visible_at: iso(now + delay), updated_at: iso(now) })
            })
          )
          return { id: String(row["id"]), attempts, element: JSON.parse(String(row["element"])) as unknown }
        }
      }),
      cleanup: () => Effect.void
    })
  })
)

export const layer: Layer.Layer<PersistedQueue.PersistedQueueFactory, never, MemoryTables> = PersistedQueue.layer.pipe(
  Layer.provide(store)
)

/** What is to be known of the queues. */
export const layerStore: Layer.Layer<QueueStore, never, MemoryTables> = Layer.effect(
  QueueStore,
  Effect.gen(function* () {
    const tables = yield* MemoryTables
    const rows = rowsOf(tables, Queue.tableName)
    const failures = rowsOf(tables, "queue_failures")
    const of = (queue: string, states: ReadonlyArray<string>) =>
      rows
        .values()
        .filter((row) => row["queue_name"] === queue && states.includes(String(row["state"])))
        .toArray()
    return QueueStore.of({
      stats: Effect.fnUntraced(function* () {
        const now = yield* Clock.currentTimeMillis
        return Queue.names.map((queue) => {
          const due = of(queue, ["pending", "held"]).filter((row) => timeOf(row, "visible_at") <= now)
          const done = of(queue, ["completed"]).filter((row) => timeOf(row, "updated_at") > now - 60_000)
          const oldest = Math.min(...due.map((row) => Math.max(timeOf(row, "visible_at"), timeOf(row, "created_at"))))
          return {
            name: queue,
            depth: due.length,
            delayed: of(queue, ["pending"]).length - due.filter((row) => row["state"] === "pending").length,
            oldestMillis: due.length === 0 ? 0 : now - oldest,
            completedLastMinute: done.length,
            dead: of(queue, ["failed"]).length
          }
        })
      }),
      dead: (queue, workspaceId, page) =>
        Effect.sync(() => {
          const sends = rowsOf(tables, "sends")
          const items = of(queue, ["failed"])
            .map((row) =>
              deadItem({ ...row, workspace_id: sends.get(String(row["id"]).split(":")[0] ?? "")?.["workspace_id"] })
            )
            .filter((item) => item.workspaceId === workspaceId)
          return { items: items.slice(page.offset, page.offset + page.limit), total: items.length }
        }),
      requeue: Effect.fnUntraced(function* (queue, workspaceId, id) {
        const key = keyOf(queue, id)
        const row = rows.get(key)
        const mine = rowsOf(tables, "sends").get(id.split(":")[0] ?? "")?.["workspace_id"] === workspaceId
        if (row?.["state"] !== "failed" || !mine) return yield* itemNotFound(queue, id)
        failures.delete(key)
        const now = iso(yield* Clock.currentTimeMillis)
        rows.set(key, { ...row, state: "pending", attempts: 0, visible_at: now, updated_at: now })
      }),
      failed: (queue, id) =>
        Effect.sync(() => {
          const key = keyOf(queue, id)
          const count = Number(failures.get(key)?.["failures"] ?? 0) + 1
          failures.set(key, { queue_name: queue, id, failures: count })
          return count
        }),
      bury: Effect.fnUntraced(function* (queue, id, error) {
        const key = keyOf(queue, id)
        const row = rows.get(key)
        const now = iso(yield* Clock.currentTimeMillis)
        if (row !== undefined) rows.set(key, { ...row, state: "failed", last_failure: error, updated_at: now })
      })
    })
  })
)
