/**
 * `npm run faults`: processes of actors killed with -9 at random moments, many times, on each store: 50 times one of
 * counters, 100 times one of wallets; many spends of one wallet at once; and processes that send, killed, paused and raced;
 * and a server that is told of its messages in any order. `--runs` of each per store, `--seed`, `--store pglite|postgres`
 * and `--of counters|wallets|storms|sends|receipts` for one of them. One line per run and one per store; ends with 1
 * when something that was acknowledged was lost, or applied twice.
 */
import * as NodeRuntime from "@effect/platform-node/NodeRuntime"
import * as Console from "effect/Console"
import * as Effect from "effect/Effect"
import * as Redacted from "effect/Redacted"
import { parseArgs } from "node:util"
import * as ChildProgram from "./ChildProgram.ts"
import * as KillRuns from "./KillRuns.ts"
import * as PostgresServer from "./PostgresServer.ts"
import * as TemporaryDirectory from "./TemporaryDirectory.ts"

const { values } = parseArgs({
  options: {
    runs: { type: "string" },
    of: { type: "string" },
    seed: { type: "string", default: "loopdrive" },
    store: { type: "string" }
  }
})
const subjects = [
  { name: "counters", program: new URL("../../actor/test/programs/CounterNode.ts", import.meta.url), runs: "50" },
  { name: "wallets", program: new URL("../../wallet/test/programs/WalletNode.ts", import.meta.url), runs: "100" }
] as const
type Subject = (typeof subjects)[number]

const line = (report: KillRuns.Report): string =>
  `run ${report.run}: ${report.acknowledged} acknowledged, ${report.open} open (${report.openApplied} of them applied), ` +
  `back after ${report.restartMillis} ms: ${report.broken.length === 0 ? "ok" : report.broken.join("; ")}`

const targets = {
  // With fsync on: durability is the question here.
  postgres: Effect.map(PostgresServer.make({ fsync: true }), ({ url }) => Redacted.value(url)),
  pglite: TemporaryDirectory.make
}

const on = Effect.fnUntraced(function* ({ name, program, runs }: Subject, store: "postgres" | "pglite") {
  yield* Console.log(`${name} on ${store}:`)
  const reports = yield* KillRuns.run({
    program,
    target: yield* targets[store],
    runs: Number(values.runs ?? runs),
    seed: values.seed,
    tell: (report) => Console.log(line(report))
  })
  const sum = (of: (report: KillRuns.Report) => number) => reports.reduce((total, report) => total + of(report), 0)
  const bad = reports.filter(({ broken }) => broken.length > 0).length
  yield* Console.log(
    `${name} on ${store}: ${reports.length - bad} of ${reports.length} runs kept everything (seed ${values.seed}): ` +
      `${sum((report) => report.acknowledged)} acknowledged, ${sum((report) => report.open)} open, ` +
      `${sum((report) => report.openApplied)} of those applied; ` +
      `back after ${Math.round(sum((report) => report.restartMillis) / reports.length)} ms on average\n`
  )
  return bad
}, Effect.scoped)

/** What a program of its own says of itself, as it goes; its exit code. */
const told = Effect.fnUntraced(function* (name: string, file: URL, store: "postgres" | "pglite") {
  yield* Console.log(`${name} on ${store}:`)
  const child = yield* ChildProgram.start(file, [yield* targets[store]])
  child.hear((said) => {
    if (said.startsWith(`${name}, `)) process.stdout.write(`${said}\n`)
  })
  return yield* child.exit
}, Effect.scoped)

const sends = (store: "postgres" | "pglite") =>
  told("sends", new URL("../../sending/test/programs/SendFaults.ts", import.meta.url), store)

const receipts = (store: "postgres" | "pglite") =>
  told("receipts", new URL("../../../apps/standalone/test/programs/ReceiptFaults.ts", import.meta.url), store)

/** Many spends of one wallet at once, in a process of its own; its exit code. */
const storms = Effect.fnUntraced(function* (store: "postgres" | "pglite") {
  yield* Console.log(`storms on ${store}:`)
  const file = new URL("../../wallet/test/programs/WalletStorms.ts", import.meta.url)
  const child = yield* ChildProgram.start(file, [yield* targets[store]])
  const code = yield* child.exit
  yield* Console.log(
    `${child
      .output()
      .filter((said) => said.includes("spends"))
      .join("\n")}\n`
  )
  return code
}, Effect.scoped)

const stores = (["postgres", "pglite"] as const).filter((store) => values.store === undefined || values.store === store)

const main = Effect.gen(function* () {
  const wanted = subjects.filter(({ name }) => values.of === undefined || values.of === name)
  if (values.of === undefined || values.of === "storms") {
    const broken = yield* Effect.forEach(stores, storms)
    if (broken.some((code) => code !== 0)) process.exitCode = 1
  }
  if (values.of === undefined || values.of === "sends") {
    const broken = yield* Effect.forEach(stores, sends)
    if (broken.some((code) => code !== 0)) process.exitCode = 1
  }
  if (values.of === undefined || values.of === "receipts") {
    const broken = yield* Effect.forEach(stores, receipts)
    if (broken.some((code) => code !== 0)) process.exitCode = 1
  }
  const bad = yield* Effect.forEach(
    wanted.flatMap((subject) => stores.map((store) => [subject, store] as const)),
    ([subject, store]) => on(subject, store)
  )
  if (bad.some((count) => count > 0)) process.exitCode = 1
})

NodeRuntime.runMain(main)
