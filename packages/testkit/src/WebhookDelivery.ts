/**
 * Webhooks of any vendor on their way: some lost, some twice, in no order, by a seed. The emulators make and sign them.
 */
import { Effect, Schema } from "effect"
import { draws, shuffled } from "./Shuffle.ts"

/** A webhook as the vendor would post it. */
export interface SignedWebhook {
  readonly url: string
  readonly body: string
  readonly headers: Readonly<Record<string, string>>
}

/** What receives a webhook: answers an HTTP status. */
export type Receiver = (webhook: SignedWebhook) => Effect.Effect<number, unknown>

class NoAnswer extends Schema.TaggedError<NoAnswer>()("NoAnswer", { cause: Schema.Defect() }) {}

/** Posts it to its address. */
export const post: Receiver = ({ body, headers, url }) =>
  Effect.tryPromise({
    try: async (signal) => {
      const response = await fetch(url, { method: "POST", body, headers, signal })
      await response.arrayBuffer()
      return response.status
    },
    catch: (cause) => new NoAnswer({ cause })
  })

export interface Options {
  /** By default posts each to its own address. */
  readonly to?: Receiver
  /** Of all deliveries, 0 to 1, how many are lost for good; none by default. */
  readonly drop?: number
  /** Of all webhooks, 0 to 1, how many are sent twice; none by default. */
  readonly duplicate?: number
  /** Sends in an order of its own instead of the one given. */
  readonly shuffle?: boolean
  readonly seed?: number
}

/** Sends them one after the other. What the receiver answered to each; `dropped` was not sent, `failed` got no answer. */
export const deliver = Effect.fnUntraced(function* (webhooks: ReadonlyArray<SignedWebhook>, options: Options = {}) {
  const draw = draws(options.seed ?? 1)
  const receive = options.to ?? post
  const wanted = webhooks.flatMap((webhook) => (draw() < (options.duplicate ?? 0) ? [webhook, webhook] : [webhook]))
  const outcomes: Array<number | "dropped" | "failed"> = []
  for (const webhook of options.shuffle === true ? shuffled(wanted, draw) : wanted) {
    if (draw() < (options.drop ?? 0)) outcomes.push("dropped")
    else outcomes.push(yield* Effect.catch(receive(webhook), () => Effect.succeed("failed" as const)))
  }
  return outcomes
})
