/**
 * What models are told, by brand and use case: versions that never change, and which of them is in force. That is the
 * pinned one, or the newest where none is pinned.
 */
import type { PromptPack } from "@loopdrive/domain/Voice"
import type { PackVersion } from "@loopdrive/domain/VoiceModels"
import * as Context from "effect/Context"
import type * as Effect from "effect/Effect"
import * as Schema from "effect/Schema"
import type { SqlError } from "effect/sql/SqlError"
import type { Page } from "./BrandStore.ts"

/** `version` undefined: there is none at all of that use case. */
export class PackNotFound extends Schema.TaggedError<PackNotFound>("@loopdrive/voice/PackNotFound")("PackNotFound", {
  useCase: Schema.String,
  version: Schema.optionalKey(Schema.Int)
}) {}

/** The version in force is the first one. */
export class NothingToRollBackTo extends Schema.TaggedError<NothingToRollBackTo>(
  "@loopdrive/voice/NothingToRollBackTo"
)("NothingToRollBackTo", { useCase: Schema.String }) {}

/** Whose pack it is. The brand is one of the workspace's. */
export interface PackPlace {
  readonly workspaceId: string
  readonly brandId: string
  readonly useCase: string
}

export class PackStore extends Context.Service<
  PackStore,
  {
    /** Those in force among the use cases named; a use case without versions is left out. */
    readonly inForce: (
      workspaceId: string,
      brandId: string,
      useCases: ReadonlyArray<string>
    ) => Effect.Effect<ReadonlyArray<PackVersion>, SqlError>
    /** By use case, newest version first. */
    readonly versions: (
      workspaceId: string,
      brandId: string,
      useCase: string | undefined,
      page: Page
    ) => Effect.Effect<{ readonly packs: ReadonlyArray<PackVersion>; readonly total: number }, SqlError>
    /** The next version; a pack that says what an earlier one says is that version, and nothing is added. */
    readonly add: (place: PackPlace, pack: PromptPack, by: string) => Effect.Effect<PackVersion, SqlError>
    /** `version` undefined: the newest, whichever that is, is in force again. */
    readonly pin: (
      place: PackPlace,
      version: number | undefined,
      by: string
    ) => Effect.Effect<PackVersion, PackNotFound | SqlError>
    /** Pins the version before the one in force. */
    readonly rollBack: (
      place: PackPlace,
      by: string
    ) => Effect.Effect<PackVersion, PackNotFound | NothingToRollBackTo | SqlError>
  }
>()("@loopdrive/voice/PackStore") {}
