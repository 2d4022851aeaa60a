/**
 * The way to an actor, wherever it lives. When its shard is held here the command goes straight to the activation;
 * otherwise it crosses the cluster. The four failures of the cluster become `ActorUnavailable` here and nowhere else, and
 * an unavailable actor is asked again, with the same identity, before the caller hears of it.
 */
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Schedule from "effect/Schedule"
import type * as Scope from "effect/Scope"
import {
  AlreadyProcessingMessage,
  EntityNotAssignedToRunner,
  MailboxFull,
  PersistenceError
} from "effect/cluster/ClusterError"
import * as Entity from "effect/cluster/Entity"
import * as EntityId from "effect/cluster/EntityId"
import { Sharding } from "effect/cluster/Sharding"
import { ActorUnavailable } from "./ActorUnavailable.ts"
import { Activations } from "./Activations.ts"
import type { TakeOptions } from "./Activations.ts"
import type { Behavior, Load } from "./Behavior.ts"
import { Limits } from "./Limits.ts"
import * as Protocol from "./Protocol.ts"
import type { CommandIdentity, IdempotencyConflict } from "./Receipt.ts"
import * as Shards from "./Shards.ts"

export interface ActorClient<Command, Reply, Refusal> {
  /**
   * Sends a command and waits for its outcome to be durable. Repeated at most 3 times, with 1.4 s of pauses, while the
   * actor is unavailable; the identity keeps that to one effect.
   */
  readonly take: (
    id: string,
    command: Command,
    identity: CommandIdentity,
    options?: TakeOptions
  ) => Effect.Effect<Reply, Refusal | IdempotencyConflict | ActorUnavailable>
  /**
   * The actor is about to be asked, and something else is looked up before: where it lives here, its state is read
   * meanwhile. Elsewhere, and where there is no room, nothing happens.
   */
  readonly prepare: (id: string) => Effect.Effect<void>
}

// 200 + 400 + 800 ms: three repeats end within 2 s. The schedule begins with the second.
const firstPause = "200 millis"
const patience = Schedule.exponential("400 millis").pipe(Schedule.upTo({ times: 2 }))

// A decision that threw throws again, and what the database refused three times it refuses a fourth.
const isPassing = (error: unknown): boolean =>
  error instanceof ActorUnavailable && error.reason !== "defect" && error.reason !== "poisoned"

// A schedule is set up only for a command that failed: it would cost more than the command's whole way to its actor.
const retried = <A, E, R>(effect: Effect.Effect<A, E, R>): Effect.Effect<A, E, R> =>
  Effect.catchIf(effect, isPassing, () =>
    Effect.delay(Effect.retry(effect, { while: isPassing, schedule: patience }), firstPause)
  )

/**
 * Runs the actors of a type in this process and answers the client to all of them, local or not. `rpcOnly` leaves out
 * the direct way, to measure or to test the other one.
 */
export const make = Effect.fnUntraced(function* <State, Command, Event, Reply, Refusal, E>(
  behavior: Behavior<State, Command, Event, Reply, Refusal>,
  load: Load<State, E>,
  { rpcOnly = false }: { readonly rpcOnly?: boolean } = {}
): Effect.fn.Return<ActorClient<Command, Reply, Refusal>, never, Sharding | Activations | Scope.Scope> {
  const limits = yield* Limits
  const sharding = yield* Sharding
  const residents = yield* (yield* Activations).register(behavior, load)
  const protocol = Protocol.make(behavior.type, behavior.wire)

  const handlers = Effect.gen(function* () {
    const { entityId } = yield* Entity.CurrentAddress
    return protocol.of({ Take: ({ payload }) => residents.take(entityId, payload.command, payload.identity) })
  })
  // Handlers start in the order of arrival and decide synchronously, so running them side by side keeps that order.
  // A defect is answered to its caller; restarting the entity would run its pending handlers a second time.
  yield* Layer.build(
    protocol.toLayer(handlers, {
      concurrency: "unbounded",
      disableFatalDefects: true,
      mailboxCapacity: limits.mailbox
    })
  )
  const shardOf = (id: string) => sharding.getShardId(EntityId.make(id), protocol.getShardGroup(EntityId.make(id)))
  yield* Shards.watch(sharding, () => residents.evict((id) => !sharding.hasShardId(shardOf(id))))

  const remote = yield* overCluster(protocol)
  const assigned = Shards.assigned(sharding)
  const route: ActorClient<Command, Reply, Refusal>["take"] = (id, command, identity, options) =>
    Effect.suspend(() =>
      !rpcOnly && sharding.hasShardId(shardOf(id))
        ? residents.take(id, command, identity, options)
        : remote(id, command, identity)
    )
  const take: ActorClient<Command, Reply, Refusal>["take"] = (id, command, identity, options) =>
    Effect.flatMap(assigned, (ready) =>
      ready
        ? route(id, command, identity, options)
        : Effect.fail(new ActorUnavailable({ entity: id, reason: "placement" }))
    )
  return {
    take: (id, command, identity, options) => retried(take(id, command, identity, options)),
    prepare: (id) =>
      Effect.map(assigned, (ready) => {
        if (ready && !rpcOnly && sharding.hasShardId(shardOf(id))) residents.prepare(id)
      })
  }
})

type ClusterFailure = MailboxFull | AlreadyProcessingMessage | PersistenceError | EntityNotAssignedToRunner

const clusterFailures = [MailboxFull, AlreadyProcessingMessage, PersistenceError, EntityNotAssignedToRunner]
const isClusterFailure = (error: unknown): error is ClusterFailure =>
  clusterFailures.some((failure) => error instanceof failure)

const overCluster = Effect.fnUntraced(function* <Command, Reply, Refusal>(
  protocol: Protocol.Protocol<Command, Reply, Refusal>
) {
  const limits = yield* Limits
  const clientFor = yield* protocol.client
  const take: ActorClient<Command, Reply, Refusal>["take"] = (id, command, identity) =>
    clientFor(id)
      .Take({ command, identity })
      .pipe(
        Effect.mapError((error) =>
          isClusterFailure(error)
            ? new ActorUnavailable({ entity: id, reason: error._tag === "MailboxFull" ? "mailbox" : "placement" })
            : error
        ),
        // A runner that stands still keeps its sockets: the cluster gives its shards away, but nobody would answer this.
        Effect.timeoutOrElse({
          duration: limits.answer,
          orElse: () => Effect.fail(new ActorUnavailable({ entity: id, reason: "placement" }))
        })
      )
  return take
})
