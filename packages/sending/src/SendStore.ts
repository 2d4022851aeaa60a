/** Reading sends. Every method but the worker's sees one workspace. */
import type { Channel } from "@loopdrive/domain/Channel"
import type { Purpose, Reason, SendResult, SendStatus } from "@loopdrive/domain/Delivery"
import { compact } from "@loopdrive/domain/Json"
import type { Metadata } from "@loopdrive/domain/Json"
import type { Event } from "@loopdrive/domain/Timeline"
import type { Words } from "@loopdrive/person/Published"
import * as Context from "effect/Context"
import type * as Effect from "effect/Effect"
import * as Schema from "effect/Schema"
import type { SqlError } from "effect/sql/SqlError"
import * as EventType from "./core/EventType.ts"
import { statusOf } from "./core/StatusOf.ts"
import type { Happened } from "./core/StatusOf.ts"

export class SendNotFound extends Schema.TaggedError<SendNotFound>("@loopdrive/sending/SendNotFound")("SendNotFound", {
  sendId: Schema.String
}) {}

/** A send as it is kept. */
export interface Send {
  readonly id: string
  readonly workspaceId: string
  readonly personId: string
  readonly channel: Channel
  readonly purpose: Purpose
  readonly recipient: string | undefined
  readonly subject: string | undefined
  /** Absent: not composed yet. */
  readonly text: string | undefined
  readonly html: string | undefined
  readonly from: string | undefined
  readonly replyTo: string | undefined
  readonly brandId: string | undefined
  readonly objective: string | undefined
  readonly metadata: Metadata | undefined
  readonly jobId: string | undefined
  readonly state: "queued" | "deferred" | "leaving" | "unknown" | "sent" | "failed" | "cancelled"
  readonly reason: Reason | undefined
  readonly error: string | undefined
  readonly provider: string | undefined
  readonly externalId: string | undefined
  readonly attempts: number
  readonly eventId: string
  readonly notBefore: Date | undefined
  readonly queuedAt: Date
  readonly sentAt: Date | undefined
  readonly updatedAt: Date
}

/** What was decided about a send or done with it. */
export interface Step {
  readonly step: string
  readonly detail: Metadata
  readonly at: string
}

export interface Page {
  readonly limit: number
  readonly offset: number
}

const openStates: ReadonlySet<string> = new Set(["queued", "deferred", "leaving", "unknown"])

/** Whether it was accepted and has not come to its end. */
export const isOpen = ({ state }: { readonly state: unknown }): boolean => openStates.has(String(state))

export class SendStore extends Context.Service<
  SendStore,
  {
    readonly get: (workspaceId: string, sendId: string) => Effect.Effect<Send, SqlError | SendNotFound>
    /** For the worker, which serves every workspace. */
    readonly find: (sendId: string) => Effect.Effect<Send | undefined, SqlError>
    /** What was accepted and has not left yet, newest first. */
    readonly waiting: (
      workspaceId: string,
      personIds: ReadonlyArray<string>,
      limit: number
    ) => Effect.Effect<ReadonlyArray<Send>, SqlError>
    /** Everything people who are one were sent or refused, newest first. `channels`: empty for all. */
    readonly history: (
      workspaceId: string,
      personIds: ReadonlyArray<string>,
      channels: ReadonlyArray<string>,
      page: Page
    ) => Effect.Effect<{ readonly sends: ReadonlyArray<Send>; readonly total: number }, SqlError>
    /** Oldest first. */
    readonly steps: (workspaceId: string, sendId: string) => Effect.Effect<ReadonlyArray<Step>, SqlError>
    /** The words it left with last; undefined: it has not left. For the worker. */
    readonly left: (sendId: string) => Effect.Effect<Words | undefined, SqlError>
    /** For the sweep: sends in one of these states that nothing has happened to since, oldest first. */
    readonly stale: (
      states: ReadonlyArray<Send["state"]>,
      before: Date,
      limit: number
    ) => Effect.Effect<ReadonlyArray<Send>, SqlError>
  }
>()("@loopdrive/sending/SendStore") {}

/** A result knows less of a message that arrived than a status does (contract section 6). */
const resultStatus = (status: SendStatus["status"]): SendResult["status"] =>
  status === "opened" || status === "clicked" || status === "replied" ? "delivered" : status

const errorOf = ({ error, state }: Send, status: SendResult["status"]): string | undefined =>
  state === "cancelled" ? "cancelled" : state === "failed" ? error : status === "failed" ? "bounced" : undefined

/** As the SDK sees it: what it was given, and in `metadata` what became of it. `happened`: with this send. */
export const toResult = (send: Send, happened: ReadonlyArray<Happened> = []): SendResult => {
  const status = resultStatus(statusOf(send.state, happened))
  return compact({
    id: send.id,
    status,
    personId: send.personId,
    channel: send.channel,
    externalId: send.externalId,
    error: errorOf(send, status),
    metadata: {
      ...send.metadata,
      purpose: send.purpose,
      state: send.state,
      ...(send.provider === undefined ? {} : { provider: send.provider }),
      ...(send.reason === undefined ? {} : { reason: send.reason }),
      ...(send.state === "deferred" && send.notBefore !== undefined
        ? { deferredUntil: send.notBefore.toISOString() }
        : {})
    },
    sentAt: send.sentAt?.toISOString(),
    queuedAt: send.queuedAt.toISOString()
  })
}

/**
 * As whoever asks for it is answered: accepted. A worker may be quicker than the answer, and a repeat is answered as the
 * first request was; what has become of it is told where that is asked.
 */
export const toAccepted = (send: Send): SendResult =>
  toResult(
    send.state === "queued" || send.state === "deferred"
      ? send
      : {
          ...send,
          state: "queued",
          reason: undefined,
          error: undefined,
          provider: undefined,
          externalId: undefined,
          sentAt: undefined
        }
  )

/** What it has come to, with what happened on the way. A pending entry counts as nothing. */
export const toStatus = (send: Send, events: ReadonlyArray<Event>): SendStatus => ({
  id: send.id,
  status: statusOf(
    send.state,
    events.filter(({ payload }) => payload["state"] !== "queued")
  ),
  events: [...events],
  lastUpdated: send.updatedAt.toISOString()
})

/** The entry an accepted send has on the timeline before it leaves, under the id its event will have. */
export const toPendingEvent = (send: Send): Event => ({
  id: send.eventId,
  workspaceId: send.workspaceId,
  personId: send.personId,
  type: EventType.sent(send.channel),
  channel: send.channel,
  source: "loopdrive",
  payload: { ...EventType.content({ sendId: send.id, subject: send.subject, text: send.text }), state: "queued" },
  ts: send.queuedAt.toISOString()
})
