/** The person graph's queries on PostgreSQL and PGlite. */
import type { Identifier } from "@loopdrive/domain/Identifier"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Schema from "effect/Schema"
import * as SqlClient from "effect/sql/SqlClient"
import type { Fragment } from "effect/sql/Statement"
import * as Batch from "@loopdrive/actor/Batch"
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
    n: Schema.Int,
    type: Rows.IdentityRow.fields.type,
    value: Schema.String,
    verified: Schema.Boolean,
    person_id: Schema.String
  })
)
const numberedPersons = decodedBy(Schema.Struct({ n: Schema.Int, ...Rows.PersonRow.fields }))

interface Asked {
  readonly workspaceId: string
  readonly personId: string
}
interface AskedOwners {
  readonly workspaceId: string
  readonly identifiers: ReadonlyArray<Identifier>
}
/** Enough that 512 callers share two statements; two at once leave connections for everything else. */
const batchMost = 256
const batchLanes = 2

/** Gathered as JSON by the database, so its times are text. */
const numberedProfiles = decodedBy(
  Schema.Struct({
    n: Schema.Int,
    ...Rows.PersonRow.fields,
    identities: Schema.Array(
      Schema.Struct({
        ...Rows.IdentityRow.fields,
        created_at: Schema.DateFromString,
        updated_at: Schema.DateFromString
      })
    )
  })
)
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

  // Looked up one by one through an index, whatever the tables looked like when the statement was planned (ADR 0008).
  const wanted = (keys: ReadonlyArray<Asked>) =>
    sql`json_to_recordset(${JSON.stringify(keys.map((key, n) => ({ n, ...key })))}::text::json)
      as w(n int, "workspaceId" text, "personId" text)
      cross join lateral (select * from persons
        where id = w."personId" and workspace_id = w."workspaceId" limit 1) a
      cross join lateral (select * from persons
        where id = case when a.merged_into is null then a.id else person_root(a.id) end limit 1) p`

  const one = Batch.make({
    most: batchMost,
    lanes: batchLanes,
    read: Effect.fnUntraced(function* (keys: ReadonlyArray<Asked>) {
      const rows = yield* numberedPersons(yield* sql`select w.n, p.* from ${wanted(keys)}`)
      const found = new Map(rows.map((row) => [row.n, row]))
      return keys.map((_, n) => ({ row: found.get(n) }))
    })
  })
  const get = Effect.fnUntraced(function* (workspaceId: string, personId: string) {
    const { row } = yield* one({ workspaceId, personId })
    return row === undefined ? yield* new PersonNotFound({ personId }) : Rows.toPerson(row, personId)
  })

  const profiles = Batch.make({
    most: batchMost,
    lanes: batchLanes,
    read: Effect.fnUntraced(function* (keys: ReadonlyArray<Asked>) {
      const rows = yield* numberedProfiles(
        yield* sql`select w.n, p.*, coalesce((select json_agg(i) from identities i where i.person_id = any(
            case when exists (select 1 from persons m where m.merged_into = p.id)
              then array(select person_lineage(p.id)) else array[p.id] end)), '[]') as identities
          from ${wanted(keys)}`
      )
      const found = new Map(rows.map((row) => [row.n, row]))
      return keys.map((_, n) => ({ row: found.get(n) }))
    })
  })
  const profile = Effect.fnUntraced(function* (workspaceId: string, personId: string) {
    const { row } = yield* profiles({ workspaceId, personId })
    if (row === undefined) return yield* new PersonNotFound({ personId })
    const identities = row.identities.map(Rows.toIdentity(row.id)).toSorted(byStrength)
    return { person: Rows.toPerson(row, personId), identities }
  })
  const identitiesOf = (workspaceId: string, personId: string, only?: string) =>
    Effect.map(profile(workspaceId, personId), ({ identities }) =>
      identities.filter((identity) => only === undefined || identity.id === only)
    )

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

  const askedOwners = Batch.make({
    most: batchMost,
    lanes: batchLanes,
    read: Effect.fnUntraced(function* (keys: ReadonlyArray<AskedOwners>) {
      const flat = keys.flatMap(({ identifiers, workspaceId }, n) =>
        identifiers.map(({ type, value }) => ({ n, workspace: workspaceId, type, value }))
      )
      const rows = yield* owners(
        yield* sql`select w.n, i.type, i.value, i.verified,
            case when p.merged_into is null then p.id else person_root(p.id) end as person_id
          from json_to_recordset(${JSON.stringify(flat)}::text::json) as w(n int, workspace text, type text, value text)
          cross join lateral (select * from identities
            where workspace_id = w.workspace and type = w.type and value = w.value limit 1) i
          cross join lateral (select * from persons where id = i.person_id limit 1) p`
      )
      return keys.map((_, n) =>
        rows
          .filter((row) => row.n === n)
          .map((row): Owner => ({
            identifier: { type: row.type, value: row.value },
            personId: row.person_id,
            verified: row.verified
          }))
      )
    })
  })

  const consentLog = ofLineage(
    consents,
    (personId) => (row) => ({ personId, row }),
    (mine) => sql`select * from consents where ${mine} order by position desc`
  )

  const relevance = ({ near }: MemoryFilter): Fragment => {
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
      from (select *, ${relevance(filter)} as relevance,
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
    owners: (workspaceId, identifiers) => askedOwners({ workspaceId, identifiers }),
    profile,
    identities: identitiesOf,
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
