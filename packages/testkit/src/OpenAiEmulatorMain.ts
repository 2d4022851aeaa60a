/**
 * The OpenAI emulator as a program: prints its URL and runs until it is stopped. `PORT` fixes the port. Used to point a
 * server in another process at it (`OPENAI_BASE_URL`). Its model writes messages as `EmulatedWriter` does.
 */
import { NodeRuntime } from "@effect/platform-node"
import { Config, Console, Effect } from "effect"
import { write } from "./EmulatedWriter.ts"
import * as OpenAiEmulator from "./OpenAiEmulator.ts"

const main = Effect.gen(function* () {
  const port = yield* Config.Int("PORT").pipe(Config.withDefault(0))
  const emulator = yield* OpenAiEmulator.make({ port, write })
  yield* Console.log(emulator.url)
  return yield* Effect.never
})

NodeRuntime.runMain(Effect.scoped(main))
