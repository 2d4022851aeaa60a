/**
 * What STOP takes away and START gives back: STOP revokes every consent that speaks of the channel and remembers what it
 * revoked; START restores that and nothing else, as far as nothing was said since.
 */
import { ConsentScope, ConsentStatus } from "@loopdrive/domain/PersonGraph"
import type { Consent } from "@loopdrive/domain/PersonGraph"
import * as Schema from "effect/Schema"

const Removed = Schema.Struct({
  scope: ConsentScope,
  status: ConsentStatus,
  expiresAt: Schema.optional(Schema.Finite)
})
/** A consent that STOP revoked; `expiresAt` in epoch milliseconds. */
export type Removed = typeof Removed.Type

const isStop = Schema.is(Schema.Struct({ keyword: Schema.Literal("stop"), removed: Schema.Array(Removed) }))

type Standing = Pick<Consent, "expiresAt" | "metadata" | "scope" | "status">

type Effective = Exclude<ConsentScope, "both">
const scopes: ReadonlyArray<Effective> = ["marketing", "transactional"]
const speaksOf = (one: { readonly scope: ConsentScope }, scope: Effective): boolean =>
  one.scope === scope || one.scope === "both"

const removedBy = ({ metadata, status }: Standing): ReadonlyArray<Removed> | undefined =>
  status === "revoked" && isStop(metadata) ? metadata.removed : undefined

/** Two scopes that say the same are one entry again. */
const joined = (removed: ReadonlyArray<Removed>): ReadonlyArray<Removed> => {
  const [first, second] = removed
  return first !== undefined &&
    second !== undefined &&
    removed.length === 2 &&
    first.status === second.status &&
    first.expiresAt === second.expiresAt
    ? [{ ...first, scope: "both" }]
    : removed
}

/** Of each effective scope, what stands for it. */
const byScope = <A>(
  standing: ReadonlyArray<Standing>,
  pick: (one: Standing, scope: Effective) => ReadonlyArray<A>
): ReadonlyArray<A> =>
  scopes.flatMap((scope) => {
    const one = standing.find((entry) => speaksOf(entry, scope))
    return one === undefined ? [] : pick(one, scope)
  })

const narrowed = (removed: ReadonlyArray<Removed>, scope: Effective): ReadonlyArray<Removed> =>
  removed.filter((one) => speaksOf(one, scope)).map((one) => ({ ...one, scope }))

/** Whether everything was stopped already. */
export const isStopped = (standing: ReadonlyArray<Standing>): boolean =>
  scopes.every((scope) => standing.some((one) => speaksOf(one, scope) && removedBy(one) !== undefined))

/** What a STOP now removes, with what an earlier one removed of what still stands. Revoked is not worth restoring. */
export const removes = (standing: ReadonlyArray<Standing>): ReadonlyArray<Removed> =>
  joined(
    byScope(standing, (one, scope) => {
      const earlier = removedBy(one)
      if (earlier !== undefined) return narrowed(earlier, scope)
      if (one.status !== "granted" && one.status !== "pending") return []
      const expires = one.expiresAt === undefined ? {} : { expiresAt: Date.parse(one.expiresAt) }
      return [{ scope, status: one.status, ...expires }]
    })
  )

/** What a START now restores: of the scopes that a STOP still rules. */
export const restores = (standing: ReadonlyArray<Standing>): ReadonlyArray<Removed> =>
  joined(byScope(standing, (one, scope) => narrowed(removedBy(one) ?? [], scope)))

/** Whether a later command of the same sender has overtaken this one. HELP overtakes nothing. */
export const isOvertaken = (
  command: { readonly keyword: "stop" | "help" | "start"; readonly at: number },
  known: ReadonlyArray<{ readonly keyword: "stop" | "help" | "start"; readonly at: number }>
): boolean =>
  command.keyword !== "help" &&
  known.some(({ at, keyword }) => keyword !== "help" && keyword !== command.keyword && at > command.at)
