/** Redis as a queue needs it that must not lose what it took: every write is on disk before it is answered. */
import * as TemporaryDirectory from "@loopdrive/testkit/TemporaryDirectory"
import * as FreePort from "@loopdrive/testkit/FreePort"
import * as Effect from "effect/Effect"
import { execFile, spawn } from "node:child_process"
import { promisify } from "node:util"
import { BuildFailed } from "./Bench.ts"

const program = "redis-server"

const missing = `${program} was not found. The baseline of this bench queues in Redis, which does not come from npm.
Debian and Ubuntu: apt-get install redis-server. macOS: brew install redis.`

/** That there is a Redis on this machine. */
export const installed: Effect.Effect<void, BuildFailed> = Effect.tryPromise({
  try: () => promisify(execFile)(program, ["--version"]),
  catch: () => new BuildFailed({ output: missing })
}).pipe(Effect.asVoid)

/** `appendfsync always`: the append-only file is synchronised after every write (https://redis.io/docs, "Persistence"). */
const flagsFor = (port: number, directory: string): ReadonlyArray<string> =>
  Object.entries({
    port: String(port),
    bind: "127.0.0.1",
    dir: directory,
    appendonly: "yes",
    appendfsync: "always",
    save: ""
  }).flatMap(([name, value]) => [`--${name}`, value])

/** Starts one on a free port; it ends with the scope. Answers with its address. */
export const start = Effect.gen(function* () {
  const directory = yield* TemporaryDirectory.make
  const port = yield* FreePort.find
  const ready = Promise.withResolvers<void>()
  yield* Effect.acquireRelease(
    Effect.sync(() => {
      const server = spawn(program, flagsFor(port, directory), { stdio: ["ignore", "pipe", "inherit"] })
      const said: Array<string> = []
      server.stdout.setEncoding("utf8").on("data", (text: string) => {
        said.push(text)
        if (text.includes("Ready to accept connections")) ready.resolve()
      })
      server.once("error", ready.reject)
      server.once("exit", () => ready.reject(new Error(said.join(""))))
      return server
    }),
    (server) => Effect.sync(() => server.kill("SIGKILL"))
  )
  yield* Effect.tryPromise({
    try: () => ready.promise,
    catch: (error) => new BuildFailed({ output: `${program}: ${String(error)}` })
  })
  return `redis://127.0.0.1:${port}`
})
