import { assert, describe, it } from "@effect/vitest"
import * as TemporaryDirectory from "@loopdrive/testkit/TemporaryDirectory"
import { fresh } from "@loopdrive/testkit/TestDatabase"
import * as Database from "@loopdrive/storage/Database"
import * as Migrations from "@loopdrive/storage/Migrations"
import * as SqlPaymentStore from "@loopdrive/wallet/SqlPaymentStore"
import { PaymentStore } from "@loopdrive/wallet/PaymentStore"
import * as Effect from "effect/Effect"
import * as Exit from "effect/Exit"
import * as Layer from "effect/Layer"
import { SqlClient } from "effect/sql/SqlClient"
import * as Fs from "node:fs/promises"
import { join } from "node:path"
import * as SqlWalletStore from "@loopdrive/wallet/SqlWalletStore"

const postgres = Layer.unwrap(Effect.map(fresh("empty"), (url) => Database.layerPostgres({ url, maxConnections: 2 })))
const pglite = Database.layerPglite({ memory: true })

/** The migrations up to the third, which is what the first wallet ran on. */
const before = Effect.gen(function* () {
  const names = yield* Effect.promise(() => Fs.readdir(Migrations.directory))
  const files: Record<string, string> = {}
  for (const name of names.filter((file) => /^000[1-3]_/.test(file)))
    files[name] = yield* Effect.promise(() => Fs.readFile(join(Migrations.directory, name), "utf8"))
  return yield* TemporaryDirectory.withFiles(files)
})

/** A wallet as the first version left it: with a card, money in dispute, and everything in every state. */
const written = Effect.gen(function* () {
  const sql = yield* SqlClient
  yield* sql`insert into organizations (id, name) values ('org_1', 'One')`
  yield* sql`insert into workspaces (id, organization_id, name, secret) values ('ws_1', 'org_1', 'One', 'a secret of tests')`
  const watch = JSON.stringify({ days: [], raised: [], reloads: [], declines: 0, reviewedAt: 0 })
  const saved = JSON.stringify({ customerId: "cus_1", paymentMethodId: "pm_1" })
  yield* sql`insert into wallets (id, version, workspace_id, organization_id, currency, balance, held, overdraft, frozen,
      entries, saved, watch, created_at, updated_at)
    values ('wallet_1', 3, 'ws_1', 'org_1', 'usd', 430, 0, 0, false, 2, ${saved}::text::jsonb, ${watch}::text::jsonb,
      '2026-01-01', '2026-01-02')`
  yield* sql`insert into wallet_transactions (id, workspace_id, wallet_id, number, type, amount, balance, source, description,
      corrects, created_at)
    values ('txn_1', 'ws_1', 'wallet_1', 1, 'credit', 500, 500, 'manual', 'A voucher', null, '2026-01-01'),
      ('txn_2', 'ws_1', 'wallet_1', 2, 'adjustment', -70, 430, 'manual', 'Too much', 'txn_1', '2026-01-02')`
  for (const [id, purpose, status, intent, credited, disputed] of [
    ["pay_paid", "top_up", "succeeded", "pi_1", 500, 200],
    ["pay_open", "top_up", "pending", null, 0, 0],
    ["pay_reload", "auto_reload", "pending", null, 0, 0],
    ["pay_over", "top_up", "canceled", "pi_2", 0, 0]
  ] as const)
    yield* sql`insert into stripe_payments (id, workspace_id, wallet_id, payment_intent_id, purpose, amount, currency, status,
        credited, disputed, payment_method, created_at, updated_at)
      values (${id}, 'ws_1', 'wallet_1', ${intent}, ${purpose}, 500, 'usd', ${status}, ${credited}, ${disputed},
        ${credited > 0 ? "pm_1" : null}, '2026-01-02T03:04:05Z', '2026-01-02T03:04:05Z')`
  yield* sql`insert into payout_recipients (id, workspace_id, connect_account_id, type, name, created_at)
    values ('creator_1', 'ws_1', 'acct_1', 'creator', 'Ada', now())`
  yield* sql`insert into wallet_holds (id, workspace_id, wallet_id, purpose, amount, captured, released, status, description,
      created_at, updated_at)
    values ('hold_1', 'ws_1', 'wallet_1', 'payout', 70, 70, 0, 'captured', 'A film', now(), now())`
  for (const [id, status, transfer] of [
    ["payout_paid", "paid", "tr_1"],
    ["payout_open", "pending", null]
  ] as const)
    yield* sql`insert into stripe_payouts (id, workspace_id, wallet_id, recipient_id, connect_account_id, hold_id, transfer_id,
        amount, currency, status, recipient_type, recipient_name, description, created_at, updated_at)
      values (${id}, 'ws_1', 'wallet_1', 'creator_1', 'acct_1', 'hold_1', ${transfer}, 70, 'usd', ${status}, 'creator', 'Ada',
        'A film', now(), now())`
  yield* sql`insert into webhook_inbox (provider, event_id, type) values ('stripe', 'evt_1', 'a.b')`
  const dispute = JSON.stringify({ status: "succeeded", dispute: { id: "du_1", status: "lost", amount: 5 } })
  yield* sql`insert into sandbox_movements (id, kind, workspace_id, name, idempotency_key, request, state, created_at)
    values ('pi_1', 'payment', 'ws_1', 'pay_paid', 'k', '{}', ${dispute}::text::jsonb, now())`
})

