/** What may be asked of a brand's voice, over stores in memory. */
import { assert, describe, it } from "@effect/vitest"
import * as Effect from "effect/Effect"
import { BrandStore } from "../src/BrandStore.ts"
import { CompositionStore } from "../src/CompositionStore.ts"
import { defaultVoice } from "../src/core/BrandVoice.ts"
import { Library } from "../src/Library.ts"
import { SnippetStore } from "../src/SnippetStore.ts"
import { Voice } from "../src/Voice.ts"
import type { GuardAsked, SnippetFilter } from "../src/Voice.ts"
import { asked, house } from "./House.ts"

const guardAsked: GuardAsked = {
  brandId: undefined,
  channel: "email",
  text: "Our spring menu is out.",
  purpose: "marketing",
  stage: "draft",
  maxChars: undefined
}
const anySnippet: SnippetFilter = {
  channel: undefined,
  objective: undefined,
  usage: undefined,
  minWinRate: undefined,
  limit: 50
}

describe("a voice", () => {
  it.effect("judges a text by the limits that were asked for, in segments on SMS", () =>
    Effect.gen(function* () {
      const voice = yield* Voice
      const safe = (more: Partial<GuardAsked>) =>
        Effect.map(voice.guard("ws_1", { ...guardAsked, ...more }), (verdict) => verdict.safe)
      assert.isTrue(yield* safe({}))
      assert.isFalse(yield* safe({ maxChars: 10 }))
      const text = "We moved to a new place in town. ".repeat(8).trim()
      assert.isFalse(yield* safe({ channel: "sms", text }))
      assert.isTrue(yield* safe({ channel: "sms", text, maxChars: 300 }))
      const refused = yield* Effect.flip(voice.guard("ws_1", { ...guardAsked, channel: "pigeon" }))
      assert.deepInclude(refused, { _tag: "BadRequest", field: "channel" })
      const unknown = yield* Effect.flip(voice.guard("ws_1", { ...guardAsked, brandId: "brand_none" }))
      assert.strictEqual(unknown._tag, "BrandNotFound")
    }).pipe(Effect.provide(house().layer))
  )

  it.effect("says how well a text speaks for the brand", () =>
    Effect.gen(function* () {
      const voice = yield* Voice
      const good = yield* voice.align("ws_1", undefined, "Your table is ready. See you on Friday.")
      const poor = yield* voice.align("ws_1", undefined, "GUARANTEED RESULTS!!! Leverage the paradigm!!! 🚀🚀🚀")
      assert.isAbove(good.score, poor.score)
      assert.isTrue(poor.feedback.some((rule) => rule.startsWith("forbidden words")))
    }).pipe(Effect.provide(house().layer))
  )

  it.effect("finds the pack of a use case, or the channel's where it has none, and none where nothing sounds", () =>
    Effect.gen(function* () {
      const voice = yield* Voice
      const own = yield* voice.pack("ws_1", undefined, "email_demo_book")
      assert.isNotEmpty(own.systemPrompt)
      assert.isNotEmpty((yield* voice.pack("ws_1", undefined, "sms_free the whales")).systemPrompt)
      const none = yield* Effect.flip(voice.pack("ws_1", undefined, "pigeon"))
      assert.strictEqual(none._tag, "PackNotFound")
    }).pipe(Effect.provide(house().layer))
  )

  it.effect("lists snippets by channel, objective, usage and rate", () =>
    Effect.gen(function* () {
      const voice = yield* Voice
      const store = yield* SnippetStore
      const { brand } = yield* (yield* BrandStore).get("ws_1", undefined)
      const added = yield* store.add("ws_1", brand.id, {
        channel: "dm",
        objective: "Winback",
        usage: "ps",
        snippet: "PS: we kept your seat."
      })
      yield* store.count("ws_1", added.id, true)
      const ids = (filter: Partial<SnippetFilter>) =>
        Effect.map(voice.snippets("ws_1", undefined, { ...anySnippet, ...filter }), (all) => all.map(({ id }) => id))
      for (const filter of [
        { objective: "winback" },
        { channel: "instagram", usage: "ps" },
        { channel: "dm", minWinRate: 0.5 }
      ] as const)
        assert.include(yield* ids(filter), added.id, JSON.stringify(filter))
      assert.notInclude(yield* ids({ channel: "email" }), added.id)
      assert.lengthOf(yield* ids({ limit: 1 }), 1)
      assert.isEmpty(yield* ids({ channel: "pigeon" }))
    }).pipe(Effect.provide(house().layer))
  )

  it.effect("sums up what was composed: by channel and objective, with what the guardrails found", () =>
    Effect.gen(function* () {
      const voice = yield* Voice
      const store = yield* SnippetStore
      const { brand } = yield* (yield* BrandStore).get("ws_1", undefined)
      const added = { channel: "email", objective: "demo_book", usage: "cta", snippet: "Shall we talk?" } as const
      const { id } = yield* store.add("ws_1", brand.id, added)
      yield* store.count("ws_1", id, true)
      yield* store.count("ws_1", id, false)
      yield* voice.compose(asked)
      yield* voice.compose({ ...asked, channel: "sms", objective: "winback" })
      yield* voice.compose({ ...asked, constraints: { testMode: true } })
      const told = yield* voice.analytics("ws_1", brand.id, { from: 0, to: Number.MAX_SAFE_INTEGER / 4096 })
      assert.deepInclude(told.byChannel["email"], { messagesGenerated: 1, topPerformingSnippets: [id] })
      assert.isAbove(told.byChannel["email"]?.conversionRate ?? 0, 0)
      assert.deepInclude(told.byChannel["sms"], { messagesGenerated: 1, conversionRate: 0 })
      assert.deepInclude(told.byObjective["demo_book"], { messagesGenerated: 1, conversionRate: 0.5 })
      assert.isAbove(told.guardrails.totalChecks, 10)
      const totals = yield* (yield* CompositionStore).totals("ws_1", brand.id, { from: 1e15, to: 2e15 })
      assert.isEmpty(totals.channels)
    }).pipe(Effect.provide(house().layer))
  )

  it.effect("composes for what a brand forbids now, not for what it forbade before", () =>
    Effect.gen(function* () {
      const voice = yield* Voice
      const brands = yield* BrandStore
      const { brand } = yield* brands.get("ws_1", undefined)
      assert.match((yield* voice.compose(asked)).body, /bakery/)
      const vocabulary = { ...defaultVoice.vocabulary, forbidden: ["bakery"] }
      yield* brands.speak("ws_1", brand.id, { ...defaultVoice, vocabulary })
      yield* (yield* Library).forget
      assert.notMatch((yield* voice.compose(asked)).body, /bakery/)
      const trouble = yield* Effect.flip(voice.compose({ ...asked, constraints: { maxChars: 0 } }))
      assert.strictEqual(trouble._tag, "BadRequest")
    }).pipe(Effect.provide(house().layer))
  )
})
