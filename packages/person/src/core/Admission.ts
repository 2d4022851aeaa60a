/**
 * Whether a message may be sent, decided in one turn of the person it is for: is there somewhere to send it, does the
 * person allow it, is it its turn. Refused messages are recorded too.
 */
import type { Channel } from "@loopdrive/domain/Channel"
import type { Reason } from "@loopdrive/domain/Delivery"
import * as Ids from "@loopdrive/domain/Ids"
import { reachedBy } from "@loopdrive/domain/Reach"
import type { SendPolicy } from "@loopdrive/domain/SendPolicy"
import * as Result from "effect/Result"
import * as Admissions from "./Admissions.ts"
import type { AdmitSend, Message } from "./Command.ts"
import * as Contest from "./Contest.ts"
import type { Facts } from "./Facts.ts"
import type { Event } from "./Event.ts"
import { TooMany } from "./Refusal.ts"
import type { Reply } from "./Reply.ts"
import * as Rules from "./Rules.ts"
import type { Admission, Person } from "./State.ts"

/** The address of a person on a channel: its own before an absorbed person's, the primary, the verified, the oldest. */
export const addressOn = (person: Person, channel: Channel): string | undefined => {
  for (const type of reachedBy(channel)) {
    const [best] = person.identities
      .filter((identity) => identity.type === type)
      .toSorted(
        (a, b) =>
          Number(b.personId === person.id) - Number(a.personId === person.id) ||
          Number(b.isPrimary) - Number(a.isPrimary) ||
          Number(b.verified) - Number(a.verified) ||
          a.createdAt - b.createdAt
      )
    if (best !== undefined) return best.value
  }
  return undefined
}

/** The event of the timeline that a send ends in, known from the start. */
const eventIdOf = (sendId: string): string => sendId.replace(/^[a-z]+_/, `${Ids.prefixes.event}_`)

/** A day: what nobody sent by then is old news. */
export const latenessDefault = 24 * 60 * 60 * 1000

export interface Outcome {
  readonly events: ReadonlyArray<Event>
  readonly reply: Reply
}

const admissionOf = (message: Message, personId: string, sendId: string, now: number): Admission => {
  const wanted = Math.max(now, message.notBefore ?? now)
  return {
    sendId,
    personId,
    channel: message.channel,
    purpose: message.purpose,
    state: "waiting",
    askedAt: now,
    due: wanted,
    deferredFor: undefined,
    expiresAt: wanted + (message.latenessMost ?? latenessDefault),
    countsAt: undefined,
    priority: message.priority ?? 0,
    value: message.value ?? 0,
    refuses: message.refuses === true,
    confirmation: message.confirmation === true,
    sameAs: message.purpose === "marketing" ? message.sameAs : undefined
  }
}

const schedule: Rules.Check = (course, { admission, now }) =>
  admission.due > now ? Rules.pass(course, "schedule", { scheduledFor: new Date(admission.due).toISOString() }) : course

const capInputs = ({ caps, contestMillis }: SendPolicy, { priority, value }: Admission) => ({
  caps,
  contestMillis,
  priority,
  value
})

/** The cap as it speaks at once; one that is scheduled is asked as it leaves. */
const slot = (
  course: Rules.Course,
  { admission, now, person, policy }: Rules.Asked
): { readonly course: Rules.Course; readonly displaced: ReadonlyArray<Admission> } => {
  const none = (to: Rules.Course) => ({ course: to, displaced: [] })
  if (course.stopped !== undefined || admission.purpose !== "marketing" || admission.due > now) return none(course)
  const ruling = Contest.enter(person.admissions, admission, policy, now)
  const inputs = capInputs(policy, admission)
  if (ruling._tag === "Full")
    return none(Rules.defer(course, "cap", "capped", { until: ruling.until, again: admission.expiresAt }, inputs))
  const displaced = ruling.displaced.map(({ sendId }) => sendId)
  const passed = Rules.pass(course, "cap", {
    ...inputs,
    ...(ruling.due > now ? { contestUntil: new Date(ruling.due).toISOString() } : {}),
    ...(displaced.length > 0 ? { displaced } : {})
  })
  return { course: { ...passed, at: ruling.due }, displaced: ruling.displaced }
}

/** What the rules say of a new message. */
const judge = (asked: Rules.Asked) => {
  const before = Rules.run(Rules.pass(Rules.start(asked.admission.due), "identity", {}), asked, [
    Rules.consent,
    Rules.suppression,
    Rules.guardrail,
    Rules.lint,
    Rules.lateness,
    schedule
  ])
  const { course, displaced } = slot(before, asked)
  // Windows and quotas of a later time are asked as it leaves.
  const now = course.at > asked.now ? [] : [Rules.window, Rules.quota]
  return { course: Rules.run(course, asked, [Rules.quietHours, ...now]), displaced }
}

/** `personId`: whom the message is for, of all whom the person stands for. */
export const admit = (
  person: Person,
  { express, message, outside, policy }: Omit<AdmitSend, "_tag">,
  personId: string,
  facts: Facts
): Result.Result<Outcome, TooMany> => {
  const open = person.admissions.filter(({ state }) => state !== "ended")
  if (open.length >= Admissions.openMost)
    return Result.fail(new TooMany({ what: "waiting sends", limit: Admissions.openMost }))
  const sendId = express?.sendId ?? Ids.fresh("send", facts)
  const eventId = eventIdOf(sendId)
  const recipient = message.recipient ?? addressOn(person, message.channel)
  const refused = (reason: Reason, findings: Rules.Course["findings"]): Outcome => ({
    events: [{ _tag: "SendRefused", sendId, eventId, recipient, message, reason, findings }],
    reply: { _tag: "NotAdmitted", sendId, reason }
  })
  if (recipient === undefined)
    return Result.succeed(
      refused("no_identity", Rules.stop(Rules.start(facts.now), "identity", "no_identity", {}).findings)
    )
  const admission = admissionOf(message, personId, sendId, facts.now)
  const { course, displaced } = judge({ person, admission, recipient, policy, outside, now: facts.now })
  const no = course.stopped ?? (admission.refuses ? course.reason : undefined)
  if (no !== undefined) return Result.succeed(refused(no, course.findings))
  const due = Math.min(course.at, Math.max(admission.expiresAt, admission.due))
  const admitted: Admission = { ...admission, due, deferredFor: course.reason }
  return Result.succeed({
    events: [
      {
        _tag: "SendAdmitted",
        admission: admitted,
        eventId,
        recipient,
        message,
        until: course.known ? due : undefined,
        findings: course.findings
      },
      ...displaced.map((one): Event => ({ _tag: "SendDisplaced", admission: one, by: sendId }))
    ],
    reply: { _tag: "Admitted", sendId, due }
  })
}

/** What an admission would have come to. */
export const rehearsed = ({ events, reply }: Outcome): Outcome => {
  if (reply._tag === "NotAdmitted")
    return { events: [], reply: { _tag: "Rehearsed", outcome: "refused", reason: reply.reason } }
  const reason = events.flatMap((event) => (event._tag === "SendAdmitted" ? [event.admission.deferredFor] : []))[0]
  return {
    events: [],
    reply: { _tag: "Rehearsed", outcome: reason === undefined ? "leaves" : "waits", reason }
  }
}
