/** Sending and timelines over HTTP. */
import { Api } from "@loopdrive/api/Api"
import * as Problems from "@loopdrive/api/Problems"
import type { EmailInput } from "@loopdrive/api/SendApi"
import type { Credential } from "@loopdrive/domain/Tenancy"
import { EventStore } from "@loopdrive/events/EventStore"
import { PersonStore } from "@loopdrive/person/Store"
import { SendStore, toPendingEvent, toResult } from "@loopdrive/sending/SendStore"
import { Sending } from "@loopdrive/sending/Sending"
import type { Outgoing } from "@loopdrive/sending/Sending"
import { Tenancy } from "@loopdrive/tenancy/Tenancy"
import * as Clock from "effect/Clock"
import * as Effect from "effect/Effect"
import { HttpApiBuilder } from "effect/http-api"
import * as Cursor from "./core/Cursor.ts"
import { asProblems, invalid } from "./Failures.ts"
import * as Requests from "./Requests.ts"
import * as Sender from "./Sender.ts"
import { Timelines } from "./Timelines.ts"

const optional = <A>(value: A | null | undefined): A | undefined => value ?? undefined

const fromOf = Effect.fnUntraced(function* (payload: typeof EmailInput.Type, fallback: string | undefined) {
  if (typeof payload.fromEmail !== "string") return fallback
  return Sender.named(payload.fromName ?? "", yield* Sender.address("fromEmail", payload.fromEmail))
})

/** Transactional only when asked for and allowed; everything else is marketing. */
const purposeOf = (payload: typeof EmailInput.Type, who: Credential): Outgoing["purpose"] =>
  payload.metadata?.["purpose"] === "transactional" && who.scopes.has("send:transactional")
    ? "transactional"
    : "marketing"

export const sends = HttpApiBuilder.group(
  Api,
  "send",
  Effect.fn(function* (handlers) {
    const sending = yield* Sending
    const store = yield* SendStore
    const log = yield* EventStore
    const tenancy = yield* Tenancy

    const outgoing = Effect.fnUntraced(function* (payload: typeof EmailInput.Type, who: Credential) {
      const text = payload.body?.trim() ?? ""
      if (text === "")
        return yield* invalid(
          ["payload", "body"],
          `"body" is needed: composing a message from an objective is not built yet`
        )
      const settings = yield* tenancy.settings(who.workspaceId)
      const metadata =
        payload.utmParams == null ? payload.metadata : { ...payload.metadata, utmParams: payload.utmParams }
      const message: Outgoing = {
        channel: "email",
        purpose: purposeOf(payload, who),
        to: optional(payload.to),
        personId: optional(payload.personId),
        subject: optional(payload.subject),
        text,
        html: optional(payload.html),
        from: yield* fromOf(payload, settings.defaultFrom),
        replyTo: typeof payload.replyTo === "string" ? yield* Sender.address("replyTo", payload.replyTo) : undefined,
        brandId: optional(payload.brandId),
        objective: optional(payload.objective),
        metadata: optional(metadata),
        notBefore: Requests.millis(payload.scheduleFor ?? payload.sendAt)
      }
      return message
    })

    return handlers
      .handle("email", ({ payload, request }) =>
        asProblems(
          Effect.gen(function* () {
            const who = yield* Requests.credential
            const message = yield* outgoing(payload, who)
            const { identity, named } = yield* Requests.identify(request, who, "email/send", payload)
            const { refusedFor, send } = yield* sending.submit(who, message, identity, { named })
            if (refusedFor === undefined) return toResult(send)
            return yield* new Problems.Conflict({
              code: "send_refused",
              detail: `The email was not sent: ${refusedFor.replaceAll("_", " ")}.`,
              reason: refusedFor,
              sendId: send.id
            })
          })
        )
      )
      .handle("status", ({ params }) =>
        asProblems(
          Effect.gen(function* () {
            const { workspaceId } = yield* Requests.credential
            const send = yield* store.get(workspaceId, params.sendId)
            const events = yield* log.ofSend(workspaceId, send.id)
            const waiting = events.length === 0 && (send.state === "queued" || send.state === "deferred")
            return {
              id: send.id,
              status: toResult(send).status,
              events: waiting ? [toPendingEvent(send)] : events,
              lastUpdated: send.updatedAt.toISOString()
            }
          })
        )
      )
  })
)

export const events = HttpApiBuilder.group(
  Api,
  "events",
  Effect.fn(function* (handlers) {
    const timelines = yield* Timelines
    const graph = yield* PersonStore
    return handlers.handle("timeline", ({ query }) =>
      asProblems(
        Effect.gen(function* () {
          const { workspaceId } = yield* Requests.credential
          const after = query.cursor === undefined ? undefined : Cursor.read(query.cursor)
          if (query.cursor !== undefined && after === undefined)
            return yield* invalid(["query", "cursor"], "must be a cursor that a timeline returned")
          const page = yield* timelines.of(workspaceId, query.personId, {
            channels: query.channels ?? [],
            types: query.types ?? [],
            from: Requests.millis(query.dateFrom),
            to: Requests.millis(query.dateTo),
            limit: Requests.pageOf(query).limit,
            after
          })
          const nextCursor = page.next === undefined ? {} : { nextCursor: Cursor.write(page.next) }
          if (query.includeMemory !== "true") return { events: page.events, ...nextCursor }
          const memories = yield* graph.memories(workspaceId, query.personId, {
            kinds: [],
            minConfidence: undefined,
            limit: Requests.pageOf(query).limit,
            near: undefined,
            now: yield* Clock.currentTimeMillis
          })
          return { events: page.events, ...nextCursor, memories }
        })
      )
    )
  })
)
