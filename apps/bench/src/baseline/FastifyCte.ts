/**
 * The debit as one statement and one round trip: the receipt is looked for, the account moved, the entry and the receipt
 * written. Two requests with one key at the same instant meet the receipts' primary key; the loser asks again and finds
 * the receipt.
 */
import { DatabaseError } from "pg"
import type pg from "pg"
import * as FastifyDebit from "./FastifyDebit.ts"
import type { Debit, Outcome, Receipt } from "./FastifyDebit.ts"

const text = `
  with seen as (
    select hash, outcome from receipts where workspace_id = $1 and scope = $2 and key = $3
      and (expires_at is null or expires_at > now())),
  moved as (
    update accounts set balance = balance - $6::bigint, version = version + 1
    where id = $5 and balance >= $6::bigint and not exists (select 1 from seen) returning version, balance),
  entry as (
    insert into entries (account, version, amount, balance, reason, created_at)
    select $5, version, -$6::bigint, balance, $7, now() from moved),
  receipt as (
    insert into receipts (workspace_id, scope, key, hash, entity, outcome)
    select $1, $2, $3, $4, $5, jsonb_build_object('balance', balance, 'entry', version) from moved)
  select null as hash, null as outcome, balance, version from moved
  union all select hash, outcome, null, null from seen`

interface Row {
  readonly hash: string | null
  readonly outcome: Receipt | null
  readonly balance: number
  readonly version: number
}

const uniqueViolation = "23505"

const take = async (pool: pg.Pool, debit: Debit): Promise<Outcome> => {
  const { account, amount, hash, key, reason, workspaceId } = debit
  const values = [workspaceId, FastifyDebit.scope, key, hash, account, amount, reason]
  try {
    const { rows } = await pool.query<Row>({ name: "debit", text, values })
    const [row] = rows
    if (row === undefined) return "insufficient"
    if (row.outcome === null) return { balance: row.balance, entry: row.version }
    return row.hash === hash ? row.outcome : "conflict"
  } catch (error) {
    if (error instanceof DatabaseError && error.code === uniqueViolation) return take(pool, debit)
    throw error
  }
}

await FastifyDebit.serve(take)
