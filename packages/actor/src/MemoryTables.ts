/**
 * Tables in memory, for tests and examples: what `MemoryJournalStore` writes and an in-memory store of a package reads.
 * Rows are the same JSON values that the SQL store would receive.
 */
import * as Context from "effect/Context"
import * as Layer from "effect/Layer"
import type { Stored } from "./JournalStore.ts"

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
