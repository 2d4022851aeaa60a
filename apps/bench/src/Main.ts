/**
 * `npm run bench -- <name>`: starts PostgreSQL (fsync on) and every contestant, runs the rounds, prints the tables. Ends
 * with a failure when an invariant is broken; a missed goal is told, not failed, because figures depend on the machine.
 */
import * as NodeRuntime from "@effect/platform-node/NodeRuntime"
import * as Database from "@loopdrive/storage/Database"
import * as Migrations from "@loopdrive/storage/Migrations"
import * as PostgresServer from "@loopdrive/testkit/PostgresServer"
import * as Console from "effect/Console"
import * as Effect from "effect/Effect"
import { SqlClient } from "effect/sql/SqlClient"
import { writeFile } from "node:fs/promises"
import { parseArgs } from "node:util"
import type { Bench } from "./Bench.ts"
import * as Compose from "./bench/Compose.ts"
import * as HttpNoop from "./bench/HttpNoop.ts"
import * as Resolve from "./bench/Resolve.ts"
import * as Send from "./bench/Send.ts"
import * as Turn from "./bench/Turn.ts"
import * as WalletHot from "./bench/WalletHot.ts"
import * as WalletMany from "./bench/WalletMany.ts"
import * as Contestant from "./Contestant.ts"
import * as Rounds from "./Rounds.ts"
import * as Verdict from "./Verdict.ts"

const benches: Readonly<Record<string, Bench>> = {
  "http-noop": HttpNoop.bench,
  turn: Turn.bench,
  resolve: Resolve.bench,
  compose: Compose.bench,
  "wallet-hot": WalletHot.bench,
  "wallet-many": WalletMany.bench,
  send: Send.bench
}

const usage = `npm run bench -- <${Object.keys(benches).join(" | ")}> [--quick] [--rounds N] [--seconds N] [--json FILE] [--profile DIRECTORY]`

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    quick: { type: "boolean", default: false },
    rounds: { type: "string" },
    seconds: { type: "string" },
    json: { type: "string" },
    profile: { type: "string" }
  }
})

const settingsOf = ({ quick }: Bench): Rounds.Settings => ({
  rounds: Number(values.rounds ?? (values.quick ? (quick?.rounds ?? 2) : 5)),
  seconds: Number(values.seconds ?? (values.quick ? 1 : 5)),
  warmUpSeconds: values.quick ? 0.5 : 1.5
})

/** The workloads that are run, with the goals they can speak of. */
const scopeOf = ({ goals, quick, workloads }: Bench): Pick<Bench, "goals" | "workloads"> => {
  const run = values.quick && quick !== undefined ? quick.workloads : workloads
  return { workloads: run, goals: goals.filter(({ workload }) => run.some(({ name }) => name === workload)) }
}

/** A migrated database of its own for one contestant. */
const makeDatabase = Effect.fnUntraced(function* (
  server: PostgresServer.PostgresServer,
  name: string,
  prepare: NonNullable<Bench["prepare"]>
) {
  const database = `bench_${name.replaceAll(/\W/g, "_")}`
  yield* Effect.flatMap(SqlClient, (sql) => sql.unsafe(`create database ${database}`)).pipe(
    Effect.provide(Database.layerPostgres({ url: server.url, maxConnections: 1 }))
  )
  const url = server.urlOf(database)
  yield* prepare.pipe(
    Effect.provide(Database.layerPostgres({ url, maxConnections: 1, migrations: Migrations.directory }))
  )
  return url
})

/** What was acknowledged one by one is for the checks, not for a file. */
const untold = (name: string, value: unknown): unknown => (name === "acknowledged" ? undefined : value)

const program = Effect.gen(function* () {
  const bench = benches[positionals[0] ?? ""]
  if (bench === undefined) return yield* Console.error(usage)
  const settings = settingsOf(bench)
  const { goals, workloads } = scopeOf(bench)
  if (!(settings.rounds >= 1) || !(settings.seconds > 0)) return yield* Console.error(usage)
  const { build = Effect.void, prepare } = bench
  yield* build
  const server = prepare === undefined ? undefined : yield* PostgresServer.make({ fsync: true })
  const contestants: Array<Contestant.Contestant> = []
  for (const entry of bench.entries) {
    const database =
      server === undefined || prepare === undefined || entry.stateless === true
        ? undefined
        : yield* makeDatabase(server, entry.name, prepare)
    const surroundings = bench.surround === undefined ? {} : yield* bench.surround(entry)
    contestants.push(yield* Contestant.start(entry, { database, surroundings, profile: values.profile }))
  }
  const samples = yield* Rounds.run({ settings, contestants, workloads, check: bench.check })
  const reached = Verdict.judge(samples, goals)
  yield* Console.log(`\n${Verdict.figures(samples)}\n\n${Verdict.verdicts(reached)}\n\nAll invariants held.`)
  const { json } = values
  if (json !== undefined) {
    yield* Effect.tryPromise(() => writeFile(json, `${JSON.stringify({ settings, samples, reached }, untold, 2)}\n`))
  }
})

NodeRuntime.runMain(Effect.scoped(program))
