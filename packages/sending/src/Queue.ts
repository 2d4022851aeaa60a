/**
 * The durable queues: Effect's `PersistedQueue` in the same database. Rows are added by the statement of the decision that
 * caused them; the queue only hands them out.
 */
import type { Row } from "@loopdrive/actor/Behavior"
import type { Table } from "@loopdrive/actor/Table"
import { Database } from "@loopdrive/storage/Database"
import * as Context from "effect/Context"
import * as Duration from "effect/Duration"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Pull from "effect/Pull"
import * as Schedule from "effect/Schedule"
import * as Schema from "effect/Schema"
import * as PersistedQueue from "effect/persistence/PersistedQueue"
import { SqlClient } from "effect/sql/SqlClient"
import type { SqlError } from "effect/sql/SqlError"

/** The names of the contract (section 8.7), in its order. */
export const names = [
  "intake.fetch",
  "intake.normalize",
  "intake.embed",
  "email.compose",
  "email.send",
  "sms.compose",
  "sms.send",
  "social.compose",
  "social.send",
  "learning.tune",
  "budget.execute"
] as const
export const QueueName = Schema.Literals(names)
export type QueueName = typeof QueueName.Type

/** Channels that are worked alike. */
export const families = ["email", "sms", "social"] as const
export type Family = (typeof families)[number]

export const familyOf = (channel: string): Family => (channel === "email" || channel === "sms" ? channel : "social")

/** Where a message waits: to be composed if it has no text yet, then to leave. */
export const nameOf = (channel: string, stage: "compose" | "send"): QueueName => `${familyOf(channel)}.${stage}`

/** What waits in a queue: a reference, never the message, which may change until it leaves. */
export const Item = Schema.Struct({ sendId: Schema.String })

export const tableName = "queue_items"

/** The queue's own table as the journal writes it. Its times are without a zone: sessions are in UTC. */
export const table: Table = {
  name: tableName,
  columns: {
    id: "text",
    queue_name: "text",
    element: "text",
    state: "text",
    attempts: "int",
    visible_at: "timestamp",
    created_at: "timestamp",
    updated_at: "timestamp"
  },
  mode: "keep",
  key: ["queue_name", "id"]
}

/**
 * The same table as an express is settled. Not `acquired_at`: that would take the waiting for the disk from the whole
 * group (`bookkeeping`, below).
 */
export const settled: Table = {
  name: tableName,
  alias: "queue_items.settled",
  columns: {
    id: "text",
    queue_name: "text",
    state: "text",
    attempts: "int",
    visible_at: "timestamp",
    updated_at: "timestamp"
  },
  mode: "update",
  key: ["queue_name", "id"]
}

/** The queue hands out what has been due for longest: what is said to be due for so long overtakes a bulk. */
const headStart = 60 * 60 * 1000

export interface Waiting {
  readonly sendId: string
  /** Epoch milliseconds, like `at`. */
  readonly due: number
  readonly at: number
  /**
   * The first time a send waits in a queue it is known by its own id; every time it is told to wait on it is a new item,
   * because the queue remembers what it handed out.
   */
  readonly turn: "first" | "again"
  /** Part of a bulk: what is not goes first. */
  readonly bulk: boolean
}

export const row = (queue: QueueName, { at, bulk, due, sendId, turn }: Waiting): Row => {
  const now = new Date(at).toISOString()
  return {
    table: tableName,
    values: {
      id: turn === "first" ? sendId : `${sendId}:${at}:${due}`,
      queue_name: queue,
      element: JSON.stringify({ sendId }),
      state: "pending",
      attempts: 0,
      visible_at: new Date(!bulk && due <= at ? at - headStart : due).toISOString(),
      created_at: now,
      updated_at: now
    }
  }
}

/** The item of an express after its first attempt. `again`: when it comes up; absent: it is done with. */
export const settledRow = (
  queue: QueueName,
  { again, at, sendId }: { readonly sendId: string; readonly at: number; readonly again: number | undefined }
): Row => ({
  table: "queue_items.settled",
  values: {
    id: sendId,
    queue_name: queue,
    state: again === undefined ? "completed" : "pending",
    attempts: 1,
    visible_at: new Date(again ?? at).toISOString(),
    updated_at: new Date(at).toISOString()
  }
})

