/**
 * Webhooks from Stripe: whether one is genuine, and what it is about. Used by the HTTP layer, which passes the raw body
 * as it arrived.
 *
 * Events arrive late, twice, in any order or not at all (https://docs.stripe.com/webhooks#event-ordering), so one is
 * only a hint to look: nothing but the names in it is passed on, and the object is read back.
 */
import { Clock, Config, Context, Effect, Layer, Option, Redacted, Schema } from "effect"
import { WebhookRefused } from "./WebhookRefused.ts"

/**
 * A genuine event. `objectType` is Stripe's word, `objectId` the object's id: `payment_intent` and `pi_…`; absent where it
 * is about nothing that has an id, as a balance has none.
 */
export interface WebhookEvent {
  /** Stripe's name for the event, the same in every delivery of it. */
  readonly id: string
  readonly type: string
  /** When it happened, which is not when it arrived. */
  readonly created: Date
  readonly objectId?: string
  readonly objectType?: string
  /** The payment to look at: for events about payments, their charges, refunds and disputes. */
  readonly paymentIntentId?: string
  /** The transfer to look at: for `transfer.*`. */
  readonly transferId?: string
}

/** What the service does. */
export interface Service {
  /** `body` is every byte of the request as received; `signature` the value of its `Stripe-Signature` header. */
  readonly verify: (
    body: string | Uint8Array,
    signature: string | undefined
  ) => Effect.Effect<WebhookEvent, WebhookRefused>
}

/** Stripe's own choice (https://docs.stripe.com/webhooks#verify-official-libraries). */
const toleranceSeconds = 300

/** Visible ASCII, and 255 characters at the most: what Stripe promises of its ids (https://docs.stripe.com/upgrades). */
const Name = Schema.String.check(Schema.isPattern(/^[!-~]{1,255}$/))
const Reference = Schema.optional(Schema.NullOr(Schema.Union([Name, Schema.Struct({ id: Name })])))

/** What makes it an event, of whatever kind (https://docs.stripe.com/api/events/object). */
const Signed = Schema.Struct({
  id: Name,
  type: Name,
  created: Schema.Union([Schema.Int, Schema.String]),
  data: Schema.optional(Schema.Unknown)
})
/** What it is about, where that is something to look at. */
const About = Schema.Struct({
  object: Schema.Struct({ id: Name, object: Name, payment_intent: Reference })
})

const decodeSigned = Schema.decodeUnknownOption(Schema.fromJsonString(Signed))
const decodeAbout = Schema.decodeUnknownOption(About)

const toEvent = ({ id, type, created, data }: typeof Signed.Type): WebhookEvent => {
  // Seconds in the older kind of event, ISO in the newer.
  const event = { id, type, created: new Date(typeof created === "number" ? created * 1000 : created) }
  const about = Option.getOrUndefined(decodeAbout(data))?.object
  if (about === undefined) return event
  const { id: objectId, object: objectType, payment_intent } = about
  const named = typeof payment_intent === "string" ? payment_intent : payment_intent?.id
  const paymentIntentId = objectType === "payment_intent" ? objectId : named
  return {
    ...event,
    objectId,
    objectType,
    ...(paymentIntentId === undefined ? {} : { paymentIntentId }),
    ...(objectType === "transfer" ? { transferId: objectId } : {})
  }
}

const refused = (reason: WebhookRefused["reason"]) => new WebhookRefused({ reason })

/** The service for an endpoint's secrets: several while one takes over from another, none that refuses everything. */
export const make = Effect.fnUntraced(function* (secrets: ReadonlyArray<Redacted.Redacted<string>>) {
  // As slow to load as the client it is part of, so loaded only where there is something to verify.
  const webhooks = secrets.length === 0 ? undefined : (yield* Effect.promise(() => import("stripe"))).Stripe.webhooks

  /** Zero seconds of tolerance mean none is asked for, see the client. */
  const holds = (body: string | Uint8Array, signature: string, atMillis: number, tolerance: number): boolean =>
    secrets.some((secret) => {
      try {
        const key = Redacted.value(secret)
        return webhooks?.signature?.verifyHeader(body, signature, key, tolerance, undefined, atMillis) === true
      } catch {
        return false
      }
    })

  return StripeWebhook.of({
    verify: Effect.fn("StripeWebhook.verify")(function* (body, signature) {
      if (signature === undefined || signature.trim() === "") return yield* refused("missing_header")
      const atMillis = yield* Clock.currentTimeMillis
      if (!holds(body, signature, atMillis, 0)) return yield* refused("bad_signature")
      if (!holds(body, signature, atMillis, toleranceSeconds)) return yield* refused("too_old")
      const text = typeof body === "string" ? body : new TextDecoder().decode(body)
      const event = Option.map(decodeSigned(text), toEvent)
      if (Option.isNone(event) || Number.isNaN(event.value.created.getTime())) return yield* refused("malformed")
      return event.value
    })
  })
})

export class StripeWebhook extends Context.Service<StripeWebhook, Service>()("@loopdrive/providers/StripeWebhook") {
  /** For given secrets. */
  static readonly layerWith = (secrets: ReadonlyArray<Redacted.Redacted<string>>): Layer.Layer<StripeWebhook> =>
    Layer.effect(StripeWebhook, make(secrets))

  /** For the secrets in `STRIPE_WEBHOOK_SECRET`, separated by commas. Without any, every webhook is refused. */
  static readonly layerConfig: Layer.Layer<StripeWebhook, Config.ConfigError> = Layer.effect(
    StripeWebhook,
    Effect.gen(function* () {
      const given = yield* Config.option(Config.schema(Schema.Redacted(Schema.String), "STRIPE_WEBHOOK_SECRET"))
      const parts = Option.match(given, { onNone: () => [], onSome: (all) => Redacted.value(all).split(",") })
      const secrets = parts.map((part) => part.trim()).filter((part) => part !== "")
      return yield* make(secrets.map((secret) => Redacted.make(secret)))
    })
  )
}
