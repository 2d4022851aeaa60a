/**
 * The books of the wallet benches. The subject writes the product's own tables. The baselines write tables of their own
 * (`book_wallets`, `book_entries`) with the same facts and the same indexes on the entries, but without the product's
 * foreign keys, triggers and what a wallet watches in itself: they do less, not more. Receipts are one table for both.
 */
import * as Database from "@loopdrive/storage/Database"
import { walletIdOf } from "@loopdrive/wallet/Client"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Schema from "effect/Schema"
import { SqlClient } from "effect/sql/SqlClient"
import { InvariantBroken } from "./Bench.ts"
import type { Contestant } from "./Contestant.ts"
import type { Measurement } from "./Plan.ts"
import * as Statuses from "./Statuses.ts"
import * as Tenants from "./Tenants.ts"

/** Cents in every wallet at the beginning: nobody is refused. */
const opening = 1_000_000_000_000

const makeBooks = Effect.gen(function* () {
  const sql = yield* SqlClient
  yield* sql`create table book_wallets (
    id text primary key, workspace_id text not null unique, balance bigint not null, overdraft bigint not null,
    frozen boolean not null, entries bigint not null, updated_at timestamptz not null)`
  yield* sql`create table book_entries (
    id text primary key, workspace_id text not null, wallet_id text not null, number bigint not null, type text not null,
    amount bigint not null, balance bigint not null, source text not null, reference_id text, description text not null,
    metadata jsonb, created_at timestamptz not null, unique (wallet_id, number))`
  yield* sql`create index book_entries_by_time on book_entries (wallet_id, created_at)`
  yield* sql`create index book_entries_by_reference on book_entries (wallet_id, reference_id)
    where reference_id is not null`
})

const fill = Effect.fnUntraced(function* (workspaces: ReadonlyArray<string>) {
  const sql = yield* SqlClient
  const named = JSON.stringify(workspaces.map((id) => ({ workspace_id: id, id: walletIdOf(id) })))
  yield* sql`insert into organizations (id, name) values ('org_default', 'Default')`
  yield* sql`insert into workspaces (id, organization_id, name, secret)
    select workspace_id, 'org_default', 'Bench', 's' from json_to_recordset(${named}::text::json) as r(workspace_id text)`
  yield* sql`insert into wallets (id, version, workspace_id, organization_id, currency, balance, held, overdraft, frozen,
      entries, watch, created_at, updated_at)
    select id, 1, workspace_id, 'org_default', 'usd', ${opening}::bigint, 0, 0, false, 1,
      '{"days": [], "raised": [], "reloads": [], "declines": 0, "reviewedAt": 0}', now(), now()
    from json_to_recordset(${named}::text::json) as r(workspace_id text, id text)`
  yield* sql`insert into wallet_transactions
      (id, workspace_id, wallet_id, number, type, amount, balance, source, description, created_at)
    select 'txn_' || id, workspace_id, id, 1, 'credit', balance, balance, 'manual', 'opening', now() from wallets`
  yield* sql`insert into book_wallets select id, workspace_id, balance, 0, false, 1, now() from wallets`
  yield* sql`insert into book_entries
    select id, workspace_id, wallet_id, number, type, amount, balance, source, reference_id, description, metadata, created_at
    from wallet_transactions`
  for (const table of ["workspaces", "wallets", "wallet_transactions", "book_wallets", "book_entries"])
    yield* sql.unsafe(`vacuum analyze ${table}`)
  yield* sql`checkpoint`
})

/** Wallets with an opening entry each: that of the main workspace and those of `tenants` others. */
export const create = (tenants: number) =>
  Effect.andThen(makeBooks, fill([Tenants.main, ...Tenants.workspaces(tenants)]))

const decodeFindings = Schema.decodeUnknownEffect(
  Schema.Tuple([
    Schema.Struct({
      broken: Schema.Int,
      unbalanced: Schema.Int,
      overdrawn: Schema.Int,
      entries: Schema.Int,
      receipts: Schema.Int
    })
  ])
)

const inspect = (wallets: string, entries: string) =>
  Effect.flatMap(SqlClient, (sql) =>
    sql.unsafe(`with chained as (
        select amount, balance - coalesce(lag(balance) over w, 0) as step, number - coalesce(lag(number) over w, 0) as gap
        from ${entries} window w as (partition by wallet_id order by number)),
      totals as (select wallet_id, sum(amount) as total, count(*) as n from ${entries} group by wallet_id)
      select
        (select count(*)::int from chained where step <> amount or gap <> 1) as broken,
        (select count(*)::int from ${wallets} w left join totals t on t.wallet_id = w.id
          where w.balance is distinct from t.total or w.entries is distinct from t.n) as unbalanced,
        (select count(*)::int from ${entries} where balance < 0) as overdrawn,
        (select count(*)::int - (select count(*)::int from ${wallets}) from ${entries}) as entries,
        (select count(*)::int from receipts) as receipts`)
  ).pipe(Effect.flatMap(decodeFindings), Effect.orDie)

/** Where a contestant keeps its books: the product in its own tables. */
const inspectionOf = (contestant: Contestant) =>
  contestant.name === "loopdrive" ? inspect("wallets", "wallet_transactions") : inspect("book_wallets", "book_entries")

/**
 * Every answer was 200, and that to a replay the first one. Of the books: every running balance follows from the one
 * before; entries sum to the balance and number the wallet; none was overdrawn; there are as many entries, and as many
 * receipts, as distinct keys were acknowledged. A server called `noop` keeps no books.
 */
export const check = Effect.fnUntraced(function* (
  contestant: Contestant,
  measured: ReadonlyArray<Measurement>
): Effect.fn.Return<void, InvariantBroken> {
  const succeeded = yield* Statuses.allSucceeded(contestant, measured)
  const { database } = contestant
  if (database === undefined || contestant.name.endsWith("noop")) return
  const sum = (pick: (measurement: Measurement) => number) => measured.reduce((total, each) => total + pick(each), 0)
  const acknowledged = succeeded - sum(({ replayed }) => replayed)
  const [found] = yield* inspectionOf(contestant).pipe(
    Effect.provide(Layer.orDie(Database.layerPostgres({ url: database, maxConnections: 1 })))
  )
  const faults = [
    [sum(({ differing }) => differing), 0, "replays that were not answered with the first answer"],
    [found.broken, 0, "running balances that do not follow from the one before"],
    [found.unbalanced, 0, "wallets whose entries do not sum to the balance"],
    [found.overdrawn, 0, "overdrawn balances"],
    [found.entries, acknowledged, "entries"],
    [found.receipts, acknowledged, "receipts"]
  ] as const
  for (const [actual, expected, what] of faults) {
    if (actual !== expected) {
      const told = `${actual} ${what} instead of ${expected}`
      return yield* new InvariantBroken({ contestant: contestant.name, what: told })
    }
  }
})
