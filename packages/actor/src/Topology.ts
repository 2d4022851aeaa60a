/**
 * Where actors live. Every field of the cluster's configuration is chosen here, with its reason; programs pick one of the
 * layers and choose nothing themselves.
 */
import * as NodeClusterSocket from "@effect/platform-node/NodeClusterSocket"
import * as Duration from "effect/Duration"
import * as Layer from "effect/Layer"
import * as Option from "effect/Option"
import * as MessageStorage from "effect/cluster/MessageStorage"
import * as RunnerAddress from "effect/cluster/RunnerAddress"
import * as RunnerHealth from "effect/cluster/RunnerHealth"
import * as Runners from "effect/cluster/Runners"
import * as RunnerStorage from "effect/cluster/RunnerStorage"
import * as Sharding from "effect/cluster/Sharding"
import * as ShardingConfig from "effect/cluster/ShardingConfig"
import * as SqlRunnerStorage from "effect/cluster/SqlRunnerStorage"
import { defaults as limits } from "./Limits.ts"

/** Part of the wire: all processes of a cluster must agree. Enough that 30 runners still share evenly. */
export const shardsPerGroup = 300

type Config = ShardingConfig.ShardingConfig["Service"]

const chosen: Config = {
  ...ShardingConfig.defaults,
  shardsPerGroup,
  availableShardGroups: ["default"],
  assignedShardGroups: ["default"],
  runnerShardWeight: 1,
  // After SIGKILL the actors of a dead runner answer again in a few seconds instead of half a minute; a runner that
  // pauses for longer than the expiry loses its shards, and the version fence keeps its data right.
  shardLockRefreshInterval: Duration.seconds(1),
  shardLockExpiration: Duration.seconds(4),
  refreshAssignmentsInterval: Duration.seconds(1),
  runnerHealthCheckInterval: Duration.seconds(2),
  // The mailbox that counts is the activation's; the cluster's own must not be the smaller one.
  entityMailboxCapacity: limits.mailbox,
  // The cluster refuses the entity after its cap; ours makes room instead, so the cluster's is out of the way.
  maxResidentEntities: "unbounded",
  // The cluster's entity holds no state, only the handler; letting go of it early costs one allocation.
  entityMaxIdleTime: Duration.minutes(1),
  // Command messages are never in the cluster's storage, so a poll costs nothing. It is also how long the cluster waits
  // before it takes shards again after its lock session failed, as it does under a runner that stood still: at a minute,
  // half the actors had no place for that long.
  entityMessagePollInterval: Duration.seconds(1),
  simulateRemoteSerialization: false
}

const alone = (config: Config): Layer.Layer<Sharding.Sharding> =>
  Sharding.layer.pipe(
    Layer.provide(Runners.layerNoop),
    Layer.provide([MessageStorage.layerNoop, RunnerStorage.layerMemory, RunnerHealth.layerNoop]),
    Layer.provide(Layer.succeed(ShardingConfig.ShardingConfig, config))
  )

/** One process holds every shard: what `npm start` runs. Needs no storage for the cluster itself. */
export const layerEmbedded: Layer.Layer<Sharding.Sharding> = alone(chosen)

/** As embedded, with every message encoded and decoded as if it crossed the network. */
export const layerTest: Layer.Layer<Sharding.Sharding> = alone({ ...chosen, simulateRemoteSerialization: true })

// Commands are never persisted by the cluster, so only the runners and their shard locks are kept in SQL.
const shared = Layer.merge(
  MessageStorage.layerNoop,
  Layer.orDie(SqlRunnerStorage.layer).pipe(Layer.provide(Layer.succeed(ShardingConfig.ShardingConfig, chosen)))
)

/**
 * A node of a cluster: shards are shared out through PostgreSQL, commands travel over sockets. `host` and `port` are
 * where the other nodes reach this one.
 */
export const layerRunner = (options: { readonly host: string; readonly port: number }) =>
  NodeClusterSocket.layer({
    storage: "byo",
    shardingConfig: { ...chosen, runnerAddress: Option.some(RunnerAddress.make(options.host, options.port)) }
  }).pipe(Layer.provide(shared))
