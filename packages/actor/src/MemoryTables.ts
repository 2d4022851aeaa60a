/**
 * Tables in memory, for tests and examples: what `MemoryJournalStore` writes and an in-memory store of a package reads.
 * Rows are the same JSON values that the SQL store would receive; `selected` returns them as the database would.
 */
import * as Context from "effect/Context"
import * as Layer from "effect/Layer"
import type { Stored } from "./JournalStore.ts"
import type { Head, Table } from "./Table.ts"

export type Values = Readonly<Record<string, unknown>>

/** `expiresAt`: epoch milliseconds, or undefined: it does not. */
export interface Receipt extends Stored {
  readonly entity: string
  readonly expiresAt: number | undefined
}

export interface MemoryTablesShape {
  /** Head rows and satellite rows: table, then primary key as text, then values. */
  readonly rows: Map<string, Map<string, Values>>
  /** By `identityKey`. */
  readonly receipts: Map<string, Receipt>
  /** Committed versions by table and actor. */
  readonly versions: Map<string, number>
}

export class MemoryTables extends Context.Service<MemoryTables, MemoryTablesShape>()("@loopdrive/actor/MemoryTables") {
  static readonly layer = Layer.sync(MemoryTables, () => ({
    rows: new Map<string, Map<string, Values>>(),
    receipts: new Map<string, Receipt>(),
    versions: new Map<string, number>()
  }))
}

/** The rows of one table, in the order they were first written; empty for a table nothing was written to. */
export const rowsOf = (tables: MemoryTablesShape, name: string): Map<string, Values> => {
  const known = tables.rows.get(name)
  if (known !== undefined) return known
  const fresh = new Map<string, Values>()
  tables.rows.set(name, fresh)
  return fresh
}

const isTime = (type: string | undefined): boolean => type?.startsWith("timestamp") === true

/**
 * The rows of a table that `where` holds for, as a driver returns them: every column there, `null` where nothing was
 * written, times as `Date`. Columns that the table does not name come as they were written.
 */
export const selected = (
  tables: MemoryTablesShape,
  { columns, name }: Pick<Table, "columns" | "name">,
  where: (values: Values) => boolean
): ReadonlyArray<Record<string, unknown>> =>
  rowsOf(tables, name)
    .values()
    .filter(where)
    .map((values) => {
      const row: Record<string, unknown> = { ...values }
      for (const [column, type] of Object.entries(columns)) {
        const value = values[column] ?? null
        row[column] = isTime(type) && typeof value === "string" ? new Date(value) : value
      }
      return row
    })
    .toArray()

/** Where the committed version of an actor is kept. */
export const versionKey = (head: Head, entity: string): string => `${head.name}/${entity}`

/**
 * Changes an actor's head row outside its turns, as a transaction over several actors does. Its version rises, so a live
 * activation finds itself stale and reads the row anew. An actor without a row stays without one.
 */
export const change = (tables: MemoryTablesShape, head: Head, entity: string, changed: Values): void => {
  const rows = rowsOf(tables, head.name)
  const row = rows.get(entity)
  if (row === undefined) return
  const version = (tables.versions.get(versionKey(head, entity)) ?? 0) + 1
  tables.versions.set(versionKey(head, entity), version)
  rows.set(entity, { ...row, ...changed, version })
}
