/**
 * `wallet-many`: 100,000 wallets by Zipf's law, each in a workspace with a key of its own, against the baselines of
 * `wallet-hot`. Every server keeps the keys in a map in memory: what is measured is the wallet, not the reading of keys.
 */
import type { Bench } from "../Bench.ts"
import * as PrismaClient from "../PrismaClient.ts"
import * as WalletBooks from "../WalletBooks.ts"
import * as WalletMix from "../WalletMix.ts"

const wallets = 100_000
const env = { BENCH_TENANTS: String(wallets) }

export const bench: Bench = {
  entries: [
    { name: "fastify-pg", program: "baseline/FastifyWallet.ts", env },
    { name: "loopdrive", program: "subject/GatewayWallet.ts", env },
    { name: "express-prisma", program: "baseline/ExpressPrisma.ts", env: { ...env, NODE_ENV: "production" } }
  ],
  workloads: [WalletMix.many("many", wallets)],
  goals: [
    { workload: "many", subject: "loopdrive", baseline: "fastify-pg", figure: "rate", bound: 1.2 },
    { workload: "many", subject: "loopdrive", baseline: "express-prisma", figure: "rate", bound: 3 }
  ],
  build: PrismaClient.generate,
  prepare: WalletBooks.create(wallets),
  check: WalletBooks.check
}
