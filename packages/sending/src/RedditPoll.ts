/** Reddit has no webhooks: its inbox is looked into, and what is new there is kept like what other platforms tell. */
import { DmProvider } from "@loopdrive/providers/DmProvider"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Schedule from "effect/Schedule"
import { NoticeInbox } from "./NoticeInbox.ts"

/** Of the 60 requests a minute that Reddit allows, most are for sending. */
const every = "30 seconds"

/** One look. Reddit is told that they are kept once they are. */
export const make = Effect.gen(function* () {
  const { connector } = yield* DmProvider
  const inbox = yield* NoticeInbox
  return Effect.gen(function* () {
    const { acknowledge, notices } = yield* connector("reddit").poll
    if (notices.length === 0) return 0
    const fresh = yield* inbox.receive(notices)
    yield* acknowledge
    return fresh
  })
})

/** Looks for as long as the layer lives. */
export const layer = Layer.effectDiscard(
  Effect.gen(function* () {
    const look = yield* make
    yield* look.pipe(
      Effect.catchCause((cause) => Effect.logWarning("Reddit's inbox could not be read", cause)),
      Effect.repeat(Schedule.spaced(every)),
      Effect.forkScoped
    )
  })
)
