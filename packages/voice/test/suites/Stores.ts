/** What the voice's stores answer, wherever they keep things. */
import { assert } from "@effect/vitest"
import type { Vitest } from "@effect/vitest"
import type { FactSource } from "@loopdrive/actor/Facts"
import * as Effect from "effect/Effect"
import type * as Layer from "effect/Layer"
import { BrandStore, brandsMost } from "../../src/BrandStore.ts"
import { CompositionStore } from "../../src/CompositionStore.ts"
import type { CompositionRow } from "../../src/CompositionStore.ts"
import * as DefaultPacks from "../../src/DefaultPacks.ts"
import { PackStore } from "../../src/PackStore.ts"
import { SnippetStore, snippetsMost } from "../../src/SnippetStore.ts"

export type Stores = BrandStore | PackStore | SnippetStore | CompositionStore | FactSource

/** A store under the suite. `Outer` is what the tests are given. */
export interface Subject<Outer> {
  readonly layer: Layer.Layer<Stores, never, Outer>
  readonly workspace: (
    name: string
  ) => Effect.Effect<{ readonly workspaceId: string; readonly personId: string }, unknown, Outer>
  /** Gives a brand that many snippets more. */
  readonly fill: (workspaceId: string, brandId: string, count: number) => Effect.Effect<void, unknown, Outer | Stores>
  /** Gives a workspace that many brands more. */
  readonly brands: (workspaceId: string, count: number) => Effect.Effect<void, unknown, Outer | Stores>
}

const page = { limit: 10, offset: 0 }
const pack = { systemPrompt: "Write.", userPromptTemplate: "{{data}}", variables: ["data"], constraints: {} }

const row = (at: { readonly workspaceId: string; readonly personId: string }, brandId: string): CompositionRow => ({
  ...at,
  id: `comp_${at.workspaceId}_1`,
  brandId,
  channel: "email",
  objective: "nurture",
  useCase: "email_nurture",
  packHash: "0".repeat(64),
  source: "local",
  model: "test",
  locale: "en",
  snippets: [{ id: "snip_1", usage: "cta", propensity: 0.5 }],
  memoryIds: ["mem_1"],
  variants: 3,
  alignment: 0.9,
  sentiment: 0.2,
  checks: 39,
  violations: 1,
  warnings: 2,
  flagged: { pii: 1, readability: 2 },
  tokens: 0,
  latencyMs: 4,
  createdAt: 1_000
})

const brands = <Outer>(it: Vitest.MethodsNonLive<Outer>, subject: Subject<Outer>): void => {
  const { layer, workspace } = subject
  it.effect("takes as many brands as an agency has clients, and no more", () =>
    Effect.gen(function* () {
      const { workspaceId } = yield* workspace("agency")
      const store = yield* BrandStore
      yield* store.get(workspaceId, undefined)
      yield* subject.brands(workspaceId, brandsMost - 2)
      yield* store.create(workspaceId, "The last one")
      const refused = yield* Effect.flip(store.create(workspaceId, "One too many"))
      assert.deepInclude(refused, { _tag: "TooManyBrands", limit: brandsMost })
      const listed = yield* store.list(workspaceId, { limit: 5, offset: brandsMost - 1 })
      assert.deepStrictEqual([listed.brands.length, listed.total], [1, brandsMost])
    }).pipe(Effect.provide(layer))
  )

  it.effect("begins a workspace's default brand once, with a voice and snippets, for however many ask", () =>
    Effect.gen(function* () {
      const { workspaceId } = yield* workspace("begins")
      const store = yield* BrandStore
      const asked = Array.from({ length: 8 }, (_, n) =>
        store.get(workspaceId, n % 2 === 0 ? undefined : "brand_default")
      )
      const found = yield* Effect.all(asked, { concurrency: "unbounded" })
      assert.strictEqual(new Set(found.map(({ brand }) => brand.id)).size, 1)
      const [first] = found
      assert.deepInclude(first?.brand, { workspaceId, isDefault: true })
      assert.strictEqual(first?.voice.tone.formal, 40)
      const snippets = yield* (yield* SnippetStore).of(workspaceId, first?.brand.id ?? "")
      assert.strictEqual(snippets.length, 45)
      assert.deepStrictEqual([...new Set(snippets.map(({ channel }) => channel))].toSorted(), ["dm", "email", "sms"])
      assert.strictEqual((yield* store.list(workspaceId, page)).total, 1)
    }).pipe(Effect.provide(layer))
  )

  it.effect("keeps brands apart, renames them, and finds none of another workspace", () =>
    Effect.gen(function* () {
      const { workspaceId } = yield* workspace("apart")
      const { workspaceId: other } = yield* workspace("apart_other")
      const store = yield* BrandStore
      const made = yield* store.create(workspaceId, "Bread & Co")
      const { brand, voice } = yield* store.get(workspaceId, made.id)
      assert.deepStrictEqual([brand.name, brand.isDefault, voice.contact.name], ["Bread & Co", false, "Bread & Co"])
      const changed = yield* store.speak(workspaceId, made.id, { ...voice, competitors: ["Cake Ltd"] })
      assert.deepStrictEqual((yield* store.get(workspaceId, made.id)).voice, changed.voice)
      assert.strictEqual((yield* store.rename(workspaceId, made.id, "Bread")).name, "Bread")
      const { brands: listed } = yield* store.list(workspaceId, page)
      assert.deepStrictEqual(
        listed.map(({ isDefault, name }) => [isDefault, name]),
        [
          [true, "Default"],
          [false, "Bread"]
        ]
      )
      const refused: ReadonlyArray<Effect.Effect<unknown, { readonly _tag: string }>> = [
        store.get(other, made.id),
        store.speak(other, made.id, voice),
        store.rename(other, made.id, "Mine")
      ]
      for (const call of refused) assert.strictEqual((yield* Effect.flip(call))._tag, "BrandNotFound")
    }).pipe(Effect.provide(layer))
  )
}

