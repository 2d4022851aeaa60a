/** Receipts whose window is over answer nothing any more. This lets them go, a bounded number at a time. */
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Schedule from "effect/Schedule"
import * as SqlClient from "effect/sql/SqlClient"

/** One statement deletes at most this many, so that it never holds up the journal. */
const batch = 1000
const every = "1 minute"

/** Deletes what is over until nothing is; answers how many went. */
export const run = Effect.gen(function* () {
  const sql = yield* SqlClient.SqlClient
  const once = Effect.map(
    sql`delete from receipts where (workspace_id, scope, key) in (
        select workspace_id, scope, key from receipts where expires_at <= now() limit ${batch})
      returning 1 as gone`,
    (rows) => rows.length
  )
  let total = 0
  while (true) {
    const gone = yield* once
    total += gone
    if (gone < batch) return total
  }
})

/** Runs as long as the layer lives. A failure is logged and tried again with the next round. */
export const layer: Layer.Layer<never, never, SqlClient.SqlClient> = Layer.effectDiscard(
  run.pipe(
    Effect.catchCause((cause) => Effect.logWarning("receipts could not be cleaned up", cause)),
    Effect.repeat(Schedule.spaced(every)),
    Effect.forkScoped
  )
)
