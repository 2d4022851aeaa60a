/** The journal's store in memory: the rules of the SQL statement, executed one actor after the other. */
import * as Clock from "effect/Clock"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import { JournalStore } from "./JournalStore.ts"
import type { Entry, Group, GroupOutcome, Part, Stored } from "./JournalStore.ts"
import { MemoryTables, rowsOf, versionKey } from "./MemoryTables.ts"
import type { MemoryTablesShape, Values } from "./MemoryTables.ts"
import { identityKey } from "./Receipt.ts"
import type { Columns, Table } from "./Table.ts"

/**
 * Values as they would come back from the database: every column that is written, `null` where the row says nothing, and
 * no reference into the caller's objects.
 */
const stored = (columns: Columns, values: Values): Values =>
  JSON.parse(JSON.stringify(Object.fromEntries(Object.keys(columns).map((name) => [name, values[name] ?? null]))))

/** Where a row is kept, the same for every way of writing the table; without a key each row is one of its own. */
const placeOf = (table: Table, rows: ReadonlyMap<string, Values>, values: Values): string => {
  const key = table.mode === "append" ? ["id"] : table.key
  return key.some((name) => values[name] === undefined)
    ? `${rows.size}`
    : key.map((name) => String(values[name])).join("\u0000")
}

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
  const place = placeOf(table, rows, values)
  const first = rows.get(place)
  if (first === undefined) {
    if (table.mode !== "update") rows.set(place, stored(table.columns, values))
    return
  }
  if (table.mode === "keep") return
  const kept = (table.immutable ?? []).map((name) => [name, first[name]] as const)
  rows.set(place, { ...first, ...stored(table.columns, values), ...Object.fromEntries(kept) })
}

const writeHead = (tables: MemoryTablesShape, part: Part): void => {
  const rows = rowsOf(tables, part.head.name)
  const first = rows.get(part.entity)
  const kept = first === undefined ? [] : (part.head.immutable ?? []).map((name) => [name, first[name]] as const)
  const row = { ...first, ...stored(part.head.columns, part.headRow), ...Object.fromEntries(kept) }
  rows.set(part.entity, { ...row, id: part.entity, version: part.next })
}

const receive = (tables: MemoryTablesShape, entry: Entry, now: number): void => {
  const window = entry.identity.windowMillis
  tables.receipts.set(identityKey(entry.identity), {
    hash: entry.identity.hash,
    outcome: entry.outcome,
    entity: entry.entity,
    expiresAt: window === undefined ? undefined : now + window
  })
}

interface Found {
  readonly applied: Set<string>
  readonly duplicates: Map<number, Stored>
  readonly claimed: Map<number, string>
}

/** One actor's part: refused for a receipt or a claim, skipped when it is stale, otherwise written whole. */
const commitPart = (
  tables: MemoryTablesShape,
  part: Part,
  entries: ReadonlyArray<readonly [number, Entry]>,
  now: number,
  found: Found
): void => {
  let blocked = false
  for (const [seq, entry] of entries) {
    const receipt = tables.receipts.get(identityKey(entry.identity))
    if (receipt !== undefined && (receipt.expiresAt ?? Infinity) > now) {
      found.duplicates.set(seq, receipt)
      blocked = true
    }
    const table = claimOf(tables, part, entry)
    if (table !== undefined) {
      found.claimed.set(seq, table)
      blocked = true
    }
  }
  const version = versionKey(part.head, part.entity)
  if (blocked || (tables.versions.get(version) ?? 0) !== part.expected) return
  found.applied.add(part.entity)
  if (part.next !== part.expected) {
    tables.versions.set(version, part.next)
    writeHead(tables, part)
  }
  for (const [, entry] of entries) {
    if (entry.refused) continue
    receive(tables, entry, now)
    for (const row of entry.rows) {
      const table = part.tables.get(row.table)
      if (table !== undefined) write(tables, table, row.values)
    }
  }
}

// Actors of one group that claim the same thing, or use the same key, meet as they would at the database's unique index:
// the first is written, the second finds it there.
const commit = (tables: MemoryTablesShape, group: Group, now: number): GroupOutcome => {
  const found: Found = { applied: new Set(), duplicates: new Map(), claimed: new Map() }
  const byActor = Map.groupBy(group.entries.entries(), ([, entry]) => entry.entity)
  for (const part of group.parts.values()) commitPart(tables, part, byActor.get(part.entity) ?? [], now, found)
  return found
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
