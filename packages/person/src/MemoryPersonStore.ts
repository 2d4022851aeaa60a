/** The person graph's queries on tables in memory: the answers of the SQL store, for tests without a database. */
import { MemoryTables } from "@loopdrive/actor/MemoryTables"
import type { MemoryTablesShape, Values } from "@loopdrive/actor/MemoryTables"
import type { Table } from "@loopdrive/actor/Table"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Schema from "effect/Schema"
import { PersonNotFound } from "./core/Refusal.ts"
import * as Search from "./core/Search.ts"
import * as MemoryPeople from "./MemoryPeople.ts"
import * as Rows from "./Rows.ts"
import * as Standing from "./Standing.ts"
import { PersonStore, byStrength } from "./Store.ts"
import type { MemoryFilter, Owner, Page, Profile } from "./Store.ts"
import * as Tables from "./Tables.ts"

const consents = MemoryPeople.rowsBy(Rows.ConsentRow)
const notes = MemoryPeople.rowsBy(Rows.NoteRow)
const topics = MemoryPeople.rowsBy(Rows.TopicRow)
const objectives = MemoryPeople.rowsBy(Rows.ObjectiveRow)
const identities = MemoryPeople.rowsBy(Rows.IdentityRow)
const { relevance: _, ...memoryFields } = Rows.MemoryRow.fields
const memories = MemoryPeople.rowsBy(
  Schema.Struct({ ...memoryFields, embedding: Schema.Array(Schema.Finite), embedding_model: Schema.String })
)
const memoryTable = Tables.memories("real[]")

interface Recorded {
  readonly id: string
  readonly created_at: Date
}
const newest = (a: Recorded, b: Recorded): number =>
  b.created_at.getTime() - a.created_at.getTime() || (a.id < b.id ? 1 : -1)

const pageOf = <A>(rows: ReadonlyArray<A>, { limit, offset }: Page): ReadonlyArray<A> =>
  rows.slice(offset, offset + limit)

/** The first of each. */
const distinct = <A>(rows: ReadonlyArray<A>, by: (row: A) => string): ReadonlyArray<A> =>
  [...Map.groupBy(rows, by).values()].flatMap((same) => same.slice(0, 1))

const dot = (a: ReadonlyArray<number>, b: ReadonlyArray<number>): number =>
  a.reduce((sum, component, at) => sum + component * (b[at] ?? 0), 0)

const people = (tables: MemoryTablesShape, workspaceId: string) =>
  MemoryPeople.people(tables, (values) => values["workspace_id"] === workspaceId && !MemoryPeople.isMerged(values))

/** The rows of a table for everybody a person stands for, and the id it lives under now. */
const ofLineage =
  (tables: MemoryTablesShape) =>
  <A>(read: MemoryPeople.Read<A>, table: Table) =>
  (workspaceId: string, personId: string, only?: string) =>
    Effect.suspend(() => {
      const root = MemoryPeople.rootOf(tables, workspaceId, personId)
      if (root === undefined) return Effect.fail(new PersonNotFound({ personId }))
      const lineage = new Set<unknown>(MemoryPeople.lineageOf(tables, root))
      const mine = (values: Values) => lineage.has(values["person_id"]) && (only === undefined || values["id"] === only)
      return Effect.succeed({ personId: root, rows: read(tables, table, mine) })
    })

/** The best score of every survivor who is meant by one of the words, at least as surely as that. */
const meantBy = (tables: MemoryTablesShape, workspaceId: string, words: ReadonlyArray<string>, least = 0) => {
  const here = (values: Values) => values["workspace_id"] === workspaceId
  const byPerson = Map.groupBy(identities(tables, Tables.identities, here), (row) => row.person_id)
  const best = new Map<string, number>()
  for (const row of MemoryPeople.people(tables, here)) {
    const names = { firstName: row.first_name, lastName: row.last_name }
    const score = Math.max(0, ...words.map((word) => Search.score(word, names, byPerson.get(row.id) ?? [])))
    const root = MemoryPeople.survivorOf(tables, row.id)
    if (score > 0 && score >= least) best.set(root, Math.max(score, best.get(root) ?? 0))
  }
  return best
}

const search = (tables: MemoryTablesShape, workspaceId: string, query: string, page: Page) => {
  const asked = Search.asked(query)
  const found = meantBy(tables, workspaceId, [asked])
  const best = found.size > 0 ? found : meantBy(tables, workspaceId, Search.swapped(asked), Search.certain)
  const hits = people(tables, workspaceId)
    .flatMap((row) => {
      const score = best.get(row.id)
      return score === undefined ? [] : [{ row, score }]
    })
    .toSorted((a, b) => b.score - a.score || newest(a.row, b.row))
  return { persons: pageOf(hits, page).map(({ row }) => Rows.toPerson(row)), total: hits.length }
}

const ranked = (rows: ReturnType<typeof memories>, filter: MemoryFilter): ReadonlyArray<typeof Rows.MemoryRow.Type> => {
  const now = new Date(filter.now)
  const { near } = filter
  const wanted = rows.filter(
    (row) =>
      (filter.kinds.length === 0 || filter.kinds.includes(row.kind)) &&
      row.confidence >= (filter.minConfidence ?? 0) &&
      (filter.only !== undefined || row.expires_at === null || row.expires_at > now)
  )
  const nearness = (row: (typeof rows)[number], to: NonNullable<typeof near>): number => {
    const product = row.embedding_model === to.model ? dot(row.embedding, to.embedding) : 0
    return Math.abs(product) < 1e-6 ? 0 : product
  }
  // What two people of one lineage were both told is one memory.
  return distinct(wanted.toSorted(newest), (row) => `${row.kind} ${row.text}`)
    .map((row) => ({ ...row, relevance: near === undefined ? null : nearness(row, near) }))
    .toSorted((a, b) => (b.relevance ?? 0) - (a.relevance ?? 0) || newest(a, b))
    .slice(0, filter.limit)
}

