/**
 * A process that runs the example's counters and does what it is told on standard input, until it is killed. The target
 * is the URL of a PostgreSQL database or the data directory of an embedded one; `CLUSTER_PORT` makes it a node of a
 * cluster.
 */
import * as SqlJournalStore from "@loopdrive/actor/SqlJournalStore"
import * as Topology from "@loopdrive/actor/Topology"
import { Activations } from "@loopdrive/actor/Activations"
import * as AnsweringNode from "@loopdrive/testkit/AnsweringNode"
import * as NodeRuntime from "@effect/platform-node/NodeRuntime"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import { FactSource } from "@loopdrive/actor/Facts"
import { Journal } from "@loopdrive/actor/Journal"
import { client, committed } from "../Counters.ts"

const [target = ""] = process.argv.slice(2)
const port = process.env["CLUSTER_PORT"]

const topology =
  port === undefined ? Topology.layerEmbedded : Topology.layerRunner({ host: "127.0.0.1", port: Number(port) })

const runtime = Activations.layer.pipe(
  Layer.provideMerge(Journal.layer),
  Layer.provideMerge(FactSource.layer),
  Layer.provide(SqlJournalStore.layer),
  Layer.merge(topology),
  Layer.provideMerge(AnsweringNode.database(target))
)

const program = Effect.gen(function* () {
  const { take } = yield* client
  return yield* AnsweringNode.answer({
    add: ({ amount, id, key }) =>
      take(id, { _tag: "Add", amount }, { workspaceId: "ws_test", scope: "faults", key, hash: String(amount) }),
    committed: (id) => Effect.orDie(committed(id))
  })
})

NodeRuntime.runMain(Effect.scoped(Effect.provide(program, runtime)))
