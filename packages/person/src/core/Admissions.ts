/**
 * What a person remembers of its sends, and who of them may have the slots of a cap. A cap is about messages that left or
 * are on their way; those that wait compete for what remains, the best first: by priority, then by expected value, then by
 * who came first.
 */
import * as FrequencyCap from "@loopdrive/domain/FrequencyCap"
import type { Cap, Counted } from "@loopdrive/domain/FrequencyCap"
import { windowMost } from "@loopdrive/domain/SendPolicy"
import type { Admission } from "./State.ts"

/** A person is never sent this much; more waiting messages are a loop in somebody's program. */
export const openMost = 1000

const matters = (admission: Admission, now: number): boolean =>
  admission.state !== "ended" ||
  (admission.purpose === "marketing" && admission.countsAt !== undefined && admission.countsAt > now - windowMost)

/** Adds an admission or replaces it; what no decision can ask about any more is let go. */
export const record = (
  admissions: ReadonlyArray<Admission>,
  changed: Admission,
  now: number
): ReadonlyArray<Admission> => [
  ...admissions.filter((known) => known.sendId !== changed.sendId && matters(known, now)),
  ...(matters(changed, now) ? [changed] : [])
]

export const find = (admissions: ReadonlyArray<Admission>, sendId: string): Admission | undefined =>
  admissions.find((admission) => admission.sendId === sendId)

/** Who competes for slots. */
export type Competitor = Pick<Admission, "askedAt" | "channel" | "priority" | "sendId" | "value">

/** Negative: `a` goes first. */
export const byMerit = (a: Competitor, b: Competitor): number =>
  b.priority - a.priority || b.value - a.value || a.askedAt - b.askedAt || (a.sendId < b.sendId ? -1 : 1)

const isMarketing = ({ purpose }: Admission): boolean => purpose === "marketing"

/** What has left or is on its way, as of `at`. */
export const counted = (admissions: ReadonlyArray<Admission>, at: number): ReadonlyArray<Counted> =>
  admissions.flatMap(({ channel, countsAt, purpose }) =>
    purpose === "marketing" && countsAt !== undefined && countsAt <= at ? [{ channel, at: countsAt }] : []
  )

/** Those that wait and are due by `by`. */
export const waiting = (admissions: ReadonlyArray<Admission>, by: number): ReadonlyArray<Admission> =>
  admissions.filter((admission) => isMarketing(admission) && admission.state === "waiting" && admission.due <= by)

/** Those that were told to wait for a slot later than `after`: it is taken. */
export const planned = (admissions: ReadonlyArray<Admission>, after: number): ReadonlyArray<Counted> =>
  admissions.flatMap((admission) =>
    isMarketing(admission) &&
    admission.state === "waiting" &&
    admission.deferredFor === "capped" &&
    admission.due > after
      ? [{ channel: admission.channel, at: admission.due }]
      : []
  )

/** The competitors that get a slot at `at`, best first. */
export const winners = <C extends Competitor>(
  caps: ReadonlyArray<Cap>,
  taken: ReadonlyArray<Counted>,
  competitors: ReadonlyArray<C>,
  at: number
): ReadonlyArray<C> => {
  const won: Array<C> = []
  const full: Array<Counted> = [...taken]
  for (const competitor of competitors.toSorted(byMerit)) {
    if (FrequencyCap.decide(caps, full, competitor.channel, at)._tag === "Capped") continue
    full.push({ channel: competitor.channel, at })
    won.push(competitor)
  }
  return won
}

/** The first instant from `at` on with a slot, as far as anybody knows; undefined: there is never one. */
export const slotAfter = (
  caps: ReadonlyArray<Cap>,
  taken: ReadonlyArray<Counted>,
  channel: string,
  at: number
): number | undefined => {
  let next = at
  // Caps hand one another on at most once for every slot that is taken.
  for (let step = 0; step <= taken.length; step++) {
    const verdict = FrequencyCap.decide(caps, taken, channel, next)
    if (verdict._tag === "Allowed") return next
    if (verdict.freesAt === undefined || verdict.freesAt <= next) return undefined
    next = verdict.freesAt
  }
  return next
}
