/**
 * The Twilio emulator as a program: prints its URL and runs until it is stopped. `PORT` fixes the port. Used to point a
 * server in another process at it (`TWILIO_BASE_URL`); `TWILIO_SID` and `TWILIO_AUTH_TOKEN` are the account it knows.
 */
import { NodeRuntime } from "@effect/platform-node"
import { Config, Console, Effect } from "effect"
import * as TwilioEmulator from "./TwilioEmulator.ts"

const main = Effect.gen(function* () {
  const port = yield* Config.Int("PORT").pipe(Config.withDefault(0))
  const accountSid = yield* Config.NonEmptyString("TWILIO_SID").pipe(Config.withDefault(`AC${"0".repeat(32)}`))
  const authToken = yield* Config.NonEmptyString("TWILIO_AUTH_TOKEN").pipe(Config.withDefault("twilio-token"))
  const emulator = yield* TwilioEmulator.make({ port, accountSid, authToken })
  yield* Console.log(emulator.url)
  return yield* Effect.never
})

NodeRuntime.runMain(Effect.scoped(main))
