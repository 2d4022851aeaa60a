/**
 * A process that spends from wallets and does what it is told on standard input, until it is killed. `Add` spends from an
 * overdraft, so that what was spent is the balance without its sign, and every total names one entry.
 */
import { Activations } from "@loopdrive/actor/Activations"
import { FactSource } from "@loopdrive/actor/Facts"
import { Journal } from "@loopdrive/actor/Journal"
import * as SqlJournalStore from "@loopdrive/actor/SqlJournalStore"
import * as Topology from "@loopdrive/actor/Topology"
import * as AnsweringNode from "@loopdrive/testkit/AnsweringNode"
import * as NodeRuntime from "@effect/platform-node/NodeRuntime"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as SqlClient from "effect/sql/SqlClient"
import * as Client from "../../src/Client.ts"
import { WalletClient } from "../../src/Client.ts"

const [target = ""] = process.argv.slice(2)
const overdraft = 1_000_000_000

const runtime = Client.layer.pipe(
  Layer.provide(Activations.layer.pipe(Layer.provideMerge(Journal.layer))),
  Layer.provide(SqlJournalStore.layer),
  Layer.provide(FactSource.layer),
  Layer.provide(Topology.layerEmbedded),
  Layer.provideMerge(AnsweringNode.database(target))
)

const ownerOf = (id: string) => ({ workspaceId: `ws_${id}`, organizationId: "org_faults" })
const identity = (id: string, scope: string, key: string) => ({ workspaceId: `ws_${id}`, scope, key, hash: key })

const program = Effect.gen(function* () {
  const wallets = yield* WalletClient
  const sql = yield* SqlClient.SqlClient

  const prepare = Effect.fnUntraced(function* (id: string) {
    yield* sql`insert into organizations (id, name) values ('org_faults', 'Faults') on conflict do nothing`
    yield* sql`insert into workspaces (id, organization_id, name, secret)
      values (${ownerOf(id).workspaceId}, 'org_faults', ${id}, 'a secret of tests') on conflict do nothing`
    yield* wallets.ask(
      ownerOf(id),
      { _tag: "SetOverdraft", limit: overdraft },
      identity(id, Client.processScope, "overdraft")
    )
  })
  const prepared = new Map<string, Effect.Effect<void, unknown>>()
  const once = (id: string) =>
    Effect.gen(function* () {
      const known = prepared.get(id) ?? (yield* Effect.cached(prepare(id)))
      prepared.set(id, known)
      return yield* known
    })

  return yield* AnsweringNode.answer({
    add: Effect.fnUntraced(function* ({ amount, id, key }) {
      yield* Effect.orDie(once(id))
      const reply = yield* wallets.ask(
        ownerOf(id),
        { _tag: "Post", type: "debit", amount, source: "campaign_spend", description: key },
        identity(id, Client.keyScope, key)
      )
      return { total: reply._tag === "Posted" ? -reply.transaction.balance : 0 }
    }),
    committed: (id) =>
      Effect.gen(function* () {
        const workspaceId = `ws_${id}`
        const heads = yield* sql<{ entries: number; total: number }>`
          select entries::int, (-balance)::int as total from wallets where workspace_id = ${workspaceId}`
        const steps = yield* sql<{ amount: number; total: number }>`
          select (-amount)::int as amount, (-balance)::int as total from wallet_transactions
          where workspace_id = ${workspaceId} order by number`
        const receipts = yield* sql<{ n: number }>`select count(*)::int as n from receipts
          where workspace_id = ${workspaceId} and scope = ${Client.keyScope}`
        return {
          version: heads[0]?.entries ?? 0,
          total: heads[0]?.total ?? 0,
          steps,
          receipts: receipts[0]?.n ?? 0
        }
      }).pipe(Effect.orDie)
  })
})

NodeRuntime.runMain(Effect.scoped(Effect.provide(program, runtime)))
