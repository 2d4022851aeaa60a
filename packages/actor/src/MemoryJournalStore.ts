/** The journal's store in memory: the rules of the SQL statement, executed one actor after the other. */
import * as Clock from "effect/Clock"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import { JournalStore } from "./JournalStore.ts"
import type { Entry, Group, GroupOutcome, Part, Stored } from "./JournalStore.ts"
import { MemoryTables, rowsOf } from "./MemoryTables.ts"
import type { MemoryTablesShape, Values } from "./MemoryTables.ts"
import { identityKey } from "./Receipt.ts"
import { keyOf } from "./Table.ts"
import type { Table } from "./Table.ts"

// Values are stored as they would come back from the database: without references into the caller's objects.
const copied = (values: Values): Values => JSON.parse(JSON.stringify(values))

const isHeld = (tables: MemoryTablesShape, table: Table, values: Values): boolean => {
  const claim = table.claim
  if (claim === undefined) return false
  for (const other of rowsOf(tables, table.name).values()) {
    if (claim.on.every((column) => other[column] === values[column]) && other[claim.owner] !== values[claim.owner])
      return true
  }
  return false
}

const claimOf = (tables: MemoryTablesShape, part: Part, entry: Entry): string | undefined =>
  entry.rows.find((row) => {
    const table = part.tables.get(row.table)
    return table !== undefined && isHeld(tables, table, row.values)
  })?.table

const write = (tables: MemoryTablesShape, table: Table, values: Values): void => {
  const rows = rowsOf(tables, table.name)
  const key =
    table.mode === "append"
      ? values["id"] === undefined
        ? `${rows.size}`
        : String(values["id"])
      : keyOf(table, values)
  const first = rows.get(key)
  if (first !== undefined && table.mode === "keep") return
  if (table.mode === "update") {
    if (first !== undefined) rows.set(key, copied({ ...first, ...values }))
    return
  }
  const kept = first === undefined ? [] : (table.immutable ?? []).map((name) => [name, first[name]] as const)
  rows.set(key, copied({ ...values, ...Object.fromEntries(kept) }))
}

const writeHead = (tables: MemoryTablesShape, part: Part): void => {
  const rows = rowsOf(tables, part.head.name)
  const first = rows.get(part.entity)
  const kept = first === undefined ? [] : (part.head.immutable ?? []).map((name) => [name, first[name]] as const)
  rows.set(part.entity, copied({ ...part.headRow, ...Object.fromEntries(kept), id: part.entity, version: part.next }))
}

const commit = (tables: MemoryTablesShape, group: Group, now: number): GroupOutcome => {
  const applied = new Set<string>()
  const duplicates = new Map<number, Stored>()
  const claimed = new Map<number, string>()
  const blocked = new Set<string>()
  group.entries.forEach((entry, seq) => {
    const receipt = tables.receipts.get(identityKey(entry.identity))
    const stored = receipt === undefined || (receipt.expiresAt ?? Infinity) > now ? receipt : undefined
    const part = group.parts.get(entry.entity)
    const table = part === undefined ? undefined : claimOf(tables, part, entry)
    if (stored !== undefined) duplicates.set(seq, stored)
    if (table !== undefined) claimed.set(seq, table)
    if (stored !== undefined || table !== undefined) blocked.add(entry.entity)
  })
  for (const part of group.parts.values()) {
    const version = `${part.head.name}/${part.entity}`
    if (blocked.has(part.entity) || (tables.versions.get(version) ?? 0) !== part.expected) continue
    applied.add(part.entity)
    if (part.next === part.expected) continue
    tables.versions.set(version, part.next)
    writeHead(tables, part)
  }
  for (const entry of group.entries) {
    const part = group.parts.get(entry.entity)
    if (part === undefined || entry.refused || !applied.has(entry.entity)) continue
    tables.receipts.set(identityKey(entry.identity), {
      hash: entry.identity.hash,
      outcome: entry.outcome,
      entity: entry.entity,
      expiresAt: entry.identity.windowMillis === undefined ? undefined : now + entry.identity.windowMillis
    })
    for (const row of entry.rows) {
      const table = part.tables.get(row.table)
      if (table !== undefined) write(tables, table, row.values)
    }
  }
  return { applied, duplicates, claimed }
}

export const layer: Layer.Layer<JournalStore, never, MemoryTables> = Layer.effect(
  JournalStore,
  Effect.gen(function* () {
    const tables = yield* MemoryTables
    return JournalStore.of({
      commit: (group) => Effect.map(Clock.currentTimeMillis, (now) => commit(tables, group, now))
    })
  })
)
