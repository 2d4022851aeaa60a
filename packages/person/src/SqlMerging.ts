/** Merges on PostgreSQL and PGlite: one transaction over both rows, locked in the order of their ids. */
import { FactSource } from "@loopdrive/actor/Facts"
import type { Load } from "@loopdrive/actor/Behavior"
import * as Ids from "@loopdrive/domain/Ids"
import { Metadata } from "@loopdrive/domain/Json"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Schedule from "effect/Schedule"
import * as Schema from "effect/Schema"
import * as SqlClient from "effect/sql/SqlClient"
import { isSqlError } from "effect/sql/SqlError"
import type { SqlError } from "effect/sql/SqlError"
import * as Merge from "./core/Merge.ts"
import { PersonNotFound } from "./core/Refusal.ts"
import type { ConsentEntry, Person, Profile } from "./core/State.ts"
import * as Loader from "./Load.ts"
import { Merging, NotMerged } from "./Merging.ts"
import * as Proposals from "./Proposals.ts"
import { PersonStore } from "./Store.ts"
import * as Tables from "./Tables.ts"

const StoredProfile = Schema.Struct({
  firstName: Schema.optional(Schema.String),
  lastName: Schema.optional(Schema.String),
  locale: Schema.optional(Schema.String),
  timezone: Schema.optional(Schema.String),
  metadata: Schema.optional(Metadata)
})

/** What an unmerge needs to know: the survivor's own words before, and which entries the merge added. */
const Record = Schema.Struct({
  before: StoredProfile,
  merged: StoredProfile,
  consentsBefore: Schema.Array(Schema.String),
  restated: Schema.Array(Schema.String)
})
const MergeRow = Schema.Struct({
  id: Schema.String,
  source_id: Schema.String,
  target_id: Schema.String,
  record: Record
})
const decodeMerges = Schema.decodeUnknownEffect(Schema.Array(MergeRow))

const profileOf = (stored: typeof StoredProfile.Type): Profile => ({
  firstName: stored.firstName,
  lastName: stored.lastName,
  locale: stored.locale,
  timezone: stored.timezone,
  metadata: stored.metadata
})

interface Pair {
  readonly source: Person
  readonly target: Person
}

/**
 * Between the look and the lock another merge went first. The transaction begins anew: to lock more in this one would not
 * be in the order of the ids.
 */
class Moved extends Schema.TaggedError<Moved>("@loopdrive/person/SqlMerging/Moved")("Moved", {}) {}

const isLostRace = (error: unknown): boolean =>
  error instanceof Moved ||
  (isSqlError(error) && ["DeadlockError", "SerializationError", "LockTimeoutError"].includes(error.reason._tag))
/** Somebody else went on each time. */
const again = Schedule.min([Schedule.exponential("5 millis"), Schedule.spaced("100 millis")]).pipe(
  Schedule.jittered,
  Schedule.upTo({ duration: "15 seconds" })
)

