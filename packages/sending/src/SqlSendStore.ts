/** Sends on PostgreSQL and PGlite. */
import * as Decoded from "@loopdrive/actor/Decoded"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as SqlClient from "effect/sql/SqlClient"
import { SendRow, toSend } from "./SendRow.ts"
import { SendNotFound, SendStore } from "./SendStore.ts"

const decoded = Decoded.all(SendRow)
const toSends = (rows: ReadonlyArray<unknown>) => Effect.map(decoded(rows), (found) => found.map(toSend))

export const layer: Layer.Layer<SendStore, never, SqlClient.SqlClient> = Layer.effect(
  SendStore,
  Effect.gen(function* () {
    const sql = yield* SqlClient.SqlClient
    return SendStore.of({
      get: Effect.fnUntraced(function* (workspaceId, sendId) {
        const [send] = yield* toSends(
          yield* sql`select * from sends where id = ${sendId} and workspace_id = ${workspaceId}`
        )
        return send === undefined ? yield* new SendNotFound({ sendId }) : send
      }),
      find: (sendId) =>
        Effect.flatMap(sql`select * from sends where id = ${sendId}`, (rows) =>
          Effect.map(toSends(rows), ([send]) => send)
        ),
      waiting: (workspaceId, personIds, limit) =>
        Effect.flatMap(
          sql`select * from sends where workspace_id = ${workspaceId} and person_id in ${sql.in([...personIds])}
            and state in ('queued', 'deferred') order by queued_at desc, id desc limit ${limit}`,
          toSends
        )
    })
  })
)
