/** What of a lineage statements need: SQL over a column that holds the id of a root. */

/** The ids whose rows are a root's: its own, and those that were merged into it. */
export const idsOf = (root: string): string =>
  `case when exists (select 1 from persons m where m.merged_into = ${root})
    then array(select person_lineage(${root})) else array[${root}] end`