const make = Effect.gen(function* () {
  const sql = yield* SqlClient.SqlClient
  const store = yield* PersonStore
  const facts = yield* FactSource
  const load: Load<Person, SqlError> = yield* Loader.make

  const transact = <A, E>(effect: Effect.Effect<A, E | Moved>): Effect.Effect<A, Exclude<E, Moved> | SqlError> =>
    sql.withTransaction(effect).pipe(
      Effect.retry({ while: isLostRace, schedule: again }),
      Effect.catch((error): Effect.Effect<never, Exclude<E, Moved> | SqlError> =>
        error instanceof Moved
          ? Effect.die(new Error("merges of the same people overtook this one for 15 seconds"))
          : Effect.fail(error as Exclude<E, Moved> | SqlError)
      )
    )

  // A journal's statement takes its rows in no order, so the two may wait for each other. PostgreSQL sees that after a
  // second, in which the journal stands still; a merge can give way sooner.
  const lock = (ids: ReadonlyArray<string>) =>
    Effect.andThen(
      sql`select set_config('lock_timeout', '100ms', true)`,
      sql`select id from persons where id in ${sql.in([...ids])} order by id for update`
    )

  /** Both as they are, or `undefined`: they are one already. Followed to the roots, locked, and looked at again. */
  const lockedPair = (
    workspaceId: string,
    sourceId: string,
    targetId: string
  ): Effect.Effect<Pair | undefined, SqlError | PersonNotFound | Moved> =>
    Effect.gen(function* () {
      const [from, to] = [yield* store.root(workspaceId, sourceId), yield* store.root(workspaceId, targetId)]
      if (from === to) return undefined
      yield* lock([from, to])
      const states = yield* load([from, to])
      const source = states.get(from)?.state
      const target = states.get(to)?.state
      if (source?.status !== "present" || target?.status !== "present") return yield* new Moved()
      return { source, target }
    })

  const append = (person: Person, entries: ReadonlyArray<ConsentEntry>) =>
    Effect.forEach(entries, (entry) => {
      const row = { ...Tables.consentRow(entry), person_id: person.id, workspace_id: person.workspaceId }
      return sql`insert into consents select r.* from json_populate_record(null::consents,
        ${JSON.stringify(row)}::text::json) r`
    })

  const rise = (personId: string, profile: Profile) => sql`
    update persons set version = version + 1, updated_at = ${new Date(facts.gather().now)},
      first_name = ${profile.firstName ?? null}, last_name = ${profile.lastName ?? null},
      locale = ${profile.locale ?? null}, timezone = ${profile.timezone ?? null},
      metadata = ${profile.metadata === undefined ? null : JSON.stringify(profile.metadata)}::text::jsonb
    where id = ${personId}`

  const join = Effect.fnUntraced(function* ({ source, target }: Pair, by: string) {
    const known = facts.gather()
    const merged = Merge.profile(target.profile, source.profile)
    const entries = Merge.consents(target, source, known)
    const record: typeof Record.Type = {
      before: target.profile,
      merged,
      consentsBefore: target.consents.map((entry) => entry.id),
      restated: entries.map((entry) => entry.id)
    }
    yield* sql`update persons set merged_into = ${target.id}, version = version + 1 where id = ${source.id}`
    yield* rise(target.id, merged)
    yield* append(target, entries)
    yield* sql`insert into merges (id, workspace_id, source_id, target_id, record, merged_by)
      values (${Ids.fresh("merge", known)}, ${target.workspaceId}, ${source.id}, ${target.id},
        ${JSON.stringify(record)}::text::jsonb, ${by})`
  })

  const merge = (workspaceId: string, sourceId: string, targetId: string, by: string) =>
    transact(
      Effect.flatMap(lockedPair(workspaceId, sourceId, targetId), (pair) =>
        pair === undefined ? Effect.void : join(pair, by)
      )
    ).pipe(Effect.andThen(store.get(workspaceId, targetId)))

  const preview = Effect.fnUntraced(function* (workspaceId: string, sourceId: string, targetId: string) {
    const pair = yield* transact(lockedPair(workspaceId, sourceId, targetId))
    const [source, target] = [yield* store.get(workspaceId, sourceId), yield* store.get(workspaceId, targetId)]
    if (pair === undefined) return { source, target, profile: {}, identities: [], consents: [] }
    const merged = Merge.profile(pair.target.profile, pair.source.profile)
    const taken = Object.entries(merged).filter(
      ([field, value]) => JSON.stringify(value) !== JSON.stringify(pair.target.profile[field as keyof Profile])
    )
    return {
      source,
      target,
      profile: Object.fromEntries(taken),
      identities: yield* store.identities(workspaceId, sourceId),
      consents: Merge.changes(pair.target, pair.source)
    }
  })

  const undo = Effect.fnUntraced(function* (row: typeof MergeRow.Type, workspaceId: string) {
    const survivor = yield* store.root(workspaceId, row.target_id)
    yield* lock([...new Set([row.source_id, row.target_id, survivor])])
    const undone = yield* sql`update merges set undone_at = ${new Date(facts.gather().now)}
      where id = ${row.id} and undone_at is null returning id`
    // Undone by somebody else meanwhile, or the survivor was merged on.
    if (undone.length === 0 || (yield* store.root(workspaceId, row.target_id)) !== survivor) return yield* new Moved()
    yield* sql`update persons set merged_into = null, version = version + 1 where id = ${row.source_id}`
    const target = (yield* load([row.target_id])).get(row.target_id)?.state
    if (target === undefined) return yield* new PersonNotFound({ personId: row.target_id })
    const before = new Set(row.record.consentsBefore)
    const log = yield* consentLog(row.target_id)
    const own = log.filter((entry) => before.has(entry.id))
    yield* append(target, Merge.consentsBack(target.consents, own, new Set(row.record.restated), facts.gather()))
    yield* rise(
      row.target_id,
      Merge.profileBack(target.profile, profileOf(row.record.before), profileOf(row.record.merged))
    )
    // Whoever stands for the target stands for the source no longer.
    if (survivor !== row.target_id) yield* sql`update persons set version = version + 1 where id = ${survivor}`
  })

  /** Everything the person ever said itself, replaced entries included. */
  const consentLog = (personId: string) => Loader.consentsOf(sql, personId)

  const unmerge = (workspaceId: string, personId: string) =>
    transact(
      Effect.gen(function* () {
        yield* store.root(workspaceId, personId)
        const rows = yield* sql`select id, source_id, target_id, record from merges
          where workspace_id = ${workspaceId} and undone_at is null
            and (source_id = ${personId} or target_id = ${personId})
          order by source_id = ${personId} desc, created_at desc, id desc limit 1`
        const [row] = yield* Effect.orDie(decodeMerges(rows))
        if (row === undefined) return yield* new NotMerged({ personId })
        yield* undo(row, workspaceId)
        return row
      })
    ).pipe(
      Effect.flatMap((row) =>
        Effect.all({ source: store.get(workspaceId, row.source_id), target: store.get(workspaceId, row.target_id) })
      )
    )

  return Merging.of({ merge, preview, unmerge, ...(yield* Proposals.make(merge)) })
})

export const layer: Layer.Layer<Merging, never, SqlClient.SqlClient | PersonStore | FactSource> = Layer.effect(
  Merging,
  make
)
