import * as SqlJournalStore from "@loopdrive/actor/SqlJournalStore"
import { describeStores } from "@loopdrive/testkit/TestDatabase"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as SqlClient from "effect/sql/SqlClient"
import * as JournalStore from "./suites/JournalStore.ts"

const tables = Effect.gen(function* () {
  const sql = yield* SqlClient.SqlClient
  yield* sql`create table if not exists owners (id text primary key, version bigint not null, total bigint not null)`
  yield* sql`create table if not exists things (id text primary key, owner text, text text, first text)`
  yield* sql`create table if not exists names (name text primary key, owner text not null)`
})

describeStores("the journal's store", (it) =>
  JournalStore.suite(it, {
    layer: SqlJournalStore.layer.pipe(Layer.provideMerge(Layer.orDie(Layer.effectDiscard(tables)))),
    thing: (id) =>
      Effect.gen(function* () {
        const sql = yield* SqlClient.SqlClient
        const [row] = yield* sql<{ text: string; first: string }>`select text, first from things where id = ${id}`
        return [row?.text, row?.first] as const
      })
  })
)
