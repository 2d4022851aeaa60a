/** Reads persons back for their activations: head, identifiers and consents of the whole lineage in one statement. */
import type { Load, Loaded } from "@loopdrive/actor/Behavior"
import * as Decoded from "@loopdrive/actor/Decoded"
import * as Effect from "effect/Effect"
import * as SqlClient from "effect/sql/SqlClient"
import type { SqlError } from "effect/sql/SqlError"
import * as Lineage from "./Lineage.ts"
import * as Consent from "./core/Consent.ts"
import type { Admission, ConsentEntry, Identity, Person } from "./core/State.ts"
import { ConsentRow, StateRow } from "./Rows.ts"
import * as Standing from "./Standing.ts"

const states = Decoded.all(StateRow)

type Row = typeof StateRow.Type
const optional = <A>(value: A | null): A | undefined => value ?? undefined

const identityOf = (row: Row["identities"][number]): Identity => ({
  id: row.id,
  personId: row.person_id,
  type: row.type,
  value: row.value,
  verified: row.verified,
  isPrimary: row.is_primary,
  metadata: optional(row.metadata),
  createdAt: row.created_at,
  updatedAt: row.updated_at
})

const entryOf = (row: Row["consents"][number]): ConsentEntry => ({
  id: row.id,
  channel: row.channel,
  scope: row.scope,
  status: row.status,
  source: row.source,
  grantedAt: optional(row.granted_at),
  revokedAt: optional(row.revoked_at),
  expiresAt: optional(row.expires_at),
  metadata: optional(row.metadata),
  position: row.position,
  createdAt: row.created_at
})

const admissionOf = (row: Row["admissions"][number]): Admission => ({
  sendId: row.send_id,
  personId: row.person_id,
  channel: row.channel,
  purpose: row.purpose,
  state: row.state,
  askedAt: row.asked_at,
  due: row.due_at,
  deferredFor: optional(row.deferred_for),
  expiresAt: row.expires_at,
  countsAt: optional(row.counts_at),
  priority: row.priority,
  value: row.value,
  refuses: row.refuses,
  confirmation: row.confirmation,
  sameAs: optional(row.same_as)
})

/** The state that a row is, with the version it was read at. */
export const stateOf = (row: Row): Loaded<Person> => ({
  version: row.version,
  state: {
    id: row.id,
    status: row.merged_into === null ? "present" : "merged",
    mergedInto: optional(row.merged_into),
    absorbed: row.absorbed,
    workspaceId: row.workspace_id,
    organizationId: optional(row.organization_id),
    profile: {
      firstName: optional(row.first_name),
      lastName: optional(row.last_name),
      locale: optional(row.locale),
      timezone: optional(row.timezone),
      metadata: optional(row.metadata)
    },
    identities: row.identities.map(identityOf),
    consents: row.consents.map(entryOf).reduce<ReadonlyArray<ConsentEntry>>(Consent.record, []),
    admissions: row.admissions.map(admissionOf),
    createdAt: row.created_at.getTime(),
    updatedAt: row.updated_at.getTime()
  }
})

const entries = Decoded.all(ConsentRow)

/** The log of one person alone, replaced entries included, oldest first. */
export const consentsOf = Effect.fnUntraced(function* (sql: SqlClient.SqlClient, personId: string) {
  const rows = yield* sql`select * from consents where person_id = ${personId} order by position`
  return (yield* entries(rows)).map(Standing.entryOf)
})

/** The loader of the person's behavior. */
export const make: Effect.Effect<Load<Person, SqlError>, never, SqlClient.SqlClient> = Effect.gen(function* () {
  const sql = yield* SqlClient.SqlClient
  const own = (table: string, where?: string) => sql.literal(Lineage.rowsOf(table, "l.ids", where))
  const millis = (column: string) => sql.literal(`(extract(epoch from ${column}) * 1000)::float8`)
  return Effect.fn("Person.load")(function* (ids) {
    const rows = yield* sql`
      select p.id, p.version, p.merged_into, p.workspace_id, p.organization_id, p.first_name, p.last_name, p.locale,
        p.timezone, p.metadata, p.created_at, p.updated_at,
        to_json(array_remove(l.ids, p.id)) as absorbed,
        coalesce((select json_agg(json_build_object('id', i.id, 'person_id', i.person_id, 'type', i.type,
            'value', i.value, 'verified', i.verified, 'is_primary', i.is_primary, 'metadata', i.metadata,
            'created_at', ${millis("i.created_at")}, 'updated_at', ${millis("i.updated_at")}) order by i.created_at, i.id)
          from ${own("identities")} i), '[]') as identities,
        coalesce((select json_agg(json_build_object('id', c.id, 'channel', c.channel, 'scope', c.scope,
            'status', c.status, 'source', c.source, 'granted_at', ${millis("c.granted_at")},
            'revoked_at', ${millis("c.revoked_at")}, 'expires_at', ${millis("c.expires_at")}, 'metadata', c.metadata,
            'position', c.position, 'created_at', ${millis("c.created_at")}) order by c.position)
          from ${own("consents")} c), '[]') as consents,
        coalesce((select json_agg(json_build_object('send_id', a.send_id, 'person_id', a.person_id,
            'channel', a.channel, 'purpose', a.purpose, 'state', a.state, 'asked_at', ${millis("a.asked_at")},
            'due_at', ${millis("a.due_at")}, 'deferred_for', a.deferred_for, 'expires_at', ${millis("a.expires_at")},
            'counts_at', ${millis("a.counts_at")}, 'priority', a.priority, 'value', a.value, 'refuses', a.refuses,
            'confirmation', a.confirmation, 'same_as', a.same_as) order by a.send_id)
          from (select * from ${own("admissions", "state <> 'ended'")} p
            union all select * from ${own("admissions", "state = 'ended' and counts_at > now() - interval '31 days'")} e
          ) a), '[]') as admissions
      from json_array_elements_text(${JSON.stringify(ids)}::text::json) as w(id)
      -- One look by index for each, whatever the table looked like when the statement was planned.
      cross join lateral (select * from persons where id = w.id limit 1) p
      cross join lateral (select ${sql.literal(Lineage.idsOf("p.id"))} as ids) l`
    const decoded = yield* states(rows)
    return new Map(decoded.map((row) => [row.id, stateOf(row)]))
  })
})
