/** The route of the `turn` bench on Fastify 5 with `pg`; the two baselines differ in how they debit. */
import { hash } from "node:crypto"
import { Pool, types } from "pg"
import { given } from "../Served.ts"
import * as FastifyBase from "./FastifyBase.ts"

export interface Debit {
  readonly workspaceId: string
  readonly account: string
  readonly amount: number
  readonly reason: string
  readonly key: string
  /** Digest of the payload: the same key with another one is a conflict. */
  readonly hash: string
}

export interface Receipt {
  readonly balance: number
  readonly entry: number
}

export type Outcome = Receipt | "insufficient" | "conflict"

/** Connections per process: what the baselines gain most from, see the README of this package. */
const connectionsMax = Number(process.env.BENCH_POOL ?? 16)

export const scope = "POST /accounts/:id/debits"

const digest = (account: string, amount: number, reason: string): string =>
  hash("sha256", JSON.stringify([account, amount, reason]), "hex")

// int8 arrives as text otherwise; all numbers here are far below 2^53.
types.setTypeParser(types.builtins.INT8, Number)

/** Serves the route; `take` makes the debit durable, or says why not. */
export const serve = async (take: (pool: Pool, debit: Debit) => Promise<Outcome>): Promise<void> => {
  const pool = new Pool({ connectionString: given("DATABASE_URL"), max: connectionsMax })
  const server = FastifyBase.make()
  server.post<{
    Params: { id: string }
    Headers: { "idempotency-key": string }
    Body: { amount: number; reason: string }
  }>(
    "/accounts/:id/debits",
    {
      schema: {
        params: {
          type: "object",
          required: ["id"],
          properties: { id: { type: "string", minLength: 1, maxLength: 64 } }
        },
        headers: {
          type: "object",
          required: ["idempotency-key"],
          properties: { "idempotency-key": { type: "string", minLength: 1, maxLength: 255 } }
        },
        body: {
          type: "object",
          required: ["amount", "reason"],
          properties: {
            amount: { type: "integer", minimum: 1, maximum: 1_000_000 },
            reason: { type: "string", minLength: 1, maxLength: 64 }
          }
        },
        response: {
          200: {
            type: "object",
            required: ["account", "balance", "entry"],
            properties: { account: { type: "string" }, balance: { type: "integer" }, entry: { type: "integer" } }
          }
        }
      }
    },
    async ({ body, headers, params, workspaceId }, reply) => {
      const account = params.id
      const outcome = await take(pool, {
        workspaceId,
        account,
        ...body,
        key: headers["idempotency-key"],
        hash: digest(account, body.amount, body.reason)
      })
      if (outcome === "insufficient") return reply.code(409).send({ code: "insufficient_funds" })
      if (outcome === "conflict") return reply.code(422).send({ code: "idempotency_conflict" })
      return { account, ...outcome }
    }
  )
  await FastifyBase.listen(server)
}