/** How often a worker says that it holds its items, and after which silence they are handed out again. */
export const Locks = Context.Reference<{ readonly refresh: Duration.Input; readonly expire: Duration.Input }>(
  "@loopdrive/sending/Queue/Locks",
  { defaultValue: () => ({ refresh: "3 seconds", expire: "10 seconds" }) }
)

/**
 * That an item was handed out, or is done with, need not be on disk before its worker goes on: what a crash of the database
 * forgets is handed out again, and the record of the send tells what is left to do. So these commits do not wait for the
 * disk (`synchronous_commit`, PostgreSQL documentation, "Asynchronous Commit"). What adds an item, or hands out again one
 * that was given up, does not touch `acquired_at` and waits.
 */
const bookkeeping = Effect.gen(function* () {
  const sql = yield* SqlClient
  const known = yield* sql`select 1 from pg_trigger where tgname = 'queue_bookkeeping'`
  if (known.length > 0) return
  yield* sql.withTransaction(
    Effect.gen(function* () {
      // One process at a time.
      yield* sql`lock table queue_items in share row exclusive mode`
      yield* sql`create or replace function queue_bookkeeping() returns trigger language plpgsql as $$
        begin
          perform set_config('synchronous_commit', 'off', true);
          return null;
        end
        $$`
      yield* sql`create or replace trigger queue_bookkeeping before update of acquired_at on queue_items
        for each statement execute function queue_bookkeeping()`
    })
  )
})

/**
 * How often a queue is looked at for what came due, or came from another process; what this process adds wakes its workers
 * at once. An embedded database has no other processes, and each look costs it more.
 */
const pollIntervals = { postgres: "200 millis", pglite: "1 second", memory: "1 second" } as const

/** Another interval, whatever the store: tests that take back and hand out again do not want to wait for it. */
export const PollInterval = Context.Reference<Duration.Input | undefined>("@loopdrive/sending/Queue/PollInterval", {
  defaultValue: () => undefined
})

/**
 * Whether a send is given up is decided by its own record, which a crash does not count against; the queue itself never
 * gives up.
 */
export const layer: Layer.Layer<PersistedQueue.PersistedQueueFactory, SqlError, SqlClient | Database> = Layer.merge(
  PersistedQueue.layer,
  // What was handed out and settled is on record as a send.
  PersistedQueue.layerCleanup({ timeToLive: "1 day" })
).pipe(
  // The store makes the table.
  Layer.provide(Layer.effectDiscard(bookkeeping)),
  Layer.provide(
    Layer.unwrap(
      Effect.gen(function* () {
        const { expire, refresh } = yield* Locks
        const { store } = yield* Database
        return PersistedQueue.layerStoreSql({
          tableName,
          pollInterval: (yield* PollInterval) ?? pollIntervals[store],
          lockRefreshInterval: refresh,
          lockExpiration: expire
        })
      })
    )
  )
)

/** When an item whose handling failed is handed out again: after 1 s, 2 s, 4 s and so on, five minutes at the most. */
export const Backoff = Context.Reference<Schedule.Schedule<unknown>>("@loopdrive/sending/Queue/Backoff", {
  defaultValue: () => Schedule.min([Schedule.exponential("1 second"), Schedule.spaced("5 minutes")])
})

/** Of the back-off, ms. */
export const firstPause = Effect.gen(function* () {
  const step = yield* Schedule.toStep(yield* Backoff)
  const [, pause] = yield* Pull.catchDone(step(0, 1), () => Effect.succeed([0, Duration.zero] as const))
  return Duration.toMillis(pause)
})

const attemptsMost = 1_000_000

export const make = (name: QueueName) =>
  Effect.flatMap(Backoff, (retrySchedule) =>
    PersistedQueue.make({ name, schema: Item, maxAttempts: attemptsMost, retrySchedule })
  )
