/** The example's actor on a store, for the suites of this package: client, journal and direct access to the rows. */
import * as ActorClient from "@loopdrive/actor/ActorClient"
import { Activations } from "@loopdrive/actor/Activations"
import { FactSource } from "@loopdrive/actor/Facts"
import { Journal } from "@loopdrive/actor/Journal"
import * as SqlJournalStore from "@loopdrive/actor/SqlJournalStore"
import * as Topology from "@loopdrive/actor/Topology"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as SqlClient from "effect/sql/SqlClient"
import { counter, load } from "./example/Counter.ts"
import * as CounterTables from "./example/CounterTables.ts"

/** What a client of the example answers and refuses. */
export type CounterClient = Effect.Success<typeof client>
export interface Committed {
  readonly version: number
  readonly total: number
  readonly steps: ReadonlyArray<{ readonly amount: number; readonly total: number }>
  readonly receipts: number
}

export const identity = (key: string, hash = "same") => ({ workspaceId: "ws_test", scope: "test", key, hash })
export const add = (amount: number) => ({ _tag: "Add" as const, amount })

const runtime = Activations.layer.pipe(Layer.provideMerge(Journal.layer), Layer.provideMerge(FactSource.layer))

/** Everything above the journal's store. */
export const layerRuntime = Layer.merge(runtime, Topology.layerTest)
export const layerSql = layerRuntime.pipe(Layer.provideMerge(SqlJournalStore.layer))

/** A client with its own activations: two of them on one database are two writers. */
export const client = Effect.gen(function* () {
  yield* CounterTables.create
  return yield* ActorClient.make(counter, yield* load)
})

/** As `client`, with every command sent as a message of the cluster. */
export const rpcClient = Effect.gen(function* () {
  yield* CounterTables.create
  return yield* ActorClient.make(counter, yield* load, { rpcOnly: true })
})

export const committed = (id: string) =>
  Effect.gen(function* () {
    const sql = yield* SqlClient.SqlClient
    const heads = yield* sql<{ version: string; total: string }>`
      select version::text, total::text from counters where id = ${id}`
    const steps = yield* sql<{ amount: number; total: number }>`
      select amount::int, total::int from steps where counter = ${id} order by at`
    const receipts = yield* sql<{ n: number }>`select count(*)::int as n from receipts where entity = ${id}`
    return {
      version: Number(heads[0]?.version ?? 0),
      total: Number(heads[0]?.total ?? 0),
      steps,
      receipts: receipts[0]?.n ?? 0
    }
  })
