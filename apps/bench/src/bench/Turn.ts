/**
 * `turn`: a durable, keyed debit over HTTP. One account everybody debits (`hot`), 200 accounts (`spread`), and one client
 * alone (`single`). The subject decides in an actor and commits in groups; the baselines are the two best ways to do the
 * same with statements: everything in one CTE, and a transaction around `SELECT ... FOR UPDATE`.
 */
import type { Bench } from "../Bench.ts"
import type { PlannedRequest } from "../Plan.ts"
import * as Ledger from "../Ledger.ts"

const body = JSON.stringify({ amount: 3, reason: "a message" })
const debit = (account: string): PlannedRequest => ({ path: `/accounts/${account}/debits`, body })
const [first, ...others] = Ledger.accounts

export const bench: Bench = {
  entries: [
    { name: "fastify-cte", program: "baseline/FastifyCte.ts" },
    { name: "loopdrive", program: "subject/ActorTurn.ts" },
    { name: "fastify-for-update", program: "baseline/FastifyForUpdate.ts" },
    { name: "loopdrive-rpc", program: "subject/ActorTurn.ts", env: { BENCH_RPC_ONLY: "1" } }
  ],
  workloads: [
    { name: "hot", connections: 64, idempotent: true, order: "random", requests: [debit(first)] },
    {
      name: "spread",
      connections: 64,
      idempotent: true,
      order: "random",
      requests: [debit(first), ...others.map(debit)]
    },
    { name: "single", connections: 1, idempotent: true, order: "random", requests: [debit(first)] }
  ],
  goals: [
    { workload: "hot", subject: "loopdrive", baseline: "fastify-cte", figure: "rate", bound: 5 },
    { workload: "hot", subject: "loopdrive", baseline: "fastify-for-update", figure: "rate", bound: 10 },
    { workload: "spread", subject: "loopdrive", baseline: "fastify-cte", figure: "rate", bound: 1.3 },
    { workload: "spread", subject: "loopdrive", baseline: "fastify-for-update", figure: "rate", bound: 2.5 },
    { workload: "single", subject: "loopdrive", baseline: "fastify-cte", figure: "p50", bound: 1.4 },
    { workload: "hot", subject: "loopdrive-rpc", baseline: "fastify-cte", figure: "rate", bound: undefined },
    { workload: "spread", subject: "loopdrive-rpc", baseline: "fastify-cte", figure: "rate", bound: undefined },
    { workload: "single", subject: "loopdrive-rpc", baseline: "fastify-cte", figure: "p50", bound: undefined }
  ],
  prepare: Ledger.create,
  check: Ledger.check
}
