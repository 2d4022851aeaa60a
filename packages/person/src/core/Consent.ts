/**
 * What a consent log means. The log is append-only; the answer to a question is the latest entry that covers it. `both`
 * granted and then `marketing` revoked leaves transactional messages allowed, nothing else.
 */
import { covers } from "@loopdrive/domain/Channel"
import type { ConsentChannel } from "@loopdrive/domain/Channel"
import type { Purpose, Reason } from "@loopdrive/domain/Delivery"
import type { ConsentScope, ConsentStatus } from "@loopdrive/domain/PersonGraph"
import type { ConsentEntry } from "./State.ts"

type Effective = Exclude<ConsentScope, "both">
const scopes: ReadonlyArray<Effective> = ["marketing", "transactional"]

const speaksOf = (entry: ConsentEntry, scope: Effective): boolean => entry.scope === scope || entry.scope === "both"

/** Adds an entry; what it replaces for good is let go. */
export const record = (log: ReadonlyArray<ConsentEntry>, entry: ConsentEntry): ReadonlyArray<ConsentEntry> => [
  ...log.filter((old) => !(old.channel === entry.channel && (entry.scope === "both" || old.scope === entry.scope))),
  entry
]

/** The latest entry of the log that speaks of a message with this purpose on this channel. */
export const current = (
  log: ReadonlyArray<ConsentEntry>,
  channel: ConsentChannel,
  scope: Effective
): ConsentEntry | undefined =>
  log.reduce<ConsentEntry | undefined>(
    (latest, entry) =>
      covers(entry.channel, channel) &&
      speaksOf(entry, scope) &&
      (latest === undefined || entry.position > latest.position)
        ? entry
        : latest,
    undefined
  )

/**
 * Why a message may not go, or `undefined`: it may. An absent, pending, expired or revoked consent is a refusal for
 * marketing; a transactional message needs none.
 */
export const refuses = (
  log: ReadonlyArray<ConsentEntry>,
  channel: ConsentChannel,
  purpose: Purpose,
  now: number
): Reason | undefined => {
  if (purpose === "transactional") return undefined
  const entry = current(log, channel, "marketing")
  if (entry === undefined || entry.status === "unknown") return "no_consent"
  if (entry.status === "revoked") return "consent_revoked"
  if (entry.status === "pending") return "consent_pending"
  return entry.expiresAt !== undefined && entry.expiresAt <= now ? "consent_expired" : undefined
}

/** The entries that say something about messages on a channel, as if they had been given for it. */
export const speakingOf = (log: ReadonlyArray<ConsentEntry>, channel: ConsentChannel): ReadonlyArray<ConsentEntry> =>
  log.filter((entry) => covers(entry.channel, channel)).map((entry) => ({ ...entry, channel }))

/** An entry in force for one channel and effective scope. */
export interface Standing {
  readonly channel: ConsentChannel
  readonly scope: ConsentScope
  readonly entry: ConsentEntry
}

/**
 * The current state, one element per channel and effective scope; where both scopes rest on the same entry it stands
 * once, as it was given.
 */
export const standing = (log: ReadonlyArray<ConsentEntry>): ReadonlyArray<Standing> => {
  const channels = [...new Set(log.map((entry) => entry.channel))]
  return channels.flatMap((channel) => {
    const own = log.filter((entry) => entry.channel === channel)
    const found = scopes.map((scope) => ({ channel, scope, entry: current(own, channel, scope) }))
    const [marketing, transactional] = found
    if (marketing?.entry !== undefined && marketing.entry === transactional?.entry)
      return [{ channel, scope: marketing.entry.scope, entry: marketing.entry }]
    return found.flatMap(({ scope, entry }) => (entry === undefined ? [] : [{ channel, scope, entry }]))
  })
}

/** A word to be said anew, for each effective scope by itself. */
export interface Restatement extends Standing {
  readonly scope: Effective
}

/** Least to most restrictive. */
const strictness: ReadonlyArray<ConsentStatus> = ["granted", "pending", "unknown", "revoked"]
const strictest = (a: ConsentEntry, b: ConsentEntry): ConsentEntry => {
  const difference = strictness.indexOf(a.status) - strictness.indexOf(b.status)
  if (difference !== 0) return difference > 0 ? a : b
  // Two grants: the one that ends first.
  return (a.expiresAt ?? Infinity) <= (b.expiresAt ?? Infinity) ? a : b
}

const sameAnswer = (a: ConsentEntry, b: ConsentEntry): boolean => a.status === b.status && a.expiresAt === b.expiresAt

/**
 * What must be restated when two people turn out to be one. From then on their logs are read as one, where the later
 * entry would win; for every channel and scope on which both spoke and differ, the more restrictive one wins instead.
 * Saying nothing restricts nothing.
 *
 * A restated `dm` is later than whatever stands for a single platform, so it goes first and every platform that either
 * spoke of follows it.
 */
export const restated = (
  ours: ReadonlyArray<ConsentEntry>,
  theirs: ReadonlyArray<ConsentEntry>
): ReadonlyArray<Restatement> => {
  const channels = [...new Set([...ours, ...theirs].map((entry) => entry.channel))]
  const differ = (channel: ConsentChannel, scope: Effective): boolean => {
    const mine = current(ours, channel, scope)
    const other = current(theirs, channel, scope)
    return mine !== undefined && other !== undefined && !sameAnswer(mine, other)
  }
  return channels
    .toSorted((a, b) => Number(b === "dm") - Number(a === "dm"))
    .flatMap((channel) =>
      scopes.flatMap((scope) => {
        const said = [current(ours, channel, scope), current(theirs, channel, scope)].filter((one) => one !== undefined)
        const [first, ...rest] = said
        const overruled = channel !== "dm" && covers("dm", channel) && differ("dm", scope)
        if (first === undefined || !(overruled || differ(channel, scope))) return []
        return [{ channel, scope, entry: rest.reduce(strictest, first) }]
      })
    )
}
