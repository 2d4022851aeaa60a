/**
 * What vendors tell us, from its arrival to what is done about it: kept first, acted on at once where that is possible,
 * and by the worker where it was not. A notice may arrive before we have noted the name of the message it speaks of; it
 * waits, and in the end it was not about a message of ours.
 */
import type { Notice } from "@loopdrive/providers/Notice"
import * as Clock from "effect/Clock"
import * as Context from "effect/Context"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Schedule from "effect/Schedule"
import type { SqlError } from "effect/sql/SqlError"
import { storable } from "./core/Told.ts"
import type { Told } from "./core/Told.ts"
import { NoticeStore, keep } from "./NoticeStore.ts"
import type { Kept } from "./NoticeStore.ts"
import { Outcomes } from "./Outcomes.ts"
import { Replies } from "./Replies.ts"

/** Shorter than any vendor waits for its answer. */
const patience = "5 seconds"
/** Tries: after 1 s, 2 s, 4 s and so on, at most five minutes apart, about 40 minutes in all. */
const attemptsMost = 16
const pauseMost = 5 * 60_000
const atOnce = 8
const most = 200
const every = "1 second"

const pauseAfter = (attempts: number): number => Math.min(1000 * 2 ** attempts, pauseMost)

export class NoticeInbox extends Context.Service<
  NoticeInbox,
  {
    /** Durable when it answers; a repeat does nothing. How many were new. */
    readonly receive: (notices: ReadonlyArray<Notice | Told>) => Effect.Effect<number, SqlError>
    /** One look at what is open and due. How many there were. */
    readonly round: Effect.Effect<number, SqlError>
  }
>()("@loopdrive/sending/NoticeInbox") {
  static readonly layerNoDeps: Layer.Layer<NoticeInbox, never, NoticeStore | Outcomes | Replies> = Layer.effect(
    NoticeInbox,
    Effect.suspend(() => make)
  )
  static readonly layer = NoticeInbox.layerNoDeps.pipe(Layer.provide(Layer.merge(Outcomes.layer, Replies.layer)))
}

const make = Effect.gen(function* () {
  const store = yield* NoticeStore
  const outcomes = yield* Outcomes
  const replies = yield* Replies

  const later = Effect.fnUntraced(function* (kept: Kept, outcome: "unclaimed" | "failed") {
    const now = yield* Clock.currentTimeMillis
    if (kept.attempts + 1 >= attemptsMost) return yield* store.settle(kept, outcome, undefined, now)
    yield* store.postpone(kept, now + pauseAfter(kept.attempts))
  })

  const attempt = Effect.fnUntraced(function* (kept: Kept) {
    const acted = yield* kept.told.kind === "inbound" ? replies.take(kept) : outcomes.take(kept)
    if (acted === undefined) return yield* later(kept, "unclaimed")
    yield* store.settle(kept, acted.outcome, acted.workspaceId, yield* Clock.currentTimeMillis)
  })

  const act = (kept: Kept): Effect.Effect<void, SqlError> =>
    Effect.catchCause(attempt(kept), (cause) =>
      Effect.andThen(
        Effect.logWarning("a notice could not be acted on", cause).pipe(
          Effect.annotateLogs({ vendor: kept.told.vendor, eventId: kept.told.eventId, attempts: kept.attempts })
        ),
        later(kept, "failed")
      )
    )

  // One address after the other, in the order of what happened: its commands must not overtake each other.
  const actAll = (kept: ReadonlyArray<Kept>) => {
    const groups = Map.groupBy(kept, ({ address, told }) => address ?? told.externalId ?? told.eventId)
    return Effect.forEach(
      groups.values(),
      (group) =>
        Effect.forEach(
          group.toSorted((a, b) => a.told.at - b.told.at),
          act,
          { discard: true }
        ),
      { concurrency: atOnce, discard: true }
    )
  }

  const receive = Effect.fn("NoticeInbox.receive")(function* (notices: ReadonlyArray<Notice | Told>) {
    const now = yield* Clock.currentTimeMillis
    const kept = notices.map((notice) => keep(storable(notice, now)))
    const fresh = yield* store.receive(kept, now)
    // The vendor's part is done: it is kept. What fails now is the worker's.
    yield* actAll(fresh).pipe(
      Effect.timeout(patience),
      Effect.catchCause((cause) => Effect.logWarning("notices wait for the worker", cause))
    )
    return fresh.length
  })

  const round = Effect.gen(function* () {
    const due = yield* store.due(yield* Clock.currentTimeMillis, most)
    yield* actAll(due)
    return due.length
  })

  return NoticeInbox.of({ receive, round })
})

/** Looks for as long as the layer lives. */
export const layerWorker = Layer.effectDiscard(
  Effect.gen(function* () {
    const { round } = yield* NoticeInbox
    yield* round.pipe(
      Effect.catchCause((cause) => Effect.logWarning("a look at the inbox failed", cause)),
      Effect.repeat(Schedule.spaced(every)),
      Effect.forkScoped
    )
  })
)
