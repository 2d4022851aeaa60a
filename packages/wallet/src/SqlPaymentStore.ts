/** Payments, payouts and the inbox on PostgreSQL and PGlite. */
import * as Decoded from "@loopdrive/actor/Decoded"
import { optional } from "@loopdrive/domain/Json"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Schema from "effect/Schema"
import * as SqlClient from "effect/sql/SqlClient"
import { lease, turn } from "./core/Pause.ts"
import { PaymentStore, RecipientNotFound } from "./PaymentStore.ts"
import * as Rows from "./PaymentRows.ts"

const payments = Decoded.all(Rows.PaymentRow)
const ownedPayments = Decoded.all(Rows.OwnedPayment)
const payouts = Decoded.all(Rows.PayoutRow)
const ownedPayouts = Decoded.all(Rows.OwnedPayout)
const recipients = Decoded.all(Rows.RecipientRow)
const registered = Decoded.one(Rows.RecipientRow)
const notices = Decoded.all(
  Schema.Struct({
    provider: Schema.String,
    event_id: Schema.String,
    type: Schema.String,
    object_id: Schema.NullOr(Schema.String),
    attempts: Schema.Int
  })
)
const customers = Decoded.all(Schema.Struct({ customer: Schema.NullOr(Schema.String) }))

export const layer: Layer.Layer<PaymentStore, never, SqlClient.SqlClient> = Layer.effect(
  PaymentStore,
  Effect.gen(function* () {
    const sql = yield* SqlClient.SqlClient
    const counted = (table: string, workspaceId: string) =>
      Effect.flatMap(
        sql`select count(*)::int as total from ${sql(table)} where workspace_id = ${workspaceId}`,
        Decoded.total
      )
    const newest = (table: string, workspaceId: string, limit: number, offset: number) =>
      sql`select * from ${sql(table)} where workspace_id = ${workspaceId}
        order by created_at desc, id desc limit ${limit} offset ${offset}`
    const owned = sql`select p.*, w.organization_id from stripe_payments p join wallets w on w.id = p.wallet_id`
    const ownedPayout = sql`select p.*, w.organization_id from stripe_payouts p join wallets w on w.id = p.wallet_id`
    /** Rows of a table whose time has come, put off in the same statement: two that ask at once get different ones. */
    const taken = (table: string, now: number, limit: number, until: number) => sql`
      with due as (select id from ${sql(table)} where check_at <= ${new Date(now)}
        order by check_at limit ${limit} for update skip locked),
      taken as (update ${sql(table)} t set check_at = ${new Date(until)} from due where t.id = due.id returning t.*)
      select taken.*, w.organization_id from taken join wallets w on w.id = taken.wallet_id order by taken.created_at`
    const putOff = (table: string, id: string, until: number) =>
      Effect.asVoid(
        sql`update ${sql(table)} set check_at = ${new Date(until)} where id = ${id} and check_at is not null`
      )

    return PaymentStore.of({
      payments: Effect.fnUntraced(function* (workspaceId, { limit, offset }) {
        const rows = yield* payments(yield* newest("stripe_payments", workspaceId, limit, offset))
        return { payments: rows.map(Rows.toPayment), ...(yield* counted("stripe_payments", workspaceId)) }
      }),
      payment: (id) =>
        Effect.flatMap(
          sql`${owned} where p.id in (select id from stripe_payments where id = ${id}
            union all select id from stripe_payments where payment_intent_id = ${id})`,
          (rows) => Effect.map(ownedPayments(rows), ([row]) => row)
        ),
      customer: (workspaceId) =>
        Effect.flatMap(sql`select customer from wallets where workspace_id = ${workspaceId}`, (rows) =>
          Effect.map(customers(rows), ([row]) => optional(row?.customer ?? null))
        ),
      duePayments: (now, limit) => Effect.flatMap(taken("stripe_payments", now, limit, now + turn), ownedPayments),
      livePayments: (workspaceId, limit) =>
        Effect.flatMap(
          sql`${owned} where p.workspace_id = ${workspaceId} and p.check_at is not null order by p.check_at limit ${limit}`,
          ownedPayments
        ),
      putOff: (paymentId, until) => putOff("stripe_payments", paymentId, until),
      register: ({ connectAccountId, createdAt, id, name, type, workspaceId }) =>
        Effect.flatMap(
          sql`insert into payout_recipients (id, workspace_id, connect_account_id, type, name, created_at)
            values (${id}, ${workspaceId}, ${connectAccountId}, ${type}, ${name}, ${new Date(createdAt)})
            on conflict (workspace_id, connect_account_id) do update set type = excluded.type, name = excluded.name
            returning *`,
          (rows) => Effect.map(registered(rows), Rows.toRecipient)
        ),
      recipients: Effect.fnUntraced(function* (workspaceId, { limit, offset }) {
        const rows = yield* recipients(yield* newest("payout_recipients", workspaceId, limit, offset))
        return { recipients: rows.map(Rows.toRecipient), ...(yield* counted("payout_recipients", workspaceId)) }
      }),
      recipient: Effect.fnUntraced(function* (workspaceId, recipientId) {
        const [row] = yield* recipients(
          yield* sql`select * from payout_recipients where id = ${recipientId} and workspace_id = ${workspaceId}`
        )
        return row === undefined ? yield* new RecipientNotFound({ recipientId }) : Rows.toRecipient(row)
      }),
      payouts: Effect.fnUntraced(function* (workspaceId, { limit, offset }) {
        const rows = yield* payouts(yield* newest("stripe_payouts", workspaceId, limit, offset))
        return { payouts: rows.map(Rows.toPayout), ...(yield* counted("stripe_payouts", workspaceId)) }
      }),
      payout: (id) =>
        Effect.flatMap(sql`${ownedPayout} where p.id = ${id} or p.transfer_id = ${id}`, (rows) =>
          Effect.map(ownedPayouts(rows), ([row]) => row)
        ),
      duePayouts: (now, limit) => Effect.flatMap(taken("stripe_payouts", now, limit, now + lease), ownedPayouts),
      livePayouts: (workspaceId, limit) =>
        Effect.flatMap(
          sql`${ownedPayout} where p.workspace_id = ${workspaceId} and p.check_at is not null
            order by p.check_at limit ${limit}`,
          ownedPayouts
        ),
      takePayout: (payoutId, now) =>
        Effect.map(
          sql`update stripe_payouts set check_at = ${new Date(now + lease)}
            where id = ${payoutId} and check_at <= ${new Date(now)} returning 1 as taken`,
          (rows) => rows.length > 0
        ),
      putOffPayout: (payoutId, until) => putOff("stripe_payouts", payoutId, until),
      receive: ({ eventId, objectId, provider, type }, until) =>
        Effect.map(
          sql`insert into webhook_inbox (provider, event_id, type, object_id, next_at)
            values (${provider}, ${eventId}, ${type}, ${objectId ?? null}, ${new Date(until)})
            on conflict (provider, event_id) do nothing returning 1 as fresh`,
          (rows) => rows.length > 0
        ),
      dueNotices: (now, limit) =>
        Effect.flatMap(
          sql`with due as (select provider, event_id from webhook_inbox
              where settled_at is null and next_at <= ${new Date(now)}
              order by next_at limit ${limit} for update skip locked)
            update webhook_inbox i set next_at = ${new Date(now + turn)}, attempts = attempts + 1
            from due where i.provider = due.provider and i.event_id = due.event_id
            returning i.provider, i.event_id, i.type, i.object_id, i.attempts`,
          (rows) =>
            Effect.map(notices(rows), (found) =>
              found.map((row) => ({
                provider: row.provider,
                eventId: row.event_id,
                type: row.type,
                objectId: optional(row.object_id),
                attempts: row.attempts
              }))
            )
        ),
      putOffNotice: ({ eventId, provider }, until, error) =>
        Effect.asVoid(sql`update webhook_inbox set next_at = ${new Date(until)}, error = ${error}
          where provider = ${provider} and event_id = ${eventId}`),
      read: ({ eventId, provider }, at) =>
        Effect.asVoid(sql`update webhook_inbox set settled_at = ${new Date(at)}
          where provider = ${provider} and event_id = ${eventId}`)
    })
  })
)
