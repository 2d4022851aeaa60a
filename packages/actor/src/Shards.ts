/** Which shards this process holds, watched without asking the cluster's storage. */
import * as Effect from "effect/Effect"
import * as Schedule from "effect/Schedule"
import * as ShardId from "effect/cluster/ShardId"
import type { Sharding } from "effect/cluster/Sharding"
import { shardsPerGroup } from "./Topology.ts"

const all = Array.from({ length: shardsPerGroup }, (_, n) => ShardId.make("default", n + 1))

/** Completes once this process holds a shard: before that, commands would not keep their order. */
export const assigned = (sharding: Sharding["Service"]): Effect.Effect<void> => {
  let known = false
  const poll = Effect.sync(() => {
    known = known || all.some(sharding.hasShardId)
    return known
  }).pipe(Effect.repeat({ until: (held) => held, schedule: Schedule.spaced("5 millis") }), Effect.asVoid)
  return Effect.suspend(() => (known ? Effect.void : poll))
}

/** Calls back, within a second, after a shard was lost. */
export const watch = (sharding: Sharding["Service"], onLost: () => void) => {
  let before = new Set<ShardId.ShardId>()
  return Effect.sync(() => {
    const now = new Set(all.filter(sharding.hasShardId))
    const lost = [...before].some((shard) => !now.has(shard))
    before = now
    if (lost) onLost()
  }).pipe(Effect.repeat(Schedule.spaced("1 second")), Effect.forkScoped)
}
