import { assert, describe, it } from "@effect/vitest"
import { ConfigProvider, Effect, Layer } from "effect"
import * as ResendEmulator from "@loopdrive/testkit/ResendEmulator"
import * as ConfiguredEmail from "../src/ConfiguredEmail.ts"
import { MissingCredential } from "../src/Credential.ts"
import { EmailProvider } from "../src/EmailProvider.ts"
import * as Resend from "../src/Resend.ts"
import { SandboxOutbox } from "../src/SandboxOutbox.ts"
import { message } from "./ResendHarness.ts"

const provided = <E>(layer: Layer.Layer<EmailProvider, E, SandboxOutbox>, env: Record<string, string>) =>
  Layer.fresh(layer).pipe(
    Layer.provide(SandboxOutbox.layerMemory),
    Layer.provide(ConfigProvider.layer(ConfigProvider.fromEnv({ env })))
  )

const nameWith = (env: Record<string, string>) =>
  Effect.map(EmailProvider, ({ name }) => name).pipe(Effect.provide(provided(ConfiguredEmail.layerConfig, env)))

const missing = new MissingCredential({ variable: "RESEND_API_KEY", sandboxVariable: "LOOPDRIVE_SANDBOX" })

describe("ConfiguredEmail", () => {
  it.effect("is the sandbox without a key, also in production where that is asked for", () =>
    Effect.gen(function* () {
      assert.strictEqual(yield* nameWith({}), "sandbox")
      assert.strictEqual(yield* nameWith({ RESEND_API_KEY: "  " }), "sandbox")
      assert.strictEqual(yield* nameWith({ NODE_ENV: "production", LOOPDRIVE_SANDBOX: "true" }), "sandbox")
    })
  )

  it.effect("refuses to start in production without a key, naming the variable", () =>
    Effect.gen(function* () {
      const environments: ReadonlyArray<Record<string, string>> = [
        {},
        { LOOPDRIVE_SANDBOX: "false" },
        { RESEND_API_KEY: "" }
      ]
      for (const env of environments) {
        const error = yield* Effect.flip(nameWith({ NODE_ENV: "production", ...env }))
        assert.deepStrictEqual(error, missing)
        assert.include(error.message, "RESEND_API_KEY")
      }
    })
  )

  it.effect("is Resend with a key, in production and elsewhere", () =>
    Effect.gen(function* () {
      assert.strictEqual(yield* nameWith({ RESEND_API_KEY: "re_1" }), "resend")
      assert.strictEqual(yield* nameWith({ RESEND_API_KEY: "re_1", NODE_ENV: "production" }), "resend")
    })
  )

  it.effect("calls the address the environment names, with the key it names", () =>
    Effect.gen(function* () {
      const emulator = yield* ResendEmulator.make({ apiKeys: ["re_1"] })
      const env = { RESEND_API_KEY: " re_1\n", RESEND_BASE_URL: emulator.url }
      for (const layer of [ConfiguredEmail.layerConfig, Resend.layer]) {
        yield* Effect.gen(function* () {
          yield* (yield* EmailProvider).send(message, "key-1")
        }).pipe(Effect.provide(provided(layer, env)))
      }
      assert.strictEqual(yield* emulator.attempts, 2)
    })
  )

  it.effect("refuses a key no header can carry, without repeating it", () =>
    Effect.gen(function* () {
      const error = yield* Effect.flip(nameWith({ RESEND_API_KEY: "re_sec\nret" }))
      assert.strictEqual(error._tag, "ConfigError")
      assert.notInclude(String(error), "sec")
      assert.notInclude(JSON.stringify(error), "sec")
    })
  )

  it.effect("needs a key where Resend is asked for outright", () =>
    Effect.gen(function* () {
      const error = yield* Effect.flip(Effect.provide(EmailProvider, provided(Resend.layer, {})))
      assert.deepStrictEqual(error, missing)
    })
  )
})
