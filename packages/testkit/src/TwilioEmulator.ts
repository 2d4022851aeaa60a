/**
 * Twilio's messaging API as its own Node client uses it, and its webhooks: `POST` and `GET /2010-04-01/Accounts/:sid/
 * Messages.json`, `GET …/Messages/:sid.json`, Basic authentication, error codes, status callbacks and inbound messages
 * signed with `X-Twilio-Signature`. Used by the tests of the SMS layer and by whole-server tests.
 *
 * Sources: https://www.twilio.com/docs/messaging/api/message-resource, https://www.twilio.com/docs/api/errors,
 * https://www.twilio.com/docs/usage/security. What they leave open is our choice; nothing may rest on it.
 */
import { Clock, Effect } from "effect"
import { HttpServerRequest, HttpServerResponse } from "effect/http"
import { createHmac } from "node:crypto"
import * as LoopbackServer from "./LoopbackServer.ts"
import { refuse, TwilioAccount } from "./TwilioAccount.ts"
import type { Accepted, Options } from "./TwilioAccount.ts"
import * as VendorFault from "./VendorFault.ts"
import type { SignedWebhook } from "./WebhookDelivery.ts"

export interface TwilioEmulator {
  readonly url: string
  readonly accountSid: string
  readonly authToken: string
  readonly fault: VendorFault.VendorFaults
  readonly accepted: Effect.Effect<ReadonlyArray<Accepted>>
  /** Requests that reached the emulator, faults and refusals included. */
  readonly attempts: Effect.Effect<number>
  /** The recipient answered STOP: sends to it are refused with 21610. */
  readonly optOut: (number: string) => Effect.Effect<void>
  /** Moves a message on, and answers the status callback that tells of it. */
  readonly move: (sid: string, status: string, errorCode?: number) => Effect.Effect<SignedWebhook>
  /** An inbound message, as posted to the number's webhook. */
  readonly inbound: (url: string, message: Inbound) => SignedWebhook
}

export interface Inbound {
  readonly sid: string
  readonly from: string
  readonly to: string
  readonly body: string
}

type Response = HttpServerResponse.HttpServerResponse

/** HMAC-SHA1 over the address and the sorted fields, base64 (https://www.twilio.com/docs/usage/security). */
export const sign = (authToken: string, url: string, fields: Readonly<Record<string, string>>): string => {
  const names = Object.keys(fields).toSorted((a, b) => (a < b ? -1 : 1))
  const signed = names.reduce((text, name) => `${text}${name}${fields[name] ?? ""}`, url)
  return createHmac("sha1", authToken).update(signed, "utf8").digest("base64")
}

const webhook = (account: TwilioAccount, url: string, fields: Readonly<Record<string, string>>): SignedWebhook => {
  const all = { AccountSid: account.accountSid, ApiVersion: "2010-04-01", ...fields }
  const headers = {
    "content-type": "application/x-www-form-urlencoded",
    "x-twilio-signature": sign(account.authToken, url, all)
  }
  return { url, body: new URLSearchParams(all).toString(), headers }
}

const isResponse = (value: object): value is Response => HttpServerResponse.isHttpServerResponse(value)

const create = Effect.fnUntraced(function* (
  account: TwilioAccount,
  met: VendorFault.Met | undefined,
  request: HttpServerRequest.HttpServerRequest
) {
  if (request.headers["content-type"]?.startsWith("application/x-www-form-urlencoded") !== true) {
    return refuse(415, "20415", "Unsupported Media Type")
  }
  const text = yield* request.text
  const taken = account.create(new URLSearchParams(text), yield* Clock.currentTimeMillis)
  if (isResponse(taken)) return taken
  if (met !== undefined) yield* VendorFault.afterEffect(met, request)
  const answer = HttpServerResponse.jsonUnsafe(account.show(taken), { status: 201 })
  return VendorFault.insteadOfAnswer(met, refuse) ?? answer
})

const serve = Effect.fnUntraced(function* (
  account: TwilioAccount,
  faults: VendorFault.Queue,
  request: HttpServerRequest.HttpServerRequest
) {
  account.attempts += 1
  const met = yield* faults.take
  const instead = met && VendorFault.instead(met, request, refuse)
  if (instead !== undefined) return yield* instead
  const refused = account.authorize(request.headers["authorization"]) ?? account.limit(yield* Clock.currentTimeMillis)
  if (refused !== undefined) return refused
  const url = new URL(request.url, "http://emulator")
  const base = `/2010-04-01/Accounts/${account.accountSid}/Messages`
  if (url.pathname === `${base}.json` && request.method === "POST") return yield* create(account, met, request)
  if (request.method !== "GET") return refuse(405, "20004", "Method not allowed")
  if (url.pathname === `${base}.json`) {
    const messages = account.list(url.searchParams).map((message) => account.show(message))
    return HttpServerResponse.jsonUnsafe({
      messages,
      page: 0,
      page_size: messages.length,
      next_page_uri: null,
      uri: url.pathname
    })
  }
  const sid = url.pathname.startsWith(`${base}/`) ? url.pathname.slice(base.length + 1, -".json".length) : ""
  const found = account.accepted.find((message) => message.sid === sid)
  if (found === undefined) return refuse(404, "20404", `The requested resource ${url.pathname} was not found`)
  return HttpServerResponse.jsonUnsafe(account.show(found))
})

const move = (account: TwilioAccount, sid: string, status: string, errorCode: number | undefined): SignedWebhook => {
  const message = account.accepted.find((accepted) => accepted.sid === sid)
  if (message === undefined) throw new Error(`no message ${sid}`)
  message.status = status
  message.errorCode = errorCode ?? null
  return webhook(account, message.statusCallback ?? "", {
    MessageSid: sid,
    SmsSid: sid,
    MessageStatus: status,
    SmsStatus: status,
    From: message.from,
    To: message.to,
    ...(errorCode === undefined ? {} : { ErrorCode: String(errorCode) })
  })
}

/** Starts the emulator for the life of the scope. `port` 0, the default, takes a free one. */
export const make = Effect.fnUntraced(function* (options: Options & { readonly port?: number } = {}) {
  const account = new TwilioAccount(options)
  const faults = yield* VendorFault.make
  const app: LoopbackServer.App = Effect.flatMap(HttpServerRequest.HttpServerRequest, (request) =>
    serve(account, faults, request)
  )
  const url = yield* LoopbackServer.serve(app, options.port)
  const emulator: TwilioEmulator = {
    url,
    accountSid: account.accountSid,
    authToken: account.authToken,
    fault: { next: faults.next, pending: faults.pending },
    accepted: Effect.sync(() => structuredClone(account.accepted)),
    attempts: Effect.sync(() => account.attempts),
    optOut: (number) => Effect.sync(() => void account.optedOut.add(number)),
    move: (sid, status, errorCode) => Effect.sync(() => move(account, sid, status, errorCode)),
    inbound: (to, message) =>
      webhook(account, to, {
        MessageSid: message.sid,
        SmsMessageSid: message.sid,
        From: message.from,
        To: message.to,
        Body: message.body,
        NumMedia: "0",
        NumSegments: "1"
      })
  }
  return emulator
})
