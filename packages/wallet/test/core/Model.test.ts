import { assert, describe, it } from "@effect/vitest"
import * as Result from "effect/Result"
import * as fc from "fast-check"
import type { Ask } from "../../src/core/Command.ts"
import * as Decide from "../../src/core/Decide.ts"
import type { Entry } from "../../src/core/Event.ts"
import { evolve } from "../../src/core/Evolve.ts"
import { available, initial, remaining } from "../../src/core/State.ts"
import type { Wallet } from "../../src/core/State.ts"

const owner = { workspaceId: "ws_1", organizationId: "org_1" }

/** What a careful bookkeeper with one sheet of paper would have: no holds of the wallet's, no events, no state of ours. */
interface Sheet {
  balance: number
  overdraft: number
  frozen: boolean
  readonly holds: Array<{ left: number; expires: number }>
}

type Step =
  | { readonly does: "credit" | "debit" | "refund" | "adjust"; readonly amount: number }
  | { readonly does: "reserve"; readonly amount: number; readonly life: number }
  | { readonly does: "capture"; readonly which: number; readonly amount: number; readonly final: boolean }
  | { readonly does: "release"; readonly which: number; readonly amount: number }
  | { readonly does: "freeze" | "unfreeze" }
  | { readonly does: "overdraft"; readonly amount: number }
  | { readonly does: "wait"; readonly amount: number }

const cents = fc.integer({ min: 1, max: 1_000 })
const which = fc.nat({ max: 5 })
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ does: fc.constantFrom("credit" as const, "debit" as const, "refund" as const), amount: cents }),
  fc.record({
    does: fc.constant("adjust" as const),
    amount: fc.oneof(
      cents,
      cents.map((n) => -n)
    )
  }),
  fc.record({ does: fc.constant("reserve" as const), amount: cents, life: fc.integer({ min: 1, max: 20 }) }),
  fc.record({ does: fc.constant("capture" as const), which, amount: cents, final: fc.boolean() }),
  fc.record({ does: fc.constant("release" as const), which, amount: cents }),
  fc.record({ does: fc.constantFrom("freeze" as const, "unfreeze" as const) }),
  fc.record({ does: fc.constant("overdraft" as const), amount: fc.nat({ max: 500 }) }),
  fc.record({ does: fc.constant("wait" as const), amount: fc.nat({ max: 10 }) })
)

const askOf = (is: Step, ids: ReadonlyArray<string>, now: number): Ask => {
  const post = { source: "manual" as const, description: "test" }
  const holdId = "which" in is ? (ids[is.which] ?? "hold_none") : ""
  switch (is.does) {
    case "credit":
    case "debit":
    case "refund":
      return { _tag: "Post", type: is.does, amount: is.amount, ...post }
    case "adjust":
      return { _tag: "Post", type: "adjustment", amount: is.amount, ...post }
    case "reserve":
      return { _tag: "Reserve", amount: is.amount, description: "test", expiresAt: now + is.life }
    case "capture":
      return { _tag: "Capture", holdId, amount: is.amount, final: is.final }
    case "release":
      return { _tag: "Release", holdId, amount: is.amount }
    case "freeze":
      return { _tag: "Freeze" }
    case "unfreeze":
      return { _tag: "Unfreeze" }
    case "overdraft":
      return { _tag: "SetOverdraft", limit: is.amount }
    case "wait":
      return { _tag: "Review" }
  }
}

const open = (sheet: Sheet, now: number) => sheet.holds.filter(({ expires, left }) => expires > now && left > 0)
const spendable = (sheet: Sheet, now: number): number =>
  sheet.balance + sheet.overdraft - open(sheet, now).reduce((sum, { left }) => sum + left, 0)

/** What the bookkeeper says; false: no. */
const onPaper = (sheet: Sheet, is: Step, now: number): boolean => {
  const takes = (amount: number) => !sheet.frozen && amount <= spendable(sheet, now)
  const hold = "which" in is ? open(sheet, now).find((one) => one === sheet.holds[is.which]) : undefined
  switch (is.does) {
    case "credit":
    case "refund":
      sheet.balance += is.amount
      return true
    case "adjust":
      if (is.amount < 0 && !takes(-is.amount)) return false
      sheet.balance += is.amount
      return true
    case "debit":
      if (!takes(is.amount)) return false
      sheet.balance -= is.amount
      return true
    case "reserve":
      if (!takes(is.amount)) return false
      sheet.holds.push({ left: is.amount, expires: now + is.life })
      return true
    case "capture":
      if (sheet.frozen || hold === undefined || is.amount > hold.left) return false
      sheet.balance -= is.amount
      hold.left = is.final ? 0 : hold.left - is.amount
      return true
    case "release":
      if (hold === undefined || is.amount > hold.left) return false
      hold.left -= is.amount
      return true
    case "freeze":
    case "unfreeze":
      sheet.frozen = is.does === "freeze"
      return true
    case "overdraft":
      sheet.overdraft = is.amount
      return true
    case "wait":
      return true
  }
}

const chain = (entries: ReadonlyArray<Entry>): boolean =>
  entries.every(({ amount, balance, number }, n) => {
    const before = entries[n - 1]?.balance ?? 0
    return number === n + 1 && balance === before + amount
  })

describe("a wallet", () => {
  it("agrees with a sheet of paper about every step of any history", () => {
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 60 }), (steps) => {
        let wallet: Wallet = initial("wallet_1")
        const sheet: Sheet = { balance: 0, overdraft: 0, frozen: false, holds: [] }
        const entries: Array<Entry> = []
        const ids: Array<string> = []
        let now = 1_000
        steps.forEach((is, n) => {
          if (is.does === "wait") now += is.amount
          const facts = { now, seed: (n + 1).toString(16).padStart(32, "0") }
          const decided = Decide.decide(wallet, { owner, ask: askOf(is, ids, now) }, facts)
          assert.strictEqual(Result.isSuccess(decided), onPaper(sheet, is, now), `step ${n}: ${is.does}`)
          if (Result.isFailure(decided)) return
          for (const fact of decided.success.events) {
            wallet = evolve(wallet, fact)
            if (fact.event._tag === "Posted") entries.push(fact.event.entry)
            if (fact.event._tag === "HoldOpened") ids.push(fact.event.hold.id)
          }
          assert.strictEqual(wallet.balance, sheet.balance)
          assert.strictEqual(
            wallet.held,
            wallet.holds.reduce((sum, hold) => sum + remaining(hold), 0)
          )
        })
        wallet = Result.getOrThrow(
          Decide.decide(wallet, { owner, ask: { _tag: "Review" } }, { now, seed: "f".repeat(32) })
        ).events.reduce(evolve, wallet)
        assert.strictEqual(available(wallet), spendable(sheet, now))
        assert.strictEqual(
          wallet.balance,
          entries.reduce((sum, { amount }) => sum + amount, 0)
        )
        assert.isTrue(chain(entries))
      }),
      { numRuns: 2_000 }
    )
  })
})
