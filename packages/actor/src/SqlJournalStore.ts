/**
 * The journal's store on PostgreSQL and PGlite: a group is one statement, so it is applied whole or not at all and costs
 * one round trip. Errors of the driver become one of two facts here: refused, or unknown.
 */
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Predicate from "effect/Predicate"
import * as Schema from "effect/Schema"
import * as SqlClient from "effect/sql/SqlClient"
import type { SqlError } from "effect/sql/SqlError"
import * as Decoded from "./Decoded.ts"
import * as GroupStatement from "./GroupStatement.ts"
import { GroupRefused, JournalStore, StoreUnavailable } from "./JournalStore.ts"
import type { Group, GroupOutcome, Stored } from "./JournalStore.ts"
import { aliasOf, keyOf } from "./Table.ts"
import type { Head, Table } from "./Table.ts"

const Finding = Schema.Struct({
  kind: Schema.String,
  entity: Schema.String,
  seq: Schema.NullOr(Schema.Int),
  hash: Schema.NullOr(Schema.String),
  outcome: Schema.Unknown
})
const findingsOf = Decoded.all(Finding)

/** The rows of one table in a group, without those a later row of the same key replaces. */
interface TableRows {
  readonly table: Table
  readonly rows: Map<string, Record<string, unknown>>
}

interface Laid {
  readonly shape: GroupStatement.Shape
  readonly parameters: ReadonlyArray<string>
}

const layCommands = (group: Group): string =>
  JSON.stringify(
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
  )

const layHeads = (group: Group): ReadonlyMap<Head, Array<Record<string, unknown>>> => {
  const heads = new Map<Head, Array<Record<string, unknown>>>()
  for (const part of group.parts.values()) {
    const rows = heads.get(part.head) ?? []
    rows.push({ id: part.entity, expected: part.expected, next: part.next, ...part.headRow })
    heads.set(part.head, rows)
  }
  return heads
}

// In a fixed order, so that equal shapes have equal texts.
const fencesOf = (group: Group, head: Head): ReadonlySet<GroupStatement.Fence> => {
  const parts = [...group.parts.values()].filter((part) => part.head === head)
  const fences = new Set<GroupStatement.Fence>()
  if (parts.some(({ expected, next }) => next > expected && expected > 0)) fences.add("updated")
  if (parts.some(({ expected, next }) => next > expected && expected === 0)) fences.add("created")
  if (parts.some(({ expected, next }) => next === expected)) fences.add("held")
  return fences
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

const lay = (group: Group): Laid => {
  const heads = layHeads(group)
  const tables = [...layTables(group).values()].toSorted((a, b) => (aliasOf(a.table) < aliasOf(b.table) ? -1 : 1))
  return {
    shape: {
      heads: [...heads.keys()].map((head) => ({ head, fences: fencesOf(group, head) })),
      tables: tables.map((laid) => laid.table)
    },
    parameters: [
      layCommands(group),
      ...[...heads.values()].map((rows) => JSON.stringify(rows)),
      ...tables.map((laid) => JSON.stringify([...laid.rows.values()]))
    ]
  }
}

const outcomeOf = (shape: GroupStatement.Shape, findings: ReadonlyArray<typeof Finding.Type>): GroupOutcome => {
  const applied = new Set<string>()
  const duplicates = new Map<number, Stored>()
  const claimed = new Map<number, string>()
  for (const finding of findings) {
    if (finding.kind === "applied") applied.add(finding.entity)
    else if (finding.seq === null) continue
    else if (finding.kind === "duplicate")
      duplicates.set(finding.seq, { hash: finding.hash ?? "", outcome: finding.outcome })
    else claimed.set(finding.seq, shape.tables[Number(finding.kind)]?.name ?? finding.kind)
  }
  return { applied, duplicates, claimed }
}

/**
 * Classes of SQLSTATE that speak of the server and not of the statement: connection exceptions, invalid transaction
 * state (a read-only standby), insufficient resources, operator intervention (a shutdown may come after the commit)
 * and system errors. PostgreSQL documentation, appendix A.
 */
const ofServer = new Set(["08", "25", "53", "57", "58"])

const sqlState = (error: SqlError): string => {
  const { cause } = error.reason
  return Predicate.hasProperty(cause, "code") && typeof cause.code === "string" ? cause.code : ""
}

/**
 * A statement that lost a race (deadlock, serialisation, lock) or met a constraint was rolled back: refused. Everything
 * that says nothing about the statement (connection, time-out, the server's own state) leaves its outcome open.
 */
const translate = (error: SqlError): GroupRefused | StoreUnavailable => {
  switch (error.reason._tag) {
    case "ConnectionError":
    case "StatementTimeoutError":
    case "AuthenticationError":
    case "AuthorizationError":
      return new StoreUnavailable({ cause: error })
    default:
      return ofServer.has(sqlState(error).slice(0, 2))
        ? new StoreUnavailable({ cause: error })
        : new GroupRefused({ cause: error })
  }
}

export const layer: Layer.Layer<JournalStore, never, SqlClient.SqlClient> = Layer.effect(
  JournalStore,
  Effect.gen(function* () {
    const sql = (yield* SqlClient.SqlClient).withoutTransforms()
    const texts = new Map<string, string>()
    const textOf = (shape: GroupStatement.Shape): string => {
      const heads = shape.heads.map(({ fences, head }) => [head.name, ...fences].join("+"))
      const name = [...heads, "/", ...shape.tables.map(aliasOf)].join()
      const known = texts.get(name)
      if (known !== undefined) return known
      const text = GroupStatement.text(shape)
      texts.set(name, text)
      return text
    }
    return JournalStore.of({
      commit: Effect.fn("Journal.commit")(function* (group) {
        const { shape, parameters } = lay(group)
        const rows = yield* Effect.mapError(sql.unsafe(textOf(shape), parameters), translate)
        const findings = yield* findingsOf(rows)
        return outcomeOf(shape, findings)
      })
    })
  })
)
