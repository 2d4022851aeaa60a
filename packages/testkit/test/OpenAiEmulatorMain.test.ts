import { assert, describe, it } from "@effect/vitest"
import { Effect } from "effect"
import { spawn } from "node:child_process"
import { fileURLToPath } from "node:url"

const entry = fileURLToPath(new URL("../src/OpenAiEmulatorMain.ts", import.meta.url))

const child = Effect.acquireRelease(
  Effect.sync(() =>
    spawn(process.execPath, [entry], { stdio: ["ignore", "pipe", "inherit"], env: { ...process.env, PORT: "0" } })
  ),
  (process) =>
    Effect.promise(
      () =>
        new Promise<void>((resolve) => {
          process.once("exit", () => resolve())
          if (process.exitCode !== null || !process.kill("SIGTERM")) resolve()
        })
    )
)

describe("OpenAiEmulatorMain", () => {
  it.live(
    "prints its URL and answers there from a process of its own",
    () =>
      Effect.gen(function* () {
        const { stdout } = yield* child
        const url = yield* Effect.promise(
          () =>
            new Promise<string>((resolve) => stdout.once("data", (chunk: Buffer) => resolve(chunk.toString().trim())))
        )
        const response = yield* Effect.promise(() => fetch(`${url}/moderations`))
        assert.strictEqual(response.status, 401)
        yield* Effect.promise(() => response.text())
      }),
    20_000
  )
})
