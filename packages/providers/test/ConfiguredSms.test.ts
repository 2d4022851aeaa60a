import { assert, describe, it } from "@effect/vitest"
import * as TwilioEmulator from "@loopdrive/testkit/TwilioEmulator"
import { ConfigProvider, Context, Effect, Layer } from "effect"
import * as ConfiguredSms from "../src/ConfiguredSms.ts"
import * as SandboxDm from "../src/SandboxDm.ts"
import { SandboxOutbox, SandboxUnavailable } from "../src/SandboxOutbox.ts"
import * as SandboxSms from "../src/SandboxSms.ts"
import { SmsProvider } from "../src/SmsProvider.ts"
import { message } from "./TwilioHarness.ts"

const run = <A, E>(env: Record<string, string>, effect: Effect.Effect<A, E, SmsProvider | SandboxOutbox>) =>
  effect.pipe(
    Effect.provide(
      Layer.fresh(ConfiguredSms.layerConfig).pipe(
        Layer.provideMerge(Layer.fresh(SandboxOutbox.layerMemory)),
        Layer.provide(ConfigProvider.layer(ConfigProvider.fromEnv({ env })))
      )
    )
  )
const named = Effect.map(SmsProvider, ({ name }) => name)

describe("ConfiguredSms", () => {
  it.effect("is the sandbox without an account, which keeps one message for each send", () =>
    run(
      {},
      Effect.gen(function* () {
        const provider = yield* SmsProvider
        assert.deepStrictEqual([provider.name, provider.idempotent], ["sandbox", true])
        const first = yield* provider.send({ ...message, text: "я".repeat(71) })
        assert.deepStrictEqual(first, { externalId: "sandbox_send_1", segments: 2 })
        assert.deepStrictEqual((yield* provider.send(message)).externalId, first.externalId)
        const { messages } = yield* (yield* SandboxOutbox).page(message.workspaceId, { limit: 9, offset: 0 })
        assert.deepStrictEqual(
          messages.map(({ channel, to }) => [channel, to]),
          [["sms", message.to]]
        )
        assert.deepStrictEqual(yield* provider.find({ to: message.to, text: message.text, since: 0 }), [])
        assert.isUndefined(yield* provider.get(first.externalId))
      })
    )
  )

  it.effect("refuses to start in production without an account, unless a sandbox is meant", () =>
    Effect.gen(function* () {
      const error = yield* Effect.flip(run({ NODE_ENV: "production" }, named))
      assert.deepInclude(error, { _tag: "MissingCredential", variable: "TWILIO_SID" })
      assert.strictEqual(yield* run({ NODE_ENV: "production", LOOPDRIVE_SANDBOX: "true" }, named), "sandbox")
    })
  )

  it.effect("is Twilio under either name of the account, at the address the environment names", () =>
    Effect.gen(function* () {
      const emulator = yield* TwilioEmulator.make()
      for (const variable of ["TWILIO_SID", "TWILIO_ACCOUNT_SID"]) {
        const env = {
          [variable]: emulator.accountSid,
          TWILIO_AUTH_TOKEN: emulator.authToken,
          TWILIO_PHONE_NUMBER: "+14155550100",
          TWILIO_BASE_URL: emulator.url
        }
        yield* run(
          env,
          Effect.flatMap(SmsProvider, ({ send }) => send(message))
        )
      }
      assert.strictEqual((yield* emulator.accepted).length, 2)
    })
  )

  it.effect("names what is missing of a half configured account", () =>
    Effect.gen(function* () {
      const sid = { TWILIO_SID: `AC${"0".repeat(32)}` }
      const cases: ReadonlyArray<readonly [Record<string, string>, string]> = [
        [sid, "TWILIO_AUTH_TOKEN"],
        [{ ...sid, TWILIO_AUTH_TOKEN: "t" }, "TWILIO_PHONE_NUMBER"]
      ]
      for (const [env, variable] of cases) assert.deepInclude(yield* Effect.flip(run(env, named)), { variable })
    })
  )

  it.effect("leaves the outcome open where the sandbox cannot keep the message, of either kind", () =>
    Effect.gen(function* () {
      const failing = SandboxOutbox.of({
        put: () => Effect.fail(new SandboxUnavailable({ cause: "full" })),
        page: () => Effect.succeed({ messages: [], total: 0 })
      })
      const services = yield* Layer.build(SandboxSms.layerNoDeps).pipe(Effect.provideService(SandboxOutbox, failing))
      const sms = yield* Effect.flip(Context.get(services, SmsProvider).send(message))
      const dm = yield* Effect.provideService(SandboxDm.make, SandboxOutbox, failing)
      const direct = yield* Effect.flip(dm.send({ ...message, platform: "x" }))
      for (const error of [sms, direct]) assert.deepInclude(error, { reason: "store", outcome: "unknown" })
    })
  )
})
