/** Composing over stores in memory and a person that is only looked at: what happens when something does not go well. */
import { assert, describe, it } from "@effect/vitest"
import { FactSource } from "@loopdrive/actor/Facts"
import { PersonStore } from "@loopdrive/person/Store"
import { EmbeddingUnavailable, Embedding, dimensions } from "@loopdrive/providers/Embedding"
import * as LocalEmbedding from "@loopdrive/providers/LocalEmbedding"
import { Completion } from "@loopdrive/providers/Completion"
import * as NoModel from "@loopdrive/providers/NoModel"
import * as Effect from "effect/Effect"
import * as Fiber from "effect/Fiber"
import * as Latch from "effect/Latch"
import * as Layer from "effect/Layer"
import * as Schema from "effect/Schema"
import { TestClock } from "effect/testing"
import { BrandStore } from "../src/BrandStore.ts"
import { CompositionStore } from "../src/CompositionStore.ts"
import { defaultVoice } from "../src/core/BrandVoice.ts"
import { Library } from "../src/Library.ts"
import { SnippetStore } from "../src/SnippetStore.ts"
import { Voice } from "../src/Voice.ts"
import * as VoiceServices from "../src/VoiceServices.ts"
import { asked, createdAt, house, writing } from "./House.ts"

describe("composing", () => {
  it.effect("chooses memories by age where no embedding can be had", () => {
    const failing = Layer.succeed(Embedding, {
      model: "none",
      source: "openai",
      dimensions,
      embed: () => Effect.fail(new EmbeddingUnavailable({ source: "openai", reason: "network" }))
    })
    const { layer, looked } = house(failing)
    return Effect.gen(function* () {
      const { body } = yield* (yield* Voice).compose(asked)
      assert.match(body, /bakery/)
      assert.isUndefined(looked[0]?.near)
    }).pipe(Effect.provide(layer))
  })

  it.effect("asks once for the embedding of what many messages are about", () => {
    const asking: Array<string> = []
    const counted = Layer.succeed(Embedding, {
      model: "counted",
      source: "openai",
      dimensions,
      embed: (texts) =>
        Effect.sync(() => {
          asking.push(...texts)
          return texts.map(() => new Float32Array(dimensions).fill(1, 0, 1))
        })
    })
    const { layer, looked } = house(counted)
    return Effect.gen(function* () {
      const voice = yield* Voice
      yield* voice.compose(asked)
      yield* voice.compose({ ...asked, personId: "per_2" })
      assert.deepStrictEqual(asking, ["demo book"])
      yield* voice.compose({ ...asked, context: { occasion: "spring" } })
      const long = { ...asked, context: { notes: "long ".repeat(1000) } }
      yield* voice.compose(long)
      yield* voice.compose(long)
      // Nobody says quite the same at such length twice, so it is not kept.
      assert.lengthOf(asking, 4)
      assert.deepStrictEqual(looked[0]?.near, looked[1]?.near)
      for (let n = 0; n < 200; n++) yield* voice.compose({ ...asked, objective: `other_${n}` })
      yield* voice.compose(asked)
      assert.strictEqual(asking.at(-1), "demo book")
    }).pipe(Effect.provide(layer))
  })

  it.effect("says that nothing may be said, where the brand forbids every word of it", () =>
    Effect.gen(function* () {
      const brands = yield* BrandStore
      const { brand } = yield* brands.get("ws_1", undefined)
      const forbidden = ["you", "your", "we", "we'd", "we'll", "us", "it", "a", "the", "to", "hi", "hello", "just", "i"]
      const vocabulary = { ...defaultVoice.vocabulary, forbidden }
      yield* brands.speak("ws_1", brand.id, { ...defaultVoice, vocabulary })
      const refused = yield* Effect.flip((yield* Voice).compose(asked))
      assert.strictEqual(refused._tag, "NothingSafe")
    }).pipe(Effect.provide(house().layer))
  )

  it.effect("says which field keeps every variant from passing", () =>
    Effect.gen(function* () {
      const constraints = { includeLink: true, linkUrl: "http://127.0.0.1/" }
      const refused = yield* Effect.flip((yield* Voice).compose({ ...asked, constraints }))
      if (refused._tag !== "NothingSafe") return assert.fail(refused._tag)
      assert.isTrue(refused.violations.every((violation) => violation.startsWith("constraints.linkUrl: ")))
      assert.isNotEmpty(refused.violations)
    }).pipe(Effect.provide(house().layer))
  )

  it.effect("answers what another process answered first under the same key", () => {
    const { layer } = house()
    return Effect.gen(function* () {
      const voice = yield* Voice
      const repeat = { key: "key-1", hash: "hash-1" }
      const first = yield* voice.compose(asked, repeat)
      assert.deepStrictEqual(yield* voice.compose(asked, repeat), first)
      const other = yield* Effect.flip(voice.compose(asked, { ...repeat, hash: "hash-2" }))
      assert.strictEqual(other._tag, "IdempotencyConflict")
      const trial = { ...asked, constraints: { testMode: true } }
      assert.isTrue((yield* voice.compose(trial, repeat)).meta.testMode)
    }).pipe(Effect.provide(layer))
  })

  it.effect("answers what was recorded meanwhile, when its own came second", () => {
    const { layer } = house()
    return Effect.gen(function* () {
      const voice = yield* Voice
      const first = yield* voice.compose(asked)
      let looks = 0
      // As if another process recorded between the first look and our own recording.
      const raced = Layer.mock(CompositionStore)({
        record: () => Effect.succeed(false),
        answered: () => Effect.sync(() => (looks++ === 0 ? undefined : { hash: "hash-1", answer: first }))
      })
      const racing = yield* Effect.provide(
        Voice,
        VoiceServices.layerNoDeps.pipe(
          Layer.provide(
            Layer.mock(PersonStore)({
              portrait: () =>
                Effect.succeed({
                  person: { id: "per_1", workspaceId: "ws_1", createdAt, updatedAt: createdAt },
                  topics: [],
                  memories: []
                })
            })
          ),
          Layer.provide(LocalEmbedding.layer),
          Layer.provide(NoModel.layer),
          Layer.provide(raced),
          Layer.provide(VoiceServices.storesMemory),
          Layer.provide(FactSource.layer),
          Layer.fresh
        )
      )
      assert.deepStrictEqual(yield* racing.compose(asked, { key: "key-1", hash: "hash-1" }), first)
    }).pipe(Effect.provide(layer))
  })

  it.effect("gives up on a model that hangs, and counts what it cost", () => {
    let calls = 0
    const half = Layer.succeed(Completion, {
      source: "openai",
      model: "gpt",
      complete: (request) => {
        calls += 1
        if (calls > 1) return Effect.never
        const written = (text: string) => ({
          subject: "Hello",
          text,
          cta: null,
          ps: null,
          snippetIds: [],
          memoryIds: ["mem_1"]
        })
        const answer = { locale: "en", variants: [written("Hi there, how is the bakery?"), written("It costs $77.")] }
        return Effect.map(Effect.orDie(Schema.decodeUnknownEffect(request.answer)(answer)), (value) => ({
          value,
          model: "gpt",
          inputTokens: 10,
          outputTokens: 5
        }))
      }
    })
    return Effect.gen(function* () {
      const voice = yield* Voice
      const fiber = yield* Effect.forkChild(voice.compose(asked))
      yield* TestClock.adjust("25 seconds")
      const lost = yield* Fiber.join(fiber)
      assert.deepInclude(lost.meta, { source: "fallback", fallbackReason: "unavailable: timeout", tokensUsed: 15 })
    }).pipe(Effect.provide(house(LocalEmbedding.layer, half).layer))
  })

  it.effect("keeps of a model's words what may be said, on each channel, and counts the rest", () => {
    const written = (text: string, subject: string | null) => ({
      subject,
      text,
      cta: "How is the bakery?",
      ps: " ",
      snippetIds: [],
      memoryIds: ["mem_1"]
    })
    const model = writing(({ user }) => ({
      locale: "en",
      variants: user.includes("could not be used")
        ? [written("A morning call from us, Byron? How is the bakery?", null)]
        : [
            written("Good morning, Byron. How is the bakery? See https://lumen.example/go for more.", "Your bakery"),
            written("Only $77, Byron! How is the bakery?", "YOU IDIOT"),
            written("Ask for Sophie at the bakery. https://lumen.example/go", null)
          ]
    }))
    return Effect.gen(function* () {
      const voice = yield* Voice
      const link = "https://lumen.example/go"
      const wish = {
        ...asked,
        context: { offer: `a tour, ${link}` },
        draft: "Good morning, see you for the tour.",
        constraints: { includeLink: true, linkUrl: link }
      }
      const email = yield* voice.compose(wish)
      assert.deepStrictEqual([email.subject, email.cta], ["Your bakery", "How is the bakery?"])
      assert.deepInclude(email.meta, { source: "model", memoryIds: ["mem_1"], tokensUsed: 30 })
      assert.deepInclude(email.meta.guardrails.find(({ name }) => name === "grounding") ?? {}, { status: "flagged" })
      const chat = yield* voice.compose({ ...asked, channel: "sms", context: { offer: "a tour" } })
      assert.deepStrictEqual([chat.subject, chat.textVariants.length, chat.meta.segments], [undefined, 1, 1])
      const told = yield* voice.analytics("ws_1", email.meta.brandId, { from: 0, to: 1_000 })
      const kinds = told.guardrails.topViolations.map(({ type }) => type)
      assert.includeMembers(kinds, ["grounding", "toxicity"])
    }).pipe(Effect.provide(house(LocalEmbedding.layer, model).layer))
  })

  it.effect("says a moment as the clock shows it where the person is", () =>
    Effect.gen(function* () {
      const context = { event: "The open evening", startsAt: "2026-12-03T17:30:00Z" }
      const { body } = yield* (yield* Voice).compose({ ...asked, context })
      assert.include(body, "3 December 2026 at 18:30")
      assert.notInclude(body, "17:30")
    }).pipe(Effect.provide(house(LocalEmbedding.layer, undefined, { timezone: "Europe/Vienna" }).layer))
  )

  it.effect("keeps what a model says in the person's language of what was supplied, and nothing else", () => {
    const texts = [
      "Am Donnerstag, dem 3. Dezember, um halb sieben öffnen wir die Bäckerei.",
      "Am Freitag, dem 4. Dezember, um halb sieben öffnen wir die Bäckerei.",
      "Die Führung durch die Bäckerei kostet vierundfünfzig Euro."
    ]
    const said = { subject: null, cta: null, ps: null, snippetIds: [], memoryIds: [] }
    const model = writing(() => ({ locale: "de", variants: texts.map((text) => ({ ...said, text })) }))
    return Effect.gen(function* () {
      const context = { startsAt: "2026-12-03T17:30:00Z", priceCents: 4500, currency: "EUR" }
      const { meta, textVariants } = yield* (yield* Voice).compose({ ...asked, channel: "sms", context })
      assert.deepStrictEqual(textVariants, texts.slice(0, 1))
      assert.deepInclude(meta, { source: "model" })
    }).pipe(Effect.provide(house(LocalEmbedding.layer, model, { locale: "de-AT", timezone: "Europe/Vienna" }).layer))
  })

  it.effect("adds to its analytics how the channel's snippets have done", () =>
    Effect.gen(function* () {
      const voice = yield* Voice
      const snippets = yield* SnippetStore
      const composed = yield* voice.compose(asked)
      const [used] = composed.meta.snippets
      for (const converted of [true, false]) yield* snippets.count("ws_1", used?.id ?? "", converted)
      const analytics = yield* voice.analytics("ws_1", composed.meta.brandId, { from: 0, to: 1_000 })
      const { byChannel, byObjective } = analytics
      assert.deepInclude(byChannel["email"] ?? {}, { conversionRate: 0.5, topPerformingSnippets: [used?.id] })
      assert.strictEqual(byObjective["demo_book"]?.conversionRate, 0.5)
    }).pipe(Effect.provide(house().layer))
  )

  it.effect("does not remember what it read while something changed", () =>
    Effect.gen(function* () {
      const reading = yield* Latch.make()
      const waiting = yield* Latch.make()
      let reads = 0
      const { brand, voice } = yield* (yield* BrandStore).get("ws_1", undefined)
      const slow = Layer.mock(BrandStore)({
        get: () =>
          Effect.gen(function* () {
            reads += 1
            yield* reading.open
            yield* waiting.await
            return { brand, voice }
          })
      })
      const library = yield* Effect.provide(
        Library,
        Library.layer.pipe(
          Layer.provide(slow),
          Layer.provide(VoiceServices.storesMemory),
          Layer.provide(FactSource.layer),
          Layer.fresh
        )
      )
      const fiber = yield* Effect.forkChild(library.shelf("ws_1", undefined))
      yield* reading.await
      yield* library.forget
      yield* waiting.open
      yield* Fiber.join(fiber)
      for (let n = 0; n < 2; n++) yield* library.shelf("ws_1", undefined)
      assert.strictEqual(reads, 2)
    }).pipe(Effect.provide(house().layer))
  )

  it.effect("reads the shelf anew when it was told of a change", () =>
    Effect.gen(function* () {
      const library = yield* Library
      const brands = yield* BrandStore
      const { brand } = yield* library.shelf("ws_1", undefined)
      yield* brands.speak("ws_1", brand.id, { ...defaultVoice, competitors: ["Cake Ltd"] })
      assert.deepStrictEqual((yield* library.shelf("ws_1", undefined)).voice.competitors, [])
      yield* library.forget
      assert.deepStrictEqual((yield* library.shelf("ws_1", undefined)).voice.competitors, ["Cake Ltd"])
    }).pipe(Effect.provide(house().layer))
  )
})
