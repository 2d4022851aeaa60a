/**
 * What a read costs when tables have grown since it was planned. The embedded database has one session and analyses
 * nothing within a test, so what PostgreSQL counts of it is what these statements read.
 */
import { assert, layer as suite } from "@effect/vitest"
import { Merging } from "@loopdrive/person/Merging"
import { PersonStore } from "@loopdrive/person/Store"
import * as TestDatabase from "@loopdrive/testkit/TestDatabase"
import * as Effect from "effect/Effect"
import * as Schema from "effect/Schema"
import { SqlClient } from "effect/sql/SqlClient"
import type { SqlError } from "effect/sql/SqlError"
import type { PersonNotFound } from "../src/core/Refusal.ts"
import * as AddressRows from "../src/AddressRows.ts"
import * as Load from "../src/Load.ts"
import { ask, consent, email, layer, note, resolve, workspace } from "./People.ts"

const many = 3_000
const now = Date.UTC(2030, 0, 1)

/** Others, each with a row in every table. */
const crowd = (workspaceId: string) =>
  Effect.gen(function* () {
    const sql = yield* SqlClient
    const all = sql.literal(`from generate_series(1, ${many}) n`)
    yield* sql`insert into persons (id, version, workspace_id, organization_id, created_at, updated_at)
      select 'per_crowd_' || n, 1, ${workspaceId}, 'org_test', now(), now() ${all}`
    yield* sql`insert into identities (id, workspace_id, person_id, type, value, verified, created_at, updated_at)
      select 'i_' || n, ${workspaceId}, 'per_crowd_' || n, 'email', 'crowd' || n || '@example.com', false, now(), now()
      ${all}`
    yield* sql`insert into consents (id, workspace_id, person_id, channel, scope, status, source, position, created_at)
      select 'c_' || n, ${workspaceId}, 'per_crowd_' || n, 'email', 'both', 'granted', 't', 1, now() ${all}`
    yield* sql`insert into notes (id, workspace_id, person_id, author_id, content, created_at)
      select 'n_' || n, ${workspaceId}, 'per_crowd_' || n, 'a', 'x', now() ${all}`
    yield* sql`insert into topics (id, workspace_id, person_id, name, weight, source, created_at, updated_at)
      select 't_' || n, ${workspaceId}, 'per_crowd_' || n, 'x', 1, 'manual', now(), now() ${all}`
    yield* sql`insert into memories (id, workspace_id, person_id, kind, text, confidence, embedding, embedding_model,
        created_at)
      select 'm_' || n, ${workspaceId}, 'per_crowd_' || n, 'fact', 'x', 1, array_fill(0.1::real, array[1536])::vector, 'a', now()
      ${all}`
  })

const decodeRead = Schema.decodeUnknownEffect(Schema.Tuple([Schema.Struct({ rows: Schema.Int })]))

/** How many rows of the person graph this session has read so far, in order or by index. */
const read = Effect.gen(function* () {
  const sql = yield* SqlClient
  yield* sql`select pg_stat_force_next_flush()`
  const [{ rows }] = yield* decodeRead(
    yield* sql`select sum(seq_tup_read + coalesce(idx_tup_fetch, 0))::int as rows from pg_stat_user_tables
      where relname in ('persons', 'identities', 'consents', 'notes', 'topics', 'memories', 'admissions')`
  )
  return rows
})

suite(TestDatabase.layerPglite, { timeout: "60 seconds", excludeTestServices: true })(
  "reads of one person among many",
  (it) => {
    it.effect("go by an index, whatever the tables looked like when they were planned", () =>
      Effect.gen(function* () {
        const tenant = yield* workspace("plans")
        const { workspaceId } = tenant
        const store = yield* PersonStore
        const sql = yield* SqlClient
        const load = yield* Load.make
        const { personId: alone } = yield* resolve(tenant, email("alone"))
        const { personId } = yield* resolve(tenant, email("ada"))
        const { personId: before } = yield* resolve(tenant, email("ada.before"))
        yield* ask(tenant, personId, consent("granted"))
        yield* ask(tenant, personId, note("a note"))
        yield* (yield* Merging).merge(workspaceId, before, personId, "test")

        const filter = { kinds: [], minConfidence: undefined, limit: 10, near: undefined, now }
        const reads: Readonly<Record<string, (id: string) => Effect.Effect<unknown, SqlError | PersonNotFound>>> = {
          root: (id) => store.root(workspaceId, id),
          roots: (id) => store.roots(workspaceId, [id]),
          lineage: (id) => store.lineage(workspaceId, id),
          get: (id) => store.get(workspaceId, id),
          profile: (id) => store.profile(workspaceId, id),
          portrait: (id) => store.portrait(workspaceId, id, filter),
          owners: () => store.owners(workspaceId, [email("ada"), email("nobody")]),
          consents: (id) => store.consents(workspaceId, id, undefined, now),
          notes: (id) => store.notes(workspaceId, id),
          topics: (id) => store.topics(workspaceId, id),
          objectives: (id) => store.objectives(workspaceId, id),
          memories: (id) => store.memories(workspaceId, id, filter),
          load: (id) => load([id]),
          addresses: (id) =>
            sql`select i.* from (select ${id}::text as person, ${workspaceId}::text as workspace) w
              cross join lateral ${AddressRows.of(sql, { workspace: "w.workspace", person: "w.person" })} i`
        }
        const planned = Effect.forEach(Object.values(reads), (one) =>
          Effect.forEach([alone, personId, before], (id) => Effect.repeat(one(id), { times: 5 }))
        )
        yield* planned
        yield* crowd(workspaceId)
        const costs: Record<string, number> = {}
        for (const [name, one] of Object.entries(reads)) {
          const start = yield* read
          yield* Effect.forEach([alone, personId, before], one)
          costs[name] = (yield* read) - start
        }
        assert.deepStrictEqual(
          Object.entries(costs).filter(([, rows]) => rows > 60),
          []
        )
        // What is counted is what is read: a walk through the people shows.
        const start = yield* read
        yield* sql`select count(version) from persons`
        assert.isAbove((yield* read) - start, many)
      }).pipe(Effect.provide(layer))
    )
  }
)
