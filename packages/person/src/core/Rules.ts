/**
 * The rules a message must pass, each with what it looked at. In this order: identity, merge, consent, suppression,
 * guardrail, lint, lateness, schedule, cap, quiet hours, window, quota. The first that says no ends it; one that says later moves
 * the time at which the next are asked.
 */
import { social } from "@loopdrive/domain/Channel"
import type { Channel } from "@loopdrive/domain/Channel"
import type { Reason } from "@loopdrive/domain/Delivery"
import type { Finding, Rule } from "@loopdrive/domain/Explanation"
import type { Metadata } from "@loopdrive/domain/Json"
import { reachedBy } from "@loopdrive/domain/Reach"
import * as PhoneZone from "@loopdrive/domain/PhoneZone"
import * as QuietHours from "@loopdrive/domain/QuietHours"
import { rulesVersion } from "@loopdrive/domain/SendPolicy"
import type { SendPolicy } from "@loopdrive/domain/SendPolicy"
import { isZone } from "@loopdrive/domain/TimeZone"
import type { Outside } from "./Command.ts"
import * as Consent from "./Consent.ts"
import type { Admission, Person } from "./State.ts"

/** What the rules have come to so far. */
export interface Course {
  readonly findings: ReadonlyArray<Finding>
  /** When it may leave, as far as the rules asked so far say. */
  readonly at: number
  /** Whether `at` is known, or only when to ask again. */
  readonly known: boolean
  readonly reason: Reason | undefined
  readonly stopped: Reason | undefined
}

export const start = (at: number): Course => ({
  findings: [],
  at,
  known: true,
  reason: undefined,
  stopped: undefined
})

const noted = (course: Course, rule: Rule, outcome: Finding["outcome"], inputs: Metadata): Course => ({
  ...course,
  findings: [...course.findings, { rule, version: rulesVersion, inputs, outcome }]
})

export const pass = (course: Course, rule: Rule, inputs: Metadata): Course => noted(course, rule, "pass", inputs)

export const stop = (course: Course, rule: Rule, reason: Reason, inputs: Metadata): Course => ({
  ...noted(course, rule, "refuse", inputs),
  stopped: reason
})

/** `until` undefined: nobody knows; it is asked again at `again`. */
export const defer = (
  course: Course,
  rule: Rule,
  reason: Reason,
  times: { readonly until: number | undefined; readonly again: number },
  inputs: Metadata
): Course => ({
  ...noted(course, rule, "defer", {
    ...inputs,
    ...(times.until === undefined ? {} : { until: new Date(times.until).toISOString() })
  }),
  at: times.until ?? times.again,
  known: course.known && times.until !== undefined,
  reason: course.reason ?? reason
})

/** Asked where nothing is known: an hour on. */
const askAgain = 60 * 60 * 1000

export interface Asked {
  readonly person: Person
  readonly admission: Admission
  readonly recipient: string
  readonly policy: SendPolicy
  readonly outside: Outside
  readonly now: number
}

export type Check = (course: Course, asked: Asked) => Course

/** Marketing goes to an address of the person's own: a merge that was undone may have given it back to somebody else. */
export const identity: Check = (course, { admission, person, recipient }) => {
  if (admission.purpose !== "marketing" || recipient === "") return course
  const isOwn = person.identities.some(
    ({ type, value }) => value === recipient && reachedBy(admission.channel).includes(type)
  )
  return isOwn ? pass(course, "identity", {}) : stop(course, "identity", "no_identity", {})
}

/** Two people were sent the same and turned out to be one. */
export const merge: Check = (course, { admission, person }) => {
  const same = person.admissions.find(
    (other) =>
      admission.sameAs !== undefined &&
      other.sameAs === admission.sameAs &&
      other.personId !== admission.personId &&
      (other.countsAt !== undefined || (other.state === "waiting" && other.sendId < admission.sendId))
  )
  return same === undefined ? course : stop(course, "merge", "merged_duplicate", { duplicateOf: same.sendId })
}

