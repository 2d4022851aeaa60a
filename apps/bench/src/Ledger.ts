/** The tables of the `turn` bench, the same for both sides, and what must hold in them after every round. */
import * as Database from "@loopdrive/storage/Database"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Schema from "effect/Schema"
import { SqlClient } from "effect/sql/SqlClient"
import { InvariantBroken } from "./Bench.ts"
import type { Contestant } from "./Contestant.ts"
import type { Measurement } from "./Plan.ts"
import * as Statuses from "./Statuses.ts"

const accountsMax = 200
const opening = 1_000_000_000_000

const named = (n: number): string => `acc_${String(n).padStart(3, "0")}`

/** The ids of all accounts. */
export const accounts: readonly [string, ...Array<string>] = [
  named(0),
  ...Array.from({ length: accountsMax - 1 }, (_, n) => named(n + 1))
]

/** Accounts with an opening entry each. `version` of an account is the number of its entries. */
export const create = Effect.gen(function* () {
  const sql = yield* SqlClient
  yield* sql`create table accounts (id text primary key, version bigint not null, balance bigint not null)`
  yield* sql`create table entries (
    account text not null, version bigint not null, amount bigint not null, balance bigint not null,
    reason text not null, created_at timestamptz not null, primary key (account, version))`
  yield* sql`insert into accounts
    select 'acc_' || lpad(n::text, 3, '0'), 1, ${opening}::bigint from generate_series(0, ${accountsMax - 1}::int) n`
  yield* sql`insert into entries select id, version, balance, balance, 'opening', now() from accounts`
})

const Findings = Schema.Tuple([
  Schema.Struct({ broken: Schema.Int, unbalanced: Schema.Int, entries: Schema.Int, receipts: Schema.Int })
])
const decodeFindings = Schema.decodeUnknownEffect(Findings)

const inspect = Effect.flatMap(
  SqlClient,
  (sql) =>
    sql`with chained as (
      select account, amount, balance - lag(balance) over w as step, version - lag(version) over w as gap
      from entries window w as (partition by account order by version)),
    totals as (select account, sum(amount) as total, count(*) as n from entries group by account)
    select
      (select count(*)::int from chained where step is not null and (step <> amount or gap <> 1)) as broken,
      (select count(*)::int from accounts a join totals t on t.account = a.id
        where a.balance <> t.total or a.version <> t.n) as unbalanced,
      (select count(*)::int from entries) as entries,
      (select count(*)::int from receipts) as receipts`
).pipe(Effect.flatMap(decodeFindings), Effect.orDie)

/**
 * Every running balance follows from the one before; the entries of an account sum to its balance and number its
 * version; there are as many receipts, and as many new entries, as there were answers with 200.
 */
export const check = Effect.fnUntraced(function* (
  contestant: Contestant,
  measured: ReadonlyArray<Measurement>
): Effect.fn.Return<void, InvariantBroken> {
  const succeeded = yield* Statuses.allSucceeded(contestant, measured)
  const { database } = contestant
  if (database === undefined) return yield* Effect.die(new Error("a ledger without a database"))
  const [found] = yield* inspect.pipe(
    Effect.provide(Layer.orDie(Database.layerPostgres({ url: database, maxConnections: 1 })))
  )
  const faults = [
    [found.broken, 0, "running balances that do not follow from the one before"],
    [found.unbalanced, 0, "accounts whose entries do not sum to the balance"],
    [found.receipts, succeeded, "receipts"],
    [found.entries, succeeded + accountsMax, "entries"]
  ] as const
  for (const [actual, expected, what] of faults) {
    if (actual !== expected) {
      const told = `${actual} ${what} instead of ${expected}`
      return yield* new InvariantBroken({ contestant: contestant.name, what: told })
    }
  }
})
