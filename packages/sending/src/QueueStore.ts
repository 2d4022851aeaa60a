/** Looking at the durable queues and mending them: how deep they are, and what could not be handled. */
import * as Context from "effect/Context"
import type * as Effect from "effect/Effect"
import * as Schema from "effect/Schema"
import type { SqlError } from "effect/sql/SqlError"
import type { QueueName } from "./Queue.ts"

export class ItemNotFound extends Schema.TaggedError<ItemNotFound>("@loopdrive/sending/ItemNotFound")("ItemNotFound", {
  queue: Schema.String,
  id: Schema.String
}) {}
export const itemNotFound = (queue: string, id: string) => new ItemNotFound({ queue, id })

export interface QueueStats {
  readonly name: QueueName
  /** What is due, handed out or not. */
  readonly depth: number
  /** What waits for its time. */
  readonly delayed: number
  /** How long the oldest of what is due has been due; 0: nothing is. */
  readonly oldestMillis: number
  readonly completedLastMinute: number
  readonly dead: number
}

/** What could not be handled, and why. */
export interface DeadItem {
  readonly id: string
  readonly workspaceId: string
  readonly element: unknown
  readonly attempts: number
  readonly error: string | undefined
  readonly createdAt: string
  readonly failedAt: string
}

const DeadRow = Schema.Struct({
  id: Schema.String,
  workspace_id: Schema.NullishOr(Schema.String),
  element: Schema.String,
  attempts: Schema.Int,
  last_failure: Schema.NullishOr(Schema.String),
  created_at: Schema.String,
  updated_at: Schema.String
})
const decodeDead = Schema.decodeUnknownSync(DeadRow)

const parsed = (element: string): unknown => {
  try {
    return JSON.parse(element)
  } catch {
    // Unreadable is one of the reasons to be here.
    return element
  }
}

/** A row as the stores keep it. */
export const deadItem = (row: unknown): DeadItem => {
  const item = decodeDead(row)
  return {
    id: item.id,
    workspaceId: item.workspace_id ?? "",
    element: parsed(item.element),
    attempts: item.attempts,
    error: item.last_failure ?? undefined,
    createdAt: item.created_at,
    failedAt: item.updated_at
  }
}

export interface Page {
  readonly limit: number
  readonly offset: number
}

export class QueueStore extends Context.Service<
  QueueStore,
  {
    /** All eleven queues, over all workspaces: how fast they run is nobody's secret. */
    readonly stats: () => Effect.Effect<ReadonlyArray<QueueStats>, SqlError>
    /** Newest first, those of one workspace. */
    readonly dead: (
      queue: QueueName,
      workspaceId: string,
      page: Page
    ) => Effect.Effect<{ readonly items: ReadonlyArray<DeadItem>; readonly total: number }, SqlError>
    /** Hands it out again, as if it had never been tried. */
    readonly requeue: (
      queue: QueueName,
      workspaceId: string,
      id: string
    ) => Effect.Effect<void, SqlError | ItemNotFound>
    /** For workers: notes that handling an item failed, and answers how often it has. */
    readonly failed: (queue: QueueName, id: string) => Effect.Effect<number, SqlError>
    /** For workers: gives an item up. */
    readonly bury: (queue: QueueName, id: string, error: string) => Effect.Effect<void, SqlError>
  }
>()("@loopdrive/sending/QueueStore") {}
