import { assert, describe, it } from "@effect/vitest"
import * as Effect from "effect/Effect"
import * as Schedule from "effect/Schedule"
import { spawn } from "node:child_process"
import { once } from "node:events"
import * as ProcessIdentity from "../src/ProcessIdentity.ts"

/** The shell that begins the child could notice its end; the one that takes its place knows of no child. */
const script = "exec 3<&0; cat <&3 >/dev/null & echo $!; exec sh -c 'echo gone; exec sleep 600' 3<&- </dev/null"

/** A process that never asks after its child, which has been told to end, and the child's pid. */
const negligentParent = Effect.acquireRelease(
  Effect.promise(async () => {
    const parent = spawn("sh", ["-c", script], { stdio: ["pipe", "pipe", "ignore"] })
    let said = ""
    while (!said.includes("gone")) said += String((await once(parent.stdout, "data"))[0])
    parent.stdin.end()
    return { parent, pid: Number.parseInt(said, 10) }
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
