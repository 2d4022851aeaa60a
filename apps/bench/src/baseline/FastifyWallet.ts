/**
 * The wallet benches on Fastify 5 with `pg`: one prepared statement and one round trip per request. It looks for the
 * receipt, moves the wallet under its row lock, and writes the entry with its running balance and the receipt with the
 * answer. Two requests with one key at the same instant meet the receipts' primary key; the loser asks again.
 */
import { DatabaseError, Pool, types } from "pg"
import { given } from "../Served.ts"
import * as FastifyBase from "./FastifyBase.ts"
import * as WalletPosting from "./WalletPosting.ts"
import type { Asked, Outcome, Posting, Transaction } from "./WalletPosting.ts"

const text = `
  with seen as (
    select hash, outcome from receipts where workspace_id = $1 and scope = $2 and key = $3
      and (expires_at is null or expires_at > now())),
  moved as (
    update book_wallets set balance = balance + $5::bigint, entries = entries + 1, updated_at = $6::text::timestamptz
    where workspace_id = $1 and not exists (select 1 from seen)
      and ($5::bigint > 0 or (not frozen and balance + overdraft + $5::bigint >= 0))
    returning id, entries, balance),
  entry as (
    insert into book_entries (id, workspace_id, wallet_id, number, type, amount, balance, source, reference_id,
      description, metadata, created_at)
    select $7, $1, id, entries, $8, $5::bigint, balance, $9, $10, $11, $12::jsonb, $6::text::timestamptz from moved),
  receipt as (
    insert into receipts (workspace_id, scope, key, hash, entity, outcome)
    select $1, $2, $3, $4, id, jsonb_strip_nulls(jsonb_build_object('id', $7::text, 'walletId', id, 'type', $8::text,
      'amount', $5::bigint, 'balance', balance, 'source', $9::text, 'referenceId', $10::text, 'description', $11::text,
      'metadata', $12::jsonb, 'timestamp', $6::text)) from moved)
  select null as hash, null as outcome, id, balance from moved
  union all select hash, outcome, null, null from seen`

interface Row {
  readonly hash: string | null
  readonly outcome: Transaction | null
  readonly id: string
  readonly balance: number
}

const uniqueViolation = "23505"

// int8 arrives as text otherwise; all numbers here are far below 2^53.
types.setTypeParser(types.builtins.INT8, Number)

const take = async (pool: Pool, asked: Asked): Promise<Outcome> => {
  const { digest, key, posting, workspaceId } = asked
  const { description, metadata, referenceId, source, type } = posting
  const amount = WalletPosting.signed(posting)
  const timestamp = new Date().toISOString()
  const id = WalletPosting.freshId()
  const identity = [workspaceId, WalletPosting.scope, key, digest]
  const values = [...identity, amount, timestamp, id, type, source, referenceId, description, metadata]
  try {
    const { rows } = await pool.query<Row>({ name: "post", text, values })
    const [row] = rows
    if (row === undefined) return "insufficient"
    if (row.outcome === null)
      return {
        id,
        walletId: row.id,
        type,
        amount,
        balance: row.balance,
        source,
        ...(referenceId === undefined ? {} : { referenceId }),
        description,
        ...(metadata === undefined ? {} : { metadata }),
        timestamp
      }
    return row.hash === digest ? row.outcome : "conflict"
  } catch (error) {
    if (error instanceof DatabaseError && error.code === uniqueViolation) return take(pool, asked)
    throw error
  }
}

const short = { type: "string", minLength: 1, maxLength: 255 } as const
const amount = { type: "integer", minimum: -10_000_000_000, maximum: 10_000_000_000, not: { const: 0 } } as const
const schema = {
  params: { type: "object", required: ["workspaceId"], properties: { workspaceId: short } },
  headers: { type: "object", required: ["idempotency-key"], properties: { "idempotency-key": short } },
  body: {
    type: "object",
    required: ["type", "amount", "source", "description"],
    properties: {
      type: { enum: ["credit", "debit", "refund", "adjustment"] },
      amount,
      source: { enum: ["stripe_payment", "campaign_spend", "refund", "manual", "auto_reload"] },
      referenceId: short,
      description: { type: "string", minLength: 1, maxLength: 500 },
      metadata: { type: "object" }
    }
  },
  response: {
    200: {
      type: "object",
      required: ["id", "walletId", "type", "amount", "balance", "source", "description", "timestamp"],
      properties: {
        id: { type: "string" },
        walletId: { type: "string" },
        type: { type: "string" },
        amount: { type: "integer" },
        balance: { type: "integer" },
        source: { type: "string" },
        referenceId: { type: "string" },
        description: { type: "string" },
        metadata: { type: "object", additionalProperties: true },
        timestamp: { type: "string" }
      }
    }
  }
} as const

const pool = new Pool({ connectionString: given("DATABASE_URL"), max: WalletPosting.connectionsMax })
const server = FastifyBase.make()
server.post<{ Params: { workspaceId: string }; Headers: { "idempotency-key": string }; Body: Posting }>(
  WalletPosting.path,
  { schema },
  async ({ body, headers, params, workspaceId }, reply) => {
    if (params.workspaceId !== workspaceId) return reply.code(403).send({ code: "workspace_forbidden" })
    const key = headers["idempotency-key"]
    const outcome = await take(pool, { workspaceId, posting: body, key, digest: WalletPosting.digestOf(body) })
    if (typeof outcome === "object") return outcome
    const [status, problem] = WalletPosting.refusals[outcome]
    return reply.code(status).send(problem)
  }
)
await FastifyBase.listen(server)
