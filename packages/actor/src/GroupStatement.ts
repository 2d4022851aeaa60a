/**
 * The text of a group commit: one statement, one round trip. Its shape depends only on which tables take part, so the
 * database keeps the few shapes a program has prepared.
 */
import { asDocuments, asParameters, quoted } from "./GroupRows.ts"
import type { Rows, Sources } from "./GroupRows.ts"
import type { Head, Table } from "./Table.ts"

/** What becomes of rows of a head in a group: moved to a next version, created, or only held to theirs by refusals. */
export type Fence = "updated" | "created" | "held"

/** What takes part in a group. */
export interface Shape {
  readonly heads: ReadonlyArray<{ readonly head: Head; readonly fences: ReadonlySet<Fence> }>
  readonly tables: ReadonlyArray<Table>
  /** All receipts are kept for ever and none of their keys was used before; where one was, the statement fails. */
  readonly isLasting: boolean
  /** One command of one actor, and one row at most for each table. */
  readonly isSingle: boolean
}

/** In the order in which a group is laid out: commands, heads, tables. */
const rowsOf = ({ heads, tables }: Shape): ReadonlyArray<Rows> => [
  {
    name: "c",
    columns: {
      seq: "int",
      entity: "text",
      workspace_id: "text",
      scope: "text",
      key: "text",
      hash: "text",
      ttl_ms: "bigint",
      outcome: "jsonb",
      refused: "bool"
    }
  },
  ...heads.map(({ head }, n) => ({
    name: `head${n}`,
    columns: { id: "text", expected: "bigint", next: "bigint", ...head.columns }
  })),
  ...tables.map((table, n) => ({ name: `rows${n}`, columns: { seq: "int", entity: "text", ...table.columns } }))
]

const list = (names: ReadonlyArray<string>, prefix = ""): string =>
  names.map((name) => `${prefix}${quoted(name)}`).join(", ")

/**
 * A condition that always holds and makes the planner expect one row of 100 (its guess for a range it knows nothing
 * about is 0.5 %: DEFAULT_RANGE_INEQ_SEL in PostgreSQL's selfuncs.h). Where rows of a group meet a table of the
 * database, every one must be looked up by index; the statement's plan is made once, often while the table is empty,
 * and the plan for an empty table is to read all of it. Rows of a group that meet each other are still hashed.
 */
const few = (column: string): string => `${column} between 0 and 9007199254740991`

const headParts = (head: Head, source: string, blocked: string): Readonly<Record<Fence, string>> => {
  const names = Object.keys(head.columns)
  const mutable = names.filter((name) => !head.immutable?.includes(name))
  const table = quoted(head.name)
  const assignments = ["version", ...mutable].map(
    (name) => `${quoted(name)} = ${name === "version" ? "h.next" : `h.${quoted(name)}`}`
  )
  const free = `not exists (select 1 from ${blocked} b where b.entity = h.id)`
  return {
    updated: `(update ${table} t set ${assignments.join(", ")} from ${source} h
       where t.id = h.id and t.version = h.expected and h.expected > 0 and h.next > h.expected and ${few("h.expected")}
       and ${free} returning t.id)`,
    created: `(insert into ${table} (id, version, ${list(names)})
       select h.id, h.next, ${list(names, "h.")} from ${source} h
       where h.expected = 0 and h.next > 0 and ${free} on conflict (id) do nothing returning id)`,
    // A refusal rests on a state nobody has moved on from.
    held: `materialized (select h.id from ${source} h where h.next = h.expected and ${free}
       and coalesce((select t.version from ${table} t where t.id = h.id), 0) = h.expected)`
  }
}

const onConflict = (table: Table): string => {
  if (table.mode === "append") return ""
  if (table.mode === "keep") return ` on conflict (${list(table.key)}) do nothing`
  const replaced = Object.keys(table.columns).filter(
    (name) => !table.key.includes(name) && !table.immutable?.includes(name)
  )
  const assignments = replaced.map((name) => `${quoted(name)} = excluded.${quoted(name)}`)
  return ` on conflict (${list(table.key)}) do update set ${assignments.join(", ")}`
}

/** Which actors' parts were written: what the rest of the statement waits for. */
const fenceParts = ({ heads }: Shape, sources: Sources, blocked: string): ReadonlyArray<string> => {
  const parts = heads.flatMap(({ fences, head }, n) => {
    const texts = headParts(head, sources.of(`head${n}`), blocked)
    return [...fences].map((fence) => ({ name: `${fence}${n}`, text: texts[fence] }))
  })
  const [only] = parts
  if (only !== undefined && parts.length === 1) return [`fence as ${only.text}`]
  const all = parts.map(({ name }) => `select id from ${name}`).join(" union all ")
  return [...parts.map(({ name, text }) => `${name} as ${text}`), `fence as materialized (${all})`]
}

