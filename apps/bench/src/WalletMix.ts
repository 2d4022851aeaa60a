/** What the clients of the wallet benches ask: nine debits for each credit, and one in twenty a replay. */
import type { PlannedRequest } from "./Plan.ts"
import type { Workload } from "./Rounds.ts"
import * as Tenants from "./Tenants.ts"

const debit = JSON.stringify({
  type: "debit",
  amount: 3,
  source: "campaign_spend",
  referenceId: "cmp_spring",
  description: "a message"
})
const credit = JSON.stringify({ type: "credit", amount: 27, source: "manual", description: "a voucher" })

const posted = (workspaceId: string, body: string, bearer: string | undefined): PlannedRequest => ({
  path: `/api/budget/wallet/${workspaceId}/transactions`,
  body,
  ...(bearer === undefined ? {} : { bearer })
})

const mix = (workspaceId: string, bearer?: string): Workload["requests"] => [
  posted(workspaceId, credit, bearer),
  ...Array.from({ length: 9 }, () => posted(workspaceId, debit, bearer))
]

const common = { idempotent: true, order: "random", replays: 0.05 } as const

/** Everybody asks the same wallet. */
export const hot = (name: string, connections: number): Workload => ({
  ...common,
  name,
  connections,
  requests: mix(Tenants.main)
})

/** 64 clients ask `count` wallets, by Zipf's law with exponent 1. */
export const many = (name: string, count: number): Workload => ({
  ...common,
  name,
  connections: 64,
  tenants: { count, exponent: 1 },
  requests: mix(Tenants.planned.workspaceId, Tenants.planned.bearer)
})
