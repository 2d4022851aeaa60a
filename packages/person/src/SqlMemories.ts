/**
 * Memories of a person in SQL, for both kinds of column. What is asked for stands in a row `w`, and whose they are in an
 * array `l.ids`, so that one statement serves one who asks and many.
 */
import * as Lineage from "./Lineage.ts"
import type { MemoryFilter } from "./Store.ts"

/** How embeddings are kept. */
export type Vectors = "pgvector" | "exact"

/** The columns of `w`. */
export const columns = `workspace text, only_id text, kinds text[], confidence float8, most int, moment timestamptz,
  model text, wanted text, places int[], weights real[]`

type Near = NonNullable<MemoryFilter["near"]>

/** The dimensions in which there is anything: few, where words are counted. */
const sparse = ({ embedding }: Near) => {
  const places = embedding.flatMap((value, index) => (value === 0 ? [] : [index + 1]))
  return { places, weights: places.map((place) => embedding[place - 1]) }
}

const known = { pgvector: new WeakMap<Near, object>(), exact: new WeakMap<Near, object>() }

/** What is near to one embedding is often asked of many people. */
const nearOf = (near: MemoryFilter["near"], vectors: Vectors): object => {
  if (near === undefined) return {}
  const before = known[vectors].get(near)
  if (before !== undefined) return before
  const { embedding, model } = near
  const made = vectors === "pgvector" ? { model, wanted: JSON.stringify(embedding) } : { model, ...sparse(near) }
  known[vectors].set(near, made)
  return made
}

/** A row `w`, as JSON. */
export const askedOf = (vectors: Vectors, workspaceId: string, filter: MemoryFilter) => ({
  workspace: workspaceId,
  only_id: filter.only ?? null,
  kinds: filter.kinds,
  confidence: filter.minConfidence ?? 0,
  most: filter.limit,
  moment: new Date(filter.now).toISOString(),
  ...nearOf(filter.near, vectors)
})

/** Of another model: unrelated. Null where nearness was not asked for. */
const relevance = (vectors: Vectors): string => {
  const similarity =
    vectors === "pgvector"
      ? "1 - (embedding <=> w.wanted::vector)"
      : // Appending nothing unpacks the array once.
        `(select coalesce(sum(e.unpacked[at]::float8 * weight::float8), 0)
          from (select embedding || '{}'::real[] as unpacked offset 0) e, unnest(w.places, w.weights) as v(at, weight))`
  // The two kinds of column add up differently in the seventh digit, and what is near to nothing would be ranked by that.
  return `case when w.model is null then null when embedding_model <> w.model then 0
    else (select case when abs(s) < 1e-6 then 0 else s end from (select ${similarity} as s offset 0) n) end`
}

/** A query of them, in the order wanted. What two people of one lineage were both told is one memory. */
export const query = (vectors: Vectors): string => `
  select id, kind, text, confidence, metadata, source_event_id, expires_at, created_at, relevance
  from (select *, ${relevance(vectors)} as relevance,
      row_number() over (partition by kind, md5(text) order by created_at desc, id desc) as repeat
    from ${Lineage.rowsOf("memories", "l.ids", "workspace_id = w.workspace")} m
    where (w.kinds = '{}' or kind = any(w.kinds))
      and (w.only_id is null or id = w.only_id) and confidence >= w.confidence
      and (w.only_id is not null or expires_at is null or expires_at > w.moment)) k
  where repeat = 1
  order by relevance desc nulls last, created_at desc, id desc
  limit w.most`
