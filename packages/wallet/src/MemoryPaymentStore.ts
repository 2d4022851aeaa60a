/** Payments, payouts and the inbox on tables in memory: the answers of the SQL store, for tests without a database. */
import { MemoryTables, rowsOf, selected } from "@loopdrive/actor/MemoryTables"
import type { Values } from "@loopdrive/actor/MemoryTables"
import type { Table } from "@loopdrive/actor/Table"
import type { PayoutRecipient } from "@loopdrive/domain/Wallet"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Schema from "effect/Schema"
import { PaymentStore, RecipientNotFound, lookedAfter, pauseOf } from "./PaymentStore.ts"
import type { Notice } from "./PaymentStore.ts"
import * as Rows from "./PaymentRows.ts"
import * as Tables from "./Tables.ts"

/** As the database has them: with the columns that later statements set. */
const paymentsTable: Pick<Table, "columns" | "name"> = {
  name: Tables.payments.name,
  columns: {
    ...Tables.payments.columns,
    payment_intent_id: "text",
    payment_method: "text",
    receipt_url: "text",
    failure_reason: "text"
  }
}
const payoutsTable: Pick<Table, "columns" | "name"> = {
  name: Tables.payouts.name,
  columns: { ...Tables.payouts.columns, transfer_id: "text", failure_reason: "text", paid_at: "timestamptz" }
}
const paymentRows = Schema.decodeUnknownSync(Schema.Array(Rows.OwnedPayment))
const payoutRows = Schema.decodeUnknownSync(Schema.Array(Rows.OwnedPayout))

interface Dated {
  readonly id: string
  readonly created_at: Date
}
const newest = (a: Dated, b: Dated) => b.created_at.getTime() - a.created_at.getTime() || (a.id < b.id ? 1 : -1)

export const layer: Layer.Layer<PaymentStore, never, MemoryTables> = Layer.effect(
  PaymentStore,
  Effect.map(MemoryTables, (tables) => {
    const recipients = new Map<string, PayoutRecipient>()
    const inbox = new Map<string, Notice & { readonly settled: boolean }>()
    const checks = new Map<string, number>()

    const wallet = (values: Values) => rowsOf(tables, Tables.wallets.name).get(String(values["wallet_id"])) ?? {}
    const owned = (table: Pick<Table, "columns" | "name">) =>
      selected(tables, table, () => true).map((row) => ({
        ...row,
        organization_id: wallet(row)["organization_id"],
        saved: wallet(row)["saved"] ?? null
      }))
    const payments = () => paymentRows(owned(paymentsTable))
    const payouts = () => payoutRows(owned(payoutsTable))
    const rested = (row: Dated, now: number): boolean =>
      (checks.get(row.id) ?? -Infinity) + pauseOf(now - row.created_at.getTime()) <= now
    const longestWaiting = (a: Dated, b: Dated) =>
      (checks.get(a.id) ?? 0) - (checks.get(b.id) ?? 0) || a.created_at.getTime() - b.created_at.getTime()
    const check = (id: string, at: number) => Effect.sync(() => void checks.set(id, at))

    return PaymentStore.of({
      payments: (workspaceId, { limit, offset }) =>
        Effect.sync(() => {
          const all = payments()
            .filter(({ workspace_id }) => workspace_id === workspaceId)
            .toSorted(newest)
          return { payments: all.slice(offset, offset + limit).map(Rows.toPayment), total: all.length }
        }),
      payment: (id) => Effect.sync(() => payments().find((row) => row.id === id || row.payment_intent_id === id)),
      unsettled: ({ everything, limit, now, workspaceId }) =>
        Effect.sync(() =>
          payments()
            .filter(({ created_at, status }) => status !== "canceled" && created_at.getTime() > now - lookedAfter)
            .filter((row) => everything === true || rested(row, now))
            .filter(({ workspace_id }) => workspaceId === undefined || workspace_id === workspaceId)
            .toSorted(longestWaiting)
            .slice(0, limit)
        ),
      checked: check,
      register: (recipient) =>
        Effect.sync(() => {
          const known = [...recipients.values()].find(
            ({ connectAccountId, workspaceId }) =>
              workspaceId === recipient.workspaceId && connectAccountId === recipient.connectAccountId
          )
          const kept = {
            ...recipient,
            id: known?.id ?? recipient.id,
            createdAt: known?.createdAt ?? recipient.createdAt
          }
          recipients.set(kept.id, kept)
          return kept
        }),
      recipients: (workspaceId, { limit, offset }) =>
        Effect.sync(() => {
          const all = [...recipients.values()].filter((one) => one.workspaceId === workspaceId).toReversed()
          return { recipients: all.slice(offset, offset + limit), total: all.length }
        }),
      recipient: (workspaceId, recipientId) =>
        Effect.suspend(() => {
          const found = recipients.get(recipientId)
          return found?.workspaceId === workspaceId
            ? Effect.succeed(found)
            : Effect.fail(new RecipientNotFound({ recipientId }))
        }),
      payouts: (workspaceId, { limit, offset }) =>
        Effect.sync(() => {
          const all = payouts()
            .filter(({ workspace_id }) => workspace_id === workspaceId)
            .toSorted(newest)
          return { payouts: all.slice(offset, offset + limit).map(Rows.toPayout), total: all.length }
        }),
      payout: (payoutId) => Effect.sync(() => payouts().find(({ id }) => id === payoutId)),
      pendingPayouts: (now, limit) =>
        Effect.sync(() =>
          payouts()
            .filter((row) => (row.status === "pending" || row.status === "in_transit") && rested(row, now))
            .toSorted(longestWaiting)
            .slice(0, limit)
        ),
      payoutChecked: check,
      receive: (notice) =>
        Effect.sync(() => {
          const key = `${notice.provider} ${notice.eventId}`
          if (inbox.has(key)) return false
          inbox.set(key, { ...notice, settled: false })
          return true
        }),
      unread: (_before, limit) =>
        Effect.sync(() => [...inbox.values()].filter(({ settled }) => !settled).slice(0, limit)),
      read: (notice) =>
        Effect.sync(() => void inbox.set(`${notice.provider} ${notice.eventId}`, { ...notice, settled: true }))
    })
  })
)
