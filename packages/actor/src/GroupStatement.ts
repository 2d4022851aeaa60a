/**
 * The text of a group commit: one statement, one round trip. Its shape depends only on which tables take part, so the
 * database keeps the few shapes a program has prepared.
 *
 * Rows travel as one JSON document per table and are opened by `json_to_recordset`; a vector, a date or a nested
 * document needs no encoder of its own that way.
 */
import type { Head, Table } from "./Table.ts"

/** What becomes of rows of a head in a group: moved to a next version, created, or only held to theirs by refusals. */
export type Fence = "updated" | "created" | "held"

/** What takes part in a group, in the order of the statement's parameters: commands, heads, tables. */
export interface Shape {
  readonly heads: ReadonlyArray<{ readonly head: Head; readonly fences: ReadonlySet<Fence> }>
  readonly tables: ReadonlyArray<Table>
  /** All receipts are kept for ever and none of their keys was used before; where one was, the statement fails. */
  readonly isLasting: boolean
}

const quoted = (name: string): string => `"${name}"`
const list = (names: ReadonlyArray<string>, prefix = ""): string =>
  names.map((name) => `${prefix}${quoted(name)}`).join(", ")
const typed = (columns: Readonly<Record<string, string>>): string =>
  Object.entries(columns)
    .map(([name, type]) => `${quoted(name)} ${type}`)
    .join(", ")

const records = (parameter: number, columns: string): string =>
  `select * from json_to_recordset($${parameter}::text::json) as r(${columns})`

/**
 * A condition that always holds and makes the planner expect one row of 100 (its guess for a range it knows nothing
 * about is 0.5 %: DEFAULT_RANGE_INEQ_SEL in PostgreSQL's selfuncs.h). Where rows of a group meet a table of the
 * database, every one must be looked up by index; the statement's plan is made once, often while the table is empty,
 * and the plan for an empty table is to read all of it. Rows of a group that meet each other are still hashed.
 */
const few = (column: string): string => `${column} between 0 and 9007199254740991`

const headParts = (head: Head, n: number): Readonly<Record<Fence, string>> => {
  const names = Object.keys(head.columns)
  const mutable = names.filter((name) => !head.immutable?.includes(name))
  const table = quoted(head.name)
  const assignments = ["version", ...mutable].map(
    (name) => `${quoted(name)} = ${name === "version" ? "h.next" : `h.${quoted(name)}`}`
  )
  const free = "not exists (select 1 from blocked b where b.entity = h.id)"
  return {
    updated: `updated${n} as (update ${table} t set ${assignments.join(", ")} from head${n} h
       where t.id = h.id and t.version = h.expected and h.expected > 0 and h.next > h.expected and ${few("h.expected")}
       and ${free} returning t.id)`,
    created: `created${n} as (insert into ${table} (id, version, ${list(names)})
       select h.id, h.next, ${list(names, "h.")} from head${n} h
       where h.expected = 0 and h.next > 0 and ${free} on conflict (id) do nothing returning id)`,
    // A refusal rests on a state nobody has moved on from.
    held: `held${n} as (select h.id from head${n} h where h.next = h.expected and ${free}
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

const claimParts = (table: Table, n: number): ReadonlyArray<string> => {
  if (table.claim === undefined) return []
  const owner = quoted(table.claim.owner)
  const same = table.claim.on.map((name) => `t.${quoted(name)} = r.${quoted(name)}`).join(" and ")
  return [
    `claimed${n} as materialized (select r.seq, r.entity from rows${n} r
       where (select true from ${quoted(table.name)} t where ${same} and t.${owner} <> r.${owner} limit 1))`
  ]
}

const writePart = (table: Table, n: number): string => {
  const names = Object.keys(table.columns)
  const rows = `from rows${n} r join fence f on f.id = r.entity`
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
const receiptPart = (isLasting: boolean): string =>
  isLasting
    ? `receipt as (insert into receipts (workspace_id, scope, key, hash, entity, outcome)
       select c.workspace_id, c.scope, c.key, c.hash, c.entity, c.outcome
       from c join fence f on f.id = c.entity where not c.refused)`
    : // A key whose window is over is used anew. One that another transaction took meanwhile is still in its window: the
      // null makes the statement fail, and the next attempt finds the receipt.
      `receipt as (insert into receipts (workspace_id, scope, key, hash, entity, outcome, expires_at)
       select c.workspace_id, c.scope, c.key, c.hash, c.entity, c.outcome, now() + c.ttl_ms * interval '1 millisecond'
       from c join fence f on f.id = c.entity where not c.refused
       on conflict (workspace_id, scope, key) do update set
         hash = case when receipts.expires_at <= now() then excluded.hash end,
         entity = excluded.entity, outcome = excluded.outcome, created_at = now(), expires_at = excluded.expires_at)`

/**
 * The statement answers one row per finding: `kind` is `applied` (with `entity`, and the session's process id as `seq`),
 * `duplicate` (with `seq`, `hash`, `outcome`) or the index of the table whose claim was refused (with `seq`).
 */
export const text = (shape: Shape): string => {
  const { heads, isLasting, tables } = shape
  const tableAt = 2 + heads.length
  const claims = tables.flatMap((table, n) => (table.claim === undefined ? [] : [n]))
  const fenced = heads.flatMap(({ fences }, n) => [...fences].map((fence) => `${fence}${n}`))
  const parts = [
    `c as materialized (${records(1, "seq int, entity text, workspace_id text, scope text, key text, hash text, ttl_ms bigint, outcome jsonb, refused bool")})`,
    // Lateral with a limit: looked up by index, once per command.
    `duplicate as materialized (select c.seq, c.entity, r.hash, r.outcome from c cross join lateral (
       select hash, outcome from receipts t where t.workspace_id = c.workspace_id and t.scope = c.scope
       and t.key = c.key and (t.expires_at is null or t.expires_at > now()) limit 1) r)`,
    ...heads.map(
      ({ head }, n) =>
        `head${n} as materialized (${records(2 + n, `id text, expected bigint, next bigint, ${typed(head.columns)}`)})`
    ),
    ...tables.map(
      (table, n) =>
        `rows${n} as materialized (${records(tableAt + n, `seq int, entity text, ${typed(table.columns)}`)})`
    ),
    ...tables.flatMap(claimParts),
    `blocked as materialized (select entity from duplicate${claims.map((n) => ` union select entity from claimed${n}`).join("")})`,
    ...heads.flatMap(({ fences, head }, n) => {
      const texts = headParts(head, n)
      return [...fences].map((fence) => texts[fence])
    }),
    `fence as materialized (${fenced.map((name) => `select id from ${name}`).join(" union all ")})`,
    receiptPart(isLasting),
    ...tables.map(writePart)
  ]
  const findings = [
    "select 'applied' as kind, id as entity, pg_backend_pid() as seq, null::text as hash, null::jsonb as outcome from fence",
    "select 'duplicate', entity, seq, hash, outcome from duplicate",
    ...claims.map((n) => `select '${n}', entity, seq, null, null from claimed${n}`)
  ]
  return `with ${parts.join(",\n")}\n${findings.join("\nunion all ")}`
}
