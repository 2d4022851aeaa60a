/** Reading sends. Every method but the worker's sees one workspace. */
import type { Channel } from "@loopdrive/domain/Channel"
import type { Purpose, Reason, SendResult } from "@loopdrive/domain/Delivery"
import type { Metadata } from "@loopdrive/domain/Json"
import type { Event } from "@loopdrive/domain/Timeline"
import * as Context from "effect/Context"
import type * as Effect from "effect/Effect"
import * as Schema from "effect/Schema"
import type { SqlError } from "effect/sql/SqlError"
import * as EventType from "./core/EventType.ts"

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
  readonly text: string
  readonly html: string | undefined
  readonly from: string | undefined
  readonly replyTo: string | undefined
  readonly metadata: Metadata | undefined
  readonly state: "queued" | "deferred" | "sent" | "failed" | "cancelled"
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
  }
>()("@loopdrive/sending/SendStore") {}

/** As the SDK sees it: what it was given, and in `metadata` what became of it. */
export const toResult = (send: Send): SendResult => ({
  id: send.id,
  status: send.state === "sent" ? "sent" : send.state === "failed" || send.state === "cancelled" ? "failed" : "queued",
  personId: send.personId,
  channel: send.channel,
  externalId: send.externalId,
  error: send.state === "cancelled" ? "cancelled" : send.state === "failed" ? send.error : undefined,
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
