import { assert, describe, it } from "@effect/vitest"
import * as Effect from "effect/Effect"
import * as Schedule from "effect/Schedule"
import { spawn } from "node:child_process"
import { once } from "node:events"
import * as ProcessIdentity from "../src/ProcessIdentity.ts"

/** A process that never asks after its child, and the child's pid. */
const negligentParent = Effect.acquireRelease(
  Effect.promise(async () => {
    const parent = spawn("sh", ["-c", "sleep 0 & echo $!; exec sleep 600"], { stdio: ["ignore", "pipe", "ignore"] })
    const [said] = await once(parent.stdout, "data")
    return { parent, pid: Number(String(said)) }
  }),
  ({ parent }) => Effect.sync(() => parent.kill("SIGKILL"))
)

describe("ProcessIdentity.startedAt", () => {
  it.live("is the same for a living process each time, and another for another", () =>
    Effect.gen(function* () {
      const { parent } = yield* negligentParent
      const mine = yield* ProcessIdentity.startedAt(process.pid)
      assert.isString(mine)
      assert.strictEqual(yield* ProcessIdentity.startedAt(process.pid), mine)
      assert.notStrictEqual(yield* ProcessIdentity.startedAt(parent.pid ?? 0), mine)
    })
  )

  it.live("takes a process that has ended and only waits for its parent for gone", () =>
    Effect.gen(function* () {
      const { pid } = yield* negligentParent
      const gone = yield* Effect.repeat(ProcessIdentity.startedAt(pid), {
        until: (started) => started === undefined,
        schedule: Schedule.spaced("10 millis")
      })
      assert.isUndefined(gone)
      assert.doesNotThrow(() => process.kill(pid, 0))
    })
  )
})
