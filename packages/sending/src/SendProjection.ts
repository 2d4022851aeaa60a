/**
 * What a Person's decisions about a message write: the send, its steps, the queue's row and, once it is settled, the
 * event. All of it in the statement of the decision, so that no message is queued that was not admitted, and none
 * admitted is lost.
 */
import type { Row } from "@loopdrive/actor/Behavior"
import type { Projection } from "@loopdrive/actor/Turn"
import type { Metadata } from "@loopdrive/domain/Json"
import { eventRow, events } from "@loopdrive/events/EventTable"
import type { About, Fact, Message, Person, SettleSend } from "@loopdrive/person/Published"
import * as EventType from "./core/EventType.ts"
import * as Queue from "./Queue.ts"
import { changed, composed, sends, steps } from "./SendTable.ts"

const iso = (millis: number | undefined): string | null =>
  millis === undefined ? null : new Date(millis).toISOString()

/** A fact with the person it is about. */
interface Told {
  readonly person: Person
  readonly personId: string
  readonly at: number
}

type Of<Tag extends Fact["event"]["_tag"]> = Extract<Fact["event"], { readonly _tag: Tag }>

const step = ({ at, person }: Told, sendId: string, name: string, detail: Metadata): Row => ({
  table: "send_steps",
  values: { send_id: sendId, workspace_id: person.workspaceId, step: name, detail, at: iso(at) }
})

const sendRow = (
  { at, person, personId }: Told,
  {
    eventId,
    message,
    recipient,
    sendId
  }: {
    readonly sendId: string
    readonly eventId: string
    readonly recipient: string | undefined
    readonly message: Message
  },
  state: { readonly state: string; readonly reason: string | undefined; readonly notBefore: number | undefined }
): Row => ({
  table: "sends",
  values: {
    id: sendId,
    workspace_id: person.workspaceId,
    person_id: personId,
    channel: message.channel,
    brand_id: message.brandId,
    objective: message.objective,
    purpose: message.purpose,
    recipient,
    subject: message.subject,
    body_text: message.text,
    body_html: message.html,
    from_address: message.from,
    reply_to: message.replyTo,
    metadata: message.metadata,
    job_id: message.jobId,
    state: state.state,
    reason: state.reason,
    error: state.state === "failed" ? state.reason : undefined,
    attempts: 0,
    event_id: eventId,
    not_before: iso(state.notBefore),
    queued_at: iso(at),
    updated_at: iso(at)
  }
})

interface Change {
  readonly state: string
  readonly reason?: string | undefined
  readonly error?: string | undefined
  readonly provider?: string
  readonly externalId?: string
  readonly notBefore?: number | undefined
  readonly sentAt?: number
}

const changeRow = ({ at }: Told, { attempts, sendId }: About, change: Change): Row => ({
  table: "sends.changed",
  values: {
    id: sendId,
    attempts,
    state: change.state,
    reason: change.reason ?? null,
    error: change.error ?? null,
    provider: change.provider ?? null,
    external_id: change.externalId ?? null,
    not_before: iso(change.notBefore),
    sent_at: iso(change.sentAt),
    updated_at: iso(at)
  }
})

const ofSend = (
  { at, person, personId }: Told,
  about: Omit<About, "attempts">,
  event: { readonly type: string; readonly source: string; readonly payload: Metadata }
): Row =>
  eventRow({
    id: about.eventId,
    workspaceId: person.workspaceId,
    organizationId: person.organizationId,
    personId,
    sendId: about.sendId,
    type: event.type,
    channel: about.channel,
    source: event.source,
    payload: { ...EventType.content(about), ...event.payload },
    ts: at
  })

const failedEvent = (told: Told, about: Omit<About, "attempts">, source: string, reason: string): Row =>
  ofSend(told, about, { type: EventType.failed(about.channel), source, payload: { reason } })

/** What has left with its admission, and what of it its queue is to do. */
const expressRows = (
  told: Told,
  event: Of<"SendAdmitted">,
  leaving: NonNullable<Of<"SendAdmitted">["leaving"]>
): ReadonlyArray<Row> => {
  const { admission, findings, message } = event
  const { sendId } = admission
  return [
    sendRow(told, { ...event, sendId }, { state: "leaving", reason: undefined, notBefore: undefined }),
    Queue.row(Queue.nameOf(message.channel, "send"), {
      sendId,
      due: leaving.comesUp,
      at: told.at,
      turn: "first",
      bulk: false
    }),
    step(told, sendId, "admitted", { findings }),
    step(told, sendId, "leaving", { findings: leaving.findings, words: leaving.words })
  ]
}

const admittedRows = (told: Told, event: Of<"SendAdmitted">): ReadonlyArray<Row> => {
  const { admission, findings, leaving, message, until } = event
  if (leaving !== undefined) return expressRows(told, event, leaving)
  const { deferredFor, due, sendId } = admission
  const isLater = deferredFor !== undefined || (message.notBefore ?? 0) > told.at
  const queue = Queue.nameOf(message.channel, message.text === undefined ? "compose" : "send")
  return [
    sendRow(
      told,
      { ...event, sendId },
      {
        state: isLater ? "deferred" : "queued",
        reason: deferredFor,
        notBefore: isLater ? until : undefined
      }
    ),
    // What is to be composed is composed now, whenever it is to leave.
    Queue.row(queue, {
      sendId,
      due: message.text === undefined ? told.at : due,
      at: told.at,
      turn: "first",
      bulk: message.jobId !== undefined
    }),
    step(told, sendId, "admitted", { findings })
  ]
}

