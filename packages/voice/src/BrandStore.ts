/**
 * A workspace's brands and how they speak. The default brand is there when it is first asked for, with a voice and
 * snippets to begin with, in workspaces old and new.
 */
import type { BrandVoice } from "@loopdrive/domain/Voice"
import type { Brand } from "@loopdrive/domain/VoiceModels"
import * as Context from "effect/Context"
import type * as Effect from "effect/Effect"
import * as Schema from "effect/Schema"
import type { SqlError } from "effect/sql/SqlError"

export class BrandNotFound extends Schema.TaggedError<BrandNotFound>("@loopdrive/voice/BrandNotFound")(
  "BrandNotFound",
  { brandId: Schema.String }
) {}

/** The workspace has as many brands as it can have. */
export class TooManyBrands extends Schema.TaggedError<TooManyBrands>("@loopdrive/voice/TooManyBrands")(
  "TooManyBrands",
  { limit: Schema.Int }
) {}

/** An agency's clients fit into it; a loop that goes wrong does not. */
export const brandsMost = 200

/** A brand with its voice. */
export interface Voiced {
  readonly brand: Brand
  readonly voice: BrandVoice
}

export interface Page {
  readonly limit: number
  readonly offset: number
}

/** The name under which every workspace may speak of its default brand. */
export const defaultAlias = "brand_default"

export class BrandStore extends Context.Service<
  BrandStore,
  {
    /** `brandId` undefined or `brand_default`: the workspace's default brand. One of another workspace is not found. */
    readonly get: (workspaceId: string, brandId: string | undefined) => Effect.Effect<Voiced, BrandNotFound | SqlError>
    /** The default brand first, then oldest first. */
    readonly list: (
      workspaceId: string,
      page: Page
    ) => Effect.Effect<{ readonly brands: ReadonlyArray<Brand>; readonly total: number }, SqlError>
    /** With the voice and the snippets that a brand begins with. */
    readonly create: (workspaceId: string, name: string) => Effect.Effect<Brand, TooManyBrands | SqlError>
    readonly rename: (
      workspaceId: string,
      brandId: string,
      name: string
    ) => Effect.Effect<Brand, BrandNotFound | SqlError>
    /** Replaces the voice as a whole. */
    readonly speak: (
      workspaceId: string,
      brandId: string,
      voice: BrandVoice
    ) => Effect.Effect<Voiced, BrandNotFound | SqlError>
  }
>()("@loopdrive/voice/BrandStore") {}
