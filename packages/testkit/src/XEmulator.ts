/**
 * X's API v2 as far as direct messages go: OAuth 1.0a signatures checked, messages created and listed, people looked up,
 * posts, problem documents, the rate limit; and its webhooks, signed, with their challenge.
 *
 * Sources: https://docs.x.com/x-api/direct-messages/manage/introduction, https://docs.x.com/x-api/fundamentals/rate-limits,
 * https://docs.x.com/x-api/webhooks/quickstart.
 */
import { Effect, Schema } from "effect"
import { createHmac } from "node:crypto"
import * as EmulatedVendor from "./EmulatedVendor.ts"
import type { Answered, Received, Response } from "./EmulatedVendor.ts"
import { OAuth1Check } from "./OAuth1Check.ts"
import type { Secrets } from "./OAuth1Check.ts"
import type { SignedWebhook } from "./WebhookDelivery.ts"

export interface Options {
  readonly port?: number
  readonly secrets?: Secrets
  /** Messages in 15 minutes before 429; unlimited by default. */
  readonly messagesPerWindow?: number
}

export interface Message {
  readonly id: string
  readonly from: string
  readonly to: string
  readonly text: string
  readonly at: number
}

export interface XEmulator extends EmulatedVendor.EmulatedVendor {
  readonly secrets: Secrets
  /** Our account's id, with which its token begins. */
  readonly ownId: string
  readonly messages: Effect.Effect<ReadonlyArray<Message>>
  /** A person's handle. */
  readonly know: (handle: string, id: string) => Effect.Effect<void>
  /** A message somebody wrote to us. */
  readonly wrote: (message: Message) => Effect.Effect<void>
  /** The person takes no messages from us. */
  readonly close: (id: string) => Effect.Effect<void>
  /** A delivery for an event of any shape, signed. */
  readonly webhook: (url: string, event: unknown) => SignedWebhook
}

const ownId = "1001"
const standard: Secrets = {
  consumerKey: "x-key",
  consumerSecret: "x-secret",
  token: `${ownId}-token`,
  tokenSecret: "x-token-secret"
}

const windowMillis = 15 * 60 * 1000

const Text = Schema.decodeUnknownOption(Schema.fromJsonString(Schema.Struct({ text: Schema.NonEmptyString })))

/** The vendor's problem document. */
export const refuse = (
  status: number,
  name: string,
  message: string,
  headers: Record<string, string> = {}
): Response => {
  const problem = { title: name, detail: message, type: "about:blank", status }
  return EmulatedVendor.json(problem, status, { ...headers, "content-type": "application/problem+json" })
}

const no = (response: Response): Answered => ({ response, effect: false })
const hmac = (secret: string, text: string): string => createHmac("sha256", secret).update(text).digest("base64")

class XAccount {
  readonly messages: Array<Message> = []
  readonly handles = new Map<string, string>()
  readonly closed = new Set<string>()
  readonly check: OAuth1Check
  private readonly options: Options
  private window = { startMillis: 0, used: 0 }

  constructor(options: Options) {
    this.options = options
    this.check = new OAuth1Check(options.secrets ?? standard)
  }

  private limit(nowMillis: number): Response | undefined {
    const most = this.options.messagesPerWindow
    if (most === undefined) return undefined
    if (nowMillis - this.window.startMillis >= windowMillis) this.window = { startMillis: nowMillis, used: 0 }
    this.window.used += 1
    const reset = String(Math.ceil((this.window.startMillis + windowMillis) / 1000))
    if (this.window.used <= most) return undefined
    return refuse(429, "Too Many Requests", "Too Many Requests", { "x-rate-limit-reset": reset })
  }

  create(to: string, conversation: string, { nowMillis, text }: Received): Answered {
    const limited = this.limit(nowMillis)
    if (limited !== undefined) return no(limited)
    const body = Text(text)
    if (body._tag === "None")
      return no(refuse(400, "Invalid Request", "One or more parameters to your request was invalid."))
    if (this.closed.has(to))
      return no(refuse(403, "Forbidden", "You do not have permission to DM one or more participants."))
    const id = String(2000 + this.messages.length)
    this.messages.push({ id, from: ownId, to, text: body.value.text, at: nowMillis })
    const data = { dm_conversation_id: conversation, dm_event_id: id }
    return { response: EmulatedVendor.json({ data }, 201), effect: true }
  }

