import { assert, describe, it } from "@effect/vitest"
import { ConfigProvider, Effect, Fiber, Latch, Layer, Redacted } from "effect"
import { TestClock } from "effect/testing"
import * as OpenAiEmulator from "@loopdrive/testkit/OpenAiEmulator"
import { dot, firstAxis } from "../src/core/Vector.ts"
import * as ConfiguredEmbedding from "../src/ConfiguredEmbedding.ts"
import { MissingCredential } from "../src/Credential.ts"
import { Embedding, EmbeddingUnavailable } from "../src/Embedding.ts"
import { ModelUsage } from "../src/ModelUsage.ts"
import * as OpenAiEmbedding from "../src/OpenAiEmbedding.ts"

const start = Effect.fnUntraced(function* (options: Partial<OpenAiEmbedding.Options> = {}) {
  const emulator = yield* OpenAiEmulator.make()
  const account = { apiKey: Redacted.make("sk-test"), baseUrl: emulator.url, ...options }
  const embedding = yield* Effect.provide(OpenAiEmbedding.make(account), ModelUsage.layerMemory)
  return { emulator, embedding }
})

const unavailable = (error: unknown): EmbeddingUnavailable => {
  assert.instanceOf(error, EmbeddingUnavailable)
  return error as EmbeddingUnavailable
}

/**
 * Runs the effect while time passes, 10 ms for each turn of the event loop: so slowly that a request on the loopback,
 * which takes a few dozen turns, is over long before its ten seconds are.
 */
const elapsed = <A, E, R>(effect: Effect.Effect<A, E, R>) =>
  Effect.gen(function* () {
    const fiber = yield* Effect.forkChild(effect)
    while (fiber.pollUnsafe() === undefined) {
      yield* Effect.promise(() => new Promise<void>((resolve) => setImmediate(resolve)))
      yield* TestClock.adjust("10 millis")
    }
    return yield* Fiber.join(fiber)
  })

/** Fails every attempt the same way; answers the failure and the attempts it took. */
const failing = (status: number, name: string, retryAfter?: string) =>
  Effect.gen(function* () {
    const { emulator, embedding } = yield* start()
    const fault = { kind: "status", status, name, ...(retryAfter === undefined ? {} : { retryAfter }) } as const
    for (let laid = 0; laid < 5; laid += 1) yield* emulator.fault.next(fault)
    const error = unavailable(yield* elapsed(Effect.flip(embedding.embed(["tea"]))))
    return { error, attempts: yield* emulator.attempts }
  })

