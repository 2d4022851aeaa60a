/**
 * What a brand says and how: its voice, packs and snippets, read together and remembered for a moment, because every
 * message needs them and they change rarely. A change made in this process is seen at once, one made in another within
 * `rememberedFor`.
 */
import type { PackVersion, SnippetLibrary } from "@loopdrive/domain/VoiceModels"
import * as Clock from "effect/Clock"
import * as Context from "effect/Context"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import type { SqlError } from "effect/sql/SqlError"
import { BrandStore } from "./BrandStore.ts"
import type { BrandNotFound, Voiced } from "./BrandStore.ts"
import * as Packs from "./Packs.ts"
import { PackNotFound, PackStore } from "./PackStore.ts"
import { SnippetStore } from "./SnippetStore.ts"

/** ms */
const rememberedFor = 2000
const rememberedMost = 1000

export interface Shelf extends Voiced {
  readonly snippets: ReadonlyArray<SnippetLibrary>
}

interface Kept<A> {
  readonly value: A
  readonly until: number
}

export class Library extends Context.Service<
  Library,
  {
    readonly shelf: (workspaceId: string, brandId: string | undefined) => Effect.Effect<Shelf, BrandNotFound | SqlError>
    /** The pack in force. `brandId` is a brand of the workspace. */
    readonly pack: (
      workspaceId: string,
      brandId: string,
      useCase: string
    ) => Effect.Effect<PackVersion, PackNotFound | SqlError>
    /** After any change, when it is committed. */
    readonly forget: Effect.Effect<void>
  }
>()("@loopdrive/voice/Library") {
  static readonly layer: Layer.Layer<Library, never, BrandStore | PackStore | SnippetStore> = Layer.effect(
    Library,
    Effect.gen(function* () {
      const brands = yield* BrandStore
      const packs = yield* PackStore
      const snippets = yield* SnippetStore
      const shelves = new Map<string, Kept<Shelf>>()
      const versions = new Map<string, Kept<PackVersion>>()
      // What was read before a change must not be remembered after it.
      let changes = 0

      const remembered = Effect.fnUntraced(function* <A, E>(
        kept: Map<string, Kept<A>>,
        key: string,
        read: Effect.Effect<A, E>
      ) {
        const now = yield* Clock.currentTimeMillis
        const known = kept.get(key)
        if (known !== undefined && known.until > now) return known.value
        const before = changes
        const value = yield* read
        if (changes !== before) return value
        if (kept.size >= rememberedMost) kept.clear()
        kept.set(key, { value, until: now + rememberedFor })
        return value
      })

      const read = Effect.fnUntraced(function* (workspaceId: string, brandId: string | undefined) {
        const { brand, voice } = yield* brands.get(workspaceId, brandId)
        return { brand, voice, snippets: yield* snippets.of(workspaceId, brand.id) }
      })

      return Library.of({
        shelf: (workspaceId, brandId) =>
          remembered(shelves, JSON.stringify([workspaceId, brandId]), read(workspaceId, brandId)),
        pack: (workspaceId, brandId, useCase) =>
          remembered(
            versions,
            JSON.stringify([workspaceId, brandId, useCase]),
            Effect.flatMap(Packs.inForce(packs, { workspaceId, brandId, useCase }), (found) =>
              found === undefined ? Effect.fail(new PackNotFound({ useCase })) : Effect.succeed(found)
            )
          ),
        forget: Effect.sync(() => {
          changes++
          shelves.clear()
          versions.clear()
        })
      })
    })
  )
}
