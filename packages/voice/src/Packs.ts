/** Which pack a message is composed with: the brand's own where it has one, else the default, most particular first. */
import type { PackVersion } from "@loopdrive/domain/VoiceModels"
import * as Effect from "effect/Effect"
import type { SqlError } from "effect/sql/SqlError"
import { fallbacksOf } from "./core/PromptPack.ts"
import * as DefaultPacks from "./DefaultPacks.ts"
import type { PackPlace, PackStore } from "./PackStore.ts"

/** Who a version is by that nobody wrote for the brand. */
export const system = "system"

/** The default of a use case becomes the first version of the brand's own, so that what it said stays known. */
export const settle = (
  store: PackStore["Service"],
  place: PackPlace
): Effect.Effect<PackVersion | undefined, SqlError> => {
  const pack = DefaultPacks.of(place.useCase)
  return pack === undefined ? Effect.succeed(undefined) : store.add(place, pack, system)
}

/** The pack in force for a use case; undefined where neither it nor anything more general has one. */
export const inForce = Effect.fnUntraced(function* (store: PackStore["Service"], place: PackPlace) {
  const names = fallbacksOf(place.useCase)
  const stored = yield* store.inForce(place.workspaceId, place.brandId, names)
  for (const useCase of names) {
    const own = stored.find((version) => version.useCase === useCase) ?? (yield* settle(store, { ...place, useCase }))
    if (own !== undefined) return own
  }
  return undefined
})
