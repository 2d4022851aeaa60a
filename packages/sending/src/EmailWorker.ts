/**
 * Takes admitted emails from the queue to the provider. The vendor is asked under the send's own id, so an attempt that
 * was repeated after a crash is one message; the outcome goes back to the person as a command, so it is recorded once.
 */
import type { CommandIdentity } from "@loopdrive/actor/Receipt"
import type { Reason } from "@loopdrive/domain/Delivery"
import { PersonClient } from "@loopdrive/person/Client"
import type { AskError } from "@loopdrive/person/Client"
import type { SettleSend } from "@loopdrive/person/Published"
import { PersonStore } from "@loopdrive/person/Store"
import { EmailProvider } from "@loopdrive/providers/EmailProvider"
import type { MessageFailure, MessageRejected } from "@loopdrive/providers/MessageFailure"
import * as Clock from "effect/Clock"
import * as Context from "effect/Context"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Metric from "effect/Metric"
import * as Schedule from "effect/Schedule"
import * as Schema from "effect/Schema"
import * as EmailText from "./core/EmailText.ts"
import * as Queue from "./Queue.ts"
import { SendStore } from "./SendStore.ts"
import type { Send } from "./SendStore.ts"

/** The attempt failed in a way that time may cure: the queue hands the send out again after its back-off. */
export class AttemptPostponed extends Schema.TaggedError<AttemptPostponed>("@loopdrive/sending/AttemptPostponed")(
  "AttemptPostponed",
  { sendId: Schema.String, attempts: Schema.Int }
) {}

export interface Options {
  /** Emails on their way at once; the provider bounds itself too. */
  readonly concurrency: number
  /** After this many attempts a send is given up: with the back-off of the queue, after about an hour. */
  readonly attemptsMost: number
  /** The From of a send that names none and whose workspace names none. */
  readonly defaultFrom: string
}

export const Options = Context.Reference<Options>("@loopdrive/sending/EmailWorker/Options", {
  defaultValue: () => ({ concurrency: 8, attemptsMost: 16, defaultFrom: "LoopDrive <no-reply@example.com>" })
})

const outcomes = Metric.counter("loopdrive_email_attempts", {
  description: "Attempts to hand an email over, by outcome"
})

/** An outcome is told again only by a worker that died between telling it and letting go of the item: seconds later. */
const settledWindow = 24 * 60 * 60 * 1000

type Outcome = SettleSend["outcome"]

const make = Effect.gen(function* () {
  const queue = yield* Queue.make("email.send")
  const sends = yield* SendStore
  const people = yield* PersonClient
  const graph = yield* PersonStore
  const provider = yield* EmailProvider
  const options = yield* Options

  const settle = (send: Send, attempts: number, outcome: Outcome): Effect.Effect<void, AskError> => {
    const identity: CommandIdentity = {
      workspaceId: send.workspaceId,
      scope: "send/settle",
      key: outcome._tag === "Postponed" ? `${send.id}:${attempts}` : send.id,
      hash: "",
      windowMillis: settledWindow
    }
    const ask: SettleSend = {
      _tag: "SettleSend",
      sendId: send.id,
      eventId: send.eventId,
      channel: send.channel,
      recipient: send.recipient,
      subject: send.subject,
      text: send.text,
      attempts,
      outcome
    }
    return Effect.asVoid(people.ask(send.workspaceId, send.personId, ask, identity)).pipe(
      Effect.andThen(Metric.update(Metric.withAttributes(outcomes, { outcome: outcome._tag }), 1))
    )
  }

  const rejected = (send: Send, error: MessageRejected) =>
    settle(send, send.attempts + 1, {
      _tag: "Failed",
      provider: provider.name,
      reason: "provider_rejected",
      error: `${error.name}: ${error.message}`
    })

  const unavailable = Effect.fnUntraced(function* (send: Send, error: MessageFailure) {
    const attempts = send.attempts + 1
    const words = error._tag === "MessageRejected" ? `${error.name}: ${error.message}` : error.reason
    if (attempts < options.attemptsMost) {
      yield* settle(send, attempts, { _tag: "Postponed", error: words })
      return yield* new AttemptPostponed({ sendId: send.id, attempts })
    }
    const unknown = error._tag === "MessageProviderUnavailable" && error.outcome === "unknown"
    yield* settle(send, attempts, {
      _tag: "Failed",
      provider: provider.name,
      reason: unknown ? "unknown_outcome" : "provider_unavailable",
      error: `given up after ${attempts} attempts: ${words}`
    })
  })

  const deliver = (send: Send, recipient: string) =>
    provider
      .send(
        {
          sendId: send.id,
          workspaceId: send.workspaceId,
          from: send.from ?? options.defaultFrom,
          to: recipient,
          subject: send.subject ?? EmailText.subjectOf(send.text),
          text: send.text,
          ...(send.html === undefined ? {} : { html: send.html }),
          ...(send.replyTo === undefined ? {} : { replyTo: send.replyTo })
        },
        send.id
      )
      .pipe(
        Effect.matchEffect({
          onSuccess: ({ externalId }) =>
            settle(send, send.attempts + 1, { _tag: "Sent", provider: provider.name, externalId }),
          onFailure: (error): Effect.Effect<void, AskError | AttemptPostponed> =>
            // A refused credential is the operator's to mend, not the message's fault.
            error._tag === "MessageRejected" && error.reason !== "credential"
              ? rejected(send, error)
              : unavailable(send, error)
        })
      )

  const handle = Effect.fn("EmailWorker.handle")(function* ({ sendId }: typeof Queue.Item.Type) {
    const send = yield* sends.find(sendId)
    if (send === undefined || (send.state !== "queued" && send.state !== "deferred")) return
    const now = yield* Clock.currentTimeMillis
    const refuse = (reason: Reason) =>
      settle(send, send.attempts, { _tag: "Failed", provider: "loopdrive", reason, error: reason })
    if (send.recipient === undefined) return yield* refuse("no_identity")
    // Asked again as the message leaves: a consent withdrawn meanwhile counts.
    const reason = yield* graph.refuses(send.workspaceId, send.personId, send.channel, send.purpose, now)
    if (reason !== undefined) return yield* refuse(reason)
    yield* deliver(send, send.recipient)
  })

  const isPostponed = (error: { readonly _tag: string }): boolean => error._tag === "AttemptPostponed"
  const taker = queue.take(handle).pipe(
    Effect.catchIf(isPostponed, () => Effect.void),
    Effect.tapCause((cause) => Effect.logWarning("an email could not be handled; it stays queued", cause)),
    Effect.retry(Schedule.spaced("1 second")),
    Effect.forever
  )
  yield* Effect.forEach(Array.from({ length: options.concurrency }), () => Effect.forkScoped(taker), { discard: true })
})

/** Runs the workers for as long as the layer lives. What is in hand when it ends is handed out again. */
export const layer = Layer.effectDiscard(make)
