/** The Wallet as an actor: its pure parts put together for the runtime. */
import type { Behavior } from "@loopdrive/actor/Behavior"
import { Command } from "./core/Command.ts"
import * as Decide from "./core/Decide.ts"
import type { Fact } from "./core/Event.ts"
import { evolve } from "./core/Evolve.ts"
import { Refusal } from "./core/Refusal.ts"
import { Reply } from "./core/Reply.ts"
import { initial } from "./core/State.ts"
import type { Wallet } from "./core/State.ts"
import * as Tables from "./Tables.ts"
import * as WrittenRows from "./WrittenRows.ts"

export const type = "Wallet"

export const behavior: Behavior<Wallet, Command, Fact, Reply, Refusal> = {
  type,
  wire: { command: Command, reply: Reply, refusal: Refusal },
  head: Tables.wallets,
  tables: Tables.all,
  initial,
  decide: Decide.decide,
  evolve,
  headRow: WrittenRows.walletRow,
  rows: (_id, fact, wallet, facts) => WrittenRows.rowsOf(fact, wallet, facts),
  // No table of the wallet claims anything, so nothing conflicts.
  conflict: (_command, table) => {
    throw new Error(`${table} claims nothing`)
  }
}
