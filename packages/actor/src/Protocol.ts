/**
 * How a command travels between processes: one volatile RPC per entity type that carries the command, its identity and
 * its outcome. The message is never persisted by the cluster; receipts make a repeat harmless.
 */
import * as Schema from "effect/Schema"
import * as ClusterSchema from "effect/cluster/ClusterSchema"
import * as Entity from "effect/cluster/Entity"
import * as Rpc from "effect/rpc/Rpc"
import { ActorUnavailable } from "./ActorUnavailable.ts"
import type { Wire } from "./Behavior.ts"
import { CommandIdentity, IdempotencyConflict } from "./Receipt.ts"

/**
 * The cluster entity of a type. `Uninterruptible`: a caller that hangs up must not interrupt the handler after its
 * decision.
 */
export const make = <Command, Reply, Refusal>(type: string, wire: Wire<Command, Reply, Refusal>) =>
  Entity.make(type, [
    Rpc.make("Take", {
      payload: { command: wire.command, identity: CommandIdentity },
      success: wire.reply,
      error: Schema.Union([wire.refusal, IdempotencyConflict, ActorUnavailable])
    }).annotate(ClusterSchema.Uninterruptible, true)
  ])

export type Protocol<Command, Reply, Refusal> = ReturnType<typeof make<Command, Reply, Refusal>>
