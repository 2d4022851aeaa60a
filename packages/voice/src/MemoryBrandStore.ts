/** Brands and snippets in this process, for tests without a database. One layer, because a brand begins with snippets. */
import { FactSource } from "@loopdrive/actor/Facts"
import { compact } from "@loopdrive/domain/Json"
import * as Ids from "@loopdrive/domain/Ids"
import type { Brand, SnippetLibrary } from "@loopdrive/domain/VoiceModels"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import { BrandNotFound, BrandStore, TooManyBrands, brandsMost, defaultAlias } from "./BrandStore.ts"
import type { Voiced } from "./BrandStore.ts"
import * as Seeds from "./Seeds.ts"
import { SnippetNotFound, SnippetStore, TooManySnippets, snippetsMost } from "./SnippetStore.ts"
import { winRateOf } from "./VoiceRows.ts"

interface KeptSnippet {
  readonly workspaceId: string
  readonly snippet: SnippetLibrary
}

const make = Effect.gen(function* () {
  const facts = yield* FactSource
  const brands = new Map<string, Voiced>()
  const snippets = new Map<string, KeptSnippet>()
  const iso = (): string => new Date(facts.gather().now).toISOString()

  const begin = (brand: Brand): Brand => {
    brands.set(brand.id, { brand, voice: Seeds.voiceOf(brand.name) })
    for (const seed of Seeds.snippets) {
      const id = Ids.derived("snippet", brand.workspaceId, brand.id, seed.usage, seed.channel, seed.snippet)
      const counts = { winRate: 0.5, impressions: 0, conversions: 0 }
      const times = { createdAt: brand.createdAt, updatedAt: brand.createdAt }
      snippets.set(id, {
        workspaceId: brand.workspaceId,
        snippet: { id, brandId: brand.id, ...seed, ...counts, ...times }
      })
    }
    return brand
  }
  const addBrand = (workspaceId: string, id: string, name: string, isDefault: boolean): Brand => {
    const now = iso()
    return begin({ id, workspaceId, name, isDefault, createdAt: now, updatedAt: now })
  }
  const of = (workspaceId: string): ReadonlyArray<Voiced> => {
    const mine = brands
      .values()
      .filter(({ brand }) => brand.workspaceId === workspaceId)
      .toArray()
    if (mine.some(({ brand }) => brand.isDefault)) return mine
    // The workspace of a first start has its brand by name, as a database has.
    const id = workspaceId === "ws_default" ? defaultAlias : Ids.derived("brand", workspaceId, "default")
    addBrand(workspaceId, id, "Default", true)
    return of(workspaceId)
  }
  const get = (workspaceId: string, brandId: string | undefined) =>
    Effect.suspend(() => {
      const isDefault = brandId === undefined || brandId === defaultAlias
      const found = of(workspaceId).find(({ brand }) => (isDefault ? brand.isDefault : brand.id === brandId))
      return found === undefined
        ? Effect.fail(new BrandNotFound({ brandId: brandId ?? defaultAlias }))
        : Effect.succeed(found)
    })
  const keep = (found: Voiced): Voiced => {
    brands.set(found.brand.id, found)
    return found
  }

  const brandStore = BrandStore.of({
    get,
    list: (workspaceId, { limit, offset }) =>
      Effect.sync(() => {
        const mine = of(workspaceId)
          .map(({ brand }) => brand)
          .toSorted((a, b) => Number(b.isDefault) - Number(a.isDefault) || (a.id < b.id ? -1 : 1))
        return { brands: mine.slice(offset, offset + limit), total: mine.length }
      }),
    create: (workspaceId, name) =>
      Effect.suspend(() =>
        of(workspaceId).length >= brandsMost
          ? Effect.fail(new TooManyBrands({ limit: brandsMost }))
          : Effect.succeed(addBrand(workspaceId, Ids.fresh("brand", facts.gather()), name, false))
      ),
    rename: (workspaceId, brandId, name) =>
      Effect.map(
        get(workspaceId, brandId),
        ({ brand, voice }) => keep({ brand: { ...brand, name, updatedAt: iso() }, voice }).brand
      ),
    speak: (workspaceId, brandId, voice) => Effect.map(get(workspaceId, brandId), ({ brand }) => keep({ brand, voice }))
  })

  const ofBrand = (workspaceId: string, brandId: string) =>
    snippets
      .values()
      .filter((kept) => kept.workspaceId === workspaceId && kept.snippet.brandId === brandId)
      .map((kept) => kept.snippet)
      .toArray()

  const snippetStore = SnippetStore.of({
    of: (workspaceId, brandId) => Effect.sync(() => ofBrand(workspaceId, brandId)),
    add: (workspaceId, brandId, added) =>
      Effect.suspend(() => {
        if (ofBrand(workspaceId, brandId).length >= snippetsMost)
          return Effect.fail(new TooManySnippets({ limit: snippetsMost }))
        const now = iso()
        const id = Ids.fresh("snippet", facts.gather())
        const counts = { winRate: 0.5, impressions: 0, conversions: 0 }
        const snippet = compact({ id, brandId, ...added, ...counts, createdAt: now, updatedAt: now }) as SnippetLibrary
        snippets.set(id, { workspaceId, snippet })
        return Effect.succeed(snippet)
      }),
    count: (workspaceId, snippetId, converted) =>
      Effect.suspend(() => {
        const kept = snippets.get(snippetId)
        if (kept?.workspaceId !== workspaceId) return Effect.fail(new SnippetNotFound({ snippetId }))
        const impressions = kept.snippet.impressions + 1
        const conversions = kept.snippet.conversions + (converted ? 1 : 0)
        const winRate = winRateOf(impressions, conversions)
        const snippet = { ...kept.snippet, impressions, conversions, winRate, updatedAt: iso() }
        snippets.set(snippetId, { workspaceId, snippet })
        return Effect.succeed(snippet)
      })
  })
  return { brandStore, snippetStore }
})

export const layer: Layer.Layer<BrandStore | SnippetStore, never, FactSource> = Layer.unwrap(
  Effect.map(make, ({ brandStore, snippetStore }) =>
    Layer.merge(Layer.succeed(BrandStore, brandStore), Layer.succeed(SnippetStore, snippetStore))
  )
)