/** An entry by hand, and what it leaves in its wallet. */
const posted = (corrects: string) =>
  Effect.gen(function* () {
    const sql = yield* SqlClient
    yield* sql`update wallets set balance = balance - 30, entries = entries + 1 where id = 'wallet_1'`
    yield* sql`insert into wallet_transactions (id, workspace_id, wallet_id, number, type, amount, balance, source, description,
        corrects, created_at)
      select 'txn_3', workspace_id, id, entries, 'adjustment', -30, balance, 'manual', 'Still too much', ${corrects}, now()
        from wallets where id = 'wallet_1'`
    return yield* sql`select id, corrects from wallet_transactions order by number`
  })

for (const [name, database] of [
  ["PostgreSQL", postgres],
  ["PGlite", pglite]
] as const) {
  describe(`a wallet of the first version on ${name}`, () => {
    it.live("is looked after as one that began with this one", () =>
      Effect.gen(function* () {
        yield* Migrations.run({ directory: yield* before })
        yield* written
        yield* Migrations.run()
        const sql = yield* SqlClient
        const store = yield* PaymentStore
        assert.strictEqual(yield* store.customer("ws_1"), "cus_1")
        const load = yield* SqlWalletStore.load
        const state = (yield* load(["wallet_1"])).get("wallet_1")?.state
        assert.deepInclude(state?.saved, {
          paymentMethodId: "pm_1",
          confirmedAt: Date.parse("2026-01-02T03:04:05Z")
        })
        const paid = yield* store.payment("pay_paid")
        assert.deepInclude(paid, { dispute_open: true, asked: { customerId: "cus_1" } })
        const reload = yield* store.payment("pay_reload")
        assert.deepStrictEqual(reload?.asked, { saved: { customerId: "cus_1", paymentMethodId: "pm_1" } })
        const due = yield* store.duePayments(Date.now() + 1_000, 10)
        assert.sameMembers(
          due.map(({ id }) => id),
          ["pay_paid", "pay_open", "pay_reload"]
        )
        assert.deepInclude(yield* store.payout("tr_1"), { transferred: 70, reversed: 0, step: 1 })
        assert.deepInclude(yield* store.payout("payout_open"), { transferred: 0, step: 0 })
        assert.strictEqual((yield* store.duePayouts(Date.now() + 1_000, 10)).length, 2)
        assert.strictEqual((yield* store.dueNotices(Date.now() + 1_000, 10)).length, 1)
        const [movement] = yield* sql`select state from sandbox_movements`
        assert.deepStrictEqual(movement?.["state"], {
          status: "succeeded",
          disputes: [{ id: "du_1", status: "lost", amount: 5 }]
        })
        assert.isTrue(Exit.isFailure(yield* Effect.exit(sql.withTransaction(posted("txn_9")))))
        assert.deepStrictEqual(yield* sql.withTransaction(posted("txn_1")), [
          { id: "txn_1", corrects: null },
          { id: "txn_2", corrects: "txn_1" },
          { id: "txn_3", corrects: "txn_1" }
        ])
      }).pipe(Effect.provide(SqlPaymentStore.layer), Effect.provide(database))
    )
  })
}
