import { assert, describe, it } from "@effect/vitest"
import { ConfigProvider, Effect, Layer } from "effect"
import * as StripeEmulator from "@loopdrive/testkit/StripeEmulator"
import * as ConfiguredPayments from "../src/ConfiguredPayments.ts"
import { MissingCredential } from "../src/Credential.ts"
import { PaymentProvider } from "../src/PaymentProvider.ts"
import * as Stripe from "../src/Stripe.ts"
import { SandboxMovements } from "../src/SandboxMovements.ts"
import { topUp } from "./PaymentSubject.ts"

const provided = <E>(layer: Layer.Layer<PaymentProvider, E, SandboxMovements>, env: Record<string, string>) =>
  Layer.fresh(layer).pipe(
    Layer.provide(SandboxMovements.layerMemory),
    Layer.provide(ConfigProvider.layer(ConfigProvider.fromEnv({ env })))
  )

const nameWith = (env: Record<string, string>) =>
  Effect.map(PaymentProvider, ({ name }) => name).pipe(Effect.provide(provided(ConfiguredPayments.layerConfig, env)))

const missing = new MissingCredential({ variable: "STRIPE_SECRET_KEY", sandboxVariable: "LOOPDRIVE_SANDBOX" })

describe("ConfiguredPayments", () => {
  it.effect("is the sandbox without a key, also in production where that is asked for", () =>
    Effect.gen(function* () {
      assert.strictEqual(yield* nameWith({}), "sandbox")
      assert.strictEqual(yield* nameWith({ STRIPE_SECRET_KEY: "  " }), "sandbox")
      assert.strictEqual(yield* nameWith({ NODE_ENV: "production", LOOPDRIVE_SANDBOX: "true" }), "sandbox")
    })
  )

  it.effect("refuses to start in production without a key, naming the variable", () =>
    Effect.gen(function* () {
      const environments: ReadonlyArray<Record<string, string>> = [
        {},
        { LOOPDRIVE_SANDBOX: "false" },
        { STRIPE_SECRET_KEY: "" }
      ]
      for (const env of environments) {
        const error = yield* Effect.flip(nameWith({ NODE_ENV: "production", ...env }))
        assert.deepStrictEqual(error, missing)
        assert.include(error.message, "STRIPE_SECRET_KEY")
      }
    })
  )

  it.effect("is Stripe with a key, in production and elsewhere", () =>
    Effect.gen(function* () {
      assert.strictEqual(yield* nameWith({ STRIPE_SECRET_KEY: "sk_1" }), "stripe")
      assert.strictEqual(yield* nameWith({ STRIPE_SECRET_KEY: "sk_1", NODE_ENV: "production" }), "stripe")
    })
  )

  it.effect("calls the address the environment names, with the key it names", () =>
    Effect.gen(function* () {
      const emulator = yield* StripeEmulator.make({ apiKeys: ["sk_1"] })
      const env = { STRIPE_SECRET_KEY: " sk_1\n", STRIPE_BASE_URL: emulator.url }
      for (const layer of [ConfiguredPayments.layerConfig, Stripe.layer]) {
        yield* Effect.gen(function* () {
          yield* (yield* PaymentProvider).createPayment(topUp("ws_1"))
        }).pipe(Effect.provide(provided(layer, env)))
      }
      assert.strictEqual((yield* emulator.received).length, 4)
    })
  )

  it.effect("refuses a key no header can carry, without repeating it", () =>
    Effect.gen(function* () {
      const error = yield* Effect.flip(nameWith({ STRIPE_SECRET_KEY: "sk_sec\nret" }))
      assert.strictEqual(error._tag, "ConfigError")
      assert.notInclude(String(error), "sec")
      assert.notInclude(JSON.stringify(error), "sec")
    })
  )

  it.effect("needs a key where Stripe is asked for outright", () =>
    Effect.gen(function* () {
      const error = yield* Effect.flip(Effect.provide(PaymentProvider, provided(Stripe.layer, {})))
      assert.deepStrictEqual(error, missing)
    })
  )
})
