/** The person graph's queries on PostgreSQL and PGlite. */
import * as Decoded from "@loopdrive/actor/Decoded"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Schema from "effect/Schema"
import * as SqlClient from "effect/sql/SqlClient"
import type { Fragment } from "effect/sql/Statement"
import { PersonNotFound } from "./core/Refusal.ts"
import * as Search from "./core/Search.ts"
import * as Lineage from "./Lineage.ts"
import * as Rows from "./Rows.ts"
import * as Standing from "./Standing.ts"
import * as SqlLookups from "./SqlLookups.ts"
import * as SqlMemories from "./SqlMemories.ts"
import * as SqlPortraits from "./SqlPortraits.ts"
import { PersonStore } from "./Store.ts"
import type { MemoryFilter, Page } from "./Store.ts"

const persons = Decoded.all(Rows.PersonRow)
const consents = Decoded.all(Rows.ConsentRow)
const notes = Decoded.all(Rows.NoteRow)
const topics = Decoded.all(Rows.TopicRow)
const memories = Decoded.all(Rows.MemoryRow)
const objectives = Decoded.all(Rows.ObjectiveRow)
const roots = Decoded.all(Schema.Struct({ root: Schema.String }))
const pairs = Decoded.all(Schema.Struct({ id: Schema.String, root: Schema.String }))
const counted = Decoded.one(Schema.Struct({ total: Schema.Int }))

