/**
 * The email provider the environment asks for. Used by the applications when they put their layers together.
 */
import { Config, Effect, Layer, Option } from "effect"
import * as Credential from "./Credential.ts"
import type { EmailProvider } from "./EmailProvider.ts"
import * as Resend from "./Resend.ts"
import * as SandboxEmail from "./SandboxEmail.ts"
import type { SandboxOutbox } from "./SandboxOutbox.ts"

/**
 * `RESEND_API_KEY` set: Resend. Not set: the sandbox, except with `NODE_ENV=production`, where that needs
 * `LOOPDRIVE_SANDBOX=true`; otherwise the layer fails with `MissingCredential`, naming the variable.
 */
export const layerConfig: Layer.Layer<EmailProvider, Config.ConfigError | Credential.MissingCredential, SandboxOutbox> =
  Layer.unwrap(
    Effect.gen(function* () {
      const apiKey = yield* Credential.config("RESEND_API_KEY")
      if (Option.isSome(apiKey)) return Resend.layerWith({ apiKey: apiKey.value, baseUrl: yield* Resend.baseUrl })
      yield* Credential.allowSandbox("RESEND_API_KEY")
      return SandboxEmail.layerNoDeps
    })
  )
