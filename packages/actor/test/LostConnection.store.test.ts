import { assert, describe, it } from "@effect/vitest"
import { ActorUnavailable } from "@loopdrive/actor/ActorUnavailable"
import { Limits, defaults } from "@loopdrive/actor/Limits"
import * as Database from "@loopdrive/storage/Database"
import * as PostgresProxy from "@loopdrive/testkit/PostgresProxy"
import { fresh, urlOf } from "@loopdrive/testkit/TestDatabase"
import * as Context from "effect/Context"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Redacted from "effect/Redacted"
import * as Schedule from "effect/Schedule"
import * as SqlClient from "effect/sql/SqlClient"
import { add, client, committed, identity, layerSql } from "./Counters.ts"

const many = (n: number) => Array.from({ length: n }, (_, i) => i)

/** The runtime on a database behind a proxy. */
const behind = <A, E, R>(
  test: (proxy: PostgresProxy.PostgresProxy) => Effect.Effect<A, E, R>,
  limits: Partial<typeof defaults> = {}
) =>
  Effect.gen(function* () {
    const proxy = yield* PostgresProxy.make(yield* fresh())
    return yield* test(proxy).pipe(
      Effect.provide(Layer.provideMerge(layerSql, Database.layerPostgres({ url: proxy.url }))),
      Effect.provideService(Limits, { ...defaults, ...limits })
    )
  }).pipe(Effect.scoped)

/** The database's other sessions, from a session of the server's own database. */
const sessionsOf = Effect.fnUntraced(function* (url: Redacted.Redacted) {
  const name = new URL(Redacted.value(url)).pathname.slice(1)
  const services = yield* Layer.build(Database.layerPostgres({ url: urlOf("postgres"), maxConnections: 1 }))
  const sql = Context.get(services, SqlClient.SqlClient)
  const end = sql`select pg_terminate_backend(pid) from pg_stat_activity where datname = ${name}`
  return {
    end,
    readOnly: (on: "on" | "off") =>
      Effect.andThen(sql.unsafe(`alter database ${name} set default_transaction_read_only = ${on}`), end)
  }
})

const kept = Effect.fnUntraced(function* (id: string, commands: number) {
  const rows = yield* committed(id)
  assert.deepStrictEqual(
    rows.steps.map(({ total }) => total),
    many(commands).map((i) => i + 1)
  )
  assert.deepInclude(rows, { total: commands, version: commands, receipts: commands })
})

describe("a connection lost around a group commit", () => {
  for (const loss of ["before", "during", "after", "late"] as const) {
    it.live(`comes to the truth when it is lost ${loss}`, () =>
      behind((proxy) =>
        Effect.gen(function* () {
          const { take } = yield* client
          yield* take("hot", add(1), identity(`${loss}-0`))
          const laid = yield* proxy.lose(`"${loss}-7"`, loss)
          const replies = yield* Effect.forEach(
            many(40),
            (i) => take(i % 4 === 3 ? `calm-${i}` : "hot", add(1), identity(`${loss}-${i + 1}`)),
            { concurrency: 10 }
          )
          yield* laid.met
          const totals = replies.filter((_, i) => i % 4 !== 3).map(({ total }) => total)
          assert.deepStrictEqual(
            totals.toSorted((a, b) => a - b),
            many(30).map((i) => i + 2)
          )
          if (loss === "late") yield* laid.deliver
          yield* kept("hot", 31)
          for (const i of many(40).filter((n) => n % 4 === 3)) yield* kept(`calm-${i}`, 1)
        })
      )
    )
  }

  it.live("survives the server ending its sessions under load", () =>
    Effect.gen(function* () {
      const url = yield* fresh()
      yield* Effect.gen(function* () {
        const { take } = yield* client
        const load = Effect.forEach(many(300), (i) => take("ended", add(1), identity(`ended-${i}`)), {
          concurrency: 20
        })
        const sessions = yield* sessionsOf(url)
        const ending = Effect.repeat(sessions.end, { times: 5, schedule: Schedule.spaced("20 millis") })
        yield* Effect.all([load, ending], { concurrency: 2 })
        // The look itself may be given a session that was ended.
        yield* Effect.retry(kept("ended", 300), { times: 5 })
      }).pipe(Effect.provide(Layer.provideMerge(layerSql, Database.layerPostgres({ url }))))
    }).pipe(Effect.scoped)
  )

  it.live("says of a database that takes no writes that it is unavailable, and not that the command is at fault", () =>
    Effect.gen(function* () {
      const url = yield* fresh()
      yield* Effect.gen(function* () {
        const { take } = yield* client
        yield* take("standby", add(1), identity("standby-0"))
        const sessions = yield* sessionsOf(url)
        // What a client sees of a primary that became a standby.
        yield* sessions.readOnly("on")
        const refused = yield* Effect.flip(take("standby", add(1), identity("standby-1")))
        assert.deepInclude(refused, new ActorUnavailable({ entity: "standby", reason: "storage" }))
        yield* sessions.readOnly("off")
        assert.strictEqual((yield* take("standby", add(1), identity("standby-1"))).total, 2)
        yield* kept("standby", 2)
      }).pipe(
        Effect.provide(Layer.provideMerge(layerSql, Database.layerPostgres({ url }))),
        Effect.provideService(Limits, { ...defaults, storagePatience: 100, staleAttempts: 3 })
      )
    }).pipe(Effect.scoped)
  )

  it.live("refuses while the database is away, and a repeat afterwards settles it", () =>
    behind(
      (proxy) =>
        Effect.gen(function* () {
          const { take } = yield* client
          yield* take("away", add(1), identity("away-0"))
          yield* proxy.cut
          const refused = yield* Effect.flip(take("away", add(1), identity("away-1")))
          assert.deepInclude(refused, new ActorUnavailable({ entity: "away", reason: "storage" }))
          yield* proxy.restore
          assert.strictEqual((yield* take("away", add(1), identity("away-1"))).total, 2)
          yield* kept("away", 2)
        }),
      { storagePatience: 100, staleAttempts: 3 }
    )
  )
})
