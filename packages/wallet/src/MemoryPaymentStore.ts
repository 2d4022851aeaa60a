/** Payments, payouts and the inbox on tables in memory: the answers of the SQL store, for tests without a database. */
import { MemoryTables, rowsOf, selected } from "@loopdrive/actor/MemoryTables"
import type { Values } from "@loopdrive/actor/MemoryTables"
import type { Table } from "@loopdrive/actor/Table"
import type { PayoutRecipient } from "@loopdrive/domain/Wallet"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Schema from "effect/Schema"
import { lease, turn } from "./core/Pause.ts"
import { PaymentStore, RecipientNotFound } from "./PaymentStore.ts"
import type { Notice, TakenNotice } from "./PaymentStore.ts"
import * as Rows from "./PaymentRows.ts"
import * as Tables from "./Tables.ts"

/** As the database has them: with the columns that later statements set. */
const paymentsTable: Pick<Table, "columns" | "name"> = {
  name: Tables.payments.name,
  columns: {
    ...Tables.payments.columns,
    dispute_open: "bool",
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
/** What the database fills in. */
const defaults = { dispute_open: false, transferred: 0, reversed: 0, step: 0 }
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
    const inbox = new Map<string, TakenNotice & { readonly settled: boolean; readonly nextAt: number }>()
    const nameOf = ({ eventId, provider }: Notice) => `${provider} ${eventId}`
    const noted = (notice: Notice, more: { readonly settled?: boolean; readonly nextAt?: number }) =>
      Effect.sync(() => {
        const fresh = { ...notice, attempts: 0, settled: false, nextAt: 0 }
        inbox.set(nameOf(notice), { ...fresh, ...inbox.get(nameOf(notice)), ...more })
      })

    const wallet = (values: Values) => rowsOf(tables, Tables.wallets.name).get(String(values["wallet_id"])) ?? {}
    const owned = (table: Pick<Table, "columns" | "name">, where: (values: Values) => boolean = () => true) =>
      selected(tables, table, where).map((row) => {
        const given = Object.entries(row).filter(([, value]) => value !== null)
        return { ...row, ...defaults, ...Object.fromEntries(given), organization_id: wallet(row)["organization_id"] }
      })
    const payments = (where?: (values: Values) => boolean) => paymentRows(owned(paymentsTable, where))
    const payouts = (where?: (values: Values) => boolean) => payoutRows(owned(payoutsTable, where))

    const checkAt = (values: Values | undefined): number => Date.parse(String(values?.["check_at"] ?? ""))
    const putOff = (table: string, id: string, until: number) =>
      Effect.sync(() => {
        const rows = rowsOf(tables, table)
        const row = rows.get(id)
        if (row !== undefined && !Number.isNaN(checkAt(row)))
          rows.set(id, { ...row, check_at: new Date(until).toISOString() })
      })
    const longestWaiting =
      (table: string) =>
      (a: Dated, b: Dated): number =>
        checkAt(rowsOf(tables, table).get(a.id)) - checkAt(rowsOf(tables, table).get(b.id))
    const isDue = (now: number) => (values: Values) => checkAt(values) <= now
    const isLive = (workspaceId: string) => (values: Values) =>
      values["workspace_id"] === workspaceId && !Number.isNaN(checkAt(values))
    /** Takes up the rows. */
    const taken = Effect.fnUntraced(function* <A extends Dated>(
      table: string,
      rows: ReadonlyArray<A>,
      until: number,
      limit: number
    ) {
      const due = rows.toSorted(longestWaiting(table)).slice(0, limit)
      yield* Effect.forEach(due, ({ id }) => putOff(table, id, until), { discard: true })
      return due
    })
    const [paymentsName, payoutsName] = [Tables.payments.name, Tables.payouts.name]

    return PaymentStore.of({
      payments: (workspaceId, { limit, offset }) =>
        Effect.sync(() => {
          const all = payments()
            .filter(({ workspace_id }) => workspace_id === workspaceId)
            .toSorted(newest)
          return { payments: all.slice(offset, offset + limit).map(Rows.toPayment), total: all.length }
        }),
      payment: (id) => Effect.sync(() => payments().find((row) => row.id === id || row.payment_intent_id === id)),
      customer: (workspaceId) =>
        Effect.sync(() => {
          const [row] = selected(tables, Tables.wallets, (values) => values["workspace_id"] === workspaceId)
          return typeof row?.["customer"] === "string" ? row["customer"] : undefined
        }),
      duePayments: (now, limit) => Effect.suspend(() => taken(paymentsName, payments(isDue(now)), now + turn, limit)),
      livePayments: (workspaceId, limit) =>
        Effect.sync(() => payments(isLive(workspaceId)).toSorted(longestWaiting(paymentsName)).slice(0, limit)),
      putOff: (paymentId, until) => putOff(paymentsName, paymentId, until),
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
      payout: (id) => Effect.sync(() => payouts().find((row) => row.id === id || row.transfer_id === id)),
      duePayouts: (now, limit) => Effect.suspend(() => taken(payoutsName, payouts(isDue(now)), now + lease, limit)),
      livePayouts: (workspaceId, limit) =>
        Effect.sync(() => payouts(isLive(workspaceId)).toSorted(longestWaiting(payoutsName)).slice(0, limit)),
      takePayout: (payoutId, now) =>
        Effect.suspend(() =>
          isDue(now)(rowsOf(tables, payoutsName).get(payoutId) ?? {})
            ? Effect.as(putOff(payoutsName, payoutId, now + lease), true)
            : Effect.succeed(false)
        ),
      putOffPayout: (payoutId, until) => putOff(payoutsName, payoutId, until),
      receive: (notice, until) =>
        Effect.sync(() => {
          if (inbox.has(nameOf(notice))) return false
          inbox.set(nameOf(notice), { ...notice, attempts: 0, settled: false, nextAt: until })
          return true
        }),
      dueNotices: (now, limit) =>
        Effect.sync(() => {
          const due = [...inbox.values()].filter(({ nextAt, settled }) => !settled && nextAt <= now)
          return due
            .toSorted((a, b) => a.nextAt - b.nextAt)
            .slice(0, limit)
            .map((notice) => {
              const given = { ...notice, attempts: notice.attempts + 1, nextAt: now + turn }
              inbox.set(nameOf(notice), given)
              const { attempts, eventId, objectId, provider, type } = given
              return { provider, eventId, type, objectId, attempts }
            })
        }),
      putOffNotice: (notice, until) => noted(notice, { nextAt: until }),
      read: (notice) => noted(notice, { settled: true })
    })
  })
)
