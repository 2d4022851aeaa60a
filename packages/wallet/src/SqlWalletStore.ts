/** The wallet's queries on PostgreSQL and PGlite, and the loader of its activations. */
import type { Load } from "@loopdrive/actor/Behavior"
import * as Decoded from "@loopdrive/actor/Decoded"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Option from "effect/Option"
import * as Schema from "effect/Schema"
import * as SqlClient from "effect/sql/SqlClient"
import type { SqlError } from "effect/sql/SqlError"
import * as Stream from "effect/Stream"
import type { Wallet } from "./core/State.ts"
import * as Rows from "./Rows.ts"
import { AlertNotFound, WalletStore } from "./WalletStore.ts"

const wallets = Decoded.all(Rows.WalletRow)
const transactions = Decoded.all(Rows.TransactionRow)
const holds = Decoded.all(Rows.HoldRow)
const alerts = Decoded.all(Rows.AlertRow)
const books = Decoded.all(Rows.BudgetRow)
const lasts = Decoded.all(Schema.Struct({ number: Schema.Int, balance: Schema.Int }))
const originals = Decoded.all(Schema.Struct({ amount: Schema.Int, refunded: Schema.Int, up_to: Schema.Int }))
const toReview = Decoded.all(Rows.ReviewRow)

/** How many entries later one may have been entered whose clock is behind. */
const outrunMost = 1_000

/** How many rows of a stream are read at a time. */
const pageOfStream = 1_000

