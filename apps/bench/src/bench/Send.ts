/**
 * `send`: a marketing email with a given body, from the request to the vendor's acceptance, through the product's own
 * gateway, queue and worker. The baseline is the usual design: Express, Prisma, and BullMQ on a Redis that keeps what it
 * takes. `saturated`: 64 clients, as fast as they are answered; `half`: half of what the same server kept up with.
 */
import type { Bench } from "../Bench.ts"
import * as PrismaClient from "../PrismaClient.ts"
import * as Redis from "../Redis.ts"
import type { Workload } from "../Rounds.ts"
import * as SendBooks from "../SendBooks.ts"
import * as SendMix from "../SendMix.ts"
import * as SendRun from "../SendRun.ts"
import type { Goal } from "../Verdict.ts"
import * as Vendor from "../Vendor.ts"
import * as Effect from "effect/Effect"

const baseline = "express-bullmq"

const vendors = [
  { name: "0ms", delay: { millis: 0, spread: 0 } },
  { name: "20ms", delay: { millis: 20, spread: 10 } }
]

const common = {
  connections: 64,
  idempotent: true,
  order: "random",
  replays: 0.1,
  requests: [SendMix.request]
} as const

const workloads = vendors.flatMap(({ delay, name }): ReadonlyArray<Workload> => {
  const whole = `saturated-${name}`
  return [
    { ...common, name: whole, measure: SendRun.saturated(delay) },
    { ...common, name: `half-${name}`, measure: SendRun.half(whole, delay) }
  ]
})

const goals = vendors.flatMap(({ name }): ReadonlyArray<Goal> => {
  const latency = { workload: `half-${name}`, subject: "loopdrive" } as const
  return [
    { workload: `saturated-${name}`, subject: "loopdrive", baseline, figure: "rate", bound: 2 },
    { ...latency, baseline: undefined, figure: "p50", bound: 15 },
    { ...latency, baseline: undefined, figure: "p99", bound: 100 },
    { ...latency, baseline, figure: "p50", bound: undefined },
    { ...latency, baseline, figure: "p99", bound: undefined }
  ]
})

export const bench: Bench = {
  entries: [
    { name: baseline, program: "baseline/ExpressBull.ts", env: { NODE_ENV: "production" } },
    { name: "loopdrive", program: "subject/GatewaySend.ts" }
  ],
  workloads,
  goals,
  // A backlog is worked off after each, and the vendor's errors are waited for.
  quick: { rounds: 1, workloads: workloads.slice(0, 2) },
  build: Effect.andThen(Redis.installed, PrismaClient.generate),
  surround: ({ name }) =>
    Effect.gen(function* () {
      const vendor = { [Vendor.variable]: yield* Vendor.start }
      return name === baseline ? { ...vendor, REDIS_URL: yield* Redis.start } : vendor
    }),
  prepare: SendBooks.create,
  check: SendBooks.check
}
