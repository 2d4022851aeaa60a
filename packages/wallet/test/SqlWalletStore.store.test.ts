import { assert } from "@effect/vitest"
import { WalletStore } from "@loopdrive/wallet/WalletStore"
import { describeStores } from "@loopdrive/testkit/TestDatabase"
import * as Effect from "effect/Effect"
import * as Exit from "effect/Exit"
import * as SqlClient from "effect/sql/SqlClient"
import * as Suite from "./suites/WalletStore.ts"
import { ask, layer, post, workspace } from "./Wallets.ts"

const page = { limit: 10, offset: 0 }

describeStores("the wallet's queries on a database", (it) => Suite.suite(it, { layer, workspace }), { clock: "live" })

describeStores(
  "a ledger on a database",
  (it) => {
    it.effect("keeps its entries from everybody, the owner of the tables included", () =>
      Effect.gen(function* () {
        const owner = yield* workspace("append_only")
        const other = yield* workspace("append_only_other")
        const sql = yield* SqlClient.SqlClient
        yield* ask(owner, post("credit", 500))
        for (const forbidden of [
          sql`update wallet_transactions set description = 'other' where workspace_id = ${owner.workspaceId}`,
          sql`delete from wallet_transactions where workspace_id = ${owner.workspaceId}`,
          sql`truncate wallet_transactions cascade`,
          sql`delete from wallets where workspace_id = ${owner.workspaceId}`,
          sql`update wallets set id = 'wallet_other' where workspace_id = ${owner.workspaceId}`,
          sql`update wallets set workspace_id = ${other.workspaceId} where workspace_id = ${owner.workspaceId}`
        ])
          assert.isTrue(Exit.isFailure(yield* Effect.exit(forbidden)))
        const [wallet] = yield* sql`select id from wallets where workspace_id = ${owner.workspaceId}`
        const forged = sql`insert into wallet_transactions
            (id, workspace_id, wallet_id, number, type, amount, balance, source, description, created_at)
          values ('txn_forged', ${owner.workspaceId}, ${String(wallet?.["id"])}, 2, 'credit', 100, 700, 'manual', 'no', now())`
        assert.isTrue(Exit.isFailure(yield* Effect.exit(forged)))
        assert.strictEqual((yield* (yield* WalletStore).transactions(owner.workspaceId, page)).total, 1)
      }).pipe(Effect.provide(layer))
    )

    it.effect("knows what it stood at, also where the clock of whoever entered was behind", () =>
      Effect.gen(function* () {
        const owner = yield* workspace("skewed")
        const sql = yield* SqlClient.SqlClient
        const store = yield* WalletStore
        yield* ask(owner, post("credit", 100))
        const entered = (number: number, at: Date) =>
          sql.withTransaction(
            Effect.gen(function* () {
              yield* sql`update wallets set balance = ${number * 100}, entries = ${number}
                where workspace_id = ${owner.workspaceId}`
              yield* sql`insert into wallet_transactions
                  (id, workspace_id, wallet_id, number, type, amount, balance, source, description, created_at)
                select 'txn_skewed_' || ${number}::text, workspace_id, id, ${number}, 'credit', 100, ${number * 100},
                  'manual', 'by hand', ${at} from wallets where workspace_id = ${owner.workspaceId}`
            })
          )
        const day = Date.UTC(2100, 0, 1)
        yield* entered(2, new Date(day))
        yield* entered(3, new Date(day - 1_000))
        yield* entered(4, new Date(day + 5_000))
        const at = (millis: number) => store.balanceAt(owner.workspaceId, millis)
        assert.deepStrictEqual(
          [yield* at(day - 2_000), yield* at(day - 500), yield* at(day), yield* at(day + 6_000)],
          [100, 300, 300, 400]
        )
      }).pipe(Effect.provide(layer))
    )

    it.effect("refuses entries of no wallet, of another workspace, and corrections of what is not the wallet's", () =>
      Effect.gen(function* () {
        const owner = yield* workspace("belongs")
        const other = yield* workspace("belongs_other")
        const sql = yield* SqlClient.SqlClient
        yield* ask(owner, post("credit", 500))
        yield* ask(other, post("credit", 700))
        const [foreign] = yield* sql`select id from wallet_transactions where workspace_id = ${other.workspaceId}`
        const [wallet] = yield* sql`select id from wallets where workspace_id = ${owner.workspaceId}`
        const posted = (workspaceId: string, walletId: unknown, corrects: unknown) =>
          sql.withTransaction(
            Effect.gen(function* () {
              yield* sql`update wallets set balance = 600, entries = 2 where workspace_id = ${owner.workspaceId}`
              yield* sql`insert into wallet_transactions
                  (id, workspace_id, wallet_id, number, type, amount, balance, source, description, corrects, created_at)
                values ('txn_by_hand', ${workspaceId}, ${String(walletId)}, 2, 'credit', 100, 600, 'manual', 'no',
                  ${corrects === undefined ? null : String(corrects)}, now())`
            })
          )
        for (const refused of [
          posted(owner.workspaceId, "wallet_of_nobody", undefined),
          posted(other.workspaceId, wallet?.["id"], undefined),
          posted(owner.workspaceId, wallet?.["id"], foreign?.["id"]),
          posted(owner.workspaceId, wallet?.["id"], "txn_of_nobody")
        ])
          assert.isTrue(Exit.isFailure(yield* Effect.exit(refused)))
        const [mine] = yield* sql`select id from wallet_transactions where workspace_id = ${owner.workspaceId}`
        yield* posted(owner.workspaceId, wallet?.["id"], mine?.["id"])
        assert.strictEqual((yield* (yield* WalletStore).transactions(owner.workspaceId, page)).total, 2)
      }).pipe(Effect.provide(layer))
    )

    it.effect("refuses entries of no known type or source, and with the wrong sign", () =>
      Effect.gen(function* () {
        const owner = yield* workspace("kinds")
        const sql = yield* SqlClient.SqlClient
        yield* ask(owner, post("credit", 500))
        const entered = (type: string, source: string, amount: number) =>
          sql.withTransaction(
            Effect.gen(function* () {
              yield* sql`update wallets set balance = 500 + ${amount}::int, entries = 2
                where workspace_id = ${owner.workspaceId}`
              yield* sql`insert into wallet_transactions
                  (id, workspace_id, wallet_id, number, type, amount, balance, source, description, created_at)
                select 'txn_kind', workspace_id, id, 2, ${type}, ${amount}, balance, ${source}, 'by hand', now()
                  from wallets where workspace_id = ${owner.workspaceId}`
            })
          )
        for (const refused of [
          entered("debit", "manual", 1),
          entered("credit", "manual", -1),
          entered("refund", "refund", -1),
          entered("adjustment", "manual", 0),
          entered("gift", "manual", 1),
          entered("credit", "luck", 1)
        ])
          assert.isTrue(Exit.isFailure(yield* Effect.exit(refused)))
        for (const wrong of ["held = -1", "overdraft = -1", "version = 0", "entries = -1", "currency = 'EURO'"])
          assert.isTrue(Exit.isFailure(yield* Effect.exit(sql.unsafe(`update wallets set ${wrong}`))))
        yield* entered("adjustment", "manual", -1)
        assert.strictEqual((yield* (yield* WalletStore).transactions(owner.workspaceId, page)).total, 2)
      }).pipe(Effect.provide(layer))
    )

    it.effect("looks at few entries for one, however many there are and whatever is believed of them", () =>
      Effect.gen(function* () {
        const owner = yield* workspace("many_entries")
        const sql = yield* SqlClient.SqlClient
        yield* ask(owner, post("credit", 5_000))
        const looked = Effect.map(
          sql`select idx_tup_fetch::int as fetched from pg_stat_xact_user_tables where relname = 'wallet_transactions'`,
          ([row]) => Number(row?.["fetched"])
        )
        const spent = (count: number) =>
          sql.withTransaction(
            Effect.gen(function* () {
              const before = yield* looked
              yield* sql`update wallets set balance = balance - ${count}, entries = entries + ${count}
                where workspace_id = ${owner.workspaceId}`
              yield* sql`insert into wallet_transactions
                  (id, workspace_id, wallet_id, number, type, amount, balance, source, description, created_at)
                select id || '_' || entries - n, workspace_id, id, entries - n, 'debit', -1, balance + n, 'manual', 'one', now()
                  from wallets, generate_series(0, ${count}::int - 1) n where workspace_id = ${owner.workspaceId}`
              return (yield* looked) - before
            })
          )
        // The planner is told of a table of one entry, and plans anew when there are two thousand.
        yield* sql`analyze wallet_transactions`
        yield* spent(2_000)
        yield* sql`discard plans`
        assert.strictEqual(yield* spent(1), 1)
      }).pipe(Effect.provide(layer))
    )

    it.effect("answers the same key with the same entry, for ever, and posts it once", () =>
      Effect.gen(function* () {
        const owner = yield* workspace("same_key")
        const sql = yield* SqlClient.SqlClient
        yield* ask(owner, post("credit", 500))
        const replies = yield* Effect.forEach(
          Array.from({ length: 100 }),
          () => ask(owner, post("debit", 10), "spend-once"),
          { concurrency: "unbounded" }
        )
        assert.strictEqual(new Set(replies.map((reply) => JSON.stringify(reply))).size, 1)
        const receipts = yield* sql`select expires_at from receipts
          where workspace_id = ${owner.workspaceId} and key = 'spend-once'`
        assert.deepStrictEqual(receipts, [{ expires_at: null }])
        assert.strictEqual((yield* (yield* WalletStore).wallet(owner.workspaceId))?.balance, 490)
      }).pipe(Effect.provide(layer))
    )
  },
  { clock: "live" }
)
