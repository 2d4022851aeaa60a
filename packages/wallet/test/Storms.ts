/** Many at one wallet at once: what they were told, and what the wallet says afterwards. */
import { WalletClient } from "@loopdrive/wallet/Client"
import { WalletStore } from "@loopdrive/wallet/WalletStore"
import * as Effect from "effect/Effect"
import type { Owner } from "../src/core/Command.ts"
import { identity, layer, post } from "./Wallets.ts"

/** How many spends of one cent were let through, how many were refused for money, and what else was answered. */
export interface Tally {
  readonly taken: number
  readonly refused: number
  readonly others: ReadonlyArray<string>
  readonly balance: number | undefined
  readonly entries: number
}

const spends = Effect.fnUntraced(function* (owner: Owner, count: number, name: string) {
  const wallets = yield* WalletClient
  return yield* Effect.forEach(
    Array.from({ length: count }, (_, n) => n),
    (n) =>
      wallets.ask(owner, post("debit", 1), identity(owner, `${name}-${n}`)).pipe(
        Effect.as("taken"),
        Effect.catch((error) => Effect.succeed(error._tag))
      ),
    { concurrency: 2_000 }
  )
})

const tallied = Effect.fnUntraced(function* (owner: Owner, outcomes: ReadonlyArray<string>) {
  const store = yield* WalletStore
  const wallet = yield* store.wallet(owner.workspaceId)
  const { total } = yield* store.transactions(owner.workspaceId, { limit: 1, offset: 0 })
  const count = (which: string) => outcomes.filter((outcome) => outcome === which).length
  const tally: Tally = {
    taken: count("taken"),
    refused: count("InsufficientFunds"),
    others: [...new Set(outcomes)].filter((outcome) => outcome !== "taken" && outcome !== "InsufficientFunds"),
    balance: wallet?.balance,
    entries: total
  }
  return tally
})

const credited = (owner: Owner, money: number) =>
  Effect.flatMap(WalletClient, (wallets) => wallets.ask(owner, post("credit", money), identity(owner, "money")))

/** One process, `count` spends at once. */
export const crowd = Effect.fnUntraced(function* (owner: Owner, { count, money }: { count: number; money: number }) {
  yield* credited(owner, money)
  return yield* tallied(owner, yield* spends(owner, count, "crowd"))
}, Effect.provide(layer))

/** Two processes that both believe they hold the wallet, `count` spends each at once. */
export const rivals = Effect.fnUntraced(function* (owner: Owner, { count, money }: { count: number; money: number }) {
  yield* credited(owner, money)
  const outcomes = yield* Effect.all(
    [spends(owner, count, "one"), Effect.provide(spends(owner, count, "other"), layer, { local: true })],
    { concurrency: "unbounded" }
  )
  return yield* tallied(owner, outcomes.flat())
}, Effect.provide(layer))
