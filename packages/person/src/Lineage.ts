/**
 * What of a lineage statements need, as SQL. Everything is looked up id by id through an index, whatever the tables looked
 * like when the statement was planned (ADR 0008): a list of ids in a condition, or an `exists`, may become a walk through
 * the whole table.
 */

/** The ids whose rows are a root's: its own, and those that were merged into it. `root`: a column that holds its id. */
export const idsOf = (root: string): string =>
  `case when (select true from persons m where m.merged_into = ${root} limit 1)
    then array(select person_lineage(${root})) else array[${root}] end`

/**
 * The rows of a table that has a `person_id` for each of some people, for a `from` clause.
 *
 * @param ids an array of ids
 * @param where what else holds of a row
 */
export const rowsOf = (table: string, ids: string, where = "true"): string =>
  `(select r.* from unnest(${ids}) as o(id)
    cross join lateral (select * from ${table} where person_id = o.id and ${where} offset 0) r)`
