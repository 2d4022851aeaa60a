/** The lookups that every request makes, asked of the database for many callers at once. */
import * as Decoded from "@loopdrive/actor/Decoded"
import * as Batch from "@loopdrive/actor/Batch"
import type { Identifier } from "@loopdrive/domain/Identifier"
import * as Effect from "effect/Effect"
import * as Schema from "effect/Schema"
import * as SqlClient from "effect/sql/SqlClient"
import { PersonNotFound } from "./core/Refusal.ts"
import * as Lineage from "./Lineage.ts"
import * as Rows from "./Rows.ts"
import { byStrength } from "./Store.ts"
import type { Owner, Profile } from "./Store.ts"

const numberedPersons = Decoded.all(Schema.Struct({ n: Schema.Int, ...Rows.PersonRow.fields }))

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

/** Identities are gathered as JSON by the database, so their times are text. */
const ProfileRow = Schema.Struct({
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
const numberedProfiles = Decoded.all(ProfileRow)
const owners = Decoded.all(
  Schema.Struct({
    ...ProfileRow.fields,
    type: Rows.IdentityRow.fields.type,
    value: Schema.String,
    told_of: Schema.String,
    verified: Schema.Boolean
  })
)

const toProfile = (row: typeof ProfileRow.Type, personId: string): Profile => ({
  person: Rows.toPerson(row, personId),
  identities: Rows.toIdentities(row.id, row.identities).toSorted(byStrength)
})

/** The part of `PersonStore` that is asked for in batches. */
export const make = Effect.gen(function* () {
  const sql = yield* SqlClient.SqlClient

  // Looked up one by one through an index, whatever the tables looked like when the statement was planned (ADR 0008).
  const wanted = (keys: ReadonlyArray<Asked>) =>
    sql`json_to_recordset(${JSON.stringify(keys.map((key, n) => ({ n, ...key })))}::text::json)
      as w(n int, "workspaceId" text, "personId" text)
      cross join lateral (select * from persons
        where id = w."personId" and workspace_id = w."workspaceId" limit 1) a
      cross join lateral (select * from persons
        where id = case when a.merged_into is null then a.id else person_root(a.id) end limit 1) p`

  /** Those of the whole lineage of a root `p`. */
  const identitiesOfRoot = sql.literal(
    `coalesce((select json_agg(i) from ${Lineage.rowsOf("identities", Lineage.idsOf("p.id"))} i), '[]')`
  )

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
        yield* sql`select w.n, p.*, ${identitiesOfRoot} as identities from ${wanted(keys)}`
      )
      const found = new Map(rows.map((row) => [row.n, row]))
      return keys.map((_, n) => ({ row: found.get(n) }))
    })
  })
  const profile = Effect.fnUntraced(function* (workspaceId: string, personId: string) {
    const { row } = yield* profiles({ workspaceId, personId })
    return row === undefined ? yield* new PersonNotFound({ personId }) : toProfile(row, personId)
  })
  const identitiesOf = (workspaceId: string, personId: string, only?: string) =>
    Effect.map(profile(workspaceId, personId), ({ identities }) =>
      identities.filter((identity) => only === undefined || identity.id === only)
    )

  const askedOwners = Batch.make({
    most: batchMost,
    lanes: batchLanes,
    read: Effect.fnUntraced(function* (keys: ReadonlyArray<AskedOwners>) {
      const flat = keys.flatMap(({ identifiers, workspaceId }, n) =>
        identifiers.map(({ type, value }) => ({ n, workspace: workspaceId, type, value }))
      )
      const rows = yield* owners(
        yield* sql`select w.n, w.type, w.value, f.person_id as told_of, f.verified, p.*, ${identitiesOfRoot} as identities
          from json_to_recordset(${JSON.stringify(flat)}::text::json) as w(n int, workspace text, type text, value text)
          cross join lateral (select person_id, verified from identities
            where workspace_id = w.workspace and type = w.type and value = w.value limit 1) f
          cross join lateral (select id, merged_into from persons where id = f.person_id limit 1) a
          cross join lateral (select * from persons
            where id = case when a.merged_into is null then a.id else person_root(a.id) end limit 1) p`
      )
      const found = Map.groupBy(rows, (row) => row.n)
      return keys.map((_, n) =>
        (found.get(n) ?? []).map((row): Owner => ({
          identifier: { type: row.type, value: row.value },
          personId: row.id,
          toldOf: row.told_of,
          verified: row.verified,
          profile: toProfile(row, row.id)
        }))
      )
    })
  })

  return {
    get,
    profile,
    identities: identitiesOf,
    owners: (workspaceId: string, identifiers: ReadonlyArray<Identifier>) => askedOwners({ workspaceId, identifiers })
  }
})
