import { assert } from "@effect/vitest"
import * as NoticeCleanup from "@loopdrive/sending/NoticeCleanup"
import { describeStores } from "@loopdrive/testkit/TestDatabase"
import * as Effect from "effect/Effect"
import * as SqlClient from "effect/sql/SqlClient"

const day = 24 * 60 * 60 * 1000

describeStores(
  "notices that were acted on",
  (it) => {
    it.effect("go when nothing repeats or reads them any more, more than one batch at once; open ones stay", () =>
      Effect.gen(function* () {
        const sql = yield* SqlClient.SqlClient
        const now = performance.timeOrigin + performance.now()
        const keep = (id: string, kind: string, days: number | undefined, keyword: string | null = null, count = 1) => {
          const settled = days === undefined ? null : new Date(now - days * day)
          return sql`insert into notices
              (vendor, event_id, channel, kind, at, keyword, body, received_at, next_try_at, settled_at)
            select 'resend', ${id} || n, 'email', ${kind}, ${new Date(0)}::timestamptz, ${keyword}, '{}'::jsonb,
              ${new Date(0)}::timestamptz, ${new Date(0)}::timestamptz, ${settled}::timestamptz
            from generate_series(1, ${count}::int) n`
        }
        yield* keep("opened-old", "opened", 36, null, 1500)
        yield* keep("opened-new", "opened", 34)
        yield* keep("open", "opened", undefined)
        yield* keep("stop-new", "inbound", 179, "stop")
        yield* keep("stop-old", "inbound", 181, "stop")
        yield* keep("arrived-new", "delivered", 100)
        yield* keep("bounced-old", "bounced_soft", 181)
        assert.strictEqual(yield* NoticeCleanup.run, 1502)
        assert.strictEqual(yield* NoticeCleanup.run, 0)
        const left = yield* sql<{ event_id: string }>`select event_id from notices order by event_id`
        assert.deepStrictEqual(
          left.map(({ event_id }) => event_id),
          ["arrived-new1", "open1", "opened-new1", "stop-new1"]
        )
      })
    )
  },
  { clock: "live" }
)
