/** A group laid out for its statement: which of it takes part, and the rows of each table. */
import type * as GroupRows from "./GroupRows.ts"
import type * as GroupStatement from "./GroupStatement.ts"
import type { Group, Part } from "./JournalStore.ts"
import { aliasOf, keyOf } from "./Table.ts"
import type { Columns, Head, Table } from "./Table.ts"

/** The rows of one table in a group, without those a later row of the same key replaces. */
interface TableRows {
  readonly table: Table
  readonly rows: Map<string, Values>
}

export interface Laid {
  readonly shape: GroupStatement.Shape
  readonly rows: GroupRows.Laid
}

type Values = GroupRows.Values

const layCommands = (group: Group): ReadonlyArray<Values> =>
  group.entries.map((entry, seq) => ({
    seq,
    entity: entry.entity,
    workspace_id: entry.identity.workspaceId,
    scope: entry.identity.scope,
    key: entry.identity.key,
    hash: entry.identity.hash,
    ttl_ms: entry.identity.windowMillis,
    outcome: entry.outcome,
    refused: entry.refused
  }))

const only = (columns: Columns, names: ReadonlyArray<string>): Columns =>
  Object.fromEntries(Object.entries(columns).filter(([name]) => names.includes(name)))

const remembered = <A extends object>(make: (whole: A) => A): ((whole: A) => A) => {
  const known = new WeakMap<A, A>()
  return (whole) => {
    const found = known.get(whole) ?? make(whole)
    known.set(whole, found)
    return found
  }
}

/** A head with nothing but its usual columns. */
const usualOf = remembered<Head>((head) => ({ name: head.name, columns: only(head.columns, head.usual ?? []) }))

/** A table without the columns that its rows seldom have. */
const narrowOf = remembered<Table>((table) => ({
  ...table,
  columns: only(
    table.columns,
    Object.keys(table.columns).filter((name) => table.seldom?.includes(name) !== true)
  )
}))

interface HeadRows {
  readonly head: Head
  readonly fences: ReadonlySet<GroupStatement.Fence>
  readonly rows: ReadonlyArray<Values>
}

// In a fixed order, so that equal shapes have equal texts.
const fencesOf = (parts: ReadonlyArray<Part>): ReadonlySet<GroupStatement.Fence> => {
  const fences = new Set<GroupStatement.Fence>()
  if (parts.some(({ expected, next }) => next > expected && expected > 0)) fences.add("updated")
  if (parts.some(({ expected, next }) => next > expected && expected === 0)) fences.add("created")
  if (parts.some(({ expected, next }) => next === expected)) fences.add("held")
  return fences
}

const layHead = (whole: Head, parts: ReadonlyArray<Part>): HeadRows => {
  const fences = fencesOf(parts)
  const isUsual = !fences.has("created") && parts.every((part) => part.isUsual)
  const head = isUsual ? usualOf(whole) : whole
  const names = Object.keys(head.columns)
  const rows = parts.map(({ entity, expected, headRow, next }) => ({
    id: entity,
    expected,
    next,
    ...(isUsual ? Object.fromEntries(names.map((name) => [name, headRow[name]])) : headRow)
  }))
  return { head, fences, rows }
}

const layTables = (group: Group): ReadonlyMap<string, TableRows> => {
  const tables = new Map<string, TableRows>()
  group.entries.forEach((entry, seq) => {
    for (const row of entry.rows) {
      const table = group.parts.get(entry.entity)?.tables.get(row.table)
      if (table === undefined) throw new Error(`no table "${row.table}" is described for ${entry.entity}`)
      const laid = tables.get(aliasOf(table)) ?? { table, rows: new Map() }
      tables.set(aliasOf(table), laid)
      const key = table.mode === "append" ? `${laid.rows.size}` : keyOf(table, row.values)
      const first = laid.rows.get(key)
      if (table.mode === "keep" && first !== undefined) continue
      const kept = table.immutable?.map((name) => [name, first?.[name]] as const) ?? []
      laid.rows.set(key, {
        seq,
        entity: entry.entity,
        ...row.values,
        ...(first === undefined ? {} : Object.fromEntries(kept))
      })
    }
  })
  return tables
}

const isNarrow = ({ rows, table }: TableRows): boolean =>
  table.seldom !== undefined &&
  rows.values().every((row) => table.seldom?.every((name) => row[name] === undefined || row[name] === null) === true)

export const lay = (group: Group): Laid => {
  const parts = Map.groupBy(group.parts.values(), ({ head }) => head)
  const heads = [...parts].map(([head, mine]) => layHead(head, mine))
  const tables = [...layTables(group).values()].toSorted((a, b) => (aliasOf(a.table) < aliasOf(b.table) ? -1 : 1))
  const rows = [layCommands(group), ...heads.map((head) => head.rows), ...tables.map((laid) => [...laid.rows.values()])]
  const shape = {
    heads: heads.map(({ fences, head }) => ({ head, fences })),
    tables: tables.map((laid) => (isNarrow(laid) ? narrowOf(laid.table) : laid.table)),
    isLasting: group.entries.every(({ identity }) => identity.windowMillis === undefined),
    isSingle: rows.every(({ length }) => length === 1)
  }
  return { shape, rows }
}

/** What two shapes share if, and only if, their statements are the same. */
export const nameOf = ({ heads, isLasting, isSingle, tables }: GroupStatement.Shape): string => {
  const width = (columns: Columns) => Object.keys(columns).length
  return [
    ...heads.map(({ fences, head }) => [head.name, width(head.columns), ...fences].join("+")),
    isLasting ? "/" : "|",
    isSingle ? "1" : "n",
    ...tables.map((table) => `${aliasOf(table)}+${width(table.columns)}`)
  ].join()
}
