/** Merges on PostgreSQL and PGlite. */
import * as Decoded from "@loopdrive/actor/Decoded"
import { FactSource } from "@loopdrive/actor/Facts"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Schedule from "effect/Schedule"
import * as SqlClient from "effect/sql/SqlClient"
import { isSqlError } from "effect/sql/SqlError"
import type { Profile } from "./core/State.ts"
import * as Loader from "./Load.ts"
import { MergeRow, ProposalRow } from "./MergeRows.ts"
import type { MergeRows, ProposalRows } from "./MergeRows.ts"
import { Merging } from "./Merging.ts"
import * as MergeTransaction from "./MergeTransaction.ts"
import { PersonStore } from "./Store.ts"
import * as Tables from "./Tables.ts"

const merges = Decoded.all(MergeRow)
const proposals = Decoded.all(ProposalRow)

const isLostRace = (error: unknown): boolean =>
  isSqlError(error) && ["DeadlockError", "SerializationError", "LockTimeoutError"].includes(error.reason._tag)
/** Somebody else went on each time. */
const again = Schedule.min([Schedule.exponential("5 millis"), Schedule.spaced("100 millis")]).pipe(
  Schedule.jittered,
  Schedule.upTo({ duration: "15 seconds" })
)

const mergeRows: Effect.Effect<MergeRows, never, SqlClient.SqlClient | FactSource> = Effect.gen(function* () {
  const sql = yield* SqlClient.SqlClient
  const facts = yield* FactSource
  const now = () => new Date(facts.gather().now)

  const rise = (personId: string, profile: Profile) => sql`
    update persons set version = version + 1, updated_at = ${now()},
      first_name = ${profile.firstName ?? null}, last_name = ${profile.lastName ?? null},
      locale = ${profile.locale ?? null}, timezone = ${profile.timezone ?? null},
      metadata = ${profile.metadata === undefined ? null : JSON.stringify(profile.metadata)}::text::jsonb
    where id = ${personId}`

  return {
    transact: (effect) => Effect.retry(sql.withTransaction(effect), { while: isLostRace, schedule: again }),
    // A journal's statement takes its rows in no order, so the two may wait for each other. PostgreSQL sees that after
    // a second, in which the journal stands still; a merge can give way sooner.
    lock: (ids) =>
      sql`select set_config('lock_timeout', '100ms', true)`.pipe(
        Effect.andThen(sql`select id from persons where id in ${sql.in([...ids])} order by id for update`),
        Effect.asVoid
      ),
    load: yield* Loader.make,
    point: (personId, into) =>
      Effect.asVoid(
        sql`update persons set merged_into = ${into ?? null}, version = version + 1 where id = ${personId}`
      ),
    rise: (personId, profile) =>
      Effect.asVoid(
        profile === undefined
          ? sql`update persons set version = version + 1 where id = ${personId}`
          : rise(personId, profile)
      ),
    append: (person, entries) =>
      Effect.forEach(
        entries,
        (entry) => {
          const row = { ...Tables.consentRow(entry), person_id: person.id, workspace_id: person.workspaceId }
          return sql`insert into consents select r.* from json_populate_record(null::consents,
            ${JSON.stringify(row)}::text::json) r`
        },
        { discard: true }
      ),
    consentLog: (personId) => Loader.consentsOf(sql, personId),
    record: (merge) =>
      Effect.asVoid(sql`insert into merges (id, workspace_id, source_id, target_id, record, merged_by)
        values (${merge.id}, ${merge.workspace_id}, ${merge.source_id}, ${merge.target_id},
          ${JSON.stringify(merge.record)}::text::jsonb, ${merge.merged_by})`),
    open: Effect.fnUntraced(function* (workspaceId, personId) {
      const rows = yield* sql`select id, source_id, target_id, record from merges
        where workspace_id = ${workspaceId} and undone_at is null
          and (source_id = ${personId} or target_id = ${personId})
        order by source_id = ${personId} desc, created_at desc, id desc limit 1`
      const [row] = yield* merges(rows)
      return row
    }),
    close: (mergeId) =>
      Effect.map(
        sql`update merges set undone_at = ${now()} where id = ${mergeId} and undone_at is null returning id`,
        (closed) => closed.length > 0
      )
  }
})

const proposalRows: Effect.Effect<ProposalRows, never, SqlClient.SqlClient> = Effect.map(
  SqlClient.SqlClient,
  (sql) => ({
    insert: (proposal) =>
      Effect.asVoid(sql`
        insert into merge_proposals (id, workspace_id, person_id, other_id, evidence, status)
        values (${proposal.id}, ${proposal.workspace_id}, ${proposal.person_id}, ${proposal.other_id},
          ${JSON.stringify(proposal.evidence)}::text::jsonb, 'open')
        on conflict (workspace_id, person_id, other_id) do nothing`),
    list: Effect.fnUntraced(function* (workspaceId, status, page) {
      const mine = sql`workspace_id = ${workspaceId} and ${status === undefined ? sql`true` : sql`status = ${status}`}`
      const { total } = yield* Decoded.total(
        yield* sql`select count(*)::int as total from merge_proposals where ${mine}`
      )
      const rows = yield* sql`select * from merge_proposals where ${mine}
        order by created_at desc, id desc limit ${page.limit} offset ${page.offset}`
      return { rows: yield* proposals(rows), total }
    }),
    find: Effect.fnUntraced(function* (workspaceId, proposalId) {
      const rows = yield* sql`select * from merge_proposals where workspace_id = ${workspaceId} and id = ${proposalId}`
      const [row] = yield* proposals(rows)
      return row
    }),
    decide: (workspaceId, proposalId, { at, by, status }) =>
      Effect.asVoid(sql`update merge_proposals set status = ${status}, decided_at = ${at}, decided_by = ${by}
        where workspace_id = ${workspaceId} and id = ${proposalId} and status = 'open'`)
  })
)

export const layer: Layer.Layer<Merging, never, SqlClient.SqlClient | PersonStore | FactSource> = Layer.effect(
  Merging,
  Effect.gen(function* () {
    return yield* MergeTransaction.make(yield* mergeRows, yield* proposalRows)
  })
)
