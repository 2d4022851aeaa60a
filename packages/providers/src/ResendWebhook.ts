/**
 * Webhooks from Resend: whether one is genuine, and what it tells. Signed as Standard Webhooks say, under the header
 * names of either `webhook-…` or `svix-…` (https://resend.com/docs/dashboard/webhooks/verify-webhooks-requests).
 */
import { Clock, Config, Context, Effect, Layer, Option, Redacted, Schema } from "effect"
import { sendTag } from "./core/SendTag.ts"
import * as Signature from "./core/Signature.ts"
import { present } from "./Notice.ts"
import type { Notice, NoticeKind } from "./Notice.ts"
import { WebhookRefused } from "./WebhookRefused.ts"

/** Header names in lower case. */
export type Headers = Readonly<Record<string, string | undefined>>

export interface Service {
  /** `body` is every byte of the request as received. Events that say nothing of a message are no notices. */
  readonly verify: (body: string | Uint8Array, headers: Headers) => Effect.Effect<ReadonlyArray<Notice>, WebhookRefused>
}

/** The tolerance of the standard, before and after. */
const toleranceSeconds = 300

const Hit = Schema.Struct({
  ipAddress: Schema.optional(Schema.NullOr(Schema.String)),
  link: Schema.optional(Schema.NullOr(Schema.String)),
  userAgent: Schema.optional(Schema.NullOr(Schema.String))
})

/** The vendor's pages show tags in both shapes (https://resend.com/docs/dashboard/webhooks/body-parameters). */
const Tag = Schema.Struct({ name: Schema.String, value: Schema.String })
const Tags = Schema.Union([Schema.Array(Tag), Schema.Record(Schema.String, Schema.String)])

const sendIdOf = (tags: typeof Tags.Type): string | undefined => {
  const listed = Schema.is(Schema.Array(Tag))(tags)
    ? tags
    : Object.entries(tags).map(([name, value]) => ({ name, value }))
  return listed.find(({ name }) => name === sendTag)?.value
}

/** https://resend.com/docs/dashboard/webhooks/event-types */
const Event = Schema.Struct({
  type: Schema.NonEmptyString,
  created_at: Schema.NonEmptyString,
  data: Schema.Struct({
    email_id: Schema.optional(Schema.String),
    tags: Schema.optional(Schema.NullOr(Tags)),
    from: Schema.optional(Schema.NullOr(Schema.String)),
    to: Schema.optional(Schema.NullOr(Schema.Union([Schema.String, Schema.Array(Schema.String)]))),
    text: Schema.optional(Schema.NullOr(Schema.String)),
    bounce: Schema.optional(
      Schema.NullOr(
        Schema.Struct({
          type: Schema.optional(Schema.String),
          subType: Schema.optional(Schema.String),
          message: Schema.optional(Schema.String)
        })
      )
    ),
    failed: Schema.optional(Schema.NullOr(Schema.Struct({ reason: Schema.optional(Schema.String) }))),
    open: Schema.optional(Schema.NullOr(Hit)),
    click: Schema.optional(Schema.NullOr(Hit))
  })
})
type Event = typeof Event.Type
const decode = Schema.decodeUnknownOption(Schema.fromJsonString(Event))

/** A bounce that is not said to be permanent is worth another try. */
const kindOf = ({ data, type }: Event): NoticeKind | undefined => {
  switch (type) {
    case "email.bounced":
      return data.bounce?.type === "Permanent" ? "bounced_hard" : "bounced_soft"
    case "email.delivery_delayed":
      return "delayed"
    case "email.received":
      return "inbound"
    case "email.sent":
    case "email.delivered":
    case "email.complained":
    case "email.opened":
    case "email.clicked":
    case "email.failed":
      return type.slice("email.".length) as NoticeKind
    default:
      return undefined
  }
}

const toNotice = (eventId: string, event: Event, nowMillis: number): ReadonlyArray<Notice> => {
  const kind = kindOf(event)
  if (kind === undefined) return []
  const { bounce, click, email_id, failed, from, open, tags, text, to } = event.data
  const at = Date.parse(event.created_at)
  const hit = click ?? open
  const fields = {
    externalId: email_id,
    sendId: sendIdOf(tags ?? []),
    from,
    to: typeof to === "string" ? to : to?.[0],
    text: kind === "inbound" ? text : undefined,
    link: click?.link,
    userAgent: hit?.userAgent,
    ip: hit?.ipAddress,
    code: bounce?.subType ?? bounce?.type,
    detail: bounce?.message ?? failed?.reason
  }
  return [
    { vendor: "resend", channel: "email", eventId, kind, at: Number.isNaN(at) ? nowMillis : at, ...present(fields) }
  ]
}

const refused = (reason: WebhookRefused["reason"]) => new WebhookRefused({ reason })

/** For an endpoint's secrets: several while one takes over from another; none refuses everything. */
export const make = (secrets: ReadonlyArray<Redacted.Redacted<string>>): Service => ({
  verify: Effect.fn("ResendWebhook.verify")(function* (body, headers) {
    const header = (name: string) => headers[`webhook-${name}`] ?? headers[`svix-${name}`]
    const [id, timestamp, signatures] = [header("id"), header("timestamp"), header("signature")]
    if (!id || !timestamp || !signatures) return yield* refused("missing_header")
    const given = signatures.split(" ")
    const holds = secrets.some((secret) => {
      const expected = Signature.standardWebhook(Redacted.value(secret), id, timestamp, body)
      return given.some((each) => Signature.equals(each, expected))
    })
    if (!holds) return yield* refused("bad_signature")
    const nowMillis = yield* Clock.currentTimeMillis
    const age = Math.abs(Math.floor(nowMillis / 1000) - Number(timestamp))
    if (!(age <= toleranceSeconds)) return yield* refused("too_old")
    const event = decode(typeof body === "string" ? body : new TextDecoder().decode(body))
    return Option.isNone(event) ? yield* refused("malformed") : toNotice(id, event.value, nowMillis)
  })
})

export class ResendWebhook extends Context.Service<ResendWebhook, Service>()("@loopdrive/providers/ResendWebhook") {
  /** For the secrets in `RESEND_WEBHOOK_SECRET`, separated by commas. Without any, every webhook is refused. */
  static readonly layerConfig: Layer.Layer<ResendWebhook, Config.ConfigError> = Layer.effect(
    ResendWebhook,
    Effect.gen(function* () {
      const given = yield* Config.option(Config.schema(Schema.Redacted(Schema.String), "RESEND_WEBHOOK_SECRET"))
      const parts = Option.match(given, { onNone: () => [], onSome: (all) => Redacted.value(all).split(",") })
      const secrets = parts.map((part) => part.trim()).filter((part) => part !== "")
      return make(secrets.map((secret) => Redacted.make(secret)))
    })
  )
}
