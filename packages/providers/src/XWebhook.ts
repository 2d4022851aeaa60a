/**
 * Webhooks from X: the challenge by which it makes sure every hour that the address is ours, whether a delivery is
 * genuine, and what it tells of direct messages (https://docs.x.com/x-api/webhooks/quickstart,
 * https://docs.x.com/x-api/account-activity/introduction). The scheme has no time: a repeat is told by its event id.
 */
import { Context, Effect, Layer, Option, Redacted, Schema } from "effect"
import type { Config } from "effect"
import * as Signature from "./core/Signature.ts"
import * as Credential from "./Credential.ts"
import type { Notice } from "./Notice.ts"
import { WebhookRefused } from "./WebhookRefused.ts"

export interface Service {
  /** The `response_token` for a `crc_token`. */
  readonly challenge: (crcToken: string | undefined) => Effect.Effect<string, WebhookRefused>
  /** `body` is every byte as received, `signature` the header `x-twitter-webhooks-signature`. */
  readonly verify: (
    body: string | Uint8Array,
    signature: string | undefined
  ) => Effect.Effect<ReadonlyArray<Notice>, WebhookRefused>
}

const Target = Schema.Struct({ recipient_id: Schema.String })

const Delivery = Schema.Struct({
  for_user_id: Schema.optional(Schema.String),
  direct_message_events: Schema.optional(
    Schema.Array(
      Schema.Struct({
        type: Schema.String,
        id: Schema.String,
        /** Milliseconds, as text. */
        created_timestamp: Schema.String,
        message_create: Schema.optional(
          Schema.Struct({
            target: Target,
            sender_id: Schema.String,
            message_data: Schema.Struct({ text: Schema.optional(Schema.String) })
          })
        )
      })
    )
  ),
  direct_message_mark_read_events: Schema.optional(
    Schema.Array(
      Schema.Struct({
        created_timestamp: Schema.String,
        sender_id: Schema.String,
        target: Target,
        last_read_event_id: Schema.String
      })
    )
  )
})
const decode = Schema.decodeUnknownOption(Schema.fromJsonString(Delivery))

const base = { vendor: "x", channel: "x" } as const

const read = (delivery: typeof Delivery.Type): ReadonlyArray<Notice> => {
  const { direct_message_events = [], direct_message_mark_read_events = [], for_user_id } = delivery
  const messages = direct_message_events.flatMap(({ created_timestamp, id, message_create }): ReadonlyArray<Notice> => {
    if (message_create === undefined) return []
    const { message_data, sender_id: from, target } = message_create
    const told = { ...base, externalId: id, at: Number(created_timestamp), from, to: target.recipient_id }
    // What we send comes back to us too.
    if (from === for_user_id) return [{ ...told, eventId: `${id}:sent`, kind: "sent" }]
    return [{ ...told, eventId: id, kind: "inbound", text: message_data.text ?? "" }]
  })
  const reads = direct_message_mark_read_events.map((event): Notice => {
    const { created_timestamp, last_read_event_id: externalId, sender_id: from, target } = event
    const at = Number(created_timestamp)
    return {
      ...base,
      eventId: `${externalId}:read`,
      kind: "read",
      externalId,
      at,
      upTo: at,
      from,
      to: target.recipient_id
    }
  })
  return [...messages, ...reads]
}

const refused = (reason: WebhookRefused["reason"]) => new WebhookRefused({ reason })

/** For an application's secret; none refuses everything. */
export const make = (apiSecret: Option.Option<Redacted.Redacted<string>>): Service => ({
  challenge: (crcToken) => {
    if (crcToken === undefined || crcToken === "") return Effect.fail(refused("missing_header"))
    if (Option.isNone(apiSecret)) return Effect.fail(refused("bad_signature"))
    return Effect.succeed(Signature.x(Redacted.value(apiSecret.value), crcToken))
  },
  verify: Effect.fn("XWebhook.verify")(function* (body, signature) {
    if (signature === undefined || signature === "") return yield* refused("missing_header")
    const holds =
      Option.isSome(apiSecret) && Signature.equals(signature, Signature.x(Redacted.value(apiSecret.value), body))
    if (!holds) return yield* refused("bad_signature")
    const delivery = decode(typeof body === "string" ? body : new TextDecoder().decode(body))
    return Option.isNone(delivery) ? yield* refused("malformed") : read(delivery.value)
  })
})

export class XWebhook extends Context.Service<XWebhook, Service>()("@loopdrive/providers/XWebhook") {
  /** For `X_API_SECRET`. */
  static readonly layerConfig: Layer.Layer<XWebhook, Config.ConfigError> = Layer.effect(
    XWebhook,
    Effect.map(Credential.config("X_API_SECRET"), make)
  )
}
