/**
 * The Stripe emulator as a program: prints its URL and runs until it is stopped. `PORT` fixes the port. Used to point
 * a server in another process at it (`STRIPE_BASE_URL`). With `WEBHOOK_URL`, events are posted there as they happen,
 * signed with `STRIPE_WEBHOOK_SECRET`; `DROP`, 0 to 1, says how many of them are lost for good.
 */
import { NodeRuntime } from "@effect/platform-node"
import { Config, Console, Effect, Option, Schedule } from "effect"
import * as StripeEmulator from "./StripeEmulator.ts"

const main = Effect.gen(function* () {
  const port = yield* Config.Int("PORT").pipe(Config.withDefault(0))
  const to = yield* Config.option(Config.NonEmptyString("WEBHOOK_URL"))
  const secret = yield* Config.NonEmptyString("STRIPE_WEBHOOK_SECRET").pipe(Config.withDefault("whsec_emulator"))
  const drop = yield* Config.Number("DROP").pipe(Config.withDefault(0))
  const emulator = yield* StripeEmulator.make({ port })
  yield* Console.log(emulator.url)
  if (Option.isNone(to)) return yield* Effect.never
  return yield* Effect.repeat(emulator.deliver({ to: to.value, secret, drop }), Schedule.spaced("100 millis"))
})

NodeRuntime.runMain(Effect.scoped(main))
