/** The wallet's queries on tables in memory: the answers of the SQL store, for tests without a database. */
import type { Load } from "@loopdrive/actor/Behavior"
import { MemoryTables, rowsOf, selected } from "@loopdrive/actor/MemoryTables"
import type { MemoryTablesShape, Values } from "@loopdrive/actor/MemoryTables"
import type { Table } from "@loopdrive/actor/Table"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Schema from "effect/Schema"
import * as Stream from "effect/Stream"
import type { Wallet } from "./core/State.ts"
import * as Rows from "./Rows.ts"
import * as Tables from "./Tables.ts"
import { AlertNotFound, WalletStore } from "./WalletStore.ts"
import type { ToReview } from "./WalletStore.ts"

type Where = (values: Values) => boolean

/** Reads rows of a table. One that does not decode was written by nobody: a defect. */
const rowsBy = <A, I>(schema: Schema.Codec<A, I>, table: Pick<Table, "columns" | "name">) => {
  const decode = Schema.decodeUnknownSync(Schema.Array(schema))
  return (tables: MemoryTablesShape, where: Where) => decode(selected(tables, table, where))
}

const wallets = rowsBy(Rows.WalletRow, Tables.wallets)
const transactions = rowsBy(Rows.TransactionRow, Tables.transactions)
const holds = rowsBy(Rows.HoldRow, Tables.holds)
const books = rowsBy(Rows.BudgetRow, Tables.budgetLedger)
/** Acknowledged where the journal does not write. */
const alertsTable = {
  ...Tables.alerts,
  columns: { ...Tables.alerts.columns, acknowledged_by: "text", acknowledged_at: "timestamptz" }
}
const alerts = rowsBy(Rows.AlertRow, alertsTable)
const dueTable = { name: Tables.wallets.name, columns: Tables.wallets.columns }
const reviews = rowsBy(Rows.ReviewRow, dueTable)

const isDue =
  (now: number): Where =>
  (values) =>
    typeof values["review_at"] === "string" && Date.parse(values["review_at"]) <= now

const of =
  (workspaceId: string): Where =>
  (values) =>
    values["workspace_id"] === workspaceId

const newest = (
  a: { readonly created_at: Date; readonly id: string },
  b: { readonly created_at: Date; readonly id: string }
) => b.created_at.getTime() - a.created_at.getTime() || (a.id < b.id ? 1 : -1)

const overdueLongest = (a: ToReview, b: ToReview) =>
  a.dueAt - b.dueAt || (a.workspaceId < b.workspaceId ? -1 : Number(a.workspaceId > b.workspaceId))