const claimParts = (table: Table, n: number, source: string): ReadonlyArray<string> => {
  if (table.claim === undefined) return []
  const owner = quoted(table.claim.owner)
  const same = table.claim.on.map((name) => `t.${quoted(name)} = r.${quoted(name)}`).join(" and ")
  return [
    `claimed${n} as materialized (select r.seq, r.entity from ${source} r
       where (select true from ${quoted(table.name)} t where ${same} and t.${owner} <> r.${owner} limit 1))`
  ]
}

const writePart = (table: Table, n: number, source: string): string => {
  const names = Object.keys(table.columns)
  const rows = `from ${source} r join fence f on f.id = r.entity`
  if (table.mode === "update") {
    const set = names.filter((name) => !table.key.includes(name)).map((name) => `${quoted(name)} = r.${quoted(name)}`)
    const same = table.key.map((name) => `t.${quoted(name)} = r.${quoted(name)}`)
    return `passed${n} as materialized (select r.* ${rows}),
      written${n} as (update ${quoted(table.name)} t set ${set.join(", ")} from passed${n} r
       where ${same.join(" and ")} and ${few("r.seq")})`
  }
  const inOrder = table.mode === "append" ? "" : " order by r.seq"
  return `written${n} as (insert into ${quoted(table.name)} (${list(names)})
       select ${list(names, "r.")} ${rows}${inOrder}${onConflict(table)})`
}

// Looking for a conflict costs each receipt two records in the log instead of one, and a second look at the index.
const receiptPart = (isLasting: boolean, source: string): string =>
  isLasting
    ? `receipt as (insert into receipts (workspace_id, scope, key, hash, entity, outcome)
       select c.workspace_id, c.scope, c.key, c.hash, c.entity, c.outcome
       from ${source} c join fence f on f.id = c.entity where not c.refused)`
    : // A key whose window is over is used anew. One that another transaction took meanwhile is still in its window: the
      // null makes the statement fail, and the next attempt finds the receipt.
      `receipt as (insert into receipts (workspace_id, scope, key, hash, entity, outcome, expires_at)
       select c.workspace_id, c.scope, c.key, c.hash, c.entity, c.outcome, now() + c.ttl_ms * interval '1 millisecond'
       from ${source} c join fence f on f.id = c.entity where not c.refused
       on conflict (workspace_id, scope, key) do update set
         hash = case when receipts.expires_at <= now() then excluded.hash end,
         entity = excluded.entity, outcome = excluded.outcome, created_at = now(), expires_at = excluded.expires_at)`

/** A statement for all groups of a shape. */
export interface Statement {
  readonly text: string
  readonly parameters: Sources["parameters"]
}

/**
 * The statement answers one row per finding: `kind` is `applied` (with `entity`, and the session's process id as `seq`),
 * `duplicate` (with `seq`, `hash`, `outcome`) or the index of the table whose claim was refused (with `seq`).
 */
export const make = (shape: Shape): Statement => {
  const { isLasting, isSingle, tables } = shape
  const sources = isSingle ? asParameters(rowsOf(shape)) : asDocuments(rowsOf(shape))
  const claims = tables.flatMap((table, n) => (table.claim === undefined ? [] : [n]))
  const blocked = ["duplicate", ...claims.map((n) => `claimed${n}`)]
  const parts = [
    ...sources.parts,
    // Lateral with a limit: looked up by index, once per command.
    `duplicate as materialized (select c.seq, c.entity, r.hash, r.outcome from ${sources.of("c")} c cross join lateral (
       select hash, outcome from receipts t where t.workspace_id = c.workspace_id and t.scope = c.scope
       and t.key = c.key and (t.expires_at is null or t.expires_at > now()) limit 1) r)`,
    ...tables.flatMap((table, n) => claimParts(table, n, sources.of(`rows${n}`))),
    ...(claims.length === 0
      ? []
      : [`blocked as materialized (${blocked.map((name) => `select entity from ${name}`).join(" union ")})`]),
    ...fenceParts(shape, sources, claims.length === 0 ? "duplicate" : "blocked"),
    receiptPart(isLasting, sources.of("c")),
    ...tables.map((table, n) => writePart(table, n, sources.of(`rows${n}`)))
  ]
  const findings = [
    "select 'applied' as kind, id as entity, pg_backend_pid() as seq, null::text as hash, null::jsonb as outcome from fence",
    "select 'duplicate', entity, seq, hash, outcome from duplicate",
    ...claims.map((n) => `select '${n}', entity, seq, null, null from claimed${n}`)
  ]
  return { text: `with ${parts.join(",\n")}\n${findings.join("\nunion all ")}`, parameters: sources.parameters }
}
