/**
 * Webhooks from Meta, for Messenger, Instagram and WhatsApp: the handshake by which an address is registered, whether a
 * delivery is genuine, and what it tells. The scheme has no time: a repeat is told by its event id.
 */
import { Clock, Context, Effect, Layer, Option, Redacted } from "effect"
import type { Config } from "effect"
import * as MetaEvent from "./core/MetaEvent.ts"
import * as Signature from "./core/Signature.ts"
import * as Credential from "./Credential.ts"
import { present } from "./Notice.ts"
import type { Notice, NoticeKind } from "./Notice.ts"
import { WebhookRefused } from "./WebhookRefused.ts"

type Secret = Option.Option<Redacted.Redacted<string>>

/** The query of the handshake: `hub.mode`, `hub.verify_token`, `hub.challenge`. */
export interface Handshake {
  readonly mode: string | undefined
  readonly verifyToken: string | undefined
  readonly challenge: string | undefined
}

export interface Service {
  /** The text to answer with. */
  readonly handshake: (asked: Handshake) => Effect.Effect<string, WebhookRefused>
  /** `body` is every byte as received, `signature` the header `X-Hub-Signature-256`. A delivery may tell many things. */
  readonly verify: (
    body: string | Uint8Array,
    signature: string | undefined
  ) => Effect.Effect<ReadonlyArray<Notice>, WebhookRefused>
}

const ofMessaging = (
  channel: "facebook" | "instagram",
  event: MetaEvent.Messaging,
  nowMillis: number
): ReadonlyArray<Notice> => {
  const { delivery, message, read, recipient, sender } = event
  const at = event.timestamp ?? nowMillis
  const base = { vendor: "meta", channel, at } as const
  const ends = present({ from: sender?.id, to: recipient?.id })
  if (message?.mid !== undefined) {
    const { mid, text } = message
    const told = { ...base, eventId: mid, externalId: mid, ...ends }
    if (message.is_echo !== true) return [{ ...told, kind: "inbound", text: text ?? "" }]
    return [{ ...told, eventId: `${mid}:sent`, kind: "sent", ...present({ sendId: message.metadata }) }]
  }
  if (delivery?.mids !== undefined) {
    return delivery.mids.map((mid) => ({
      ...base,
      eventId: `${mid}:delivered`,
      kind: "delivered",
      externalId: mid,
      ...ends
    }))
  }
  if (read?.mid !== undefined)
    return [{ ...base, eventId: `${read.mid}:read`, kind: "read", externalId: read.mid, ...ends }]
  if (read?.watermark === undefined) return []
  const eventId = `${sender?.id ?? ""}:read:${read.watermark}`
  return [{ ...base, eventId, kind: "read", upTo: read.watermark, ...ends }]
}

const statusKinds: Readonly<Record<string, NoticeKind>> = {
  sent: "sent",
  delivered: "delivered",
  read: "read",
  failed: "failed"
}

const ofWhatsApp = ({ messages = [], metadata, statuses = [] }: MetaEvent.Value): ReadonlyArray<Notice> => {
  const base = { vendor: "meta", channel: "whatsapp" } as const
  const account = metadata?.phone_number_id
  const inbound = messages.map((message): Notice => {
    const { button, from, id, interactive, text, timestamp } = message
    const said = text?.body ?? button?.text ?? interactive?.button_reply?.title ?? interactive?.list_reply?.title ?? ""
    const told = { ...base, eventId: id, kind: "inbound", externalId: id, from: `+${from}`, text: said } as const
    return { ...told, at: Number(timestamp) * 1000, ...present({ to: account }) }
  })
  const moved = statuses.flatMap((status): ReadonlyArray<Notice> => {
    const kind = statusKinds[status.status]
    if (kind === undefined) return []
    const error = status.errors?.[0]
    const fields = {
      to: status.recipient_id === undefined ? undefined : `+${status.recipient_id}`,
      from: account,
      sendId: status.biz_opaque_callback_data,
      code: error === undefined ? undefined : String(error.code),
      detail: error?.title
    }
    const eventId = `${status.id}:${status.status}`
    return [{ ...base, eventId, kind, externalId: status.id, at: Number(status.timestamp) * 1000, ...present(fields) }]
  })
  return [...inbound, ...moved]
}

const read = (text: string, nowMillis: number): ReadonlyArray<Notice> | undefined => {
  const event = MetaEvent.decode(text)
  if (Option.isNone(event)) return undefined
  const { entry, object } = event.value
  if (object === "whatsapp_business_account") {
    const values = entry.flatMap(({ changes = [] }) => changes.filter(({ field }) => field === "messages"))
    return values.flatMap(({ value }) =>
      Option.match(MetaEvent.decodeValue(value), { onNone: () => [], onSome: ofWhatsApp })
    )
  }
  if (object !== "page" && object !== "instagram") return []
  const channel = object === "page" ? "facebook" : "instagram"
  return entry.flatMap(({ messaging = [] }) => messaging.flatMap((each) => ofMessaging(channel, each, nowMillis)))
}

const refused = (reason: WebhookRefused["reason"]) => new WebhookRefused({ reason })

/** Without the app's secret every delivery is refused, without the token every handshake. */
export const make = (appSecret: Secret, verifyToken: Secret): Service => ({
  handshake: ({ challenge, mode, verifyToken: given }) => {
    if (mode !== "subscribe" || given === undefined || challenge === undefined)
      return Effect.fail(refused("missing_header"))
    const known = Option.isSome(verifyToken) && Signature.equals(given, Redacted.value(verifyToken.value))
    return known ? Effect.succeed(challenge) : Effect.fail(refused("bad_signature"))
  },
  verify: Effect.fn("MetaWebhook.verify")(function* (body, signature) {
    if (signature === undefined || signature === "") return yield* refused("missing_header")
    const holds =
      Option.isSome(appSecret) && Signature.equals(signature, Signature.meta(Redacted.value(appSecret.value), body))
    if (!holds) return yield* refused("bad_signature")
    const text = typeof body === "string" ? body : new TextDecoder().decode(body)
    return read(text, yield* Clock.currentTimeMillis) ?? (yield* refused("malformed"))
  })
})

export class MetaWebhook extends Context.Service<MetaWebhook, Service>()("@loopdrive/providers/MetaWebhook") {
  /** For `META_APP_SECRET` and `META_VERIFY_TOKEN`. */
  static readonly layerConfig: Layer.Layer<MetaWebhook, Config.ConfigError> = Layer.effect(
    MetaWebhook,
    Effect.gen(function* () {
      return make(yield* Credential.config("META_APP_SECRET"), yield* Credential.config("META_VERIFY_TOKEN"))
    })
  )
}
