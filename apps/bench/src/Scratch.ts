import * as NodeRuntime from "@effect/platform-node/NodeRuntime"
import * as Database from "@loopdrive/storage/Database"
import * as Migrations from "@loopdrive/storage/Migrations"
import * as PostgresServer from "@loopdrive/testkit/PostgresServer"
import * as Effect from "effect/Effect"
import * as Redacted from "effect/Redacted"
import { SqlClient } from "effect/sql/SqlClient"
import pg from "pg"
import * as Send from "./bench/Send.ts"
import * as Contestant from "./Contestant.ts"
import * as Generator from "./Generator.ts"
import * as Vendor from "./Vendor.ts"
import * as SendBooks from "./SendBooks.ts"

const name = process.argv[2] ?? "loopdrive"
const program = Effect.gen(function* () {
  const server = yield* PostgresServer.make({ fsync: true })
  yield* Effect.flatMap(SqlClient, (sql) => sql.unsafe(`create database b`)).pipe(
    Effect.provide(Database.layerPostgres({ url: server.url, maxConnections: 1 }))
  )
  const url = server.urlOf("b")
  yield* SendBooks.create.pipe(
    Effect.provide(Database.layerPostgres({ url, maxConnections: 1, migrations: Migrations.directory }))
  )
  const entry = Send.bench.entries.find((e) => e.name === name)!
  const surroundings = yield* Send.bench.surround!(entry)
  const contestant = yield* Contestant.start(entry, { database: url, surroundings, profile: process.argv[3] })
  const client = new pg.Client(Redacted.value(url))
  yield* Effect.promise(() => client.connect())
  const plan = (n: number, seconds: number, arrivalsPerSecond: number | null) => ({
    port: contestant.port,
    bearer: Contestant.bearer,
    connections: 64,
    warmUpSeconds: 0,
    seconds,
    requestsMax: 1e6,
    order: "random" as const,
    tenants: null,
    replays: 0.1,
    peopleFrom: n * 5000,
    arrivalsPerSecond,
    tells: true,
    idempotencyPrefix: `p${n}`,
    run: `r0000${n}`,
    requests: Send.bench.workloads[0]!.requests
  })
  yield* Vendor.takes(surroundings[Vendor.variable]!, { millis: 0, spread: 0 })
  yield* Generator.measure(plan(0, Number(process.env.WARM ?? 4), null))
  yield* SendBooks.worked(contestant)
  const counts = new Map<string, number>()
  let on = true
  let samples = 0
  const sampler = (async () => {
    while (on) {
      const { rows } = await client.query(
        `select state, coalesce(wait_event_type||':'||wait_event,'cpu') w, left(regexp_replace(query,'\\s+',' ','g'),70) q from pg_stat_activity where datname='b' and pid<>pg_backend_pid()`
      )
      samples++
      for (const r of rows) {
        if (r.state === "idle") continue
        const k = `${r.state} ${r.w} ${r.q}`
        counts.set(k, (counts.get(k) ?? 0) + 1)
      }
      await new Promise((r) => setTimeout(r, 15))
    }
  })()
  const rate = process.argv[4] ? Number(process.argv[4]) : null
  const t = Date.now()
  const m = yield* Generator.measure(plan(1, 5, rate))
  console.log(Date.now() - t, { ...m, acknowledged: m.acknowledged?.length })
  yield* SendBooks.worked(contestant)
  console.log("worked", Date.now() - t)
  on = false
  yield* Effect.promise(() => sampler)
  console.log(samples)
  for (const [k, v] of [...counts].sort((a, b) => b[1] - a[1]).slice(0, 25)) console.log((v / samples).toFixed(3), k)
  yield* Effect.promise(() => client.end())
})
NodeRuntime.runMain(Effect.scoped(program))
