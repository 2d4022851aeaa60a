/**
 * How the journal writes rows without knowing what they mean: each package describes its tables once, the journal turns
 * the rows of a whole group into one statement.
 */

/** Columns by name with their PostgreSQL types, e.g. `{ id: "text", created_at: "timestamptz" }`. */
export type Columns = Readonly<Record<string, string>>

/** The table that holds one row per actor. It must have `id text primary key` and `version bigint not null`. */
export interface Head {
  readonly name: string
  /** Without `id` and `version`. */
  readonly columns: Columns
  /** Columns set when the row is created and never after, e.g. `created_at`. A subset of `columns`. */
  readonly immutable?: ReadonlyArray<string>
  /** The columns that most commands change. A group that changes no others writes them alone. */
  readonly usual?: ReadonlyArray<string>
}

interface Described {
  readonly name: string
  /** What rows call it, where one table is written in several ways. Default: its name. */
  readonly alias?: string
  readonly columns: Columns
  /** For `replace`: columns that keep the value of the first row. */
  readonly immutable?: ReadonlyArray<string>
  /** Columns without a default that most rows have nothing in. A group in which none has leaves them out. */
  readonly seldom?: ReadonlyArray<string>
  /**
   * Columns that only one actor may hold a value of. When another actor's row already has the same values the whole
   * turn is refused through `Behavior.conflict` instead of failing on a constraint; `owner` is the column with the
   * actor's id. Two actors claiming at the same instant still meet the unique index: one of them is decided again.
   */
  readonly claim?: { readonly on: ReadonlyArray<string>; readonly owner: string }
}

/** Every row is new. */
export interface AppendTable extends Described {
  readonly mode: "append"
}

/**
 * The key decides what a second row with the same key does:
 * - `replace`: it replaces the first one's other columns
 * - `keep`: it changes nothing
 * - `update`: sets the columns of a row that was committed before; one statement cannot add a row and update it
 */
export interface KeyedTable extends Described {
  readonly mode: "replace" | "keep" | "update"
  readonly key: ReadonlyArray<string>
}

export type Table = AppendTable | KeyedTable

/** The values of the key columns as one text, to find rows of a group that replace each other. */
export const keyOf = (table: KeyedTable, values: Readonly<Record<string, unknown>>): string =>
  JSON.stringify(table.key.map((column) => values[column]))

/** The name rows use. */
export const aliasOf = (table: Table): string => table.alias ?? table.name

type Values = Readonly<Record<string, unknown>>

const isSame = (one: unknown, other: unknown): boolean => one === other || JSON.stringify(one) === JSON.stringify(other)

/** Whether two rows of a head differ in nothing but its usual columns. */
export const differsAsUsual = (head: Head, before: Values, after: Values): boolean =>
  head.usual !== undefined &&
  Object.keys(head.columns).every(
    (name) =>
      head.immutable?.includes(name) === true ||
      head.usual?.includes(name) === true ||
      isSame(before[name], after[name])
  )
