/**
 * Webhooks of the vendors of messages, and messages that come in. The signature is that of the raw body; what is genuine
 * is kept before it is answered, and acted on after.
 */
import { Api } from "@loopdrive/api/Api"
import * as Input from "@loopdrive/api/Input"
import type { Channel } from "@loopdrive/domain/Channel"
import { digestOf } from "@loopdrive/domain/Digest"
import { normalize } from "@loopdrive/domain/Identifier"
import { addressType } from "@loopdrive/domain/Reach"
import { MetaWebhook } from "@loopdrive/providers/MetaWebhook"
import type { Notice } from "@loopdrive/providers/Notice"
import { ResendWebhook } from "@loopdrive/providers/ResendWebhook"
import { TwilioWebhook } from "@loopdrive/providers/TwilioWebhook"
import { WebhookRefused } from "@loopdrive/providers/WebhookRefused"
import { XWebhook } from "@loopdrive/providers/XWebhook"
import { Receipts } from "@loopdrive/actor/Receipts"
import { NoticeInbox } from "@loopdrive/sending/NoticeInbox"
import { PublicUrl } from "@loopdrive/sending/PublicUrl"
import { Tenancy } from "@loopdrive/tenancy/Tenancy"
import * as Clock from "effect/Clock"
import * as Effect from "effect/Effect"
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import { HttpServerResponse } from "effect/http"
import type { HttpServerRequest } from "effect/http"
import { asProblems, invalid, notFound, refusedHandshake, refusedWebhook } from "./Failures.ts"
import { authenticated, malformed } from "./Gates.ts"
import * as Outgoings from "./Outgoings.ts"
import * as Requests from "./Requests.ts"
import * as RequestContext from "./RequestContext.ts"

type Request = HttpServerRequest.HttpServerRequest

const unreadable = () => invalid(["body"], "could not be read")
const bytesOf = (request: Request) =>
  Effect.mapBoth(request.arrayBuffer, { onSuccess: (body) => new Uint8Array(body), onFailure: unreadable })
const textOf = (request: Request) => Effect.mapError(request.text, unreadable)

const received = { received: true as const }
/** What there is to say is a send, decided like any other. */
const sayNothing = '<?xml version="1.0" encoding="UTF-8"?><Response/>'

/** Names the header that was not believed. */
const signedIn = <A, E, R>(header: string, effect: Effect.Effect<A, E | WebhookRefused, R>) =>
  Effect.mapError(effect, (error) => (error instanceof WebhookRefused ? refusedWebhook(error, header) : error))

/** Names the parameter that cannot be answered. */
const asked = <A, E, R>(parameter: string, effect: Effect.Effect<A, E | WebhookRefused, R>) =>
  Effect.mapError(effect, (error) => (error instanceof WebhookRefused ? refusedHandshake(error, parameter) : error))

/** The address as it was called, in every spelling in which the caller may have known it. */
const addressesOf = ({ headers, originalUrl }: Request, base: string): ReadonlyArray<string> => {
  const path = originalUrl.replace(/^https?:\/\/[^/]+/i, "")
  const host = headers["x-forwarded-host"] ?? headers["host"]
  return [base, ...(host === undefined ? [] : [`https://${host}`, `http://${host}`])].map((start) => start + path)
}

const queryOf = ({ originalUrl }: Request): URLSearchParams => new URL(originalUrl, "http://here").searchParams

const makeSms = Effect.gen(function* () {
  const inbox = yield* NoticeInbox
  const twilio = yield* TwilioWebhook
  const { base } = yield* PublicUrl
  return Effect.fnUntraced(function* (request: Request, wanted: "inbound" | "status") {
    const body = yield* textOf(request)
    const signature = request.headers["x-twilio-signature"]
    const [first = "", ...others] = addressesOf(request, base)
    const tried = others.reduce(
      (known, url) =>
        Effect.catch(known, (refused) =>
          refused.reason === "bad_signature" ? twilio.verify(url, body, signature) : Effect.fail(refused)
        ),
      twilio.verify(first, body, signature)
    )
    const told = (yield* signedIn("X-Twilio-Signature", tried)).filter(
      ({ kind }) => (kind === "inbound") === (wanted === "inbound")
    )
    // We named the send in the address that Twilio reports to.
    const sendId = queryOf(request).get("send")
    yield* inbox.receive(told.map((notice): Notice => (sendId === null ? notice : { ...notice, sendId })))
    return received
  })
})

const Payload = Schema.Struct({
  handle: Input.text(400),
  message: Input.text(10_000),
  brandId: Input.maybe(Input.id),
  metadata: Input.maybe(Input.metadata)
})
const decodePayload = Schema.decodeUnknownEffect(Schema.fromJsonString(Payload))

