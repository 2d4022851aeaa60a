import { assert } from "@effect/vitest"
import { describeStores } from "@loopdrive/testkit/TestDatabase"
import { Effect } from "effect"
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

  it.effect("does not fail a call whose use cannot be noted", () =>
    Effect.gen(function* () {
      const usage = yield* ModelUsage
      const use = { workspaceId: "ws_nowhere", purpose: "completion", model: "gpt-5.4-mini" } as const
      yield* usage.note({ ...use, inputTokens: 1, outputTokens: 1, failed: false })
      assert.strictEqual(yield* usage.tokensToday("ws_nowhere"), 0)
    }).pipe(Effect.provide(ModelUsage.layer))
  )
})
