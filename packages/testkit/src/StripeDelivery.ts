/**
 * Webhooks as Stripe sends them: signed with HMAC-SHA256 over `timestamp.body`
 * (https://docs.stripe.com/webhooks#verify-manually), some lost, some twice, in no order
 * (https://docs.stripe.com/webhooks#event-ordering). Lost and disordered by a seed, so that a run can be repeated.
 */
import { Clock, Effect, Schema } from "effect"
import { createHmac } from "node:crypto"
import { draws, shuffled } from "./Shuffle.ts"
import type { StripeEvent } from "./StripeObjects.ts"

/** The value of `Stripe-Signature` for a body. */
export const sign = (body: string, secret: string, atSeconds: number): string => {
  const mac = createHmac("sha256", secret).update(`${atSeconds}.${body}`).digest("hex")
  return `t=${atSeconds},v1=${mac}`
}

/** A signature of the right form that nobody made. */
export const forge = (atSeconds: number): string => `t=${atSeconds},v1=${"0".repeat(64)}`

/** What receives a webhook: answers an HTTP status. */
export type Receiver = (webhook: {
  readonly body: string
  readonly signature: string
}) => Effect.Effect<number, unknown>

export interface DeliverOptions {
  /** An address to post to, or a function in its place. */
  readonly to: string | Receiver
  readonly secret: string
  /** Of all deliveries, 0 to 1, how many are lost for good; none by default. */
  readonly drop?: number
  /** Of all events, 0 to 1, how many are sent twice; none by default. */
  readonly duplicate?: number
  /** Sends in an order of its own instead of the events'. */
  readonly shuffle?: boolean
  readonly seed?: number
}

export interface Delivery {
  readonly event: StripeEvent
  /** What the receiver answered; `dropped` was not sent, `failed` got no answer. */
  readonly outcome: number | "dropped" | "failed"
}

class NoAnswer extends Schema.TaggedError<NoAnswer>()("NoAnswer", { cause: Schema.Defect() }) {}

const post =
  (url: string): Receiver =>
  ({ body, signature }) =>
    Effect.tryPromise({
      try: async (signal) => {
        const headers = { "content-type": "application/json; charset=utf-8", "stripe-signature": signature }
        const response = await fetch(url, { method: "POST", body, headers, signal })
        await response.arrayBuffer()
        return response.status
      },
      catch: (cause) => new NoAnswer({ cause })
    })

/** Sends the events one after the other, each when the one before was answered. */
export const deliver = Effect.fnUntraced(function* (events: ReadonlyArray<StripeEvent>, options: DeliverOptions) {
  const draw = draws(options.seed ?? 1)
  const receive = typeof options.to === "string" ? post(options.to) : options.to
  const wanted = events.flatMap((event) => (draw() < (options.duplicate ?? 0) ? [event, event] : [event]))
  const ordered = options.shuffle === true ? shuffled(wanted, draw) : wanted
  const deliveries: Array<Delivery> = []
  for (const event of ordered) {
    if (draw() < (options.drop ?? 0)) {
      deliveries.push({ event, outcome: "dropped" })
      continue
    }
    const atSeconds = Math.floor((yield* Clock.currentTimeMillis) / 1000)
    const body = JSON.stringify(event)
    const sent = receive({ body, signature: sign(body, options.secret, atSeconds) })
    const outcome = yield* Effect.catch(sent, () => Effect.succeed("failed" as const))
    deliveries.push({ event, outcome })
  }
  return deliveries
})
