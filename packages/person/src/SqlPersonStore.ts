/** The person graph's queries on PostgreSQL and PGlite. */
import type { Identifier } from "@loopdrive/domain/Identifier"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Schema from "effect/Schema"
import * as SqlClient from "effect/sql/SqlClient"
import type { Fragment } from "effect/sql/Statement"
import { PersonNotFound } from "./core/Refusal.ts"
import * as Rows from "./Rows.ts"
import * as Standing from "./Standing.ts"
import { PersonStore, byStrength } from "./Store.ts"
import type { MemoryFilter, Owner, Page } from "./Store.ts"

/** A row that does not decode was written by nobody: somebody should look. */
const decodedBy = <A, I>(schema: Schema.Codec<A, I>) => {
  const decode = Schema.decodeUnknownEffect(Schema.Array(schema))
  return (rows: ReadonlyArray<unknown>) => Effect.orDie(decode(rows))
}

const persons = decodedBy(Rows.PersonRow)
const owners = decodedBy(
  Schema.Struct({
    type: Rows.IdentityRow.fields.type,
    value: Schema.String,
    verified: Schema.Boolean,
    person_id: Schema.String
  })
)
const identities = decodedBy(Rows.IdentityRow)
const consents = decodedBy(Rows.ConsentRow)
const notes = decodedBy(Rows.NoteRow)
const topics = decodedBy(Rows.TopicRow)
const memories = decodedBy(Rows.MemoryRow)
const objectives = decodedBy(Rows.ObjectiveRow)
const roots = decodedBy(Schema.Struct({ root: Schema.String }))
const totals = decodedBy(Schema.Struct({ total: Schema.Int }))

