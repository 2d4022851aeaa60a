import { assert, describe, it } from "@effect/vitest"
import * as Database from "@loopdrive/storage/Database"
import * as AnsweringProgram from "@loopdrive/testkit/AnsweringProgram"
import * as CounterLedger from "@loopdrive/testkit/CounterLedger"
import * as FreePort from "@loopdrive/testkit/FreePort"
import { fresh } from "@loopdrive/testkit/TestDatabase"
import * as Effect from "effect/Effect"
import * as Redacted from "effect/Redacted"
import * as Schedule from "effect/Schedule"
import * as SqlClient from "effect/sql/SqlClient"
import * as CounterTables from "./example/CounterTables.ts"

const program = new URL("./programs/CounterNode.ts", import.meta.url)

const counters = Array.from({ length: 12 }, (_, n) => `counter-${n}`)
const commandsOf = (phase: string, each: number): ReadonlyArray<CounterLedger.Command> =>
  Array.from({ length: each * counters.length }, (_, n) => ({
    id: counters[n % counters.length] ?? "",
    amount: 1 + (n % 7),
    key: `${phase}-${n}`
  }))

/** Tables that note which role wrote a step: each process connects as another one. */
const prepare = Effect.gen(function* () {
  const sql = yield* SqlClient.SqlClient
  yield* CounterTables.create
  yield* sql`alter table steps add column writer text not null default current_user`
  yield* sql.unsafe(`do $$ begin
    create role node_a superuser login password 'node';
    create role node_b superuser login password 'node';
  exception when duplicate_object then null; end $$`)
})

const writers = Effect.gen(function* () {
  const sql = yield* SqlClient.SqlClient
  const rows = yield* sql<{ counter: string; writer: string }>`select distinct counter, writer from steps`
  return rows
})

const node = (url: Redacted.Redacted, role: string) =>
  Effect.gen(function* () {
    const mine = new URL(Redacted.value(url))
    mine.username = role
    mine.password = "node"
    return yield* AnsweringProgram.start(program, [mine.href], { CLUSTER_PORT: String(yield* FreePort.find) })
  })

/** Long enough for a dead runner's shards to be taken over, on a busy machine too. */
const patience = Schedule.spaced("100 millis").pipe(Schedule.upTo({ duration: "40 seconds" }))

describe("two runners on one PostgreSQL", () => {
  it.live(
    "are one place for every actor; one stands still, one is killed, and nothing is lost or done twice",
    () =>
      Effect.gen(function* () {
        const url = yield* fresh()
        yield* Effect.gen(function* () {
          yield* prepare
          const a = yield* node(url, "node_a")
          const b = yield* node(url, "node_b")
          const replies = new Map<string, number>()
          const note = (command: CounterLedger.Command) => (total: number) =>
            Effect.sync(() => replies.set(command.key, total))

          // Shards move to the second runner within seconds; until then the first has them all.
          const settling: Array<CounterLedger.Command> = []
          const probe = Effect.gen(function* () {
            const commands = commandsOf(`settle-${settling.length}`, 1)
            settling.push(...commands)
            yield* Effect.forEach(commands, (command) =>
              Effect.retry(Effect.tap(CounterLedger.add(b, command), note(command)), patience)
            )
            return new Set((yield* writers).map(({ writer }) => writer)).size === 2
          })
          yield* Effect.repeat(probe, { until: (both) => both, schedule: patience })

          const sql = yield* SqlClient.SqlClient
          yield* sql`update steps set writer = 'before'`
          const calm = commandsOf("calm", 20)
          yield* Effect.forEach(
            calm,
            (command, n) => Effect.tap(CounterLedger.add(n % 2 === 0 ? a : b, command), note(command)),
            { concurrency: 32, discard: true }
          )
          const owners = (yield* writers).filter(({ writer }) => writer !== "before")
          assert.strictEqual(owners.length, counters.length)
          assert.deepStrictEqual([...new Set(owners.map(({ writer }) => writer))].toSorted(), ["node_a", "node_b"])

          // A runner that stands still past its time loses its shards; awake again it finds its versions overtaken.
          process.kill(b.pid, "SIGSTOP")
          const asleep = commandsOf("asleep", 5)
          yield* Effect.forEach(
            asleep,
            (command) => Effect.retry(Effect.tap(CounterLedger.add(a, command), note(command)), patience),
            { concurrency: 32, discard: true }
          )
          process.kill(b.pid, "SIGCONT")
          const awake = commandsOf("awake", 20)
          yield* Effect.forEach(
            awake,
            (command, n) =>
              Effect.retry(Effect.tap(CounterLedger.add(n % 2 === 0 ? b : a, command), note(command)), patience),
            { concurrency: 32, discard: true }
          )

          const load = commandsOf("load", 40)
          let answered = 0
          const send = (command: CounterLedger.Command, n: number) =>
            CounterLedger.add(n % 2 === 0 ? a : b, command).pipe(
              // The caller repeats what was not answered, under the same key, where somebody answers.
              Effect.catch(() => Effect.retry(CounterLedger.add(a, command), patience)),
              Effect.tap(note(command)),
              Effect.tap(() => (++answered === 120 ? b.kill("SIGKILL") : Effect.void))
            )
          yield* Effect.forEach(load, send, { concurrency: 32, discard: true })

          const commands = [...settling, ...calm, ...asleep, ...awake, ...load]
          for (const id of counters) {
            const rows = yield* CounterLedger.rowsOf(a, id)
            assert.deepStrictEqual(CounterLedger.contradictions(rows, id, commands, replies), [])
          }
        }).pipe(Effect.provide(Database.layerPostgres({ url })))
      }).pipe(Effect.scoped),
    60_000
  )
})
