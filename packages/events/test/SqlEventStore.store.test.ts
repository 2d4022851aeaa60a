import { assert } from "@effect/vitest"
import type { Event } from "@loopdrive/domain/Timeline"
import { EventStore } from "@loopdrive/events/EventStore"
import type { TimelineFilter } from "@loopdrive/events/EventStore"
import * as SqlEventStore from "@loopdrive/events/SqlEventStore"
import { describeStores } from "@loopdrive/testkit/TestDatabase"
import * as Effect from "effect/Effect"
import * as SqlClient from "effect/sql/SqlClient"

const day = (n: number): number => Date.UTC(2030, 0, n)
const all: TimelineFilter = { channels: [], types: [], from: undefined, to: undefined, limit: 100, after: undefined }

/** A workspace with one person and one event a day; two at the same moment on the third. */
const log = Effect.fnUntraced(function* (name: string) {
  const sql = yield* SqlClient.SqlClient
  const ws = `ws_${name}`
  const person = `per_${name}`
  yield* sql`insert into organizations (id, name) values ('org_test', 'Test') on conflict do nothing`
  yield* sql`insert into workspaces (id, organization_id, name, secret) values (${ws}, 'org_test', ${name}, 's')`
  yield* sql`insert into persons (id, version, workspace_id, created_at, updated_at)
    values (${person}, 1, ${ws}, now(), now())`
  const add = (id: string, type: string, channel: string | null, at: number) => sql`
    insert into events (id, workspace_id, organization_id, person_id, type, channel, source, payload, ts)
    values (${`${name}_${id}`}, ${ws}, 'org_test', ${person}, ${type}, ${channel}, 'test', '{"n":1}', ${new Date(at)})`
  yield* add("1", "email.sent", "email", day(1))
  yield* add("2", "email.opened", "email", day(2))
  yield* add("3a", "sms.sent", "sms", day(3))
  yield* add("3b", "page.viewed", null, day(3))
  yield* add("4", "email.clicked", "email", day(4))
  return {
    ws,
    person,
    short: (ids: ReadonlyArray<{ readonly id: string }>) => ids.map(({ id }) => id.split("_").at(-1))
  }
})

describeStores("the log of events", (it) => {
  it.effect("shows a person's timeline newest first, filtered by channel, type and time", () =>
    Effect.gen(function* () {
      const { person, short, ws } = yield* log("filters")
      const { timeline } = yield* EventStore
      const ids = (filter: Partial<TimelineFilter>) => Effect.map(timeline(ws, [person], { ...all, ...filter }), short)
      assert.deepStrictEqual(yield* ids({}), ["4", "3b", "3a", "2", "1"])
      assert.deepStrictEqual(yield* ids({ channels: ["email"] }), ["4", "2", "1"])
      assert.deepStrictEqual(yield* ids({ types: ["email.sent", "sms.sent"] }), ["3a", "1"])
      assert.deepStrictEqual(yield* ids({ from: day(2), to: day(3) }), ["3b", "3a", "2"])
      const [first] = yield* timeline(ws, [person], { ...all, limit: 1 })
      assert.deepInclude(first, { workspaceId: ws, personId: person, channel: "email", ts: "2030-01-04T00:00:00.000Z" })
      assert.deepStrictEqual(first?.payload, { n: 1 })
    }).pipe(Effect.provide(SqlEventStore.layer))
  )

  it.effect("goes on exactly where a page ended, in the middle of a moment too", () =>
    Effect.gen(function* () {
      const { person, short, ws } = yield* log("pages")
      const { timeline } = yield* EventStore
      const seen: Array<string | undefined> = []
      let after: TimelineFilter["after"] = undefined
      for (;;) {
        const found: ReadonlyArray<Event> = yield* timeline(ws, [person], { ...all, limit: 2, after })
        const last = found.at(-1)
        if (last === undefined) break
        seen.push(...short(found))
        after = { ts: last.ts, id: last.id }
      }
      assert.deepStrictEqual(seen, ["4", "3b", "3a", "2", "1"])
    }).pipe(Effect.provide(SqlEventStore.layer))
  )

  it.effect("shows a workspace its own events only", () =>
    Effect.gen(function* () {
      const ours = yield* log("ours")
      const theirs = yield* log("theirs")
      const { ofSend, timeline } = yield* EventStore
      assert.deepStrictEqual(yield* timeline(ours.ws, [theirs.person], all), [])
      assert.deepStrictEqual(yield* ofSend(ours.ws, "send_none"), [])
    }).pipe(Effect.provide(SqlEventStore.layer))
  )

  it.effect("cannot be rewritten, by nobody", () =>
    Effect.gen(function* () {
      const { ws } = yield* log("immutable")
      const sql = yield* SqlClient.SqlClient
      for (const rewrite of [
        sql`update events set type = 'email.bounced' where workspace_id = ${ws}`,
        sql`delete from events where workspace_id = ${ws}`
      ])
        yield* Effect.flip(rewrite)
      const [row] = yield* sql<{ n: number }>`select count(*)::int as n from events where workspace_id = ${ws}
        and type <> 'email.bounced'`
      assert.strictEqual(row?.n, 5)
    }).pipe(Effect.provide(SqlEventStore.layer))
  )
})