const make = Effect.gen(function* () {
  const tables = yield* MemoryTables
  const from = ofLineage(tables)

  const newestOf = <A extends Recorded, B>(
    read: MemoryPeople.Read<A>,
    table: Table,
    to: (personId: string) => (row: A) => B
  ) => {
    const find = from(read, table)
    return (workspaceId: string, personId: string, only?: string) =>
      Effect.map(find(workspaceId, personId, only), (found) => found.rows.toSorted(newest).map(to(found.personId)))
  }
  const consentLog = (workspaceId: string, personId: string, only?: string) =>
    Effect.map(from(consents, Tables.consents)(workspaceId, personId, only), (found) =>
      found.rows.toSorted((a, b) => b.position - a.position).map((row) => ({ personId: found.personId, row }))
    )
  const root = (workspaceId: string, personId: string) =>
    Effect.suspend(() => {
      const survivor = MemoryPeople.rootOf(tables, workspaceId, personId)
      return survivor === undefined ? Effect.fail(new PersonNotFound({ personId })) : Effect.succeed(survivor)
    })

  const get = (workspaceId: string, personId: string) =>
    Effect.suspend(() => {
      const survivor = MemoryPeople.rootOf(tables, workspaceId, personId)
      const [row] = MemoryPeople.people(tables, (values) => values["id"] === survivor)
      return row === undefined
        ? Effect.fail(new PersonNotFound({ personId }))
        : Effect.succeed(Rows.toPerson(row, personId))
    })
  const identitiesOf = (workspaceId: string, personId: string, only?: string) =>
    Effect.map(from(identities, Tables.identities)(workspaceId, personId, only), (found) =>
      Rows.toIdentities(found.personId, found.rows).toSorted(byStrength)
    )

  const profile = (workspaceId: string, personId: string) =>
    Effect.all({ person: get(workspaceId, personId), identities: identitiesOf(workspaceId, personId) })

  const topicsOf = (workspaceId: string, personId: string, only?: string) =>
    Effect.map(from(topics, Tables.topics)(workspaceId, personId, only), (found) =>
      distinct(
        found.rows.toSorted((a, b) => b.updated_at.getTime() - a.updated_at.getTime()),
        (row) => row.name.toLowerCase()
      )
        .toSorted((a, b) => b.weight - a.weight || (a.name.toLowerCase() < b.name.toLowerCase() ? -1 : 1))
        .map(Rows.toTopic(found.personId))
    )
  const remembered = (workspaceId: string, personId: string, filter: MemoryFilter) =>
    Effect.map(from(memories, memoryTable)(workspaceId, personId, filter.only), (found) =>
      ranked(found.rows, filter).map(Rows.toMemory(found.personId))
    )

  return PersonStore.of({
    root,
    roots: (workspaceId, personIds) =>
      Effect.sync(
        () =>
          new Map(
            personIds.flatMap((id) => {
              const survivor = MemoryPeople.rootOf(tables, workspaceId, id)
              return survivor === undefined ? [] : [[id, survivor] as const]
            })
          )
      ),
    lineage: (workspaceId, personId) =>
      Effect.map(root(workspaceId, personId), (survivor) => MemoryPeople.lineageOf(tables, survivor)),
    get,
    profile,
    list: (workspaceId, page) =>
      Effect.sync(() => {
        const all = people(tables, workspaceId).toSorted(newest)
        return { persons: pageOf(all, page).map((row) => Rows.toPerson(row)), total: all.length }
      }),
    search: (workspaceId, query, page) => Effect.sync(() => search(tables, workspaceId, query, page)),
    owners: (workspaceId, wanted) =>
      Effect.suspend(() => {
        const asked = new Set(wanted.map(({ type, value }) => `${type} ${value}`))
        const rows = identities(
          tables,
          Tables.identities,
          (values) =>
            values["workspace_id"] === workspaceId && asked.has(`${String(values["type"])} ${String(values["value"])}`)
        )
        return Effect.forEach(rows, ({ person_id, type, value, verified }) => {
          const personId = MemoryPeople.survivorOf(tables, person_id)
          const owner = (found: Profile): Owner => ({
            identifier: { type, value },
            personId,
            toldOf: person_id,
            verified,
            profile: found
          })
          return Effect.map(Effect.orDie(profile(workspaceId, personId)), owner)
        })
      }),
    identities: identitiesOf,
    consents: (workspaceId, personId, channel, now) =>
      Effect.map(consentLog(workspaceId, personId), (log) => Standing.of(log, channel, now)),
    refuses: (workspaceId, personId, channel, purpose, now) =>
      Effect.map(consentLog(workspaceId, personId), (log) => Standing.refuses(log, channel, purpose, now)),
    consentHistory: (workspaceId, personId, only) =>
      Effect.map(consentLog(workspaceId, personId, only), (log) =>
        log.map((logged) => Rows.toConsent(logged.personId)(logged.row))
      ),
    notes: newestOf(notes, Tables.notes, Rows.toNote),
    topics: topicsOf,
    memories: remembered,
    portrait: (workspaceId, personId, filter) =>
      Effect.all({
        person: get(workspaceId, personId),
        topics: topicsOf(workspaceId, personId),
        memories: remembered(workspaceId, personId, filter)
      }),
    objectives: newestOf(objectives, Tables.objectives, Rows.toObjective)
  })
})

export const layer: Layer.Layer<PersonStore, never, MemoryTables> = Layer.effect(PersonStore, make)
