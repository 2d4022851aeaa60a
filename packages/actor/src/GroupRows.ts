/**
 * How the rows of a group get into its statement: as one JSON document for each table, or, of a command that is alone, as
 * a parameter for each column. The statement reads both alike. Used by `GroupStatement`.
 */
import type { Columns } from "./Table.ts"

/** Rows that travel together, by what the statement calls them. */
export interface Rows {
  readonly name: string
  readonly columns: Columns
}

/** A name of SQL as it stands in a statement. */
export const quoted = (name: string): string => `"${name}"`

const typed = (columns: Readonly<Record<string, string>>): string =>
  Object.entries(columns)
    .map(([name, type]) => `${quoted(name)} ${type}`)
    .join(", ")

export type Values = Readonly<Record<string, unknown>>

/** The rows of a group: of the commands, of each head, of each table. */
export type Laid = ReadonlyArray<ReadonlyArray<Values>>

/** How the rows of a group get into its statement. */
export interface Sources {
  /** The parts that open documents. */
  readonly parts: ReadonlyArray<string>
  /** What to read rows from, by their name; it needs an alias. */
  readonly of: (name: string) => string
  readonly parameters: (laid: Laid) => ReadonlyArray<string | null>
}

/** Opened once by `json_to_recordset`: a vector, a date or a nested document needs no encoder of its own. */
export const asDocuments = (rows: ReadonlyArray<Rows>): Sources => ({
  parts: rows.map(
    ({ columns, name }, n) =>
      `${name} as materialized (select * from json_to_recordset($${n + 1}::text::json) as r(${typed(columns)}))`
  ),
  of: (name) => name,
  parameters: (laid) => laid.map((all) => JSON.stringify(all))
})

/** A value as PostgreSQL reads it for a column of this type, the same as it would out of a document. Arrays are of numbers. */
const written = (value: unknown, type: string): string | null => {
  if (typeof value === "string" && type !== "jsonb") return value
  if (value === undefined || value === null) return null
  const json = JSON.stringify(value)
  if (json === "null") return null
  return type.endsWith("[]") ? `{${json.slice(1, -1)}}` : json
}

/** What all rows of a command that is alone have in common. */
const common: Readonly<Record<string, string>> = { seq: "0", entity: "$1::text" }

/** One row of each, a parameter for each column, so that the planner takes them for the constants they are (ADR 0032). */
export const asParameters = (rows: ReadonlyArray<Rows>): Sources => {
  const own = rows.flatMap(({ columns }, document) =>
    Object.entries(columns).flatMap(([column, type]) => (column in common ? [] : [{ document, column, type }]))
  )
  let parameter = 1
  const texts = new Map(
    rows.map(({ columns, name }) => {
      const values = Object.entries(columns).map(
        ([column, type]) => `${common[column] ?? `$${++parameter}::${type}`} as ${quoted(column)}`
      )
      return [name, `(select ${values.join(", ")})`]
    })
  )
  return {
    parts: [],
    of: (name) => texts.get(name) ?? name,
    parameters: (laid) => {
      const all: Array<string | null> = [written(laid[0]?.[0]?.entity, "text")]
      for (const { column, document, type } of own) all.push(written(laid[document]?.[0]?.[column], type))
      return all
    }
  }
}
