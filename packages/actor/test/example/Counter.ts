import * as Effect from "effect/Effect"
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import * as SqlClient from "effect/sql/SqlClient"
import type { Behavior, Load } from "@loopdrive/actor/Behavior"

// What it accepts, answers and refuses.
const Command = Schema.Union([
  Schema.TaggedStruct("Add", { amount: Schema.Int }),
  Schema.TaggedStruct("Break", {}),
  Schema.TaggedStruct("Poison", {})
])
const Reply = Schema.Struct({ total: Schema.Int })
const Refusal = Schema.TaggedStruct("BelowZero", { total: Schema.Int, asked: Schema.Int })

interface State {
  readonly total: number
}
type Event = { readonly _tag: "Added"; readonly amount: number; readonly valid: boolean }

/** A counter that never goes below zero, with a row for every step. */
export const counter: Behavior<State, typeof Command.Type, Event, typeof Reply.Type, typeof Refusal.Type> = {
  type: "Counter",
  wire: { command: Command, reply: Reply, refusal: Refusal },
  head: { name: "counters", columns: { total: "bigint" } },
  tables: [
    { name: "steps", columns: { counter: "text", seed: "text", amount: "bigint", total: "bigint" }, mode: "append" }
  ],
  initial: () => ({ total: 0 }),
  decide: (state, command) => {
    if (command._tag === "Break") throw new Error("a defect in a decision")
    const amount = command._tag === "Add" ? command.amount : 1
    const total = state.total + amount
    if (total < 0) return Result.fail(Refusal.make({ total: state.total, asked: amount }))
    return Result.succeed({ events: [{ _tag: "Added", amount, valid: command._tag === "Add" }], reply: { total } })
  },
  evolve: (state, event) => ({ total: state.total + event.amount }),
  headRow: (state) => ({ total: state.total }),
  rows: (id, event, state, facts) => [
    {
      table: "steps",
      values: { counter: id, seed: event.valid ? facts.seed : null, amount: event.amount, total: state.total }
    }
  ],
  conflict: () => Refusal.make({ total: 0, asked: 0 })
}

const Row = Schema.Struct({ id: Schema.String, version: Schema.NumberFromString, total: Schema.NumberFromString })

/** Reads committed counters back: one statement for many ids. */
export const load = Effect.gen(function* () {
  const sql = yield* SqlClient.SqlClient
  const decode = Schema.decodeUnknownEffect(Schema.Array(Row))
  const read: Load<State, unknown> = (ids) =>
    sql`select id, version::text, total::text from counters where id in ${sql.in([...ids])}`.pipe(
      Effect.flatMap(decode),
      Effect.map((rows) => new Map(rows.map((row) => [row.id, { version: row.version, state: { total: row.total } }])))
    )
  return read
})
