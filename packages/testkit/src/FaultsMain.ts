/**
 * `npm run faults`: the runtime killed with -9 at random moments, many times, on each store. `--runs` (50) per store,
 * `--seed`, `--store pglite|postgres` for one of them. One line per run and one per store; ends with 1 when something
 * that was acknowledged was lost, or applied twice.
 */
import * as NodeRuntime from "@effect/platform-node/NodeRuntime"
import * as Console from "effect/Console"
import * as Effect from "effect/Effect"
import * as Redacted from "effect/Redacted"
import { parseArgs } from "node:util"
import * as KillRuns from "./KillRuns.ts"
import * as PostgresServer from "./PostgresServer.ts"
import * as TemporaryDirectory from "./TemporaryDirectory.ts"

const { values } = parseArgs({
  options: {
    runs: { type: "string", default: "50" },
    seed: { type: "string", default: "loopdrive" },
    store: { type: "string" }
  }
})
const program = new URL("../../actor/test/programs/CounterNode.ts", import.meta.url)

const line = (report: KillRuns.Report): string =>
  `run ${report.run}: ${report.acknowledged} acknowledged, ${report.open} open (${report.openApplied} of them applied), ` +
  `back after ${report.restartMillis} ms: ${report.broken.length === 0 ? "ok" : report.broken.join("; ")}`

const targets = {
  // With fsync on: durability is the question here.
  postgres: Effect.map(PostgresServer.make({ fsync: true }), ({ url }) => Redacted.value(url)),
  pglite: TemporaryDirectory.make
}

const on = Effect.fnUntraced(function* (store: "postgres" | "pglite") {
  yield* Console.log(`${store}:`)
  const reports = yield* KillRuns.run({
    program,
    target: yield* targets[store],
    runs: Number(values.runs),
    seed: values.seed,
    tell: (report) => Console.log(line(report))
  })
  const sum = (of: (report: KillRuns.Report) => number) => reports.reduce((total, report) => total + of(report), 0)
  const bad = reports.filter(({ broken }) => broken.length > 0).length
  yield* Console.log(
    `${store}: ${reports.length - bad} of ${reports.length} runs kept everything (seed ${values.seed}): ` +
      `${sum((report) => report.acknowledged)} acknowledged, ${sum((report) => report.open)} open, ` +
      `${sum((report) => report.openApplied)} of those applied; ` +
      `back after ${Math.round(sum((report) => report.restartMillis) / reports.length)} ms on average\n`
  )
  return bad
}, Effect.scoped)

const stores = (["postgres", "pglite"] as const).filter((store) => values.store === undefined || values.store === store)

const main = Effect.gen(function* () {
  const bad = yield* Effect.forEach(stores, on)
  if (bad.some((count) => count > 0)) process.exitCode = 1
})

NodeRuntime.runMain(main)
