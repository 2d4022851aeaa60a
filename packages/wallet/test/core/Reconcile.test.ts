import { assert, describe, it } from "@effect/vitest"
import * as Reconcile from "../../src/core/Reconcile.ts"
import type { BookedEntry, Compared } from "../../src/core/Reconcile.ts"

const reconcile = (compared: Compared) => {
  const { certain, payments, transfers } = Reconcile.reconcile(compared)
  return [...payments, ...transfers, ...certain]
}

const entry = (n: number, amount: number, balance: number, more: Partial<BookedEntry> = {}): BookedEntry => ({
  id: `txn_${n}`,
  amount,
  balance,
  reference: undefined,
  cause: undefined,
  ...more
})
const books: Compared = {
  walletId: "wallet_1",
  balance: 700,
  entries: [
    entry(1, 1_000, 1_000, { cause: "payment", reference: "pi_1" }),
    entry(2, -100, 900, { cause: "refund", reference: "pi_1" }),
    entry(3, -200, 700, { cause: "payout", reference: "tr_1" })
  ],
  payments: [{ reference: "pi_1", received: 1_000, refunded: 100, withheld: 0 }],
  transfers: [{ reference: "tr_1", amount: 200 }]
}

describe("books and provider", () => {
  it("agree where every cent has its counterpart", () => {
    assert.deepStrictEqual(reconcile(books), [])
  })

  it("differ by an amount of a credit, a payout without its transfer, and one of another amount", () => {
    const payments = [{ reference: "pi_1", received: 900, refunded: 100, withheld: 0 }]
    assert.deepStrictEqual(reconcile({ ...books, payments }), [
      { kind: "credit_differs", reference: "pi_1", expected: 900, found: 1_000 }
    ])
    assert.deepStrictEqual(reconcile({ ...books, transfers: [] }), [
      { kind: "payout_without_transfer", reference: "tr_1", expected: 0, found: 200 }
    ])
    assert.deepStrictEqual(reconcile({ ...books, transfers: [{ reference: "tr_1", amount: 150 }] }), [
      { kind: "payout_differs", reference: "tr_1", expected: 150, found: 200 }
    ])
  })

  it("agree about a payout that is not there where everything came back in the books", () => {
    const [first, second] = books.entries
    const payout = entry(3, -200, 700, { cause: "payout", reference: "tr_1" })
    const reversal = entry(4, 200, 900, { cause: "payout_reversal", reference: "tr_1" })
    const entries = [first, second, payout, reversal].filter((one) => one !== undefined)
    assert.deepStrictEqual(reconcile({ ...books, balance: 900, entries, transfers: [] }), [])
  })

  it("differ by an entry that calls itself a payment's and was booked for none", () => {
    const claim = entry(4, 77, 777, { isClaimed: true, reference: "pi_made_up" })
    const entries = [...books.entries.map((one) => ({ ...one, isClaimed: true })), claim]
    assert.deepStrictEqual(reconcile({ ...books, balance: 777, entries }), [
      { kind: "credit_without_payment", reference: "txn_4", expected: 0, found: 77 }
    ])
  })

  it("name the entry at which a running balance breaks", () => {
    const [first, , third] = books.entries
    const broken = entry(2, -100, 850, { cause: "refund", reference: "pi_1" })
    const entries = [first, broken, third].filter((one) => one !== undefined)
    assert.deepStrictEqual(
      reconcile({ ...books, entries }).map(({ kind, reference }) => [kind, reference]),
      [
        ["chain_broken", "txn_2"],
        ["chain_broken", "txn_3"]
      ]
    )
  })
})
