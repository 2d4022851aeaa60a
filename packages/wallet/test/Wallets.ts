/** Wallets on a database, as the server puts them together: for the store tests of this package. */
import { Activations } from "@loopdrive/actor/Activations"
import { FactSource } from "@loopdrive/actor/Facts"
import { Journal } from "@loopdrive/actor/Journal"
import * as MemoryJournalStore from "@loopdrive/actor/MemoryJournalStore"
import * as SqlJournalStore from "@loopdrive/actor/SqlJournalStore"
import * as Topology from "@loopdrive/actor/Topology"
import * as Client from "@loopdrive/wallet/Client"
import { WalletClient } from "@loopdrive/wallet/Client"
import * as MemoryWalletStore from "@loopdrive/wallet/MemoryWalletStore"
import * as SqlWalletStore from "@loopdrive/wallet/SqlWalletStore"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as SqlClient from "effect/sql/SqlClient"
import type { Ask, Owner, Post } from "../src/core/Command.ts"

const actors = Activations.layer.pipe(Layer.provideMerge(Journal.layer))

/** A process with wallets in it. Built twice on one database it is two processes. */
export const layer = Client.layer.pipe(
  Layer.provide(actors),
  Layer.provide(SqlJournalStore.layer),
  Layer.provideMerge(SqlWalletStore.layer),
  Layer.provideMerge(FactSource.layer),
  Layer.provide(Topology.layerTest)
)

/** The same without a database. */
export const layerMemory = Client.layerMemory.pipe(
  Layer.provide(actors),
  Layer.provide(MemoryJournalStore.layer),
  Layer.provideMerge(MemoryWalletStore.layer),
  Layer.provideMerge(FactSource.layer),
  Layer.provide(Topology.layerTest)
)

/** A workspace of its own for a test, on a database. */
export const workspace = Effect.fnUntraced(function* (
  name: string
): Effect.fn.Return<Owner, unknown, SqlClient.SqlClient> {
  const sql = yield* SqlClient.SqlClient
  const workspaceId = `ws_${name}`
  yield* sql`insert into organizations (id, name) values ('org_test', 'Test') on conflict do nothing`
  yield* sql`insert into workspaces (id, organization_id, name, secret)
    values (${workspaceId}, 'org_test', ${name}, 'a secret of tests')`
  return { workspaceId, organizationId: "org_test" }
})

let keys = 0
/** A command identity: of its own, or that of a key. */
export const identity = (owner: Owner, key = `key-${++keys}`, hash = "same") => ({
  workspaceId: owner.workspaceId,
  scope: "wallet",
  key,
  hash
})

export const ask = (owner: Owner, command: Ask, key?: string) =>
  Effect.flatMap(WalletClient, (wallets) => wallets.ask(owner, command, identity(owner, key)))

export const post = (type: "credit" | "debit" | "refund" | "adjustment", amount: number): typeof Post.Type => ({
  _tag: "Post",
  type,
  amount,
  source: type === "debit" ? "campaign_spend" : "manual",
  description: `${type} of a test`
})
