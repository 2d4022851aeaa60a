/**
 * A process that runs the example's counters and does what it is told on standard input, until it is killed. The target
 * is the URL of a PostgreSQL database or the data directory of an embedded one; `CLUSTER_PORT` makes it a node of a
 * cluster.
 */
import * as SqlJournalStore from "@loopdrive/actor/SqlJournalStore"
import * as Topology from "@loopdrive/actor/Topology"
import { Activations } from "@loopdrive/actor/Activations"
import * as DataDirectory from "@loopdrive/storage/DataDirectory"
import * as Database from "@loopdrive/storage/Database"
import * as Migrations from "@loopdrive/storage/Migrations"
import * as NodeRuntime from "@effect/platform-node/NodeRuntime"
import * as Cause from "effect/Cause"
import * as Effect from "effect/Effect"
import * as Exit from "effect/Exit"
import * as Layer from "effect/Layer"
import * as Redacted from "effect/Redacted"
import * as Schema from "effect/Schema"
import { createInterface } from "node:readline"
import { FactSource } from "@loopdrive/actor/Facts"
import { Journal } from "@loopdrive/actor/Journal"
import { client, committed } from "../Counters.ts"

const Question = Schema.fromJsonString(
  Schema.Union([
    Schema.TaggedStruct("Add", { n: Schema.Int, id: Schema.String, amount: Schema.Int, key: Schema.String }),
    Schema.TaggedStruct("Committed", { n: Schema.Int, id: Schema.String })
  ])
)
const decode = Schema.decodeUnknownEffect(Question)

const [target = ""] = process.argv.slice(2)
const port = process.env["CLUSTER_PORT"]

const database = Layer.unwrap(
  Effect.gen(function* () {
    const migrations = Migrations.directory
    if (target.startsWith("postgres://")) return Database.layerPostgres({ url: Redacted.make(target), migrations })
    return Database.layerPglite({ dataDir: yield* DataDirectory.lock(target), migrations })
  })
)
const topology =
  port === undefined ? Topology.layerEmbedded : Topology.layerRunner({ host: "127.0.0.1", port: Number(port) })

const runtime = Activations.layer.pipe(
  Layer.provideMerge(Journal.layer),
  Layer.provideMerge(FactSource.layer),
  Layer.provide(SqlJournalStore.layer),
  Layer.merge(topology),
  Layer.provideMerge(database)
)

const program = Effect.gen(function* () {
  const { take } = yield* client
  const answer = Effect.fnUntraced(function* (question: typeof Question.Type) {
    if (question._tag === "Committed") return yield* committed(question.id)
    const identity = { workspaceId: "ws_test", scope: "faults", key: question.key, hash: String(question.amount) }
    return yield* take(question.id, { _tag: "Add", amount: question.amount }, identity)
  })
  const handle = Effect.fnUntraced(function* (line: string) {
    const question = yield* Effect.orDie(decode(line))
    const exit = yield* Effect.exit(answer(question))
    const said = Exit.isSuccess(exit) ? { ok: exit.value } : { no: Cause.pretty(exit.cause) }
    process.stdout.write(`${JSON.stringify({ n: question.n, ...said })}\n`)
  })
  const context = yield* Effect.context<Effect.Services<ReturnType<typeof handle>>>()
  createInterface({ input: process.stdin }).on("line", (line) => {
    Effect.runForkWith(context)(handle(line))
  })
  console.log("ready")
  return yield* Effect.never
})

NodeRuntime.runMain(Effect.scoped(Effect.provide(program, runtime)))
