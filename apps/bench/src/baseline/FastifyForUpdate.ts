/**
 * The debit as a transaction that locks the account first: what most services do. The lock also orders requests with one
 * key, as long as they mean one account; otherwise the receipts' primary key does.
 */
import { DatabaseError } from "pg"
import type pg from "pg"
import * as FastifyDebit from "./FastifyDebit.ts"
import type { Debit, Outcome, Receipt } from "./FastifyDebit.ts"

const lock = "select version, balance from accounts where id = $1 for update"
const find = `select hash, outcome from receipts where workspace_id = $1 and scope = $2 and key = $3
  and (expires_at is null or expires_at > now())`
const move = "update accounts set balance = $2, version = $3 where id = $1"
const enter = `insert into entries (account, version, amount, balance, reason, created_at)
  values ($1, $2, $3, $4, $5, now())`
const keep = `insert into receipts (workspace_id, scope, key, hash, entity, outcome) values ($1, $2, $3, $4, $5, $6)`

const uniqueViolation = "23505"

const decide = async (client: pg.PoolClient, debit: Debit): Promise<Outcome> => {
  const { account, amount, hash, key, reason, workspaceId } = debit
  const heads = await client.query<{ version: number; balance: number }>({
    name: "lock",
    text: lock,
    values: [account]
  })
  const [head] = heads.rows
  const identity = [workspaceId, FastifyDebit.scope, key]
  const receipts = await client.query<{ hash: string; outcome: Receipt }>({
    name: "find",
    text: find,
    values: identity
  })
  const [seen] = receipts.rows
  if (seen !== undefined) return seen.hash === hash ? seen.outcome : "conflict"
  if (head === undefined || head.balance < amount) return "insufficient"
  const balance = head.balance - amount
  const entry = head.version + 1
  await client.query({ name: "move", text: move, values: [account, balance, entry] })
  await client.query({ name: "enter", text: enter, values: [account, entry, -amount, balance, reason] })
  const outcome = { balance, entry }
  await client.query({ name: "keep", text: keep, values: [...identity, hash, account, JSON.stringify(outcome)] })
  return outcome
}

const take = async (pool: pg.Pool, debit: Debit): Promise<Outcome> => {
  const client = await pool.connect()
  try {
    await client.query("begin")
    const outcome = await decide(client, debit)
    await client.query("commit")
    return outcome
  } catch (error) {
    await client.query("rollback")
    if (!(error instanceof DatabaseError && error.code === uniqueViolation)) throw error
  } finally {
    client.release()
  }
  return take(pool, debit)
}

await FastifyDebit.serve(take)