export const consent: Check = (course, { admission, now, person, policy }) => {
  const { channel, confirmation, purpose } = admission
  const entry = Consent.current(person.consents, channel, "marketing")
  const reason = Consent.refuses(person.consents, channel, purpose, now)
  const inputs = {
    purpose,
    ...(entry === undefined ? {} : { consentId: entry.id, status: entry.status, source: entry.source })
  }
  const asksToConfirm = confirmation && policy.doubleOptIn && reason === "consent_pending"
  return reason === undefined || asksToConfirm
    ? pass(course, "consent", asksToConfirm ? { ...inputs, doubleOptIn: true } : inputs)
    : stop(course, "consent", reason, inputs)
}

export const suppression: Check = (course, { admission, outside, recipient }) => {
  const found = outside.suppressed?.find(
    ({ address, marketingOnly, reason }) =>
      address === recipient &&
      (!marketingOnly || admission.purpose === "marketing") &&
      // Whoever said stop is told that it was heard, and whoever asks for help is answered.
      !(reason === "stop" && admission.purpose === "transactional" && admission.confirmation)
  )
  return found === undefined
    ? pass(course, "suppression", {})
    : stop(course, "suppression", "suppressed", { reason: found.reason })
}

export const guardrail: Check = (course, { outside }) => {
  if (outside.guardrail === undefined) return course
  const { safe, violations } = outside.guardrail
  return safe ? pass(course, "guardrail", {}) : stop(course, "guardrail", "guardrail", { violations })
}

export const lint: Check = (course, { outside }) => {
  if (outside.lint === undefined) return course
  const { findings, passed } = outside.lint
  return passed ? pass(course, "lint", { findings }) : stop(course, "lint", "lint", { findings })
}

export const lateness: Check = (course, { admission, now }) => {
  const inputs = { expiresAt: new Date(admission.expiresAt).toISOString() }
  return now > admission.expiresAt ? stop(course, "lateness", "expired", inputs) : pass(course, "lateness", inputs)
}

const isKeptBack = (channel: Channel): boolean => channel === "sms" || social.some((name) => name === channel)

/** Where the person may be: what it says itself, or wherever its telephone may ring, or where the workspace is. */
export const zonesOf = (
  person: Person,
  recipient: string,
  policy: SendPolicy
): { readonly zones: ReadonlyArray<string>; readonly from: "person" | "phone" | "workspace" | "nowhere" } => {
  const own = person.profile.timezone
  if (own !== undefined && isZone(own)) return { zones: [own], from: "person" }
  const number = recipient.startsWith("+") ? recipient : person.identities.find(({ type }) => type === "phone")?.value
  const ringing = number === undefined ? [] : PhoneZone.zones(number)
  if (ringing.length > 0) return { zones: ringing, from: "phone" }
  return policy.zone !== undefined && isZone(policy.zone)
    ? { zones: [policy.zone], from: "workspace" }
    : { zones: [], from: "nowhere" }
}

export const quietHours: Check = (course, { admission, person, policy, recipient }) => {
  if (admission.purpose !== "marketing" || !isKeptBack(admission.channel)) return course
  const { from, zones } = zonesOf(person, recipient, policy)
  const inputs = { zones, zonesFrom: from, quiet: policy.quiet }
  if (zones.length === 0 && admission.channel === "sms")
    return defer(course, "quiet_hours", "unknown_zone", { until: undefined, again: course.at + askAgain }, inputs)
  const until = QuietHours.quietUntil(policy.quiet, zones, course.at)
  return until === undefined
    ? pass(course, "quiet_hours", inputs)
    : defer(course, "quiet_hours", "quiet_hours", { until, again: until }, inputs)
}

export const window: Check = (course, { outside }) => {
  if (outside.window === undefined) return course
  const { lastHeard, open } = outside.window
  const inputs = lastHeard === undefined ? {} : { lastHeard: new Date(lastHeard).toISOString() }
  return open ? pass(course, "window", inputs) : stop(course, "window", "outside_window", inputs)
}

export const quota: Check = (course, { outside }) =>
  outside.quota === undefined
    ? course
    : defer(course, "quota", "quota", { until: outside.quota.freesAt, again: course.at + askAgain }, {})

/** Asks one after the other until one says no. */
export const run = (course: Course, asked: Asked, checks: ReadonlyArray<Check>): Course =>
  checks.reduce((known, check) => (known.stopped === undefined ? check(known, asked) : known), course)
