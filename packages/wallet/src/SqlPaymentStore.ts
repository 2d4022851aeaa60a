/** Payments, payouts and the inbox on PostgreSQL and PGlite. */
import * as Decoded from "@loopdrive/actor/Decoded"
import { optional } from "@loopdrive/domain/Json"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Schema from "effect/Schema"
import * as SqlClient from "effect/sql/SqlClient"
import { PaymentStore, RecipientNotFound, lookedAfter } from "./PaymentStore.ts"
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
    object_id: Schema.NullOr(Schema.String)
  })
)

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
    const owned = sql`select p.*, w.organization_id, w.saved from stripe_payments p join wallets w on w.id = p.wallet_id`
    const ownedPayout = sql`select p.*, w.organization_id from stripe_payouts p join wallets w on w.id = p.wallet_id`
    /** `pauseOf` in SQL, against the time it was last asked for. */
    const rested = (now: Date) => sql`(p.checked_at is null or p.checked_at + least(interval '1 day',
      greatest(interval '5 seconds', (${now}::timestamptz - p.created_at) / 10)) <= ${now}::timestamptz)`

    return PaymentStore.of({
      payments: Effect.fnUntraced(function* (workspaceId, { limit, offset }) {
        const rows = yield* payments(yield* newest("stripe_payments", workspaceId, limit, offset))
        return { payments: rows.map(Rows.toPayment), ...(yield* counted("stripe_payments", workspaceId)) }
      }),
      payment: (id) =>
        Effect.flatMap(sql`${owned} where p.id = ${id} or p.payment_intent_id = ${id}`, (rows) =>
          Effect.map(ownedPayments(rows), ([row]) => row)
        ),
      unsettled: ({ everything, limit, now, workspaceId }) =>
        Effect.flatMap(
          sql`${owned} where p.status <> 'canceled' and p.created_at > ${new Date(now - lookedAfter)}
            and ${everything === true ? sql`true` : rested(new Date(now))}
            and ${workspaceId === undefined ? sql`true` : sql`p.workspace_id = ${workspaceId}`}
            order by p.checked_at nulls first, p.created_at limit ${limit}`,
          ownedPayments
        ),
      checked: (paymentId, at) =>
        Effect.asVoid(sql`update stripe_payments set checked_at = ${new Date(at)} where id = ${paymentId}`),
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
      payout: (payoutId) =>
        Effect.flatMap(sql`${ownedPayout} where p.id = ${payoutId}`, (rows) =>
          Effect.map(ownedPayouts(rows), ([row]) => row)
        ),
      pendingPayouts: (now, limit) =>
        Effect.flatMap(
          sql`${ownedPayout} where p.status in ('pending', 'in_transit') and ${rested(new Date(now))}
            order by p.checked_at nulls first, p.created_at limit ${limit}`,
          ownedPayouts
        ),
      payoutChecked: (payoutId, at) =>
        Effect.asVoid(sql`update stripe_payouts set checked_at = ${new Date(at)} where id = ${payoutId}`),
      receive: ({ eventId, objectId, provider, type }) =>
        Effect.map(
          sql`insert into webhook_inbox (provider, event_id, type, object_id)
            values (${provider}, ${eventId}, ${type}, ${objectId ?? null})
            on conflict (provider, event_id) do nothing returning 1 as fresh`,
          (rows) => rows.length > 0
        ),
      unread: (before, limit) =>
        Effect.flatMap(
          sql`select provider, event_id, type, object_id from webhook_inbox
            where settled_at is null and received_at <= ${new Date(before)} order by received_at limit ${limit}`,
          (rows) =>
            Effect.map(notices(rows), (found) =>
              found.map((row) => ({
                provider: row.provider,
                eventId: row.event_id,
                type: row.type,
                objectId: optional(row.object_id)
              }))
            )
        ),
      read: ({ eventId, provider }, at) =>
        Effect.asVoid(sql`update webhook_inbox set settled_at = ${new Date(at)}, attempts = attempts + 1
          where provider = ${provider} and event_id = ${eventId}`)
    })
  })
)
