/**
 * The Stripe emulator as a program: prints its URL and runs until it is stopped. `PORT` fixes the port. Used to point
 * a server in another process at it (`STRIPE_BASE_URL`).
 */
import { NodeRuntime } from "@effect/platform-node"
import { Config, Console, Effect } from "effect"
import * as StripeEmulator from "./StripeEmulator.ts"

const main = Effect.gen(function* () {
  const port = yield* Config.Int("PORT").pipe(Config.withDefault(0))
  const emulator = yield* StripeEmulator.make({ port })
  yield* Console.log(emulator.url)
  return yield* Effect.never
})

NodeRuntime.runMain(Effect.scoped(main))