/** A message that a caller with a key passes on, in the simple form of the contract (section 5.2). */
const makePassedOn = Effect.gen(function* () {
  const inbox = yield* NoticeInbox
  const receipts = yield* Receipts
  const tenancy = yield* Tenancy
  return Effect.fnUntraced(function* (request: Request, channel: Channel) {
    const who = yield* authenticated(tenancy, request.headers["authorization"], "write")
    const payload = yield* Effect.mapError(decodePayload(yield* textOf(request)), ({ issue }) =>
      malformed("payload", issue)
    )
    const { brandId, handle, message, metadata } = payload
    const identifier = normalize(addressType(channel), handle)
    if (Result.isFailure(identifier)) return yield* invalid(["payload", "handle"], `"handle" ${identifier.failure}`)
    const { identity } = yield* Requests.identify(request, who, `social/${channel}/inbound`, payload)
    const at = yield* Clock.currentTimeMillis
    const fresh = digestOf([who.workspaceId, identity.scope, identity.key, at])
    // A repeat within the window is the same message; later it is another one with the same words.
    const { value: eventId } = yield* receipts.once(identity, Schema.String, Effect.succeed(fresh))
    const told = {
      vendor: "api",
      channel,
      eventId,
      kind: "inbound" as const,
      at,
      from: identifier.success.value,
      text: message,
      workspaceId: who.workspaceId,
      metadata: { ...metadata, ...(brandId == null ? {} : { brandId }) }
    }
    yield* inbox.receive([told])
    return received
  })
})

export const webhooks = RequestContext.group(
  Api,
  "inbound",
  Effect.fn(function* (handlers) {
    const inbox = yield* NoticeInbox
    const resend = yield* ResendWebhook
    const meta = yield* MetaWebhook
    const x = yield* XWebhook
    const sms = yield* makeSms
    const passedOn = yield* makePassedOn

    const kept = (notices: ReadonlyArray<Notice>) => Effect.as(inbox.receive(notices), received)
    const fromMeta = Effect.fnUntraced(function* (request: Request) {
      const body = yield* bytesOf(request)
      return yield* kept(
        yield* signedIn("X-Hub-Signature-256", meta.verify(body, request.headers["x-hub-signature-256"]))
      )
    })
    const fromX = Effect.fnUntraced(function* (request: Request) {
      const body = yield* bytesOf(request)
      return yield* kept(
        yield* signedIn("X-Twitter-Webhooks-Signature", x.verify(body, request.headers["x-twitter-webhooks-signature"]))
      )
    })
    const fromPlatform = Effect.fnUntraced(function* (request: Request, name: string) {
      if (!Outgoings.isPlatform(name)) return yield* notFound("platform", name)
      const isMeta = name === "instagram" || name === "facebook" || name === "whatsapp"
      if (isMeta && request.headers["x-hub-signature-256"] !== undefined) return yield* fromMeta(request)
      if (name === "x" && request.headers["x-twitter-webhooks-signature"] !== undefined) return yield* fromX(request)
      return yield* passedOn(request, name)
    })

    return handlers
      .handleAll({
        resend: Effect.fnUntraced(function* ({ request }) {
          const body = yield* bytesOf(request)
          return yield* kept(yield* signedIn("Svix-Signature", resend.verify(body, request.headers)))
        }, asProblems),
        twilioStatus: ({ request }) => asProblems(sms(request, "status")),
        smsInbound: ({ request }) => asProblems(Effect.as(sms(request, "inbound"), sayNothing))
      })
      .handleRaw(
        "metaHandshake",
        Effect.fnUntraced(function* ({ request }) {
          const query = queryOf(request)
          const given = (name: string) => query.get(`hub.${name}`) ?? undefined
          const challenge = yield* asked(
            "hub.verify_token",
            meta.handshake({
              mode: given("mode"),
              verifyToken: given("verify_token"),
              challenge: given("challenge")
            })
          )
          return HttpServerResponse.text(challenge)
        }, asProblems)
      )
      .handleAll({
        meta: ({ request }) => asProblems(fromMeta(request)),
        xChallenge: ({ request }) =>
          asProblems(
            Effect.map(
              asked("crc_token", x.challenge(queryOf(request).get("crc_token") ?? undefined)),
              (response_token) => ({ response_token })
            )
          ),
        x: ({ request }) => asProblems(fromX(request)),
        socialInbound: ({ params, request }) => asProblems(fromPlatform(request, params.platform))
      })
  })
)
