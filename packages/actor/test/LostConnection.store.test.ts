import { assert, describe, it } from "@effect/vitest"
import { ActorUnavailable } from "@loopdrive/actor/ActorUnavailable"
import { Limits, defaults } from "@loopdrive/actor/Limits"
import * as Database from "@loopdrive/storage/Database"
import * as PostgresProxy from "@loopdrive/testkit/PostgresProxy"
import { fresh } from "@loopdrive/testkit/TestDatabase"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
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
