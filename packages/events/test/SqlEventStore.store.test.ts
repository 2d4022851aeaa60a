import { assert } from "@effect/vitest"
import * as SqlEventStore from "@loopdrive/events/SqlEventStore"
import { describeStores } from "@loopdrive/testkit/TestDatabase"
import * as Effect from "effect/Effect"
import * as SqlClient from "effect/sql/SqlClient"
import * as EventStore from "./suites/EventStore.ts"

const write: EventStore.Write<SqlClient.SqlClient> = Effect.fnUntraced(function* (ws, events) {
  const sql = yield* SqlClient.SqlClient
  yield* sql`insert into organizations (id, name) values ('org_test', 'Test') on conflict do nothing`
  yield* sql`insert into workspaces (id, organization_id, name, secret) values (${ws}, 'org_test', ${ws}, 's')`
  for (const { at, channel, id, personId, type } of events) {
    yield* sql`insert into persons (id, version, workspace_id, created_at, updated_at)
      values (${personId}, 1, ${ws}, now(), now()) on conflict do nothing`
    yield* sql`insert into events (id, workspace_id, organization_id, person_id, type, channel, source, payload, ts)
      values (${id}, ${ws}, 'org_test', ${personId}, ${type}, ${channel}, 'test', '{"n":1}', ${new Date(at)})`
  }
})

describeStores("the log of events", (it) => {
  EventStore.suite(it, { layer: SqlEventStore.layer, write })

  it.effect("cannot be rewritten, by nobody", () =>
    Effect.gen(function* () {
      const { ws } = yield* EventStore.log(write, "immutable")
      const sql = yield* SqlClient.SqlClient
      for (const rewrite of [
        sql`update events set type = 'email.bounced' where workspace_id = ${ws}`,
        sql`delete from events where workspace_id = ${ws}`
      ])
        yield* Effect.flip(rewrite)
      const [row] = yield* sql<{ n: number }>`select count(*)::int as n from events where workspace_id = ${ws}
        and type <> 'email.bounced'`
      assert.strictEqual(row?.n, 6)
    }).pipe(Effect.provide(SqlEventStore.layer))
  )
})
