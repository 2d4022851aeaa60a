/**
 * What a person decides about a message it admitted: whether it may leave now, whether it can still be taken back, and
 * what became of it. All of it in the person's turns, so that a cancel and a worker that come at once have an order.
 */
import type { Reason } from "@loopdrive/domain/Delivery"
import * as Admissions from "./Admissions.ts"
import type { Outcome } from "./Admission.ts"
import type { About, BeginSend, CancelSend, ComposeSend, SettleSend } from "./Command.ts"
import * as Contest from "./Contest.ts"
import type { Facts } from "./Facts.ts"
import * as Rules from "./Rules.ts"
import type { Admission, Person } from "./State.ts"

/** Clocks of a worker's database and of the process may differ by this, ms. */
const earlyMost = 250

/** A vendor remembers a key this long (Resend: 24 hours), less an hour to be on the safe side. */
const keyRemembered = 23 * 60 * 60 * 1000

const gone: Outcome = { events: [], reply: { _tag: "Gone" } }

const ended = (admission: Admission): Admission => ({ ...admission, state: "ended", countsAt: undefined })

const aboutOf = ({ attempts, channel, eventId, recipient, sendId, subject, text }: About): About => ({
  attempts,
  channel,
  eventId,
  recipient,
  sendId,
  subject,
  text
})

const slot: Rules.Check = (course, { admission, now, person, policy }) => {
  if (admission.purpose !== "marketing") return course
  const ruling = Contest.leave(person.admissions, admission, policy, now)
  const inputs = { caps: policy.caps, priority: admission.priority, value: admission.value }
  return ruling._tag === "Slot"
    ? Rules.pass(course, "cap", inputs)
    : Rules.defer(course, "cap", "capped", { until: ruling.until, again: admission.expiresAt }, inputs)
}

const checks: ReadonlyArray<Rules.Check> = [
  Rules.identity,
  Rules.merge,
  Rules.consent,
  Rules.suppression,
  Rules.guardrail,
  Rules.lint,
  Rules.lateness,
  slot,
  Rules.quietHours,
  Rules.window,
  Rules.quota
]

const stopped = (
  admission: Admission,
  ask: BeginSend,
  reason: Reason,
  findings: Rules.Course["findings"]
): Outcome => ({
  events: [{ _tag: "SendStopped", admission: ended(admission), about: aboutOf(ask), reason, findings }],
  reply: { _tag: "Stopped", reason }
})

const deferred = (admission: Admission, ask: BeginSend, course: Rules.Course, now: number): Outcome => {
  // Past its time it is asked once more, and told that it is too late.
  const due = Math.max(now + 1, Math.min(course.at, admission.expiresAt + 1))
  const later: Admission = { ...admission, due, deferredFor: course.reason }
  const until = course.known ? due : undefined
  return {
    events: [{ _tag: "SendDeferred", admission: later, about: aboutOf(ask), until, findings: course.findings }],
    reply: { _tag: "Later", until: due }
  }
}

const waits = (person: Person, admission: Admission, ask: BeginSend, facts: Facts): Outcome => {
  const { now } = facts
  if (admission.due > now + earlyMost && admission.deferredFor !== undefined) {
    // Displaced while it waited.
    const course: Rules.Course = { ...Rules.start(admission.due), reason: admission.deferredFor }
    return admission.refuses
      ? stopped(admission, ask, admission.deferredFor, [])
      : deferred(admission, ask, course, now)
  }
  if (admission.due > now + earlyMost) return deferred(admission, ask, Rules.start(admission.due), now)
  const { outside, policy, recipient = "" } = ask
  const course = Rules.run(Rules.start(now), { person, admission, recipient, policy, outside, now }, checks)
  const no = course.stopped ?? (admission.refuses ? course.reason : undefined)
  if (no !== undefined) return stopped(admission, ask, no, course.findings)
  if (course.at > now) return deferred(admission, ask, course, now)
  const leaving: Admission = { ...admission, state: "leaving", countsAt: now, deferredFor: undefined }
  return {
    events: [
      { _tag: "SendLeaving", admission: leaving, about: aboutOf(ask), words: ask.words, findings: course.findings }
    ],
    reply: { _tag: "Go" }
  }
}

const lost = (admission: Admission, ask: BeginSend): Outcome => ({
  events: [
    {
      _tag: "SendSettled",
      admission: { ...admission, state: "unknown" },
      settled: {
        ...aboutOf(ask),
        _tag: "SettleSend",
        outcome: { _tag: "Unknown", provider: "loopdrive", error: "its worker died while it was on its way" }
      }
    }
  ],
  reply: { _tag: "Unknown" }
})

export const begin = (person: Person, ask: BeginSend, facts: Facts): Outcome => {
  const admission = Admissions.find(person.admissions, ask.sendId)
  switch (admission?.state) {
    case "waiting":
      return waits(person, admission, ask, facts)
    // Its last worker did not live to tell. A vendor that knows our key will not send it twice.
    case "leaving":
      return ask.idempotent && facts.now - (admission.countsAt ?? 0) < keyRemembered
        ? { events: [], reply: { _tag: "Go" } }
        : lost(admission, ask)
    case "unknown":
    case "ended":
    case undefined:
      return gone
  }
}

export const compose = (person: Person, composed: ComposeSend): Outcome => {
  const admission = Admissions.find(person.admissions, composed.sendId)
  return admission?.state === "waiting"
    ? { events: [{ _tag: "SendComposed", admission, composed }], reply: { _tag: "Settled" } }
    : gone
}

export const cancel = (person: Person, ask: CancelSend): Outcome => {
  const admission = Admissions.find(person.admissions, ask.sendId)
  return admission?.state === "waiting"
    ? {
        events: [{ _tag: "SendCancelled", admission: ended(admission), about: aboutOf(ask) }],
        reply: { _tag: "Cancelled" }
      }
    : { events: [], reply: { _tag: "TooLate" } }
}

const after = (admission: Admission, { outcome }: SettleSend): Admission => {
  switch (outcome._tag) {
    case "Sent":
      // Only marketing counts against a cap.
      return admission.purpose === "marketing" ? { ...admission, state: "ended" } : ended(admission)
    case "Retrying":
      return admission
    case "Failed":
      return ended(admission)
    case "Postponed":
      return { ...admission, state: "waiting", countsAt: undefined }
    case "Unknown":
      return { ...admission, state: "unknown" }
  }
}

/** Told twice, or by the vendor and by the worker, it is settled once. */
export const settle = (person: Person, settled: SettleSend): Outcome => {
  const admission = Admissions.find(person.admissions, settled.sendId)
  if (admission === undefined || admission.state === "ended") return { events: [], reply: { _tag: "Settled" } }
  return {
    events: [{ _tag: "SendSettled", admission: after(admission, settled), settled }],
    reply: { _tag: "Settled" }
  }
}
