/**
 * A message that leaves in the turn that admits it, because a worker is free: the same as if the worker had asked in the
 * very next turn. It is judged twice, as everybody is: as it is asked for, and as it leaves.
 */
import * as Result from "effect/Result"
import * as Admission from "./Admission.ts"
import type { AdmitSend, BeginSend, Express } from "./Command.ts"
import { evolve } from "./Evolve.ts"
import type { Facts } from "./Facts.ts"
import * as Leaving from "./Leaving.ts"
import type { TooMany } from "./Refusal.ts"
import type { Person } from "./State.ts"

/** What was looked at as it was asked for is not looked at again. */
const asItLeaves = ({ quota, suppressed, window }: AdmitSend["outside"]): BeginSend["outside"] => ({
  quota,
  suppressed,
  window
})

const begun = (
  person: Person,
  { message, outside, policy }: AdmitSend,
  { patience, words }: Express,
  { events, reply }: Admission.Outcome,
  facts: Facts
): Admission.Outcome => {
  const { now } = facts
  const [admitted, ...others] = events
  if (admitted?._tag !== "SendAdmitted" || reply._tag !== "Admitted" || reply.due > now) return { events, reply }
  const { admission, eventId, recipient } = admitted
  const { personId, sendId } = admission
  const after = events.reduce((known, event) => evolve(known, { personId, at: now, event }), person)
  const { channel, subject, text } = message
  const about = { sendId, eventId, channel, recipient, subject, text, attempts: 0 }
  const [leaving] = Leaving.begin(
    after,
    { ...about, _tag: "BeginSend", policy, outside: asItLeaves(outside), idempotent: true, words },
    facts
  ).events
  // It waits, and will be told why as its queue hands it out.
  if (leaving?._tag !== "SendLeaving") return { events, reply }
  const left = { words, findings: leaving.findings, comesUp: now + patience }
  return {
    events: [{ ...admitted, admission: leaving.admission, leaving: left }, ...others],
    reply: { ...reply, leaving: { personId, recipient, eventId, at: now } }
  }
}

/** As `Admission.admit`; an express leaves, if it may. */
export const admit = (
  person: Person,
  ask: AdmitSend,
  personId: string,
  facts: Facts
): Result.Result<Admission.Outcome, TooMany> => {
  const { express } = ask
  const admitted = Admission.admit(person, ask, personId, facts)
  return express === undefined
    ? admitted
    : Result.map(admitted, (outcome) => begun(person, ask, express, outcome, facts))
}
