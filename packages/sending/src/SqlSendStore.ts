/** Sends on PostgreSQL and PGlite. */
import * as Decoded from "@loopdrive/actor/Decoded"
import { Words } from "@loopdrive/person/Published"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Schema from "effect/Schema"
import * as SqlClient from "effect/sql/SqlClient"
import { SendRow, StepRow, toSend, toStep } from "./SendRow.ts"
import { SendNotFound, SendStore } from "./SendStore.ts"

const words = Decoded.all(Schema.Struct({ words: Words }))
const steps = Decoded.all(StepRow)
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
            and state in ('queued', 'deferred', 'leaving', 'unknown') order by queued_at desc, id desc limit ${limit}`,
          toSends
        ),
      history: Effect.fnUntraced(function* (workspaceId, personIds, channels, page) {
        const mine = sql`workspace_id = ${workspaceId} and person_id in ${sql.in([...personIds])}
          and ${channels.length === 0 ? sql`true` : sql`channel in ${sql.in([...channels])}`}`
        const { total } = yield* Decoded.total(yield* sql`select count(*)::int as total from sends where ${mine}`)
        const rows = yield* sql`select * from sends where ${mine}
          order by queued_at desc, id desc limit ${page.limit} offset ${page.offset}`
        return { sends: yield* toSends(rows), total }
      }),
      steps: (workspaceId, sendId) =>
        Effect.flatMap(
          sql`select step, detail, at from send_steps where send_id = ${sendId} and workspace_id = ${workspaceId} order by id`,
          (rows) => Effect.map(steps(rows), (found) => found.map(toStep))
        ),
      left: (sendId) =>
        Effect.flatMap(
          sql`select detail -> 'words' as words from send_steps where send_id = ${sendId} and step = 'leaving'
            and detail ? 'words' order by id desc limit 1`,
          (rows) => Effect.map(words(rows), ([row]) => row?.words)
        ),
      stale: (states, before, limit) =>
        Effect.flatMap(
          sql`select * from sends where state in ${sql.in([...states])} and updated_at < ${before}
            and (not_before is null or not_before < ${before}) order by queued_at limit ${limit}`,
          toSends
        )
    })
  })
)
