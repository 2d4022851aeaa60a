/**
 * Looks after sends that nobody looks after: those of which nobody knows whether they left are looked for at their vendor
 * and, when they are older than a quarter of an hour, told of; those whose queue lost them are put back.
 */
import * as Clock from "effect/Clock"
import * as Context from "effect/Context"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Metric from "effect/Metric"
import * as Schedule from "effect/Schedule"
import * as Attempt from "./Attempt.ts"
import type { Carrier } from "./Carrier.ts"
import * as Queue from "./Queue.ts"
import { SendAlertStore, states } from "./SendAlertStore.ts"
import { SendStore } from "./SendStore.ts"
import type { Send } from "./SendStore.ts"
import * as Wake from "./Wake.ts"
import * as Wording from "./Wording.ts"

const every = "30 seconds"
const most = 500

/** Milliseconds. */
export interface Options {
  /** A vendor shows what it accepted a moment later. */
  readonly settleAfter: number
  readonly alertAfter: number
  /** What is due for so long and in no worker's hand has been lost. */
  readonly lostAfter: number
}

export const Options = Context.Reference<Options>("@loopdrive/sending/SendSweep/Options", {
  defaultValue: () => ({ settleAfter: 60_000, alertAfter: 15 * 60_000, lostAfter: 10 * 60_000 })
})

const unknowns = Metric.gauge("loopdrive_sends_unknown", {
  description: "Sends that may have left, older than 15 minutes"
})

/** One look at everything. */
export const make = Effect.fnUntraced(function* (carriers: ReadonlyArray<Carrier>) {
  const sends = yield* SendStore
  const alerts = yield* SendAlertStore
  const wording = yield* Wording.make
  const attempt = yield* Attempt.make
  const wake = yield* Wake.again
  const options = yield* Options

  const settled = Effect.fnUntraced(function* (send: Send) {
    const carrier = carriers.find(({ family }) => family === Queue.familyOf(send.channel))
    const { recipient, text } = send
    if (carrier?.find === undefined || recipient === undefined || text === undefined) return
    const found = yield* carrier.find(yield* wording({ ...send, text }), recipient)
    const provider = carrier.provider(send.channel)
    if (found._tag === "Found")
      yield* attempt.settle(send, send.attempts, { _tag: "Sent", provider, externalId: found.externalId })
    if (found._tag === "Missing")
      yield* attempt.settle(send, send.attempts, {
        _tag: "Postponed",
        error: `${provider} does not have it`,
        again: yield* Clock.currentTimeMillis
      })
  })

  const lookFor = Effect.fnUntraced(function* (now: number) {
    const open = yield* sends.stale(["unknown"], new Date(now - options.settleAfter), most)
    yield* Effect.forEach(
      open,
      (send) =>
        Effect.catchCause(settled(send), (cause) =>
          Effect.logWarning("a send could not be looked for", cause).pipe(Effect.annotateLogs({ sendId: send.id }))
        ),
      { concurrency: 4, discard: true }
    )
  })

  const tell = Effect.fnUntraced(function* (now: number) {
    const before = new Date(now - options.alertAfter)
    yield* Metric.update(unknowns, (yield* sends.stale(states, before, most)).length)
    const fresh = yield* alerts.review(before, now)
    if (fresh.length > 0)
      yield* Effect.logError(`${fresh.length} sends may have left, and nobody knows for 15 minutes`, {
        sendIds: fresh.slice(0, 10)
      })
  })

  return Effect.gen(function* () {
    const now = yield* Clock.currentTimeMillis
    yield* lookFor(now)
    yield* tell(now)
    const lost = yield* sends.stale(["queued", "deferred"], new Date(now - options.lostAfter), most)
    // What waits without knowing until when has its next item in the queue.
    const missed = lost.filter(({ notBefore, state }) => state === "queued" || notBefore !== undefined)
    yield* Effect.forEach(missed, wake, { discard: true })
  })
})

/** Looks as long as the layer lives. */
export const layer = <R>(carriers: Effect.Effect<ReadonlyArray<Carrier>, never, R>) =>
  Layer.effectDiscard(
    Effect.gen(function* () {
      const round = yield* make(yield* carriers)
      yield* round.pipe(
        Effect.catchCause((cause) => Effect.logWarning("a sweep of sends failed", cause)),
        Effect.repeat(Schedule.spaced(every)),
        Effect.forkScoped
      )
    })
  )
