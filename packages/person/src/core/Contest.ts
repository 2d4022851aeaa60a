/**
 * Best message first: who gets the last slot of a cap. Whoever takes it waits for a moment before it leaves, and a better
 * one that comes in that time takes its place.
 */
import type { SendPolicy } from "@loopdrive/domain/SendPolicy"
import * as Admissions from "./Admissions.ts"
import type { Admission } from "./State.ts"

export type Ruling =
  /** `due`: now, or after the contest. `displaced`: who has lost its slot to it, with the new time it may leave. */
  | { readonly _tag: "Slot"; readonly due: number; readonly displaced: ReadonlyArray<Admission>; readonly left: number }
  /** `until`: absent where there will never be a slot. */
  | { readonly _tag: "Full"; readonly until: number | undefined }

const slotsAt = (at: number, competitors: ReadonlyArray<Admissions.Competitor>) =>
  competitors.map(({ channel }) => ({ channel, at }))

/** As one is admitted that may leave at once: `now`. */
export const enter = (admissions: ReadonlyArray<Admission>, me: Admission, policy: SendPolicy, now: number): Ruling => {
  const counted = Admissions.counted(admissions, now)
  const rivals = Admissions.waiting(admissions, now + policy.contestMillis)
  const won = Admissions.winners(policy.caps, counted, [...rivals, me], now)
  const taken = [...counted, ...slotsAt(now, won), ...Admissions.planned(admissions, now + policy.contestMillis)]
  if (!won.includes(me)) return { _tag: "Full", until: Admissions.slotAfter(policy.caps, taken, me.channel, now) }
  const before = Admissions.winners(policy.caps, counted, rivals, now)
  const displaced = before
    .filter((rival) => !won.includes(rival))
    .map((rival): Admission => {
      const until = Admissions.slotAfter(policy.caps, taken, rival.channel, now) ?? rival.expiresAt
      taken.push({ channel: rival.channel, at: until })
      return { ...rival, due: until, deferredFor: "capped" }
    })
  const lost = before.filter((rival) => !won.includes(rival)).map(({ due }) => due)
  const isLast =
    Admissions.winners(policy.caps, [...counted, ...slotsAt(now, won)], [{ ...me, sendId: "" }], now).length === 0
  // Who takes a place in a contest takes its end too, so that a contest does not last for ever.
  const due = isLast ? (lost.length > 0 ? Math.max(now, ...lost) : now + policy.contestMillis) : now
  return { _tag: "Slot", due, displaced, left: isLast ? 0 : 1 }
}

/** As one begins to leave: the better ones that are due as well go first. */
export const leave = (admissions: ReadonlyArray<Admission>, me: Admission, policy: SendPolicy, now: number): Ruling => {
  const others = admissions.filter(({ sendId }) => sendId !== me.sendId)
  const counted = Admissions.counted(others, now)
  const won = Admissions.winners(policy.caps, counted, [...Admissions.waiting(others, now), me], now)
  if (won.includes(me)) return { _tag: "Slot", due: now, displaced: [], left: 0 }
  const taken = [...counted, ...slotsAt(now, won), ...Admissions.planned(others, now)]
  return { _tag: "Full", until: Admissions.slotAfter(policy.caps, taken, me.channel, now) }
}
