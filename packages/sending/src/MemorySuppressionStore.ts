/** Suppressions in memory, for tests without a database. */
import { FactSource } from "@loopdrive/actor/Facts"
import * as Ids from "@loopdrive/domain/Ids"
import type { Identifier } from "@loopdrive/domain/Identifier"
import { PersonStore } from "@loopdrive/person/Store"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import { SuppressionNotFound, SuppressionStore, isMarketingOnly } from "./SuppressionStore.ts"
import type { Suppression, SuppressionReason } from "./SuppressionStore.ts"

const keyOf = (workspaceId: string, { type, value }: Identifier, reason: SuppressionReason): string =>
  JSON.stringify([workspaceId, type, value, reason])

export const layer: Layer.Layer<SuppressionStore, never, FactSource | PersonStore> = Layer.effect(
  SuppressionStore,
  Effect.gen(function* () {
    const facts = yield* FactSource
    const graph = yield* PersonStore
    const kept = new Map<string, { readonly workspaceId: string; readonly one: Suppression }>()
    const of = (workspaceId: string) =>
      kept
        .values()
        .filter((known) => known.workspaceId === workspaceId)
        .map(({ one }) => one)
        .toArray()
    const among = (workspaceId: string, addresses: ReadonlyArray<Identifier>) =>
      of(workspaceId).filter((one) => addresses.some(({ type, value }) => type === one.type && value === one.value))
    return SuppressionStore.of({
      among: (workspaceId, addresses) => Effect.sync(() => among(workspaceId, addresses)),
      reaching: (workspaceId, personId) =>
        graph.identities(workspaceId, personId).pipe(
          Effect.catchTag("PersonNotFound", () => Effect.succeed([])),
          Effect.map((identities) => among(workspaceId, identities))
        ),
      add: (suppression) =>
        Effect.sync(() => {
          const key = keyOf(suppression.workspaceId, suppression, suppression.reason)
          const known = facts.gather()
          const fresh: Suppression = {
            type: suppression.type,
            value: suppression.value,
            reason: suppression.reason,
            source: suppression.source,
            id: Ids.fresh("suppression", known),
            marketingOnly: isMarketingOnly(suppression.reason),
            createdAt: new Date(known.now).toISOString()
          }
          const one = kept.get(key)?.one ?? fresh
          kept.set(key, { workspaceId: suppression.workspaceId, one })
          return one
        }),
      remove: (workspaceId, suppressionId) =>
        Effect.suspend(() => {
          for (const [key, { one, workspaceId: owner }] of kept)
            if (owner === workspaceId && one.id === suppressionId) {
              kept.delete(key)
              return Effect.succeed(one)
            }
          return Effect.fail(new SuppressionNotFound({ suppressionId }))
        }),
      lift: (workspaceId, address, reason) => Effect.sync(() => kept.delete(keyOf(workspaceId, address, reason))),
      list: (workspaceId, { limit, offset, value }) =>
        Effect.sync(() => {
          const all = of(workspaceId)
            .filter((one) => value === undefined || one.value === value)
            .toReversed()
          return { suppressions: all.slice(offset, offset + limit), total: all.length }
        })
    })
  })
)
