/** The way to the wallet of a workspace: hides where it lives and what it is called. */
import * as ActorClient from "@loopdrive/actor/ActorClient"
import type { ActorUnavailable } from "@loopdrive/actor/ActorUnavailable"
import type { Activations } from "@loopdrive/actor/Activations"
import type { Load } from "@loopdrive/actor/Behavior"
import type { MemoryTables } from "@loopdrive/actor/MemoryTables"
import type { CommandIdentity, IdempotencyConflict } from "@loopdrive/actor/Receipt"
import * as Ids from "@loopdrive/domain/Ids"
import { memo } from "@loopdrive/domain/Memo"
import * as Context from "effect/Context"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import type { Sharding } from "effect/cluster/Sharding"
import type { SqlClient } from "effect/sql/SqlClient"
import type { Ask, Owner } from "./core/Command.ts"
import type { Refusal } from "./core/Refusal.ts"
import type { Reply } from "./core/Reply.ts"
import type { Wallet } from "./core/State.ts"
import * as MemoryWalletStore from "./MemoryWalletStore.ts"
import * as SqlWalletStore from "./SqlWalletStore.ts"
import * as WalletActor from "./Wallet.ts"

/** Why a wallet did not take a command. */
export type AskError = Refusal | IdempotencyConflict | ActorUnavailable

/** The one wallet of a workspace. */
export const walletIdOf = memo(10_000, (workspaceId) => Ids.derived("wallet", workspaceId))

/**
 * What keys of one wallet are unique within: every command about its money, whatever route or process it comes from. A
 * receipt without a window is kept for ever, and with it the answer to every repeat.
 */
export const keyScope = "wallet"
/** The same for what the wallet's own processes ask: no key of a caller's can stand in their way. */
export const processScope = "wallet process"

export class WalletClient extends Context.Service<
  WalletClient,
  {
    /** Durable when it answers; repeats with the same identity are answered alike. Makes the wallet on first use. */
    readonly ask: (owner: Owner, ask: Ask, identity: CommandIdentity) => Effect.Effect<Reply, AskError>
  }
>()("@loopdrive/wallet/WalletClient") {}

/** Over any journal: `load` says where states are read from. */
export const layerWith = <R>(
  load: Effect.Effect<Load<Wallet, unknown>, never, R>
): Layer.Layer<WalletClient, never, R | Sharding | Activations> =>
  Layer.effect(
    WalletClient,
    Effect.gen(function* () {
      const actor = yield* ActorClient.make(WalletActor.behavior, yield* load)
      return WalletClient.of({
        ask: ({ organizationId, workspaceId }, ask, identity) =>
          actor.take(walletIdOf(workspaceId), { owner: { organizationId, workspaceId }, ask }, identity)
      })
    })
  )

/** On tables in memory. */
export const layerMemory: Layer.Layer<WalletClient, never, MemoryTables | Sharding | Activations> = layerWith(
  MemoryWalletStore.load
)

/** On the database. */
export const layer: Layer.Layer<WalletClient, never, SqlClient | Sharding | Activations> = layerWith(
  SqlWalletStore.load
)
