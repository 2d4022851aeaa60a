/** A bulk that is paused, resumed and interrupted as it runs: what it says of itself, and what the vendor has. */
import type { Tenant } from "@loopdrive/person/Resolution"
import * as BulkRunner from "@loopdrive/sending/BulkRunner"
import { BulkStore } from "@loopdrive/sending/BulkStore"
import type { BulkRequest } from "@loopdrive/sending/BulkStore"
import * as Effect from "effect/Effect"
import * as Exit from "effect/Exit"
import * as Layer from "effect/Layer"
import * as Random from "effect/Random"
import * as Schedule from "effect/Schedule"
import * as Scope from "effect/Scope"

export const request: BulkRequest = {
  channel: "email",
  purpose: "marketing",
  subject: "News",
  text: "There is some.",
  dryRun: false
}

/** Runs bulks until the scope closes, and takes them over at once. */
export const runner = BulkRunner.layer.pipe(
  Layer.provide(Layer.succeed(BulkRunner.Options, { lease: 300, underWayMost: 64, batch: 16 })),
  Layer.fresh,
  Layer.build
)

/** The account once everybody is in it. */
export const ended = Effect.fnUntraced(function* ({ workspaceId }: Tenant, jobId: string) {
  const store = yield* BulkStore
  yield* Effect.repeat(store.get(workspaceId, jobId), {
    until: ({ status }) => status === "completed" || status === "cancelled",
    schedule: Schedule.spaced("20 millis")
  })
  return yield* Effect.repeat(store.account(jobId), {
    until: ({ queued }) => queued === 0,
    schedule: Schedule.spaced("20 millis")
  })
})

/** Interrupts it so many times at random: its runner dies, or it is paused and resumed. */
export const disturbed = Effect.fnUntraced(function* (jobId: string, times: number) {
  const store = yield* BulkStore
  for (let n = 0; n < times; n++) {
    const scope = yield* Scope.make()
    yield* Scope.provide(runner, scope)
    yield* Effect.sleep(yield* Random.nextIntBetween(5, 120))
    if (n % 2 === 0) {
      yield* store.change(jobId, ["running", "queued"], "paused")
      yield* Effect.sleep(20)
      yield* store.change(jobId, ["paused"], "running")
    }
    yield* Scope.close(scope, Exit.void)
  }
  yield* runner
})
