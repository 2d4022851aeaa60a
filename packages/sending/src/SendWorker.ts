/**
 * Takes admitted messages of one family of channels to their vendor. The person is asked once more whether the message may
 * leave; from that turn on it is on its way and cannot be taken back. What becomes of it goes back to the person.
 *
 * A vendor that knows our key is asked again after a crash. One that does not is asked once: whether the message left is
 * then unknown, until a look-up or the vendor's notice tells.
 */
import type { AskError } from "@loopdrive/person/Client"
import type { PersonNotFound, SettleSend } from "@loopdrive/person/Published"
import * as Cause from "effect/Cause"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Metric from "effect/Metric"
import type { SqlError } from "effect/sql/SqlError"
import * as Attempt from "./Attempt.ts"
import type { Carrier, CarrierRefused, CarrierUnavailable } from "./Carrier.ts"
import { ChannelLimits } from "./ChannelLimits.ts"
import type { Worded } from "./Dressing.ts"
import { Express } from "./Express.ts"
import { OutsideFacts } from "./OutsideFacts.ts"
import { Policies } from "./Policies.ts"
import * as Queue from "./Queue.ts"
import { SendStore, isOpen } from "./SendStore.ts"
import type { Send } from "./SendStore.ts"
import * as Wording from "./Wording.ts"
import * as Workers from "./Workers.ts"

const outcomes = Metric.counter("loopdrive_send_attempts", {
  description: "Attempts to hand a message over, by family and outcome"
})

type Handled = Effect.Effect<void, AskError | PersonNotFound | SqlError | Workers.AttemptPostponed>
type Settle = (send: Send, attempts: number, outcome: SettleSend["outcome"]) => Effect.Effect<void, AskError>

/** Asks the vendor, and says what became of it. */
const makeDeliver = Effect.fnUntraced(function* (carrier: Carrier, settle: Settle) {
  const { attemptsMost } = yield* Workers.Options
  const provider = (send: Send) => carrier.provider(send.channel)

  const refused = (send: Send, { error, reason }: CarrierRefused) =>
    settle(send, send.attempts + 1, { _tag: "Failed", provider: provider(send), reason, error })

  const unavailable = Effect.fnUntraced(function* (send: Send, { error, maySent }: CarrierUnavailable) {
    const attempts = send.attempts + 1
    // Asked again, this vendor might send it twice.
    if (maySent && !carrier.idempotent(send.channel))
      return yield* settle(send, attempts, { _tag: "Unknown", provider: provider(send), error })
    if (attempts < attemptsMost) {
      yield* settle(send, attempts, { _tag: maySent ? "Retrying" : "Postponed", error })
      return yield* new Workers.AttemptPostponed({ sendId: send.id, attempts })
    }
    const words = `given up after ${attempts} attempts: ${error}`
    yield* settle(
      send,
      attempts,
      maySent
        ? { _tag: "Unknown", provider: provider(send), error: words }
        : { _tag: "Failed", provider: provider(send), reason: "provider_unavailable", error: words }
    )
  })

  return (send: Worded, recipient: string): Handled =>
    carrier.send(send, recipient).pipe(
      Effect.matchEffect({
        onSuccess: ({ externalId }): Handled =>
          settle(send, send.attempts + 1, { _tag: "Sent", provider: provider(send), externalId }),
        onFailure: (error): Handled =>
          error._tag === "CarrierRefused" ? refused(send, error) : unavailable(send, error)
      })
    )
})

/** What it does with one item of its queue, and with a message that left in the turn that admitted it. */
export const make = Effect.fnUntraced(function* (carrier: Carrier) {
  const sends = yield* SendStore
  const outside = yield* OutsideFacts
  const limits = yield* ChannelLimits
  const wording = yield* Wording.make
  const policies = yield* Policies
  const express = yield* Express
  const attempt = yield* Attempt.make

  const counted = (outcome: SettleSend["outcome"]) =>
    Metric.update(Metric.withAttributes(outcomes, { family: carrier.family, outcome: outcome._tag }), 1)
  const deliver = yield* makeDeliver(carrier, (send, attempts, outcome) =>
    Effect.andThen(attempt.settle(send, attempts, outcome), counted(outcome))
  )
  const soon = yield* Queue.firstPause
  const deliverExpress = yield* makeDeliver(carrier, (send, attempts, outcome) =>
    Effect.clockWith((clock) =>
      Effect.andThen(
        attempt.settle(send, attempts, outcome, { again: clock.currentTimeMillisUnsafe() + soon }),
        counted(outcome)
      )
    )
  )

  const handle = Effect.fn("SendWorker.handle")(function* ({ sendId }: typeof Queue.Item.Type) {
    // Its vendor takes long. Whoever has it says what becomes of it.
    if (express.has(sendId)) return yield* new Workers.AttemptPostponed({ sendId, attempts: 0 })
    const send = yield* sends.find(sendId)
    if (send === undefined || send.state === "unknown" || !isOpen(send)) return
    const { recipient, text } = send
    if (recipient === undefined || text === undefined)
      return yield* Effect.die(
        new Error(`${sendId} waits to leave without ${text === undefined ? "words" : "an address"}`)
      )
    const worded = yield* wording({ ...send, text })
    const { from, headers, html } = worded
    const suppressed = yield* outside.suppressed({ ...send, recipient })
    const reply = yield* attempt.say(
      send,
      {
        ...Attempt.aboutOf(send),
        _tag: "BeginSend",
        policy: yield* policies.of(send.workspaceId),
        outside: { ...(yield* limits.of(send)), suppressed },
        idempotent: carrier.idempotent(send.channel),
        words: { from, text: worded.text, html, headers }
      },
      "send/begin"
    )
    if (reply._tag === "Go") yield* deliver(worded, recipient)
  })

  return {
    handle: (item: typeof Queue.Item.Type) => express.busy(carrier.family, handle(item)),
    word: wording,
    deliver: (send: Worded, recipient: string) =>
      deliverExpress(send, recipient).pipe(
        Effect.catchTag("AttemptPostponed", () => Effect.void),
        // Its item comes up in the queue.
        Effect.catchCause((cause) =>
          Cause.hasInterruptsOnly(cause)
            ? Effect.failCause(cause as Cause.Cause<never>)
            : Effect.logWarning("an express was not settled", cause)
        ),
        Effect.annotateLogs({ sendId: send.id }),
        Effect.withSpan("SendWorker.deliver")
      )
  }
})

/** Runs the workers of a family for as long as the layer lives. What is in hand when it ends is handed out again. */
export const layer = <R>(carrier: Effect.Effect<Carrier, never, R>) =>
  Layer.effectDiscard(
    Effect.gen(function* () {
      const takes = yield* carrier
      const { deliver, handle, word } = yield* make(takes)
      const { concurrency } = yield* Workers.Options
      yield* Workers.run(`${takes.family}.send`, handle)
      if (takes.express) yield* (yield* Express).serve(takes.family, { most: concurrency, word, deliver })
    })
  )
