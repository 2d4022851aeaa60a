/**
 * The other side of `AnsweringProgram`: a process of actors that is asked over standard input, one JSON document per
 * line, until it is killed. `Add` and `Committed` are what `CounterLedger` asks.
 */
import * as Database from "@loopdrive/storage/Database"
import * as DataDirectory from "@loopdrive/storage/DataDirectory"
import * as Migrations from "@loopdrive/storage/Migrations"
import * as Cause from "effect/Cause"
import * as Effect from "effect/Effect"
import * as Exit from "effect/Exit"
import * as Layer from "effect/Layer"
import * as Redacted from "effect/Redacted"
import * as Schema from "effect/Schema"
import { createInterface } from "node:readline"
import type { Command, Rows } from "./CounterLedger.ts"

const Question = Schema.fromJsonString(
  Schema.Union([
    Schema.TaggedStruct("Add", { n: Schema.Int, id: Schema.String, amount: Schema.Int, key: Schema.String }),
    Schema.TaggedStruct("Committed", { n: Schema.Int, id: Schema.String })
  ])
)
const decode = Schema.decodeUnknownEffect(Question)

/** The store a target names: the URL of a PostgreSQL database, or the data directory of an embedded one. */
export const database = (target: string) =>
  Layer.unwrap(
    Effect.gen(function* () {
      const migrations = Migrations.directory
      if (target.startsWith("postgres://")) return Database.layerPostgres({ url: Redacted.make(target), migrations })
      return Database.layerPglite({ dataDir: yield* DataDirectory.lock(target), migrations })
    })
  )

/** Says `ready`, and answers for as long as the process lives. */
export const answer = <E, R1, R2>(handlers: {
  readonly add: (command: Command) => Effect.Effect<{ readonly total: number }, E, R1>
  readonly committed: (id: string) => Effect.Effect<Rows, E, R2>
}) =>
  Effect.gen(function* () {
    const handle = Effect.fnUntraced(function* (line: string) {
      const question = yield* Effect.orDie(decode(line))
      const exit =
        question._tag === "Add"
          ? yield* Effect.exit(handlers.add(question))
          : yield* Effect.exit(handlers.committed(question.id))
      const said = Exit.isSuccess(exit) ? { ok: exit.value } : { no: Cause.pretty(exit.cause) }
      process.stdout.write(`${JSON.stringify({ n: question.n, ...said })}\n`)
    })
    const context = yield* Effect.context<R1 | R2>()
    createInterface({ input: process.stdin }).on("line", (line) => {
      Effect.runForkWith(context)(handle(line))
    })
    process.stdout.write("ready\n")
    return yield* Effect.never
  })
