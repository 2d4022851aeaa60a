/**
 * The payment provider the environment asks for. Used by the applications when they put their layers together.
 */
import { Effect, Layer, Option } from "effect"
import type { Config } from "effect"
import * as Credential from "./Credential.ts"
import type { PaymentProvider } from "./PaymentProvider.ts"
import type { SandboxMovements } from "./SandboxMovements.ts"
import * as SandboxPayments from "./SandboxPayments.ts"
import * as Stripe from "./Stripe.ts"

/**
 * `STRIPE_SECRET_KEY` set: Stripe. Not set: the sandbox, except with `NODE_ENV=production`, where that needs
 * `LOOPDRIVE_SANDBOX=true`; otherwise the layer fails with `MissingCredential`, naming the variable.
 */
export const layerConfig: Layer.Layer<
  PaymentProvider,
  Config.ConfigError | Credential.MissingCredential,
  SandboxMovements
> = Layer.unwrap(
  Effect.gen(function* () {
    const apiKey = yield* Credential.config("STRIPE_SECRET_KEY")
    if (Option.isSome(apiKey)) return Stripe.layerWith({ apiKey: apiKey.value, baseUrl: yield* Stripe.baseUrl })
    yield* Credential.allowSandbox("STRIPE_SECRET_KEY")
    return SandboxPayments.layerNoDeps
  })
)
