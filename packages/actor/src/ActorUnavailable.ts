/**
 * The one failure of the runtime itself: the actor could not take the command now. Nothing is known to have been
 * refused; the same command, with the same identity, may be sent again and takes effect at most once.
 */
import * as Schema from "effect/Schema"

/**
 * Why the actor could not answer.
 *
 * - `mailbox`: more commands wait for this actor than `Limits.mailbox` allows
 * - `residents`: every resident actor has work in flight and there is no room for another
 * - `storage`: the database could not be reached; whether the command took effect is not known
 * - `contended`: another writer kept changing the actor's row
 * - `poisoned`: the database kept refusing what the command decided; its neighbours are not affected
 * - `defect`: the decision threw; nothing was written
 * - `placement`: no runner holds the actor's shard at the moment, or the one that does is not answering
 * - `closing`: this process is shutting down
 */
export const Reason = Schema.Literals([
  "mailbox",
  "residents",
  "storage",
  "contended",
  "poisoned",
  "defect",
  "placement",
  "closing"
])
export type Reason = typeof Reason.Type

export class ActorUnavailable extends Schema.TaggedError<ActorUnavailable>("@loopdrive/actor/ActorUnavailable")(
  "ActorUnavailable",
  {
    entity: Schema.String,
    reason: Reason
  }
) {}
