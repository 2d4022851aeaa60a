/** Prompt packs in this process, for tests without a database. */
import { FactSource } from "@loopdrive/actor/Facts"
import type { PackVersion } from "@loopdrive/domain/VoiceModels"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import { versionOf } from "./core/PromptPack.ts"
import { NothingToRollBackTo, PackNotFound, PackStore } from "./PackStore.ts"
import type { PackPlace } from "./PackStore.ts"

interface Shelf {
  readonly place: PackPlace
  /** Oldest first. */
  readonly versions: ReadonlyArray<Omit<PackVersion, "inForce" | "pinned">>
  readonly pinned: number | undefined
}

const keyOf = ({ brandId, useCase, workspaceId }: PackPlace): string => JSON.stringify([workspaceId, brandId, useCase])

/** Newest first. */
const shown = ({ pinned, versions }: Shelf): ReadonlyArray<PackVersion> => {
  const inForce = pinned ?? versions.at(-1)?.version
  return versions
    .map((one) => ({ ...one, inForce: one.version === inForce, pinned: one.version === pinned }))
    .toReversed()
}

export const layer: Layer.Layer<PackStore, never, FactSource> = Layer.effect(
  PackStore,
  Effect.map(FactSource, (facts) => {
    const shelves = new Map<string, Shelf>()
    const at = (place: PackPlace): Shelf => shelves.get(keyOf(place)) ?? { place, versions: [], pinned: undefined }
    const inForceAt = (place: PackPlace) =>
      Effect.suspend(() => {
        const found = shown(at(place)).find((one) => one.inForce)
        return found === undefined ? Effect.fail(new PackNotFound({ useCase: place.useCase })) : Effect.succeed(found)
      })
    const pin = (place: PackPlace, version: number | undefined) =>
      Effect.suspend(() => {
        const shelf = at(place)
        const { useCase } = place
        if (version !== undefined && !shelf.versions.some((one) => one.version === version))
          return Effect.fail(new PackNotFound({ useCase, version }))
        shelves.set(keyOf(place), { ...shelf, pinned: version })
        return inForceAt(place)
      })
    const of = (workspaceId: string, brandId: string) =>
      shelves
        .values()
        .filter(({ place }) => place.workspaceId === workspaceId && place.brandId === brandId)
        .toArray()
        .toSorted((a, b) => (a.place.useCase < b.place.useCase ? -1 : 1))
        .flatMap(shown)

    return PackStore.of({
      inForce: (workspaceId, brandId, useCases) =>
        Effect.sync(() => of(workspaceId, brandId).filter((one) => one.inForce && useCases.includes(one.useCase))),
      versions: (workspaceId, brandId, useCase, { limit, offset }) =>
        Effect.sync(() => {
          const mine = of(workspaceId, brandId).filter((one) => useCase === undefined || one.useCase === useCase)
          return { packs: mine.slice(offset, offset + limit), total: mine.length }
        }),
      add: (place, pack, by) =>
        Effect.sync(() => {
          const shelf = at(place)
          const hash = versionOf(pack)
          const { brandId, useCase } = place
          const createdAt = new Date(facts.gather().now).toISOString()
          const version = shelf.versions.length + 1
          const added = { brandId, useCase, version, hash, pack, createdBy: by, createdAt }
          const known = shelf.versions.some((one) => one.hash === hash)
          const next = known ? shelf : { ...shelf, versions: [...shelf.versions, added] }
          shelves.set(keyOf(place), next)
          const found = shown(next).find((one) => one.hash === hash)
          return found ?? { ...added, inForce: false, pinned: false }
        }),
      pin,
      rollBack: Effect.fnUntraced(function* (place) {
        const current = yield* inForceAt(place)
        const before = shown(at(place)).find((one) => one.version < current.version)
        if (before === undefined) return yield* new NothingToRollBackTo({ useCase: place.useCase })
        return yield* pin(place, before.version)
      })
    })
  })
)