  events(id: string): Response {
    const all = this.messages.filter(({ from, to }) => from === id || to === id).toSorted((a, b) => b.at - a.at)
    const data = all.map(({ at, from, id: event, text }) => ({
      id: event,
      event_type: "MessageCreate",
      text,
      sender_id: from,
      created_at: new Date(at).toISOString()
    }))
    return EmulatedVendor.json(data.length === 0 ? { meta: { result_count: 0 } } : { data, meta: {} })
  }

  user(handle: string): Response {
    const id = this.handles.get(handle)
    if (id !== undefined) return EmulatedVendor.json({ data: { id, name: handle, username: handle } })
    const detail = `Could not find user with username: [${handle}].`
    return EmulatedVendor.json({ errors: [{ title: "Not Found Error", detail, message: detail }] })
  }
}

const tweets = {
  data: [
    { id: "t1", text: "Anybody know a good table?", created_at: "2029-12-01T10:00:00.000Z" },
    { id: "t2", text: "Thanks!", created_at: "2029-11-01T10:00:00.000Z", in_reply_to_user_id: "7" }
  ]
}

const handle = (account: XAccount, origin: string, received: Received): Answered => {
  const { headers, method, nowMillis, path, query } = received
  const search = query.size === 0 ? "" : `?${query}`
  const fault = account.check.fault({
    method,
    url: `${origin}${path}${search}`,
    authorization: headers["authorization"],
    nowMillis
  })
  if (fault !== undefined) return no(refuse(401, "Unauthorized", fault))
  const [, kind = "", id = "", what = ""] =
    /^\/2\/(dm_conversations(?:\/with)?|users(?:\/by\/username)?)\/([^/]+)\/?(\w*)$/.exec(path) ?? []
  if (method === "POST" && what === "messages") {
    const name = decodeURIComponent(id)
    const other = kind === "dm_conversations" ? (name.split("-").find((part) => part !== ownId) ?? "") : name
    return account.create(other, kind === "dm_conversations" ? name : `${ownId}-${name}`, received)
  }
  if (method === "GET" && what === "dm_events") return no(account.events(id))
  if (method === "GET" && kind === "users/by/username") return no(account.user(id))
  if (method === "GET" && what === "tweets") return no(EmulatedVendor.json(tweets))
  return no(refuse(404, "Not Found", "Not Found"))
}

/** The hourly challenge, as X asks it: whether the answer was made with the secret. */
export const challenge = (url: string, consumerSecret: string, token = "crc-1"): Effect.Effect<boolean> =>
  Effect.promise(async (signal) => {
    const response = await fetch(`${url}?crc_token=${encodeURIComponent(token)}`, { signal })
    const body: unknown = await response.json()
    const expected = `sha256=${hmac(consumerSecret, token)}`
    return typeof body === "object" && body !== null && "response_token" in body && body.response_token === expected
  })

/** Starts the emulator for the life of the scope. `port` 0, the default, takes a free one. */
export const make = Effect.fnUntraced(function* (options: Options = {}) {
  const account = new XAccount(options)
  const secrets = options.secrets ?? standard
  let origin = ""
  const handler = (received: Received) => handle(account, origin, received)
  const vendor = yield* EmulatedVendor.make({ port: options.port, refuse, handle: handler })
  origin = vendor.url
  const emulator: XEmulator = {
    ...vendor,
    secrets,
    ownId,
    messages: Effect.sync(() => [...account.messages]),
    know: (name, id) => Effect.sync(() => void account.handles.set(name, id)),
    wrote: (message) => Effect.sync(() => void account.messages.push(message)),
    close: (id) => Effect.sync(() => void account.closed.add(id)),
    webhook: (url, event) => {
      const body = JSON.stringify(event)
      const signature = `sha256=${hmac(secrets.consumerSecret, body)}`
      return { url, body, headers: { "content-type": "application/json", "x-twitter-webhooks-signature": signature } }
    }
  }
  return emulator
})
