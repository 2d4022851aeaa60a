/** The Person as an actor: its pure parts put together for the runtime. */
import type { Behavior } from "@loopdrive/actor/Behavior"
import { Command } from "./core/Command.ts"
import * as Decide from "./core/Decide.ts"
import type { Fact } from "./core/Event.ts"
import { evolve } from "./core/Evolve.ts"
import { Refusal } from "./core/Refusal.ts"
import { Reply } from "./core/Reply.ts"
import { initial } from "./core/State.ts"
import type { Person } from "./core/State.ts"
import * as Tables from "./Tables.ts"

export const type = "Person"

/** `embedding`: the database's type for embeddings, `vector(1536)` or `real[]`. */
export const behavior = (embedding: string): Behavior<Person, Command, Fact, Reply, Refusal> => ({
  type,
  wire: { command: Command, reply: Reply, refusal: Refusal },
  head: Tables.persons,
  tables: Tables.all(embedding),
  initial,
  decide: Decide.decide,
  evolve,
  headRow: Tables.personRow,
  rows: (_id, fact, person) => Tables.rowsOf(fact, person),
  conflict: Decide.conflict
})
