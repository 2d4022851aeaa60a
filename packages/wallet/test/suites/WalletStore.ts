/** What a wallet and its queries answer on any store. */
import { assert } from "@effect/vitest"
import type { Vitest } from "@effect/vitest"
import type { WalletClient } from "@loopdrive/wallet/Client"
import * as Corrections from "@loopdrive/wallet/Corrections"
import { WalletStore } from "@loopdrive/wallet/WalletStore"
import * as Effect from "effect/Effect"
import * as Exit from "effect/Exit"
import * as Result from "effect/Result"
import type * as Layer from "effect/Layer"
import * as Stream from "effect/Stream"
import type { Owner } from "../../src/core/Command.ts"
import { ask, identity, post } from "../Wallets.ts"

const page = { limit: 10, offset: 0 }

/** A store under the suite. `Outer` is what the tests are given. */
export interface Subject<Outer> {
  readonly layer: Layer.Layer<WalletStore | WalletClient, never, Outer>
  /** A workspace of its own for a test. */
  readonly workspace: (name: string) => Effect.Effect<Owner, unknown, Outer>
}

export const suite = <Outer>(it: Vitest.MethodsNonLive<Outer>, subject: Subject<Outer>): void => {
  it.effect("is made on first use, and its entries add up to its balance", () =>
    Effect.gen(function* () {
      const owner = yield* subject.workspace("adds_up")
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
    }).pipe(Effect.provide(subject.layer))
  )

  it.effect("lets exactly as many of a thousand concurrent spends through as there is money for", () =>
    Effect.gen(function* () {
      const owner = yield* subject.workspace("crowd")
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
    }).pipe(Effect.provide(subject.layer))
  )

  it.effect("holds, captures in part, releases, and is read back as it was by a new process", () =>
    Effect.gen(function* () {
      const owner = yield* subject.workspace("holds")
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
      yield* ask(owner, { _tag: "ConfigureReload", enabled: false, threshold: 100, monthlyCeiling: 900 })
      const other = yield* Effect.provide(
        Effect.exit(ask(owner, { _tag: "Release", holdId, amount: 351 })),
        subject.layer,
        { local: true }
      )
      assert.isTrue(Exit.isFailure(other))
      yield* Effect.provide(ask(owner, { _tag: "Release", holdId, amount: 100 }), subject.layer, { local: true })
      const wallet = yield* store.wallet(owner.workspaceId)
      assert.deepStrictEqual(
        [wallet?.balance, wallet?.metadata["held"], wallet?.metadata["available"]],
        [750, 250, 500]
      )
      assert.deepInclude(wallet, { autoReloadThreshold: 100, autoReloadAmount: 0 })
      assert.strictEqual(wallet?.metadata["monthlyCeiling"], 900)
      yield* ask(owner, { _tag: "Capture", holdId, amount: 50, final: true })
      const { holds } = yield* store.holds(owner.workspaceId, undefined, page)
      assert.deepStrictEqual(
        holds.map(({ captured, released, remaining, status }) => ({ captured, released, remaining, status })),
        [{ captured: 300, released: 300, remaining: 0, status: "captured" }]
      )
    }).pipe(Effect.provide(subject.layer))
  )

  it.effect("gives back of a debit what it took and no more, however many ask in two processes at once", () =>
    Effect.gen(function* () {
      const owner = yield* subject.workspace("refunds")
      const store = yield* WalletStore
      yield* ask(owner, post("credit", 1000))
      const taken = yield* ask(owner, post("debit", 60))
      const corrects = taken._tag === "Posted" ? taken.transaction.id : ""
      const refund = (amount: number, of = corrects) =>
        Effect.flatMap(Corrections.make, (asked) =>
          Effect.result(asked(owner, { ...post("refund", amount), corrects: of }, identity(owner)))
        )
      const crowd = Effect.forEach(Array.from({ length: 50 }), () => refund(2), { concurrency: "unbounded" })
      const both = yield* Effect.all([crowd, Effect.provide(crowd, subject.layer, { local: true })], {
        concurrency: "unbounded"
      })
      const refused = both.flat().filter(Result.isFailure)
      assert.strictEqual(refused.length, 70)
      for (const { failure } of refused)
        assert.deepInclude(failure, { _tag: "RefundExceeded", corrects, requested: 2, refundable: 0 })
      assert.strictEqual((yield* store.wallet(owner.workspaceId))?.balance, 1000)
      assert.deepInclude(yield* store.original(owner.workspaceId, corrects), { amount: -60, refunded: 60 })
      const [given] = (yield* store.transactions(owner.workspaceId, page)).transactions
      const again = yield* refund(1, given?.id)
      assert.deepInclude(Result.isFailure(again) ? again.failure : {}, {
        _tag: "NotCorrectable",
        reason: "not_a_debit"
      })
      const nothing = yield* refund(1, "txn_unknown")
      assert.deepInclude(Result.isFailure(nothing) ? nothing.failure : {}, { reason: "unknown" })
      const stranger = yield* subject.workspace("refunds_stranger")
      assert.isUndefined(yield* store.original(stranger.workspaceId, corrects))
    }).pipe(Effect.provide(subject.layer))
  )

  it.effect("states a period with what stood before and after it", () =>
    Effect.gen(function* () {
      const owner = yield* subject.workspace("statement")
      const store = yield* WalletStore
      yield* ask(owner, post("credit", 500))
      yield* ask(owner, post("debit", 100))
      const many = Array.from({ length: 1_100 })
      yield* Effect.forEach(many, () => ask(owner, post("credit", 1)), { concurrency: "unbounded" })
      yield* ask(owner, post("debit", 1_100))
      const { closing, opening, transactions } = yield* store.statement(owner.workspaceId, {
        from: 0,
        to: Date.UTC(2100, 0, 1)
      })
      assert.deepStrictEqual([opening, closing], [0, 400])
      const entries = yield* Stream.runCollect(transactions)
      const amounts = entries.map(({ amount }) => amount)
      assert.deepStrictEqual([amounts.length, ...amounts.slice(0, 2), amounts.at(-1)], [1_103, 500, -100, -1_100])
      assert.strictEqual(yield* store.balanceAt(owner.workspaceId, Date.UTC(2100, 0, 1)), 400)
      assert.strictEqual(yield* store.balanceAt(owner.workspaceId, 0), 0)
    }).pipe(Effect.provide(subject.layer))
  )

  it.effect("names every wallet that is due, a page at a time, longest overdue first", () =>
    Effect.gen(function* () {
      const store = yield* WalletStore
      const names: Array<string> = []
      for (const n of [3, 1, 2]) {
        const owner = yield* subject.workspace(`due_${n}`)
        names[n - 1] = owner.workspaceId
        yield* ask(owner, post("credit", 100))
        const expiresAt = Date.UTC(2100, 0, n)
        yield* ask(owner, { _tag: "Reserve", amount: 10, description: "campaign", expiresAt })
      }
      const at = Date.UTC(2100, 0, 3)
      // Behind the wallets of the other tests.
      const begin = { workspaceId: "", organizationId: "", dueAt: Date.UTC(2099, 0, 1) }
      const [first, second] = yield* store.toReview(at, 2, begin)
      assert.deepStrictEqual([first?.workspaceId, second?.workspaceId], names.slice(0, 2))
      const rest = yield* store.toReview(at, 2, second)
      assert.deepStrictEqual(
        rest.map(({ workspaceId }) => workspaceId),
        names.slice(2)
      )
      assert.isEmpty(yield* store.toReview(at, 2, rest[0]))
      assert.deepStrictEqual(yield* store.due(names[2] ?? "", at), rest[0])
      assert.isUndefined(yield* store.due(names[2] ?? "", at - 1))
      assert.strictEqual((yield* store.toReview(at - 1, 9, begin)).length, 2)
    }).pipe(Effect.provide(subject.layer))
  )
}
