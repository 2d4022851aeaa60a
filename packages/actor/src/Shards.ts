/** Which shards this process holds, watched without asking the cluster's storage. */
import * as Effect from "effect/Effect"
import * as Schedule from "effect/Schedule"
import * as ShardId from "effect/cluster/ShardId"
import type { Sharding } from "effect/cluster/Sharding"
import { shardsPerGroup } from "./Topology.ts"

const all = Array.from({ length: shardsPerGroup }, (_, n) => ShardId.make("default", n + 1))

/** Shards are handed out within a second; a node that waits longer has no place in the cluster yet. */
const patience = Schedule.spaced("5 millis").pipe(Schedule.upTo({ duration: "10 seconds" }))

/**
 * Waits until this process holds a shard, because commands would not keep their order before; false when it got none in
 * time.
 */
export const assigned = (sharding: Sharding["Service"]): Effect.Effect<boolean> => {
  let known = false
  const poll = Effect.sync(() => {
    known = known || all.some(sharding.hasShardId)
    return known
  }).pipe(
    Effect.repeat({ until: (held) => held, schedule: patience }),
    Effect.map(() => known)
  )
  return Effect.suspend(() => (known ? Effect.succeed(true) : poll))
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
