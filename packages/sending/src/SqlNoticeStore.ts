/** The inbox on PostgreSQL and PGlite. */
import * as Decoded from "@loopdrive/actor/Decoded"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Schema from "effect/Schema"
import * as SqlClient from "effect/sql/SqlClient"
import { Told } from "./core/Told.ts"
import { NoticeStore, arrivalsMost, keep } from "./NoticeStore.ts"
import type { Kept } from "./NoticeStore.ts"
import { SendRow, toSend } from "./SendRow.ts"

const keptRows = Decoded.all(Schema.Struct({ body: Told, attempts: Schema.Int }))
const keys = Decoded.all(Schema.Struct({ vendor: Schema.String, event_id: Schema.String }))
const sendRows = Decoded.all(SendRow)
const toSends = (rows: ReadonlyArray<unknown>) => Effect.map(sendRows(rows), (found) => found.map(toSend))
const arrivalRows = Decoded.all(
  Schema.Struct({ kind: Schema.Literals(["bounced_soft", "delivered"]), at: Schema.Date })
)
const commandRows = Decoded.all(Schema.Struct({ keyword: Schema.Literals(["stop", "help", "start"]), at: Schema.Date }))

const rowOf = ({ address, keyword, told }: Kept) => ({
  vendor: told.vendor,
  event_id: told.eventId,
  channel: told.channel,
  kind: told.kind,
  at: new Date(told.at).toISOString(),
  external_id: told.externalId,
  send_id: told.sendId,
  address,
  keyword,
  workspace_id: told.workspaceId,
  body: told
})

export const layer: Layer.Layer<NoticeStore, never, SqlClient.SqlClient> = Layer.effect(
  NoticeStore,
  Effect.gen(function* () {
    const sql = yield* SqlClient.SqlClient
    const mine = ({ told }: Kept) => sql`vendor = ${told.vendor} and event_id = ${told.eventId}`
    return NoticeStore.of({
      receive: Effect.fnUntraced(function* (kept, now) {
        if (kept.length === 0) return []
        const rows = yield* sql`insert into notices (vendor, event_id, channel, kind, at, external_id, send_id, address,
            keyword, workspace_id, body, received_at, next_try_at)
          select w.*, ${new Date(now)}::timestamptz, ${new Date(now)}::timestamptz
          from json_to_recordset(${JSON.stringify(kept.map(rowOf))}::text::json) as w(vendor text, event_id text,
            channel text, kind text, at timestamptz, external_id text, send_id text, address text, keyword text,
            workspace_id text, body jsonb)
          on conflict (vendor, event_id) do nothing returning vendor, event_id`
        const fresh = new Set((yield* keys(rows)).map((row) => JSON.stringify([row.vendor, row.event_id])))
        // One delivery may name an event twice; the first one is kept.
        return kept.filter(({ told }) => fresh.delete(JSON.stringify([told.vendor, told.eventId])))
      }),
      due: (now, limit) =>
        Effect.flatMap(
          sql`select body, attempts from notices where settled_at is null and next_try_at <= ${new Date(now)}
            order by next_try_at, at limit ${limit}`,
          (rows) =>
            Effect.map(keptRows(rows), (found) => found.map(({ attempts, body }) => ({ ...keep(body), attempts })))
        ),
      settle: (kept, outcome, workspaceId, now) =>
        Effect.asVoid(
          sql`update notices set settled_at = ${new Date(now)}, outcome = ${outcome},
            workspace_id = coalesce(${workspaceId ?? null}, workspace_id) where ${mine(kept)} and settled_at is null`
        ),
      postpone: (kept, next) =>
        Effect.asVoid(
          sql`update notices set attempts = ${kept.attempts + 1}, next_try_at = ${new Date(next)}
            where ${mine(kept)} and settled_at is null`
        ),
      sendOf: ({ channel, externalId, sendId }) =>
        sendId === undefined && externalId === undefined
          ? Effect.succeed(undefined)
          : Effect.map(
              Effect.flatMap(
                sql`select * from sends where channel = ${channel}
                  and (id = ${sendId ?? null} or external_id = ${externalId ?? null}) limit 1`,
                toSends
              ),
              ([send]) => send
            ),
      lastTo: (channel, address) =>
        Effect.flatMap(
          sql`select * from (select distinct on (workspace_id) * from sends
              where recipient = ${address} and channel = ${channel} and state in ('sent', 'leaving', 'unknown')
              order by workspace_id, queued_at desc) last order by queued_at desc limit 100`,
          toSends
        ),
      sentTo: (channel, address, upTo, limit) =>
        Effect.flatMap(
          sql`select * from sends where recipient = ${address} and channel = ${channel} and state = 'sent'
            and sent_at <= ${new Date(upTo)} order by queued_at desc limit ${limit}`,
          toSends
        ),
      arrivals: (workspaceId, channel, address) =>
        Effect.flatMap(
          sql`select kind, at from notices where channel = ${channel} and address = ${address}
            and kind in ('bounced_soft', 'delivered') and not forgotten
            and (workspace_id is null or workspace_id = ${workspaceId}) order by at desc limit ${arrivalsMost}`,
          (rows) => Effect.map(arrivalRows(rows), (found) => found.map(({ at, kind }) => ({ kind, at: at.getTime() })))
        ),
      forget: (workspaceId, channel, address) =>
        Effect.asVoid(
          sql`update notices set forgotten = true where channel = ${channel} and address = ${address}
            and kind = 'bounced_soft' and workspace_id = ${workspaceId}`
        ),
      commands: (channel, address) =>
        Effect.flatMap(
          sql`select keyword, at from notices where channel = ${channel} and address = ${address}
            and keyword is not null order by at desc limit ${arrivalsMost}`,
          (rows) =>
            Effect.map(commandRows(rows), (found) => found.map(({ at, keyword }) => ({ keyword, at: at.getTime() })))
        )
    })
  })
)