/** `vectors`: how embeddings are kept, `pgvector` or `exact`. Both rank alike on the same data. */
const make = Effect.fnUntraced(function* (vectors: "pgvector" | "exact") {
  const sql = yield* SqlClient.SqlClient
  const lookups = yield* SqlLookups.make
  const portrait = yield* SqlPortraits.make(vectors)

  const root = Effect.fnUntraced(function* (workspaceId: string, personId: string) {
    const found = yield* sql`
      select person_root(id) as root from persons where id = ${personId} and workspace_id = ${workspaceId}`
    const [row] = yield* roots(found)
    return row === undefined ? yield* new PersonNotFound({ personId }) : row.root
  })

  const rootsOf = Effect.fnUntraced(function* (workspaceId: string, personIds: ReadonlyArray<string>) {
    const rows = yield* pairs(
      yield* sql`select p.id, case when p.merged_into is null then p.id else person_root(p.id) end as root
        from json_array_elements_text(${JSON.stringify([...new Set(personIds)])}::text::json) as w(id)
        cross join lateral (select * from persons where id = w.id and workspace_id = ${workspaceId} limit 1) p`
    )
    return new Map(rows.map(({ id, root: survivor }) => [id, survivor]))
  })

  /** Whose rows are meant. The id itself, too: its merge may be undone between the two looks, and what is its own stays so. */
  const meant = (survivor: string, personId: string) =>
    survivor === personId
      ? sql`select person_lineage(${survivor})`
      : sql`select person_lineage(${survivor}) union select ${personId}`

  /** The rows of a table for everybody a person stands for. */
  const ofLineage = <A, B>(
    decode: (rows: ReadonlyArray<unknown>) => Effect.Effect<ReadonlyArray<A>>,
    to: (personId: string) => (row: A) => B,
    table: string,
    query: (mine: Fragment) => Effect.Effect<ReadonlyArray<unknown>, import("effect/sql/SqlError").SqlError>
  ) =>
    Effect.fnUntraced(function* (workspaceId: string, personId: string, only?: string) {
      const survivor = yield* root(workspaceId, personId)
      const own = sql.literal(Lineage.rowsOf(table, "l.ids"))
      const one = only === undefined ? sql`true` : sql`m.id = ${only}`
      const rows = yield* query(
        sql`(select m.* from (select array(${meant(survivor, personId)}) as ids) l cross join lateral ${own} m where ${one})`
      )
      return (yield* decode(rows)).map(to(survivor))
    })

  const list = Effect.fnUntraced(function* (workspaceId: string, page: Page) {
    const mine = sql`workspace_id = ${workspaceId} and merged_into is null`
    const { total } = yield* counted(yield* sql`select count(*)::int as total from persons where ${mine}`)
    const rows = yield* sql`select * from persons where ${mine}
      order by created_at desc, id limit ${page.limit} offset ${page.offset}`
    return { persons: (yield* persons(rows)).map((row) => Rows.toPerson(row)), total }
  })

  /** `hits`: people and how well each is meant. */
  const pageOf = Effect.fnUntraced(function* (hits: Fragment, page: Page) {
    // Counted beside the page: to look for everybody is what takes time.
    const rows = yield* sql`select p.*, count(*) over ()::int as total from ${hits} h join persons p on p.id = h.person
      order by h.score desc, p.created_at desc, p.id limit ${page.limit} offset ${page.offset}`
    const { total } = yield* counted(
      // A page behind the last one has nobody to tell it.
      rows.length === 0 && page.offset > 0
        ? yield* sql`select count(*)::int as total from ${hits} h`
        : [rows[0] ?? { total: 0 }]
    )
    return { persons: (yield* persons(rows)).map((row) => Rows.toPerson(row)), total }
  })

  const search = Effect.fnUntraced(function* (workspaceId: string, query: string, page: Page) {
    const asked = Search.asked(query)
    const found = yield* pageOf(sql`person_search(${workspaceId}, ${asked})`, page)
    const swapped = Search.swapped(asked)
    if (found.total > 0 || swapped.length === 0) return found
    const corrected = sql`(select s.person, max(s.score) as score
      from json_array_elements_text(${JSON.stringify(swapped)}::text::json) w(word)
      cross join lateral person_search(${workspaceId}, w.word) s where s.score >= ${Search.certain} group by 1)`
    return yield* pageOf(corrected, page)
  })

  const consentLog = ofLineage(
    consents,
    (personId) => (row) => ({ personId, row }),
    "consents",
    (mine) => sql`select * from ${mine} c order by position desc`
  )

  const query = sql.literal(SqlMemories.query(vectors))
  const asWanted = sql.literal(SqlMemories.columns)

  const remembered = Effect.fnUntraced(function* (workspaceId: string, personId: string, filter: MemoryFilter) {
    const survivor = yield* root(workspaceId, personId)
    const asked = JSON.stringify(SqlMemories.askedOf(vectors, workspaceId, filter))
    const rows = yield* sql`
      select m.* from json_to_record(${asked}::text::json) as w(${asWanted})
      cross join lateral (select array(${meant(survivor, personId)}) as ids) l
      cross join lateral (${query}) m`
    return (yield* memories(rows)).map(Rows.toMemory(survivor))
  })

  const lineage = Effect.fnUntraced(function* (workspaceId: string, personId: string) {
    const survivor = yield* root(workspaceId, personId)
    return (yield* roots(yield* sql`select l as root from person_lineage(${survivor}) l`)).map((row) => row.root)
  })

  return PersonStore.of({
    root,
    roots: rootsOf,
    lineage,
    list,
    search,
    ...lookups,
    consents: (workspaceId, personId, channel, now) =>
      Effect.map(consentLog(workspaceId, personId), (log) => Standing.of(log, channel, now)),
    refuses: (workspaceId, personId, channel, purpose, now) =>
      Effect.map(consentLog(workspaceId, personId), (log) => Standing.refuses(log, channel, purpose, now)),
    consentHistory: (workspaceId, personId, only) =>
      Effect.map(consentLog(workspaceId, personId, only), (log) =>
        log.map((logged) => Rows.toConsent(logged.personId)(logged.row))
      ),
    notes: ofLineage(
      notes,
      Rows.toNote,
      "notes",
      (mine) => sql`select * from ${mine} n order by created_at desc, id desc`
    ),
    topics: ofLineage(
      topics,
      Rows.toTopic,
      "topics",
      (mine) => sql`select * from (select distinct on (lower(name)) * from ${mine} s
        order by lower(name), updated_at desc) t order by weight desc, lower(name)`
    ),
    memories: remembered,
    portrait,
    objectives: ofLineage(
      objectives,
      Rows.toObjective,
      "objectives",
      (mine) => sql`select * from ${mine} o order by created_at desc, id desc`
    )
  })
})

export const layer = (vectors: "pgvector" | "exact"): Layer.Layer<PersonStore, never, SqlClient.SqlClient> =>
  Layer.effect(PersonStore, make(vectors))
