/** The small entity of the `turn` bench: an account that is debited and never goes below zero. */
import type { Behavior, Load } from "@loopdrive/actor/Behavior"
import * as Effect from "effect/Effect"
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import { SqlClient } from "effect/sql/SqlClient"

export interface State {
  readonly balance: number
  readonly entries: number
}

export const Debit = Schema.Struct({ amount: Schema.Int, reason: Schema.String })
export const Reply = Schema.Struct({ balance: Schema.Int, entry: Schema.Int })
export class InsufficientFunds extends Schema.TaggedError<InsufficientFunds>("@loopdrive/bench/InsufficientFunds")(
  "InsufficientFunds",
  { requested: Schema.Int, available: Schema.Int },
  { httpApiStatus: 409 }
) {}

interface Debited {
  readonly amount: number
  readonly reason: string
}

export const account: Behavior<State, typeof Debit.Type, Debited, typeof Reply.Type, InsufficientFunds> = {
  type: "Account",
  wire: { command: Debit, reply: Reply, refusal: InsufficientFunds },
  head: { name: "accounts", columns: { balance: "bigint" } },
  tables: [
    {
      name: "entries",
      columns: {
        account: "text",
        version: "bigint",
        amount: "bigint",
        balance: "bigint",
        reason: "text",
        created_at: "timestamptz"
      },
      mode: "append"
    }
  ],
  initial: () => ({ balance: 0, entries: 0 }),
  decide: ({ balance, entries }, { amount, reason }) =>
    balance < amount
      ? Result.fail(new InsufficientFunds({ requested: amount, available: balance }))
      : Result.succeed({
          events: [{ amount: -amount, reason }],
          reply: { balance: balance - amount, entry: entries + 1 }
        }),
  evolve: ({ balance, entries }, { amount }) => ({ balance: balance + amount, entries: entries + 1 }),
  headRow: ({ balance }) => ({ balance }),
  rows: (id, { amount, reason }, { balance, entries }, { now }) => [
    {
      table: "entries",
      values: { account: id, version: entries, amount, balance, reason, created_at: new Date(now).toISOString() }
    }
  ],
  conflict: ({ amount }) => new InsufficientFunds({ requested: amount, available: 0 })
}

const Rows = Schema.Array(Schema.Struct({ id: Schema.String, version: Schema.Int, balance: Schema.Int }))

/** Reads committed accounts back: one statement for many ids. */
export const load = Effect.map(SqlClient, (sql): Load<State, unknown> => {
  const decode = Schema.decodeUnknownEffect(Rows)
  return (ids) =>
    sql`select id, version, balance from accounts where id in ${sql.in([...ids])}`.pipe(
      Effect.flatMap(decode),
      Effect.map(
        (rows) =>
          new Map(rows.map(({ balance, id, version }) => [id, { version, state: { balance, entries: version } }]))
      )
    )
})
