import { assert } from "@effect/vitest"
import * as JournalStore from "@loopdrive/actor/JournalStore"
import type { Group } from "@loopdrive/actor/JournalStore"
import * as SqlJournalStore from "@loopdrive/actor/SqlJournalStore"
import type { Table } from "@loopdrive/actor/Table"
import { describeStores } from "@loopdrive/testkit/TestDatabase"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as SqlClient from "effect/sql/SqlClient"
import { identity } from "./Counters.ts"
import * as Suite from "./suites/JournalStore.ts"

const tables = Effect.gen(function* () {
  const sql = yield* SqlClient.SqlClient
  yield* sql`create table if not exists owners (id text primary key, version bigint not null, total bigint not null)`
  yield* sql`create table if not exists things (id text primary key, owner text, text text, first text)`
  yield* sql`create table if not exists names (name text primary key, owner text not null)`
})

const layer = SqlJournalStore.layer.pipe(Layer.provideMerge(Layer.orDie(Layer.effectDiscard(tables))))

const kinds: Table = {
  name: "kinds",
  columns: {
    id: "text",
    at: "timestamptz",
    bits: "real[]",
    count: "bigint",
    is: "bool",
    more: "jsonb",
    share: "float8",
    none: "text"
  },
  mode: "append"
}
const values = {
  at: "2026-01-01T12:00:00.000Z",
  bits: [0.5, -1, 1e-7],
  count: 9_007_199_254_740_991,
  is: true,
  more: { text: 'a "quoted" \\ line\n', list: [1, null, "é€😀"] },
  share: 0.1
}

/** As many commands of one actor as there are ids, each with a row of all types. */
const ofAllTypes = (entity: string, ids: ReadonlyArray<string>): Group => ({
  entries: ids.map((id) => ({
    entity,
    identity: identity(id),
    outcome: { id, text: 'a "quoted" \\ line\n' },
    refused: false,
    rows: [{ table: "kinds", values: { id, ...values } }]
  })),
  parts: new Map([
    [
      entity,
      {
        entity,
        head: { name: "owners", columns: { total: "bigint" } },
        tables: new Map([["kinds", kinds]]),
        expected: 0,
        next: ids.length,
        headRow: { total: 1 },
        isUsual: false
      }
    ]
  ])
})

describeStores("the journal's store", (it) => {
  it.effect("writes the same whether a command is alone or in company", () =>
    Effect.gen(function* () {
      const sql = yield* SqlClient.SqlClient
      yield* sql`create table if not exists kinds (id text primary key, at timestamptz, bits real[], count bigint,
        "is" bool, more jsonb, share float8, none text)`
      const store = yield* JournalStore.JournalStore
      for (const group of [ofAllTypes("o_alone", ["alone"]), ofAllTypes("o_many", ["first", "second"])])
        assert.strictEqual((yield* store.commit(group)).applied.size, 1)
      const rows = yield* sql`select k.at, k.bits, k.count , k."is", k.more, k.share, k.none,
          r.outcome - 'id' as outcome, r.hash, r.entity like 'o%' as mine, r.expires_at
        from kinds k join receipts r on r.key = k.id order by k.id`
      const [alone, ...many] = rows
      assert.strictEqual(many.length, 2)
      for (const one of many) assert.deepStrictEqual({ ...one, hash: "" }, { ...alone, hash: "" })
      assert.deepInclude(alone, {
        at: new Date(values.at),
        count: values.count,
        is: true,
        more: values.more,
        none: null
      })
    }).pipe(Effect.provide(layer))
  )

  Suite.suite(it, {
    layer,
    thing: (id) =>
      Effect.gen(function* () {
        const sql = yield* SqlClient.SqlClient
        const [row] = yield* sql<{ text: string; first: string }>`select text, first from things where id = ${id}`
        return [row?.text, row?.first] as const
      })
  })
})
