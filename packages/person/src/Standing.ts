/** A consent log as callers see it: what stands now, per channel and scope. */
import type { ConsentChannel } from "@loopdrive/domain/Channel"
import type { Purpose, Reason } from "@loopdrive/domain/Delivery"
import type * as Graph from "@loopdrive/domain/PersonGraph"
import * as Consent from "./core/Consent.ts"
import type { ConsentEntry } from "./core/State.ts"
import * as Rows from "./Rows.ts"

type Row = typeof Rows.ConsentRow.Type

/** One row of the log of the person that the caller asked for. */
export interface Logged {
  readonly personId: string
  readonly row: Row
}

/** A row of the log as the core knows it. */
export const entryOf = (row: Row): ConsentEntry => ({
  id: row.id,
  channel: row.channel,
  scope: row.scope,
  status: row.status,
  source: row.source,
  grantedAt: row.granted_at?.getTime(),
  revokedAt: row.revoked_at?.getTime(),
  expiresAt: row.expires_at?.getTime(),
  metadata: row.metadata ?? undefined,
  position: row.position,
  createdAt: row.created_at.getTime()
})

/**
 * With a channel: what stands for messages on it, whichever channel it was given for. An expired grant reads `unknown`,
 * because callers look for any `granted`.
 */
export const of = (
  log: ReadonlyArray<Logged>,
  channel: ConsentChannel | undefined,
  now: number
): ReadonlyArray<Graph.Consent> => {
  const entries = log.map(({ row }) => entryOf(row))
  const standing =
    channel === undefined ? Consent.standing(entries) : Consent.standing(Consent.speakingOf(entries, channel))
  const byId = new Map(log.map((logged) => [logged.row.id, logged]))
  return standing.flatMap(({ entry, scope }) => {
    const logged = byId.get(entry.id)
    if (logged === undefined) return []
    const consent = Rows.toConsent(logged.personId)(logged.row)
    const expired = entry.status === "granted" && entry.expiresAt !== undefined && entry.expiresAt <= now
    const { grantedAt: _, ...unsaid } = consent
    return [{ ...(expired ? { ...unsaid, status: "unknown" as const } : consent), scope }]
  })
}

/** Why a message may not go now, or `undefined`. */
export const refuses = (
  log: ReadonlyArray<Logged>,
  channel: ConsentChannel,
  purpose: Purpose,
  now: number
): Reason | undefined =>
  Consent.refuses(
    log.map(({ row }) => entryOf(row)),
    channel,
    purpose,
    now
  )
