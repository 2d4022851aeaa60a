/**
 * Meta's Graph API as far as messages go: `POST /:version/:sender/messages` of Messenger, Instagram and WhatsApp,
 * conversations, feed and media, its errors; and its webhooks, signed with `X-Hub-Signature-256`, with their handshake.
 *
 * Sources: https://developers.facebook.com/docs/messenger-platform/send-messages,
 * https://developers.facebook.com/docs/whatsapp/cloud-api/messages,
 * https://developers.facebook.com/docs/graph-api/guides/error-handling,
 * https://developers.facebook.com/docs/graph-api/webhooks/getting-started.
 */
import { Effect, Schema } from "effect"
import { createHmac } from "node:crypto"
import * as EmulatedVendor from "./EmulatedVendor.ts"
import type { Answered, Received, Response } from "./EmulatedVendor.ts"
import type { SignedWebhook } from "./WebhookDelivery.ts"

export interface Options {
  readonly port?: number
  readonly accessToken?: string
  /** With it, requests must carry `appsecret_proof`, and webhooks are signed. */
  readonly appSecret?: string
  readonly pageId?: string
  readonly instagramId?: string
  readonly phoneNumberId?: string
}

export interface Accepted {
  readonly id: string
  readonly sender: string
  readonly to: string
  readonly text: string
  /** The body as it was sent. */
  readonly body: Readonly<Record<string, unknown>>
  readonly at: number
}

/** A message that somebody wrote to us, shown in conversations. */
export interface Wrote {
  readonly id: string
  readonly from: string
  readonly text: string
  readonly at: number
}

export interface MetaEmulator extends EmulatedVendor.EmulatedVendor {
  readonly accepted: Effect.Effect<ReadonlyArray<Accepted>>
  readonly wrote: (message: Wrote) => Effect.Effect<void>
  /** The person's last message is more than 24 hours old: free text is refused. */
  readonly close: (to: string) => Effect.Effect<void>
  /** A delivery for an event of any shape, signed. */
  readonly webhook: (url: string, event: unknown) => SignedWebhook
}

const Body = Schema.fromJsonString(Schema.Record(Schema.String, Schema.Unknown))
const decodeBody = Schema.decodeUnknownOption(Body)
const Direct = Schema.Struct({
  recipient: Schema.Struct({ id: Schema.NonEmptyString }),
  message: Schema.Struct({ text: Schema.NonEmptyString })
})
const decodeDirect = Schema.decodeUnknownOption(Direct)
const Cloud = Schema.Struct({
  messaging_product: Schema.Literal("whatsapp"),
  to: Schema.NonEmptyString,
  type: Schema.Literals(["text", "template"]),
  text: Schema.optional(Schema.Struct({ body: Schema.NonEmptyString })),
  template: Schema.optional(
    Schema.Struct({ name: Schema.NonEmptyString, language: Schema.Struct({ code: Schema.NonEmptyString }) })
  )
})
const decodeCloud = Schema.decodeUnknownOption(Cloud)

/** The vendor's error shape; `name` is `code` or `code/subcode`. */
export const refuse = (
  status: number,
  name: string,
  message: string,
  headers: Record<string, string> = {}
): Response => {
  const [code = 1, subcode] = name.split("/").map(Number)
  const error = { message, type: "OAuthException", code, ...(subcode === undefined ? {} : { error_subcode: subcode }) }
  return EmulatedVendor.json({ error: { ...error, fbtrace_id: "A1" } }, status, headers)
}

const no = (response: Response): Answered => ({ response, effect: false })

const hmac = (secret: string, text: string): string => createHmac("sha256", secret).update(text).digest("hex")

const stamp = (at: number): string => new Date(at).toISOString().replace(/\.\d+Z$/, "+0000")

class MetaAccount {
  readonly accepted: Array<Accepted> = []
  readonly wrote: Array<Wrote> = []
  readonly closed = new Set<string>()
  readonly token: string
  readonly whatsapp: string
  private readonly options: Options

  constructor(options: Options) {
    this.options = options
    this.token = options.accessToken ?? "meta-token"
    this.whatsapp = options.phoneNumberId ?? "106540352242922"
  }

  authorize({ headers, query }: Received): Response | undefined {
    const token = headers["authorization"]?.match(/^Bearer (\S+)$/)?.[1] ?? query.get("access_token")
    if (token !== this.token) return refuse(401, "190", "Invalid OAuth access token.")
    const secret = this.options.appSecret
    if (secret === undefined || query.get("appsecret_proof") === hmac(secret, token)) return undefined
    return refuse(400, "100", "API calls from the server require an appsecret_proof argument")
  }

  private accept(sender: string, to: string, text: string, body: Accepted["body"], at: number): Accepted {
    const kind = sender === this.whatsapp ? "wamid" : "m"
    const accepted = { id: `${kind}.${this.accepted.length + 1}`, sender, to, text, body, at }
    this.accepted.push(accepted)
    return accepted
  }

