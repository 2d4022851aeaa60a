import { assert, layer } from "@effect/vitest"
import * as ActorClient from "@loopdrive/actor/ActorClient"
import { ActorUnavailable } from "@loopdrive/actor/ActorUnavailable"
import * as MemoryJournalStore from "@loopdrive/actor/MemoryJournalStore"
import { MemoryTables } from "@loopdrive/actor/MemoryTables"
import * as Effect from "effect/Effect"
import * as Fiber from "effect/Fiber"
import * as Layer from "effect/Layer"
import { TestClock } from "effect/testing"
import { Sharding } from "effect/cluster/Sharding"
import { add, identity, layerRuntime } from "./Counters.ts"
import { counter } from "./example/Counter.ts"

/** A runner of a cluster that gives it no shard. */
const withoutShards = Layer.effect(
  Sharding,
  Effect.map(Sharding, (sharding) => Sharding.of({ ...sharding, hasShardId: () => false }))
).pipe(Layer.provideMerge(layerRuntime), Layer.provide(MemoryJournalStore.layer))

layer(MemoryTables.layer)("the way to an actor", (it) => {
  it.effect("is closed, after a while, for a process that the cluster gave no place", () =>
    Effect.gen(function* () {
      const { take } = yield* ActorClient.make(counter, () => Effect.succeed(new Map()))
      const asked = yield* Effect.forkChild(Effect.flip(take("nowhere", add(1), identity("nowhere"))))
      yield* TestClock.adjust("1 minute")
      const error = yield* Fiber.join(asked)
      assert.instanceOf(error, ActorUnavailable)
      assert.deepInclude(error, { entity: "nowhere", reason: "placement" })
    }).pipe(Effect.provide(withoutShards))
  )
})
