/** What a merge and its undoing change: computed from two states, written by the caller. Pure. */
import * as Ids from "@loopdrive/domain/Ids"
import * as Consent from "./Consent.ts"
import { nextPosition } from "./Decide.ts"
import type { Facts } from "./Facts.ts"
import type { ConsentEntry, Person, Profile } from "./State.ts"

/** Where the survivor says nothing, the source does; of the metadata each key by itself. */
export const profile = (target: Profile, source: Profile): Profile => ({
  firstName: target.firstName ?? source.firstName,
  lastName: target.lastName ?? source.lastName,
  locale: target.locale ?? source.locale,
  timezone: target.timezone ?? source.timezone,
  metadata:
    target.metadata === undefined && source.metadata === undefined
      ? undefined
      : { ...source.metadata, ...target.metadata }
})

/** The profile after an undone merge: what the merge brought and nobody changed since goes back. */
export const profileBack = (now: Profile, before: Profile, merged: Profile): Profile => {
  const back = <K extends Exclude<keyof Profile, "metadata">>(field: K): Profile[K] =>
    now[field] === merged[field] ? before[field] : now[field]
  const brought = new Set(Object.keys(merged.metadata ?? {}).filter((key) => !(key in (before.metadata ?? {}))))
  const kept = Object.entries(now.metadata ?? {}).filter(
    ([key, value]) => !(brought.has(key) && JSON.stringify(value) === JSON.stringify(merged.metadata?.[key]))
  )
  return {
    firstName: back("firstName"),
    lastName: back("lastName"),
    locale: back("locale"),
    timezone: back("timezone"),
    metadata: kept.length === 0 ? before.metadata : Object.fromEntries(kept)
  }
}

const restate = (
  standings: ReadonlyArray<Consent.Standing>,
  position: number,
  source: string,
  facts: Facts
): ReadonlyArray<ConsentEntry> =>
  standings.map(({ channel, entry, scope }, n) => ({
    ...entry,
    id: Ids.fresh("consent", facts, n),
    channel,
    scope,
    source,
    position: position + n,
    createdAt: facts.now
  }))

/** The entries to append to the survivor's log so that on every disagreement the more restrictive one is the latest. */
export const consents = (target: Person, source: Person, facts: Facts): ReadonlyArray<ConsentEntry> => {
  const position = Math.max(nextPosition(target.consents, facts.now), nextPosition(source.consents, facts.now))
  return restate(Consent.restated(target.consents, source.consents), position, "merge", facts)
}

/**
 * The entries that give the survivor its own word back: for every restatement that nobody has spoken over since, what it
 * said before. `before` is its log before the merge, `now` its log without the source's.
 */
export const consentsBack = (
  now: ReadonlyArray<ConsentEntry>,
  before: ReadonlyArray<ConsentEntry>,
  restatedIds: ReadonlySet<string>,
  facts: Facts
): ReadonlyArray<ConsentEntry> => {
  const standing = now.filter((entry) => restatedIds.has(entry.id))
  const given = standing.flatMap((entry) => {
    const scope = entry.scope === "both" ? "marketing" : entry.scope
    const prior = Consent.current(before, entry.channel, scope)
    return prior === undefined ? [] : [{ channel: entry.channel, scope: entry.scope, entry: prior }]
  })
  return restate(given, nextPosition(now, facts.now), "unmerge", facts)
}

/**
 * The entries that keep a no said of both while they were one with whoever was merged away: nobody knows for which of the
 * two it was meant. `spoken` is what was said since, of the survivor; what was granted since stays the survivor's alone.
 */
export const refusalsKept = (
  source: Person,
  spoken: ReadonlyArray<ConsentEntry>,
  facts: Facts
): ReadonlyArray<ConsentEntry> => {
  const refused = Consent.standing(spoken).filter(({ channel, entry, scope }) => {
    const own = Consent.current(source.consents, channel, scope === "both" ? "marketing" : scope)
    return entry.status === "revoked" && own?.status !== "revoked"
  })
  return restate(refused, nextPosition(source.consents, facts.now), "unmerge", facts)
}

/** What consent would change for the survivor, in words. */
export const changes = (target: Person, source: Person) =>
  Consent.restated(target.consents, source.consents).flatMap(({ channel, entry, scope }) => {
    const from = Consent.current(target.consents, channel, scope)?.status ?? "unknown"
    return from === entry.status ? [] : [{ channel, scope, from, to: entry.status }]
  })