export const layer: Layer.Layer<WalletStore, never, MemoryTables> = Layer.effect(
  WalletStore,
  Effect.map(MemoryTables, (tables) => {
    const entries = (workspaceId: string) =>
      transactions(tables, of(workspaceId)).toSorted((a, b) => a.number - b.number)
    const lastBefore = (workspaceId: string, at: number) =>
      entries(workspaceId).findLast(({ created_at }) => created_at.getTime() < at) ?? { number: 0, balance: 0 }
    return WalletStore.of({
      wallet: (workspaceId) => Effect.sync(() => wallets(tables, of(workspaceId)).map(Rows.toWallet)[0]),
      transactions: (workspaceId, { limit, offset }) =>
        Effect.sync(() => {
          const all = entries(workspaceId).toReversed()
          return { transactions: all.slice(offset, offset + limit).map(Rows.toTransaction), total: all.length }
        }),
      transaction: (workspaceId, transactionId) =>
        Effect.sync(
          () =>
            entries(workspaceId)
              .filter(({ id }) => id === transactionId)
              .map(Rows.toTransaction)[0]
        ),
      original: (workspaceId, transactionId) =>
        Effect.sync(() => {
          const all = entries(workspaceId)
          const found = all.find(({ id }) => id === transactionId)
          const refunds = all.filter(({ corrects, type }) => corrects === transactionId && type === "refund")
          const refunded = refunds.reduce((sum, { amount }) => sum + amount, 0)
          return found === undefined ? undefined : { amount: found.amount, refunded, upTo: all.length }
        }),
      balanceAt: (workspaceId, at) => Effect.sync(() => lastBefore(workspaceId, at + 1).balance),
      books: (workspaceId) =>
        Effect.sync(() => {
          const [row] = wallets(tables, of(workspaceId))
          if (row === undefined) return undefined
          const all = entries(workspaceId).filter(({ number }) => number <= row.entries)
          return {
            createdAt: row.created_at.getTime(),
            balance: row.balance,
            transactions: Stream.fromIterable(all.map(Rows.toTransaction))
          }
        }),
      referring: (workspaceId, referenceId) =>
        Effect.sync(() =>
          entries(workspaceId)
            .filter(({ reference_id }) => reference_id === referenceId)
            .map(Rows.toTransaction)
        ),
      statement: (workspaceId, { from, to }) =>
        Effect.sync(() => {
          const [opening, closing] = [lastBefore(workspaceId, from), lastBefore(workspaceId, to)]
          const inside = entries(workspaceId).filter(
            ({ number }) => number > opening.number && number <= closing.number
          )
          return {
            opening: opening.balance,
            closing: closing.balance,
            transactions: Stream.fromIterable(inside.map(Rows.toTransaction))
          }
        }),
      holds: (workspaceId, status, { limit, offset }) =>
        Effect.sync(() => {
          const all = holds(tables, of(workspaceId))
            .filter((hold) => status === undefined || hold.status === status)
            .toSorted(newest)
          return { holds: all.slice(offset, offset + limit).map(Rows.toHold), total: all.length }
        }),
      hold: (workspaceId, holdId) =>
        Effect.sync(
          () =>
            holds(tables, of(workspaceId))
              .filter(({ id }) => id === holdId)
              .map(Rows.toHold)[0]
        ),
      alerts: (workspaceId, acknowledged, { limit, offset }) =>
        Effect.sync(() =>
          alerts(tables, of(workspaceId))
            .toSorted(newest)
            .map(Rows.toAlert)
            .filter((alert) => acknowledged === undefined || alert.acknowledged === acknowledged)
            .slice(offset, offset + limit)
        ),
      acknowledge: (workspaceId, alertId, { at, name }) =>
        Effect.suspend(() => {
          const rows = rowsOf(tables, Tables.alerts.name)
          const row = rows.get(alertId)
          if (row === undefined || row["workspace_id"] !== workspaceId)
            return Effect.fail(new AlertNotFound({ alertId }))
          if (row["acknowledged_at"] === undefined)
            rows.set(alertId, { ...row, acknowledged_by: name, acknowledged_at: new Date(at).toISOString() })
          return Effect.succeed(alerts(tables, (values) => values["id"] === alertId).map(Rows.toAlert)).pipe(
            Effect.flatMap(([alert]) => (alert === undefined ? new AlertNotFound({ alertId }) : Effect.succeed(alert)))
          )
        }),
      budgetLedger: (workspaceId, { from, to }) =>
        Stream.fromIterableEffect(
          Effect.sync(() =>
            books(tables, of(workspaceId))
              .filter(({ created_at }) => created_at.getTime() >= from && created_at.getTime() < to)
              .toSorted(newest)
              .toReversed()
              .map(Rows.toBudgetLedger)
          )
        ),
      due: (workspaceId, now) =>
        Effect.sync(() =>
          reviews(tables, isDue(now))
            .map(Rows.toReview)
            .find((row) => row.workspaceId === workspaceId)
        ),
      toReview: (now, limit, after) =>
        Effect.sync(() =>
          reviews(tables, isDue(now))
            .map(Rows.toReview)
            .toSorted(overdueLongest)
            .filter((row) => after === undefined || overdueLongest(after, row) < 0)
            .slice(0, limit)
        )
    })
  })
)

/** The loader of the wallet's behavior. */
export const load: Effect.Effect<Load<Wallet, never>, never, MemoryTables> = Effect.map(
  MemoryTables,
  (tables) => (ids) =>
    Effect.sync(() => {
      const wanted = new Set(ids)
      const found = wallets(tables, (values) => wanted.has(String(values["id"])))
      return new Map(
        found.map((row) => {
          const open = holds(tables, (values) => values["wallet_id"] === row.id && values["status"] === "open")
          const version = Number(rowsOf(tables, Tables.wallets.name).get(row.id)?.["version"])
          return [row.id, { version, state: Rows.stateOf(row, open) }]
        })
      )
    })
)
