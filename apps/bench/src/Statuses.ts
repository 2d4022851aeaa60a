/** The first invariant of every bench: all answers were 200. A server that refuses quickly would win otherwise. */
import * as Effect from "effect/Effect"
import { InvariantBroken } from "./Bench.ts"
import type { Contestant } from "./Contestant.ts"
import type { Measurement } from "./Plan.ts"

/** The number of 200 answers so far. */
export const allSucceeded = (
  contestant: Contestant,
  measured: ReadonlyArray<Measurement>
): Effect.Effect<number, InvariantBroken> => {
  let succeeded = 0
  for (const { statuses } of measured) {
    for (const [status, count] of Object.entries(statuses)) {
      if (status !== "200") {
        const what = `${count} requests were answered with status ${status}`
        return Effect.fail(new InvariantBroken({ contestant: contestant.name, what }))
      }
      succeeded += count
    }
  }
  return Effect.succeed(succeeded)
}
