/** Sending and timelines over HTTP. */
import { Api } from "@loopdrive/api/Api"
import * as Problems from "@loopdrive/api/Problems"
import { Finding } from "@loopdrive/domain/Explanation"
import { compact } from "@loopdrive/domain/Json"
import type { Credential } from "@loopdrive/domain/Tenancy"
import { EventStore } from "@loopdrive/events/EventStore"
import { PersonStore } from "@loopdrive/person/Store"
import { DefaultFrom } from "@loopdrive/sending/EmailCarrier"
import type { Outgoing } from "@loopdrive/sending/Outgoing"
import { SendStore, isOpen, toPendingEvent, toAccepted, toResult, toStatus } from "@loopdrive/sending/SendStore"
import type { Send, Step } from "@loopdrive/sending/SendStore"
import { Sending } from "@loopdrive/sending/Sending"
import { Tenancy } from "@loopdrive/tenancy/Tenancy"
import { BrandStore } from "@loopdrive/voice/BrandStore"
import * as Clock from "effect/Clock"
import * as Effect from "effect/Effect"
import * as Schema from "effect/Schema"
import type { HttpServerRequest } from "effect/http"
import * as Cursor from "./core/Cursor.ts"
import { asProblems, invalid } from "./Failures.ts"
import * as Outgoings from "./Outgoings.ts"
import * as Requests from "./Requests.ts"
import { Timelines } from "./Timelines.ts"
import * as RequestContext from "./RequestContext.ts"

const findings = Schema.decodeUnknownSync(Schema.Array(Finding))

const explained = (send: Send, steps: ReadonlyArray<Step>) =>
  compact({
    id: send.id,
    state: send.state,
    reason: send.reason,
    decisions: steps.flatMap(({ at, detail, step }) => {
      const { reason, findings: rules } = detail
      return rules === undefined
        ? []
        : [
            compact({
              at,
              outcome: step,
              reason: reason === undefined ? undefined : String(reason),
              rules: findings(rules)
            })
          ]
    }),
    trail: steps.flatMap(({ detail, ...step }) => {
      const { findings: _, ...rest } = detail
      return [{ ...step, detail: rest }]
    })
  })

export const sends = RequestContext.group(
  Api,
  "send",
  Effect.fn(function* (handlers) {
    const sending = yield* Sending
    const store = yield* SendStore
    const graph = yield* PersonStore
    const log = yield* EventStore
    const tenancy = yield* Tenancy
    const installation = yield* DefaultFrom
    const brands = yield* BrandStore

    const submitted = Effect.fnUntraced(function* (
      who: Credential,
      message: Outgoing,
      request: HttpServerRequest.HttpServerRequest,
      route: string,
      payload: unknown
    ) {
      if (message.brandId !== undefined) yield* brands.get(who.workspaceId, message.brandId)
      const { identity, named } = yield* Requests.identify(request, who, route, payload)
      const { refusedFor, send } = yield* sending.submit(who, message, identity, { named })
      if (refusedFor === undefined) return toAccepted(send)
      return yield* new Problems.Conflict({
        code: "send_refused",
        detail: `The message was not sent: ${refusedFor.replaceAll("_", " ")}. \`/send/${send.id}/explain\` says what was found.`,
        reason: refusedFor,
        sendId: send.id
      })
    })

    return handlers.handleAll({
      email: Effect.fnUntraced(function* ({ payload, request }) {
        const who = yield* Requests.credential
        const { defaultFrom } = yield* tenancy.settings(who.workspaceId)
        const message = yield* Outgoings.email(payload, who, { workspace: defaultFrom, installation })
        return yield* submitted(who, message, request, "email/send", payload)
      }, asProblems),
      sms: Effect.fnUntraced(function* ({ payload, request }) {
        const who = yield* Requests.credential
        return yield* submitted(who, yield* Outgoings.sms(payload, who), request, "sms/send", payload)
      }, asProblems),
      dm: Effect.fnUntraced(function* ({ params: { platform }, payload, request }) {
        const who = yield* Requests.credential
        const message = yield* Outgoings.dm(platform, payload, who)
        return yield* submitted(who, message, request, `social/${platform}/dm`, payload)
      }, asProblems),
      cancel: Effect.fnUntraced(function* ({ params }) {
        const { workspaceId } = yield* Requests.credential
        yield* sending.cancel(workspaceId, params.sendId)
        return toResult(yield* store.get(workspaceId, params.sendId))
      }, asProblems),
      status: Effect.fnUntraced(function* ({ params }) {
        const { workspaceId } = yield* Requests.credential
        const send = yield* store.get(workspaceId, params.sendId)
        const events = yield* log.ofSend(workspaceId, send.id)
        const waiting = events.length === 0 && isOpen(send)
        return toStatus(send, waiting ? [toPendingEvent(send)] : events)
      }, asProblems),
      explain: Effect.fnUntraced(function* ({ params }) {
        const { workspaceId } = yield* Requests.credential
        const send = yield* store.get(workspaceId, params.sendId)
        return explained(send, yield* store.steps(workspaceId, send.id))
      }, asProblems),
      history: Effect.fnUntraced(function* ({ params, query }) {
        const { workspaceId } = yield* Requests.credential
        const lineage = yield* graph.lineage(workspaceId, params.personId)
        const page = Requests.pageOf(query)
        const found = yield* store.history(workspaceId, lineage, query.channels ?? [], page)
        const personId = lineage[0] ?? params.personId
        const happened = yield* log.kindsOf(
          workspaceId,
          found.sends.map(({ id }) => id)
        )
        const results = found.sends.map((send) => ({ ...toResult(send, happened.get(send.id)), personId }))
        return { sends: results, total: found.total }
      }, asProblems)
    })
  })
)

export const events = RequestContext.group(
  Api,
  "events",
  Effect.fn(function* (handlers) {
    const timelines = yield* Timelines
    const graph = yield* PersonStore
    return handlers.handleAll({
      timeline: Effect.fnUntraced(function* ({ query }) {
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
      }, asProblems)
    })
  })
)