const packs = <Outer>(it: Vitest.MethodsNonLive<Outer>, { layer, workspace }: Subject<Outer>): void => {
  it.effect("numbers the versions of a pack, keeps the same one once, and answers the one in force", () =>
    Effect.gen(function* () {
      const { workspaceId } = yield* workspace("packs")
      const { brand } = yield* (yield* BrandStore).get(workspaceId, undefined)
      const store = yield* PackStore
      const place = { workspaceId, brandId: brand.id, useCase: "email_nurture" }
      const says = (systemPrompt: string) => store.add(place, { ...pack, systemPrompt }, "key_1")
      assert.deepStrictEqual(yield* store.inForce(workspaceId, brand.id, ["email_nurture"]), [])
      assert.deepStrictEqual(yield* store.inForce(workspaceId, brand.id, []), [])
      const first = yield* says("One.")
      assert.deepInclude(first, { version: 1, inForce: true, pinned: false, createdBy: "key_1" })
      assert.deepStrictEqual(yield* says("One."), first)
      const added = yield* Effect.all(["Two.", "Three.", "Four."].map(says), { concurrency: "unbounded" })
      assert.deepStrictEqual(added.map(({ version }) => version).toSorted(), [2, 3, 4])
      const inForce = yield* store.inForce(workspaceId, brand.id, ["email_nurture", "email_general"])
      assert.deepStrictEqual(
        inForce.map(({ version }) => version),
        [4]
      )
      assert.strictEqual((yield* store.pin(place, 2, "key_1")).version, 2)
      yield* says("Five.")
      const back = yield* store.rollBack(place, "key_1")
      assert.deepInclude(back, { version: 1, pinned: true, inForce: true })
      assert.strictEqual((yield* Effect.flip(store.rollBack(place, "key_1")))._tag, "NothingToRollBackTo")
      assert.strictEqual((yield* store.pin(place, undefined, "key_1")).version, 5)
      const unknown = yield* Effect.flip(store.pin(place, 6, "key_1"))
      assert.deepInclude(unknown, { _tag: "PackNotFound", useCase: "email_nurture", version: 6 })
      const nowhere = { ...place, useCase: "sms_nurture" }
      for (const refused of [store.rollBack(nowhere, "key_1"), store.pin(nowhere, undefined, "key_1")])
        assert.strictEqual((yield* Effect.flip(refused))._tag, "PackNotFound")
      const listed = yield* store.versions(workspaceId, brand.id, "email_nurture", { limit: 2, offset: 1 })
      assert.deepStrictEqual([listed.packs.map(({ version }) => version), listed.total], [[4, 3], 5])
      assert.strictEqual((yield* store.versions(workspaceId, brand.id, undefined, page)).total, 5)
    }).pipe(Effect.provide(layer))
  )
}

