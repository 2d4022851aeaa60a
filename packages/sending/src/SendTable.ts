/**
 * What a Person's decision about a message writes: the send, the queue's row and, once it is settled, the event. All of
 * it in the statement of the decision, so that no message is queued that was not admitted, and none admitted is lost.
 */
import type { Row } from "@loopdrive/actor/Behavior"
import type { Table } from "@loopdrive/actor/Table"
import type { Projection } from "@loopdrive/actor/Turn"
import { eventRow, events } from "@loopdrive/events/EventTable"
import type { Fact, Message, Person, SettleSend } from "@loopdrive/person/Published"
import * as EventType from "./core/EventType.ts"
import * as Queue from "./Queue.ts"

export const sends: Table = {
  name: "sends",
  columns: {
    id: "text",
    workspace_id: "text",
    person_id: "text",
    channel: "text",
    brand_id: "text",
    objective: "text",
    purpose: "text",
    recipient: "text",
    subject: "text",
    body_text: "text",
    body_html: "text",
    from_address: "text",
    reply_to: "text",
    metadata: "jsonb",
    state: "text",
    reason: "text",
    error: "text",
    attempts: "int",
    event_id: "text",
    not_before: "timestamptz",
    queued_at: "timestamptz",
    updated_at: "timestamptz"
  },
  mode: "append"
}

/** The same table as the outcome of an attempt changes it. */
export const settled: Table = {
  name: "sends",
  alias: "sends.settled",
  columns: {
    id: "text",
    state: "text",
    reason: "text",
    error: "text",
    provider: "text",
    external_id: "text",
    attempts: "int",
    sent_at: "timestamptz",
    updated_at: "timestamptz"
  },
  mode: "update",
  key: ["id"]
}

const iso = (millis: number | undefined): string | null =>
  millis === undefined ? null : new Date(millis).toISOString()

interface Recorded {
  readonly sendId: string
  readonly eventId: string
  readonly recipient: string | undefined
  readonly message: Message
}

const sendRow = (
  person: Person,
  personId: string,
  at: number,
  recorded: Recorded,
  state: string,
  reason?: string
): Row => ({
  table: "sends",
  values: {
    id: recorded.sendId,
    workspace_id: person.workspaceId,
    person_id: personId,
    channel: recorded.message.channel,
    brand_id: recorded.message.brandId,
    objective: recorded.message.objective,
    purpose: recorded.message.purpose,
    recipient: recorded.recipient,
    subject: recorded.message.subject,
    body_text: recorded.message.text,
    body_html: recorded.message.html,
    from_address: recorded.message.from,
    reply_to: recorded.message.replyTo,
    metadata: recorded.message.metadata,
    state,
    reason,
    error: reason,
    attempts: 0,
    event_id: recorded.eventId,
    not_before: iso(recorded.message.notBefore),
    queued_at: iso(at),
    updated_at: iso(at)
  }
})

const admittedRows = (person: Person, personId: string, at: number, recorded: Recorded): ReadonlyArray<Row> => {
  const due = Math.max(at, recorded.message.notBefore ?? at)
  return [
    sendRow(person, personId, at, recorded, due > at ? "deferred" : "queued"),
    Queue.row(Queue.nameOf(recorded.message.channel), recorded.sendId, due, at)
  ]
}

const failedEvent = (
  person: Person,
  personId: string,
  at: number,
  send: {
    readonly sendId: string
    readonly eventId: string
    readonly channel: string
    readonly subject?: string | undefined
    readonly text: string
  },
  source: string,
  reason: string
): Row =>
  eventRow({
    id: send.eventId,
    workspaceId: person.workspaceId,
    organizationId: person.organizationId,
    personId,
    sendId: send.sendId,
    type: EventType.failed(send.channel),
    channel: send.channel,
    source,
    payload: { ...EventType.content(send), reason },
    ts: at
  })

const settledRows = (person: Person, personId: string, at: number, send: SettleSend): ReadonlyArray<Row> => {
  const values = { id: send.sendId, attempts: send.attempts, updated_at: iso(at) }
  const { outcome } = send
  switch (outcome._tag) {
    case "Sent":
      return [
        {
          table: "sends.settled",
          values: {
            ...values,
            state: "sent",
            provider: outcome.provider,
            external_id: outcome.externalId,
            sent_at: iso(at)
          }
        },
        eventRow({
          id: send.eventId,
          workspaceId: person.workspaceId,
          organizationId: person.organizationId,
          personId,
          sendId: send.sendId,
          type: EventType.sent(send.channel),
          channel: send.channel,
          source: outcome.provider,
          payload: { ...EventType.content(send), state: "sent", externalId: outcome.externalId },
          ts: at
        })
      ]
    case "Failed":
      return [
        {
          table: "sends.settled",
          values: {
            ...values,
            state: "failed",
            reason: outcome.reason,
            error: outcome.error,
            provider: outcome.provider
          }
        },
        failedEvent(person, personId, at, send, outcome.provider, outcome.reason)
      ]
    case "Postponed":
      return [{ table: "sends.settled", values: { ...values, state: "queued", error: outcome.error } }]
  }
}

const rows = (fact: Fact, person: Person): ReadonlyArray<Row> => {
  const { at, event, personId } = fact
  switch (event._tag) {
    case "SendAdmitted":
      return admittedRows(person, personId, at, event)
    case "SendRefused": {
      const send = {
        ...event,
        channel: event.message.channel,
        subject: event.message.subject,
        text: event.message.text
      }
      return [
        sendRow(person, personId, at, event, "failed", event.reason),
        failedEvent(person, personId, at, send, "loopdrive", event.reason)
      ]
    }
    case "SendSettled":
      return settledRows(person, personId, at, event.settled)
    default:
      return []
  }
}

/** Joins the turns of the Person. */
export const projection: Projection = {
  type: "Person",
  tables: [sends, settled, events, Queue.table],
  rows: (_id, fact, person) => rows(fact as Fact, person as Person)
}
