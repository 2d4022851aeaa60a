/**
 * Commands to counters in another process, and what the counters' rows must say afterwards. The program speaks the
 * questions of `AnsweringProgram`: `Add` adds to a counter under a key and answers `{ total }` once that is durable;
 * `Committed` answers a counter's rows. Used by the fault tests of the runtime.
 */
import * as Effect from "effect/Effect"
import * as Schema from "effect/Schema"
import type { AnsweringProgram } from "./AnsweringProgram.ts"

/** `amount` is positive, so that a running total names one step. */
export interface Command {
  readonly id: string
  readonly amount: number
  readonly key: string
}

const Reply = Schema.Struct({ total: Schema.Int })
const decodeReply = Schema.decodeUnknownEffect(Reply)
const Rows = Schema.Struct({
  version: Schema.Int,
  total: Schema.Int,
  steps: Schema.Array(Schema.Struct({ amount: Schema.Int, total: Schema.Int })),
  receipts: Schema.Int
})
export type Rows = typeof Rows.Type
const decodeRows = Schema.decodeUnknownEffect(Rows)

/** What the rows of one counter contradict; `replies` are the totals that the commands were answered, by key. */
export const contradictions = (
  rows: Rows,
  counter: string,
  commands: ReadonlyArray<Command>,
  replies: ReadonlyMap<string, number>
): ReadonlyArray<string> => {
  const mine = commands.filter(({ id }) => id === counter)
  const broken: Array<string> = []
  const must = (holds: boolean, what: string) => {
    if (!holds) broken.push(`${counter}: ${what}`)
  }
  must(rows.steps.length === mine.length, `${rows.steps.length} steps for ${mine.length} commands`)
  must(rows.receipts === mine.length, `${rows.receipts} receipts for ${mine.length} commands`)
  must(rows.version === mine.length, `version ${rows.version} after ${mine.length} commands`)
  rows.steps.reduce((before, step, n) => {
    must(step.total === before + step.amount, `step ${n} goes from ${before} by ${step.amount} to ${step.total}`)
    return step.total
  }, 0)
  must(rows.total === mine.reduce((sum, { amount }) => sum + amount, 0), `the total is ${rows.total}`)
  const steps = new Map(rows.steps.map((step) => [step.total, step.amount]))
  for (const { amount, key } of mine) {
    const total = replies.get(key)
    must(total !== undefined && steps.get(total) === amount, `${key} was answered ${total}, which no step says`)
  }
  return broken
}

/** The total that the program answered. */
export const add = (node: AnsweringProgram, command: Command) =>
  node.ask({ _tag: "Add", ...command }).pipe(
    Effect.flatMap((reply) => Effect.orDie(decodeReply(reply))),
    Effect.map(({ total }) => total)
  )

export const rowsOf = (node: AnsweringProgram, id: string) =>
  Effect.flatMap(node.ask({ _tag: "Committed", id }), (rows) => Effect.orDie(decodeRows(rows)))