describe("OpenAiEmbedding", () => {
  it.effect("answers the vendor's vectors in the order of the texts", () =>
    Effect.gen(function* () {
      const { emulator, embedding } = yield* start()
      const vectors = yield* embedding.embed(["tea", "coffee"])
      assert.deepStrictEqual(
        [embedding.source, embedding.model, embedding.dimensions],
        ["openai", "text-embedding-3-small", 1536]
      )
      assert.strictEqual(vectors.length, 2)
      for (const [index, text] of ["tea", "coffee"].entries()) {
        assert.closeTo(dot(vectors[index] ?? [], OpenAiEmulator.vectorOf(text, 1536)), 1, 1e-5)
      }
      assert.deepStrictEqual(yield* emulator.received, [
        {
          path: "/v1/embeddings",
          body: {
            model: "text-embedding-3-small",
            dimensions: 1536,
            input: ["tea", "coffee"],
            encoding_format: "base64"
          }
        }
      ])
    })
  )

  it.effect("asks in groups of 128, never for blank texts, and cuts long ones", () =>
    Effect.gen(function* () {
      const { emulator, embedding } = yield* start()
      const texts = ["", ...Array.from({ length: 130 }, (_, n) => `text ${n}`), "  ", "x".repeat(9000)]
      const vectors = yield* embedding.embed(texts)
      const sizes = (yield* emulator.received).map(({ body }) => (body as { input: Array<string> }).input.length)
      assert.deepStrictEqual(sizes, [128, 3])
      assert.strictEqual(vectors.length, texts.length)
      assert.deepStrictEqual([vectors[0], vectors[131]], [firstAxis(1536), firstAxis(1536)])
      assert.closeTo(dot(vectors[130] ?? [], OpenAiEmulator.vectorOf("text 129", 1536)), 1, 1e-5)
      assert.closeTo(dot(vectors[132] ?? [], OpenAiEmulator.vectorOf("x".repeat(8000), 1536)), 1, 1e-5)
    })
  )

  it.effect("books the tokens on the workspace that asked, and on nobody where none is named", () =>
    Effect.gen(function* () {
      const emulator = yield* OpenAiEmulator.make()
      const account = { apiKey: Redacted.make("sk-test"), baseUrl: emulator.url }
      const embedding = yield* OpenAiEmbedding.make(account)
      yield* embedding.embed(["four letters make a token"], "ws_1")
      yield* embedding.embed(["nobody's"])
      const [row] = yield* (yield* ModelUsage).report("ws_1", { from: "1970-01-01", to: "1970-01-01" })
      assert.deepStrictEqual(row, {
        day: "1970-01-01",
        purpose: "embedding",
        model: "text-embedding-3-small",
        calls: 1,
        failures: 0,
        inputTokens: 7,
        outputTokens: 0,
        costMicros: 1
      })
    }).pipe(Effect.provide(ModelUsage.layerMemory))
  )

  it.effect("asks nothing for no texts", () =>
    Effect.gen(function* () {
      const { emulator, embedding } = yield* start()
      assert.deepStrictEqual(yield* embedding.embed([]), [])
      assert.strictEqual(yield* emulator.attempts, 0)
    })
  )

  it.effect("is rejected for a wrong key or model, at once", () =>
    Effect.gen(function* () {
      const wrongKey = yield* start({ apiKey: Redacted.make("wrong") })
      const key = unavailable(yield* Effect.flip(wrongKey.embedding.embed(["tea"])))
      assert.deepStrictEqual([key.reason, key.status, key.code], ["rejected", 401, "invalid_api_key"])
      const wrongModel = yield* start({ model: "nonsense" })
      const model = unavailable(yield* Effect.flip(wrongModel.embedding.embed(["tea"])))
      assert.deepStrictEqual([model.reason, model.status, model.code], ["rejected", 404, "model_not_found"])
      assert.deepStrictEqual([yield* wrongKey.emulator.attempts, yield* wrongModel.emulator.attempts], [1, 1])
    })
  )

  for (const [status, name, reason] of [
    [429, "rate_limit_exceeded", "rate_limited"],
    [500, "server_error", "server"],
    [503, "overloaded", "server"]
  ] as const) {
    it.effect(`tries three times in all on ${status}`, () =>
      Effect.gen(function* () {
        const { error, attempts } = yield* failing(status, name)
        assert.deepStrictEqual([error.reason, error.status, error.code, attempts], [reason, status, name, 3])
      })
    )
  }

  it.effect("does not wait for a spent budget to fill", () =>
    Effect.gen(function* () {
      const { error, attempts } = yield* failing(429, "insufficient_quota")
      assert.deepStrictEqual([error.reason, attempts], ["rejected", 1])
    })
  )

  it.effect("passes on a wait longer than it is ready to make", () =>
    Effect.gen(function* () {
      const { error, attempts } = yield* failing(429, "rate_limit_exceeded", "60")
      assert.deepStrictEqual([error.reason, error.retryAfterMillis, attempts], ["rate_limited", 60_000, 1])
    })
  )

  it.effect("prefers the vendor's own header, in milliseconds, to seconds", () =>
    Effect.gen(function* () {
      const { emulator, embedding } = yield* start()
      const headers = { "retry-after-ms": "20500", "retry-after": "1" }
      yield* emulator.fault.next({ kind: "body", status: 429, contentType: "application/json", body: "{}", headers })
      assert.strictEqual(unavailable(yield* Effect.flip(embedding.embed(["tea"]))).retryAfterMillis, 20_500)
    })
  )

  it.effect("waits as long as it is told before it tries again", () =>
    Effect.gen(function* () {
      const { emulator, embedding } = yield* start()
      const laid = yield* emulator.fault.next({
        kind: "status",
        status: 429,
        name: "rate_limit_exceeded",
        retryAfter: "5"
      })
      const startedMillis = yield* Effect.clockWith((clock) => clock.currentTimeMillis)
      yield* elapsed(embedding.embed(["tea"]))
      yield* laid.reached
      const waitedMillis = (yield* Effect.clockWith((clock) => clock.currentTimeMillis)) - startedMillis
      assert.isAtLeast(waitedMillis, 5000)
      assert.strictEqual(yield* emulator.attempts, 2)
    })
  )

  for (const [what, body] of [
    ["is not JSON", "{"],
    ["has no data", "{}"],
    ["is empty", ""],
    ["lacks a vector", '{"data":[]}'],
    ["has a short vector", '{"data":[{"index":0,"embedding":[1,0]}]}'],
    ["has a vector of another text", `{"data":[{"index":1,"embedding":[${"0,".repeat(1535)}1]}]}`],
    ["has a broken encoding", '{"data":[{"index":0,"embedding":"AAA="}]}']
  ] as const) {
    it.effect(`does not trust an answer that ${what}`, () =>
      Effect.gen(function* () {
        const { emulator, embedding } = yield* start()
        for (let n = 0; n < 3; n++)
          yield* emulator.fault.next({ kind: "body", status: 200, contentType: "application/json", body })
        const error = unavailable(yield* elapsed(Effect.flip(embedding.embed(["tea"]))))
        assert.strictEqual(error.reason, "invalid_answer")
        assert.strictEqual(yield* emulator.attempts, 3)
      })
    )
  }

  it.effect("reports a lost connection, before or after the vendor did its work", () =>
    Effect.gen(function* () {
      const { emulator, embedding } = yield* start()
      for (const kind of ["drop-before", "accept-then-drop"] as const) {
        for (let n = 0; n < 3; n++) yield* emulator.fault.next({ kind })
        assert.strictEqual(unavailable(yield* elapsed(Effect.flip(embedding.embed(["tea"])))).reason, "network")
      }
    })
  )

  it.effect("gives up after ten seconds", () =>
    Effect.gen(function* () {
      const { emulator, embedding } = yield* start()
      const slow = yield* emulator.fault.next({ kind: "slow", latch: yield* Latch.make() })
      const fiber = yield* Effect.forkChild(Effect.flip(embedding.embed(["tea"])))
      yield* slow.reached
      yield* TestClock.adjust("10 seconds")
      assert.strictEqual(unavailable(yield* Fiber.join(fiber)).reason, "timeout")
    })
  )

  it.effect("counts its retries into the limit of the whole call", () =>
    Effect.gen(function* () {
      const { emulator, embedding } = yield* start({ limits: { timeout: "2 seconds" } })
      const slow = yield* emulator.fault.next({ kind: "slow", latch: yield* Latch.make() })
      const fiber = yield* Effect.forkChild(Effect.flip(embedding.embed(["tea"])))
      yield* slow.reached
      yield* TestClock.adjust("2 seconds")
      assert.strictEqual(unavailable(yield* Fiber.join(fiber)).reason, "timeout")
    })
  )

  it.effect("stops asking after repeated failures, then tries again", () =>
    Effect.gen(function* () {
      const { emulator, embedding } = yield* start({ limits: { failures: 1, openFor: "30 seconds" } })
      for (let n = 0; n < 3; n++) yield* emulator.fault.next({ kind: "drop-before" })
      yield* elapsed(Effect.flip(embedding.embed(["tea"])))
      const open = unavailable(yield* Effect.flip(embedding.embed(["tea"])))
      assert.strictEqual(open.reason, "circuit_open")
      // A turn of the clock may pass before the failure is told.
      assert.approximately(open.retryAfterMillis ?? 0, 30_000, 100)
      assert.strictEqual(yield* emulator.attempts, 3)
      yield* TestClock.adjust("30 seconds")
      yield* embedding.embed(["tea"])
    })
  )

  it.effect("keeps asking after rejections and rate limits", () =>
    Effect.gen(function* () {
      const { emulator, embedding } = yield* start({ limits: { failures: 1 } })
      yield* emulator.fault.next({ kind: "status", status: 400, name: "invalid" })
      yield* Effect.flip(embedding.embed(["tea"]))
      yield* emulator.fault.next({ kind: "status", status: 429, name: "rate_limit_exceeded", retryAfter: "60" })
      yield* Effect.flip(embedding.embed(["tea"]))
      yield* embedding.embed(["tea"])
    })
  )
})

