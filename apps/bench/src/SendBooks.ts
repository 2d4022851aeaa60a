/**
 * What stands in the databases of the `send` bench, and what must hold after every round. Both sides read the product's own
 * tables of people, identities, consents and suppressions. The subject writes the product's tables of sends; the baseline
 * writes `mail_sends` and `mail_events`, with the same facts and indexes, without the product's foreign keys, its record of
 * every step and rule, and what a person remembers of its sends: it does less.
 */
import * as Database from "@loopdrive/storage/Database"
import * as Duration from "effect/Duration"
import * as Effect from "effect/Effect"
import * as Schema from "effect/Schema"
import { SqlClient } from "effect/sql/SqlClient"
import { InvariantBroken } from "./Bench.ts"
import type { Contestant } from "./Contestant.ts"
import { LoadFailed } from "./Generator.ts"
import type { Measurement } from "./Plan.ts"
import * as SendMix from "./SendMix.ts"
import * as Statuses from "./Statuses.ts"
import * as Vendor from "./Vendor.ts"
import type { Seen } from "./Vendor.ts"

/** Marketing messages that a person gets in 24 hours: the product's default, which the bench does not change. */
const cap = 3

/** Suppressed addresses of others, so that there is something to look through. */
const suppressedMost = 10_000

/** No contestant tries this often. */
const attemptsEver = 1_000_000

/** Where a contestant keeps its sends. */
const tableOf = ({ name }: Contestant): string => (name === "loopdrive" ? "sends" : "mail_sends")

const inItsDatabase = <A, E>({ database }: Contestant, look: Effect.Effect<A, E, SqlClient>): Effect.Effect<A> =>
  database === undefined
    ? Effect.die(new Error("messages without a database"))
    : Effect.orDie(Effect.provide(look, Database.layerPostgres({ url: database, maxConnections: 1 })))

/** Longer than any backlog here takes; a contestant that forgot a message would be waited for otherwise. */
const workMost = Duration.seconds(120)

const decodeOpen = Schema.decodeUnknownEffect(Schema.Tuple([Schema.Struct({ open: Schema.Boolean })]))

/** Completes when nothing is on its way that was attempted fewer times than `attempts`. */
const open = (contestant: Contestant, attempts: number): Effect.Effect<void, LoadFailed> =>
  inItsDatabase(
    contestant,
    Effect.gen(function* () {
      const sql = yield* SqlClient
      const look = sql`select exists (select 1 from ${sql(tableOf(contestant))}
        where state in ('queued', 'leaving', 'unknown') and attempts < ${attempts}) as open`
      while ((yield* decodeOpen(yield* look))[0].open) yield* Effect.sleep("100 millis")
    })
  ).pipe(
    Effect.timeoutOrElse({
      duration: workMost,
      orElse: () => Effect.fail(new LoadFailed({ output: `${contestant.name} still has messages on their way` }))
    })
  )

/** Completes when the vendor was asked about every message that may leave. */
export const worked = (contestant: Contestant): Effect.Effect<void, LoadFailed> => open(contestant, 1)

const makeTables = Effect.gen(function* () {
  const sql = yield* SqlClient
  yield* sql`create table mail_sends (
    id text primary key, workspace_id text not null, person_id text not null, key text not null, hash text not null,
    channel text not null, purpose text not null, recipient text not null, subject text not null, body text not null,
    from_address text not null, metadata jsonb, state text not null, reason text, external_id text,
    attempts integer not null, not_before timestamptz, queued_at timestamptz not null, sent_at timestamptz,
    updated_at timestamptz not null, unique (workspace_id, key))`
  yield* sql`create index mail_sends_by_person on mail_sends (person_id, queued_at desc)`
  yield* sql`create index mail_sends_by_recipient on mail_sends (recipient, queued_at desc)`
  yield* sql`create index mail_sends_external on mail_sends (external_id) where external_id is not null`
  yield* sql`create index mail_sends_waiting on mail_sends (workspace_id, queued_at) where state in ('queued', 'deferred')`
  yield* sql`create table mail_events (
    id text primary key, workspace_id text not null, person_id text not null, send_id text not null, type text not null,
    channel text not null, source text not null, payload jsonb not null, ts timestamptz not null)`
  yield* sql`create index mail_events_by_person on mail_events (workspace_id, person_id, ts desc, id desc)`
  yield* sql`create index mail_events_by_send on mail_events (send_id, ts)`
  yield* sql`create index mail_events_by_workspace on mail_events (workspace_id, ts desc, id desc)`
})

/** A contest for the last slot of a cap makes whoever takes it wait for a second. The baseline holds none. */
const settings = JSON.stringify({ contestMillis: 0 })

