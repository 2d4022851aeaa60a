/**
 * Notices that were acted on, kept for as long as a repeat of them may come and a decision may read them. This lets the
 * older ones go, a bounded number at a time.
 */
import * as Clock from "effect/Clock"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Schedule from "effect/Schedule"
import * as SqlClient from "effect/sql/SqlClient"

/** One statement deletes at most this many, so that it never holds up a vendor. */
const batch = 1000
const every = "1 minute"

const day = 24 * 60 * 60 * 1000
/** No vendor repeats what was answered, nor tries what was not, for longer than a week. */
const repeatMost = 35 * day
/** What reached an address and what bounced, and its commands: soft bounces in a row count within this time. */
const readMost = 180 * day

/** Deletes what is over until nothing is; answers how many went. */
export const run = Effect.gen(function* () {
  const sql = yield* SqlClient.SqlClient
  const now = yield* Clock.currentTimeMillis
  const isRead = sql`(keyword is not null or kind in ('bounced_soft', 'delivered'))`
  const kinds = [
    { which: sql`not ${isRead}`, before: new Date(now - repeatMost) },
    { which: isRead, before: new Date(now - readMost) }
  ]
  let total = 0
  for (const { before, which } of kinds)
    for (let gone = batch; gone === batch; total += gone) {
      const rows = yield* sql`delete from notices where (vendor, event_id) in (
          select vendor, event_id from notices where settled_at < ${before} and ${which} limit ${batch})
        returning 1 as gone`
      gone = rows.length
    }
  return total
})

/** Runs as long as the layer lives. A failure is logged and tried again with the next round. */
export const layer: Layer.Layer<never, never, SqlClient.SqlClient> = Layer.effectDiscard(
  run.pipe(
    Effect.catchCause((cause) => Effect.logWarning("notices could not be cleaned up", cause)),
    Effect.repeat(Schedule.spaced(every)),
    Effect.forkScoped
  )
)
