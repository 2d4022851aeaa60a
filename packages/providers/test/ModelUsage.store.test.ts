import { assert } from "@effect/vitest"
import { describeStores } from "@loopdrive/testkit/TestDatabase"
import { Effect, Layer } from "effect"
import { TestClock } from "effect/testing"
import { SqlClient } from "effect/sql"
import { ModelUsage } from "../src/ModelUsage.ts"
import { modelUsageContract } from "./ModelUsageContract.ts"

const workspace = Effect.fnUntraced(function* (id: string) {
  const sql = yield* SqlClient.SqlClient
  yield* sql`insert into organizations (id, name) values ('org_test', 'Test') on conflict do nothing`
  yield* sql`insert into workspaces (id, organization_id, name, secret) values (${id}, 'org_test', ${id}, 's')`
})

describeStores("the use of models on a database", (it) => {
  modelUsageContract(it, ModelUsage.layer, workspace)

  it.effect("has written what was noted when it ends, and leaves the others in where one cannot be", () =>
    Effect.gen(function* () {
      yield* workspace("ws_ending")
      const use = {
        purpose: "completion",
        model: "gpt-5.4-mini",
        inputTokens: 1,
        outputTokens: 1,
        failed: false
      } as const
      yield* Effect.flatMap(ModelUsage, (usage) =>
        Effect.forEach(["ws_ending", "ws_nowhere", "ws_ending"], (workspaceId) => usage.note({ ...use, workspaceId }))
      ).pipe(Effect.provide(Layer.fresh(ModelUsage.layer)))
      const sql = yield* SqlClient.SqlClient
      const rows = yield* sql`select calls::int as calls from model_usage where workspace_id = 'ws_ending'`
      assert.deepStrictEqual(rows, [{ calls: 2 }])
    })
  )

  it.effect("sees within two seconds what another process noted", () =>
    Effect.gen(function* () {
      yield* workspace("ws_two")
      const use = { workspaceId: "ws_two", purpose: "completion", model: "gpt-5.4-mini", failed: false } as const
      const [one, other] = [Layer.fresh(ModelUsage.layer), Layer.fresh(ModelUsage.layer)]
      yield* Effect.gen(function* () {
        const usage = yield* ModelUsage
        assert.strictEqual(yield* usage.tokensToday("ws_two"), 0)
        yield* Effect.flatMap(ModelUsage, (elsewhere) =>
          elsewhere.note({ ...use, inputTokens: 2, outputTokens: 3 })
        ).pipe(Effect.provide(other))
        yield* TestClock.adjust("2 seconds")
        assert.strictEqual(yield* usage.tokensToday("ws_two"), 5)
      }).pipe(Effect.provide(one))
    })
  )

  it.effect("does not fail a call whose use cannot be noted", () =>
    Effect.gen(function* () {
      const usage = yield* ModelUsage
      const use = { workspaceId: "ws_nowhere", purpose: "completion", model: "gpt-5.4-mini" } as const
      yield* usage.note({ ...use, inputTokens: 1, outputTokens: 1, failed: false })
      assert.strictEqual(yield* usage.tokensToday("ws_nowhere"), 0)
    }).pipe(Effect.provide(ModelUsage.layer))
  )
})