  send(sender: string, { nowMillis, text }: Received): Answered {
    const body = decodeBody(text)
    if (body._tag === "None") return no(refuse(400, "100", "Invalid parameter"))
    if (sender === this.whatsapp) return this.sendCloud(sender, body.value, nowMillis)
    const direct = decodeDirect(body.value)
    if (direct._tag === "None") return no(refuse(400, "100", "(#100) The parameter recipient is required"))
    const { message, recipient } = direct.value
    if (this.closed.has(recipient.id))
      return no(refuse(400, "10/2018278", "(#10) This message is sent outside of allowed window."))
    const { id } = this.accept(sender, recipient.id, message.text, body.value, nowMillis)
    return { response: EmulatedVendor.json({ recipient_id: recipient.id, message_id: id }), effect: true }
  }

  private sendCloud(sender: string, body: Accepted["body"], nowMillis: number): Answered {
    const cloud = decodeCloud(body)
    if (cloud._tag === "None") return no(refuse(400, "100", "(#100) Invalid parameter"))
    const { template, text, to, type } = cloud.value
    if (type === "text" && text === undefined) return no(refuse(400, "131008", "Required parameter is missing"))
    if (type === "template" && template === undefined) return no(refuse(400, "132000", "Template is missing"))
    if (type === "text" && this.closed.has(to)) return no(refuse(400, "131047", "Re-engagement message"))
    const { id } = this.accept(sender, to, text?.body ?? template?.name ?? "", body, nowMillis)
    const answer = { messaging_product: "whatsapp", contacts: [{ input: to, wa_id: to }], messages: [{ id }] }
    return { response: EmulatedVendor.json(answer), effect: true }
  }

  conversations(sender: string, user: string | null): Response {
    const ours = this.accepted
      .filter((message) => message.sender === sender && message.to === user)
      .map(({ at, id, text }) => ({ at, id, text, from: sender }))
    const theirs = this.wrote.filter(({ from }) => from === user)
    const messages = [...ours, ...theirs].toSorted((a, b) => b.at - a.at)
    const data = messages.map(({ at, from, id, text }) => ({
      id,
      message: text,
      created_time: stamp(at),
      from: { id: from }
    }))
    return EmulatedVendor.json({ data: data.length === 0 ? [] : [{ id: "t_1", messages: { data } }] })
  }
}

const posts = {
  feed: {
    data: [
      {
        id: "post_1",
        message: "New opening hours",
        created_time: "2029-12-01T10:00:00+0000",
        comments: { data: [{ id: "comment_1", message: "Finally!", created_time: "2029-12-02T10:00:00+0000" }] }
      }
    ]
  },
  media: {
    data: [
      {
        id: "media_1",
        caption: "Autumn menu",
        timestamp: "2029-12-01T10:00:00+0000",
        comments: { data: [{ id: "comment_2", text: "Looks good", timestamp: "2029-12-02T10:00:00+0000" }] }
      }
    ]
  }
}

const handle = (account: MetaAccount, received: Received): Answered => {
  const refused = account.authorize(received)
  if (refused !== undefined) return no(refused)
  const [, sender = "", edge = ""] = /^\/v\d+\.\d+\/([^/]+)\/([a-z]+)$/.exec(received.path) ?? []
  if (received.method === "POST" && edge === "messages") return account.send(sender, received)
  if (received.method === "GET" && edge === "conversations")
    return no(account.conversations(sender, received.query.get("user_id")))
  if (received.method === "GET" && (edge === "feed" || edge === "media")) return no(EmulatedVendor.json(posts[edge]))
  return no(refuse(400, "100/33", "Unsupported request"))
}

/** The handshake of a webhook's address, as Meta asks it: whether the challenge came back. */
export const handshake = (url: string, verifyToken: string, challenge = "1158201444"): Effect.Effect<boolean> =>
  Effect.promise(async (signal) => {
    const query = { "hub.mode": "subscribe", "hub.verify_token": verifyToken, "hub.challenge": challenge }
    const response = await fetch(`${url}?${new URLSearchParams(query)}`, { signal })
    return response.status === 200 && (await response.text()) === challenge
  })

/** Starts the emulator for the life of the scope. `port` 0, the default, takes a free one. */
export const make = Effect.fnUntraced(function* (options: Options = {}) {
  const account = new MetaAccount(options)
  const handler = (received: Received) => handle(account, received)
  const vendor = yield* EmulatedVendor.make({ port: options.port, refuse, handle: handler })
  const emulator: MetaEmulator = {
    ...vendor,
    accepted: Effect.sync(() => [...account.accepted]),
    wrote: (message) => Effect.sync(() => void account.wrote.push(message)),
    close: (to) => Effect.sync(() => void account.closed.add(to)),
    webhook: (url, event) => {
      const body = JSON.stringify(event)
      const signature = `sha256=${hmac(options.appSecret ?? "app-secret", body)}`
      return { url, body, headers: { "content-type": "application/json", "x-hub-signature-256": signature } }
    }
  }
  return emulator
})