const refusedRows = (told: Told, event: Of<"SendRefused">): ReadonlyArray<Row> => {
  const { message, reason, sendId } = event
  return [
    sendRow(told, event, { state: "failed", reason, notBefore: undefined }),
    step(told, sendId, "refused", { reason, findings: event.findings }),
    failedEvent(
      told,
      { ...event, channel: message.channel, subject: message.subject, text: message.text },
      "loopdrive",
      reason
    )
  ]
}

/** Where an express was settled. */
const itemRows = ({ at }: Told, { channel, express, outcome, sendId }: SettleSend): ReadonlyArray<Row> => {
  if (express === undefined) return []
  const isTriedAgain = outcome._tag === "Retrying" || outcome._tag === "Postponed"
  const again = isTriedAgain ? express.again : undefined
  return [Queue.settledRow(Queue.nameOf(channel, "send"), { sendId, at, again })]
}

const settledRows = (told: Told, { admission, settled }: Of<"SendSettled">): ReadonlyArray<Row> => {
  const { outcome } = settled
  const { _tag, ...detail } = outcome
  const noted = step(told, settled.sendId, _tag.toLowerCase(), { ...detail, attempts: settled.attempts })
  const of = (change: Change) => changeRow(told, settled, change)
  switch (outcome._tag) {
    case "Sent":
      return [
        of({ state: "sent", provider: outcome.provider, externalId: outcome.externalId, sentAt: told.at }),
        noted,
        ofSend(told, settled, {
          type: EventType.sent(settled.channel),
          source: outcome.provider,
          payload: { state: "sent", externalId: outcome.externalId }
        })
      ]
    case "Failed":
      return [
        of({ state: "failed", reason: outcome.reason, error: outcome.error, provider: outcome.provider }),
        noted,
        failedEvent(told, settled, outcome.provider, outcome.reason)
      ]
    case "Unknown":
      return [
        of({
          state: "unknown",
          reason: "unknown_outcome",
          error: outcome.error,
          provider: outcome.provider
        }),
        noted
      ]
    case "Retrying":
      return [of({ state: "leaving", error: outcome.error }), noted]
    case "Postponed":
      return [
        of(
          admission.due > told.at
            ? { state: "deferred", reason: admission.deferredFor, error: outcome.error, notBefore: admission.due }
            : { state: "queued", error: outcome.error }
        ),
        noted,
        ...(outcome.again === undefined
          ? []
          : [
              Queue.row(Queue.nameOf(settled.channel, "send"), {
                sendId: settled.sendId,
                due: outcome.again,
                at: told.at,
                turn: "again",
                bulk: true
              })
            ])
      ]
  }
}

const stoppedRows = (told: Told, about: About, state: "failed" | "cancelled", reason: string, findings: Metadata) => [
  changeRow(told, about, { state, reason, error: reason, provider: "loopdrive" }),
  step(told, about.sendId, state === "failed" ? "refused" : "cancelled", { reason, ...findings }),
  failedEvent(told, about, "loopdrive", reason)
]

const composedRows = (told: Told, { admission, composed: words }: Of<"SendComposed">): ReadonlyArray<Row> => [
  {
    table: "sends.composed",
    values: { id: words.sendId, subject: words.subject ?? null, body_text: words.text, body_html: words.html ?? null }
  },
  Queue.row(Queue.nameOf(words.channel, "send"), {
    sendId: words.sendId,
    due: Math.max(told.at, admission.due),
    at: told.at,
    turn: "first",
    bulk: true
  }),
  step(told, words.sendId, "composed", words.trail)
]

const deferredRows = (told: Told, { about, admission, findings, until }: Of<"SendDeferred">): ReadonlyArray<Row> => [
  changeRow(told, about, { state: "deferred", reason: admission.deferredFor, notBefore: until }),
  Queue.row(Queue.nameOf(about.channel, "send"), {
    sendId: about.sendId,
    due: admission.due,
    at: told.at,
    turn: "again",
    bulk: true
  }),
  step(told, about.sendId, "deferred", { reason: admission.deferredFor, findings })
]

const rows = ({ at, event, personId }: Fact, person: Person): ReadonlyArray<Row> => {
  const told: Told = { at, personId, person }
  switch (event._tag) {
    case "SendAdmitted":
      return admittedRows(told, event)
    case "SendRefused":
      return refusedRows(told, event)
    case "SendDisplaced": {
      const { deferredFor, due, sendId } = event.admission
      return [step(told, sendId, "displaced", { by: event.by, reason: deferredFor, until: iso(due) })]
    }
    case "SendDeferred":
      return deferredRows(told, event)
    case "SendLeaving":
      return [
        changeRow(told, event.about, { state: "leaving" }),
        step(told, event.about.sendId, "leaving", { findings: event.findings, words: event.words })
      ]
    case "SendComposed":
      return composedRows(told, event)
    case "SendCancelled":
      return stoppedRows(told, event.about, "cancelled", "cancelled", {})
    case "SendStopped":
      return stoppedRows(told, event.about, "failed", event.reason, { findings: event.findings })
    case "SendSettled":
      return [...settledRows(told, event), ...itemRows(told, event.settled)]
    default:
      return []
  }
}

/** Joins the turns of the Person. */
export const projection: Projection = {
  type: "Person",
  tables: [sends, changed, composed, steps, events, Queue.table, Queue.settled],
  rows: (_id, fact, person) => rows(fact as Fact, person as Person)
}
