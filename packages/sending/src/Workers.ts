/**
 * Takes items of a durable queue, several at once, for as long as its scope lives. What fails is handed out again after
 * the queue's back-off; what fails in a way nobody foresaw, time and again, is put aside as dead, where it can be looked at.
 */
import * as Cause from "effect/Cause"
import * as Context from "effect/Context"
import * as Effect from "effect/Effect"
import * as Metric from "effect/Metric"
import * as Schema from "effect/Schema"
import * as Queue from "./Queue.ts"
import { QueueStore } from "./QueueStore.ts"

/** The attempt failed in a way that time may cure: the queue hands the item out again after its back-off. */
export class AttemptPostponed extends Schema.TaggedError<AttemptPostponed>("@loopdrive/sending/AttemptPostponed")(
  "AttemptPostponed",
  { sendId: Schema.String, attempts: Schema.Int }
) {}

export interface Options {
  /** Items of one queue in hand at once; providers bound themselves too. */
  readonly concurrency: number
  /** After this many attempts a send is given up: with the back-off of the queue, after about an hour. */
  readonly attemptsMost: number
  /** Failures that nobody foresaw, until an item is put aside. */
  readonly failuresMost: number
}

export const Options = Context.Reference<Options>("@loopdrive/sending/Workers/Options", {
  defaultValue: () => ({ concurrency: 32, attemptsMost: 16, failuresMost: 10 })
})

const failures = Metric.counter("loopdrive_queue_failures", {
  description: "Items of a queue whose handling failed in a way nobody foresaw"
})

/** What passes by itself: the actor or the database was not there for a moment. */
const passes = new Set(["AttemptPostponed", "ActorUnavailable", "SqlError"])
const isForeseen = (cause: Cause.Cause<unknown>): boolean =>
  cause.reasons.every(
    (reason) =>
      Cause.isInterruptReason(reason) ||
      (Cause.isFailReason(reason) &&
        typeof reason.error === "object" &&
        reason.error !== null &&
        "_tag" in reason.error &&
        passes.has(String(reason.error._tag)))
  )

/** `handle` must be able to be done twice: an item is handed out again when its worker died. */
export const run = Effect.fnUntraced(function* <E>(
  name: Queue.QueueName,
  handle: (item: typeof Queue.Item.Type) => Effect.Effect<void, E>
) {
  const queue = yield* Queue.make(name)
  const store = yield* QueueStore
  const options = yield* Options

  const failed = Effect.fnUntraced(function* (id: string, cause: Cause.Cause<unknown>) {
    if (isForeseen(cause)) return
    yield* Metric.update(Metric.withAttributes(failures, { queue: name }), 1)
    const count = yield* store.failed(name, id)
    yield* Effect.logWarning(`an item of ${name} could not be handled`, cause)
    if (count >= options.failuresMost) yield* store.bury(name, id, Cause.pretty(cause))
  })

  const taker = queue
    .take((item, { id }) => Effect.tapCause(handle(item), (cause) => failed(id, cause)))
    .pipe(
      Effect.catchCause((cause) => (Cause.hasInterruptsOnly(cause) ? Effect.failCause(cause) : Effect.void)),
      Effect.forever
    )
  yield* Effect.forEach(Array.from({ length: options.concurrency }), () => Effect.forkScoped(taker), { discard: true })
})
