import { assert, describe, it } from "@effect/vitest"
import * as MetaEmulator from "@loopdrive/testkit/MetaEmulator"
import * as RedditEmulator from "@loopdrive/testkit/RedditEmulator"
import * as XEmulator from "@loopdrive/testkit/XEmulator"
import { ConfigProvider, Effect, Layer } from "effect"
import * as ConfiguredDm from "../src/ConfiguredDm.ts"
import { DmPlatform, DmProvider } from "../src/DmProvider.ts"
import type { DmMessage } from "../src/DmProvider.ts"
import { SandboxOutbox } from "../src/SandboxOutbox.ts"

const message: DmMessage = { sendId: "send_1", workspaceId: "ws_1", platform: "x", to: "42", text: "Hello" }

const run = <A, E>(env: Record<string, string>, effect: Effect.Effect<A, E, DmProvider | SandboxOutbox>) =>
  effect.pipe(
    Effect.provide(
      Layer.fresh(ConfiguredDm.layerConfig).pipe(
        Layer.provideMerge(Layer.fresh(SandboxOutbox.layerMemory)),
        Layer.provide(ConfigProvider.layer(ConfigProvider.fromEnv({ env })))
      )
    )
  )
const names = Effect.map(DmProvider, ({ connector }) =>
  Object.fromEntries(DmPlatform.literals.map((platform) => [platform, connector(platform).name]))
)
const all = (name: string) => Object.fromEntries(DmPlatform.literals.map((platform) => [platform, name]))

const xKeys = { X_API_KEY: "k", X_API_SECRET: "s", X_ACCESS_TOKEN: "1-t", X_ACCESS_SECRET: "u" }
const redditKeys = { REDDIT_CLIENT_ID: "c", REDDIT_CLIENT_SECRET: "s", REDDIT_USERNAME: "u", REDDIT_PASSWORD: "p" }
const metaKeys = { META_ACCESS_TOKEN: "t", META_PAGE_ID: "1", INSTAGRAM_ACCOUNT_ID: "2", WHATSAPP_PHONE_NUMBER_ID: "3" }

describe("ConfiguredDm", () => {
  it.effect("is the sandbox on every platform without credentials, which keeps one message for each send", () =>
    run(
      {},
      Effect.gen(function* () {
        assert.deepStrictEqual(yield* names, all("sandbox"))
        const { connector } = yield* DmProvider
        const sandbox = connector("instagram")
        const first = yield* sandbox.send({ ...message, platform: "instagram" })
        assert.deepStrictEqual(yield* sandbox.send({ ...message, platform: "instagram" }), first)
        const { messages } = yield* (yield* SandboxOutbox).page("ws_1", { limit: 9, offset: 0 })
        assert.deepStrictEqual(
          messages.map(({ channel, to }) => [channel, to]),
          [["instagram", "42"]]
        )
        assert.isTrue(sandbox.idempotent)
        assert.deepStrictEqual(yield* sandbox.find({ to: "42", text: "Hello", since: 0 }), { _tag: "Missing" })
        assert.deepStrictEqual(yield* sandbox.context({ to: "42" }), { posts: [], comments: [], thread: [] })
        const { acknowledge, notices } = yield* sandbox.poll
        yield* acknowledge
        assert.deepStrictEqual(notices, [])
      })
    )
  )

  it.effect("is each vendor whose account is named", () =>
    Effect.gen(function* () {
      assert.deepStrictEqual(yield* run({ ...xKeys, ...redditKeys, ...metaKeys, META_APP_SECRET: "a" }, names), {
        instagram: "meta",
        facebook: "meta",
        whatsapp: "meta",
        x: "x",
        reddit: "reddit"
      })
      const one = { META_ACCESS_TOKEN: "t", INSTAGRAM_ACCOUNT_ID: "2" }
      assert.deepStrictEqual(yield* run(one, names), { ...all("sandbox"), instagram: "meta" })
      assert.deepStrictEqual(yield* run({ META_PAGE_ID: "1" }, names), all("sandbox"))
    })
  )

  it.effect("names what is missing in production, and of a vendor that is half configured", () =>
    Effect.gen(function* () {
      const cases: ReadonlyArray<readonly [Record<string, string>, string]> = [
        [{ NODE_ENV: "production", ...xKeys, ...redditKeys }, "META_PAGE_ID"],
        [{ NODE_ENV: "production", ...metaKeys, ...redditKeys }, "X_API_KEY"],
        [{ X_API_KEY: "k" }, "X_API_SECRET"],
        [{ ...xKeys, X_ACCESS_SECRET: "" }, "X_ACCESS_SECRET"],
        [{ REDDIT_CLIENT_ID: "c" }, "REDDIT_CLIENT_SECRET"],
        [{ ...redditKeys, REDDIT_PASSWORD: "" }, "REDDIT_PASSWORD"]
      ]
      for (const [env, variable] of cases)
        assert.deepInclude(yield* Effect.flip(run(env, names)), { _tag: "MissingCredential", variable })
      const sandbox = { NODE_ENV: "production", LOOPDRIVE_SANDBOX: "true" }
      assert.deepStrictEqual(yield* run(sandbox, names), all("sandbox"))
    })
  )

  it.effect("asks at the addresses the environment names", () =>
    Effect.gen(function* () {
      const meta = yield* MetaEmulator.make({ accessToken: "t" })
      const x = yield* XEmulator.make({
        secrets: { consumerKey: "k", consumerSecret: "s", token: "1-t", tokenSecret: "u" }
      })
      const reddit = yield* RedditEmulator.make({ clientId: "c", clientSecret: "s", username: "u", password: "p" })
      const env = {
        ...xKeys,
        ...redditKeys,
        ...metaKeys,
        META_BASE_URL: meta.url,
        X_BASE_URL: x.url,
        REDDIT_BASE_URL: reddit.url
      }
      // The emulators judge the time by the test's clock, and so do the connectors.
      yield* run(
        env,
        Effect.flatMap(DmProvider, ({ connector }) =>
          Effect.forEach(["instagram", "facebook", "x", "reddit"] as const, (platform) =>
            connector(platform).send({ ...message, platform })
          )
        )
      )
      const taken = [yield* meta.accepted, yield* x.messages, yield* reddit.messages].map(({ length }) => length)
      assert.deepStrictEqual(taken, [2, 1, 1])
    })
  )
})
