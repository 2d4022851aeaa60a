/** The people of the `resolve` bench, the same for both sides, and what must hold of them after every round. */
import * as Database from "@loopdrive/storage/Database"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Schema from "effect/Schema"
import { SqlClient } from "effect/sql/SqlClient"
import { InvariantBroken } from "./Bench.ts"
import type { Contestant } from "./Contestant.ts"
import type { Measurement } from "./Plan.ts"
import * as Statuses from "./Statuses.ts"

/** People with an email, a phone and an external id each. */
export const peopleMost = 100_000

export const emailOf = (n: number): string => `person${n}@example.com`

/** The workspace that a fresh installation begins with, and its people. */
export const create = Effect.gen(function* () {
  const sql = yield* SqlClient
  yield* sql`insert into organizations (id, name) values ('org_default', 'Default')`
  yield* sql`insert into workspaces (id, organization_id, name, secret) values ('ws_default', 'org_default', 'Default', 's')`
  yield* sql`insert into persons (id, version, workspace_id, organization_id, created_at, updated_at)
    select 'per_' || n, 1, 'ws_default', 'org_default', now(), now() from generate_series(0, ${peopleMost - 1}::int) n`
  yield* sql`insert into identities (id, workspace_id, person_id, type, value, verified, is_primary, created_at, updated_at)
    select 'ident_' || t.type || n, 'ws_default', 'per_' || n, t.type,
      case t.type when 'email' then 'person' || n || '@example.com'
        when 'phone' then '+1415' || (2000000 + n) else 'customer-' || n end,
      true, true, now(), now()
    from generate_series(0, ${peopleMost - 1}::int) n, (values ('email'), ('phone'), ('external_id')) t(type)`
  yield* sql`analyze persons`
  yield* sql`analyze identities`
})

const decode = Schema.decodeUnknownEffect(
  Schema.Tuple([Schema.Struct({ orphans: Schema.Int, lost: Schema.Int, empty: Schema.Int })])
)
const inspect = Effect.flatMap(
  SqlClient,
  (sql) => sql`select
    (select count(*)::int from identities i left join persons p on p.id = i.person_id where p.id is null) as orphans,
    (select ${3 * peopleMost}::int - count(*)::int from identities where id like 'ident_email%'
      or id like 'ident_phone%' or id like 'ident_external_id%') as lost,
    (select count(*)::int from persons p where not exists (select 1 from identities i where i.person_id = p.id)) as empty`
).pipe(Effect.flatMap(decode), Effect.orDie)

/** Every answer was 200, every identifier has its person, none of the first ones is gone, and no person is empty. */
export const check = Effect.fnUntraced(function* (
  contestant: Contestant,
  measured: ReadonlyArray<Measurement>
): Effect.fn.Return<void, InvariantBroken> {
  yield* Statuses.allSucceeded(contestant, measured)
  const { database } = contestant
  if (database === undefined) return yield* Effect.die(new Error("people without a database"))
  const [found] = yield* inspect.pipe(
    Effect.provide(Layer.orDie(Database.layerPostgres({ url: database, maxConnections: 1 })))
  )
  for (const [what, count] of Object.entries(found)) {
    if (count !== 0) return yield* new InvariantBroken({ contestant: contestant.name, what: `${count} ${what} rows` })
  }
})
