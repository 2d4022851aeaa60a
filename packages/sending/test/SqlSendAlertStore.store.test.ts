import { assert } from "@effect/vitest"
import { SendAlertStore } from "@loopdrive/sending/SendAlertStore"
import * as SqlSendAlertStore from "@loopdrive/sending/SqlSendAlertStore"
import { describeStores } from "@loopdrive/testkit/TestDatabase"
import * as Effect from "effect/Effect"
import * as SqlClient from "effect/sql/SqlClient"
import type { SqlError } from "effect/sql/SqlError"
import { workspace } from "./Mail.ts"
import * as Promises from "./SendAlertPromises.ts"

const put: Promises.Put<SqlError, SqlClient.SqlClient> = (workspaceId, id, state, at) =>
  Effect.flatMap(SqlClient.SqlClient, (sql) =>
    Effect.andThen(
      sql`insert into persons (id, workspace_id, version, created_at, updated_at)
        values (${`per_${workspaceId}`}, ${workspaceId}, 1, now(), now()) on conflict do nothing`,
      sql`insert into sends (id, workspace_id, person_id, channel, purpose, state, attempts, event_id, queued_at, updated_at)
        values (${id}, ${workspaceId}, ${`per_${workspaceId}`}, 'sms', 'marketing', ${state}, 1, ${`evt_${id}`},
          ${new Date(at)}, ${new Date(at)})
        on conflict (id) do update set state = excluded.state, updated_at = excluded.updated_at`
    )
  )

describeStores(
  "alerts of sends",
  (it) => {
    it.effect("tell of every send once, and gather until somebody looks", () =>
      Effect.gen(function* () {
        yield* workspace("gathers")
        yield* Promises.gathers(put, "ws_gathers")
        // Only one of those who look at the same time tells of it.
        const { review } = yield* SendAlertStore
        yield* put("ws_gathers", "ws_gathers_d", "unknown", Date.UTC(2026, 4, 1, 13))
        const now = new Date(Date.UTC(2026, 4, 1, 14))
        const told = yield* Effect.all([review(now, now.getTime()), review(now, now.getTime())], { concurrency: 2 })
        assert.deepStrictEqual(told.flat(), ["ws_gathers_d"])
      }).pipe(Effect.provide(SqlSendAlertStore.layer))
    )
    it.effect("are acknowledged once, and what comes after is told of by another", () =>
      Effect.andThen(workspace("acknowledged"), Promises.acknowledged(put, "ws_acknowledged")).pipe(
        Effect.provide(SqlSendAlertStore.layer)
      )
    )
    it.effect("end with what they tell of, and are raised anew", () =>
      Effect.andThen(workspace("rearms"), Promises.rearms(put, "ws_rearms")).pipe(
        Effect.provide(SqlSendAlertStore.layer)
      )
    )
  },
  { clock: "live" }
)
