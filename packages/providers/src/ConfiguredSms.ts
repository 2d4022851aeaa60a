/** The SMS provider the environment asks for. Used by the applications when they put their layers together. */
import type { Config } from "effect"
import { Effect, Layer, Option } from "effect"
import * as Credential from "./Credential.ts"
import type { SandboxOutbox } from "./SandboxOutbox.ts"
import * as SandboxSms from "./SandboxSms.ts"
import type { SmsProvider } from "./SmsProvider.ts"
import * as Twilio from "./Twilio.ts"

/**
 * `TWILIO_SID` (or `TWILIO_ACCOUNT_SID`) set: Twilio, whose other variables are then required too. Not set: the sandbox,
 * except with `NODE_ENV=production`, where that needs `LOOPDRIVE_SANDBOX=true`.
 */
export const layerConfig: Layer.Layer<SmsProvider, Config.ConfigError | Credential.MissingCredential, SandboxOutbox> =
  Layer.unwrap(
    Effect.gen(function* () {
      if (Option.isSome(yield* Twilio.accountSid)) return Twilio.layer
      yield* Credential.allowSandbox("TWILIO_SID")
      return SandboxSms.layerNoDeps
    })
  )
