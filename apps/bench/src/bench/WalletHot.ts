/**
 * `wallet-hot`: one wallet everybody posts to, over HTTP, through the product's own gateway. The baselines do the same
 * with one statement on Fastify, and with an interactive transaction on Express and Prisma. Two more servers keep nothing:
 * `noop` is the same route on the same HTTP server with the same key check and schemas, `gateway-noop` the gateway whose
 * wallet answers at once.
 */
import type { Bench } from "../Bench.ts"
import * as PrismaClient from "../PrismaClient.ts"
import * as WalletBooks from "../WalletBooks.ts"
import * as WalletMix from "../WalletMix.ts"

export const bench: Bench = {
  entries: [
    { name: "fastify-pg", program: "baseline/FastifyWallet.ts" },
    { name: "loopdrive", program: "subject/GatewayWallet.ts" },
    { name: "express-prisma", program: "baseline/ExpressPrisma.ts", env: { NODE_ENV: "production" } },
    { name: "noop", program: "subject/WalletNoop.ts", stateless: true },
    { name: "gateway-noop", program: "subject/GatewayWallet.ts", env: { BENCH_WALLET: "none" } }
  ],
  workloads: [WalletMix.hot("hot", 64), WalletMix.hot("single", 1)],
  goals: [
    { workload: "hot", subject: "loopdrive", baseline: "fastify-pg", figure: "rate", bound: 5 },
    { workload: "hot", subject: "loopdrive", baseline: "express-prisma", figure: "rate", bound: 10 },
    { workload: "single", subject: "loopdrive", baseline: "fastify-pg", figure: "p50", bound: 1.4 },
    { workload: "hot", subject: "loopdrive", baseline: "noop", figure: "rate", bound: 0.8 },
    { workload: "hot", subject: "loopdrive", baseline: "gateway-noop", figure: "rate", bound: undefined },
    { workload: "single", subject: "loopdrive", baseline: "express-prisma", figure: "p50", bound: undefined }
  ],
  build: PrismaClient.generate,
  prepare: WalletBooks.create(0),
  check: WalletBooks.check
}