const under = <E>(layer: Layer.Layer<Embedding, E, ModelUsage>, env: Record<string, string>) =>
  Layer.fresh(layer).pipe(
    Layer.provide(ModelUsage.layerMemory),
    Layer.provide(ConfigProvider.layer(ConfigProvider.fromEnv({ env })))
  )
const configured = <E>(layer: Layer.Layer<Embedding, E, ModelUsage>, env: Record<string, string>) =>
  Effect.provide(Embedding, under(layer, env))

describe("ConfiguredEmbedding", () => {
  it.effect("is computed here without a key, in production too", () =>
    Effect.gen(function* () {
      assert.strictEqual((yield* configured(ConfiguredEmbedding.layerConfig, {})).source, "local")
      const env = { NODE_ENV: "production", OPENAI_API_KEY: "" }
      assert.strictEqual((yield* configured(ConfiguredEmbedding.layerConfig, env)).source, "local")
    })
  )

  it.effect("is OpenAI at the configured address with a key", () =>
    Effect.gen(function* () {
      const emulator = yield* OpenAiEmulator.make({ apiKeys: ["sk-1"] })
      const env = { OPENAI_API_KEY: "sk-1", OPENAI_BASE_URL: emulator.url }
      for (const layer of [ConfiguredEmbedding.layerConfig, OpenAiEmbedding.layer]) {
        yield* Effect.gen(function* () {
          assert.strictEqual((yield* Embedding).source, "openai")
          yield* (yield* Embedding).embed(["tea"])
        }).pipe(Effect.provide(under(layer, env)))
      }
      assert.strictEqual(yield* emulator.attempts, 2)
    })
  )

  it.effect("needs a key where OpenAI is asked for outright", () =>
    Effect.gen(function* () {
      const error = yield* Effect.flip(configured(OpenAiEmbedding.layer, {}))
      assert.deepStrictEqual(
        error,
        new MissingCredential({ variable: "OPENAI_API_KEY", sandboxVariable: "LOOPDRIVE_SANDBOX" })
      )
    })
  )
})
