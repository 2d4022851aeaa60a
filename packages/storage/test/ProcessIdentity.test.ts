import { assert, describe, it } from "@effect/vitest"
import * as Effect from "effect/Effect"
import * as Schedule from "effect/Schedule"
import { spawn } from "node:child_process"
import { once } from "node:events"
import * as Fs from "node:fs/promises"
import * as ProcessIdentity from "../src/ProcessIdentity.ts"

/** A shell and the child it waits for: both live until they are told to end. */
const parentAndChild = Effect.acquireRelease(
  Effect.promise(async () => {
    const shell = spawn("sh", ["-c", "sleep 600 & echo $!; wait"], { stdio: ["ignore", "pipe", "ignore"] })
    const [said] = await once(shell.stdout, "data")
    return { parent: shell.pid ?? 0, child: Number(String(said)) }
  }),
  ({ parent, child }) =>
    Effect.sync(() => {
      process.kill(child, "SIGKILL")
      process.kill(parent, "SIGKILL")
    })
)

const stateOf = (pid: number) =>
  Effect.promise(() => Fs.readFile(`/proc/${pid}/stat`, "utf8")).pipe(Effect.map((stat) => stat.split(") ")[1]?.[0]))

const becomes = <A>(read: Effect.Effect<A>, expected: A) =>
  Effect.repeat(read, { until: (value) => value === expected, schedule: Schedule.spaced("10 millis") })

describe("ProcessIdentity.startedAt", () => {
  it.live("is the same for a living process each time, and another for another", () =>
    Effect.gen(function* () {
      const { parent } = yield* parentAndChild
      const mine = yield* ProcessIdentity.startedAt(process.pid)
      assert.isString(mine)
      assert.strictEqual(yield* ProcessIdentity.startedAt(process.pid), mine)
      assert.notStrictEqual(yield* ProcessIdentity.startedAt(parent), mine)
    })
  )

  // A parent that has been stopped cannot ask after its child, whatever shell it is: the child stays a zombie.
  it.live.runIf(process.platform === "linux")("takes a process that waits to be noticed by its parent for gone", () =>
    Effect.gen(function* () {
      const { parent, child } = yield* parentAndChild
      process.kill(parent, "SIGSTOP")
      yield* becomes(stateOf(parent), "T")
      process.kill(child, "SIGKILL")
      yield* becomes(stateOf(child), "Z")
      assert.isUndefined(yield* ProcessIdentity.startedAt(child))
    })
  )
})
