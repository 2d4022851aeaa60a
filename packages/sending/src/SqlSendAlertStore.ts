/** Alerts of sends on PostgreSQL and PGlite. */
import * as Decoded from "@loopdrive/actor/Decoded"
import { Channel } from "@loopdrive/domain/Channel"
import * as Ids from "@loopdrive/domain/Ids"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Schema from "effect/Schema"
import * as SqlClient from "effect/sql/SqlClient"
import { SendAlertNotFound, SendAlertStore, most, shownMost, states, toAlert } from "./SendAlertStore.ts"
import type { Bare } from "./SendAlertStore.ts"

const Row = Schema.Struct({
  id: Schema.String,
  workspace_id: Schema.String,
  created_at: Schema.Date,
  acknowledged_by: Schema.NullOr(Schema.String),
  acknowledged_at: Schema.NullOr(Schema.Date),
  resolved_at: Schema.NullOr(Schema.Date)
})
const rows = Decoded.all(Row)
const crossings = Decoded.all(
  Schema.Struct({ id: Schema.String, workspace_id: Schema.String, updated_at: Schema.Date })
)
const told = Decoded.all(Schema.Struct({ send_id: Schema.String }))
const parts = Decoded.all(
  Schema.Struct({
    alert_id: Schema.String,
    send_id: Schema.String,
    person_id: Schema.String,
    channel: Channel,
    since: Schema.Date,
    open: Schema.Boolean,
    total: Schema.Int,
    still: Schema.Int
  })
)

const toBare = (row: typeof Row.Type): Bare => ({
  id: row.id,
  workspaceId: row.workspace_id,
  createdAt: row.created_at,
  acknowledgedBy: row.acknowledged_by ?? undefined,
  acknowledgedAt: row.acknowledged_at ?? undefined,
  resolvedAt: row.resolved_at ?? undefined
})

export const layer: Layer.Layer<SendAlertStore, never, SqlClient.SqlClient> = Layer.effect(
  SendAlertStore,
  Effect.gen(function* () {
    const sql = yield* SqlClient.SqlClient
    const isUnknown = sql`s.state in ${sql.in([...states])}`

    const shown = Effect.fnUntraced(function* (alerts: ReadonlyArray<typeof Row.Type>) {
      if (alerts.length === 0) return []
      const found = yield* parts(
        yield* sql`select * from (
            select a.alert_id, a.send_id, a.since, s.person_id, s.channel, o.open,
              count(*) over everyone :: int as total, count(*) filter (where o.open) over everyone :: int as still,
              row_number() over (partition by a.alert_id order by a.since, a.send_id) as place
            from send_alert_sends a join sends s on s.id = a.send_id
            cross join lateral (select ${isUnknown} and s.updated_at = a.since as open) o
            where a.alert_id in ${sql.in(alerts.map(({ id }) => id))}
            window everyone as (partition by a.alert_id)
          ) w where place <= ${shownMost} order by since, send_id`
      )
      return alerts.map((row) => {
        const mine = found.filter((part) => part.alert_id === row.id)
        const sends = mine.map((part) => ({
          sendId: part.send_id,
          personId: part.person_id,
          channel: part.channel,
          since: part.since.toISOString(),
          open: part.open
        }))
        return toAlert(toBare(row), { sends, total: mine[0]?.total ?? 0, open: mine[0]?.still ?? 0 })
      })
    })

    const resolve = (now: number) => sql`update send_alerts a set resolved_at = ${new Date(now)}
      where resolved_at is null and not exists (select 1 from send_alert_sends t join sends s on s.id = t.send_id
        where t.alert_id = a.id and s.updated_at = t.since and ${isUnknown})`

    /** In one transaction: no alert without a send, no send that was told of without its alert. */
    const tell = Effect.fnUntraced(function* (
      workspaceId: string,
      sends: ReadonlyArray<{ readonly id: string; readonly updated_at: Date }>,
      now: number
    ) {
      const [first] = sends
      const id = Ids.derived("alert", workspaceId, first?.id ?? "", first?.updated_at.toISOString() ?? "")
      // Another process tells of the same send under the same id, or has an alert open that this one joins.
      yield* sql`insert into send_alerts (id, workspace_id, created_at)
            values (${id}, ${workspaceId}, ${new Date(now)}) on conflict do nothing`
      return yield* told(
        yield* sql`insert into send_alert_sends (send_id, since, alert_id)
              select s.id, s.updated_at, a.id from sends s join send_alerts a on a.workspace_id = s.workspace_id
                and a.acknowledged_at is null and a.resolved_at is null
              where s.id in ${sql.in(sends.map((send) => send.id))} and ${isUnknown}
              on conflict do nothing returning send_id`
      )
    }, sql.withTransaction)

    return SendAlertStore.of({
      review: Effect.fnUntraced(function* (before, now) {
        yield* resolve(now)
        const crossed = yield* crossings(
          yield* sql`select s.id, s.workspace_id, s.updated_at from sends s
            where ${isUnknown} and s.updated_at < ${before} and not exists (select 1 from send_alert_sends t
              where t.send_id = s.id and t.since = s.updated_at)
            order by s.updated_at, s.id limit ${most}`
        )
        const groups = Map.groupBy(crossed, ({ workspace_id }) => workspace_id)
        const fresh = yield* Effect.forEach(groups, ([workspaceId, sends]) => tell(workspaceId, sends, now))
        return fresh.flat().map(({ send_id }) => send_id)
      }),
      list: Effect.fnUntraced(function* (workspaceId, acknowledged, { limit, offset }) {
        const mine = sql`workspace_id = ${workspaceId}
          and ${acknowledged === undefined ? sql`true` : sql`(acknowledged_at is not null) = ${acknowledged}`}`
        const { total } = yield* Decoded.total(yield* sql`select count(*)::int as total from send_alerts where ${mine}`)
        const found = yield* rows(
          yield* sql`select * from send_alerts where ${mine}
            order by created_at desc, id desc limit ${limit} offset ${offset}`
        )
        return { alerts: yield* shown(found), total }
      }),
      acknowledge: Effect.fnUntraced(function* (workspaceId, alertId, { at, name }) {
        const found = yield* rows(
          yield* sql`update send_alerts set acknowledged_by = coalesce(acknowledged_by, ${name}),
              acknowledged_at = coalesce(acknowledged_at, ${new Date(at)})
            where id = ${alertId} and workspace_id = ${workspaceId} returning *`
        )
        const [alert] = yield* shown(found)
        return alert ?? (yield* new SendAlertNotFound({ alertId }))
      })
    })
  })
)
