/** A person's identities as rows, for statements of other packages that begin with a person and look up its addresses. */
import type * as SqlClient from "effect/sql/SqlClient"
import type { Fragment } from "effect/sql/Statement"
import * as Lineage from "./Lineage.ts"

/**
 * `(type, value)` of everything that reaches the person whose id and workspace stand in these columns, under any id that
 * was merged into one: to be joined laterally.
 */
export const of = (
  sql: SqlClient.SqlClient,
  column: { readonly workspace: string; readonly person: string }
): Fragment =>
  // Looked up one by one through an index, whatever the tables looked like when the statement was planned (ADR 0008).
  sql.literal(`(select i.type, i.value
    from (select id, merged_into from persons
      where id = ${column.person} and workspace_id = ${column.workspace} limit 1) a
    cross join lateral (select case when a.merged_into is null then a.id else person_root(a.id) end as id limit 1) p
    cross join lateral ${Lineage.rowsOf("identities", Lineage.idsOf("p.id"))} i)`)
