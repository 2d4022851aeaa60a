import { NodeServices } from "@effect/platform-node"
import { assert, layer } from "@effect/vitest"
import * as Effect from "effect/Effect"
import * as Fiber from "effect/Fiber"
import { TestClock } from "effect/testing"
import * as Fs from "node:fs"
import { join } from "node:path"
import * as Tool from "../src/Tool.ts"
import * as Tree from "./Tree.ts"

const limit = "1 minute"

layer(NodeServices.layer)("Tool", (it) => {
  it.effect("keeps what a tool says and how it ended", () =>
    Effect.gen(function* () {
      const root = yield* Tree.plant({
        "a.mjs": "console.log(process.argv[2])\nconsole.error('two')\nprocess.exit(3)\n"
      })
      const run = yield* Tool.runFile(join(root, "a.mjs"), { args: ["one"], cwd: root, limit })
      assert.strictEqual(run.exitCode, 3)
      assert.sameMembers(run.output.trim().split("\n"), ["one", "two"])
    })
  )

  it.effect("says so where a tool is not installed", () =>
    Effect.gen(function* () {
      const run = yield* Tool.run("no-such-package", "tool", { args: [], cwd: Tool.repository, limit })
      assert.strictEqual(run.exitCode, undefined)
      assert.include(run.output, "no-such-package is not installed")
    })
  )

  it.effect("stops a tool that hangs, keeps what it said, and leaves nothing of it running", () =>
    Effect.gen(function* () {
      const root = yield* Tree.plant({
        "a.mjs":
          "import { writeFileSync } from 'node:fs'\nwriteFileSync('pid', String(process.pid))\nsetInterval(() => {}, 1000)\n"
      })
      const file = join(root, "pid")
      const begun = Effect.callback<void>((resume) => {
        const watcher = Fs.watch(root, () => {
          if (Fs.existsSync(file) && Fs.readFileSync(file, "utf8") !== "") resume(Effect.void)
        })
        return Effect.sync(() => watcher.close())
      })
      const waiting = yield* Effect.forkChild(begun, { startImmediately: true })
      const running = yield* Effect.forkChild(Tool.runFile(join(root, "a.mjs"), { args: [], cwd: root, limit }))
      yield* Fiber.join(waiting)
      yield* TestClock.adjust("1 minute")
      const run = yield* Fiber.join(running)
      assert.strictEqual(run.exitCode, undefined)
      assert.include(run.output, "Stopped after 1m")
      assert.throws(() => process.kill(Number(Fs.readFileSync(file, "utf8")), 0), /ESRCH/u)
    })
  )
})
