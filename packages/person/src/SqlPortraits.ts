/** What messages are written from, asked of the database for many people at once. */
import * as Batch from "@loopdrive/actor/Batch"
import * as Decoded from "@loopdrive/actor/Decoded"
import * as Effect from "effect/Effect"
import * as Schema from "effect/Schema"
import * as SqlClient from "effect/sql/SqlClient"
import * as Lineage from "./Lineage.ts"
import { PersonNotFound } from "./core/Refusal.ts"
import * as Rows from "./Rows.ts"
import * as SqlMemories from "./SqlMemories.ts"
import type { MemoryFilter, Portrait } from "./Store.ts"

interface Asked {
  readonly workspaceId: string
  readonly personId: string
  readonly filter: Omit<MemoryFilter, "only">
}

/** As many as compose at once; a portrait is some kilobytes. */
const batchMost = 64
const batchLanes = 2

/** What the database gathers as JSON: its times are text. */
const instant = Schema.DateFromString
const PortraitRow = Schema.Struct({
  n: Schema.Int,
  ...Rows.PersonRow.fields,
  topics: Schema.Array(
    Schema.Struct({
      ...Rows.TopicRow.fields,
      last_seen: Schema.NullOr(instant),
      created_at: instant,
      updated_at: instant
    })
  ),
  memories: Schema.Array(
    Schema.Struct({ ...Rows.MemoryRow.fields, expires_at: Schema.NullOr(instant), created_at: instant })
  )
})
const portraits = Decoded.all(PortraitRow)

/** `PersonStore.portrait`. */
export const make = Effect.fnUntraced(function* (vectors: SqlMemories.Vectors) {
  const sql = yield* SqlClient.SqlClient
  const memories = sql.literal(SqlMemories.query(vectors))

  const read = Effect.fnUntraced(function* (asked: ReadonlyArray<Asked>) {
    const keys = asked.map(({ filter, personId, workspaceId }, n) => ({
      n,
      person: personId,
      ...SqlMemories.askedOf(vectors, workspaceId, filter)
    }))
    const rows = yield* portraits(
      yield* sql`
        select w.n, p.*, t.topics, m.memories
        from json_to_recordset(${JSON.stringify(keys)}::text::json)
          as w(n int, person text, ${sql.literal(SqlMemories.columns)})
        cross join lateral (select * from persons where id = w.person and workspace_id = w.workspace limit 1) a
        cross join lateral (select * from persons
          where id = case when a.merged_into is null then a.id else person_root(a.id) end limit 1) p
        cross join lateral (select ${sql.literal(Lineage.idsOf("p.id"))} as ids) l
        cross join lateral (select coalesce(json_agg(o), '[]') as topics from (select * from
          (select distinct on (lower(name)) * from ${sql.literal(Lineage.rowsOf("topics", "l.ids"))} s
            order by lower(name), updated_at desc) d order by weight desc, lower(name)) o) t
        cross join lateral (select coalesce(json_agg(o), '[]') as memories from (${memories}) o) m`
    )
    const found = new Map(rows.map((row) => [row.n, row]))
    return asked.map((_, n) => ({ row: found.get(n) }))
  })
  const one = Batch.make({ most: batchMost, lanes: batchLanes, read })

  return Effect.fnUntraced(function* (workspaceId: string, personId: string, filter: Asked["filter"]) {
    const { row } = yield* one({ workspaceId, personId, filter })
    if (row === undefined) return yield* new PersonNotFound({ personId })
    const portrait: Portrait = {
      person: Rows.toPerson(row, personId),
      topics: row.topics.map(Rows.toTopic(row.id)),
      memories: row.memories.map(Rows.toMemory(row.id))
    }
    return portrait
  })
})
