/** The rules of merging, over any rows: one transaction for both people, locked in the order of their ids. */
import { FactSource } from "@loopdrive/actor/Facts"
import * as Ids from "@loopdrive/domain/Ids"
import * as Effect from "effect/Effect"
import * as Schema from "effect/Schema"
import type { SqlError } from "effect/sql/SqlError"
import * as Merge from "./core/Merge.ts"
import { PersonNotFound } from "./core/Refusal.ts"
import type { Person, Profile } from "./core/State.ts"
import { profileOf } from "./MergeRows.ts"
import type { MergeRow, MergeRows, ProposalRows } from "./MergeRows.ts"
import { Merging, NotMerged } from "./Merging.ts"
import * as Proposals from "./Proposals.ts"
import { PersonStore } from "./Store.ts"

/** Somebody else merged one of the two while we waited for the locks. */
class Moved extends Schema.TaggedError<Moved>("@loopdrive/person/Moved")("Moved", {}) {}

interface Pair {
  readonly source: Person
  readonly target: Person
}

/**
 * `Merging` on these rows. Inside a transaction people are read by `root` and `load` only: the store's other reads may
 * share a statement with other callers, outside of it.
 */
export const make = Effect.fnUntraced(function* (rows: MergeRows, proposals: ProposalRows) {
  const store = yield* PersonStore
  const facts = yield* FactSource

  /** Both as they are, or `undefined`: they are one already. Followed to the roots, locked, and looked at again. */
  const lockedPair = Effect.fnUntraced(function* (workspaceId: string, sourceId: string, targetId: string) {
    const [from, to] = [yield* store.root(workspaceId, sourceId), yield* store.root(workspaceId, targetId)]
    if (from === to) return undefined
    yield* rows.lock([from, to])
    const states = yield* rows.load([from, to])
    const source = states.get(from)?.state
    const target = states.get(to)?.state
    if (source?.status !== "present" || target?.status !== "present") return yield* new Moved()
    return { source, target }
  })

  /**
   * Locking others beside those we have would be out of order and end in a deadlock, so what moved is begun anew. Every
   * time somebody else's merge was done, so this ends.
   */
  const transact = <A, E>(effect: Effect.Effect<A, E>): Effect.Effect<A, Exclude<E, Moved> | SqlError> =>
    Effect.catchIf(
      rows.transact(effect),
      (error): error is Extract<E, Moved> => error instanceof Moved,
      () => transact(effect)
    ) as Effect.Effect<A, Exclude<E, Moved> | SqlError>

  const onPair = <A, E>(
    workspaceId: string,
    sourceId: string,
    targetId: string,
    use: (pair: Pair | undefined) => Effect.Effect<A, E>
  ) => transact(Effect.flatMap(lockedPair(workspaceId, sourceId, targetId), use))

  const join = Effect.fnUntraced(function* ({ source, target }: Pair, by: string) {
    const known = facts.gather()
    const merged = Merge.profile(target.profile, source.profile)
    const entries = Merge.consents(target, source, known)
    yield* rows.point(source.id, target.id)
    yield* rows.rise(target.id, merged)
    yield* rows.append(target, entries)
    yield* rows.record({
      id: Ids.fresh("merge", known),
      workspace_id: target.workspaceId,
      source_id: source.id,
      target_id: target.id,
      merged_by: by,
      record: {
        before: target.profile,
        merged,
        consentsBefore: target.consents.map((entry) => entry.id),
        restated: entries.map((entry) => entry.id)
      }
    })
  })

  const merge = (workspaceId: string, sourceId: string, targetId: string, by: string) =>
    onPair(workspaceId, sourceId, targetId, (pair) => (pair === undefined ? Effect.void : join(pair, by)))

  const preview = Effect.fnUntraced(function* (workspaceId: string, sourceId: string, targetId: string) {
    const pair = yield* onPair(workspaceId, sourceId, targetId, Effect.succeed)
    const [source, target] = [yield* store.get(workspaceId, sourceId), yield* store.get(workspaceId, targetId)]
    if (pair === undefined) return { source, target, profile: {}, identities: [], consents: [] }
    const merged = Merge.profile(pair.target.profile, pair.source.profile)
    const taken = Object.entries(merged).filter(
      ([field, value]) => JSON.stringify(value) !== JSON.stringify(pair.target.profile[field as keyof Profile])
    )
    return {
      source,
      target,
      profile: Object.fromEntries(taken),
      identities: yield* store.identities(workspaceId, sourceId),
      consents: Merge.changes(pair.target, pair.source)
    }
  })

  const undo = Effect.fnUntraced(function* (row: MergeRow, workspaceId: string) {
    const survivor = yield* store.root(workspaceId, row.target_id)
    yield* rows.lock([...new Set([row.source_id, row.target_id, survivor])])
    // Undone by somebody else meanwhile, or the survivor was merged on.
    if (!(yield* rows.close(row.id)) || (yield* store.root(workspaceId, row.target_id)) !== survivor)
      return yield* new Moved()
    yield* rows.point(row.source_id, undefined)
    const states = yield* rows.load([row.source_id, row.target_id])
    const [source, target] = [states.get(row.source_id)?.state, states.get(row.target_id)?.state]
    if (source === undefined || target === undefined) return yield* new PersonNotFound({ personId: row.target_id })
    const before = new Set(row.record.consentsBefore)
    const own = (yield* rows.consentLog(row.target_id)).filter((entry) => before.has(entry.id))
    const restated = new Set(row.record.restated)
    const spoken = (yield* rows.consentLog(survivor)).filter(({ id }) => !before.has(id) && !restated.has(id))
    yield* rows.append(source, Merge.refusalsKept(source, spoken, facts.gather()))
    yield* rows.append(target, Merge.consentsBack(target.consents, own, restated, facts.gather()))
    yield* rows.rise(
      row.target_id,
      Merge.profileBack(target.profile, profileOf(row.record.before), profileOf(row.record.merged))
    )
    // Whoever stands for the target stands for the source no longer.
    if (survivor !== row.target_id) yield* rows.rise(survivor, undefined)
  })

  const unmerge = Effect.fnUntraced(function* (workspaceId: string, personId: string) {
    yield* store.root(workspaceId, personId)
    const row = yield* rows.open(workspaceId, personId)
    if (row === undefined) return yield* new NotMerged({ personId })
    yield* undo(row, workspaceId)
    return { sourceId: row.source_id, targetId: row.target_id }
  }, transact)

  return Merging.of({ merge, preview, unmerge, ...Proposals.make(proposals, facts, merge) })
})
