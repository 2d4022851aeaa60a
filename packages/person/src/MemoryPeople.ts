/**
 * The person graph's rows in memory, for the stores of this package that have no database: what the SQL functions
 * `person_root` and `person_lineage` answer, and the loader of activations.
 */
import type { Load } from "@loopdrive/actor/Behavior"
import { MemoryTables, rowsOf, selected } from "@loopdrive/actor/MemoryTables"
import type { MemoryTablesShape, Values } from "@loopdrive/actor/MemoryTables"
import type { Table } from "@loopdrive/actor/Table"
import * as Effect from "effect/Effect"
import * as Schema from "effect/Schema"
import type { Person } from "./core/State.ts"
import * as Loader from "./Load.ts"
import { PersonRow, StateRow } from "./Rows.ts"
import * as Tables from "./Tables.ts"

export type Read<A> = (
  tables: MemoryTablesShape,
  table: Pick<Table, "columns" | "name">,
  where: (values: Values) => boolean
) => ReadonlyArray<A>

/** Reads rows of a table. One that does not decode was written by nobody: a defect. */
export const rowsBy = <A, I>(schema: Schema.Codec<A, I>): Read<A> => {
  const decode = Schema.decodeUnknownSync(Schema.Array(schema))
  return (tables, table, where) => decode(selected(tables, table, where))
}

const heads = rowsBy(PersonRow)

/** The people that `where` holds for. */
export const people = (tables: MemoryTablesShape, where: (values: Values) => boolean) =>
  heads(tables, Tables.persons, where)

const mergedInto = (values: Values | undefined): string | undefined => {
  const into = values?.["merged_into"]
  return typeof into === "string" ? into : undefined
}

export const isMerged = (values: Values): boolean => mergedInto(values) !== undefined

/** The id a person lives under now, or `undefined`: nobody in the workspace has it. */
export const rootOf = (tables: MemoryTablesShape, workspaceId: string, personId: string): string | undefined => {
  const rows = rowsOf(tables, Tables.persons.name)
  return rows.get(personId)?.["workspace_id"] === workspaceId ? survivorOf(tables, personId) : undefined
}

/** The id under which somebody who is known to be there lives now. */
export const survivorOf = (tables: MemoryTablesShape, personId: string): string => {
  const rows = rowsOf(tables, Tables.persons.name)
  let at = personId
  for (let next = mergedInto(rows.get(at)); next !== undefined; next = mergedInto(rows.get(at))) at = next
  return at
}

/** The person and everybody merged into it, itself first. */
export const lineageOf = (tables: MemoryTablesShape, personId: string): ReadonlyArray<string> => {
  const absorbed = rowsOf(tables, Tables.persons.name)
    .entries()
    .filter(([, values]) => mergedInto(values) === personId)
    .flatMap(([id]) => lineageOf(tables, id))
  return [personId, ...absorbed]
}

const decodeState = Schema.decodeUnknownSync(StateRow)

// Times inside a state's row are numbers, because in SQL they come as JSON.
const inMillis = (row: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(row).map(([name, value]) => [name, value instanceof Date ? value.getTime() : value])
  )

const byNumber =
  (column: string) =>
  (a: Values, b: Values): number =>
    Number(a[column]) - Number(b[column]) || (String(a["id"]) < String(b["id"]) ? -1 : 1)

/** One person as the loader's statement would return it. */
const stateRow = (tables: MemoryTablesShape, row: Readonly<Record<string, unknown>>) => {
  const lineage = lineageOf(tables, String(row["id"]))
  const mine = (table: Table) =>
    selected(tables, table, (values) => lineage.includes(String(values["person_id"]))).map(inMillis)
  return decodeState({
    ...row,
    merged_into: row["merged_into"] ?? null,
    absorbed: lineage.slice(1),
    identities: mine(Tables.identities).toSorted(byNumber("created_at")),
    consents: mine(Tables.consents).toSorted(byNumber("position")),
    admissions: mine(Tables.admissions).filter((kept) => kept["state"] !== "ended" || kept["counts_at"] !== null)
  })
}

/** Reads states from tables. */
export const loadFrom =
  (tables: MemoryTablesShape): Load<Person, never> =>
  (ids) =>
    Effect.sync(() => {
      const wanted = new Set(ids)
      const rows = selected(tables, Tables.persons, (values) => wanted.has(String(values["id"])))
      return new Map(rows.map((row) => [String(row["id"]), Loader.stateOf(stateRow(tables, row))]))
    })

/** The loader of the person's behavior. */
export const load: Effect.Effect<Load<Person, never>, never, MemoryTables> = Effect.map(MemoryTables, loadFrom)
