/** The `turn` bench on the actor runtime. With `BENCH_RPC_ONLY` every command goes through the cluster's RPC. */
import * as NodeRuntime from "@effect/platform-node/NodeRuntime"
import * as ActorClient from "@loopdrive/actor/ActorClient"
import { Activations } from "@loopdrive/actor/Activations"
import { FactSource } from "@loopdrive/actor/Facts"
import { Journal } from "@loopdrive/actor/Journal"
import * as SqlJournalStore from "@loopdrive/actor/SqlJournalStore"
import * as Topology from "@loopdrive/actor/Topology"
import * as FastServer from "@loopdrive/http/FastServer"
import * as Database from "@loopdrive/storage/Database"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Redacted from "effect/Redacted"
import * as HttpRouter from "effect/http/HttpRouter"
import { given } from "../Served.ts"
import { account, load } from "./Account.ts"
import * as Announced from "./Announced.ts"
import * as DebitApi from "./DebitApi.ts"

const runtime = Layer.merge(
  Activations.layer.pipe(Layer.provide(Journal.layer), Layer.provide(FactSource.layer)),
  Topology.layerEmbedded
).pipe(
  Layer.provide(SqlJournalStore.layer),
  // One for the journal, one for loads.
  Layer.provideMerge(Database.layerPostgres({ url: Redacted.make(given("DATABASE_URL")), maxConnections: 2 }))
)

const client = Effect.flatMap(load, (read) =>
  ActorClient.make(account, read, { rpcOnly: process.env.BENCH_RPC_ONLY !== undefined })
)

HttpRouter.serve(DebitApi.layer(client), { disableLogger: true, disableListenLog: true }).pipe(
  Layer.provide(runtime),
  Layer.merge(Announced.layer),
  Layer.provide(FastServer.layer({ host: "127.0.0.1", port: 0 })),
  Layer.launch,
  NodeRuntime.runMain
)
