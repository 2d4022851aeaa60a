import { assert } from "@effect/vitest"
import { WalletStore } from "@loopdrive/wallet/WalletStore"
import { describeStores } from "@loopdrive/testkit/TestDatabase"
import * as Effect from "effect/Effect"
import * as Exit from "effect/Exit"
import * as SqlClient from "effect/sql/SqlClient"
import * as Stream from "effect/Stream"
import { ask, layer, post, workspace } from "./Wallets.ts"

const page = { limit: 10, offset: 0 }

describeStores(
  "a wallet on a database",
  (it) => {
    it.effect("is made on first use, and its entries add up to its balance", () =>
      Effect.gen(function* () {
        const owner = yield* workspace("adds_up")
        const store = yield* WalletStore
        assert.isUndefined(yield* store.wallet(owner.workspaceId))
        for (const n of [500, 300, 200]) yield* ask(owner, post("credit", n))
        yield* ask(owner, post("debit", 250))
        const wallet = yield* store.wallet(owner.workspaceId)
        assert.strictEqual(wallet?.balance, 750)
        assert.strictEqual(wallet?.status, "active")
        const { total, transactions } = yield* store.transactions(owner.workspaceId, page)
        assert.strictEqual(total, 4)
        assert.deepStrictEqual(
          transactions.map(({ amount, balance }) => [amount, balance]),
          [
            [-250, 750],
            [200, 1000],
            [300, 800],
            [500, 500]
          ]
        )
      }).pipe(Effect.provide(layer))
    )

    it.effect("keeps its entries from everybody, the owner of the tables included", () =>
      Effect.gen(function* () {
        const owner = yield* workspace("append_only")
        const sql = yield* SqlClient.SqlClient
        yield* ask(owner, post("credit", 500))
        for (const forbidden of [
          sql`update wallet_transactions set description = 'other' where workspace_id = ${owner.workspaceId}`,
          sql`delete from wallet_transactions where workspace_id = ${owner.workspaceId}`,
          sql`truncate wallet_transactions cascade`
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

    it.effect("lets exactly as many of a thousand concurrent spends through as there is money for", () =>
      Effect.gen(function* () {
        const owner = yield* workspace("crowd")
        yield* ask(owner, post("credit", 200))
        const outcomes = yield* Effect.forEach(
          Array.from({ length: 1000 }),
          () => Effect.result(ask(owner, post("debit", 1))),
          { concurrency: "unbounded" }
        )
        const refused = outcomes.flatMap((outcome) => (outcome._tag === "Failure" ? [outcome.failure._tag] : []))
        assert.strictEqual(refused.length, 800)
        assert.deepStrictEqual([...new Set(refused)], ["InsufficientFunds"])
        const wallet = yield* (yield* WalletStore).wallet(owner.workspaceId)
        assert.deepStrictEqual([wallet?.balance, wallet?.status], [0, "depleted"])
      }).pipe(Effect.provide(layer))
    )

    it.effect("holds, captures in part, releases, and is read back as it was by a new process", () =>
      Effect.gen(function* () {
        const owner = yield* workspace("holds")
        const store = yield* WalletStore
        yield* ask(owner, post("credit", 1000))
        const reply = yield* ask(owner, {
          _tag: "Reserve",
          amount: 600,
          description: "campaign",
          referenceId: "alloc_1"
        })
        const holdId = reply._tag === "Held" ? reply.hold.id : ""
        yield* ask(owner, { _tag: "Capture", holdId, amount: 250, final: false })
        const other = yield* Effect.provide(Effect.exit(ask(owner, { _tag: "Release", holdId, amount: 351 })), layer)
        assert.isTrue(Exit.isFailure(other))
        yield* Effect.provide(ask(owner, { _tag: "Release", holdId, amount: 100 }), layer)
        const wallet = yield* store.wallet(owner.workspaceId)
        assert.deepStrictEqual(
          [wallet?.balance, wallet?.metadata["held"], wallet?.metadata["available"]],
          [750, 250, 500]
        )
        yield* ask(owner, { _tag: "Capture", holdId, amount: 50, final: true })
        const { holds } = yield* store.holds(owner.workspaceId, undefined, page)
        assert.deepStrictEqual(
          holds.map(({ captured, released, remaining, status }) => ({ captured, released, remaining, status })),
          [{ captured: 300, released: 300, remaining: 0, status: "captured" }]
        )
      }).pipe(Effect.provide(layer))
    )

    it.effect("states a period with what stood before and after it", () =>
      Effect.gen(function* () {
        const owner = yield* workspace("statement")
        const store = yield* WalletStore
        yield* ask(owner, post("credit", 500))
        yield* ask(owner, post("debit", 100))
        const { closing, opening, transactions } = yield* store.statement(owner.workspaceId, {
          from: 0,
          to: Date.UTC(2100, 0, 1)
        })
        assert.deepStrictEqual([opening, closing], [0, 400])
        const entries = yield* Stream.runCollect(transactions)
        assert.deepStrictEqual(
          [...entries].map(({ amount }) => amount),
          [500, -100]
        )
        assert.strictEqual(yield* store.balanceAt(owner.workspaceId, Date.UTC(2100, 0, 1)), 400)
        assert.strictEqual(yield* store.balanceAt(owner.workspaceId, 0), 0)
      }).pipe(Effect.provide(layer))
    )
  },
  { clock: "live" }
)