/** `vectors`: how embeddings are kept, `pgvector` or `exact`. Both rank alike on the same data. */
const make = Effect.fnUntraced(function* (vectors: "pgvector" | "exact") {
  const sql = yield* SqlClient.SqlClient

  const root = Effect.fnUntraced(function* (workspaceId: string, personId: string) {
    const found = yield* sql`
      select person_root(id) as root from persons where id = ${personId} and workspace_id = ${workspaceId}`
    const [row] = yield* roots(found)
    return row === undefined ? yield* new PersonNotFound({ personId }) : row.root
  })

  /** The rows of a table for everybody a person stands for. */
  const ofLineage = <A, B>(
    decode: (rows: ReadonlyArray<unknown>) => Effect.Effect<ReadonlyArray<A>>,
    to: (personId: string) => (row: A) => B,
    query: (mine: Fragment) => Effect.Effect<ReadonlyArray<unknown>, import("effect/sql/SqlError").SqlError>
  ) =>
    Effect.fnUntraced(function* (workspaceId: string, personId: string, only?: string) {
      const survivor = yield* root(workspaceId, personId)
      const one = only === undefined ? sql`true` : sql`id = ${only}`
      const rows = yield* query(sql`person_id in (select person_lineage(${survivor})) and ${one}`)
      return (yield* decode(rows)).map(to(survivor))
    })

  const get = Effect.fnUntraced(function* (workspaceId: string, personId: string) {
    const found = yield* sql`select * from persons where id =
      (select person_root(id) from persons where id = ${personId} and workspace_id = ${workspaceId})`
    const [row] = yield* persons(found)
    return row === undefined ? yield* new PersonNotFound({ personId }) : Rows.toPerson(row, personId)
  })

  const list = Effect.fnUntraced(function* (workspaceId: string, page: Page) {
    const mine = sql`workspace_id = ${workspaceId} and merged_into is null`
    const [count] = yield* totals(yield* sql`select count(*)::int as total from persons where ${mine}`)
    const rows = yield* sql`select * from persons where ${mine}
      order by created_at desc, id limit ${page.limit} offset ${page.offset}`
    return { persons: (yield* persons(rows)).map((row) => Rows.toPerson(row)), total: count?.total ?? 0 }
  })

  const search = Effect.fnUntraced(function* (workspaceId: string, query: string, page: Page) {
    const hits = sql`person_search(${workspaceId}, ${query.trim().toLowerCase()})`
    const [count] = yield* totals(yield* sql`select count(*)::int as total from ${hits}`)
    const rows = yield* sql`select p.* from ${hits} h join persons p on p.id = h.person
      order by h.score desc, p.created_at desc, p.id limit ${page.limit} offset ${page.offset}`
    return { persons: (yield* persons(rows)).map((row) => Rows.toPerson(row)), total: count?.total ?? 0 }
  })

  const ownersOf = Effect.fnUntraced(function* (workspaceId: string, wanted: ReadonlyArray<Identifier>) {
    const rows = yield* sql`
      select i.type, i.value, i.verified, case when p.merged_into is null then p.id else person_root(p.id) end as person_id
      from json_to_recordset(${JSON.stringify(wanted)}::text::json) as w(type text, value text)
      join identities i on i.workspace_id = ${workspaceId} and i.type = w.type and i.value = w.value
      join persons p on p.id = i.person_id`
    const found = (yield* owners(rows)).map((row): Owner => ({
      identifier: { type: row.type, value: row.value },
      personId: row.person_id,
      verified: row.verified
    }))
    return found
  })

  const consentLog = ofLineage(
    consents,
    (personId) => (row) => ({ personId, row }),
    (mine) => sql`select * from consents where ${mine} order by position desc`
  )

  const near = ({ near }: MemoryFilter): Fragment => {
    if (near === undefined) return sql`null::float8`
    const similarity =
      vectors === "pgvector"
        ? sql`1 - (embedding <=> ${JSON.stringify(near.embedding)}::text::vector)`
        : sql`(select sum(a::float8 * b::float8)
            from unnest(embedding, ${`{${near.embedding.join()}}`}::text::real[]) as v(a, b))`
    return sql`case when embedding_model = ${near.model} then ${similarity} else 0 end`
  }

  const remembered = Effect.fnUntraced(function* (workspaceId: string, personId: string, filter: MemoryFilter) {
    const survivor = yield* root(workspaceId, personId)
    const kinds = filter.kinds.length === 0 ? sql`true` : sql`kind in ${sql.in([...filter.kinds])}`
    // What two people of one lineage were both told is one memory.
    const rows = yield* sql`
      select id, kind, text, confidence, metadata, source_event_id, expires_at, created_at, relevance
      from (select *, ${near(filter)} as relevance,
          row_number() over (partition by kind, md5(text) order by created_at desc, id desc) as repeat
        from memories
        where workspace_id = ${workspaceId} and person_id in (select person_lineage(${survivor})) and ${kinds}
          and ${filter.only === undefined ? sql`true` : sql`id = ${filter.only}`}
          and confidence >= ${filter.minConfidence ?? 0}
          and (${filter.only !== undefined} or expires_at is null or expires_at > ${new Date(filter.now)})) m
      where repeat = 1
      order by relevance desc nulls last, created_at desc, id desc
      limit ${filter.limit}`
    return (yield* memories(rows)).map(Rows.toMemory(survivor))
  })

  const lineage = Effect.fnUntraced(function* (workspaceId: string, personId: string) {
    const survivor = yield* root(workspaceId, personId)
    return (yield* roots(yield* sql`select l as root from person_lineage(${survivor}) l`)).map((row) => row.root)
  })

  return PersonStore.of({
    root,
    lineage,
    get,
    list,
    search,
    owners: ownersOf,
    identities: (workspaceId, personId, only) =>
      Effect.map(
        ofLineage(identities, Rows.toIdentity, (mine) => sql`select * from identities where ${mine}`)(
          workspaceId,
          personId,
          only
        ),
        (found) => found.toSorted(byStrength)
      ),
    consents: (workspaceId, personId, channel, now) =>
      Effect.map(consentLog(workspaceId, personId), (log) => Standing.of(log, channel, now)),
    refuses: (workspaceId, personId, channel, purpose, now) =>
      Effect.map(consentLog(workspaceId, personId), (log) => Standing.refuses(log, channel, purpose, now)),
    consentHistory: (workspaceId, personId, only) =>
      Effect.map(consentLog(workspaceId, personId, only), (log) =>
        log.map(({ personId, row }) => Rows.toConsent(personId)(row))
      ),
    notes: ofLineage(
      notes,
      Rows.toNote,
      (mine) => sql`select * from notes where ${mine} order by created_at desc, id desc`
    ),
    topics: ofLineage(
      topics,
      Rows.toTopic,
      (mine) => sql`select * from (select distinct on (lower(name)) * from topics where ${mine}
        order by lower(name), updated_at desc) t order by weight desc, lower(name)`
    ),
    memories: remembered,
    objectives: ofLineage(
      objectives,
      Rows.toObjective,
      (mine) => sql`select * from objectives where ${mine} order by created_at desc, id desc`
    )
  })
})

export const layer = (vectors: "pgvector" | "exact"): Layer.Layer<PersonStore, never, SqlClient.SqlClient> =>
  Layer.effect(PersonStore, make(vectors))