export const layer: Layer.Layer<WalletStore, never, SqlClient.SqlClient> = Layer.effect(
  WalletStore,
  Effect.gen(function* () {
    const sql = yield* SqlClient.SqlClient
    const walletOf = (workspaceId: string) => sql`(select id from wallets where workspace_id = ${workspaceId})`

    /**
     * The last entry made before an instant: the latest by the clock, or one that was entered soon after it by a process
     * whose clock is behind. Looked for in one order alone, the whole history on one side of it would be read.
     */
    const lastBefore = Effect.fnUntraced(function* (workspaceId: string, before: Date) {
      const [last] = yield* lasts(
        yield* sql`select t.number, t.balance
          from (select number, wallet_id from wallet_transactions
            where wallet_id = ${walletOf(workspaceId)} and created_at < ${before} order by created_at desc limit 1) l
          cross join lateral (select number, balance from wallet_transactions
            where wallet_id = l.wallet_id and number between l.number and l.number + ${outrunMost}
              and created_at < ${before} order by number desc limit 1) t`
      )
      return last ?? { number: 0, balance: 0 }
    })

    /** The entries behind a number, up to another. */
    const between = (workspaceId: string, first: number, last: number) =>
      Stream.paginate(first, (after: number) =>
        Effect.flatMap(
          sql`select * from wallet_transactions where wallet_id = ${walletOf(workspaceId)}
            and number > ${after} and number <= ${last} order by number limit ${pageOfStream}`,
          (rows) =>
            Effect.map(transactions(rows), (found) => {
              const next = found.length < pageOfStream ? undefined : found.at(-1)?.number
              return [found.map(Rows.toTransaction), Option.fromUndefinedOr(next)] as const
            })
        )
      )

    return WalletStore.of({
      wallet: Effect.fnUntraced(function* (workspaceId) {
        const [row] = yield* wallets(yield* sql`select * from wallets where workspace_id = ${workspaceId}`)
        return row === undefined ? undefined : Rows.toWallet(row)
      }),
      transactions: Effect.fnUntraced(function* (workspaceId, { limit, offset }) {
        // The number of the last entry first: what is entered meanwhile is on neither side.
        const { total } = yield* Decoded.total(
          yield* sql`select coalesce((select entries from wallets where workspace_id = ${workspaceId}), 0)::int as total`
        )
        const rows = yield* sql`select * from wallet_transactions
          where wallet_id = ${walletOf(workspaceId)} and number <= ${total}
          order by number desc limit ${limit} offset ${offset}`
        return { transactions: (yield* transactions(rows)).map(Rows.toTransaction), total }
      }),
      transaction: Effect.fnUntraced(function* (workspaceId, transactionId) {
        const [row] = yield* transactions(
          yield* sql`select * from wallet_transactions where id = ${transactionId} and workspace_id = ${workspaceId}`
        )
        return row === undefined ? undefined : Rows.toTransaction(row)
      }),
      original: Effect.fnUntraced(function* (workspaceId, transactionId) {
        const [row] = yield* originals(
          yield* sql`select t.amount, w.entries as up_to, (select coalesce(sum(r.amount), 0)::bigint
              from wallet_transactions r where r.corrects = t.id and r.type = 'refund') as refunded
            from wallet_transactions t join wallets w on w.id = t.wallet_id
            where t.id = ${transactionId} and t.workspace_id = ${workspaceId}`
        )
        return row === undefined ? undefined : { amount: row.amount, refunded: row.refunded, upTo: row.up_to }
      }),
      balanceAt: (workspaceId, at) => Effect.map(lastBefore(workspaceId, new Date(at + 1)), ({ balance }) => balance),
      books: Effect.fnUntraced(function* (workspaceId) {
        const [row] = yield* wallets(yield* sql`select * from wallets where workspace_id = ${workspaceId}`)
        if (row === undefined) return undefined
        const { balance, created_at, entries } = row
        return { createdAt: created_at.getTime(), balance, transactions: between(workspaceId, 0, entries) }
      }),
      referring: (workspaceId, referenceId) =>
        Effect.flatMap(
          sql`select * from wallet_transactions
            where wallet_id = ${walletOf(workspaceId)} and reference_id = ${referenceId} order by number`,
          (rows) => Effect.map(transactions(rows), (found) => found.map(Rows.toTransaction))
        ),
      statement: Effect.fnUntraced(function* (workspaceId, period) {
        const opening = yield* lastBefore(workspaceId, new Date(period.from))
        const closing = yield* lastBefore(workspaceId, new Date(period.to))
        return {
          opening: opening.balance,
          closing: closing.balance,
          transactions: between(workspaceId, opening.number, closing.number)
        }
      }),
      holds: Effect.fnUntraced(function* (workspaceId, status, { limit, offset }) {
        const mine = sql`wallet_id = ${walletOf(workspaceId)}
          and ${status === undefined ? sql`true` : sql`status = ${status}`}`
        const rows = yield* sql`select * from wallet_holds where ${mine}
          order by created_at desc, id desc limit ${limit} offset ${offset}`
        const { total } = yield* Decoded.total(
          yield* sql`select count(*)::int as total from wallet_holds where ${mine}`
        )
        return { holds: (yield* holds(rows)).map(Rows.toHold), total }
      }),
      hold: (workspaceId, holdId) =>
        Effect.flatMap(sql`select * from wallet_holds where id = ${holdId} and workspace_id = ${workspaceId}`, (rows) =>
          Effect.map(holds(rows), ([row]) => (row === undefined ? undefined : Rows.toHold(row)))
        ),
      alerts: (workspaceId, acknowledged, { limit, offset }) =>
        Effect.flatMap(
          sql`select * from alerts where workspace_id = ${workspaceId}
            and ${acknowledged === undefined ? sql`true` : sql`(acknowledged_at is not null) = ${acknowledged}`}
            order by created_at desc, id desc limit ${limit} offset ${offset}`,
          (rows) => Effect.map(alerts(rows), (found) => found.map(Rows.toAlert))
        ),
      acknowledge: Effect.fnUntraced(function* (workspaceId, alertId, { at, name }) {
        const [row] = yield* alerts(
          yield* sql`update alerts set acknowledged_by = coalesce(acknowledged_by, ${name}),
              acknowledged_at = coalesce(acknowledged_at, ${new Date(at)})
            where id = ${alertId} and workspace_id = ${workspaceId} returning *`
        )
        return row === undefined ? yield* new AlertNotFound({ alertId }) : Rows.toAlert(row)
      }),
      budgetLedger: (workspaceId, { from, to }) => {
        const page = (after: { readonly created_at: Date; readonly id: string }) =>
          Effect.flatMap(
            sql`select * from budget_ledger where workspace_id = ${workspaceId}
              and (created_at, id) > (${after.created_at}, ${after.id}) and created_at < ${new Date(to)}
              order by created_at, id limit ${pageOfStream}`,
            (rows) =>
              Effect.map(books(rows), (found) => {
                const last = found.length < pageOfStream ? undefined : found.at(-1)
                return [found.map(Rows.toBudgetLedger), Option.fromUndefinedOr(last)] as const
              })
          )
        // No id is empty, so the first instant is included.
        return Stream.paginate({ created_at: new Date(from), id: "" }, page)
      },
      due: Effect.fnUntraced(function* (workspaceId, now) {
        const [row] = yield* toReview(
          yield* sql`select workspace_id, organization_id, review_at from wallets
            where workspace_id = ${workspaceId} and review_at <= ${new Date(now)}`
        )
        return row === undefined ? undefined : Rows.toReview(row)
      }),
      toReview: (now, limit, after) =>
        Effect.flatMap(
          sql`select workspace_id, organization_id, review_at from wallets where review_at <= ${new Date(now)}
            and ${after === undefined ? sql`true` : sql`(review_at, workspace_id) > (${new Date(after.dueAt)}, ${after.workspaceId})`}
            order by review_at, workspace_id limit ${limit}`,
          (rows) => Effect.map(toReview(rows), (found) => found.map(Rows.toReview))
        )
    })
  })
)

/** Reads wallets with their open holds: one statement, so what it returns is of one moment. */
export const load: Effect.Effect<Load<Wallet, SqlError>, never, SqlClient.SqlClient> = Effect.gen(function* () {
  const sql = yield* SqlClient.SqlClient
  const openHolds = Decoded.all(
    Schema.Struct({
      ...Rows.WalletRow.fields,
      version: Schema.Int,
      open: Schema.Array(Schema.toCodecJson(Rows.HoldRow))
    })
  )
  return Effect.fn("Wallet.load")(function* (ids) {
    const rows = yield* openHolds(
      yield* sql`select w.*, coalesce((select json_agg(h order by h.created_at, h.id) from wallet_holds h
            where h.wallet_id = w.id and h.status = 'open'), '[]') as open
          from json_array_elements_text(${JSON.stringify(ids)}::text::json) as asked(id)
          cross join lateral (select * from wallets where id = asked.id limit 1) w`
    )
    return new Map(rows.map((row) => [row.id, { version: row.version, state: Rows.stateOf(row, row.open) }]))
  })
})