/** The workspace that a fresh installation begins with, people who said yes, and addresses that nobody writes to. */
export const create = Effect.gen(function* () {
  const sql = yield* SqlClient
  yield* makeTables
  yield* sql`insert into organizations (id, name) values ('org_default', 'Default')`
  yield* sql`insert into workspaces (id, organization_id, name, secret, settings)
    values ('ws_default', 'org_default', 'Default', 's', ${settings}::text::jsonb)`
  const numbers = sql`(select lpad(n::text, 8, '0') as n from generate_series(0, ${SendMix.peopleMost - 1}::int) n) p`
  yield* sql`insert into persons (id, version, workspace_id, organization_id, created_at, updated_at)
    select 'per_' || n, 1, 'ws_default', 'org_default', now(), now() from ${numbers}`
  yield* sql`insert into identities (id, workspace_id, person_id, type, value, verified, is_primary, created_at, updated_at)
    select 'ident_' || n, 'ws_default', 'per_' || n, 'email', 'person' || n || '@example.com', true, true, now(), now()
    from ${numbers}`
  yield* sql`insert into consents (id, workspace_id, person_id, channel, scope, status, source, granted_at, position, created_at)
    select 'consent_' || n, 'ws_default', 'per_' || n, 'email', 'marketing', 'granted', 'form', now(), 1, now() from ${numbers}`
  yield* sql`insert into suppressions (id, workspace_id, type, value, reason, marketing_only, source, created_at)
    select 'suppression_' || n, 'ws_default', 'email', 'gone' || n || '@example.com', 'hard_bounce', false, 'resend', now()
    from generate_series(1, ${suppressedMost}::int) n`
  for (const table of ["persons", "identities", "consents", "suppressions"])
    yield* sql.unsafe(`vacuum analyze ${table}`)
  yield* sql`checkpoint`
})

const decodeRows = Schema.decodeUnknownEffect(
  Schema.Array(Schema.Struct({ id: Schema.String, person_id: Schema.String, state: Schema.String }))
)
type Row = Effect.Success<ReturnType<typeof decodeRows>>[number]

const rowsOf = (contestant: Contestant): Effect.Effect<ReadonlyArray<Row>> =>
  inItsDatabase(
    contestant,
    Effect.gen(function* () {
      const sql = yield* SqlClient
      return yield* decodeRows(yield* sql`select id, person_id, state from ${sql(tableOf(contestant))}`)
    })
  )

const counted = (names: ReadonlyArray<string>): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>()
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1)
  return counts
}

/** What is wrong, each with how often. */
const faultsOf = (
  acknowledged: ReadonlySet<string>,
  rows: ReadonlyArray<Row>,
  seen: ReadonlyArray<Seen>
): Readonly<Record<string, number>> => {
  const accepted = new Set(seen.filter(({ acceptedMicros }) => acceptedMicros > 0).map(({ key }) => key))
  const sent = rows.filter(({ state }) => state === "sent")
  const asked = counted(rows.map(({ person_id }) => person_id))
  const got = counted(sent.map(({ person_id }) => person_id))
  const reached = counted(seen.flatMap(({ acceptedMicros, to }) => (acceptedMicros > 0 ? [to] : [])))
  return {
    "messages acknowledged without a record": acknowledged.size - rows.filter(({ id }) => acknowledged.has(id)).length,
    "records of messages that nobody was told of": rows.filter(({ id }) => !acknowledged.has(id)).length,
    "messages recorded as sent that the vendor never accepted": sent.filter(({ id }) => !accepted.has(id)).length,
    "messages the vendor accepted that are not recorded as sent": accepted.size - sent.length,
    "messages handed over again after the vendor had accepted them": seen.filter(({ repeated }) => repeated > 0).length,
    "messages that are neither sent nor held back": rows.filter(({ state }) => state !== "sent" && state !== "deferred")
      .length,
    "people the vendor was given more for than the cap allows": [...reached.values()].filter((n) => n > cap).length,
    "people who got less than the cap allows": [...asked].filter(([id, n]) => (got.get(id) ?? 0) < Math.min(n, cap))
      .length
  }
}

/**
 * All answers were 200, and that to a repeated key names the first message. Every acknowledged message is on record and,
 * unless a cap holds it back, was accepted by the vendor exactly once and is recorded as sent. Nobody got more than the cap
 * allows, and nobody less.
 */
export const check = Effect.fnUntraced(function* (
  contestant: Contestant,
  measured: ReadonlyArray<Measurement>
): Effect.fn.Return<void, InvariantBroken | LoadFailed> {
  yield* Statuses.allSucceeded(contestant, measured)
  yield* open(contestant, attemptsEver)
  const told = measured.flatMap(({ acknowledged = [] }) => acknowledged.map(({ id }) => id))
  const seen = yield* Vendor.seen(contestant.surroundings[Vendor.variable] ?? "")
  const faults = {
    "repeated keys that were answered with another message": measured.reduce((sum, each) => sum + each.differing, 0),
    "distinct requests that were answered with one message": told.length - new Set(told).size,
    ...faultsOf(new Set(told), yield* rowsOf(contestant), seen)
  }
  for (const [what, count] of Object.entries(faults)) {
    if (count !== 0) return yield* new InvariantBroken({ contestant: contestant.name, what: `${count} ${what}` })
  }
})
