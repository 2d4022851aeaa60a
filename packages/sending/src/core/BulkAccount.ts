/** What became of a bulk, person by person: everybody is in exactly one of the counts. */

/** `reason` counts the refused, the failed and those that wait. */
export interface Account {
  readonly candidates: number
  /** Not decided about yet, or on the way. */
  readonly queued: number
  readonly sent: number
  readonly deferred: number
  readonly refused: number
  readonly failed: number
  readonly reasons: Readonly<Record<string, number>>
  readonly costCents: number
}

/** So many candidates of one kind. `state`: of the send; absent where there is none. */
export interface Group {
  readonly done: boolean
  readonly state: string | undefined
  readonly outcome: string | undefined
  readonly reason: string | undefined
  readonly count: number
  readonly costCents: number
}

/** It was let through, and did not arrive all the same. */
const failures: ReadonlySet<string> = new Set([
  "expired",
  "cancelled",
  "provider_rejected",
  "provider_unavailable",
  "unknown_outcome"
])

const rehearsed: Readonly<Record<string, Count>> = { leaves: "sent", waits: "deferred", refused: "refused" }
type Count = "queued" | "sent" | "deferred" | "refused" | "failed"

const countOf = ({ done, outcome, reason, state }: Group): Count => {
  if (outcome !== undefined) return rehearsed[outcome] ?? "failed"
  switch (state) {
    case "sent":
    case "deferred":
      return state
    case "queued":
    case "leaving":
      return "queued"
    case "unknown":
    case "cancelled":
      return "failed"
    default:
      if (!done) return "queued"
      return reason === undefined || failures.has(reason) ? "failed" : "refused"
  }
}

const empty: Account = {
  candidates: 0,
  queued: 0,
  sent: 0,
  deferred: 0,
  refused: 0,
  failed: 0,
  reasons: {},
  costCents: 0
}

export const of = (groups: ReadonlyArray<Group>): Account =>
  groups.reduce((account, group) => {
    const count = countOf(group)
    const reason = count === "queued" || count === "sent" ? undefined : group.reason
    return {
      ...account,
      candidates: account.candidates + group.count,
      [count]: account[count] + group.count,
      costCents: account.costCents + group.costCents,
      reasons:
        reason === undefined
          ? account.reasons
          : { ...account.reasons, [reason]: (account.reasons[reason] ?? 0) + group.count }
    }
  }, empty)