const snippets = <Outer>(it: Vitest.MethodsNonLive<Outer>, { fill, layer, workspace }: Subject<Outer>): void => {
  it.effect("counts what was tried and what worked, and never for another workspace", () =>
    Effect.gen(function* () {
      const { workspaceId } = yield* workspace("counts")
      const { workspaceId: other } = yield* workspace("counts_other")
      const { brand } = yield* (yield* BrandStore).get(workspaceId, undefined)
      const store = yield* SnippetStore
      const words = { channel: "email", objective: "nurture", snippet: "Shall we talk?", usage: "cta" as const }
      const added = yield* store.add(workspaceId, brand.id, { ...words, metadata: { by: "Ada" } })
      assert.deepInclude(added, { ...words, winRate: 0.5, impressions: 0, conversions: 0, metadata: { by: "Ada" } })
      const uses = Array.from({ length: 20 }, (_, n) => store.count(workspaceId, added.id, n % 4 === 0))
      yield* Effect.all(uses, { concurrency: "unbounded" })
      const found = (yield* store.of(workspaceId, brand.id)).find(({ id }) => id === added.id)
      assert.deepInclude(found, { impressions: 20, conversions: 5, winRate: 0.25 })
      assert.strictEqual((yield* Effect.flip(store.count(other, added.id, true)))._tag, "SnippetNotFound")
    }).pipe(Effect.provide(layer))
  )

  it.effect("takes no more than it looks through for every message", () =>
    Effect.gen(function* () {
      const { workspaceId } = yield* workspace("many")
      const { brand } = yield* (yield* BrandStore).get(workspaceId, undefined)
      const store = yield* SnippetStore
      const words = { channel: "sms", objective: "nurture", snippet: "Hello", usage: "cta" as const }
      const begun = (yield* store.of(workspaceId, brand.id)).length
      yield* fill(workspaceId, brand.id, snippetsMost - begun - 1)
      yield* store.add(workspaceId, brand.id, words)
      const refused = yield* Effect.flip(store.add(workspaceId, brand.id, words))
      assert.deepInclude(refused, { _tag: "TooManySnippets", limit: snippetsMost })
    }).pipe(Effect.provide(layer))
  )
}

const compositions = <Outer>(it: Vitest.MethodsNonLive<Outer>, { layer, workspace }: Subject<Outer>): void => {
  it.effect("adds up what was composed in a period, and keeps one answer for each key", () =>
    Effect.gen(function* () {
      const at = yield* workspace("adds_up")
      const { brand } = yield* (yield* BrandStore).get(at.workspaceId, undefined)
      const store = yield* CompositionStore
      const first = row(at, brand.id)
      const repeat = { key: "key-1", hash: "hash-1", answer: { body: "Hello" } }
      const all = [
        first,
        { ...first, id: `${first.id}b`, alignment: 0.7, objective: "upsell", repeat },
        { ...first, id: `${first.id}c`, channel: "sms", flagged: { pii: 3 } },
        { ...first, id: `${first.id}d`, createdAt: 9_000 }
      ]
      const recorded = yield* Effect.all(all.map(store.record), { concurrency: "unbounded" })
      assert.deepStrictEqual(recorded, [true, true, true, true])
      assert.isFalse(yield* store.record({ ...first, id: `${first.id}e`, repeat: { ...repeat, answer: {} } }))
      assert.deepInclude(yield* store.answered(at.workspaceId, "key-1"), { hash: "hash-1", answer: { body: "Hello" } })
      assert.isUndefined(yield* store.answered(at.workspaceId, "key-2"))
      const totals = yield* store.totals(at.workspaceId, brand.id, { from: 0, to: 9_000 })
      assert.deepStrictEqual(
        totals.channels.map(({ alignment, channel, messages }) => [channel, messages, Math.round(alignment * 100)]),
        [
          ["email", 2, 80],
          ["sms", 1, 90]
        ]
      )
      assert.deepStrictEqual(totals.objectives, [
        { objective: "nurture", messages: 2 },
        { objective: "upsell", messages: 1 }
      ])
      assert.deepStrictEqual([totals.checks, totals.violations, totals.warnings], [117, 3, 6])
      assert.deepStrictEqual(totals.flagged, [
        { type: "pii", count: 5 },
        { type: "readability", count: 4 }
      ])
      const none = yield* store.totals(at.workspaceId, brand.id, { from: 20_000, to: 30_000 })
      assert.deepStrictEqual([none.channels, none.checks, none.flagged], [[], 0, []])
    }).pipe(Effect.provide(layer))
  )
}

export const suite = <Outer>(it: Vitest.MethodsNonLive<Outer>, subject: Subject<Outer>): void => {
  brands(it, subject)
  packs(it, subject)
  snippets(it, subject)
  compositions(it, subject)
  it.effect("has a default pack for every use case it names", () =>
    Effect.sync(() => {
      assert.strictEqual(DefaultPacks.useCases.length, 99)
      for (const useCase of DefaultPacks.useCases) assert.isDefined(DefaultPacks.of(useCase), useCase)
    })
  )
}
